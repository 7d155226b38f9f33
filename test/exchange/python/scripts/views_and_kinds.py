from collections import OrderedDict
from dataclasses import dataclass, KW_ONLY, field
from datetime import date
from enum import Enum
class Kind(str, Enum):
    A = "a"
    B = "b"
@dataclass
class Base:
    dim: int = 2
@dataclass
class C(Base):
    n: int = 3
    _: KW_ONLY
    kind: Kind = Kind.A
    rate: float = 1.0
print(C(), C(1, 2, kind=Kind.B), isinstance(Kind.A, str), [isinstance(v, str) for v in (Kind.B, "x", 1)])
print(OrderedDict.fromkeys("hello"), list(OrderedDict.fromkeys([3, 1, 3], 0).items()))
print(date(2024, 12, 30).isocalendar()[1], date(2021, 1, 3).isocalendar().week, date(2024, 2, 29).isocalendar(), date(2024, 1, 1).toordinal())
a, b = {"x": 1, "y": 2}, {"y": 3, "z": 4}
def common(p, q):
    return sorted(p.keys() & q.keys()), sorted(p.keys() | q.keys()), sorted(p.keys() - q.keys()), sorted(p.keys() ^ q.keys())
print(common(a, b), a.items() & {("x", 1)}, len(a.items() - b.items()), ("x", 1) in a.items(), set(a) < a.keys() | {"w"})
import torch.nn as nn
def make(act):
    layer = {"relu": nn.ReLU, "tanh": nn.Tanh}[act]
    return layer(), [nn.Identity, nn.Sigmoid][len(act) % 2]()
print(make("relu"), make("tanh"))
