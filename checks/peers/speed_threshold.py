"""Times thresholds against OpenCV and scikit-image on the same picture, in turns, and prints the medians.

    checks/peers/build && /usr/bin/python3 checks/peers/speed_threshold.py --photo PHOTO [--side 4096] [--rounds 7]

The photo is turned grey by OpenCV and repeated, mirrored, to a square of the given side. "kept array" writes into one array
made beforehand on both sides (apply with a target, dst=); "fresh picture" makes one per call on both sides.
Made for Debian's python3-opencv 4.6.0 and python3-skimage 0.19.3.
"""

import argparse
import time

import cv2
import numpy as np
from skimage import filters

from vung import Vung


def median_ms(seconds):
    return float(np.median(seconds)) * 1e3


def timed(call, repeat):
    seconds = []
    for _ in range(repeat):
        start = time.perf_counter()
        call()
        seconds.append(time.perf_counter() - start)
    return seconds


def cases(grey):
    """name, method, task, OpenCV's or scikit-image's call, repeats a round, target."""
    kept = np.empty_like(grey)
    mean, gauss = cv2.ADAPTIVE_THRESH_MEAN_C, cv2.ADAPTIVE_THRESH_GAUSSIAN_C
    small = "adaptive:block=11,c=2"
    yield "threshold, kept array", "threshold", "apply", lambda: cv2.threshold(grey, 127, 255, 0, dst=kept), 15, "1.0"
    yield "threshold, fresh picture", "threshold", "filter", lambda: cv2.threshold(grey, 127, 255, 0), 15, "1.0"
    yield "threshold trunc, kept array", "threshold:type=trunc", "apply", lambda: cv2.threshold(
        grey, 127, 255, cv2.THRESH_TRUNC, dst=kept), 15, "1.0"
    yield "otsu, kept array", "otsu", "apply", lambda: cv2.threshold(grey, 0, 255, cv2.THRESH_OTSU, dst=kept), 9, "1.0"
    yield "otsu, fresh picture", "otsu", "filter", lambda: cv2.threshold(grey, 0, 255, cv2.THRESH_OTSU), 9, "1.0"
    for weights, code in (("mean", mean), ("gaussian", gauss)):
        for block in (11, 51):
            yield (f"adaptive {weights} {block}, kept array", f"adaptive:block={block},c=2,weights={weights}", "apply",
                   lambda code=code, block=block: cv2.adaptiveThreshold(grey, 255, code, 0, block, 2, dst=kept), 3, "1.0")
    yield "adaptive mean 11, fresh picture", small, "filter", lambda: cv2.adaptiveThreshold(
        grey, 255, mean, 0, 11, 2), 3, "1.0"
    yield "threshold, labels", "threshold", "segment", lambda: cv2.threshold(grey, 127, 255, 0)[1].astype(np.int32), 3, "–"
    yield "otsu, labels", "otsu", "segment", lambda: cv2.threshold(
        grey, 0, 255, cv2.THRESH_OTSU)[1].astype(np.int32), 3, "–"


def skimage_cases(grey):
    for name in ("li", "yen", "isodata", "minimum", "mean"):
        yield name, name, "thresholds", lambda name=name: getattr(filters, f"threshold_{name}")(grey.copy()), 3, "–"
    for classes in (3, 4, 5):
        yield f"multi-otsu {classes}", f"multi-otsu:classes={classes}", "thresholds", lambda classes=classes: (
            filters.threshold_multiotsu(grey, classes)), 1, "–"
    yield "sauvola 15", "sauvola", "thresholds", lambda: filters.threshold_sauvola(grey), 1, "–"
    yield "niblack 15", "niblack", "thresholds", lambda: filters.threshold_niblack(grey), 1, "–"


def compare(ours, image, case, rounds):
    name, method, task, call, repeat, target = case
    request = dict(task=task, method=method, image=image, repeat=repeat)
    if task == "filter":
        request["out"] = ours.path("picture.npy")
    if method in ("sauvola", "niblack"):
        request["out"] = ours.path("surface.npy")
    ours.warm_up({**request, "repeat": 4 * repeat})
    timed(call, 2)
    mine, peers = [], []
    for _ in range(rounds):
        peers += timed(call, repeat)
        mine += ours.ask(**request)["seconds"]
    peer, own = median_ms(peers), median_ms(mine)
    print(f"| {name} | {peer:.2f} | {own:.2f} | {peer / own:.2f} | {target} |", flush=True)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--photo", required=True)
    options.add_argument("--side", type=int, default=4096)
    options.add_argument("--rounds", type=int, default=7)
    options.add_argument("--only", default="", help="cases whose name begins so")
    options = options.parse_args()
    photo = cv2.imread(options.photo, cv2.IMREAD_GRAYSCALE)
    times = -(-options.side // min(photo.shape))
    grey = np.ascontiguousarray(np.pad(photo, ((0, photo.shape[0] * times), (0, photo.shape[1] * times)),
                                       mode="symmetric")[:options.side, :options.side])
    print(f"{options.photo}, grey {grey.shape[0]}×{grey.shape[1]}; skimage cases on its top left 1024×1024\n")
    print("| case | peer ms | ours ms | ratio | target |\n|---|---|---|---|---|")
    corner = np.ascontiguousarray(grey[:1024, :1024])
    with Vung() as ours:
        for pixels, list_of in ((grey, cases), (corner, skimage_cases)):
            image = ours.save("image.npy", pixels)
            for case in list_of(pixels):
                if case[0].startswith(options.only):
                    compare(ours, image, case, options.rounds)


if __name__ == "__main__":
    main()
