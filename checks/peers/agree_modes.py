#!/usr/bin/python3
"""Compares quickshift and mean shift with scikit-image and scikit-learn on photos; exits 1 if a target is missed.

    checks/peers/build && checks/peers/agree_modes.py FOLDER... [--limit N] [--largest PIXELS]

Targets: quickshift's label map is scikit-image's when both get the same CIELAB numbers and noise, and ARI is at least 0.99
from the photo alone; mean shift on colours (photo at 64x64, flat kernel) has scikit-learn's modes, centres within 1e-3,
labels of ARI at least 0.999, and the same automatic bandwidth. Peers: Debian's scikit-image 0.19.3, scikit-learn 1.2.1.
"""

import argparse
import sys

import cv2
import numpy as np
from skimage.color import rgb2lab
from skimage.segmentation import quickshift
from sklearn.cluster import MeanShift, estimate_bandwidth
from sklearn.metrics import adjusted_rand_score

from vung import Vung, photos


def check_quickshift(ours, image):
    """Pixels that differ given the same colours, pixels that differ from the photo alone, and ARI."""
    height, width = image.shape[:2]
    theirs = quickshift(image, kernel_size=5, max_dist=10, ratio=0.5)
    noise = np.random.default_rng(42).normal(scale=1e-5, size=(height, width))
    ours.ask(task="quickshift", colours=ours.save("colours.npy", rgb2lab(image)), noise=ours.save("noise.npy", noise),
             height=height, width=width, kernel=5, distance=10, ratio=0.5, out=ours.path("tree.npy"))
    given = int((np.load(ours.path("tree.npy")) != theirs).sum())
    labels, _ = ours.segment("quickshift:kernel=5,distance=10,ratio=0.5", image)
    own = int((labels != theirs).sum())
    return given, own, adjusted_rand_score(theirs.ravel(), labels.ravel())


def check_meanshift(ours, image):
    """The worst of three bandwidths: modes missing or too many, distance of centres, 1 - ARI; error of the bandwidth."""
    small = cv2.resize(image, (64, 64), interpolation=cv2.INTER_AREA)
    points = small.reshape(-1, 3)
    auto = estimate_bandwidth(points, quantile=0.3)
    _, reply = ours.segment("meanshift:samples=20000", small)
    error = abs(reply["findings"]["bandwidth"] - auto) if auto > 0 else 0.0
    missing, apart, disagreement = 0, 0.0, 0.0
    for bandwidth in (max(auto, 1.0), max(auto / 2, 1.0), 15.0):
        model = MeanShift(bandwidth=bandwidth, bin_seeding=True).fit(points)
        labels, reply = ours.segment(f"meanshift:bandwidth={bandwidth!r}", small)
        centres = np.array(reply["findings"]["centres"])
        missing = max(missing, abs(len(centres) - len(model.cluster_centers_)))
        if centres.shape == model.cluster_centers_.shape:
            apart = max(apart, float(np.abs(centres - model.cluster_centers_).max()))
        disagreement = max(disagreement, 1 - adjusted_rand_score(model.labels_, labels.ravel()))
    return missing, apart, 1 - disagreement, error


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--limit", type=int, help="photos per folder")
    parser.add_argument("--largest", type=int, default=700_000, help="photos with more pixels are left out")
    arguments = parser.parse_args()
    rows = []
    print("| photo | quickshift: differ, same Lab | differ | ARI | mean shift: modes off | centres apart | ARI | bandwidth off |")
    print("|---|---|---|---|---|---|---|---|")
    with Vung() as ours:
        for folder in arguments.folders:
            for path, image in photos(folder, arguments.limit):
                if image.shape[0] * image.shape[1] > arguments.largest:
                    continue
                row = check_quickshift(ours, image) + check_meanshift(ours, image)
                rows.append(row)
                print(f"| {path.name} | {row[0]} | {row[1]} | {row[2]:.5f} | {row[3]} | {row[4]:.1e} | {row[5]:.5f} "
                      f"| {row[6]:.1e} |", flush=True)
    columns = list(zip(*rows))
    worst = (max(columns[0]), max(columns[1]), min(columns[2]), max(columns[3]), max(columns[4]), min(columns[5]),
             max(columns[6]))
    print("| **worst of %d** | %d | %d | %.5f | %d | %.1e | %.5f | %.1e |" % (len(rows), *worst))
    met = (worst[0] == 0 and worst[2] >= 0.99 and worst[3] == 0 and worst[4] <= 1e-3 and worst[5] >= 0.999
           and worst[6] <= 1e-6)
    sys.exit(0 if met else 1)


if __name__ == "__main__":
    main()
