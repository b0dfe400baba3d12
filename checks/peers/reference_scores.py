"""Scores by scikit-learn, scikit-image, SciPy and OpenCV, or written out slowly from their definitions."""

from collections import deque

import cv2
import numpy as np
from scipy.ndimage import label as components
from scipy.optimize import linear_sum_assignment
from skimage import metrics
from sklearn import metrics as learn


def of_labels(truth, said):
    a, b = truth.ravel(), said.ravel()
    present = np.unique(a)
    every = np.unique(np.concatenate([a, b]))
    iou = learn.jaccard_score(a, b, labels=present, average=None, zero_division=0)
    table = learn.confusion_matrix(a, b, labels=np.arange(max(a.max(), b.max()) + 1))
    error, recall, precision = metrics.adapted_rand_error(truth, said)  # its names are swapped
    splits, merges = metrics.variation_of_information(truth, said)
    result = {
        "accuracy": learn.accuracy_score(a, b),
        "mean_accuracy": learn.recall_score(a, b, labels=present, average="macro", zero_division=0),
        "mean_iou": iou.mean(),
        "mean_dice": learn.f1_score(a, b, labels=present, average="macro", zero_division=0),
        "weighted_iou": learn.jaccard_score(a, b, labels=every, average="weighted", zero_division=0),
        "matrix": table,
        "rand_index": learn.rand_score(a, b) if len(a) > 1 else 1.0,
        "adapted_error": error, "adapted_precision": precision, "adapted_recall": recall,
        "splits": splits, "merges": merges,
        "covering": covering(truth, said),
        "boundary": boundary_iou(truth > 0, said > 0),
    }
    for threshold in (0.5, 0.65, 0.9):
        result[f"matches_{threshold}"] = matches(truth, said, threshold)
    result["jaccard"] = aggregated_jaccard(truth, said)
    result["jaccard_one_to_one"] = aggregated_jaccard_one_to_one(truth, said)
    return result


def of_scores(positive, scores):
    return {"area": learn.roc_auc_score(positive, scores), "precision": learn.average_precision_score(positive, scores)}


def covering(truth, said):
    total = 0.0
    for region in np.unique(truth):
        mask = truth == region
        total += mask.sum() * max((mask & (said == s)).sum() / (mask | (said == s)).sum() for s in np.unique(said))
    return total / truth.size


def boundary_iou(truth, said):
    distance = max(1, int(round(0.02 * np.hypot(*truth.shape))))

    def border(mask):
        padded = cv2.copyMakeBorder(mask.astype(np.uint8), 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=0)
        eroded = cv2.erode(padded, np.ones((3, 3), np.uint8), iterations=distance)[1:-1, 1:-1]
        return mask & (eroded == 0)

    first, second = border(truth), border(said)
    return (first & second).sum() / (first | second).sum()


def overlaps(truth, said):
    rows = [truth == t for t in np.unique(truth) if t]
    columns = [said == s for s in np.unique(said) if s]
    both = np.array([[(r & c).sum() for c in columns] for r in rows], float).reshape(len(rows), len(columns))
    either = np.array([[(r | c).sum() for c in columns] for r in rows], float).reshape(len(rows), len(columns))
    return both, either


def matches(truth, said, threshold):
    """TP, FP, FN, sum of IoU: StarDist's matching.py."""
    both, either = overlaps(truth, said)
    iou = both / either
    least = min(iou.shape)
    if least == 0:
        return [0, iou.shape[1], iou.shape[0], 0.0]
    rows, columns = linear_sum_assignment(-(iou >= threshold).astype(float) - iou / (2 * least))
    good = iou[rows, columns] >= threshold
    found = good.sum()
    return [int(found), iou.shape[1] - int(found), iou.shape[0] - int(found), iou[rows, columns][good].sum()]


def aggregated_jaccard(truth, said):
    both, either = overlaps(truth, said)
    sizes = [(said == s).sum() for s in np.unique(said) if s]
    used, shared, union = set(), 0.0, 0.0
    for row in range(len(both)):
        best = (both[row] / either[row]).argmax() if both.shape[1] else -1
        if best >= 0 and both[row, best] > 0:
            shared, union = shared + both[row, best], union + either[row, best]
            used.add(best)
        else:
            union += (truth == [t for t in np.unique(truth) if t][row]).sum()
    union += sum(size for at, size in enumerate(sizes) if at not in used)
    return shared / union if union else float("nan")


