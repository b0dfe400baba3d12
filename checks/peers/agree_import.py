"""Whether every checkpoint of torchvision's that `vung model import` knows by name fits, key by key.

/usr/bin/python3 checks/peers/agree_import.py [NAME…]
Needs Debian's python3-torchvision and no network: writes each network's state_dict with random numbers, with its auxiliary head and
without, imports it, and looks at what was matched and what left out. Exits 1 where a key has no place.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

import torch
from torchvision import models
from torchvision.models import segmentation

ROOT = pathlib.Path(__file__).resolve().parents[2]
SEGMENTERS = {"fcn-resnet50": "FCN_ResNet50", "fcn-resnet101": "FCN_ResNet101", "deeplabv3-resnet50": "DeepLabV3_ResNet50",
              "deeplabv3-resnet101": "DeepLabV3_ResNet101", "deeplabv3-mobilenetv3": "DeepLabV3_MobileNet_V3_Large",
              "lraspp-mobilenetv3": "LRASPP_MobileNet_V3_Large"}
CLASSIFIERS = {"vgg16": "VGG16", "vgg19": "VGG19", "resnet18": "ResNet18", "resnet34": "ResNet34", "resnet50": "ResNet50",
               "resnet101": "ResNet101"}


def address(name):
    """Where torchvision itself says that the weights are."""
    if name in SEGMENTERS:
        return getattr(segmentation, SEGMENTERS[name] + "_Weights").COCO_WITH_VOC_LABELS_V1.url
    return getattr(models, CLASSIFIERS[name] + "_Weights").IMAGENET1K_V1.url


def networks(name):
    if name in CLASSIFIERS:
        yield "", getattr(models, name)(weights=None)
        return
    make = getattr(segmentation, SEGMENTERS[name].lower())
    if name == "lraspp-mobilenetv3":
        yield "", make(weights=None, weights_backbone=None, num_classes=21)
        return
    for aux in (True, False):
        yield " with aux" if aux else " without aux", make(
            weights=None, weights_backbone=None, num_classes=21, aux_loss=aux)


def checked(name, kind, net, folder):
    weights, model = folder / "w.pth", folder / "m.vung"
    tensors = net.state_dict()
    torch.save(tensors, weights)
    classes = folder / "classes.txt"
    count = 21 if name in SEGMENTERS else 1000
    classes.write_text("".join(f"c{i} #{i:06X}\n" for i in range(count)))
    command = [ROOT / "vung", "model", "import", name, "--weights", weights, "--classes",
               "voc" if count == 21 else classes, "-o", model, "--overwrite"]
    run = subprocess.run(list(map(str, command)), capture_output=True, text=True)
    wanted = [key for key in tensors if not key.endswith("num_batches_tracked") and not key.startswith("aux_classifier.")]
    aux = sum(key.startswith("aux_classifier.") and not key.endswith("num_batches_tracked") for key in tensors)
    matched = re.search(r"(\d+) tensors", run.stdout)
    left = re.search(r"left out.*?: (.*)", run.stderr)
    left = left.group(1) if left else ""
    ok = run.returncode == 0 and matched and int(matched.group(1)) == len(wanted) and all(
        part.strip().startswith("aux_classifier.") for part in left.split(" …")[0].split(",") if part.strip())
    ok = ok and bool(left) == (aux > 0)
    print(f"{'ok  ' if ok else 'MISS'} {name}{kind}: {len(wanted)} keys, matched {matched.group(1) if matched else 'none'},"
          f" left out: {left or 'nothing'} {'' if ok else run.stderr}", flush=True)
    return ok


def main():
    ok = True
    source = (ROOT / "nets/src/main/java/org/vung/nets/weights/published/Checkpoint.java").read_text()
    ours = dict(re.findall(r'(?:voc|imageNet)\("([^"]+)", "([^"]+)"\)', source))
    for name in {**SEGMENTERS, **CLASSIFIERS}:
        same = address(name) == "https://download.pytorch.org/models/" + ours[name]
        ok &= same
        if not same:
            print(f"MISS {name}: torchvision says {address(name)}, we say {ours[name]}")
    print(f"{len(ours)} addresses beside torchvision's: {'ok' if ok else 'MISS'}")
    with tempfile.TemporaryDirectory() as folder:
        for name in sys.argv[1:] or {**SEGMENTERS, **CLASSIFIERS}:
            for kind, net in networks(name):
                ok &= checked(name, kind, net, pathlib.Path(folder))
    sys.exit(0 if ok else 1)


if __name__ == "__main__":
    main()
