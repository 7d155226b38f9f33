from dataclasses import dataclass
from typing import Union
import torch


@dataclass(frozen=True)
class Linear:
    out: int
    bias: bool = True


@dataclass(frozen=True)
class Act:
    name: str


@dataclass(frozen=True)
class Scale:
    factor: float = 1.0


Spec = Union[Linear, Act, Scale, tuple, dict, str]


def build(spec: Spec, n_in: int):
    match spec:
        case Linear(out=o, bias=True):
            return torch.nn.Linear(n_in, o), o
        case Linear(out=o):
            return torch.nn.Linear(n_in, o, bias=False), o
        case Act("relu"):
            return torch.nn.ReLU(), n_in
        case Act(name=("tanh" | "sigmoid") as n):
            return getattr(torch, n), n_in
        case Scale(f) if f > 0:
            return lambda x: x * f, n_in
        case Scale():
            raise ValueError(f"bad factor {spec.factor}")
        case ("drop", p, *rest):
            return torch.nn.Dropout(p), n_in
        case {"type": "norm", **options}:
            return torch.nn.LayerNorm(n_in, **options), n_in
        case str(s):
            raise KeyError(s)
        case _:
            raise TypeError(f"unknown spec: {spec!r}")


def describe(x):
    match x:
        case torch.Tensor():
            return f"tensor{tuple(x.shape)}"
        case 0:
            return "zero"
        case int(n) if n < 0:
            return f"negative {n}"
        case int() | float():
            return f"number {x}"
        case []:
            return "empty"
        case [y]:
            return f"one: {describe(y)}"
        case [first, *_, last]:
            return f"{len(x)} from {describe(first)} to {describe(last)}"
        case {"loss": l}:
            return f"loss {l:.2f}"
        case None:
            return "nothing"
        case _:
            return f"other {type(x).__name__}"


torch.manual_seed(3)
x = torch.randn(2, 4)
n = 4
for spec in [Linear(3), Act("relu"), Linear(2, bias=False), Act("tanh"), Scale(2.0), ("drop", 0.0), {"type": "norm", "eps": 1e-3}]:
    layer, n = build(spec, n)
    x = layer(x)
    print(f"{str(spec):32} -> {tuple(x.shape)} {x[0].tolist()[0]:.4f}")

for bad in (Scale(-1.0), "what", 3.5):
    try:
        build(bad, 2)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, "-", e)
    except KeyError as e:
        print("KeyError", e, e.args)

for thing in (0, -4, 2, 2.0, [], [1], [1, 2, 3.5], {"loss": 0.126, "acc": 1}, None, torch.zeros(2, 1), "s", (7, 8)):
    print(describe(thing))
print(Linear(3), {Linear(3), Linear(3, True), Act("relu")} == {Act("relu"), Linear(3)}, hash(Linear(1)) == hash(Linear(1)))
try:
    Linear(3).out = 4
except Exception as e:
    print(type(e).__name__, e)
