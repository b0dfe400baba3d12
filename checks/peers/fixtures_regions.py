"""Writes the oracle files for boundaries, region properties, watershed and region merging.

Made with Debian's python3-skimage 0.19.3, numpy 1.24.2, scipy 1.10.1:  /usr/bin/python3 checks/peers/fixtures_regions.py
"""

import pathlib
import zlib

import numpy as np
from scipy import ndimage, spatial
from skimage import measure, morphology, segmentation
from skimage.future import graph
from skimage.util import regular_seeds

from agree_regions import add_colours, mean_colour_weight

ROOT = pathlib.Path(__file__).resolve().parents[2]
CLASSIC = ROOT / "classic/src/test/resources/org/vung/classic"
CORE = ROOT / "core/src/test/resources/org/vung"


def regions(height=26, width=33):
    """Ground, a disc, a ring, a bar, a stair, two touching squares, a line and single pixels, by formula."""
    row, column = np.indices((height, width))
    labels = np.zeros((height, width), np.int32)
    labels[(row - 7) ** 2 + (column - 8) ** 2 < 30] = 1
    ring = (row - 7) ** 2 + (column - 22) ** 2
    labels[(ring < 40) & (ring > 12)] = 2
    labels[15:18, 2:20] = 3
    labels[(row >= 17) & (abs((column - 20) - (row - 17)) <= 1)] = 4
    labels[20:25, 3:8] = 5
    labels[20:25, 8:13] = 6
    labels[13, 30:] = 7
    labels[7, 22] = 8
    labels[0, 0] = labels[12, 16] = 9
    return labels


def colours(height, width):
    """An 8-bit RGB image by formula."""
    row, column = np.indices((height, width))
    return np.stack([(row * 9 + column) % 256, (column * 7) % 256, (row * column) % 256], 2).astype(np.uint8)


def save(path, lines):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n")


def grid(array):
    return [" ".join(str(int(v)) for v in line) for line in array]


def boundaries():
    labels = regions()
    save(CORE / "label/regions.txt", grid(labels))
    for mode in ("thick", "inner", "outer"):
        save(CORE / f"label/{mode}.txt", grid(segmentation.find_boundaries(labels, mode=mode)))
    marked = np.rint(segmentation.mark_boundaries(colours(*labels.shape), labels) * 255).astype(np.uint8)
    save(CORE / "label/marked.crc32", [str(zlib.crc32(marked.tobytes()))])


def properties():
    labels = regions()
    lines = ["# label area row column height width centroid-row centroid-column perimeter major minor eccentricity"
             " red green blue"]
    image = colours(*labels.shape)
    for region in measure.regionprops(labels + 1, image):
        top, left, bottom, right = region.bbox
        values = [region.label - 1, region.area, top, left, bottom - top, right - left, *region.centroid,
                  region.perimeter, region.axis_major_length, region.axis_minor_length, region.eccentricity,
                  *region.intensity_mean]
        lines.append(" ".join(repr(float(v)) for v in values))
    save(CORE / "measure/regions.txt", lines)


def label_images():
    """Random and made label images that show holes, scattered regions, gaps between labels, lines and image borders."""
    random = np.random.RandomState(7)
    row, column = np.indices((40, 47))
    waves = np.sin(row / 5) + np.cos(column / 6) + np.sin((row + 2 * column) / 9)
    blobs = np.rint(ndimage.gaussian_filter(random.rand(48, 61), 3) * 60).astype(int)
    return {
        "made": regions(),
        "noise": random.randint(0, 4, (20, 23)) * 2,
        "blobs": blobs - blobs.min(),
        "waves": np.floor(waves * 2).astype(int) + 7,
        "sparse": np.where(random.rand(37, 29) < 0.03, random.randint(1, 4, (37, 29)), 0),
        "row": random.randint(0, 3, (1, 40)),
        "column": random.randint(0, 3, (31, 1)),
        "pixel": np.zeros((1, 1), int),
    }


def intensities(height, width):
    """Two channels by formula: whole numbers of 16 bits, some of them 0."""
    row, column = np.indices((height, width))
    return np.stack([(row * 311 + column * 97) % 4099, (row * column * 13 + 5) % 65521], 2).astype(float)


def intensity_std(region, image):
    return image[region].std()


def least_width(region):
    """Of the contour whose largest width is feret_diameter_max, across each side of Qhull's polygon around it."""
    contour = np.vstack(measure.find_contours(np.pad(region.image_convex, 2), 0.5, fully_connected="high"))
    sides = spatial.ConvexHull(contour).equations
    return (-(contour @ sides[:, :2].T + sides[:, 2])).max(axis=0).min()


