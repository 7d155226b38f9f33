"""
Writes what PyTorch computes for the samples of its own tests (OpInfo): samples.jsonl beside this file.

    python generate.py [--samples N] [--elements N] [--errors N] [--references] [--seed N] [--complex N] [--only NAME] [--out FILE]

Another seed draws other numbers and takes other samples of those that there are; `--complex` says how many of each operation have
complex inputs. Needs PyTorch 2.15 and the package `expecttest`, which PyTorch's tests import. Every line is one call, in the form of
the operation cases (../data/README.md), with these differences: `strides` of a tensor that is not row-major; `seed` says
that the generator was seeded with 0 before the call; `shapes` that only shapes and dtypes count; the gradient of the
output is not written but follows from the place of an element (`grad_output`).
"""

import argparse
import itertools
import json
import math
import os
import warnings

os.environ.setdefault("ATEN_CPU_CAPABILITY", "avx2")
os.environ.setdefault("ONEDNN_MAX_CPU_ISA", "AVX2")
os.environ.setdefault("MKL_CBWR", "COMPATIBLE")

import torch
from torch.testing._internal.common_methods_invocations import op_db
from torch.testing._internal.opinfo.core import SampleInput

warnings.simplefilter("ignore")
torch.set_num_threads(1)

DTYPES = {torch.float32: "float32", torch.float64: "float64", torch.int64: "int64", torch.bool: "bool", torch.complex64: "complex64", torch.complex128: "complex128"}
# Operations that are PyTorch's internal kernels, or that have more than one right answer.
SKIPPED = ("_", "torch.", "jiterator", "masked.", "signal.", "sparse.", "native_", "max_pool2d_with_indices", "grid_sampler")
# Operations that the engine lacks. Remove a name when its operation is added.
NOT_THERE = set(
    """
    as_strided_scatter empty_permuted new_empty_strided nn.functional.linear_cross_entropy
    nn.functional.multi_head_attention_forward unsafe_chunk unsafe_split
    """.split()
)
SHAPES_ONLY = ("empty", "new_empty", "empty_like", "new_empty_strided", "empty_strided", "empty_permuted", "resize_", "resize_as_")
FREE_SIGN = ("svd", "linalg.svd", "linalg.qr", "qr", "linalg.eigh", "linalg.eig", "linalg.eigvals", "svd_lowrank", "pca_lowrank", "geqrf", "norm.nuc")


class Unsayable(Exception):
    """A value that a case cannot hold."""


def number(x, digits=12):
    if isinstance(x, complex):
        return [number(x.real, digits), number(x.imag, digits)]
    if isinstance(x, bool) or isinstance(x, int):
        return int(x) if abs(int(x)) <= 2**53 else str(int(x))
    if math.isnan(x):
        return "NaN"
    if math.isinf(x):
        return "Infinity" if x > 0 else "-Infinity"
    short = float(f"{x:.{digits}g}")
    return int(short) if short == int(short) and abs(short) < 2**53 and math.copysign(1, short) > 0 else short


# The digits that give an input exactly, and a result precisely enough.
INPUT = {torch.float32: 9, torch.float64: 17, torch.complex64: 9, torch.complex128: 17}
RESULT = {torch.float32: 8, torch.float64: 12, torch.complex64: 8, torch.complex128: 12}


def tensor(t, digits):
    if t.dtype not in DTYPES or t.layout != torch.strided or t.device.type != "cpu":
        raise Unsayable(str(t.dtype))
    data = [number(v, digits.get(t.dtype)) for v in t.detach().resolve_conj().resolve_neg().reshape(-1).tolist()]
    if any(isinstance(v, str) and v.lstrip("-").isdigit() for v in data):
        raise Unsayable("a large integer")
    json = {"shape": list(t.shape), "dtype": DTYPES[t.dtype], "data": data}
    if t.requires_grad:
        json["requires_grad"] = True
    return json


