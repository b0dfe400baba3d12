#!/usr/bin/python3
"""Mask R-CNN beside torchvision's, turn by turn: finding objects, and a step of training.

    checks/peers/speed_rcnn.py [--rounds 3] [--runs 3] [--only detect|train]

Every turn is a process of its own (two calls to warm up, then RUNS that count); the table holds medians over all turns and their
ratio. Both sides have random weights and noise for an image, on which 1,000 proposals are looked at; training has ten objects
an image. Needs Debian's python3-torch 1.13.0 and python3-torchvision 0.14.1, all cores.
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
CASES = [("detect", "maskrcnn-resnet50-fpn", "800x1088"), ("detect", "fasterrcnn-resnet50-fpn", "800x1088"),
         ("train", "maskrcnn-resnet50-fpn", "512x512")]
OBJECTS = 10
# Whoever names a processor for OpenBLAS names it for another machine: each library shall find out by itself.
os.environ.pop("OPENBLAS_CORETYPE", None)


def network(name, size, detections):
    import torch
    import torchvision

    torch.manual_seed(0)
    build = {"maskrcnn-resnet50-fpn": torchvision.models.detection.maskrcnn_resnet50_fpn,
             "fasterrcnn-resnet50-fpn": torchvision.models.detection.fasterrcnn_resnet50_fpn}[name]
    # The image has the size that the network shall see.
    return build(weights=None, weights_backbone=None, min_size=min(size), max_size=max(size), box_detections_per_img=detections)


def torchvision_seconds(work, name, size, runs):
    import time

    import torch

    torch.set_num_threads(os.cpu_count())
    height, width = map(int, size.split("x"))
    net = network(name, (height, width), 100)
    image = torch.rand(3, height, width)
    seconds = []
    if work == "detect":
        net.eval()
        with torch.no_grad():
            for _ in range(runs + 2):
                start = time.perf_counter()
                net([image])
                seconds.append(time.perf_counter() - start)
        return seconds[2:]
    target = rectangles(height, width)
    optimiser = torch.optim.SGD([each for each in net.parameters() if each.requires_grad], lr=1e-9, momentum=0.9)
    net.train()
    for _ in range(runs + 2):
        start = time.perf_counter()
        optimiser.zero_grad()
        sum(net([image], [target]).values()).backward()
        optimiser.step()
        seconds.append(time.perf_counter() - start)
    return seconds[2:]


def rectangles(height, width):
    """Rectangles of a fifth of the image in two rows."""
    import torch

    high, wide = height // 5, width // 5
    boxes, masks = [], torch.zeros(OBJECTS, height, width, dtype=torch.uint8)
    for each in range(OBJECTS):
        row, column = each // 5 * 2 * high, min(width - wide, each % 5 * wide)
        boxes.append([column, row, column + wide, row + high])
        masks[each, row:row + high, column:column + wide] = 1
    return {"boxes": torch.tensor(boxes, dtype=torch.float32), "labels": torch.ones(OBJECTS, dtype=torch.int64), "masks": masks}


def vung(work, name, size, runs, precision):
    options = ["--training", "1"] if work == "train" else []
    answer = subprocess.run([ROOT / "vung", "model", "bench", name, "--size", size, "--runs", str(runs), "--json",
                             "--precision", precision, *options], check=True, capture_output=True, text=True).stdout
    return json.loads(answer)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--only", default="")
    options.add_argument("--torchvision", nargs=3)
    options = options.parse_args()
    if options.torchvision:
        print(json.dumps(torchvision_seconds(*options.torchvision, options.runs)))
        return
    print("| work | network | size | default s | float32 s | torchvision s | default | float32 | share of peak default, float32 |\n"
          "|---|---|---|---|---|---|---|---|---|")
    for work, name, size in CASES:
        if not work.startswith(options.only):
            continue
        auto, full, theirs, shares = [], [], [], ([], [])
        for _ in range(options.rounds):
            for seconds, share, precision in ((auto, shares[0], "auto"), (full, shares[1], "float32")):
                answer = vung(work, name, size, options.runs, precision)
                seconds += answer["seconds"]
                share.append(answer["share_of_peak"])
            call = [sys.executable, __file__, "--torchvision", work, name, size, "--runs", str(options.runs)]
            theirs += json.loads(subprocess.run(call, check=True, capture_output=True, text=True).stdout)
        a, f, t = map(statistics.median, (auto, full, theirs))
        print(f"| {work} | `{name}` | {size} | {a:.3f} | {f:.3f} | {t:.3f} | {t / a:.2f} | {t / f:.2f} | "
              f"{100 * statistics.median(shares[0]):.0f} %, {100 * statistics.median(shares[1]):.0f} % |", flush=True)


if __name__ == "__main__":
    main()
