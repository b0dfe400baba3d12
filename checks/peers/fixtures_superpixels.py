#!/usr/bin/env python3
"""Writes what the tests of slic, felzenszwalb and Gaussian smoothing compare with.

    /usr/bin/python3 checks/peers/fixtures_superpixels.py

Written with scikit-image 0.19.3, SciPy 1.10.1, NumPy 1.24.2.
"""

import pathlib
import warnings
import zlib

import numpy as np
from scipy import ndimage
from skimage.segmentation import felzenszwalb, slic

ROOT = pathlib.Path(__file__).resolve().parents[2]
CLASSIC = ROOT / "classic/src/test/resources/org/vung/classic"
IMAGE = ROOT / "core/src/test/resources/org/vung/image"
HEIGHT, WIDTH = 48, 64


def picture():
    """Two discs and a flat stripe on a shaded ground, with a grain, in whole numbers."""
    row, column = np.mgrid[:HEIGHT, :WIDTH]
    red = 60 + 2 * row + (row * 31 + column * 17) % 23
    green = 200 - 2 * column + (row * 13 + column * 29) % 19
    blue = 90 + (row * column) // 40 + (row * 7 + column * 5) % 11
    image = np.stack([red, green, blue], axis=-1)
    image[(row - 15) ** 2 + (column - 20) ** 2 < 100] += np.array([70, -60, 20])
    image[(row - 32) ** 2 + (column - 45) ** 2 < 90] += np.array([-40, 70, 60])
    image[40:44, 5:60] = 128
    return np.clip(image, 0, 255).astype(np.uint8)


def crc(numbers):
    return f"{zlib.crc32(np.ascontiguousarray(numbers, '<i4').tobytes()):08x}"


def labels(folder, image, cases):
    (CLASSIC / folder).mkdir(parents=True, exist_ok=True)
    (CLASSIC / folder / "picture.rgb").write_bytes(image.tobytes())
    lines = ["# options; colour or grey; number of labels; CRC-32 of the labels as little-endian 32-bit integers"]
    for name, peer in cases:
        for kind, pixels, channels in (("colour", image, -1), ("grey", image[..., 1], None)):
            kept, found = np.unique(peer(pixels, channels), return_inverse=True)  # numbered without gaps
            lines.append(f"{name};{kind};{len(kept)};{crc(found)}")
    (CLASSIC / folder / "labels.txt").write_text("\n".join(lines) + "\n")


def costs(count, kinds):
    """Whole numbers from a linear congruential generator, many of them equal."""
    numbers, state = np.empty(count), 1
    for i in range(count):
        state = (state * 1103515245 + 12345) % 2 ** 31
        numbers[i] = state // 65536 % kinds
    return numbers


def bad_for_median_of_three(count):
    """Musser's sequence that makes quicksort quadratic, every four neighbours made equal."""
    numbers, half = np.zeros(count + 1), count // 2
    for i in range(1, half + 1):
        if i % 2 == 1:
            numbers[i], numbers[i + 1] = i, half + i
        numbers[half + i] = 2 * i
    return numbers[1:] // 4


def orders():
    lines = ["# count; kinds (0: bad for the median of three); CRC-32 of numpy.argsort"]
    for count, kinds in ((1, 1), (16, 3), (17, 1), (17, 5), (40, 2), (300, 97), (5000, 5), (60000, 100), (6000, 0)):
        numbers = costs(count, kinds) if kinds else bad_for_median_of_three(count)
        lines.append(f"{count};{kinds};{crc(np.argsort(numbers))}")
    (CLASSIC / "felzenszwalb/orders.txt").write_text("\n".join(lines) + "\n")


def gaussian():
    samples = (np.arange(5 * 7 * 2) * 37 % 101 / 100).reshape(5, 7, 2)
    lines = ["# sigma, then the smoothed samples of a 5x7 image of 2 channels, (i * 37 % 101) / 100 in memory order"]
    for sigma in (0.8, 3.0):
        smooth = ndimage.gaussian_filter(samples, [sigma, sigma, 0], mode="reflect")
        lines.append(" ".join([str(sigma)] + [value.hex() for value in smooth.ravel().tolist()]))
    IMAGE.mkdir(parents=True, exist_ok=True)
    (IMAGE / "gaussian.txt").write_text("\n".join(lines) + "\n")


def main():
    warnings.simplefilter("ignore")
    image = picture()
    with_slic = lambda **given: lambda pixels, channels: slic(pixels, start_label=0, channel_axis=channels, **given)
    labels("slic", image, [
        ("segments=20", with_slic(n_segments=20)),
        ("segments=60,compactness=1", with_slic(n_segments=60, compactness=1)),
        ("segments=40,compactness=30,iterations=3", with_slic(n_segments=40, compactness=30, max_num_iter=3)),
        ("segments=30,zero", with_slic(n_segments=30, slic_zero=True)),
        ("segments=30,sigma=0.8", with_slic(n_segments=30, sigma=0.8)),
        ("segments=30,compactness=0.1,rgb", with_slic(n_segments=30, compactness=0.1, convert2lab=False)),
        ("segments=30,loose", with_slic(n_segments=30, compactness=1, enforce_connectivity=False)),
        ("segments=30,max-size=1.2",
         with_slic(n_segments=30, compactness=1, min_size_factor=0.2, max_size_factor=1.2)),
        ("segments=5000", with_slic(n_segments=5000)),
    ])
    labels("felzenszwalb", image, [
        (f"{scale},{sigma},{area}",
         lambda pixels, _, scale=scale, sigma=sigma, area=area: felzenszwalb(pixels, scale, sigma, area))
        for scale, sigma, area in ((100, 0.8, 20), (10, 0.8, 5), (300, 0.8, 50), (30, 0, 0), (1, 0.8, 1))])
    orders()
    gaussian()


if __name__ == "__main__":
    main()
