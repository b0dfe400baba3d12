"""Writes the oracle files for the parts of Faster and Mask R-CNN.

Made with Debian's python3-torch 1.13.0, python3-torchvision 0.14.1, numpy 1.24.2:
/usr/bin/python3 checks/peers/fixtures_rcnn.py

parts.json holds what torchvision's own functions give for made-up boxes, maps and masks: anchors, coding, matching, suppression,
RoIAlign and RoIPool with their gradients, levels, mask targets, pasted masks. detections.json is what its whole networks find, filled by
the formula of fixtures_nets.py, in an image of blots made by the same formula; losses.json is what they lose on two, and how long gradients are.
"""

import json
import pathlib

import numpy as np
import torch
import torchvision
from torchvision.models.detection import _utils, image_list, roi_heads
from torchvision.models.detection.anchor_utils import AnchorGenerator
from torchvision.models import detection
from torchvision.ops import boxes as box_ops, poolers, roi_align, roi_pool

from fixtures_nets import formula, state, uniform

ROOT = pathlib.Path(__file__).resolve().parents[2]
# weights of two and more dimensions that are made smaller, since nothing was learned that keeps maps and shifts small
SCALES = {"inner_blocks": 2.0 ** -10, "bbox_pred": 2.0 ** -3, "cls_score": 2.0 ** -3}
FILES = ROOT / "torch/src/test/resources/org/vung/torch/rcnn"


def flat(tensor):
    return [round(float(number), 7) for number in tensor.detach().reshape(-1)]


def whole(tensor):
    return [int(number) for number in tensor.reshape(-1)]


def boxes(chance, count, height, width, least=1.0):
    corners = chance.uniform(-4, 1, (count, 2)) + chance.uniform(0, 1, (count, 2)) * (width - 4, height - 4)
    sides = least + chance.gamma(1.5, 12, (count, 2))
    return torch.tensor(np.concatenate([corners, corners + sides], 1).round(3), dtype=torch.float32)


def anchors():
    sizes, aspects = ((8, 13), (32, 50.5)), ((0.5, 1.0, 2.0),) * 2
    maps = [torch.zeros(1, 1, 6, 9), torch.zeros(1, 1, 3, 5)]
    images = image_list.ImageList(torch.zeros(1, 3, 50, 74), [(50, 74)])
    return {"sizes": sizes, "aspects": aspects[0], "maps": [[6, 9], [3, 5]], "image": [50, 74],
            "edges": flat(AnchorGenerator(sizes, aspects)(images, maps)[0])}


def coding(chance):
    first, second = boxes(chance, 12, 60, 80), boxes(chance, 12, 60, 80)
    shifts = torch.tensor(chance.normal(0, 2, (12, 4)).round(4), dtype=torch.float32)
    shifts[3, 2:] = 9
    answers = {}
    for name, weights in (("proposals", (1, 1, 1, 1)), ("objects", (10, 10, 5, 5))):
        coder = _utils.BoxCoder(tuple(map(float, weights)))
        answers[name] = {"encoded": flat(coder.encode_single(first, second)), "decoded": flat(coder.decode_single(shifts, second))}
    return {"to": flat(first), "from": flat(second), "shifts": flat(shifts), **answers}


def matching(chance):
    objects, given = boxes(chance, 6, 60, 80, 8), boxes(chance, 150, 60, 80, 8)
    given[7] = given[31] = objects[2] + 3  # two that overlap one object alike
    overlaps = box_ops.box_iou(objects, given)
    assert overlaps.max(1)[0].min() > 0
    return {"objects": flat(objects), "boxes": flat(given),
            "anchors": whole(_utils.Matcher(0.7, 0.3, True)(overlaps)),
            "proposals": whole(_utils.Matcher(0.5, 0.5, False)(overlaps))}


def suppression(chance):
    given, groups = boxes(chance, 200, 40, 50, 6), torch.tensor(chance.integers(0, 3, 200))
    scores = torch.tensor(chance.uniform(-3, 3, 200).round(2), dtype=torch.float32)
    scores[50:60] = scores[3]
    return {"boxes": flat(given), "scores": flat(scores), "groups": whole(groups),
            "kept": {str(limit): whole(box_ops._batched_nms_vanilla(given, scores, groups, limit)) for limit in (0.3, 0.5, 0.7)}}


