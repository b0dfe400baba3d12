#!/usr/bin/python3
"""Writes the oracle files of quickshift and mean shift below classic/src/test/resources/org/vung/classic.

    checks/peers/fixtures_modes.py

Made with Debian's scikit-image 0.19.3, scikit-learn 1.2.1, NumPy 1.24.2.
"""

import hashlib
import pathlib

import numpy as np
from skimage.segmentation import quickshift
from sklearn.cluster import MeanShift, estimate_bandwidth

RESOURCES = pathlib.Path(__file__).resolve().parents[2] / "classic/src/test/resources/org/vung/classic"


def scene(height=40, width=48):
    """Soft blobs of colour, a hard edge, a ramp and a grain, by formula."""
    row, column = np.mgrid[0:height, 0:width].astype(float)
    planes = []
    for channel in range(3):
        plane = 60 + 2.0 * column + 25 * channel * np.sin(row / 7)
        plane += 110 * np.exp(-((row - 12 - 6 * channel) ** 2 + (column - 14 - 9 * channel) ** 2) / 70)
        plane[(row > 24) & (column > 30)] = (200, 60, 90)[channel]
        plane += (row * 31 + column * 17 + channel * 7) % 13
        planes.append(plane)
    return np.clip(np.round(np.stack(planes, axis=-1)), 0, 255).astype(np.uint8)


def digest(labels):
    return hashlib.sha256(labels.astype("<i4").tobytes()).hexdigest()


def save_scene(folder):
    lines = [row.tobytes().hex() for row in scene()]
    (folder / "scene.hex").write_text("\n".join(lines) + "\n")


def quickshift_files(folder):
    save_scene(folder)
    image = scene()
    lines = ["# kernel,distance,ratio,sigma,seed,space,regions,sha256 of labels as little-endian int32"]
    cases = [(5, 10, 0.5, 0, 42, "lab"), (3, 6, 1.0, 0, 42, "lab"), (2.5, 8, 0.7, 1.0, 7, "lab"),
             (4, 20, 0.3, 3.2, 42, "lab"), (3, 5, 0.8, 0, 42, "raw"), (2, 4, 40, 0.6, 0, "raw")]
    for kernel, distance, ratio, sigma, seed, space in cases:
        labels = quickshift(image, ratio=ratio, kernel_size=kernel, max_dist=distance, sigma=sigma,
                            convert2lab=space == "lab", random_seed=seed)
        lines.append(f"{kernel},{distance},{ratio},{sigma},{seed},{space},{labels.max() + 1},{digest(labels)}")
    (folder / "labels.csv").write_text("\n".join(lines) + "\n")

    lines = ["# seed,index,default_rng(seed).normal(scale=1e-5) at that index"]
    for seed in (42, 0, 123456789012345):
        noise = np.random.default_rng(seed).normal(scale=1e-5, size=300000)
        tail = int(np.argmax(np.abs(noise)))
        for index in (0, 1, 2, 1000, tail, 299999):
            lines.append(f"{seed},{index},{float(noise[index])!r}")
    (folder / "noise.csv").write_text("\n".join(lines) + "\n")


def meanshift_files(folder):
    save_scene(folder)
    points = scene().reshape(-1, 3)
    lines = ["# quantile,estimate_bandwidth over all pixels"]
    for quantile in (0.05, 0.3, 0.8):
        lines.append(f"{quantile},{float(estimate_bandwidth(points, quantile=quantile))!r}")
    (folder / "bandwidths.csv").write_text("\n".join(lines) + "\n")

    lines = ["# bandwidth,seeds,iterations,sha256 of labels as little-endian int32,centres r g b by falling intensity"]
    for bandwidth, seeds in [(12, "binned"), (25, "binned"), (40.5, "binned"), (80, "binned"), (400, "binned"),
                             (25, "all"), (60, "all")]:
        model = MeanShift(bandwidth=bandwidth, bin_seeding=seeds == "binned").fit(points)
        centres = " ".join(repr(float(value)) for value in model.cluster_centers_.ravel())
        lines.append(f"{bandwidth},{seeds},{model.n_iter_},{digest(model.labels_)},{centres}")
    (folder / "modes.csv").write_text("\n".join(lines) + "\n")


def main():
    quickshift_files(RESOURCES / "quickshift")
    meanshift_files(RESOURCES / "meanshift")


if __name__ == "__main__":
    main()
