"""Compares watershed, region merging, boundaries, components and region properties with scikit-image on photos.

    /usr/bin/python3 checks/peers/agree_regions.py FOLDER… [--limit N]

Both sides get the same relief, markers and superpixels. Prints the worst case of every comparison and exits with 1 if a
target is missed. Made for Debian's python3-skimage 0.19.3. Build the worker first: checks/peers/build
"""

import argparse
import sys

import numpy as np
from scipy import ndimage
from skimage import color, feature, filters, measure, morphology, segmentation
from skimage.future import graph
from sklearn.metrics import adjusted_rand_score

from vung import Vung, photos


def ari(one, two):
    return adjusted_rand_score(one.ravel(), two.ravel())


def minima(relief, connectivity):
    flat = morphology.local_minima(relief, connectivity=connectivity)
    return measure.label(flat, connectivity=connectivity)


def grid_markers(shape, step=25):
    markers = np.zeros(shape, int)
    spots = markers[step // 2::step, step // 2::step]
    spots[...] = np.arange(1, spots.size + 1).reshape(spots.shape)
    return markers


def flood(ours, relief, markers, part=None, connectivity=1, compactness=0.0, line=False, repeat=0):
    """Our labels and seconds."""
    request = dict(task="flood", relief=ours.save("relief.npy", relief.astype(np.float64)),
                   markers=ours.save("markers.npy", markers.astype(np.float64)), height=relief.shape[0],
                   width=relief.shape[1], connectivity=connectivity, compactness=compactness, line=line,
                   out=ours.path("flooded.npy"), repeat=repeat)
    if part is not None:
        request["part"] = ours.save("part.npy", part.astype(np.float64))
    reply = ours.ask(**request)
    return np.load(ours.path("flooded.npy")), reply["seconds"]


def cells(grey):
    """Objects by Otsu, distance to the ground, peaks: relief, markers, part."""
    part = grey > filters.threshold_otsu(grey) if np.ptp(grey) > 0 else np.zeros(grey.shape, bool)
    distance = ndimage.distance_transform_edt(part)
    peaks = feature.peak_local_max(distance, min_distance=7, labels=measure.label(part))
    markers = np.zeros(grey.shape, int)
    markers[tuple(peaks.T)] = np.arange(1, len(peaks) + 1)
    return -distance, markers, part


def floods(ours, pixels, table, name):
    grey = color.rgb2gray(pixels)
    slope = filters.sobel(grey)
    steps = np.rint(slope * 255)
    cases = [("gradient, minima", slope, minima(slope, 1), None, {}),
             ("gradient, minima, 8 neighbours", slope, minima(slope, 2), None, dict(connectivity=2)),
             ("gradient, grid", slope, grid_markers(grey.shape), None, {}),
             ("gradient, grid, line", slope, grid_markers(grey.shape), None, dict(line=True)),
             ("gradient, grid, compact", slope, grid_markers(grey.shape), None, dict(compactness=0.01)),
             ("whole steps, minima", steps, minima(steps, 1), None, {}),
             ("whole steps, minima, line", steps, minima(steps, 1), None, dict(line=True)),
             ("whole steps, grid, compact", steps, grid_markers(grey.shape), None, dict(compactness=1.0)),
             ("distance, peaks, in objects", *cells(grey), {})]
    for case, relief, markers, part, options in cases:
        theirs = segmentation.watershed(
            relief, markers.astype(np.int32), mask=part, connectivity=options.get("connectivity", 1),
            compactness=options.get("compactness", 0), watershed_line=options.get("line", False))
        labels, _ = flood(ours, relief, markers, part, **options)
        table.note("watershed: " + case, name, 1.0 if np.array_equal(theirs, labels) else ari(theirs, labels), 0.99)


def mean_colour_weight(rag, src, dst, n):
    return {"weight": np.linalg.norm(rag.nodes[dst]["mean color"] - rag.nodes[n]["mean color"])}


def add_colours(rag, src, dst):
    rag.nodes[dst]["total color"] += rag.nodes[src]["total color"]
    rag.nodes[dst]["pixel count"] += rag.nodes[src]["pixel count"]
    rag.nodes[dst]["mean color"] = rag.nodes[dst]["total color"] / rag.nodes[dst]["pixel count"]


def same_partition(one, two):
    pairs = np.unique(np.stack([one.ravel(), two.ravel()]), axis=1).shape[1]
    return pairs == len(np.unique(one)) == len(np.unique(two))


def merge(ours, pixels, labels, rule, threshold, repeat=0):
    """Our labels and seconds."""
    reply = ours.ask(task="merge", image=ours.save("image.npy", pixels),
                     labels=ours.save("small.npy", labels.astype(np.float64)), rule=rule, threshold=threshold, regions=0,
                     out=ours.path("merged.npy"), repeat=repeat)
    return np.load(ours.path("merged.npy")), reply["seconds"]


def merges(ours, pixels, table, name):
    pixels = np.ascontiguousarray(pixels[::2, ::2])  # scikit-image visits every pixel in Python
    small = segmentation.slic(pixels, n_segments=300, compactness=10, start_label=0)
    if small.max() == 0:
        return
    for threshold in (10, 30):
        rag = graph.rag_mean_color(pixels, small)
        hierarchy = graph.merge_hierarchical(small, rag.copy(), threshold, False, True, add_colours, mean_colour_weight)
        cut = graph.cut_threshold(small, rag, threshold)
        for rule, theirs in (("cut", cut), ("hierarchy", hierarchy)):
            labels, _ = merge(ours, pixels, small, rule, threshold)
            score = 1.0 if same_partition(theirs, labels) else ari(theirs, labels)
            table.note(f"merge: {rule}, threshold {threshold}", name, score, 1.0)


def drawings(ours, pixels, table, name):
    labels = segmentation.felzenszwalb(pixels, scale=200).astype(np.int32)  # 64 bits overflow in scikit-image
    for mode in ("thick", "inner", "outer"):
        ours.ask(task="mark", image=ours.save("image.npy", pixels),
                 labels=ours.save("labels.npy", labels.astype(np.float64)), mode=mode, out=ours.path("marked.npy"))
        theirs = np.rint(segmentation.mark_boundaries(pixels, labels, mode=mode) * 255).astype(np.uint8)
        table.note(f"mark_boundaries: {mode}", name, float(np.array_equal(theirs, np.load(ours.path("marked.npy")))), 1.0)


def measures(ours, pixels, table, name):
    classes = color.rgb2gray(pixels) * 6 // 1
    for connectivity in (1, 2):
        ours.ask(task="measure", image=ours.save("image.npy", pixels),
                 labels=ours.save("labels.npy", classes.astype(np.float64)), connectivity=connectivity,
                 out=ours.path("regions.npy"), parts=ours.path("parts.npy"))
        theirs = measure.label(classes.astype(int) + 1, connectivity=connectivity, background=0) - 1
        score = float(np.array_equal(theirs, np.load(ours.path("parts.npy"))))
        table.note(f"components: {connectivity * 4} neighbours", name, score, 1.0)
    labels = segmentation.felzenszwalb(pixels, scale=200)
    ours.ask(task="measure", image=ours.save("image.npy", pixels),
             labels=ours.save("labels.npy", labels.astype(np.float64)), connectivity=1,
             out=ours.path("regions.npy"), parts=ours.path("parts.npy"))
    rows = np.load(ours.path("regions.npy"))
    wrong = 0
    for row, region in zip(rows, measure.regionprops(labels + 1, pixels)):
        top, left, bottom, right = region.bbox
        expected = [region.label - 1, region.area, top, left, bottom - top, right - left, *region.centroid,
                    region.perimeter, region.axis_major_length, region.axis_minor_length, region.eccentricity]
        close = np.allclose(row[:12], expected, rtol=1e-7, atol=1e-6)
        # Of a round shape the orientation is chance; at 45 degrees scikit-image 0.19.3 turns its sign.
        free = region.eccentricity < 1e-3 or abs(abs(region.orientation) - np.pi / 4) < 1e-6
        close &= free or abs(np.sin(row[12] - region.orientation)) < 1e-6
        wrong += not (close and np.allclose(row[13:], region.intensity_mean, rtol=1e-12))
    table.note("region properties", name, float(wrong == 0 and len(rows) == labels.max() + 1), 1.0)


SHAPE_NAMES = ("label", "area", "top", "left", "height", "width", "centroid row", "centroid column", "perimeter", "extent",
               "equivalent diameter", "major axis", "minor axis", "eccentricity", "orientation", "euler number",
               "crofton perimeter", "convex area", "solidity", "feret diameter",
               *[f"{kind} moment {p}{q}" for kind in ("raw", "central", "normalised") for p in range(4) for q in range(4)],
               *[f"hu {i}" for i in range(1, 8)], "inertia 1", "inertia 2")
INTENSITY_NAMES = ("mean", "minimum", "maximum", "deviation", "weighted row", "weighted column")


def shape_row(region):
    """Every property of a region of scikit-image, as the worker writes it."""
    top, left, bottom, right = region.bbox
    channels = region.intensity_mean.size
    return np.array([
        region.label - 1, region.area, top, left, bottom - top, right - left, *region.centroid, region.perimeter,
        region.extent, region.equivalent_diameter_area, region.axis_major_length, region.axis_minor_length,
        region.eccentricity, region.orientation, region.euler_number, region.perimeter_crofton, region.area_convex,
        region.solidity, region.feret_diameter_max, *region.moments.ravel(), *region.moments_central.ravel(),
        *region.moments_normalized.ravel(), *region.moments_hu, *region.inertia_tensor_eigvals,
        *np.stack([region.intensity_mean, region.intensity_min, region.intensity_max, region.intensity_std,
                   *region.centroid_weighted]).reshape(6, channels).T.ravel()], float)


def intensity_std(part, image):
    return image[part].std()


def shape_differences(ours, pixels, labels):
    """Per property the largest difference over all regions, relative where the value is above 1.

    Where the answer is a root of a rounded 0 or the angle of a round shape, scikit-image's own last digits decide: axes and
    eccentricity are compared squared, the orientation by twice its sine and cosine where the axes differ, central moments
    against the size that they can have.
    """
    ours.ask(task="shapes", image=ours.save("image.npy", pixels),
             labels=ours.save("labels.npy", labels.astype(np.float64)), out=ours.path("shapes.npy"))
    mine = np.load(ours.path("shapes.npy"))
    theirs = np.stack([shape_row(region) for region in measure.regionprops(
        labels + 1, pixels.astype(float), extra_properties=[intensity_std])])
    if mine.shape != theirs.shape:
        raise ValueError(f"regions must be as many, got {mine.shape} and {theirs.shape}")
    at = SHAPE_NAMES.index
    scale = np.maximum(1, np.abs(theirs))
    first = at("central moment 00")
    reach = np.maximum(theirs[:, at("height")], theirs[:, at("width")])
    for p in range(4):
        for q in range(4):
            scale[:, first + 4 * p + q] = np.maximum(1, theirs[:, at("area")] * reach ** (p + q))
    for name in ("major axis", "minor axis", "eccentricity"):
        mine[:, at(name)] **= 2
        theirs[:, at(name)] **= 2
    for name in ("major axis", "minor axis"):  # rounding of both is that of the longer one
        scale[:, at(name)] = np.maximum(1, theirs[:, at("major axis")])
    round_shape = (theirs[:, at("eccentricity")] < 1e-6) | (  # at 45 degrees scikit-image 0.19.3 turns the sign
        np.abs(np.abs(theirs[:, at("orientation")]) - np.pi / 4) < 1e-9)
    turn = np.exp(2j * mine[:, at("orientation")]) - np.exp(2j * theirs[:, at("orientation")])
    difference = np.abs(mine - theirs) / scale
    difference[:, at("orientation")] = np.where(round_shape, 0, np.abs(turn))
    difference[np.isnan(mine) & np.isnan(theirs)] = 0
    channels = (mine.shape[1] - len(SHAPE_NAMES)) // 6
    return dict(zip(SHAPE_NAMES + INTENSITY_NAMES * channels, difference.max(axis=0)))


def shapes(ours, pixels, table, name):
    labels = segmentation.felzenszwalb(pixels, scale=200)
    worst = max(shape_differences(ours, pixels, labels).items(), key=lambda item: item[1])
    table.note("shapes and intensities to 1e-9", f"{name} ({worst[0]} {worst[1]:.1e})", float(worst[1] <= 1e-9), 1.0)


class Table:
    """The worst score of every comparison."""

    def __init__(self):
        self.worst = {}
        self.count = {}
        self.same = {}

    def note(self, case, name, score, target):
        self.count[case] = self.count.get(case, 0) + 1
        self.same[case] = self.same.get(case, 0) + (score == 1.0)
        if case not in self.worst or score < self.worst[case][0]:
            self.worst[case] = (score, name, target)

    def print(self):
        print("| case | photos | identical | worst score | on | target |\n|---|---|---|---|---|---|")
        missed = 0
        for case, (score, name, target) in self.worst.items():
            missed += score < target
            mark = "" if score >= target else " MISSED"
            print(f"| {case} | {self.count[case]} | {self.same[case]} | {score:.6f} | {name} | {target}{mark} |")
        return missed


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--limit", type=int, help="photos per folder")
    parser.add_argument("--no-merge", action="store_true", help="leave out region merging, which scikit-image does slowly")
    arguments = parser.parse_args()
    table = Table()
    with Vung() as ours:
        for folder in arguments.folders:
            for path, pixels in photos(folder, arguments.limit):
                for compare in (floods, drawings, measures, shapes) + (() if arguments.no_merge else (merges,)):
                    compare(ours, pixels, table, path.name)
    return 1 if table.print() else 0


if __name__ == "__main__":
    sys.exit(main())