def regions(chance):
    maps = torch.tensor(chance.normal(0, 1, (2, 3, 9, 12)).round(4), dtype=torch.float32, requires_grad=True)
    given = boxes(chance, 7, 36, 48, 3)
    given[0] = torch.tensor([10.0, 12.0, 10.4, 12.2])  # less than a place
    given[1] = torch.tensor([-30.0, -9.0, 70.0, 60.0])  # more than the map
    given[2] = torch.tensor([60.0, 50.0, 75.0, 58.0])  # beside it
    images = torch.tensor([0, 1, 0, 1, 1, 0, 1])
    rows = torch.cat([images[:, None].float(), given], 1)
    answers = []
    for side, samples, aligned in ((7, 2, False), (3, 0, False), (4, 2, True), (2, 0, True)):
        answer = roi_align(maps, rows, (side, side), 0.25, samples or -1, aligned)
        answers.append(pulled(answer, maps, {"kind": "align", "side": side, "samples": samples, "centred": aligned}))
    for side in (3, 7):
        answers.append(pulled(roi_pool(maps, rows, (side, side), 0.25), maps, {"kind": "pool", "side": side}))
    return {"maps": flat(maps), "shape": list(maps.shape), "boxes": flat(given), "images": whole(images), "answers": answers}


def pulled(answer, maps, about):
    """The answer, and the gradient of the maps where that of the answer is 0, 1, … 6, 0, 1, …"""
    pull = (torch.arange(answer.numel()) % 7).float().reshape(answer.shape)
    gradient, = torch.autograd.grad(answer, maps, pull)
    return {**about, "values": flat(answer), "gradient": flat(gradient)}


def levels(chance):
    given = boxes(chance, 30, 900, 900, 2)
    given[:, 2:] += torch.tensor(chance.gamma(0.5, 200, (30, 2)), dtype=torch.float32)
    given[0] = torch.tensor([0.0, 0.0, 224.0, 224.0])
    given[1] = torch.tensor([3.0, 4.0, 115.0, 116.0])
    return {"boxes": flat(given), "levels": whole(poolers.initLevelMapper(2, 5)([given]))}


def masks(chance):
    rows, columns = np.mgrid[:40, :56]
    drawn = torch.tensor(np.stack([(rows - 18) ** 2 + (columns - 25) ** 2 < 150, (rows > 5) & (columns > 30) & (rows < 33)]))
    given, which = boxes(chance, 5, 40, 56, 4), torch.tensor([0, 1, 0, 0, 1])
    targets = roi_heads.project_masks_on_boxes(drawn, given, which, 28)
    return {"size": [40, 56], "masks": [counts(mask) for mask in drawn], "boxes": flat(given), "which": whole(which),
            "targets": flat(targets)}


def pasting(chance):
    soft = torch.tensor(chance.uniform(0, 1, (6, 1, 7, 7)).round(4), dtype=torch.float32)
    given = boxes(chance, 6, 40, 56, 2)
    given[0] = torch.tensor([20.2, 10.4, 20.7, 10.8])
    given[1] = torch.tensor([-12.5, -3.0, 70.0, 50.5])
    pasted = roi_heads.paste_masks_in_image(soft, given, (40, 56))[:, 0]
    return {"masks": flat(soft), "boxes": flat(given), "size": [40, 56], "pasted": [counts(mask >= 0.5) for mask in pasted],
            "centred": [counts(mask >= 0.5) for mask in centred(soft, given, 40, 56)]}


def centred(soft, given, height, width):
    """The other way to paste, by the formula of its paper's second code: each pixel's middle is looked up in the box."""
    left, top, right, bottom = given[:, :, None].unbind(1)
    rows = (torch.arange(height)[None] + 0.5 - top) / (bottom - top) * 2 - 1
    columns = (torch.arange(width)[None] + 0.5 - left) / (right - left) * 2 - 1
    places = torch.stack([columns[:, None, :].expand(-1, height, -1), rows[:, :, None].expand(-1, -1, width)], 3)
    return torch.nn.functional.grid_sample(soft, places, align_corners=False)[:, 0]


def counts(mask):
    """Run lengths, column by column, outside first."""
    line = mask.numpy().T.reshape(-1)
    edges = np.flatnonzero(np.diff(line)) + 1
    runs = np.diff(np.concatenate([[0], edges, [line.size]])).tolist()
    return [0] + runs if line[0] else runs


