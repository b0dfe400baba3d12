"""Networks as their papers define them, in PyTorch, for fixtures_nets.py. Parameters bear the names that Vung's have."""

from collections import OrderedDict

import torch
from torch import nn
from torch.nn import functional
from torchvision import models
from torchvision.models.segmentation.deeplabv3 import ASPP


def normed(fan_in, channels, kernel=3, bias=True, **options):
    """Convolution of the same size, batch normalisation, ReLU."""
    convolution = nn.Conv2d(fan_in, channels, kernel, padding=kernel // 2, bias=bias, **options)
    return [convolution, nn.BatchNorm2d(channels), nn.ReLU()]


class Switched(nn.Module):
    """torchvision's vgg16_bn down to stride 32, with the switches of its poolings."""

    def __init__(self):
        super().__init__()
        self.features = models.vgg16_bn(weights=None).features

    def encode(self, image):
        switches = []
        for part in self.features:
            if isinstance(part, nn.MaxPool2d):
                size = image.shape[-2:]
                image, places = functional.max_pool2d(image, 2, 2, return_indices=True)
                switches.append((places, size))
            else:
                image = part(image)
        return image, switches


class SegNet(Switched):
    """Figure 2 and section 3 of arXiv:1511.00561: conv5_3_D … conv1_1_D; the last gives the scores."""

    CHANNELS = {5: (512, 512, 512), 4: (512, 512, 256), 3: (256, 256, 128), 2: (128, 64), 1: (64, 11)}

    def __init__(self):
        super().__init__()
        self.decoder = nn.ModuleDict()
        fan_in = 512
        for stage, widths in self.CHANNELS.items():
            parts = []
            for width in widths:
                parts += normed(fan_in, width)
                fan_in = width
            self.decoder[str(stage)] = nn.Sequential(*(parts[:-2] if stage == 1 else parts))

    def forward(self, image):
        maps, switches = self.encode(image)
        for stage in (5, 4, 3, 2, 1):
            places, size = switches[stage - 1]
            maps = self.decoder[str(stage)](functional.max_unpool2d(maps, places, 2, 2, output_size=size))
        return maps


class DeconvNet(Switched):
    """Table 2 of arXiv:1505.04366."""

    CHANNELS = {5: (512, 512, 512), 4: (512, 512, 256), 3: (256, 256, 128), 2: (128, 64), 1: (64, 64)}

    def __init__(self):
        super().__init__()
        self.fc6 = nn.Sequential(nn.Conv2d(512, 4096, 7), nn.BatchNorm2d(4096), nn.ReLU())
        self.fc7 = nn.Sequential(nn.Conv2d(4096, 4096, 1), nn.BatchNorm2d(4096), nn.ReLU())
        self.deconv6 = nn.Sequential(nn.ConvTranspose2d(4096, 512, 7), nn.BatchNorm2d(512), nn.ReLU())
        fan_in = 512
        for stage, widths in self.CHANNELS.items():
            for part, width in enumerate(widths, 1):
                self.add_module(f"deconv{stage}_{part}", nn.Sequential(
                    nn.ConvTranspose2d(fan_in, width, 3, padding=1), nn.BatchNorm2d(width), nn.ReLU()))
                fan_in = width
        self.score = nn.Conv2d(64, 21, 1)

    def forward(self, image):
        maps, switches = self.encode(image)
        maps = self.deconv6(self.fc7(self.fc6(maps)))
        for stage, widths in self.CHANNELS.items():
            places, size = switches[stage - 1]
            maps = functional.max_unpool2d(maps, places, 2, 2, output_size=size)
            for part in range(1, len(widths) + 1):
                maps = getattr(self, f"deconv{stage}_{part}")(maps)
        return self.score(maps)


class DeepLabV3Plus(nn.Module):
    """Figure 2 of arXiv:1802.02611 on torchvision's ResNet-50 and pyramid."""

    def __init__(self, classes=21):
        super().__init__()
        whole = models.resnet50(weights=None, replace_stride_with_dilation=[False, False, True])
        self.backbone = nn.Sequential(OrderedDict(list(whole.named_children())[:-2]))
        self.aspp = ASPP(2048, [6, 12, 18])
        self.decoder = nn.ModuleDict({
            "fine": nn.Sequential(*normed(256, 48, 1, bias=False)),
            "refine": nn.Sequential(*normed(304, 256, bias=False), *normed(256, 256, bias=False),
                                    nn.Conv2d(256, classes, 1))})

    def forward(self, image):
        maps = image
        for name, part in self.backbone.named_children():
            maps = part(maps)
            if name == "layer1":
                low = self.decoder["fine"](maps)
        coarse = functional.interpolate(self.aspp(maps), low.shape[-2:], mode="bilinear", align_corners=False)
        scores = self.decoder["refine"](torch.cat([coarse, low], 1))
        return functional.interpolate(scores, image.shape[-2:], mode="bilinear", align_corners=False)


class Decoder(nn.Module):
    """segmentation_models.pytorch 0.3: nearest ×2, the skip behind it, two convolutions."""

    def __init__(self, head, skips, widths, centre=False):
        super().__init__()
        if centre:
            self.center = nn.Sequential(*(nn.Sequential(*normed(head, head, bias=False)) for _ in range(2)))
        self.blocks = nn.ModuleList()
        fan_in = head
        for skip, width in zip(skips, widths):
            self.blocks.append(nn.ModuleDict({
                "conv1": nn.Sequential(*normed(fan_in + skip, width, bias=False)),
                "conv2": nn.Sequential(*normed(width, width, bias=False))}))
            fan_in = width

    def forward(self, maps, skips):
        if hasattr(self, "center"):
            maps = self.center(maps)
        for block, skip in zip(self.blocks, skips):
            maps = functional.interpolate(maps, scale_factor=2, mode="nearest")
            maps = maps if skip is None else torch.cat([maps, skip], 1)
            maps = block["conv2"](block["conv1"](maps))
        return maps


class UNet(nn.Module):
    """With padding and normalisation; encoder None, resnetN or vggN, tapped as segmentation_models.pytorch 0.3 does."""

    def __init__(self, encoder=None, width=8, depth=4, classes=2):
        super().__init__()
        self.kind = str(encoder)
        if encoder is None:
            widths = [width << level for level in range(depth + 1)]
            self.encoder = nn.ModuleList(
                nn.Sequential(*normed(fan_in, own, bias=False), *normed(own, own, bias=False))
                for fan_in, own in zip([3] + widths, widths))
            self.decoder = Decoder(widths[-1], widths[-2::-1], widths[-2::-1])
        else:
            whole = getattr(models, encoder)(weights=None)
            if encoder.startswith("vgg"):
                self.encoder = nn.ModuleDict({"features": whole.features})
                self.decoder = Decoder(512, [512, 512, 256, 128, 0], [256, 128, 64, 32, 16], centre=True)
            else:
                self.encoder = nn.Sequential(OrderedDict(list(whole.named_children())[:-2]))
                deep = 2048 if encoder == "resnet50" else 512
                self.decoder = Decoder(deep, [deep // 2, deep // 4, deep // 8, 64, 0], [256, 128, 64, 32, 16])
        self.segmentation_head = nn.Sequential(nn.Conv2d(width if encoder is None else 16, classes, 3, padding=1))

    def forward(self, image):
        if self.kind == "None":
            maps = []
            for level, part in enumerate(self.encoder):
                maps.append(part(image if level == 0 else functional.max_pool2d(maps[-1], 2)))
            return self.segmentation_head(self.decoder(maps[-1], maps[-2::-1]))
        maps = self.vgg(image) if self.kind.startswith("vgg") else self.resnet(image)
        return self.segmentation_head(self.decoder(maps[-1], maps[-2::-1] + [None]))

    def vgg(self, image):
        """What stands in front of every pooling but the first, and the last pooling."""
        taps = []
        for part in self.encoder["features"]:
            if isinstance(part, nn.MaxPool2d):
                taps.append(image)
            image = part(image)
        return taps[1:] + [image]

    def resnet(self, image):
        taps = []
        for name, part in self.encoder.named_children():
            image = part(image)
            if name == "relu" or name.startswith("layer"):
                taps.append(image)
        return taps


class PaperUNet(nn.Module):
    """Figure 1 of arXiv:1505.04597: valid convolutions, cropped copies in front of the up-convolution's maps."""

    def __init__(self, head=1):
        super().__init__()
        widths = [64, 128, 256, 512, 1024]
        for level, (fan_in, width) in enumerate(zip([1] + widths, widths), 1):
            self.add_module(f"down{level}", self.pair(fan_in, width))
        for level in (4, 3, 2, 1):
            width = widths[level - 1]
            part = self.pair(2 * width, width)
            part["up"] = nn.ConvTranspose2d(2 * width, width, 2, 2)
            self.add_module(f"up{level}", part)
        self.head = nn.Conv2d(64, 2, head)

    @staticmethod
    def pair(fan_in, width):
        return nn.ModuleDict({"conv1": nn.Conv2d(fan_in, width, 3), "conv2": nn.Conv2d(width, width, 3)})

    @staticmethod
    def twice(part, maps):
        return torch.relu(part["conv2"](torch.relu(part["conv1"](maps))))

    def forward(self, image):
        kept = []
        maps = image
        for level in range(1, 6):
            maps = self.twice(getattr(self, f"down{level}"), maps if level == 1 else functional.max_pool2d(maps, 2))
            kept.append(maps)
        for level in (4, 3, 2, 1):
            part = getattr(self, f"up{level}")
            maps = part["up"](maps)
            skip = kept[level - 1]
            row, column = ((skip.shape[axis] - maps.shape[axis]) // 2 for axis in (2, 3))
            skip = skip[:, :, row:row + maps.shape[2], column:column + maps.shape[3]]
            maps = self.twice(part, torch.cat([skip, maps], 1))
        return self.head(maps)


class Fcn(nn.Module):
    """voc-fcn32s, 16s, 8s of the paper's code: padding 100, poolings that round up, crops at 19, 5 and 27, 9 and 31."""

    def __init__(self, stride, classes=21):
        super().__init__()
        self.stride = stride
        self.features = models.vgg16(weights=None).features
        self.features[0].padding = (100, 100)
        self.fc6 = nn.Conv2d(512, 4096, 7)
        self.fc7 = nn.Conv2d(4096, 4096, 1)
        self.score_fr = nn.Conv2d(4096, classes, 1)
        self.last = "upscore" if stride == 32 else f"upscore{stride}"
        if stride < 32:
            self.score_pool4 = nn.Conv2d(512, classes, 1)
            self.upscore2 = nn.ConvTranspose2d(classes, classes, 4, 2, bias=False)
        if stride == 8:
            self.score_pool3 = nn.Conv2d(256, classes, 1)
            self.upscore_pool4 = nn.ConvTranspose2d(classes, classes, 4, 2, bias=False)
        self.add_module(self.last, nn.ConvTranspose2d(classes, classes, 2 * stride, stride, bias=False))

    @staticmethod
    def cropped(maps, offset, like):
        return maps[:, :, offset:offset + like.shape[2], offset:offset + like.shape[3]]

    def forward(self, image):
        pools = []
        maps = image
        for part in self.features:
            pooling = isinstance(part, nn.MaxPool2d)
            maps = functional.max_pool2d(maps, 2, 2, ceil_mode=True) if pooling else part(maps)
            if pooling:
                pools.append(maps)
        scores = self.score_fr(torch.relu(self.fc7(torch.relu(self.fc6(maps)))))
        if self.stride < 32:
            scores = self.upscore2(scores)
            scores = scores + self.cropped(self.score_pool4(pools[3]), 5, scores)
        if self.stride == 8:
            scores = self.upscore_pool4(scores)
            scores = scores + self.cropped(self.score_pool3(pools[2]), 9, scores)
        offset = {32: 19, 16: 27, 8: 31}[self.stride]
        return self.cropped(getattr(self, self.last)(scores), offset, image)


class FcnTutorial(nn.Module):
    """VGG19 to the last pooling, 1×1 to the classes, transposed 7×7 of stride 32; Keras makes it 32 · H long."""

    def __init__(self, classes=21):
        super().__init__()
        fan_in = 3
        for block, (width, count) in enumerate(zip((64, 128, 256, 512, 512), (2, 2, 4, 4, 4)), 1):
            for part in range(1, count + 1):
                self.add_module(f"block{block}_conv{part}", nn.Conv2d(fan_in, width, 3, padding=1))
                fan_in = width
        self.conv2d = nn.Conv2d(512, classes, 1)
        self.conv2d_transpose = nn.ConvTranspose2d(classes, classes, 7, 32)

    def forward(self, image):
        maps = image
        before = "1"
        for name, part in self.named_children():
            if name.startswith("block"):
                if name[5] != before:
                    maps, before = functional.max_pool2d(maps, 2), name[5]
                maps = torch.relu(part(maps))
        scores = self.conv2d(functional.max_pool2d(maps, 2))
        size = [32 * side for side in scores.shape[-2:]]
        return self.conv2d_transpose(scores, output_size=size)


class Level(nn.Module):
    """One halving of pix2pix's generator with all that lies below it; its input is kept in front of what comes up."""

    def __init__(self, outer, inner, below):
        super().__init__()
        down = [nn.LeakyReLU(0.2), nn.Conv2d(outer, inner, 4, 2, 1, bias=False)]
        if below is not None:
            down += [nn.BatchNorm2d(inner), below]
        fan_in = inner if below is None else 2 * inner
        up = [nn.ReLU(), nn.ConvTranspose2d(fan_in, outer, 4, 2, 1, bias=False), nn.BatchNorm2d(outer)]
        self.model = nn.Sequential(*down, *up)

    def forward(self, maps):
        return torch.cat([maps, self.model(maps)], 1)


class Generator(nn.Module):
    """Section 6.1.1 of arXiv:1611.07004: C64-C128-C256-C512 ×5 and back, skips, tanh."""

    def __init__(self, width=64, levels=8):
        super().__init__()
        below = None
        for depth in range(levels - 1, 0, -1):
            below = Level(width << min(depth - 1, 3), width << min(depth, 3), below)
        self.model = nn.ModuleDict({"model": nn.Sequential(
            nn.Conv2d(3, width, 4, 2, 1, bias=False), below, nn.ReLU(), nn.ConvTranspose2d(2 * width, 3, 4, 2, 1),
            nn.Tanh())})

    def forward(self, image):
        return self.model["model"](image)


class Discriminator(nn.Module):
    """Section 6.1.2 of arXiv:1611.07004, the 70×70 one: C64-C128-C256-C512."""

    def __init__(self, width=64):
        super().__init__()
        parts = [nn.Conv2d(6, width, 4, 2, 1), nn.LeakyReLU(0.2)]
        for wider, stride in ((1, 2), (2, 2), (4, 1)):
            parts += [nn.Conv2d(width * wider, 2 * width * wider, 4, stride, 1, bias=False),
                      nn.BatchNorm2d(2 * width * wider), nn.LeakyReLU(0.2)]
        self.model = nn.Sequential(*parts, nn.Conv2d(8 * width, 1, 4, 1, 1))

    def forward(self, pair):
        return self.model(pair)