def encode(v, digits=RESULT):
    if isinstance(v, torch.Tensor):
        json = tensor(v, digits)
        if digits is INPUT and not v.is_contiguous():
            if not torch._prims_common.is_non_overlapping_and_dense_or_false(v):
                raise Unsayable("gaps")
            json["strides"] = list(v.stride())
        return {"tensor": json}
    if v is None or isinstance(v, (bool, str)):
        return v
    if isinstance(v, int):
        if abs(v) > 2**53:
            raise Unsayable("a large integer")
        return v
    if isinstance(v, float):
        return v if math.isfinite(v) and v != int(v) else {"float": number(v)}
    if isinstance(v, complex):
        return {"complex": number(v)}
    if isinstance(v, torch.dtype):
        if v not in DTYPES:
            raise Unsayable(str(v))
        return {"dtype": DTYPES[v]}
    if isinstance(v, slice):
        return {"slice": [v.start, v.stop, v.step]}
    if v is Ellipsis:
        return "..."
    if isinstance(v, (list, tuple)):
        return [encode(e, digits) for e in v]
    if isinstance(v, torch.memory_format):
        return {"torch": str(v).removeprefix("torch.")}
    raise Unsayable(str(type(v)))


def shorten(v):
    """Inputs of four digits keep the file small."""
    if isinstance(v, torch.Tensor):
        copy = v.detach().clone()
        if v.is_complex():
            copy.copy_(torch.view_as_complex(shorten(torch.view_as_real(v.detach().resolve_conj())).contiguous()))
        elif v.is_floating_point():
            copy.copy_(torch.tensor([float(f"{x:.4g}") for x in v.detach().reshape(-1).tolist()], dtype=v.dtype).reshape(v.shape))
        return copy.requires_grad_(v.requires_grad)
    if isinstance(v, (list, tuple)) and not isinstance(v, torch.Size):
        return type(v)(shorten(e) for e in v)
    return v


def tensors(v, path):
    if isinstance(v, torch.Tensor):
        yield path, v
    elif isinstance(v, (list, tuple)):
        for i, e in enumerate(v):
            yield from tensors(e, f"{path}.{i}")
    elif isinstance(v, dict):
        for k, e in v.items():
            yield from tensors(e, f"{path}.{k}")


def grad_output(out):
    """Minus one and a quarter to one and a half, by the place of the element."""
    return ((torch.arange(out.numel(), dtype=torch.float64) * 7 % 11 - 5) / 4 + 0.25).to(out.dtype).reshape(out.shape)


def function_of(op):
    """The public name of what an OpInfo tests, and the function."""
    owner = torch
    for part in op.name.split("."):
        owner = getattr(owner, part, None)
    if callable(owner) and not isinstance(owner, (torch.dtype, type)):
        return op.name, owner
    method = getattr(torch.Tensor, op.name, None)
    if callable(method):
        return f"Tensor.{op.name}", method
    return None


def record(op, name, function, sample, error=False):
    torch.manual_seed(0)
    args = shorten([sample.input, *sample.args])
    kwargs = {k: shorten(v) for k, v in sample.kwargs.items()}
    case = {"op": name, "args": encode(args, INPUT)}
    if kwargs:
        case["kwargs"] = {k: encode(v, INPUT) for k, v in kwargs.items()}
    torch.manual_seed(0)
    state = torch.get_rng_state()
    try:
        out = function(*args, **kwargs)
    except Exception as e:  # noqa: BLE001, the message is what is recorded
        if not error:
            raise Unsayable(str(e)) from e
        if "invalid combination of arguments" in str(e) and "float" in str(e):
            raise Unsayable("refused for 1.0, which JavaScript writes as 1") from e
        case["expect"] = {"error": str(e).split("\n")[0]}
        return case
    if error:
        raise Unsayable("no error")
    if sum(t.numel() for _, t in tensors([out], "out")) > 300:
        raise Unsayable("a large result")
    if not torch.equal(state, torch.get_rng_state()):
        case["seed"] = 0
    if op.name in SHAPES_ONLY:
        case["shapes"] = True
    case["expect"] = {"output": encode(out)}
    outs = [o for _, o in tensors(out if not isinstance(out, torch.Tensor) else [out], "out") if o.requires_grad]
    leaves = [(p, t) for p, t in itertools.chain(tensors(args, "args"), tensors(kwargs, "kwargs")) if t.requires_grad and t.is_leaf]
    if outs and leaves and op.supports_autograd:
        try:
            torch.autograd.backward(outs, [grad_output(o) for o in outs])
        except RuntimeError as e:  # a gradient that PyTorch has not
            raise Unsayable(str(e)) from e
        case["grads"] = {p: None if t.grad is None else encode(t.grad) for p, t in leaves}
    return case


