#!/usr/bin/env python3
"""Times slic and felzenszwalb beside scikit-image 0.19.3 on one photo, in turn, in one run.

    checks/peers/build && /usr/bin/python3 checks/peers/speed_superpixels.py --photo astronaut.png [--rounds 7]

Prints a Markdown table of medians; exits 1 if a target is missed.
"""

import argparse
import statistics
import sys
import time
import warnings

import numpy as np
from PIL import Image
from skimage.segmentation import felzenszwalb, slic

from vung import Vung

CASES = (
    ("slic:segments=250", "slic(250)", lambda image: slic(image, 250, start_label=0), 3),
    ("felzenszwalb", "felzenszwalb(100, 0.8, 20)", lambda image: felzenszwalb(image, 100, 0.8, 20), 3),
)
WARM_UP = 30


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--photo", required=True)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    image = np.array(Image.open(options.photo).convert("RGB"))
    print("| case | peer | peer ms | ours ms | ratio | target |")
    print("|---|---|---|---|---|---|")
    missed = False
    with Vung() as vung:
        for method, name, peer, target in CASES:
            vung.segment(method, image, repeat=WARM_UP)
            theirs, ours = [], []
            for _ in range(options.rounds):
                start = time.perf_counter()
                peer(image)
                theirs.append(time.perf_counter() - start)
                ours += vung.segment(method, image, repeat=3)[1]["seconds"]
            theirs, ours = statistics.median(theirs), statistics.median(ours)
            missed |= theirs < target * ours
            print(f"| {method} | skimage {name} | {theirs * 1e3:.0f} | {ours * 1e3:.1f} "
                  f"| {theirs / ours:.1f} | {target} |")
    sys.exit(missed)


if __name__ == "__main__":
    main()
