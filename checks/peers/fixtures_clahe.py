"""Writes the oracle file for contrast-limited adaptive histogram equalisation, stretching and gamma.

Made with Debian's python3-opencv 4.6.0, numpy 1.24.2: /usr/bin/python3 checks/peers/fixtures_clahe.py
With the DRIVE training photos as argument it prints instead the checksum of what the authors' preparation makes of them,
standardised over the set as they do: /usr/bin/python3 checks/peers/fixtures_clahe.py FOLDER
"""

import pathlib
import sys
import zlib

import cv2
import numpy as np

RESOURCES = pathlib.Path(__file__).resolve().parents[2] / "core/src/test/resources/org/vung/image/contrast"
# height, width, clip limit, tile rows, tile columns; sides that divide, one that does, none, and sides below the tiles
CASES = [(16, 24, 2.0, 4, 4), (16, 23, 2.0, 4, 4), (15, 24, 3.5, 4, 8), (19, 23, 40.0, 8, 8), (1, 1, 2.0, 8, 8),
         (1, 7, 2.0, 8, 8), (3, 2, 1.0, 2, 5), (20, 30, 0.01, 1, 1), (131, 97, 2.0, 8, 8), (240, 320, 4.0, 8, 8),
         (200, 150, 1000.0, 3, 7)]
GAMMAS = [0.45, 0.8, 1.2, 2.2]


def scene(height, width):
    """A slope with a fixed grain in whole numbers, dark to bright."""
    row, column = np.mgrid[0:height, 0:width].astype(int)
    return (20 + row * 90 // height + column * 60 // width + (row * 37 + column * 101 + row * column * 13) % 41).astype(np.uint8)


def corrected(gamma):
    """The table of the published adjust_gamma."""
    return np.array([((i / 255.0) ** (1.0 / gamma)) * 255 for i in range(256)]).astype("uint8")


def prepared(photos):
    """The published preparation of a set of RGB photos [N, H, W, 3], up to the division by 255."""
    grey = photos[..., 0] * 0.299 + photos[..., 1] * 0.587 + photos[..., 2] * 0.114
    grey = (grey - grey.mean()) / grey.std()
    clahe = cv2.createCLAHE(clipLimit=2.0, tileGridSize=(8, 8))
    for each in grey:
        stretched = ((each - each.min()) / (each.max() - each.min()) * 255).astype(np.uint8)
        yield cv2.LUT(clahe.apply(stretched), corrected(1.2))


def main():
    if len(sys.argv) > 1:
        files = sorted(pathlib.Path(sys.argv[1]).glob("*.tif"))
        photos = np.array([cv2.imread(str(file))[..., ::-1] for file in files])
        print("%08x" % zlib.crc32(b"".join(each.tobytes() for each in prepared(photos))))
        return
    RESOURCES.mkdir(parents=True, exist_ok=True)
    lines = []
    for height, width, clip, rows, columns in CASES:
        answer = cv2.createCLAHE(clip, (columns, rows)).apply(scene(height, width)).tobytes()
        shown = answer.hex() if len(answer) <= 600 else "crc32:%08x" % zlib.crc32(answer)
        lines.append(f"{height} {width} {clip} {rows} {columns} {shown}\n")
    (RESOURCES / "clahe.txt").write_text("".join(lines))
    (RESOURCES / "gamma.txt").write_text("".join(f"{gamma} {corrected(gamma).tobytes().hex()}\n" for gamma in GAMMAS))


if __name__ == "__main__":
    main()