def spread(items, n, seed):
    """About n of the items, evenly, the first of them the one at the place `seed`."""
    return items if len(items) <= n else [items[(seed + i * len(items) // n) % len(items)] for i in range(n)]


def small(inputs, limit):
    """Those with few elements."""
    return [s for s in inputs if sum(t.numel() for _, t in tensors([s.input, list(s.args), s.kwargs], "")) <= limit]


def samples(op, dtype, limit, references, seed):
    # PyTorch's tests for modules set their own seed. This seed makes the samples the same in every run.
    torch.manual_seed(seed)
    grad = (dtype.is_floating_point or dtype.is_complex) and op.supports_autograd
    found = list(op.sample_inputs("cpu", dtype, requires_grad=grad))
    if references:
        try:
            found += list(op.reference_inputs("cpu", dtype, requires_grad=grad))
        except Exception:  # noqa: BLE001, some need what is not installed
            pass
    return small(found, limit)


def main():
    parse = argparse.ArgumentParser()
    parse.add_argument("--samples", type=int, default=8)
    parse.add_argument("--elements", type=int, default=60)
    parse.add_argument("--errors", type=int, default=12)
    parse.add_argument("--references", action="store_true")
    parse.add_argument("--seed", type=int, default=0)
    parse.add_argument("--complex", type=int, default=0)
    parse.add_argument("--only")
    parse.add_argument("--out", default=os.path.join(os.path.dirname(__file__), "samples.jsonl"))
    o = parse.parse_args()
    per_dtype = {torch.float32: o.samples, torch.float64: max(2, o.samples // 4), torch.int64: max(2, o.samples // 2), torch.bool: max(2, o.samples // 4)}
    per_dtype |= {torch.complex64: o.complex, torch.complex128: o.complex} if o.complex else {}
    left = {}
    with open(o.out, "w") as f:
        for op in op_db:
            if (o.only and op.name != o.only) or op.name.startswith(SKIPPED) or op.name in NOT_THERE or op.full_name in FREE_SIGN or op.name in FREE_SIGN:
                continue
            found = function_of(op)
            if found is None:
                left[op.full_name] = "no function of that name"
                continue
            name, function = found
            calls = []
            for dtype, n in per_dtype.items():
                if dtype not in op.dtypes and not (dtype == torch.float64 and torch.float32 in op.dtypes):
                    continue
                try:
                    calls += [(s, False) for s in spread(samples(op, dtype, o.elements, o.references, o.seed), n, o.seed)]
                except Exception as e:  # noqa: BLE001
                    left[op.full_name] = str(e)
            if op.error_inputs_func is not None:
                try:
                    wrong = small((e.sample_input for e in op.error_inputs("cpu")), 1000)
                    calls += [(s, True) for s in wrong[: o.errors]]
                except Exception as e:  # noqa: BLE001
                    left[op.full_name] = str(e)
            for k, (s, error) in enumerate(calls):
                if not isinstance(s, SampleInput):
                    continue
                try:
                    case = {"id": f"{op.full_name}/{k}", **record(op, name, function, s, error)}
                except Exception as e:  # noqa: BLE001, a sample of no use here, such as one on another device
                    left.setdefault(op.full_name, str(e))
                    continue
                f.write(json.dumps(case, separators=(",", ":")) + "\n")
    for name, why in left.items():
        print(f"{name}: {why}"[:150])


main()
