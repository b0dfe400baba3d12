#!/usr/bin/python3
"""Holds our TIFF reader and our writers of PNG, JPEG and TIFF against other programs.

    checks/peers/build && checks/peers/agree_tiff.py

First, files of every kind that Pillow (libtiff), tifffile and OpenCV can write, and files packed here by hand where none
of them can, are read by us and compared with the pixels they were made from. Then files that we write are read by
Pillow, tifffile and OpenCV. Prints one line for every difference and exits 1 if there is one.
"""

import itertools
import struct
import sys
import tempfile
import zlib

import cv2
import numpy as np
import tifffile
from PIL import Image

from vung import Vung

RANDOM = np.random.default_rng(1)
FAX_WIDTHS = [1, 7, 8, 9, 63, 64, 65, 1728, 2559, 2560, 2561, 5200]


def smooth(shape, dtype=np.uint8):
    """A picture with runs, ramps and noise of a type."""
    height, width = shape[:2]
    ramp = np.add.outer(np.arange(height) * 3.0, np.arange(width) * 2.0)
    ramp = np.repeat(ramp[:, :, None], shape[2] if len(shape) > 2 else 1, 2)
    noise = RANDOM.integers(0, 50, ramp.shape) * (np.arange(width) // 16 % 2)[None, :, None]
    values = ramp + noise + np.arange(ramp.shape[2]) * 31
    if np.issubdtype(dtype, np.floating):
        values = (values - 300) / 77
    else:
        info = np.iinfo(dtype)
        values = values * 65537.0 % (float(info.max) - info.min + 1) + info.min
        values = np.clip(values, info.min, info.max)
    return values.astype(dtype).reshape(shape)


def bilevel(height, width):
    """Runs of every length, rows like their neighbours and rows unlike them."""
    rows = np.zeros((height, width), bool)
    for row in range(height):
        at, colour = 0, bool(row % 2)
        while at < width:
            run = int(RANDOM.choice([1, 2, 5, 63, 64, 100, 700, 2560, 3000]) * RANDOM.random() + 1)
            rows[row, at:at + run] = colour
            at, colour = at + run, not colour
        if row % 3 == 2:
            rows[row] = np.roll(rows[row - 1], RANDOM.integers(-4, 5))
    return rows


def tags(entries, order="<"):
    """A classic TIFF of one strip from (tag, type, values); the tag 273 gets the offset of the data that 'data' holds."""
    data = entries.pop("data")
    items = sorted(entries.items())
    extra_at = 8 + 2 + 12 * (len(items) + 1) + 4
    extra, directory = b"", b""
    items.append((273, ("I", [0])))
    for tag, (kind, values) in sorted(items):
        packed = struct.pack(f"{order}{len(values)}{kind}", *values)
        if tag == 273:
            field = struct.pack(order + "I", 0xDEADBEEF)
        elif len(packed) <= 4:
            field = packed.ljust(4, b"\0")
        else:
            field = struct.pack(order + "I", extra_at + len(extra))
            extra += packed + b"\0" * (len(packed) % 2)
        directory += struct.pack(order + "HHI", tag, {"B": 1, "H": 3, "I": 4}[kind], len(values)) + field
    start = struct.pack(order + "I", extra_at + len(extra))
    directory = directory.replace(struct.pack(order + "I", 0xDEADBEEF), start)
    head = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(order + "I", 8)
    return head + struct.pack(order + "H", len(items)) + directory + b"\0\0\0\0" + extra + data


def packed_bits(array, bits):
    """Rows of samples of few bits, high bit first, each row from a new byte on."""
    height = array.shape[0]
    flat = array.reshape(height, -1).astype(np.int64)
    out = (flat[:, :, None] >> np.arange(bits - 1, -1, -1)) & 1
    return np.packbits(out.reshape(height, -1).astype(np.uint8), axis=1).tobytes()


def page(array, bits, order="<", **more):
    """Tags of a grey or RGB page of one uncompressed strip."""
    height, width = array.shape[:2]
    channels = array.shape[2] if array.ndim > 2 else 1
    entries = {256: ("I", [width]), 257: ("I", [height]), 258: ("H", [bits] * channels), 259: ("H", [1]),
               262: ("H", [1 if channels < 3 else 2]), 277: ("H", [channels]), 278: ("I", [height])}
    entries.update({int(tag[1:]): value for tag, value in more.items() if tag != "data"})
    entries["data"] = more.get("data") or packed_bits(array, bits)
    entries[279] = ("I", [len(entries["data"])])
    return tags(entries, order)


def orient(array, way):
    """The stored picture turned upright."""
    turned = array.swapaxes(0, 1) if way >= 5 else array
    rows = {3: -1, 4: -1, 7: -1, 8: -1}.get(way, 1)
    columns = {2: -1, 3: -1, 6: -1, 7: -1}.get(way, 1)
    return turned[::rows, ::columns]


def by_hand():
    """(name, bytes, expected) of kinds that no library here writes."""
    for bits, order in itertools.product([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 15], "<>"):
        white = (1 << bits) - 1
        grey = RANDOM.integers(0, white + 1, (13, 17))
        shown = np.floor((grey * 510 + white) / (2 * white)) if bits < 8 else grey
        yield f"grey of {bits} bits {order}", page(grey, bits, order), shown
        inverted = np.floor(((white - grey) * 510 + white) / (2 * white)) if bits < 8 else white - grey
        yield f"white-is-zero of {bits} bits {order}", page(grey, bits, order, t262=("H", [0])), inverted
        if bits in (1, 2, 4, 8):
            colours = RANDOM.integers(0, 65536, (3, white + 1))
            file = page(grey, bits, order, t262=("H", [3]), t320=("H", colours.ravel().tolist()))
            yield f"palette of {bits} bits {order}", file, (colours >> 8).T[grey]
    for bits in (2, 4, 10, 12):
        rgb = RANDOM.integers(0, 1 << bits, (9, 11, 3))
        white = (1 << bits) - 1
        shown = np.floor((rgb * 510 + white) / (2 * white)) if bits < 8 else rgb
        yield f"RGB of {bits} bits", page(rgb, bits), shown
    grey = RANDOM.integers(0, 2, (21, 35))
    file = page(grey, 1, t266=("H", [2]), data=bytes(
        int(f"{octet:08b}"[::-1], 2) for octet in packed_bits(grey, 1)))
    yield "low bit first", file, grey * 255
    for way in range(1, 9):
        rgb = smooth((5, 8, 3))
        yield f"orientation {way}", page(rgb, 8, t274=("H", [way])), orient(rgb, way)
    small = smooth((3, 4), np.uint32)
    for order in "<>":
        data = small.astype(order + "u4").tobytes()
        yield f"32 bits {order}", page(small, 32, order, data=data), small.astype(np.float32)
    for dtype, order in itertools.product([np.float16, np.float32, np.float64], "<>"):
        real = smooth((6, 7, 3), dtype)
        size = real.dtype.itemsize
        octets = real.astype(">" + real.dtype.str[1:]).view(np.uint8).reshape(6, 21, size)
        planes = octets.transpose(0, 2, 1).reshape(6, -1)
        steps = planes.copy()
        steps[:, 3:] -= planes[:, :-3]
        file = page(real, size * 8, order, t259=("H", [8]), t317=("H", [3]), t339=("H", [3] * 3),
                    data=zlib.compress(steps.tobytes()))
        yield f"{real.dtype} with predictor 3 {order}", file, real.astype(np.float32)
    ycc = smooth((6, 8, 3))
    blocks = b"".join(ycc[r:r + 2, c:c + 2, 0].tobytes() + ycc[r, c, 1:].tobytes()
                      for r in range(0, 6, 2) for c in range(0, 8, 2))
    full = np.concatenate([ycc[:, :, :1], ycc[::2, ::2, 1:].repeat(2, 0).repeat(2, 1)], 2)
    upright = np.array(Image.fromarray(full, "YCbCr").convert("RGB"))
    yield "YCbCr in blocks of 2x2", page(ycc, 8, t262=("H", [6]), t530=("H", [2, 2]), data=blocks), upright


def by_libraries():
    """(name, writer of a path, expected) of kinds that Pillow, tifffile and OpenCV write."""
    for mode, compression in itertools.product(
            ["1", "L", "P", "RGB", "RGBA", "LA", "CMYK", "I;16", "I", "F"],
            [None, "packbits", "tiff_lzw", "tiff_adobe_deflate", "tiff_deflate"]):
        channels = {"LA": 2, "RGB": 3, "RGBA": 4, "CMYK": 4}.get(mode, 1)
        shape = (61, 83) if channels == 1 else (61, 83, channels)
        if mode == "1":
            image = Image.fromarray(bilevel(61, 83))
        elif mode == "P":
            image = Image.fromarray(smooth(shape), "L").convert("RGB").quantize(77)
        elif mode in ("I", "F"):
            image = Image.fromarray(smooth(shape, np.int32 if mode == "I" else np.float32), mode)
        elif mode == "I;16":
            image = Image.fromarray(smooth(shape, np.uint16))
        else:
            image = Image.fromarray(smooth(shape), mode)
        expected = np.array({"1": image.convert("L"), "P": image.convert("RGB"), "CMYK": image.convert("RGB")}
                            .get(mode, image)).astype(np.float32)
        for predictor in (1, 2, 3) if compression in ("tiff_lzw", "tiff_adobe_deflate") else (1,):
            if (predictor == 2 and mode in ("1", "F")) or (predictor == 3 and mode != "F"):
                continue
            def save(path, image=image, compression=compression, predictor=predictor):
                image.save(path, compression=compression, tiffinfo={317: predictor} if predictor > 1 else {})
            yield f"Pillow {mode} {compression} predictor {predictor}", save, expected
    for width, compression in itertools.product(FAX_WIDTHS, ["group3", "group4", "tiff_ccitt"]):
        rows = bilevel(40, width)
        yield (f"Pillow {compression} {width} wide",
               lambda path, r=rows, c=compression: Image.fromarray(r).save(path, compression=c), rows * 255)
    rows = bilevel(40, 900)
    yield ("Pillow group 3 in two dimensions",
           lambda path: Image.fromarray(rows).save(path, compression="group3", tiffinfo={292: 1}), rows * 255)
    for dtype in (np.uint8, np.int8, np.uint16, np.int16, np.uint32, np.int32, np.float16, np.float32, np.float64):
        for channels, planar, tile, order, big in itertools.product(
                [1, 3, 5], ["contig", "separate"], [None, (32, 48)], "<>", [False, True]):
            array = smooth((50, 70) if channels == 1 else (50, 70, channels), dtype)
            stored = np.moveaxis(array, 2, 0) if planar == "separate" and channels > 1 else array
            options = {"planarconfig": planar} if channels > 1 else {}
            def save(path, stored=stored, options=options, channels=channels, tile=tile, order=order, big=big):
                tifffile.imwrite(path, stored, photometric="rgb" if channels == 3 else "minisblack", tile=tile,
                                 compression="zlib", byteorder=order, bigtiff=big, metadata=None, **options)
            yield (f"tifffile {np.dtype(dtype)} {channels} {planar} {'tiles' if tile else 'strips'} {order} big={big}",
                   save, array.astype(array.dtype if array.dtype in (np.uint8, np.uint16) else np.float32))
    # OpenCV stores colour floats as LogLuv, which nobody else does.
    for dtype, channels in [(np.uint8, 1), (np.uint8, 3), (np.uint16, 1), (np.uint16, 3), (np.float32, 1),
                            (np.float64, 1)]:
        array = smooth((45, 33) if channels == 1 else (45, 33, channels), dtype)
        yield (f"OpenCV {np.dtype(dtype)} {channels}",
               lambda path, a=array: cv2.imwrite(path, a[:, :, ::-1] if a.ndim > 2 else a), array.astype(np.float32))


def read(ours, path):
    reply = ours.ask(task="read", file=path, out=ours.path("read.npy"))
    if "refused" in reply:
        return None, reply["refused"]
    pixels = np.load(ours.path("read.npy"))
    return pixels[:, :, 0] if pixels.ndim > 2 and pixels.shape[2] == 1 else pixels, ""


def check_reading(ours, path):
    """Number of files read and of those that differ."""
    files = wrong = 0
    for name, content, expected in itertools.chain(by_hand(), by_libraries()):
        if callable(content):
            content(path)
        else:
            with open(path, "wb") as file:
                file.write(content)
        pixels, refusal = read(ours, path)
        files += 1
        if pixels is None or pixels.shape != expected.shape:
            print(f"{name}: {refusal or pixels.shape}, expected {expected.shape}")
            wrong += 1
            continue
        apart = np.nanmax(np.abs(pixels.astype(np.float64) - expected))
        tolerance = 1 if "YCbCr" in name else 0
        if apart > tolerance or not np.array_equal(np.isnan(pixels), np.isnan(expected)):
            print(f"{name}: at most {apart:g} apart")
            wrong += 1
    return files, wrong


def check_writing(ours, folder):
    """Number of files written and of those that other readers read otherwise."""
    files = wrong = 0
    for dtype, channels, ending in itertools.product([np.uint8, np.uint16, np.float32], [1, 3, 4], ["png", "tif"]):
        if dtype == np.float32 and ending == "png":
            continue
        for shape in ((1, 1), (300, 517), (256, 256)):
            array = smooth(shape + ((channels,) if channels > 1 else ()), dtype)
            path = f"{folder}/written.{ending}"
            ours.ask(task="write", image=ours.save("image.npy", array), file=path)
            peers = {"OpenCV": cv2.imread(path, cv2.IMREAD_UNCHANGED)}
            if channels > 1:
                order = [2, 1, 0, 3][:channels]
                peers["OpenCV"] = peers["OpenCV"][:, :, order]
            if ending == "tif" and channels == 4 and dtype == np.uint8:
                del peers["OpenCV"]  # multiplies colours by opacity while it reads
            if dtype == np.uint8 or channels == 1:
                peers["Pillow"] = np.array(Image.open(path))
            if ending == "tif":
                try:
                    peers["tifffile"] = tifffile.imread(path)
                except ValueError:  # tifffile needs another package for predictors
                    peers.pop("tifffile", None)
            for peer, pixels in peers.items():
                files += 1
                if not np.array_equal(pixels.reshape(array.shape), array):
                    print(f"our {ending} {array.shape} {array.dtype} read by {peer} differs")
                    wrong += 1
    for count, ending in itertools.product([2, 200, 256, 257, 65536, 70000], ["png", "tif"]):
        if count == 70000 and ending == "png":
            continue
        labels = (np.arange(300 * 300).reshape(300, 300) * 7919 % count).astype(np.int32)
        path = f"{folder}/labels.{ending}"
        ours.ask(task="write_labels", labels=ours.save("labels.npy", labels.astype(np.float64)),
                 height=300, width=300, file=path)
        pixels = tifffile.imread(path) if count == 70000 else np.array(Image.open(path))
        ours.ask(task="read_labels", file=path, out=ours.path("back.npy"))
        for peer, array in (("Pillow", pixels), ("ours", np.load(ours.path("back.npy")))):
            files += 1
            if not np.array_equal(array, labels):
                print(f"our labels of {count} as {ending} read by {peer} differ")
                wrong += 1
    return files, wrong


def main():
    with Vung() as ours, tempfile.TemporaryDirectory() as folder:
        read_files, read_wrong = check_reading(ours, f"{folder}/made.tif")
        written, write_wrong = check_writing(ours, folder)
    print(f"{read_files} files made by others: {read_wrong} differ; {written} readings of ours by others: {write_wrong} differ")
    sys.exit(1 if read_wrong + write_wrong else 0)


if __name__ == "__main__":
    main()
