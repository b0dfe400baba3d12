"""Drives a warm Vung JVM from Python, so that peers can be compared on the very same pixels.

    from vung import Vung, photos
    with Vung() as ours:
        labels, reply = ours.segment("kmeans:k=3", pixels, repeat=5)

Needs Debian's python3-skimage, python3-sklearn, python3-opencv and a built tree (checks/peers/build).
"""

import json
import os
import pathlib
import subprocess
import tempfile

import numpy as np

ROOT = pathlib.Path(__file__).resolve().parents[2]

# The launcher's collector; large pages, which NumPy asks the system for, too.
JAVA_OPTIONS = ["-XX:+UseParallelGC", "-XX:+UseTransparentHugePages"]


class Vung:
    """A worker process; every call sends one request and waits for its answer."""

    def __init__(self, heap="8g"):
        classpath = (ROOT / "checks/target/worker.classpath").read_text().strip()
        self.folder = tempfile.TemporaryDirectory()
        self.process = subprocess.Popen(
            ["java", *JAVA_OPTIONS, f"-Xmx{heap}", "-cp", classpath, "org.vung.checks.peer.Worker"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait(30)
        self.folder.cleanup()

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def save(self, name, array):
        """Saves an array where the worker can read it and returns its path."""
        np.save(self.path(name), np.ascontiguousarray(array))
        return self.path(name)

    def ask(self, **request):
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        reply = json.loads(self.process.stdout.readline())
        if "error" in reply:
            raise RuntimeError(reply["error"])
        return reply

    def warm_up(self, request, seconds=2.0):
        """Repeats a timed request until the compiler has had so much time, as in a server that runs."""
        spent = 0.0
        while spent < seconds:
            spent += max(sum(self.ask(**request)["seconds"]), 1e-3)

    def segment(self, method, pixels, repeat=1):
        """Labels as an int32 array, and the reply: count, findings, warnings, seconds."""
        image = self.save("image.npy", pixels)
        reply = self.ask(task="segment", method=method, image=image, out=self.path("labels.npy"), repeat=repeat)
        return np.load(self.path("labels.npy")), reply

    def filter(self, method, pixels, repeat=1):
        """The filtered picture as a uint8 array [height, width, channels], and the reply: seconds."""
        image = self.save("image.npy", pixels)
        reply = self.ask(task="filter", method=method, image=image, out=self.path("picture.npy"), repeat=repeat)
        return np.load(self.path("picture.npy")), reply


def photos(folder, limit=None):
    """(path, RGB pixels) of every photo below a folder, in the order of their names."""
    from PIL import Image
    paths = sorted(p for p in pathlib.Path(folder).rglob("*") if p.suffix.lower() in (".png", ".jpg", ".jpeg"))
    for path in paths[:limit]:
        yield path, np.array(Image.open(path).convert("RGB"))
