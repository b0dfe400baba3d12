"""Compares scores with scikit-learn, scikit-image, SciPy, OpenCV and the definitions written out.

    /usr/bin/python3 checks/peers/agree_scores.py [--rounds N] [--pixels N]

Random label pairs, rankings with ties and slices, new ones every time unless --seed is given. Prints the worst difference of every
score and exits with 1 above 1e-12. Build the worker first: checks/peers/build
"""

import argparse
import sys
import time
import warnings

import numpy as np

import reference_scores as reference
from fixtures_scores import blobs, shifted
from vung import Vung

TARGET = 1e-12


def worst(found, expected, worsts):
    for name, value in expected.items():
        one, other = np.ravel(np.asarray(value, float)), np.ravel(np.asarray(found[name], float))
        same = np.isnan(one) & np.isnan(other)
        difference = np.where(same, 0, np.abs(one - other) / np.maximum(1, np.abs(one)))
        difference = np.where(np.isnan(difference), np.inf, difference)
        worsts[name] = max(worsts.get(name, 0), difference.max())


def labels(ours, rng, worsts):
    height, width = rng.integers(6, 60, 2)
    truth = blobs(rng, height, width, rng.integers(2, 40), rng.uniform(0, 1))
    if truth.max() == 0:
        return
    said = shifted(truth, rng, rng.uniform(0, 0.9))
    found = ours.ask(task="score_labels", truth=ours.save("truth.npy", truth.astype(float)),
                     said=ours.save("said.npy", said.astype(float)), height=int(height), width=int(width))
    expected = reference.of_labels(truth, said)
    del expected["matrix"]
    worst(found, expected, worsts)


def rankings(ours, rng, worsts):
    count, levels = int(rng.integers(20, 5000)), int(rng.integers(1, 3000))
    positive = rng.uniform(size=count) < 0.3
    positive[:2] = True, False
    scores = (np.floor(rng.uniform(0, 1, count) * levels) / levels).astype(np.float32)
    found = ours.ask(task="score_ranking", positive=ours.save("positive.npy", positive.astype(float)),
                     scores=ours.save("scores.npy", scores.astype(float)), height=1, width=count)
    worst(found, reference.of_scores(positive, scores), worsts)


def slices(ours, rng, worsts):
    height, width = rng.integers(5, 40, 2)
    cell = reference.insides(blobs(rng, height, width, rng.integers(1, 12), 0))
    if not cell.any():
        return
    soft = np.clip(np.round((cell * 0.6 + rng.uniform(0, 0.5, cell.shape)) * 128) / 128, 0, 1)
    found = ours.ask(task="score_slice", cell=ours.save("cell.npy", cell.astype(float)),
                     probability=ours.save("probability.npy", soft), height=int(height), width=int(width))
    worst(found, reference.of_slice(cell, soft), worsts)


def speed(ours, rng, pixels):
    positive = rng.uniform(size=pixels) < 0.1
    scores = np.clip(rng.normal(0.3, 0.2, pixels) + 0.3 * positive, 0, 1).astype(np.float32)
    request = dict(task="score_ranking", positive=ours.save("positive.npy", positive.astype(float)),
                   scores=ours.save("scores.npy", scores.astype(float)), height=1, width=pixels)
    found = min((ours.ask(**request) for _ in range(5)), key=lambda reply: reply["seconds"])
    start = time.perf_counter()
    expected = reference.of_scores(positive, scores)
    theirs = time.perf_counter() - start
    worsts = {}
    worst(found, expected, worsts)
    print(f"{pixels} pixels: AUC and AP in {found['seconds']:.2f} s, scikit-learn {theirs:.2f} s; apart {max(worsts.values()):.1e}")
    return worsts


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--rounds", type=int, default=100)
    options.add_argument("--pixels", type=int, default=4_538_143)
    options.add_argument("--seed", type=int)
    options = options.parse_args()
    warnings.simplefilter("ignore")
    rng = np.random.default_rng(options.seed)
    worsts = {}
    with Vung() as ours:
        for _ in range(options.rounds):
            labels(ours, rng, worsts)
            rankings(ours, rng, worsts)
            slices(ours, rng, worsts)
        large = speed(ours, rng, options.pixels)
    for name, value in worsts.items():
        print(f"{name:24} {value:.1e}")
    return 0 if max(worsts.values()) <= TARGET and max(large.values()) <= 1e-9 else 1


if __name__ == "__main__":
    sys.exit(main())
