from collections import namedtuple
import json, math
from fractions import Fraction
from itertools import accumulate
from enum import Flag, auto, IntFlag
P = namedtuple("P", "x y z", defaults=[0, 1.5])
print(P(1), P(1, 2), P(x=3, z=4.0), P(1)._replace(z=2), P._fields)
print(json.dumps({"a": 1}).replace("a", "b").upper(), len(json.dumps([1, 2])))
print(math.prod(Fraction(1, k) for k in (2, 3)), math.prod([2, 3]), math.prod([2.0, 3]), math.prod([]))
def disc(rs, g):
    return list(accumulate(reversed(rs), lambda acc, r: r + g * acc))[::-1]
print(disc([1, 0, 2], 0.5), disc([1.0], 0.9))
class F(Flag):
    NONE = 0
    A = auto()
    B = auto()
    AB = A | B
print(F.AB, F.A in F.AB, F.A & F.B, F.A | F.B, repr(F.AB), F.AB.value, bool(F.NONE), (F.A | F.B) is F.AB)
g = (x * x for x in range(6))
print(next(g), 4 in g, list(g))
def firsts(n):
    for i in range(n):
        yield i
h = firsts(6)
print(any(v > 1 for v in h), list(h))
h = firsts(6)
for v in h:
    if v == 2:
        break
print(v, list(h), {"a"} <= {"a": 1, "b": 2}.keys(), {"a": 1}.keys() <= {"a", "b"})
class K:
    """Doc."""
    def f(self, x):
        return x + 1
    def g(self):
        return self.f(1)
def traced(cls):
    for name in ("f",):
        orig = getattr(cls, name)
        def wrapped(self, *args, _o=orig):
            print("call", name, args)
            return _o(self, *args) * 10
        setattr(cls, name, wrapped)
    return cls
K = traced(K)
print(K().g(), K().f(4), K.__doc__, hasattr(K, "f"), getattr(K, "g")(K()))
def extra(self, y=2):
    return self.f(y)
K.extra = extra
print(K().extra(), K().extra(5))
for *_, n, _ in [[1, 2, 3], [4, 5, 6, 7]]:
    print(n)
print(sum(n for *_, n, _ in [[1, 2, 3], [4, 5, 6]]))
a, *_, b = range(5)
print(a, b)
