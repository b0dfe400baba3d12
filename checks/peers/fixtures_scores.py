"""Writes the oracle files for scores of segmentations.

Made with Debian's python3-sklearn 1.2.1, skimage 0.19.3, scipy 1.10.1, opencv 4.6.0, numpy 1.24.2:
/usr/bin/python3 checks/peers/fixtures_scores.py
"""

import pathlib

import numpy as np

import reference_scores as reference

ROOT = pathlib.Path(__file__).resolve().parents[2]
CORE = ROOT / "core/src/test/resources/org/vung/score"


def blobs(rng, height, width, count, wobble):
    """Labels of nearest centres, some background: touching objects of irregular form."""
    row, column = np.indices((height, width))
    centres = rng.uniform(0, 1, (count, 2)) * (height, width)
    distance = np.hypot(row[..., None] - centres[:, 0], column[..., None] - centres[:, 1])
    distance += rng.normal(0, wobble, distance.shape)
    labels = distance.argmin(2) + 1
    labels[distance.min(2) > min(height, width) / 3.2] = 0
    return labels


def shifted(labels, rng, noise):
    """The same objects moved a little, with wrong pixels."""
    moved = np.roll(labels, (1, -1), (0, 1))
    wrong = rng.uniform(size=labels.shape) < noise
    moved[wrong] = rng.integers(0, labels.max() + 1, wrong.sum())
    return moved


def line(name, values):
    return name + " " + " ".join(str(v) for v in np.ravel(values).tolist())


def write(name, cases):
    """Blocks of lines 'name numbers…' parted by empty lines."""
    CORE.mkdir(parents=True, exist_ok=True)
    head = "# checks/peers/fixtures_scores.py"
    blocks = ["\n".join(line(key, value) for key, value in case.items()) for case in cases]
    (CORE / name).write_text(head + "\n\n" + "\n\n".join(blocks) + "\n")


def labels():
    cases = []
    for seed, (height, width, count, noise) in enumerate(
            [(9, 13, 4, 0.1), (17, 11, 6, 0.3), (24, 31, 9, 0.05), (12, 12, 3, 0.8), (30, 20, 14, 0.15), (6, 7, 2, 0.4)]):
        rng = np.random.default_rng(seed)
        truth = blobs(rng, height, width, count, 0.6)
        said = shifted(truth, rng, noise)
        cases.append({"size": truth.shape, "truth": truth, "said": said, **reference.of_labels(truth, said)})
    write("labels.txt", cases)


def rankings():
    cases = []
    for seed, (count, levels) in enumerate([(50, 4), (300, 16), (1000, 1000), (400, 2), (64, 1)]):
        rng = np.random.default_rng(100 + seed)
        positive = rng.uniform(size=count) < 0.3
        scores = np.floor(np.clip(rng.normal(0.4, 0.2, count) + 0.2 * positive, 0, 1) * levels) / levels
        scores = scores.astype(np.float32)
        cases.append({"positive": positive.astype(int), "scores": scores, **reference.of_scores(positive, scores)})
    write("rankings.txt", cases)


def slices():
    cases = []
    for seed, (height, width, count) in enumerate([(16, 21, 5), (25, 25, 9), (33, 18, 7), (8, 8, 1)]):
        rng = np.random.default_rng(200 + seed)
        labels = blobs(rng, height, width, count, 0)
        cell = reference.insides(labels)
        soft = np.clip(cell * 0.7 + rng.uniform(0, 0.45, cell.shape), 0, 1)
        soft = (0.6 * soft + 0.1 * (np.roll(soft, 1, 0) + np.roll(soft, -1, 0) + np.roll(soft, 1, 1) + np.roll(soft, -1, 1)))
        soft = np.clip(np.round(soft * 64) / 64, 0, 1)
        thinned = reference.thinned(soft > 0.5)
        cases.append({
            "size": cell.shape, "cell": cell.astype(int), "probability": soft, "thinned": thinned,
            **reference.of_slice(cell, soft)})
    write("slices.txt", cases)


if __name__ == "__main__":
    labels()
    rankings()
    slices()
