#!/usr/bin/python3
"""Times kmeans and em against scikit-learn 1.2.1 and OpenCV 4.6.0, in turns within one run; prints a Markdown table.

    checks/peers/build && checks/peers/speed_clusters.py --photo astronaut.png [--rounds 5]

Each side starts from the pixels in memory and ends with a label per pixel. The peers are called as a user would for the
same work: KMeans(3, n_init=10, random_state=0) on float32 pixels, which is the fastest type it takes (float64 is timed too);
cv2.kmeans with 10 attempts, k-means++ seeding and its usual 10 iterations or a move below 1; GaussianMixture(3, max_iter=20,
random_state=0) on float64 pixels. Ours are em:tolerance=0 (all 20 iterations) where the peer also is told to run all 20, and
the defaults where it may stop at its tolerance.
"""

import argparse
import os
import time
import warnings

os.environ.setdefault("OMP_NUM_THREADS", "2")
import cv2
import numpy as np
from PIL import Image
from sklearn.cluster import KMeans
from sklearn.mixture import GaussianMixture

from vung import Vung


def sklearn_kmeans(x):
    return lambda: KMeans(3, n_init=10, random_state=0).fit_predict(x)


def cv2_kmeans(x):
    criteria = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 10, 1.0)
    return lambda: cv2.kmeans(x, 3, None, criteria, 10, cv2.KMEANS_PP_CENTERS)


def sklearn_em(x, tolerance):
    return lambda: GaussianMixture(3, max_iter=20, tol=tolerance, random_state=0).fit_predict(x)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--photo", required=True)
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    warnings.simplefilter("ignore")
    pixels = np.array(Image.open(args.photo).convert("RGB"))
    wide = pixels.reshape(-1, 3).astype(np.float64)
    narrow = wide.astype(np.float32)
    cases = [
        ("kmeans k=3, 10 restarts", "sklearn float32", sklearn_kmeans(narrow), "kmeans:k=3", 20),
        ("kmeans k=3, 10 restarts", "sklearn float64", sklearn_kmeans(wide), "kmeans:k=3", 20),
        ("kmeans k=3, 10 restarts", "cv2 10 attempts", cv2_kmeans(narrow), "kmeans:k=3", 10),
        ("em k=3 full, ≤ 20 iterations", "sklearn", sklearn_em(wide, 1e-3), "em:k=3", 15),
        ("em k=3 full, 20 iterations", "sklearn tol=0", sklearn_em(wide, 0), "em:k=3,tolerance=0", 15),
    ]
    theirs = [[] for _ in cases]
    ours = [[] for _ in cases]
    with Vung() as vung:
        for method in sorted({case[3] for case in cases}):
            vung.segment(method, pixels, repeat=60)
        for _ in range(args.rounds):
            for at, (_, _, peer, method, _) in enumerate(cases):
                start = time.perf_counter()
                peer()
                theirs[at].append(time.perf_counter() - start)
                ours[at].append(np.median(vung.segment(method, pixels, repeat=5)[1]["seconds"]))
    print("| case | peer | peer ms | ours ms | ratio | target |\n|---|---|---|---|---|---|")
    for at, (case, peer, _, _, target) in enumerate(cases):
        a, b = np.median(theirs[at]) * 1e3, np.median(ours[at]) * 1e3
        print(f"| {case} | {peer} | {a:.0f} | {b:.1f} | {a / b:.1f} × | ≥ {target} × |")


if __name__ == "__main__":
    main()
