#!/usr/bin/python3
"""Times quickshift and mean shift beside their peers, in turns, in one run.

    checks/peers/build && checks/peers/speed_modes.py --photo PATH [--rounds N]

Prints a table of medians, and how far two fast mean-shift filters are from the exact one: every centre climbs by itself at
the photo's own size until it rests. Exits 1 if a target is missed. Peers: Debian's scikit-image 0.19.3, scikit-learn 1.2.1,
OpenCV 4.6.0.
"""

import argparse
import statistics
import sys
import time

import cv2
import numpy as np
from PIL import Image
from skimage.segmentation import quickshift
from sklearn.cluster import MeanShift, estimate_bandwidth

from vung import Vung


def seconds(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def compare(name, peer, theirs, mine, target, rounds):
    """One table row; the first round warms both sides up and is dropped."""
    pairs = [(seconds(theirs), mine()) for _ in range(rounds + 1)][1:]
    peer_time = statistics.median(pair[0] for pair in pairs)
    our_time = statistics.median(pair[1] for pair in pairs)
    ratio = peer_time / our_time
    print(f"| {name} | {peer} | {peer_time * 1e3:.0f} | {our_time * 1e3:.1f} | {ratio:.1f} | {target} |", flush=True)
    return ratio >= target


def quality(ours, image):
    """Mean distance in RGB to the exact filter, mean gradient, variance within quickshift's regions, per filter."""
    exact, _ = ours.filter("meanshift:mode=joint,spatial=20,range=40,sharing=0,iterations=300", image)
    fast, _ = ours.filter("meanshift:mode=joint,spatial=20,range=40", image)
    pyramid = cv2.pyrMeanShiftFiltering(image, 20, 40)
    print("\n| filter 20/40 | distance to exact | gradient | variance within regions |\n|---|---|---|---|")
    regions = ours.segment("quickshift", image)[0].ravel()
    areas = np.bincount(regions)
    distances = []
    for name, picture in (("photo", image), ("exact", exact), ("ours", fast), ("cv2.pyrMeanShiftFiltering", pyramid)):
        values = picture.astype(float)
        distance = np.sqrt(((values - exact) ** 2).sum(-1)).mean()
        gradient = np.abs(np.diff(values, axis=0)).mean() + np.abs(np.diff(values, axis=1)).mean()
        means = np.stack([np.bincount(regions, values[..., c].ravel()) / areas for c in range(3)], axis=-1)
        within = ((values.reshape(-1, 3) - means[regions]) ** 2).sum(-1).mean()
        distances.append(distance)
        print(f"| {name} | {distance:.2f} | {gradient:.2f} | {within:.1f} |")
    return distances[2] <= distances[3]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--photo", required=True)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    image = np.array(Image.open(arguments.photo).convert("RGB"))
    small = cv2.resize(image, (128, 128), interpolation=cv2.INTER_AREA)
    points = small.reshape(-1, 3)
    auto = float(estimate_bandwidth(points, quantile=0.3))
    met = True
    print("| case | peer | peer ms | ours ms | ratio | target |\n|---|---|---|---|---|---|")
    with Vung() as ours:
        def segment(method, pixels, repeat):
            return lambda: statistics.median(ours.segment(method, pixels, repeat)[1]["seconds"])

        met &= compare("quickshift 5/10/0.5", "scikit-image",
                       lambda: quickshift(image, kernel_size=5, max_dist=10, ratio=0.5),
                       segment("quickshift:kernel=5,distance=10,ratio=0.5", image, 5), 8, arguments.rounds)
        for bandwidth in (auto, auto / 2):
            met &= compare(f"mean shift, 128x128 colours, binned seeds, bandwidth {bandwidth:.1f}", "scikit-learn",
                           lambda: MeanShift(bandwidth=bandwidth, bin_seeding=True).fit(points),
                           segment(f"meanshift:bandwidth={bandwidth!r}", small, 9), 20, arguments.rounds)
        met &= compare("mean-shift filter 20/40", "OpenCV", lambda: cv2.pyrMeanShiftFiltering(image, 20, 40),
                       lambda: statistics.median(
                           ours.filter("meanshift:mode=joint,spatial=20,range=40", image, 3)[1]["seconds"]),
                       2, arguments.rounds)
        met &= quality(ours, image)
    sys.exit(0 if met else 1)


if __name__ == "__main__":
    main()
