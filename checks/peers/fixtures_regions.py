"""Writes the oracle files for boundaries, region properties, watershed and region merging.

Made with Debian's python3-skimage 0.19.3, numpy 1.24.2, scipy 1.10.1:  /usr/bin/python3 checks/peers/fixtures_regions.py
"""

import pathlib
import zlib

import numpy as np
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
    floods()
    merges()
