#!/usr/bin/python3
"""Forward passes of networks: ours in float32 and bfloat16, ONNX Runtime's, and PyTorch's, turn by turn.

    checks/peers/speed_nets.py [--rounds 3] [--runs 5] [--only NAME]

Every turn is a process of its own (two passes to warm up, then RUNS that count), so that one's memory does not help the
other; the table holds medians over all turns. ONNX Runtime runs the network that 'vung model export' writes. Needs Debian's
python3-torch 1.13.0 and python3-torchvision 0.14.1, all cores. Without bfloat16 in the processor its columns stay empty.
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
CASES = [("unet-paper", "572x572"), ("unet", "512x512"), ("enet", "360x480"), ("fcn-resnet50", "360x480"),
         ("unet", "1024x1024"), ("enet", "1024x1024"), ("fcn-resnet50", "1024x1024")]
# Whoever names a processor for OpenBLAS names it for another machine: each library shall find out by itself.
os.environ.pop("OPENBLAS_CORETYPE", None)


def pytorch(name, size, runs):
    import time

    import torch
    import torchvision

    import reference_enet
    import reference_nets

    torch.set_num_threads(os.cpu_count())
    channels = 1 if name == "unet-paper" else 3
    net = {
        "unet-paper": reference_nets.PaperUNet,
        "unet": lambda: reference_nets.UNet(width=32),
        "enet": reference_enet.ENet,
        "fcn-resnet50": lambda: torchvision.models.segmentation.fcn_resnet50(
            weights=None, weights_backbone=None, num_classes=21, aux_loss=True),
    }[name]()
    height, width = map(int, size.split("x"))
    image = torch.zeros(1, channels, height, width)
    seconds = []
    with torch.no_grad():
        net.eval()
        for _ in range(runs + 2):
            start = time.perf_counter()
            net(image)
            seconds.append(time.perf_counter() - start)
    return seconds[2:]


def vung(name, size, runs, *options):
    answer = subprocess.run([ROOT / "vung", "model", "bench", name, "--size", size, "--runs", str(runs), "--json", *options],
                            check=True, capture_output=True, text=True).stdout
    return json.loads(answer)


def has_bfloat16():
    """Others imitate it, a hundred times as slow."""
    return "avx512_bf16" in (text := pathlib.Path("/proc/cpuinfo").read_text()) or "amx_bf16" in text


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--only", default="")
    options.add_argument("--pytorch", nargs=2)
    options = options.parse_args()
    if options.pytorch:
        print(json.dumps(pytorch(*options.pytorch, options.runs)))
        return
    print("| network | size | bfloat16 s | float32 s | ONNX Runtime s | PyTorch s | bf16 / ORT | bf16 / PyTorch | fp32 / ORT"
          " | fp32 / PyTorch | share of peak bf16, fp32 |\n|---|---|---|---|---|---|---|---|---|---|---|")
    for name, size in CASES:
        if not name.startswith(options.only):
            continue
        half, full, onnx, theirs, shares = [], [], [], [], ([], [])
        for _ in range(options.rounds):
            for seconds, share, more in ((half, shares[0], ["--precision", "bfloat16"]),
                                         (full, shares[1], ["--precision", "float32"]), (onnx, [], ["--runtime", "onnx"])):
                if seconds is half and not has_bfloat16():
                    continue
                answer = vung(name, size, options.runs, *more)
                seconds += answer["seconds"]
                share.append(answer["share_of_peak"])
            call = [sys.executable, __file__, "--pytorch", name, size, "--runs", str(options.runs)]
            theirs += json.loads(subprocess.run(call, check=True, capture_output=True, text=True).stdout) 
        f, o, t = map(statistics.median, (full, onnx, theirs))
        h = statistics.median(half) if half else None
        bfloat16 = (f"{h:.3f}", f"{o / h:.2f}", f"{t / h:.2f}", f"{100 * statistics.median(shares[0]):.0f} %") if h else "––––"
        print(f"| `{name}` | {size} | {bfloat16[0]} | {f:.3f} | {o:.3f} | {t:.3f} | {bfloat16[1]} | {bfloat16[2]} | {o / f:.2f} | {t / f:.2f} | "
              f"{bfloat16[3]}, {100 * statistics.median(shares[1]):.0f} % |", flush=True)


if __name__ == "__main__":
    main()
