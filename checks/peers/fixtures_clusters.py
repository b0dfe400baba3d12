#!/usr/bin/python3
"""Writes what scikit-learn 1.2.1 answers on a small picture, for the unit tests of kmeans and em.

    checks/peers/fixtures_clusters.py

The picture is made here by formula and stored with the answers. A line holds a name and numbers, hex samples or digits.
"""

import pathlib
import warnings

import numpy as np
from sklearn.cluster import KMeans
from sklearn.mixture import GaussianMixture

RESOURCES = pathlib.Path(__file__).resolve().parents[2] / "classic/src/test/resources/org/vung/classic"
HEIGHT, WIDTH = 24, 32


def picture():
    """Overlapping blobs of colour on a slope, with grain."""
    row, column = np.mgrid[0:HEIGHT, 0:WIDTH]
    channels = []
    for c in range(3):
        blob = 120 * np.exp(-((row - 6 - 5 * c) ** 2 + (column - 8 - 7 * c) ** 2) / 40.0)
        grain = (row * 31 + column * 17 + c * 7) % 23
        channels.append(50 + 1.5 * column + blob + grain)
    return np.stack(channels, -1).astype(np.uint8)


def digits(labels):
    """One character a pixel; no fixture has more than ten labels."""
    return "".join(map(str, labels))


def write(path, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w") as out:
        for name, values in rows.items():
            texts = [values] if isinstance(values, str) else (repr(v.item()) for v in np.asarray(values).ravel())
            print(name, *texts, file=out)


def main():
    warnings.simplefilter("ignore")
    pixels = picture()
    x = pixels.reshape(-1, 3).astype(np.float64)
    write(RESOURCES / "clusters.txt", {"height": [HEIGHT], "width": [WIDTH], "samples": pixels.tobytes().hex()})
    for k in (2, 3, 7):
        start = x[np.linspace(0, len(x) - 1, k).astype(int)]
        fit = KMeans(k, init=start, n_init=1, max_iter=3000, tol=0).fit(x)
        loose = KMeans(k, init=start, n_init=1, max_iter=3000, tol=1e-2).fit(x)
        write(RESOURCES / f"kmeans/start{k}.txt", {
            "start": start, "centres": fit.cluster_centers_, "inertia": [fit.inertia_], "labels": digits(fit.labels_),
            "loose_centres": loose.cluster_centers_})
    for kind in ("full", "tied", "diag", "spherical"):
        start = GaussianMixture(3, covariance_type=kind, max_iter=1, random_state=1).fit(x)
        matrices = {"full": lambda c: c, "tied": lambda c: np.repeat(c[None], 3, 0),
                    "diag": lambda c: np.array([np.diag(v) for v in c]),
                    "spherical": lambda c: np.array([np.eye(3) * v for v in c])}[kind]
        fit = GaussianMixture(3, covariance_type=kind, max_iter=20, weights_init=start.weights_,
                              means_init=start.means_, precisions_init=start.precisions_).fit(x)
        write(RESOURCES / f"mixture/{kind}.txt", {
            "start_weights": start.weights_, "start_means": start.means_,
            "start_covariances": matrices(start.covariances_), "iterations": [fit.n_iter_],
            "log_likelihood": [fit.score(x)], "bic": [fit.bic(x)], "weights": fit.weights_, "means": fit.means_,
            "covariances": matrices(fit.covariances_), "labels": digits(fit.predict(x)),
            "memberships_of_first_row": np.round(fit.predict_proba(x)[:WIDTH], 9)})


if __name__ == "__main__":
    main()
