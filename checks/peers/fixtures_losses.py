"""Writes the oracle files of training: losses, one step of a small U-Net, optimisers.

Made with Debian's python3-torch 1.13.1 (checks/peers/reference_nets.py holds the network):
/usr/bin/python3 checks/peers/fixtures_losses.py

Losses are written out here a second time, from their papers, pixel by pixel in float64; autograd gives their gradients.
"""

import json
import pathlib

import numpy as np
import torch
from torch.nn import functional

import reference_nets as papers
from fixtures_nets import formula, state, uniform

TRAIN = pathlib.Path(__file__).resolve().parents[2] / "torch/src/test/resources/org/vung/torch/train"
IGNORE = 255


def cross_entropy(scores, labels, weights, classes, smoothing=0.0):
    """PyTorch's own, which gives each pixel's cost; its mean divides by the true classes' weights."""
    costs = functional.cross_entropy(scores, labels, classes, ignore_index=IGNORE, reduction="none", label_smoothing=smoothing)
    return (costs * weights).sum() / classes[labels[labels != IGNORE]].sum()


def focal(scores, labels, weights, classes, gamma=2.0):
    """Equation 5 of arXiv:1708.02002 with a softmax."""
    found = torch.softmax(scores, 1)
    total, divisor = 0, 0
    for n, row, column in (labels != IGNORE).nonzero().tolist():
        truth = labels[n, row, column]
        p = found[n, truth, row, column]
        total = total - classes[truth] * weights[n, row, column] * (1 - p) ** gamma * p.log()
        divisor = divisor + classes[truth]
    return total / divisor


def tversky(scores, labels, weights, classes, alpha=0.3, beta=0.7, smoothing=1e-5):
    """Equation 3 of arXiv:1706.05721, a class at a time."""
    known = labels != IGNORE
    losses = []
    for at in labels[known].unique().tolist():
        p = torch.softmax(scores, 1)[:, at][known]
        g = (labels[known] == at).double()
        both, much, missed = (p * g).sum(), (p * (1 - g)).sum(), ((1 - p) * g).sum()
        losses.append(1 - (both + smoothing) / (both + alpha * much + beta * missed + smoothing))
    return sum(losses) / len(losses)


def dice(scores, labels, weights, classes, smoothing=1e-5):
    return tversky(scores, labels, weights, classes, 0.5, 0.5, smoothing)


def jaccard(scores, labels, weights, classes, smoothing=1e-5):
    return tversky(scores, labels, weights, classes, 1, 1, smoothing)


def lovasz(scores, labels, weights, classes):
    """Definition 1 of arXiv:1705.08790: sums over the order of errors, the Jaccard loss of sets counted anew each time."""
    known = labels != IGNORE
    losses = []
    for at in labels[known].unique().tolist():
        p = torch.softmax(scores, 1)[:, at][known]
        truth = set((labels[known] == at).nonzero()[:, 0].tolist())
        errors = torch.stack([1 - each if i in truth else each for i, each in enumerate(p)])
        wrong, before, total = set(), 0.0, 0
        for i in errors.detach().argsort(descending=True).tolist():
            wrong.add(i)
            now = len(wrong) / len(truth | wrong)  # 1 − |truth ∩ found| ÷ |truth ∪ found|, found = truth with the wrong ones changed
            total = total + errors[i] * (now - before)
            before = now
        losses.append(total)
    return sum(losses) / len(losses)


LOSSES = [
    ("cross-entropy", [(1, cross_entropy, {})]),
    ("cross-entropy:smoothing=0.1", [(1, cross_entropy, {"smoothing": 0.1})]),
    ("focal", [(1, focal, {})]),
    ("focal:gamma=0", [(1, cross_entropy, {})]),
    ("focal:gamma=0.5", [(1, focal, {"gamma": 0.5})]),
    ("dice", [(1, dice, {})]),
    ("dice:smoothing=1", [(1, dice, {"smoothing": 1})]),
    ("jaccard", [(1, jaccard, {})]),
    ("tversky", [(1, tversky, {})]),
    ("tversky:alpha=0.8,beta=0.1,smoothing=2", [(1, tversky, {"alpha": 0.8, "beta": 0.1, "smoothing": 2})]),
    ("lovasz", [(1, lovasz, {})]),
    ("cross-entropy+dice", [(1, cross_entropy, {}), (1, dice, {})]),
    ("0.5*focal:gamma=3+lovasz+2*jaccard", [(0.5, focal, {"gamma": 3}), (1, lovasz, {}), (2, jaccard, {})]),
]


def short(numbers, digits=8):
    return [float(f"{number:.{digits}g}") for number in np.ravel(numbers).tolist()]