def aggregated_jaccard_one_to_one(truth, said):
    both, either = overlaps(truth, said)
    rows, columns = linear_sum_assignment(-both / either)
    return both[rows, columns].sum() / ((truth > 0) | (said > 0)).sum()


def insides(labels):
    """Where all four neighbours have the same label: cells parted by membranes."""
    padded = np.pad(labels, 1, mode="edge")
    same = np.ones(labels.shape, bool)
    for rows, columns in ((0, 1), (2, 1), (1, 0), (1, 2)):
        same &= padded[rows:rows + labels.shape[0], columns:columns + labels.shape[1]] == labels
    return same & (labels > 0)


def thinned(inside):
    """Soille and Vincent's flooding of two heights in the order of Fiji's Trainable_Segmentation."""
    height, width = inside.shape
    order = [(r, c) for c in range(width) for r in range(height)]
    out, basins, lasting = {}, 0, {"flag": False}

    def around(place):
        r, c = place
        for q in ((r, c - 1), (r - 1, c), (r, c + 1), (r + 1, c)):
            if 0 <= q[0] < height and 0 <= q[1] < width:
                yield q

    for level in sorted({0 if inside[p] else 1 for p in order}):
        here = [p for p in order if (0 if inside[p] else 1) == level]
        queue = deque()
        for p in here:
            out[p] = "mask"
            if any(isinstance(out.get(q), int) for q in around(p)):
                out[p] = "queued"
                queue.append(p)
        while queue:
            p = queue.popleft()
            for q in around(p):
                if isinstance(out.get(q), int) and out[q] > 0:
                    if out[p] == "queued" or (out[p] == 0 and lasting["flag"]):
                        out[p] = out[q]
                    elif isinstance(out[p], int) and out[p] > 0 and out[p] != out[q]:
                        out[p], lasting["flag"] = 0, False
                elif out.get(q) == 0 and isinstance(out[q], int):
                    if out[p] == "queued":
                        out[p], lasting["flag"] = 0, True
                elif out.get(q) == "mask":
                    out[q] = "queued"
                    queue.append(q)
        for p in here:
            if out[p] == "mask":
                basins += 1
                out[p] = basins
                queue.append(p)
                while queue:
                    for q in around(queue.popleft()):
                        if out.get(q) == "mask":
                            out[q] = basins
                            queue.append(q)
    return np.array([[out[r, c] for c in range(width)] for r in range(height)])


def of_slice(cell, soft):
    best = {"rand": 0.0, "information": 0.0, "pixel": 1.0}
    truth = components(cell)[0]
    n = float((truth > 0).sum())
    threshold = 0.0
    while threshold <= 1:
        said = thinned(soft > threshold)
        table = np.zeros((truth.max() + 1, said.max() + 1))
        np.add.at(table, (truth.ravel(), said.ravel()), 1)
        p = table[1:] / n
        a, b, alone = p.sum(1), p[:, 1:].sum(0), p[:, 0].sum()
        a2, b2, ab2 = (a ** 2).sum(), (b ** 2).sum() + alone / n, (p[:, 1:] ** 2).sum() + alone / n
        precision, recall = ab2 / b2, ab2 / a2
        best["rand"] = max(best["rand"], 2 * precision * recall / (precision + recall))

        def plogp(x):
            x = x[x > 0]
            return (x * np.log(x)).sum()

        sum_a, sum_b, sum_ab = plogp(a), plogp(b) - alone * np.log(n), plogp(p[:, 1:]) - alone * np.log(n)
        if sum_a != 0 and sum_b != 0:
            precision, recall = (-sum_a - (sum_b - sum_ab)) / -sum_a, (-sum_b - (sum_a - sum_ab)) / -sum_b
            best["information"] = max(best["information"], 2 * precision * recall / (precision + recall))
        best["pixel"] = min(best["pixel"], ((cell.astype(float) - (soft > threshold)) ** 2).mean())
        threshold += 0.1
    return best
