"""Writes the oracle file of pix2pix's training: three steps of both networks, the way the authors' code takes them.

Made with Debian's python3-torch 1.13.0:
/usr/bin/python3 checks/peers/fixtures_pix2pix.py

The networks are those of reference_nets.py, of five levels, which have no dropout; weights and pictures are the formula's.
"""

import json
import pathlib

import torch
from torch import nn

import reference_nets as papers
from fixtures_losses import short
from fixtures_nets import formula, state, uniform

FILE = pathlib.Path(__file__).resolve().parents[2] / "torch/src/test/resources/org/vung/torch/gan/pix2pix.json"
SIDE, WIDTH, COUNT = 32, 4, 2


def filled(net):
    for key, value in state(net.state_dict()).items():
        value.copy_(torch.from_numpy(formula(key, tuple(value.shape))))
    return net.train()


def picture(key):
    return torch.from_numpy(uniform(key, COUNT * 3 * SIDE * SIDE).reshape(COUNT, 3, SIDE, SIDE))


def gradients(net):
    return {key: {"norm": value.grad.norm().item(), "first": short(value.grad.numpy(), 6)[:5]}
            for key, value in net.named_parameters()}


def main():
    generator, discriminator = filled(papers.Generator(WIDTH, 5)), filled(papers.Discriminator(WIDTH))
    image, real = picture("input"), picture("target")
    says = nn.BCEWithLogitsLoss()
    options = {"lr": 0.0002, "betas": (0.5, 0.999)}
    moves = torch.optim.Adam(generator.parameters(), **options), torch.optim.Adam(discriminator.parameters(), **options)
    record = {"made_with": f"torch {torch.__version__}", "width": WIDTH, "shape": [COUNT, 3, SIDE, SIDE], "steps": []}
    for step in range(3):
        made = generator(image)
        discriminator.requires_grad_(True).zero_grad()
        of_made = discriminator(torch.cat([image, made.detach()], 1))
        of_real = discriminator(torch.cat([image, real], 1))
        lost = 0.5 * (says(of_made, torch.zeros_like(of_made)) + says(of_real, torch.ones_like(of_real)))
        lost.backward()
        row = {"discriminator": lost.item()}
        if step == 0:
            row["discriminator_gradients"] = gradients(discriminator)
        moves[1].step()
        discriminator.requires_grad_(False)
        generator.zero_grad()
        of_made = discriminator(torch.cat([image, made], 1))
        fooled, distance = says(of_made, torch.ones_like(of_made)), nn.functional.l1_loss(made, real)
        (fooled + 100 * distance).backward()
        row |= {"generator": fooled.item(), "l1": distance.item()}
        if step == 0:
            row["generator_gradients"] = gradients(generator)
        moves[0].step()
        record["steps"].append(row)
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_text(json.dumps(record, indent=1) + "\n")
    print(FILE, [[row["discriminator"], row["generator"], row["l1"]] for row in record["steps"]])


if __name__ == "__main__":
    main()
