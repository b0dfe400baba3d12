"""Writes the oracle files for networks.

Made with Debian's python3-torch 1.13.0, python3-torchvision 0.14.1, numpy 1.24.2:
/usr/bin/python3 checks/peers/fixtures_nets.py [ENet_default.pth]
The file is save/ENet_default of github.com/davidtvs/PyTorch-ENet at commit 921e40c; without it, its row is kept.
With --keys MODEL it prints that model's keys and dimensions, to compare with ours; with --only NAME… it remakes these runs alone.
The networks that torchvision does not have are those of reference_nets.py, written from the papers.
"""

import hashlib
import json
import pathlib
import sys

import numpy as np
import torch
import torchvision
from torchvision import models
from torchvision.models import detection, segmentation

import reference_enet
import reference_nets as papers

ROOT = pathlib.Path(__file__).resolve().parents[2]
KEYS = ROOT / "nets/src/test/resources/org/vung/nets/model/state-dicts.csv"
NUMBERS = ROOT / "nets/src/test/resources/org/vung/nets/numbers/deterministic.csv"
RUNS = ROOT / "torch/src/test/resources/org/vung/torch/run"
MASK = (1 << 64) - 1
SAMPLES = 64


def segmenter(name, auxiliary=True):
    options = {"aux_loss": True} if auxiliary else {}
    return lambda: getattr(segmentation, name)(weights=None, weights_backbone=None, num_classes=21, **options)


NETS = {name: (lambda name=name: getattr(models, name)(weights=None))
        for name in ("vgg16", "vgg19", "resnet18", "resnet34", "resnet50", "resnet101")}
NETS.update({"fcn-resnet50": segmenter("fcn_resnet50"), "fcn-resnet101": segmenter("fcn_resnet101"),
             "deeplabv3-resnet50": segmenter("deeplabv3_resnet50"),
             "deeplabv3-resnet101": segmenter("deeplabv3_resnet101"),
             "deeplabv3-mobilenetv3": segmenter("deeplabv3_mobilenet_v3_large"),
             "lraspp-mobilenetv3": segmenter("lraspp_mobilenet_v3_large", auxiliary=False)})
NETS.update({name: (lambda name=name: getattr(detection, name.replace("-", "_"))(weights=None, weights_backbone=None))
             for name in ("maskrcnn-resnet50-fpn", "fasterrcnn-resnet50-fpn")})
RUN = {"vgg19": (64, 64), "resnet50": (64, 64), "fcn-resnet50": (97, 81), "deeplabv3-resnet50": (97, 81),
       "lraspp-mobilenetv3": (97, 81), "deeplabv3-mobilenetv3": (97, 81)}
# name → what Vung calls it and its options, the network, the shape of its input
PAPERS = {
    "segnet": ({"network": "segnet"}, papers.SegNet, (3, 72, 52)),
    "deconvnet": ({"network": "deconvnet"}, papers.DeconvNet, (3, 224, 224)),
    "deeplabv3plus-resnet50": ({"network": "deeplabv3plus-resnet50"}, papers.DeepLabV3Plus, (3, 97, 81)),
    "unet": ({"network": "unet", "width": 8}, papers.UNet, (3, 64, 48)),
    "unet-paper": ({"network": "unet-paper"}, papers.PaperUNet, (1, 204, 188)),
    "unet-tutorial": ({"network": "unet-tutorial"}, lambda: papers.PaperUNet(head=3), (1, 204, 188)),
    "fcn32s": ({"network": "fcn32s"}, lambda: papers.Fcn(32), (3, 61, 45)),
    "fcn16s": ({"network": "fcn16s"}, lambda: papers.Fcn(16), (3, 61, 45)),
    "fcn8s": ({"network": "fcn8s"}, lambda: papers.Fcn(8), (3, 61, 45)),
    "fcn32s-tutorial": ({"network": "fcn32s-tutorial"}, papers.FcnTutorial, (3, 96, 64)),
    "pix2pix-generator": ({"network": "pix2pix-generator"}, papers.Generator, (3, 256, 256)),
    "pix2pix-discriminator": ({"network": "pix2pix-discriminator"}, papers.Discriminator, (6, 70, 94)),
    "enet": ({"network": "enet"}, reference_enet.ENet, (3, 72, 56))}
PAPERS.update({f"unet-{encoder}": ({"network": "unet", "encoder": encoder}, lambda encoder=encoder: papers.UNet(encoder), (3, 64, 96))
               for encoder in ("resnet18", "resnet34", "resnet50", "vgg16", "vgg19")})


