"""ENet of arXiv:1606.02147, table 1 and figure 2, in PyTorch, with what docs of Vung's ENet list as other than in the paper."""

import torch
from torch import nn
from torch.nn import functional


def chain(*parts):
    """Convolutions without bias, each with batch normalisation and one learned slope."""
    layers = []
    for part in parts:
        layers += [part, nn.BatchNorm2d(part.out_channels), nn.PReLU()]
    return nn.Sequential(*layers)


def conv(fan_in, channels, kernel, **options):
    return nn.Conv2d(fan_in, channels, kernel, bias=False, **options)


class Bottleneck(nn.Module):
    """Figure 2b; kinds: regular with a dilation, asymmetric, down, up."""

    def __init__(self, kind, fan_in, channels, dilation=1):
        super().__init__()
        self.kind = kind
        self.extra = channels - fan_in
        inner = (channels if kind in ("regular", "asymmetric") else fan_in) // 4
        first = conv(fan_in, inner, 2, stride=2) if kind == "down" else conv(fan_in, inner, 1)
        self.ext_conv1 = chain(first)
        if kind == "asymmetric":
            self.ext_conv2 = chain(conv(inner, inner, (5, 1), padding=(2, 0)), conv(inner, inner, (1, 5), padding=(0, 2)))
        elif kind == "up":
            self.ext_conv2 = chain(nn.ConvTranspose2d(inner, inner, 3, 2, 1, output_padding=1, bias=False))
            self.main_conv1 = nn.Sequential(conv(fan_in, channels, 1), nn.BatchNorm2d(channels))
        else:
            self.ext_conv2 = chain(conv(inner, inner, 3, padding=dilation, dilation=dilation))
        self.ext_conv3 = chain(conv(inner, channels, 1))
        self.out_prelu = nn.PReLU(channels)

    def forward(self, maps, switches=None):
        branch = self.ext_conv3(self.ext_conv2(self.ext_conv1(maps)))
        if self.kind == "down":
            main, places = functional.max_pool2d(maps, 3, 2, 1, return_indices=True)
            main = functional.pad(main, (0, 0, 0, 0, 0, self.extra))
            return self.out_prelu(main + branch), (places, maps.shape[-2:])
        if self.kind == "up":
            places, size = switches
            main = functional.max_unpool2d(self.main_conv1(maps), places, 3, 2, 1, output_size=size)
            return self.out_prelu(main + branch)
        return self.out_prelu(maps + branch)


class Initial(nn.Module):
    def __init__(self):
        super().__init__()
        self.main_branch = conv(3, 13, 3, stride=2, padding=1)
        self.batch_norm = nn.BatchNorm2d(16)
        self.out_prelu = nn.PReLU(16)

    def forward(self, image):
        both = torch.cat([self.main_branch(image), functional.max_pool2d(image, 3, 2, 1)], 1)
        return self.out_prelu(self.batch_norm(both))


class ENet(nn.Module):
    def __init__(self, classes=12):
        super().__init__()
        self.initial_block = Initial()
        self.downsample1_0 = Bottleneck("down", 16, 64)
        for i in range(1, 5):
            self.add_module(f"regular1_{i}", Bottleneck("regular", 64, 64))
        self.downsample2_0 = Bottleneck("down", 64, 128)
        stage = (("regular", 1), ("dilated", 2), ("asymmetric", 1), ("dilated", 4),
                 ("regular", 1), ("dilated", 8), ("asymmetric", 1), ("dilated", 16))
        for number, first in ((2, 1), (3, 0)):
            for i, (name, dilation) in enumerate(stage, first):
                kind = "asymmetric" if name == "asymmetric" else "regular"
                self.add_module(f"{name}{number}_{i}", Bottleneck(kind, 128, 128, dilation))
        self.upsample4_0 = Bottleneck("up", 128, 64)
        self.regular4_1 = Bottleneck("regular", 64, 64)
        self.regular4_2 = Bottleneck("regular", 64, 64)
        self.upsample5_0 = Bottleneck("up", 64, 16)
        self.regular5_1 = Bottleneck("regular", 16, 16)
        self.transposed_conv = nn.ConvTranspose2d(16, classes, 3, 2, 1, output_padding=1, bias=False)

    def forward(self, image):
        maps = image
        switches = []
        for part in self.children():
            if isinstance(part, Bottleneck) and part.kind == "down":
                maps, own = part(maps)
                switches.append(own)
            elif isinstance(part, Bottleneck) and part.kind == "up":
                maps = part(maps, switches.pop())
            else:
                maps = part(maps)
        return maps
