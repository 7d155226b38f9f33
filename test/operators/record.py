"""Writes recorded.json: what PyTorch 2.15 computes for every operator of a model file.

ATEN_CPU_CAPABILITY=avx2 python test/operators/record.py > test/operators/recorded.json

Each case has an operator, two operands and what came of them: values, dtype, shape, and the gradients of the sum of
the result times 1, 2, 3, ... to each operand that can have one; or the class and the message of the error. An operand
is a number or a truth value, or a tensor as {shape, dtype, data}.
"""
import json
import math
import operator as o

import torch

torch.set_num_threads(1)

DTYPES = {"float32": torch.float32, "float64": torch.float64, "int64": torch.int64, "bool": torch.bool}
SHAPES = [([3], [3]), ([2, 3], [3]), ([3], [2, 1]), ([], [3]), ([], []), ([0], [1]), ([2], [3])]
BINARY = {"+": o.add, "-": o.sub, "*": o.mul, "/": o.truediv, "%": o.mod, "**": o.pow, "&": o.and_, "|": o.or_, "^": o.xor,
          "<": o.lt, "<=": o.le, ">": o.gt, ">=": o.ge, "==": o.eq, "!=": o.ne}
IN_PLACE = {"+=": o.iadd, "-=": o.isub, "*=": o.imul, "/=": o.itruediv, "%=": o.imod, "**=": o.ipow, "&=": o.iand, "|=": o.ior, "^=": o.ixor}
UNARY = {"-": o.neg, "~": o.invert}
NUMBERS = [2, -3, 0.5, 0, True]

# Small and plain numbers, and edge cases: 0, equal elements, negative ones.
VALUES = {"float32": [1.5, -2.0, 0.25, 3.0, 0.0, -0.5], "float64": [0.1, 2.0, -1.5, 0.25, 4.0, -3.0],
          "int64": [2, -3, 1, 0, 5, -1], "bool": [True, False, True, True, False, False]}


def tensor(shape, dtype, shift):
    n = math.prod(shape)
    values = VALUES[dtype]
    return {"shape": shape, "dtype": dtype, "data": [values[(i + shift) % len(values)] for i in range(n)]}


def made(operand):
    if not isinstance(operand, dict):
        return operand
    t = torch.tensor(operand["data"], dtype=DTYPES[operand["dtype"]]).reshape(operand["shape"])
    return t.requires_grad_() if t.is_floating_point() else t


def plain(value):
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value


def written(t):
    return {"shape": list(t.shape), "dtype": str(t.dtype)[6:], "data": [plain(v) for v in t.detach().flatten().tolist()]}


def run(function, operands, in_place):
    tensors = [made(v) for v in operands]
    used = list(tensors)
    # A leaf that requires a gradient cannot be changed in place. A copy with the same history can.
    if in_place and isinstance(used[0], torch.Tensor) and used[0].requires_grad:
        used[0] = used[0].clone()
    try:
        result = function(*used)
    except Exception as error:
        return {"error": [type(error).__name__, str(error)]}
    if not isinstance(result, torch.Tensor):
        return {"plain": plain(result)}
    out = {"result": written(result)}
    if in_place:
        out["same"] = result is used[0]
    if result.requires_grad:
        weights = torch.arange(1, result.numel() + 1, dtype=result.dtype).reshape(result.shape)
        try:
            (result * weights).sum().backward()
        except Exception:
            # PyTorch has no gradient for the remainder of a number by a tensor, nor where a formula gets booleans.
            return out
        out["grads"] = [written(t.grad) if isinstance(t, torch.Tensor) and t.grad is not None else None for t in tensors]
    return out


cases = []


def add(sign, function, operands, in_place=False):
    if in_place and "error" in run(BINARY[sign[:-1]], operands, False):
        # Some calls fail for one reason, and in place also for another. The order of these errors does not matter.
        if run(BINARY[sign[:-1]], operands, False) != run(function, operands, True):
            return
    cases.append({"sign": sign, "operands": operands, **run(function, operands, in_place)})


for sign, function in UNARY.items():
    for dtype in DTYPES:
        for shape in ([3], [2, 3], [], [0]):
            add(sign, function, [tensor(shape, dtype, 0)])
for table, in_place in ((BINARY, False), (IN_PLACE, True)):
    for sign, function in table.items():
        for dtype in DTYPES:
            for shape in ([3], []):
                for number in NUMBERS:
                    add(sign, function, [tensor(shape, dtype, 0), number], in_place)
                    if not in_place:
                        add(sign, function, [number, tensor(shape, dtype, 0)])
            for other in DTYPES:
                for a, b in SHAPES if dtype == other else SHAPES[:4]:
                    add(sign, function, [tensor(a, dtype, 0), tensor(b, other, 2)], in_place)
# bool(x)
for dtype in DTYPES:
    for shape in ([], [1], [1, 1], [0], [2]):
        add("bool", bool, [tensor(shape, dtype, 1)])

print(json.dumps({"torch": torch.__version__, "cases": cases}, separators=(",", ":")))
