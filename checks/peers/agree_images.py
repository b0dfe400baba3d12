#!/usr/bin/python3
"""Compares what we read from image files with what Pillow reads, pixel by pixel.

    checks/peers/build && checks/peers/agree_images.py FOLDER...

Prints one line for every file that one side refuses or whose pixels differ, then the counts. Pillow's pictures are turned
upright, its palettes expanded, its CMYK multiplied out as it does itself, before they are compared. Samples of 16 bits
are compared with Pillow's where it keeps them, else their upper byte is. Exits 1 if more than --tolerance levels
differ anywhere outside the files named by --known (a part of the path).
"""

import argparse
import pathlib
import sys
import warnings

import numpy as np
import PIL
from PIL import Image, ImageOps

from vung import Vung

warnings.simplefilter("ignore")


def theirs(path, channels):
    """Pillow's pixels [height, width, channels] of the file's first picture, or the reason why it has none."""
    try:
        with Image.open(path) as picture:
            picture.load()
            if picture.format != "TIFF":  # those Pillow turns while it loads them
                try:
                    picture = ImageOps.exif_transpose(picture)
                except Exception:  # broken Exif: Pillow's own transposition gives up, the picture is as stored
                    pass
            wide = picture.mode in ("I", "F") or picture.mode.startswith("I;16")
            if not wide:
                picture = picture.convert({1: "L", 2: "LA", 3: "RGB", 4: "RGBA"}[channels])
            array = np.array(picture)
    except Exception as refusal:
        return f"{type(refusal).__name__}: {refusal}"
    return array.reshape(array.shape[0], array.shape[1], -1)


def compare(ours, path):
    """None if pixels are equal, else what differs, and by how much."""
    reply = ours.ask(task="read", file=str(path), out=ours.path("read.npy"))
    if "refused" in reply:
        peer = theirs(path, 3)
        if isinstance(peer, str):
            return "both refuse", 0
        return f"only we refuse: {reply['refused'].split(': ', 1)[1]}", 0
    pixels = np.load(ours.path("read.npy"))
    peer = theirs(path, pixels.shape[2])
    shown = f"{pixels.shape} {reply['type']}"
    if isinstance(peer, str):
        return f"only Pillow refuses ({peer}); we read {shown}", 0
    if peer.shape[:2] != pixels.shape[:2]:
        return f"sizes differ: {peer.shape} and ours {pixels.shape}", np.inf
    if peer.shape[2] != pixels.shape[2]:
        return f"channels differ: {peer.shape} and ours {pixels.shape}", np.inf
    if reply["type"] == "UINT16" and peer.dtype == np.uint8:
        pixels = pixels >> 8
    if reply["type"] == "FLOAT32" and peer.dtype == np.uint8:
        return f"Pillow has 8 bits, we {shown}", 0
    apart = np.abs(pixels.astype(np.float64) - peer)
    if not np.nanmax(apart) > 0:
        return None, 0
    return (f"{np.count_nonzero(apart.max(2)) / apart[:, :, 0].size:.2%} of pixels differ, "
            f"at most {np.nanmax(apart):g}, mean {np.nanmean(apart):.3g}; ours {shown}"), np.nanmax(apart)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--tolerance", type=float, default=2)
    parser.add_argument("--known", action="append", default=[])
    options = parser.parse_args()
    files = sorted(file for folder in options.folders for file in pathlib.Path(folder).rglob("*")
                   if file.suffix.lower() in (".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif", ".tif", ".tiff",
                                              ".pbm", ".pgm", ".ppm", ".pam", ".pnm"))
    equal = both = missed = 0
    with Vung() as ours:
        for file in files:
            difference, levels = compare(ours, file)
            if difference is None:
                equal += 1
            elif difference == "both refuse":
                both += 1
            else:
                known = any(part in str(file) for part in options.known)
                missed += levels > options.tolerance and not known
                print(f"{file}: {difference}{' (known)' if known else ''}")
    print(f"Pillow {PIL.__version__}: {len(files)} files, {equal} equal in every pixel, {both} refused by both, "
          f"{missed} beyond {options.tolerance:g} levels")
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
