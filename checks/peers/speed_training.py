#!/usr/bin/python3
"""Steps of training: ours in float32 and bfloat16, and PyTorch's in float32, turn by turn.

    checks/peers/speed_training.py [--rounds 2] [--runs 4] [--only NAME]

A step is a forward pass, cross-entropy, a backward pass and SGD with momentum. Every turn is a process of its own (two steps to
warm up, then RUNS that count). Needs Debian's python3-torch 1.13, all cores.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys

import speed_nets

CASES = [("unet-paper", "572x572", 1, []), ("unet", "256x256", 4, [])]


def pytorch(name, size, batch, runs):
    import time

    import torch

    import reference_nets

    torch.set_num_threads(os.cpu_count())
    channels = 1 if name == "unet-paper" else 3
    net = reference_nets.PaperUNet() if name == "unet-paper" else reference_nets.UNet(width=32)
    net.train()
    height, width = map(int, size.split("x"))
    image = torch.rand(batch, channels, height, width)
    with torch.no_grad():
        answer = net(image)
    labels = torch.randint(answer.shape[1], (batch, *answer.shape[2:]))
    optimiser = torch.optim.SGD(net.parameters(), 1e-6, momentum=0.9)
    seconds = []
    for _ in range(runs + 2):
        start = time.perf_counter()
        optimiser.zero_grad()
        torch.nn.functional.cross_entropy(net(image), labels).backward()
        optimiser.step()
        seconds.append(time.perf_counter() - start)
    return seconds[2:]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--rounds", type=int, default=2)
    options.add_argument("--runs", type=int, default=4)
    options.add_argument("--only", default="")
    options.add_argument("--pytorch", nargs=3)
    options = options.parse_args()
    if options.pytorch:
        name, size, batch = options.pytorch
        print(json.dumps(pytorch(name, size, int(batch), options.runs)))
        return
    print("| network | size | batch | bfloat16 s | float32 s | PyTorch s | bf16 / PyTorch | fp32 / PyTorch | share of peak bf16,"
          " fp32 |\n|---|---|---|---|---|---|---|---|---|")
    for name, size, batch, more in CASES:
        if not name.startswith(options.only):
            continue
        times, shares, theirs = {"bfloat16": [], "float32": []}, {"bfloat16": [], "float32": []}, []
        for _ in range(options.rounds):
            for precision in times if speed_nets.has_bfloat16() else ["float32"]:
                answer = speed_nets.vung(name, size, options.runs, "--training", str(batch), "--precision", precision, *more)
                times[precision] += answer["seconds"]
                shares[precision].append(answer["share_of_peak"])
            call = [sys.executable, __file__, "--pytorch", name, size, str(batch), "--runs", str(options.runs)]
            theirs += json.loads(subprocess.run(call, check=True, capture_output=True, text=True).stdout)
        full, peer = (statistics.median(each) for each in (times["float32"], theirs))
        half = statistics.median(times["bfloat16"]) if times["bfloat16"] else None
        bfloat16 = (f"{half:.3f}", f"{peer / half:.2f}") if half else "––"
        parts = ", ".join(f"{100 * statistics.median(each):.0f} %" if each else "–" for each in shares.values())
        print(f"| `{name}` | {size} | {batch} | {bfloat16[0]} | {full:.3f} | {peer:.3f} | {bfloat16[1]} | {peer / full:.2f} |"
              f" {parts} |", flush=True)


if __name__ == "__main__":
    main()
