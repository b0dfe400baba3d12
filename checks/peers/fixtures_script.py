"""Writes a small TorchScript module and what PyTorch makes of an image with it.

Made with Debian's python3-torch 1.13.0: /usr/bin/python3 checks/peers/fixtures_script.py
With --lraspp FOLDER it writes torchvision's Lite R-ASPP with numbers by the formula of fixtures_nets.py, scripted, and its
answers, for ScriptSegmenterTest to read where VUNG_SCRIPTED names the folder; they are too large to keep here.
"""

import json
import pathlib
import sys

import numpy as np
import torch
from torch import nn

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from fixtures_nets import formula, uniform  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parents[2] / "torch/src/test/resources/org/vung/torch/script"
SIZE = (20, 28)


class Small(nn.Module):
    """A 3x3 of stride 2, a 1x1, a branch on the image's size that tracing would lose, and a dictionary as answer."""

    def __init__(self):
        super().__init__()
        self.first = nn.Conv2d(3, 4, 3, stride=2, padding=1)
        self.score = nn.Conv2d(4, 3, 1)

    def forward(self, x):
        if x.shape[1] != 3:
            raise RuntimeError("image must have 3 channels")
        y = self.score(torch.relu(self.first(x)))
        return {"out": y, "sum": y.sum(1, keepdim=True)}


def filled(module):
    with torch.no_grad():
        for key, tensor in module.state_dict().items():
            if tensor.dtype == torch.float32:
                tensor.copy_(torch.from_numpy(formula(key, tuple(tensor.shape))))
    return module.eval()


def write(module, folder, name, size):
    scripted = torch.jit.script(module)
    scripted.save(str(folder / f"{name}.pt"))
    image = torch.from_numpy(uniform("input", 3 * size[0] * size[1]).reshape(1, 3, *size))
    with torch.no_grad():
        answer = scripted(image)["out"].numpy()
    oracle = {"torch": torch.__version__, "size": size, "dimensions": list(answer.shape),
              "numbers": [round(float(number), 7) for number in answer.ravel()]}
    (folder / f"{name}.json").write_text(json.dumps(oracle) + "\n")


if __name__ == "__main__":
    if "--lraspp" in sys.argv:
        from torchvision.models.segmentation import lraspp_mobilenet_v3_large
        folder = pathlib.Path(sys.argv[sys.argv.index("--lraspp") + 1])
        write(filled(lraspp_mobilenet_v3_large(weights=None, weights_backbone=None, num_classes=21)),
              folder, "lraspp", (96, 128))
    else:
        HERE.mkdir(parents=True, exist_ok=True)
        write(filled(Small()), HERE, "small", SIZE)
