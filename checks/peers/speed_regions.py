"""Times watershed, region merging, components, properties and boundaries against scikit-image, both warm, in turns.

    /usr/bin/python3 checks/peers/speed_regions.py --photo PHOTO [--rounds 5]

Prints a Markdown table of medians; exits with 1 if a target is missed. Build the worker first: checks/peers/build
"""

import argparse
import sys
import time

import numpy as np
from PIL import Image
from skimage import color, filters, measure, segmentation

from agree_regions import cells, flood, grid_markers, minima
from vung import Vung


def seconds(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def flooding(ours, relief, markers, part=None, **options):
    """(their seconds, our seconds) of one round."""
    markers = markers.astype(np.int32)
    theirs = seconds(lambda: segmentation.watershed(
        relief, markers, mask=part, connectivity=options.get("connectivity", 1),
        compactness=options.get("compactness", 0), watershed_line=options.get("line", False)))
    return theirs, np.median(flood(ours, relief, markers, part, repeat=3, **options)[1])


def labelled(ours, task, pixels, labels, **more):
    return ours.ask(task=task, image=ours.save("image.npy", pixels), repeat=3,
                    labels=ours.save("labels.npy", labels.astype(np.float64)), out=ours.path("out.npy"), **more)


def split(ours, pixels, labels):
    reply = labelled(ours, "measure", pixels, labels, connectivity=1, parts=ours.path("parts.npy"))
    return np.median(reply["split_seconds"])


def components(ours, pixels, labels):
    return seconds(lambda: measure.label(labels + 1, connectivity=1)), split(ours, pixels, labels)


def beside_a_copy(ours, pixels, labels):
    """(seconds to copy the labels to new memory, our seconds to number their components): how far memory is from being the limit."""
    whole = labels.astype(np.int32)
    return np.median([seconds(whole.copy) for _ in range(5)]), split(ours, pixels, labels)


def properties(ours, pixels, labels):
    wanted = ("label", "area", "bbox", "centroid", "perimeter", "axis_major_length", "axis_minor_length",
              "eccentricity", "orientation", "intensity_mean")
    reply = labelled(ours, "measure", pixels, labels, connectivity=1, parts=ours.path("parts.npy"))
    return (seconds(lambda: measure.regionprops_table(labels + 1, pixels, properties=wanted)),
            np.median(reply["seconds"]))


ALL_SHAPES = ("label", "area", "bbox", "centroid", "perimeter", "extent", "equivalent_diameter_area", "axis_major_length",
              "axis_minor_length", "eccentricity", "orientation", "euler_number", "perimeter_crofton", "area_convex",
              "solidity", "feret_diameter_max", "moments", "moments_central", "moments_normalized", "moments_hu",
              "inertia_tensor_eigvals", "intensity_mean", "intensity_min", "intensity_max", "centroid_weighted")


def ten_thousand_regions(side=3200, grid=100, seed=0):
    """10 megapixels of grey noise in 100 x 100 cells with wavy borders."""
    row, column = np.indices((side, side))
    step = side // grid
    rows = np.clip((row + 6 * np.sin(column / 9)) // step, 0, grid - 1)
    columns = np.clip((column + 6 * np.sin(row / 11)) // step, 0, grid - 1)
    labels = (rows * grid + columns).astype(int)
    return np.random.RandomState(seed).randint(0, 256, (side, side)).astype(np.uint8), labels


def all_shapes(ours, pixels, labels):
    """(their seconds, our seconds): everything that both measure; standard deviations are ours alone."""
    reply = ours.ask(task="shapes", image=ours.save("image.npy", pixels), repeat=3,
                     labels=ours.save("labels.npy", labels.astype(np.float64)), out=ours.path("out.npy"))
    return (seconds(lambda: measure.regionprops_table(labels + 1, pixels, properties=ALL_SHAPES)),
            np.median(reply["seconds"]))


def marking(ours, pixels, labels):
    reply = labelled(ours, "mark", pixels, labels, mode="outer")
    return seconds(lambda: segmentation.mark_boundaries(pixels, labels)), np.median(reply["seconds"])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photo", required=True)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    pixels = np.array(Image.open(arguments.photo).convert("RGB"))
    grey = color.rgb2gray(pixels)
    slope = filters.sobel(grey)
    steps = np.rint(slope * 255)
    valleys, low = minima(slope, 1), minima(steps, 1)
    grid = grid_markers(grey.shape)
    light = np.rint(grey * 255).astype(np.uint8)
    superpixels = segmentation.slic(pixels, n_segments=250, start_label=0)
    classes = (grey * 6).astype(int)
    cases = [
        ("watershed, gradient, minima", 2, lambda ours: flooding(ours, slope, valleys)),
        ("watershed, gradient, minima, 8 neighbours", 2, lambda ours: flooding(ours, slope, valleys, connectivity=2)),
        ("watershed, gradient, grid", 2, lambda ours: flooding(ours, slope, grid)),
        ("watershed, whole steps, minima", 2, lambda ours: flooding(ours, steps, low)),
        ("watershed, distance, peaks", 2, lambda ours: flooding(ours, *cells(grey))),
        ("watershed, gradient, grid, line", 1, lambda ours: flooding(ours, slope, grid, line=True)),
        ("watershed, gradient, grid, compact", 1, lambda ours: flooding(ours, slope, grid, compactness=0.01)),
        ("components, 6 greys", 1, lambda ours: components(ours, pixels, classes)),
        ("properties, 250 regions", 1, lambda ours: properties(ours, pixels, superpixels)),
        ("every property, 250 regions", 5, lambda ours: all_shapes(ours, light, superpixels)),
        ("mark_boundaries, 250 regions", 1, lambda ours: marking(ours, pixels, superpixels))]
    many = ten_thousand_regions()
    large = [  # properties once: scikit-image takes a minute
        ("components, 10 MP, 10,000 regions", "scikit-image", 1, 3, components),
        ("components, 10 MP, beside a copy", "NumPy", 0.2, 3, beside_a_copy),
        ("every property, 10 MP, 10,000 regions", "scikit-image", 5, 1, all_shapes)]
    times = {name: [] for name, _, _ in cases}
    with Vung() as ours:
        for turn in range(arguments.rounds + 2):
            for name, _, work in cases:
                pair = work(ours)
                if turn >= 2:  # the first two warm up
                    times[name].append(pair)
        for name, _, _, turns, work in large:
            times[name] = [work(ours, *many) for _ in range(turns)]
    print("| case | peer | peer ms | ours ms | ratio | target |\n|---|---|---|---|---|---|")
    missed = 0
    for name, peer, target in [(name, "scikit-image", target) for name, target, _ in cases] + [case[:3] for case in large]:
        theirs, mine = np.median(times[name], axis=0) * 1e3
        missed += theirs / mine < target
        mark = "" if theirs / mine >= target else " MISSED"
        print(f"| {name} | {peer} | {theirs:.1f} | {mine:.1f} | {theirs / mine:.2f} | {target}{mark} |")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
