#!/usr/bin/env python3
"""Remakes core/src/test/resources/org/vung/mask/masks.tsv: polygons, run lengths and their measures by COCO's own maskApi.

Needs pycocotools (2.0.11 made the file): pip install pycocotools
"""
import pathlib
import random

import numpy
from pycocotools import mask as coco

OUT = pathlib.Path(__file__).parents[2] / "core/src/test/resources/org/vung/mask/masks.tsv"


def polygon(random_, height, width, kind):
    """Corners as people draw them, off the image, on whole and half pixels, crossing themselves."""
    count = random_.choice([3, 4, 5, 8, 13])
    corners = []
    for _ in range(count):
        column = random_.uniform(-0.3 * width, 1.3 * width) if kind == "outside" else random_.uniform(0, width)
        row = random_.uniform(-0.3 * height, 1.3 * height) if kind == "outside" else random_.uniform(0, height)
        digits = {"whole": 0, "outside": 2, "fine": 2, "half": 0}[kind]
        add = 0.5 if kind == "half" else 0
        corners += [round(column, digits) + add, round(row, digits) + add]
    return corners


def main():
    random_ = random.Random(7)
    cases = []
    for number in range(60):
        height, width = random_.choice([(1, 1), (1, 9), (7, 1), (12, 17), (30, 23), (64, 48)])
        corners = polygon(random_, height, width, random_.choice(["whole", "half", "fine", "outside"]))
        rle = coco.frPyObjects([corners], height, width)[0]
        other = coco.encode(numpy.asfortranarray(
            numpy.array([[random_.random() < 0.4 for _ in range(width)] for _ in range(height)], numpy.uint8)))
        cases.append([
            height, width, " ".join(map(str, corners)), rle["counts"].decode(), int(coco.area(rle)),
            " ".join(str(int(side)) for side in coco.toBbox(rle)), other["counts"].decode(),
            float(coco.iou([rle], [other], [0])[0][0]), float(coco.iou([rle], [other], [1])[0][0]),
            int(coco.area(coco.merge([rle, other], intersect=False))),
            int(coco.area(coco.merge([rle, other], intersect=True))),
        ])
    heads = "height width polygon text area box other iou crowd union shared".split()
    OUT.write_text("".join("\t".join(map(str, line)) + "\n" for line in [heads, *cases]))


if __name__ == "__main__":
    main()
