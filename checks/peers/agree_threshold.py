"""Compares thresholds with OpenCV and scikit-image, live, over photo folders.

    checks/peers/build && /usr/bin/python3 checks/peers/agree_threshold.py FOLDER... [--limit N] [--deep N] [--blocks N]

Every picture of OpenCV's must be equal in every pixel, every threshold of scikit-image's within 1e-6 of itself. Grey
pictures are OpenCV's, given to both sides; 16-bit and float ones are made from them (--deep photos). Exits 1 on a miss.
Made for Debian's python3-opencv 4.6.0 and python3-skimage 0.19.3.
"""

import argparse
import pathlib
import sys
import warnings

import cv2
import numpy as np
from skimage import filters

from vung import Vung, photos

RELATIVE = 1e-6
TYPES = {"binary": cv2.THRESH_BINARY, "binary-inv": cv2.THRESH_BINARY_INV, "trunc": cv2.THRESH_TRUNC,
         "tozero": cv2.THRESH_TOZERO, "tozero-inv": cv2.THRESH_TOZERO_INV}
FINDERS = {"li": filters.threshold_li, "yen": filters.threshold_yen, "isodata": filters.threshold_isodata,
           "minimum": filters.threshold_minimum, "mean": filters.threshold_mean}
INFORMATION = {"otsu": filters.threshold_otsu, "triangle": filters.threshold_triangle}


class Table:
    def __init__(self):
        self.rows = {}

    def add(self, case, photo, miss, limit=0.0):
        """One comparison: how far off, and how far it may be (None: for information)."""
        row = self.rows.setdefault(case, [0, 0, 0.0, "", limit])
        row[0] += 1
        row[1] += limit is not None and miss > limit
        row[1] += limit is None and miss > RELATIVE
        if miss > row[2]:
            row[2], row[3] = miss, photo.name

    def print(self):
        print("| case | compared | missed | worst | where | target |\n|---|---|---|---|---|---|")
        for case, (count, missed, worst, where, limit) in self.rows.items():
            target = "information" if limit is None else "every pixel" if limit == 0 else f"{limit:g} relative"
            print(f"| {case} | {count} | {missed} | {worst:.3g} | {where} | {target} |")
        return any(row[1] for row in self.rows.values() if row[4] is not None)


def pixels_off(ours, peers):
    return int((ours.reshape(peers.shape) != peers).sum())


def relative(ours, peers):
    ours, peers = np.asarray(ours, float).ravel(), np.asarray(peers, float).ravel()
    if ours.shape != peers.shape:
        return float("inf")
    both = np.isnan(ours) & np.isnan(peers)
    off = np.abs(ours - peers) / np.maximum(np.abs(peers), 1e-300)
    off[both | (ours == peers)] = 0
    return float(np.nan_to_num(off, nan=np.inf).max(initial=0))


def peer(find, grey):
    """A threshold of scikit-image's, NaN where it finds none."""
    try:
        with warnings.catch_warnings(), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            return find(grey.copy())
    except (RuntimeError, IndexError):
        return np.nan


def pictures(table, ours, path, grey, blocks, chance):
    """The five types, otsu, triangle, adaptive: pictures on both sides."""
    for name, flag in TYPES.items():
        for value in (127, float(chance.integers(-2, 258)), round(float(chance.uniform(0, 255)), 2)):
            top = int(chance.integers(0, 256))
            picture, _ = ours.filter(f"threshold:value={value},type={name},max={top}", grey)
            table.add(f"threshold {name}", path, pixels_off(picture, cv2.threshold(grey, value, top, flag)[1]))
    for name, flag in (("otsu", cv2.THRESH_OTSU), ("triangle", cv2.THRESH_TRIANGLE)):
        picture, _ = ours.filter(name, grey)
        value, expected = cv2.threshold(grey, 0, 255, flag)
        table.add(f"{name} picture", path, pixels_off(picture, expected))
        found = ours.ask(task="thresholds", method=name, image=ours.path("image.npy"))["thresholds"]
        table.add(f"{name} value", path, abs(found[0] - value))
    for weights, method in (("mean", cv2.ADAPTIVE_THRESH_MEAN_C), ("gaussian", cv2.ADAPTIVE_THRESH_GAUSSIAN_C)):
        for block in blocks:
            kind = ("binary", "binary-inv")[int(chance.integers(2))]
            c = float(chance.choice([2, 0, -3, 5, 2.5, -1.5, 7.25]))
            picture, _ = ours.filter(f"adaptive:block={block},c={c},weights={weights},type={kind}", grey)
            expected = cv2.adaptiveThreshold(grey, 255, method, TYPES[kind], block, c)
            table.add(f"adaptive {weights} {kind}", path, pixels_off(picture, expected))