def losses():
    rng = np.random.default_rng(20)
    blocks = []
    for text, terms in LOSSES:
        for classes, weighed in ((2, False), (5, True)):
            scores = torch.from_numpy(rng.normal(0, 2, (2, classes, 3, 4)).round(3)).requires_grad_()
            labels = rng.integers(0, max(2, classes - 1), (2, 3, 4))  # the last of five classes does not occur
            labels[rng.uniform(size=labels.shape) < 0.2] = IGNORE
            weights = rng.uniform(0, 3, labels.shape).round(3) if weighed else np.ones(labels.shape)
            of_class = rng.uniform(0.2, 2, classes).round(3) if weighed else np.ones(classes)
            given = torch.from_numpy(labels), torch.from_numpy(weights), torch.from_numpy(of_class)
            value = sum(factor * loss(scores, *given, **options) for factor, loss, options in terms)
            value.backward()
            blocks.append({"loss": text, "shape": list(scores.shape), "scores": short(scores.detach().numpy()),
                           "labels": labels.ravel().tolist(), "weights": short(weights),
                           "classes": short(of_class) if weighed else [], "value": value.item(),
                           "gradient": short(scores.grad.numpy())})
    write("loss/losses.json", blocks)


def unet():
    """Two steps of plain gradient descent on a batch of two; what the second begins from tells whether the first was right."""
    net = papers.UNet(None, width=3, depth=2, classes=3)
    for key, value in state(net.state_dict()).items():
        value.copy_(torch.from_numpy(formula(key, tuple(value.shape))))
    image = torch.from_numpy(uniform("input", 2 * 3 * 16 * 24).reshape(2, 3, 16, 24))
    labels = torch.from_numpy(((uniform("labels", 2 * 16 * 24) + 1) * 2).astype(np.int64).reshape(2, 16, 24))
    labels[labels == 3] = IGNORE
    record = {"shape": [2, 3, 16, 24], "rate": 0.1, "steps": []}
    net.train()
    for step in range(2):
        net.zero_grad()
        loss = functional.cross_entropy(net(image), labels, ignore_index=IGNORE)
        loss.backward()
        gradients = {key: short(value.grad.numpy(), 6) for key, value in net.named_parameters()}
        record["steps"].append({
            "loss": loss.item(),
            "gradients": gradients if step == 0 else {},
            "statistics": {key: short(value.numpy(), 6) for key, value in state(net.state_dict()).items() if "running" in key}})
        with torch.no_grad():
            for value in net.parameters():
                value -= record["rate"] * value.grad
    write("network/unet.json", record)


OPTIMISERS = {
    "sgd:rate=0.1,momentum=0": lambda groups: torch.optim.SGD(groups, 0.1),
    "sgd:rate=0.1,momentum=0.9": lambda groups: torch.optim.SGD(groups, 0.1, momentum=0.9),
    "sgd:rate=0.1,momentum=0.9,decay=0.01": lambda groups: torch.optim.SGD(groups, 0.1, momentum=0.9),
    "sgd:rate=0.05,momentum=0.8,nesterov=true,decay=0.02": lambda groups: torch.optim.SGD(groups, 0.05, momentum=0.8, nesterov=True),
    "adam:rate=0.02": lambda groups: torch.optim.Adam(groups, 0.02),
    "adam:rate=0.02,beta1=0.5,beta2=0.99,epsilon=0.001,decay=0.1": lambda groups: torch.optim.Adam(groups, 0.02, (0.5, 0.99), 0.001),
    "adamw:rate=0.02": lambda groups: torch.optim.AdamW(groups, 0.02),
    "adamw:rate=0.02,decay=0.3": lambda groups: torch.optim.AdamW(groups, 0.02),
}


def optimisers():
    """Ten steps of six numbers, of which the first four decay; the rate falls from the sixth step on."""
    records = []
    for text, make in OPTIMISERS.items():
        start = uniform("start", 6)
        parts = [torch.from_numpy(start[:4].copy()), torch.from_numpy(start[4:].copy())]
        options = dict(pair.split("=") for pair in text.split(":")[1].split(","))
        decay = float(options.get("decay", 0.01 if text.startswith("adamw") else 0))
        optimiser = make([{"params": parts[:1], "weight_decay": decay}, {"params": parts[1:], "weight_decay": 0.0}])
        steps = []
        for step in range(10):
            for group in optimiser.param_groups:
                group["lr"] = float(options["rate"]) * (1 if step < 5 else 0.3)
            gradient = uniform(f"gradient{step}", 6)
            parts[0].grad, parts[1].grad = torch.from_numpy(gradient[:4].copy()), torch.from_numpy(gradient[4:].copy())
            optimiser.step()
            steps.append(short(np.concatenate([part.numpy() for part in parts]), 9))
        records.append({"text": text, "steps": steps})
    write("optimise/optimisers.json", records)


def write(name, record):
    path = TRAIN / name
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = ",\n".join(json.dumps(each) for each in record) if isinstance(record, list) else json.dumps(record)
    path.write_text(f"[{lines}]\n" if isinstance(record, list) else lines + "\n")


if __name__ == "__main__":
    losses()
    unet()
    optimisers()