def uniform(key, count):
    """Numbers −1 … 1: the upper 24 bits t of splitmix64(fnv1a64(key) + i) give t · 2⁻²³ − 1."""
    seed = 0xCBF29CE484222325
    for letter in key.encode():
        seed = (seed ^ letter) * 0x100000001B3 & MASK
    numbers = np.empty(count, np.float32)
    for start in range(0, count, 1 << 22):
        z = np.arange(start, min(start + (1 << 22), count), dtype=np.uint64)
        z += np.uint64((seed + 0x9E3779B97F4A7C15) & MASK)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        top = ((z ^ (z >> np.uint64(31))) >> np.uint64(40)).astype(np.int64)
        numbers[start:start + len(z)] = (top - 0x800000).astype(np.float32) * np.float32(2.0 ** -23)
    return numbers


def formula(key, shape):
    """A weight of two or more dimensions is u · √(6 ÷ fan-in), a factor 1 + 0.1 u, the rest 0.1 u, in float32."""
    numbers = uniform(key, int(np.prod(shape)))
    if len(shape) > 1:
        numbers *= np.float32(np.sqrt(6.0 * shape[0] / np.prod(shape)))
    else:
        numbers *= np.float32(0.1)
        if key.endswith((".weight", ".running_var")):
            numbers += np.float32(1)
    return numbers.reshape(shape)


def state(tensors):
    """What a checkpoint holds, without the counters of batches."""
    return {key: value for key, value in tensors.items() if not key.endswith("num_batches_tracked")}


def lines(tensors):
    return [key + ":" + "x".join(map(str, value.shape)) + "\n" for key, value in state(tensors).items()]


def row(name, tensors):
    text = lines(tensors)
    return f"{name},{len(text)},{hashlib.sha256(''.join(text).encode()).hexdigest()}\n"


def run(name, net, shape, asked):
    """The network in eval mode with the formula's numbers, on the formula's image."""
    tensors = net.state_dict()
    for key, value in state(tensors).items():
        value.copy_(torch.from_numpy(formula(key, tuple(value.shape))))
    image = torch.from_numpy(uniform("input", int(np.prod(shape))).reshape(1, *shape))
    with torch.no_grad():
        answer = net.eval()(image)
    answers = answer if isinstance(answer, dict) else {"out": answer}
    record = {**asked, "made_with": f"torch {torch.__version__}, torchvision {torchvision.__version__}",
              "keys": hashlib.sha256("".join(sorted(lines(tensors))).encode()).hexdigest(),
              "input": [1, *shape], "outputs": {key: sampled(value) for key, value in answers.items()}}
    RUNS.mkdir(parents=True, exist_ok=True)
    (RUNS / f"{name}.json").write_text(json.dumps(record).replace("]], ", "]],\n ") + "\n")
    print(name, {key: (value["mean"], value["max_abs"]) for key, value in record["outputs"].items()}, flush=True)


def sampled(answer):
    flat = answer.numpy().reshape(-1)
    places = np.linspace(0, flat.size - 1, SAMPLES).round().astype(int)
    return {"shape": list(answer.shape), "mean": float(flat.mean(dtype=np.float64)),
            "max_abs": float(np.abs(flat).max()),
            "samples": [[int(place), float(flat[place])] for place in places]}


def numbers():
    """A few numbers, as the bits of a float32."""
    rows = ["model,key,index,bits\n"]
    shapes = {"conv1.weight": (64, 3, 7, 7), "bn1.running_var": (64,), "fc.bias": (1000,), "fc.weight": (1000, 512)}
    for key, shape in shapes.items():
        values = formula(key, shape).reshape(-1)
        rows += [f"resnet18,{key},{i},{int(values[i:i + 1].view(np.uint32)[0]):x}\n" for i in (0, 1, 7, values.size - 1)]
    values = uniform("input", 100)
    rows += [f"resnet18,input,{i},{int(values[i:i + 1].view(np.uint32)[0]):x}\n" for i in (0, 1, 99)]
    NUMBERS.parent.mkdir(parents=True, exist_ok=True)
    NUMBERS.write_text("".join(rows))


def runs(only):
    """Every run, or those named alone."""
    for name, (height, width) in RUN.items():
        if not only or name in only:
            run(name, NETS[name](), (3, height, width), {"network": name})
    for name, (asked, make, shape) in PAPERS.items():
        if not only or name in only:
            run(name, make(), shape, asked)


def main():
    numbers()
    kept = [line for line in KEYS.read_text().splitlines(True) if line.startswith("enet,")] if KEYS.exists() else []
    if len(sys.argv) > 1:
        kept = [row("enet", torch.load(sys.argv[1], map_location="cpu"))]
    rows = ["model,keys,sha256\n"] + [row(name, make().state_dict()) for name, make in NETS.items()]
    KEYS.write_text("".join(rows + kept))
    runs([])


if __name__ == "__main__":
    if sys.argv[1:2] == ["--keys"]:
        make = NETS.get(sys.argv[2]) or PAPERS[sys.argv[2]][1]
        sys.stdout.writelines(lines(make().state_dict()))
    elif sys.argv[1:2] == ["--only"]:
        runs(sys.argv[2:])
    else:
        main()
