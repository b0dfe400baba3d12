#!/usr/bin/env python3
"""Remakes core/src/test/resources/org/vung/score/detection/detections.tsv: detections and truths with the numbers of COCO's COCOeval.

Needs pycocotools (2.0.11 made the file): pip install pycocotools
"""
import contextlib
import io
import pathlib
import random

import numpy
from pycocotools import mask as masks
from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval

OUT = pathlib.Path(__file__).parents[2] / "core/src/test/resources/org/vung/score/detection/detections.tsv"
HEIGHT, WIDTH = 110, 120
LIMITS = [0, 1023.5, 1024, 1024.5, 9216, 9216.5, 20000]


def ellipse(row, column, height, width):
    """The pixels of an ellipse in a box, as run lengths; corners of the image cut it off."""
    rows, columns = numpy.indices((HEIGHT, WIDTH))
    inside = ((rows + .5 - row - height / 2) / (height / 2)) ** 2 + ((columns + .5 - column - width / 2) / (width / 2)) ** 2 <= 1
    rle = masks.encode(numpy.asfortranarray(inside.astype(numpy.uint8)))
    return {"size": rle["size"], "counts": rle["counts"].decode()}


def anywhere(chance, digits):
    side = chance.choice([6, 12, 31, 32, 33, 60, 96, 110])
    height = side if chance.random() < .6 else chance.choice([5, 16, 32, 64, 90])
    height, width = min(height, HEIGHT), min(side, WIDTH)
    return [round(chance.uniform(0, HEIGHT - height), digits), round(chance.uniform(0, WIDTH - width), digits), height, width]


def near(chance, box, digits):
    if chance.random() < .25:
        return box
    wobble = chance.choice([.01, .03, .1])
    row, column, height, width = box
    return [round(row + chance.gauss(0, wobble) * height, digits), round(column + chance.gauss(0, wobble) * width, digits),
            round(max(2, height * (1 + chance.gauss(0, wobble))), digits), round(max(2, width * (1 + chance.gauss(0, wobble))), digits)]


def case(seed, images, categories, most_true, least_found, most_found, digits, crowds):
    """Truths and detections. The first class is never true and the last never found."""
    chance = random.Random(seed)
    true, found = [], []
    for image in range(1, images + 1):
        here = []
        for _ in range(chance.randint(1, most_true)):
            box = anywhere(chance, digits)
            segmentation = ellipse(*box)
            area = chance.choice(LIMITS) if chance.random() < .3 else int(masks.area(segmentation))
            here.append({"id": len(true) + len(here) + 1, "image_id": image, "category_id": chance.randint(2, categories),
                         "iscrowd": int(chance.random() < crowds), "area": area, "box": box, "segmentation": segmentation})
        true += here
        for _ in range(chance.randint(least_found, most_found)):
            kin = chance.choice(here) if chance.random() < .85 else None
            box = near(chance, kin["box"], digits) if kin else anywhere(chance, digits)
            category = kin["category_id"] if kin and chance.random() < .9 else chance.randint(1, categories)
            if category < categories:
                score = round(min(1, max(0, chance.gauss(.6 if kin else .4, .2))), 1)
                found.append({"image_id": image, "category_id": category, "score": score, "box": box,
                              "segmentation": ellipse(*box)})
    return images, categories, true, found


def xywh(box):
    row, column, height, width = box
    return [column, row, width, height]


def scores(kind, images, categories, true, found):
    """The twelve numbers, then the AP of every class; -1 where there is nothing to score."""
    with contextlib.redirect_stdout(io.StringIO()):
        truth = COCO()
        truth.dataset = {
            "info": {}, "images": [{"id": image, "height": HEIGHT, "width": WIDTH} for image in range(1, images + 1)],
            "categories": [{"id": category, "name": str(category)} for category in range(1, categories + 1)],
            "annotations": [{**each, "bbox": xywh(each["box"])} for each in true]}
        truth.createIndex()
        kept = [{"image_id": each["image_id"], "category_id": each["category_id"], "score": each["score"],
                 **({"bbox": xywh(each["box"])} if kind == "bbox" else {"segmentation": dict(each["segmentation"])})}
                for each in found]
        judge = COCOeval(truth, truth.loadRes(kept), kind)
        judge.evaluate()
        judge.accumulate()
        judge.summarize()
    precision = judge.eval["precision"][:, :, :, 0, 2]
    return [*judge.stats.tolist(), *precision.mean((0, 1)).tolist()]


def lines(images, categories, true, found):
    yield ["photos", images, HEIGHT, WIDTH]
    for each in true:
        yield ["true", each["image_id"], each["category_id"], each["iscrowd"], each["area"], *each["box"],
               each["segmentation"]["counts"]]
    for each in found:
        yield ["found", each["image_id"], each["category_id"], each["score"], *each["box"], each["segmentation"]["counts"]]
    for kind in ["bbox", "segm"]:
        yield [kind, *scores(kind, images, categories, true, found)]


def main():
    cases = [case(1, 8, 4, 8, 6, 12, 2, .15), case(2, 6, 3, 8, 6, 14, 0, .1), case(5, 4, 4, 4, 4, 8, 1, .5),
             case(4, 2, 3, 30, 230, 240, 0, .1)]
    blocks = ["".join("\t".join(map(str, line)) + "\n" for line in lines(*each)) for each in cases]
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text("# checks/peers/fixtures_detections.py, pycocotools 2.0.11\n\n" + "\n".join(blocks))


if __name__ == "__main__":
    main()
