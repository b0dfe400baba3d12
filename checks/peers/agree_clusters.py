#!/usr/bin/python3
"""Compares kmeans and em with scikit-learn 1.2.1 over folders of photos; exits 1 if a target is missed.

    checks/peers/build && checks/peers/agree_clusters.py FOLDER… [--limit N] [--only kmeans|em] [--components 3]

Targets, on every photo: kmeans from the same start: centres within 1e-4; free start, 10 restarts each: inertia at most
1.0001 times sklearn's. em from the same start: mean log-likelihood within 1e-6 (diagonal covariance: where scikit-learn, which takes variances as a
difference of large sums, parts from us by more, ours must be within 1e-9 of an extended-precision run); free start: not below sklearn's by more
than 1e-3.
"""

import argparse
import os
import sys
import warnings

os.environ.setdefault("OMP_NUM_THREADS", "2")
import numpy as np
from sklearn.cluster import KMeans
from sklearn.mixture import GaussianMixture

from vung import Vung, photos

KINDS = ("full", "tied", "diag", "spherical")


def kmeans_same(ours, x, image, k, seed):
    """Largest difference of a centre's coordinate, both run to the fixed point from the same start."""
    random = np.random.RandomState(seed)
    colours = np.unique(x, axis=0)
    # Off the grid of whole colours, where a pixel as far from one centre as from another is given to either by rounding.
    start = colours[random.choice(len(colours), k, replace=False)] + random.uniform(-0.5, 0.5, (k, x.shape[1]))
    theirs = KMeans(k, init=start, n_init=1, max_iter=3000, tol=0).fit(x)
    reply = ours.ask(task="kmeans", image=image, start=ours.save("start.npy", start), iterations=3000)
    return np.abs(np.array(reply["findings"]["centres"]) - theirs.cluster_centers_).max()


def kmeans_free(ours, pixels, x, k):
    """Our inertia over sklearn's."""
    theirs = KMeans(k, n_init=10, random_state=0).fit(x).inertia_
    _, reply = ours.segment(f"kmeans:k={k}", pixels)
    return reply["findings"]["inertia"] / theirs if theirs > 1e-9 else 1.0


def covariances_in_full(kind, covariances, k, d):
    if kind == "full":
        return covariances
    if kind == "tied":
        return np.repeat(covariances[None], k, 0)
    if kind == "diag":
        return np.array([np.diag(c) for c in covariances])
    return np.array([np.eye(d) * c for c in covariances])


def em_same(ours, x, image, kind, k):
    """Difference of the mean log-likelihood after as many iterations from the same start."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        start = GaussianMixture(k, covariance_type=kind, max_iter=1, random_state=1).fit(x)
        theirs = GaussianMixture(
            k, covariance_type=kind, max_iter=20, weights_init=start.weights_, means_init=start.means_,
            precisions_init=start.precisions_, random_state=1).fit(x)
    reply = ours.ask(
        task="em", image=image, covariance=kind, iterations=20, tolerance=1e-3,
        weights=ours.save("weights.npy", start.weights_), means=ours.save("means.npy", start.means_),
        covariances=ours.save("covariances.npy", covariances_in_full(kind, start.covariances_, k, x.shape[1])))
    apart = abs(reply["log_likelihood"] - theirs.score(x))
    if kind == "diag" and apart > 1e-6 and abs(reply["log_likelihood"] - diagonal_exactly(x, start)) < 1e-9:
        return 0.0
    return apart


def diagonal_exactly(x, start, iterations=20, tolerance=1e-3):
    """Mean log-likelihood of a diagonal mixture from the same start in 80-bit numbers, variances about the means."""
    points, counts = np.unique(x, axis=0, return_counts=True)
    points, counts = points.astype(np.longdouble), counts.astype(np.longdouble)
    weights, means, variances = (a.astype(np.longdouble) for a in (start.weights_, start.means_, start.covariances_))

    def expect():
        logs = np.stack([np.log(w) - 0.5 * (np.log(2 * np.pi * v).sum() + ((points - m) ** 2 / v).sum(1))
                         for w, m, v in zip(weights, means, variances)], 1)
        most = logs.max(1, keepdims=True)
        sums = most + np.log(np.exp(logs - most).sum(1, keepdims=True))
        return np.exp(logs - sums) * counts[:, None], float((sums[:, 0] * counts).sum() / counts.sum())

    before = -np.inf
    for _ in range(iterations):
        shares, likelihood = expect()
        totals = shares.sum(0) + 10 * np.finfo(float).eps
        means = (shares.T @ points) / totals[:, None]
        variances = np.stack([(shares[:, j:j + 1] * (points - means[j]) ** 2).sum(0) / totals[j] + 1e-6
                              for j in range(len(totals))])
        weights = totals / counts.sum()
        if abs(likelihood - before) < tolerance:
            break
        before = likelihood
    return expect()[1]


def em_free(ours, pixels, x, kind, k):
    """How far our mean log-likelihood lies below sklearn's."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = GaussianMixture(k, covariance_type=kind, max_iter=20, random_state=0).fit(x).score(x)
    _, reply = ours.segment(f"em:k={k},covariance={kind}", pixels)
    return theirs - reply["findings"]["log_likelihood"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--only", choices=("kmeans", "em"))
    parser.add_argument("--clusters", default="3,2,5,8")
    parser.add_argument("--components", type=int, default=3)
    parser.add_argument("--kinds", default=",".join(KINDS))
    parser.add_argument("--verbose", action="store_true")
    args = parser.parse_args()
    worst = {}
    missed = []

    def note(check, photo, value, limit):
        if value is None:
            return
        if args.verbose:
            print(f"{photo} {check} {value:.3e}", flush=True)
        if value > worst.get(check, (-np.inf,))[0]:
            worst[check] = (value, photo, limit)
        if not value <= limit:
            missed.append((check, photo, value))

    count = 0
    with Vung() as ours:
        for folder in args.folders:
            for number, (path, pixels) in enumerate(photos(folder, args.limit)):
                if number % args.every:
                    continue
                count += 1
                x = pixels.reshape(-1, 3).astype(np.float64)
                image = ours.save("photo.npy", pixels)
                distinct = len(np.unique(x, axis=0))
                if args.only != "em":
                    for k in (int(k) for k in args.clusters.split(",")):
                        if k <= distinct:
                            note(f"kmeans k={k} same start, centres", path.name, kmeans_same(ours, x, image, k, 0), 1e-4)
                            note(f"kmeans k={k} free, inertia ratio", path.name, kmeans_free(ours, pixels, x, k), 1.0001)
                if args.only != "kmeans" and args.components <= distinct:
                    for kind in args.kinds.split(","):
                        k = args.components
                        note(f"em k={k} {kind} same start", path.name, em_same(ours, x, image, kind, k), 1e-6)
                        note(f"em k={k} {kind} free, shortfall", path.name, em_free(ours, pixels, x, kind, k), 1e-3)
    print(f"\n{count} photos\n\n| check | worst | photo | target |\n|---|---|---|---|")
    for check, (value, photo, limit) in worst.items():
        print(f"| {check} | {value:.6g} | {photo} | ≤ {limit} |")
    for check, photo, value in missed:
        print(f"MISSED {check} on {photo}: {value:.6g}")
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