def blots(height, width):
    """Squares of 8 pixels, each of one colour of 8 bits."""
    coarse = ((uniform("blots", 3 * height * width // 64) + 1) * 128).astype(np.uint8).reshape(height // 8, width // 8, 3)
    return coarse.repeat(8, 0).repeat(8, 1)


def network(name, **options):
    make = getattr(detection, name)
    net = make(weights=None, weights_backbone=None, num_classes=4, **options)
    for key, value in state(net.state_dict()).items():
        scale = next((scale for part, scale in SCALES.items() if part in key and value.ndim > 1), 1)
        value.copy_(torch.from_numpy(formula(key, tuple(value.shape))) * scale)
    return net.eval()


def detections():
    """What each network finds, in pixels of the image."""
    image = blots(80, 96)
    record = {"made_with": f"torch {torch.__version__}, torchvision {torchvision.__version__}", "size": [80, 96]}
    for name, ours in (("maskrcnn_resnet50_fpn", "maskrcnn-resnet50-fpn"), ("fasterrcnn_resnet50_fpn", "fasterrcnn-resnet50-fpn")):
        with torch.no_grad():
            found = network(name, min_size=120, max_size=170, rpn_pre_nms_top_n_test=80, rpn_post_nms_top_n_test=50,
                            box_detections_per_img=40)([torch.from_numpy(image).permute(2, 0, 1) / 255])[0]
        record[ours] = {"boxes": flat(found["boxes"]), "classes": whole(found["labels"]), "scores": flat(found["scores"]),
                        "masks": [counts(mask[0] >= 0.5) for mask in found.get("masks", [])]}
        print(ours, found["labels"].tolist(), found["scores"].tolist(), flush=True)
    (FILES / "detections.json").write_text(json.dumps(record, separators=(",", ":")).replace("},", "},\n") + "\n")


def losses():
    """Of two images, the second without objects, at their own size; so many boxes are learned from that none is drawn by chance."""
    net = network("maskrcnn_resnet50_fpn", min_size=80, max_size=96, rpn_pre_nms_top_n_train=80, rpn_post_nms_top_n_train=50,
                  rpn_batch_size_per_image=10 ** 6, box_batch_size_per_image=1000, box_positive_fraction=0.9).train()
    for module in net.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            module.eval()  # frozen
    rows, columns = np.mgrid[:80, :96]
    masks = torch.tensor(np.stack([(rows - 30) ** 2 + (columns - 40) ** 2 < 400, (rows > 50) & (columns > 60), (rows < 9) & (columns < 12)]))
    boxes_ = torch.tensor([[20.5, 10.5, 60, 50], [61, 51, 96, 80], [0, 0, 12, 9]])
    first = {"boxes": boxes_, "labels": torch.tensor([2, 1, 3]), "masks": masks.byte()}
    second = {"boxes": torch.zeros(0, 4), "labels": torch.zeros(0, dtype=torch.int64), "masks": torch.zeros(0, 64, 96, dtype=torch.uint8)}
    images = [torch.from_numpy(blots(height, 96)).permute(2, 0, 1) / 255 for height in (80, 64)]
    found = net(images, [first, second])
    sum(found.values()).backward()
    lengths = {key: float(value.grad.norm()) for key, value in net.named_parameters()
               if key.endswith("weight") and value.ndim > 1 and ("body" not in key or "conv1" in key)}
    record = {"made_with": f"torch {torch.__version__}, torchvision {torchvision.__version__}",
              "boxes": flat(boxes_), "classes": whole(first["labels"]), "masks": [counts(mask) for mask in masks],
              "losses": {key: float(value) for key, value in found.items()}, "gradients": lengths}
    (FILES / "losses.json").write_text(json.dumps(record, separators=(",", ":")).replace(",\"", ",\n\"") + "\n")
    print(record["losses"], flush=True)


def main():
    chance = np.random.default_rng(40)
    record = {"made_with": f"torch {torch.__version__}, torchvision {torchvision.__version__}", "anchors": anchors()}
    for part in (coding, matching, suppression, regions, levels, masks, pasting):
        record[part.__name__] = part(chance)
    FILES.mkdir(parents=True, exist_ok=True)
    detections()
    losses()
    (FILES / "parts.json").write_text(json.dumps(record, separators=(",", ":")).replace("},", "},\n") + "\n")


if __name__ == "__main__":
    main()
