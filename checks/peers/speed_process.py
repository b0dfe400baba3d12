#!/usr/bin/env python3
"""Times whole cold processes: `./vung segment PHOTO -m kmeans:k=3` against the same in Python, and `./vung --help`.

    checks/peers/speed_process.py --photo PATH [--rounds 7]

Python imports, reads with scikit-image, clusters with scikit-learn 1.2.1's KMeans(n_clusters=3, random_state=0), whose
default is 10 starts as ours is, and writes the labels as PNG. Vung also writes overlay and JSON, synced to disk. The
processes take turns, so that both meet the same machine; the table holds medians. Exits 1 where a target is missed.
"""

import argparse
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]

PYTHON = """
import sys, warnings
warnings.simplefilter("ignore")
import numpy as np
from skimage import io
from sklearn.cluster import KMeans
image = io.imread(sys.argv[1])[..., :3]
labels = KMeans(n_clusters=3, random_state=0).fit_predict(image.reshape(-1, 3)).reshape(image.shape[:2])
io.imsave(sys.argv[2], labels.astype(np.uint8), check_contrast=False)
"""


def seconds(command):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--photo", required=True)
    options.add_argument("--rounds", type=int, default=7)
    options = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        commands = {
            "python": [sys.executable, "-c", PYTHON, options.photo, f"{folder}/python.png"],
            "vung": [ROOT / "vung", "segment", options.photo, "-m", "kmeans:k=3", "-o", folder, "--overwrite"],
            "help": [ROOT / "vung", "--help"],
        }
        times = {name: [] for name in commands}
        for turn in range(options.rounds + 1):
            for name, command in commands.items():
                taken = seconds(command)
                if turn > 0:  # the first round builds, and fills the disk cache for both
                    times[name].append(taken)
    median = {name: statistics.median(taken) for name, taken in times.items()}
    ratio = median["vung"] / median["python"]
    print("| case | Python | vung | ratio | target |")
    print("|---|---|---|---|---|")
    print(f"| segment {pathlib.Path(options.photo).name}, kmeans:k=3, cold process | {median['python']:.2f} s "
          f"| {median['vung']:.2f} s | {ratio:.2f} | ≤ 0.50 |")
    print(f"| --help | – | {median['help']:.2f} s | – | ≤ 0.35 s |")
    sys.exit(0 if ratio <= 0.5 and median["help"] <= 0.35 else 1)


if __name__ == "__main__":
    main()
