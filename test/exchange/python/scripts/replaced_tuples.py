from collections import namedtuple
from dataclasses import dataclass, replace
from typing import NamedTuple
P = namedtuple("P", "a b")
class Q(NamedTuple):
    s: int
    v: tuple = ()
@dataclass
class D:
    n: int
    t: tuple = ()
    l: list = None
p = P(1, (2, 3))._replace(b=(4, 5)); q = Q(1)._replace(v=(1, 2)); d = replace(D(1, (9,)), t=(7, 8), l=[1])
print(p, q, d, p.b == (4, 5), q.v == (1, 2), d.t == (7, 8), d.t + (1,), p.index((4, 5)), q.count(1))