def shapes():
    for name, labels in label_images().items():
        lines = []
        for region in measure.regionprops(labels + 1):
            nu = region.moments_normalized
            values = [region.label - 1, region.area, region.euler_number, region.perimeter_crofton, region.area_convex,
                      region.solidity, region.feret_diameter_max, least_width(region), *region.moments.ravel(),
                      *region.moments_central.ravel(), *nu[~np.isnan(nu)], *region.moments_hu,
                      *region.inertia_tensor_eigvals, *region.centroid, region.axis_major_length ** 2,
                      region.axis_minor_length ** 2, region.perimeter, region.equivalent_diameter_area, region.extent]
            lines.append(" ".join(repr(float(v)) for v in values))
        save(CORE / f"measure/shape/{name}.txt", grid(labels))
        save(CORE / f"measure/shape/{name}-shapes.txt", lines)
        save(CORE / f"measure/intensity/{name}-intensities.txt", intensity_lines(labels))


def intensity_lines(labels):
    """Label and, per channel, mean, least, most, standard deviation and weighted centroid."""
    image = intensities(*labels.shape)
    lines = []
    for region in measure.regionprops(labels + 1, image, extra_properties=[intensity_std]):
        values = [region.label - 1]
        for channel in range(2):
            values += [region.intensity_mean[channel], region.intensity_min[channel], region.intensity_max[channel],
                       region.intensity_std[channel], region.centroid_weighted[0][channel],
                       region.centroid_weighted[1][channel]]
        lines.append(" ".join(repr(float(v)) for v in values))
    return lines


def relief(height=40, width=47):
    """Hills with plateaus: whole numbers by formula."""
    row, column = np.indices((height, width))
    return (row * row * 3 + column * 17 + row * column) % 101 // 9 + (np.abs(row - 20) + np.abs(column - 23)) // 6


def floods():
    heights = relief()
    save(CLASSIC / "watershed/relief.txt", grid(heights))
    minima = measure.label(morphology.local_minima(heights), connectivity=2)
    save(CLASSIC / "watershed/minima.txt", grid(minima))
    seeds = regular_seeds(heights.shape, 12)
    save(CLASSIC / "watershed/seeds.txt", grid(seeds))
    part = (heights % 7 != 3).astype(int)
    save(CLASSIC / "watershed/part.txt", grid(part))
    for name, markers in (("minima", minima), ("seeds", seeds)):
        for connectivity in (1, 2):
            for compactness in (0, 0.7):
                for line in (False, True):
                    labels = segmentation.watershed(heights, markers, connectivity=connectivity, mask=part,
                                                    compactness=compactness, watershed_line=line)
                    case = f"{name}-{connectivity * 4}-{compactness}-{str(line).lower()}"
                    save(CLASSIC / f"watershed/{case}.crc32", [crc32(labels)])


def crc32(labels):
    """Of the labels as little-endian 32-bit numbers."""
    return str(zlib.crc32(labels.astype("<i4").tobytes()))


def merges():
    labels = np.kron(np.arange(48).reshape(6, 8), np.ones((5, 4), int))
    image = colours(*labels.shape)
    image[:, :, 1] = image[:, :, 1] // 32 * 32  # equal mean colours, for ties
    image[:, :, 2] = 7
    image[:, :, 0] = labels % 5 * 10
    save(CLASSIC / "regionmerging/labels.txt", grid(labels))
    save(CLASSIC / "regionmerging/red.txt", grid(image[:, :, 0]))
    save(CLASSIC / "regionmerging/green.txt", grid(image[:, :, 1]))
    for threshold in (15, 25, 40):
        rag = graph.rag_mean_color(image, labels)
        merged = graph.merge_hierarchical(labels, rag.copy(), threshold, False, True, add_colours, mean_colour_weight)
        save(CLASSIC / f"regionmerging/hierarchy-{threshold}.crc32", [crc32(renamed(merged))])
        save(CLASSIC / f"regionmerging/cut-{threshold}.crc32", [crc32(renamed(graph.cut_threshold(labels, rag, threshold)))])
        print(threshold, len(np.unique(merged)), len(np.unique(graph.cut_threshold(labels, rag, threshold))))


def renamed(labels):
    """0, 1, 2 … in the order of their first pixels."""
    _, first, inverse = np.unique(labels, return_index=True, return_inverse=True)
    return np.argsort(np.argsort(first))[inverse].reshape(labels.shape)


if __name__ == "__main__":
    boundaries()
    properties()
    shapes()
    floods()
    merges()
