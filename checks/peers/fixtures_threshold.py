"""Writes the oracle files for thresholds.

Made with Debian's python3-opencv 4.6.0, python3-skimage 0.19.3, numpy 1.24.2:
/usr/bin/python3 checks/peers/fixtures_threshold.py
"""

import pathlib
import warnings
import zlib

import cv2
import numpy as np
from skimage import filters

RESOURCES = pathlib.Path(__file__).resolve().parents[2] / "classic/src/test/resources/org/vung/classic"
TYPES = {"BINARY": cv2.THRESH_BINARY, "BINARY_INV": cv2.THRESH_BINARY_INV, "TRUNC": cv2.THRESH_TRUNC,
         "TOZERO": cv2.THRESH_TOZERO, "TOZERO_INV": cv2.THRESH_TOZERO_INV}
FINDERS = {"li": filters.threshold_li, "yen": filters.threshold_yen, "isodata": filters.threshold_isodata,
           "minimum": filters.threshold_minimum, "mean": filters.threshold_mean}


def scene(height, width, scale):
    """Two discs on a shaded ground with a fixed grain, 0 … 255 · scale."""
    row, column = np.mgrid[0:height, 0:width].astype(float)
    ground = 40 + 30 * column / width + 12 * np.sin(row / 5)
    disc = 110 / (1 + np.exp(np.hypot(row - height * 0.4, column - width * 0.35) - height * 0.25))
    other = 70 / (1 + np.exp(np.hypot(row - height * 0.7, column - width * 0.8) - height * 0.15))
    grain = (row * 37 + column * 101 + row * column * 13) % 23 - 11
    return np.clip((ground + disc + other + grain) * scale, 0, 255 * scale)


def write(name, lines):
    path = RESOURCES / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n")


def threshold(find, pixels):
    """scikit-image's threshold, nan where it finds none."""
    try:
        return float(find(pixels.copy()))
    except RuntimeError:
        return float("nan")


def crc(picture):
    return f"{zlib.crc32(np.ascontiguousarray(picture).tobytes()):08x}"


def main():
    images = {"scene8": scene(61, 47, 1).astype(np.uint8), "scene16": scene(53, 71, 16).astype(np.uint16)}
    images["scene32"] = images["scene16"].astype(np.float32) / 4096
    folder = RESOURCES / "threshold"
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("scene8", "scene16"):
        cv2.imwrite(str(folder / f"{name}.pgm"), images[name])
    grey = images["scene8"]

    write("threshold/pictures.csv", ["value,type,max,crc32"] + [
        f"{value},{name},{top},{crc(cv2.threshold(grey, value, top, flag)[1])}"
        for name, flag in TYPES.items()
        for value, top in ((127, 255), (90.7, 200), (-1, 255), (255, 99.5), (0, 300), (128, 1))])

    lines = ["method,image,threshold"]
    for name, flag in (("otsu", cv2.THRESH_OTSU), ("triangle", cv2.THRESH_TRIANGLE)):
        lines.append(f"{name},scene8,{cv2.threshold(grey, 0, 255, flag)[0]!r}")
    lines.append(f"otsu,scene16,{cv2.threshold(images['scene16'], 0, 255, cv2.THRESH_OTSU)[0]!r}")
    for name, find in FINDERS.items():
        lines += [f"{name},{image},{threshold(find, pixels)!r}".replace("nan", "NaN") for image, pixels in images.items()]
    write("threshold/thresholds.csv", lines)

    write("multiotsu/thresholds.csv", ["classes,image,thresholds"] + [
        f"{classes},{image}," + " ".join(repr(float(t)) for t in filters.threshold_multiotsu(pixels, classes))
        for classes, names in ((2, images), (3, images), (4, ("scene8", "scene32")), (5, ("scene8",)))
        for image, pixels in images.items() if image in names])

    write("adaptive/pictures.csv", ["block,c,weights,type,crc32"] + [
        f"{block},{c},{weights},{kind},{crc(cv2.adaptiveThreshold(grey, 255, code, TYPES[kind], block, c))}"
        for weights, code in (("MEAN", cv2.ADAPTIVE_THRESH_MEAN_C), ("GAUSSIAN", cv2.ADAPTIVE_THRESH_GAUSSIAN_C))
        for kind in ("BINARY", "BINARY_INV")
        for block, c in ((3, 2), (5, 0), (7, -3), (9, 2.5), (11, 2), (15, -1.5), (31, 7.25), (99, 4), (181, 0))])

    lines = ["method window k r,image,pixel,threshold"]
    for image, pixels in images.items():
        for window, k, r in ((3, 0.2, 0), (15, 0.2, 0), (25, 0.5, 64), (75, -0.1, 0)):
            surfaces = {"sauvola": filters.threshold_sauvola(pixels, window, k, r or None),
                        "niblack": filters.threshold_niblack(pixels, window, k)}
            lines += [f"{method} {window} {k} {r},{image},{pixel},{float(surface.ravel()[pixel])!r}"
                      for method, surface in surfaces.items() for pixel in range(0, pixels.size, 397)]
    write("localthreshold/thresholds.csv", lines)


if __name__ == "__main__":
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        main()
