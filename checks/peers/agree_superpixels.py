#!/usr/bin/env python3
"""Compares slic and felzenszwalb with scikit-image 0.19.3 over folders of photos.

    checks/peers/build && /usr/bin/python3 checks/peers/agree_superpixels.py FOLDER [FOLDER ...] [--limit N] [--only slic]

Prints the worst adjusted Rand index of every case and how many photos have the very same labels; exits 1 if a photo
falls below 0.99.
"""

import argparse
import sys
import warnings

import numpy as np
from skimage.segmentation import felzenszwalb, slic

from vung import Vung, photos

TARGET = 0.99

CASES = (
    [(f"slic:segments={n},compactness={m}", lambda image, n=n, m=m: slic(image, n, m, start_label=0))
     for n, m in ((250, 10), (100, 10), (500, 10), (1000, 10), (250, 1), (250, 30))]
    + [("slic:segments=250,zero=true", lambda image: slic(image, 250, slic_zero=True, start_label=0)),
       ("slic:segments=250,sigma=1", lambda image: slic(image, 250, sigma=1, start_label=0)),
       ("slic:segments=250,space=rgb,compactness=0.1",
        lambda image: slic(image, 250, 0.1, convert2lab=False, start_label=0)),
       ("slic:segments=250,connected=false",
        lambda image: slic(image, 250, enforce_connectivity=False, start_label=0))]
    + [(f"felzenszwalb:scale={k},sigma={s},min-area={a}",
        lambda image, k=k, s=s, a=a: felzenszwalb(image, k, s, a))
       for k, s, a in ((100, 0.8, 20), (100, 0.5, 20), (100, 0.5, 50), (100, 0.8, 50), (300, 0.8, 50), (1, 0.8, 20))]
)


def rand_index(ours, theirs):
    """Adjusted Rand index in exact integers; 1 for two partitions that are the same."""
    _, a = np.unique(ours, return_inverse=True)
    _, b = np.unique(theirs, return_inverse=True)
    _, both = np.unique(a.astype(np.int64) * (b.max() + 1) + b, return_counts=True)
    pairs = lambda counts: int((counts.astype(np.int64) * (counts.astype(np.int64) - 1) // 2).sum())
    together, first, second = pairs(both), pairs(np.bincount(a)), pairs(np.bincount(b))
    expected = first * second / pairs(np.array([a.size]))
    most = (first + second) / 2
    return 1.0 if together == most else (together - expected) / (most - expected)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--limit", type=int, help="photos of each folder")
    parser.add_argument("--only", default="", help="cases that begin so")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    cases = [case for case in CASES if case[0].startswith(options.only)]
    indices = {name: [] for name, _ in cases}
    equal = {name: 0 for name, _ in cases}
    with Vung() as vung:
        for folder in options.folders:
            for path, image in photos(folder, options.limit):
                for name, peer in cases:
                    ours, theirs = vung.segment(name, image)[0], peer(image)
                    indices[name].append((rand_index(ours, theirs), path.name))
                    equal[name] += bool((ours.ravel() == np.unique(theirs, return_inverse=True)[1]).all())
    print("| case | photos | same labels | worst ARI | on | met |")
    print("|---|---|---|---|---|---|")
    missed = False
    for name, _ in cases:
        worst, where = min(indices[name])
        missed |= worst < TARGET
        below = sum(index < TARGET for index, _ in indices[name])
        met = "yes" if below == 0 else f"no, {below} below {TARGET}"
        print(f"| {name} | {len(indices[name])} | {equal[name]} | {worst:.6f} | {where} | {met} |")
    sys.exit(missed)


if __name__ == "__main__":
    main()