def found(ours, method, picture):
    return ours.ask(task="thresholds", method=method, image=ours.save("image.npy", picture))["thresholds"]


def surface(ours, method, picture):
    ours.ask(task="thresholds", method=method, image=ours.save("image.npy", picture), out=ours.path("surface.npy"))
    return np.load(ours.path("surface.npy"))


def finders(table, ours, path, grey, classes):
    """Thresholds of scikit-image's on one grey picture of any type."""
    kind = grey.dtype.name
    for name, find in FINDERS.items():
        table.add(f"{name} {kind}", path, relative(found(ours, name, grey), peer(find, grey)), RELATIVE)
    for name, find in INFORMATION.items():
        table.add(f"skimage {name} {kind}", path, relative(found(ours, name, grey), peer(find, grey)), None)
    for count in classes:
        table.add(f"multi-otsu {count} {kind}", path, relative(
            found(ours, f"multi-otsu:classes={count}", grey), filters.threshold_multiotsu(grey, count)), RELATIVE)
    for window, k, r in ((15, 0.2, None), (25, 0.35, 60 if kind == "uint8" else 0.3)):
        if kind != "uint16" or r is None:
            table.add(f"sauvola {kind}", path, relative(
                surface(ours, f"sauvola:window={window},k={k}" + (f",r={r}" if r else ""), grey),
                filters.threshold_sauvola(grey, window, k, r)), RELATIVE)
        table.add(f"niblack {kind}", path, relative(
            surface(ours, f"niblack:window={window},k={k}", grey), filters.threshold_niblack(grey, window, k)), RELATIVE)


def every_colour(table, ours):
    """All 2^24 colours through OpenCV's grey and the tutorial's."""
    cube = np.empty((4096, 4096, 3), np.uint8)
    flat = np.arange(1 << 24, dtype=np.uint32).reshape(4096, 4096)
    for channel in range(3):
        cube[..., channel] = (flat >> (16 - 8 * channel)) & 255
    image = ours.save("cube.npy", cube)
    for name, code in (("STANDARD", cv2.COLOR_RGB2GRAY), ("TUTORIAL", cv2.COLOR_BGR2GRAY)):
        ours.ask(task="grey", grey=name, image=image, out=ours.path("grey.npy"))
        table.add(f"grey {name.lower()}, all colours", pathlib.Path("2^24 colours"),
                  pixels_off(np.load(ours.path("grey.npy")), cv2.cvtColor(cube, code)))


def main():
    options = argparse.ArgumentParser()
    options.add_argument("folders", nargs="+")
    options.add_argument("--limit", type=int)
    options.add_argument("--deep", type=int, default=12, help="photos also compared in 16 bits and floats")
    options.add_argument("--blocks", type=int, default=4, help="adaptive block sizes per photo, drawn from 3 … 99")
    options = options.parse_args()
    table, chance = Table(), np.random.default_rng(0)
    with Vung() as ours:
        every_colour(table, ours)
        deep = 0
        for folder in options.folders:
            for path, rgb in photos(folder, options.limit):
                grey = cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY)
                blocks = sorted({int(b) for b in chance.choice(np.arange(3, 100, 2), min(49, options.blocks), replace=False)})
                pictures(table, ours, path, grey, blocks, chance)
                finders(table, ours, path, grey, (2, 3, 4))
                if deep < options.deep:
                    deep += 1
                    finders(table, ours, path, grey, (5,))
                    twelve = (cv2.GaussianBlur(grey, (0, 0), 1.0).astype(np.uint16) * 16
                              + chance.integers(0, 16, grey.shape)).astype(np.uint16)
                    finders(table, ours, path, twelve, (2,))
                    unit = cv2.cvtColor((rgb / 255).astype(np.float32), cv2.COLOR_RGB2GRAY)
                    finders(table, ours, path, unit, (2, 3))
    sys.exit(1 if table.print() else 0)


if __name__ == "__main__":
    main()
