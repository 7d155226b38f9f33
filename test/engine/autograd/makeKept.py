"""
Writes kept.json beside this file: for samples of ../reference/opinfo/samples.jsonl, what PyTorch calls the backward
function of the (first) result, and which tensors it keeps for it: those that may not be changed in place before backward.

    python makeKept.py
"""

import json
import os

import torch

torch.set_num_threads(1)
HERE = os.path.dirname(os.path.abspath(__file__))
SAMPLES = os.path.join(HERE, "..", "reference", "opinfo", "samples.jsonl")
PER_OPERATION = 1
SPECIAL = {"NaN": float("nan"), "Infinity": float("inf"), "-Infinity": float("-inf")}


def number(v):
    return SPECIAL.get(v, v) if isinstance(v, str) else v


def decode(v):
    if isinstance(v, list):
        return [decode(e) for e in v]
    if not isinstance(v, dict):
        return Ellipsis if v == "..." else v
    if "tensor" in v:
        j = v["tensor"]
        dtype = getattr(torch, j["dtype"])
        data = [complex(*map(number, e)) if isinstance(e, list) else number(e) for e in j["data"]]
        t = torch.tensor(data, dtype=dtype).reshape(j["shape"])
        if "strides" in j:
            t = torch.empty_strided(j["shape"], j["strides"], dtype=dtype).copy_(t)
        return t.requires_grad_(j.get("requires_grad", False))
    if "float" in v:
        return float(number(v["float"]))
    if "complex" in v:
        return complex(*map(number, v["complex"]))
    if "dtype" in v or "torch" in v:
        return getattr(torch, v.get("dtype") or v["torch"])
    if "slice" in v:
        return slice(*v["slice"])
    return {k: decode(e) for k, e in v.items()}


def tensors(v, path):
    if isinstance(v, torch.Tensor):
        yield path, v
    elif isinstance(v, (list, tuple)):
        for i, e in enumerate(v):
            yield from tensors(e, f"{path}.{i}")
    elif isinstance(v, dict):
        for k, e in v.items():
            yield from tensors(e, f"{path}.{k}")


def run(case):
    torch.manual_seed(case.get("seed", 0))
    args = decode(case["args"])
    kwargs = {k: decode(v) for k, v in case.get("kwargs", {}).items()}
    given = [*tensors(args, "args"), *tensors(kwargs, "kwargs")]
    if case["op"] == "Tensor.__getitem__":
        out = args[0][tuple(args[1]) if isinstance(args[1], list) else args[1]]
    else:
        owner = torch
        for part in case["op"].split("."):
            owner = getattr(owner, part)
        out = owner(*args, **kwargs)
    results = list(tensors(out, "result"))
    return given, results


def backward(results):
    outs = [t for _, t in results if t.requires_grad]
    torch.autograd.backward(outs, [torch.ones_like(t) for t in outs])


def row(case):
    """The name, and the paths of what is kept; None where nothing can be told."""
    given, results = run(case)
    first = next((t for _, t in results if t.requires_grad), None)
    if first is None or first.grad_fn is None:
        return None
    name = type(first.grad_fn).__name__
    kept = []
    for path in [p for p, _ in [*given, *results]]:
        given, results = run(case)
        changed = dict([*given, *results])[path]
        with torch.no_grad():
            changed.copy_(changed.clone())
        try:
            backward(results)
        except RuntimeError as e:
            if "modified by an inplace operation" not in str(e):
                return None
            kept.append(path)
    return [name, kept]


def main():
    rows = {}
    counts = {}
    for line in open(SAMPLES):
        case = json.loads(line)
        operation = case["id"].split("/")[0]
        if "grads" not in case or counts.get(operation, 0) >= PER_OPERATION:
            continue
        try:
            found = row(case)
        except (RuntimeError, TypeError, AttributeError):
            continue
        if found:
            counts[operation] = counts.get(operation, 0) + 1
            rows[case["id"]] = found
    lines = ",\n".join(f"    {json.dumps(k)}: {json.dumps(v)}" for k, v in rows.items())
    with open(os.path.join(HERE, "kept.json"), "w") as f:
        f.write(f'{{\n  "torch": "{torch.__version__.split("+")[0]}",\n  "samples": {{\n{lines}\n  }}\n}}\n')


main()
