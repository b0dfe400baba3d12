"""Writes small .pth files by Python's own pickle and zipfile, laid out as torch.save does, for the readers of weights.

The classes below only lend their names to the pickle: PyTorch itself is not needed.
Made with Debian's python3 3.11: /usr/bin/python3 checks/peers/fixtures_weights.py
"""

import collections
import io
import pathlib
import pickle
import struct
import sys
import types
import zipfile

RESOURCES = pathlib.Path(__file__).resolve().parents[2] / "nets/src/test/resources/org/vung/nets/weights/pth"
MAGIC, VERSION = 0x1950A86A20F9469CFC6C, 1001
STORAGES = {"0": ("FloatStorage", "f", [0, 1, 2, 3, 4, 5, 0.5, -2]), "1": ("LongStorage", "q", [1234])}


def stand_in(module, name):
    """A function that a pickle names as module.name."""
    owner = sys.modules.setdefault(module, types.ModuleType(module))

    def named():
        raise NotImplementedError

    named.__module__, named.__qualname__, named.__name__ = module, name, name
    setattr(owner, name, named)
    return named


REBUILD = stand_in("torch._utils", "_rebuild_tensor_v2")
STORAGE = {name: stand_in("torch", name) for name, _, _ in STORAGES.values()}


class Tensor:
    """Looks into a storage."""

    def __init__(self, key, offset, size, stride):
        self.arguments = (Storage(key), offset, size, stride, False, collections.OrderedDict())

    def __reduce__(self):
        return REBUILD, self.arguments


class Storage:
    """Is written as a persistent id."""

    def __init__(self, key):
        self.key = key


class Pickler(pickle.Pickler):
    """Writes storages as torch.save does, in the zip's form or with the legacy form's view."""

    def __init__(self, out, protocol, legacy):
        super().__init__(out, protocol)
        self.legacy = legacy

    def persistent_id(self, obj):
        if not isinstance(obj, Storage):
            return None
        kind, _, numbers = STORAGES[obj.key]
        return ("storage", STORAGE[kind], obj.key, "cpu", len(numbers)) + ((None,) if self.legacy else ())


def checkpoint():
    """A DataParallel state dict with versions, beside what else a training run keeps."""
    state = collections.OrderedDict()
    state["module.conv.weight"] = Tensor("0", 0, (3, 2), (1, 3))
    state["module.conv.bias"] = Tensor("0", 6, (2,), (1,))
    state["module.norm.num_batches_tracked"] = Tensor("1", 0, (), ())
    state._metadata = collections.OrderedDict({"": {"version": 1}, "module": {"version": 2}})
    optimizer = {"state": {0: {"step": 7, "momentum_buffer": None}}, "param_groups": [{"lr": 1e-3, "params": [0, 1]}]}
    return {"epoch": 90, "best": 0.75, "arch": "tiny", "done": True, "classes": {1, 2}, "tag": b"\x00\xff",
            "seed": -(2**40), "optimizer": optimizer, "state_dict": state}


def dumped(protocol, legacy):
    out = io.BytesIO()
    Pickler(out, protocol, legacy).dump(checkpoint())
    return out.getvalue()


def storage(key):
    _, code, numbers = STORAGES[key]
    return struct.pack(f"<{len(numbers)}{code}", *numbers)


def zipped(path, protocol):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as out:
        entries = {"data.pkl": dumped(protocol, False), "byteorder": b"little"}
        entries |= {f"data/{key}": storage(key) for key in STORAGES} | {"version": b"3\n"}
        for name, content in entries.items():
            out.writestr(zipfile.ZipInfo(f"archive/{name}"), content)


def legacy(path, protocol):
    sizes = {"little_endian": True, "protocol_version": VERSION, "type_sizes": {"int": 4, "long": 4, "short": 2}}
    parts = [pickle.dumps(each, protocol) for each in (MAGIC, VERSION, sizes)]
    parts += [dumped(protocol, True), pickle.dumps(sorted(STORAGES), protocol)]
    for key, (_, _, numbers) in sorted(STORAGES.items()):
        parts += [struct.pack("<q", len(numbers)), storage(key)]
    path.write_bytes(b"".join(parts))


def main():
    RESOURCES.mkdir(parents=True, exist_ok=True)
    for protocol in (2, 3, 4, 5):
        zipped(RESOURCES / f"zip{protocol}.pth", protocol)
    for protocol in (2, 4):
        legacy(RESOURCES / f"legacy{protocol}.pth", protocol)


if __name__ == "__main__":
    main()
