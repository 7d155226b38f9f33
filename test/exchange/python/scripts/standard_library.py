import math
from collections import Counter, defaultdict, deque, namedtuple
from enum import Enum, auto
from functools import lru_cache, partial, reduce
from itertools import accumulate, chain, count, islice, product, zip_longest, groupby

import torch
from torch import nn, Tensor

Point = namedtuple("Point", "x y")


class Kind(Enum):
    LINEAR = auto()
    CONV = auto()

    @property
    def short(self):
        return self.name[0].lower()


def describe(shape):
    match shape:
        case []:
            return "scalar"
        case [n]:
            return f"vector of {n}"
        case [r, c] if r == c:
            return f"square {r}"
        case [r, c]:
            return f"matrix {r}x{c}"
        case [b, *rest]:
            return f"batch {b} of {describe(rest)}"


class Matrix:
    def __init__(self, rows):
        self.t = torch.tensor(rows, dtype=torch.float64)

    def __matmul__(self, other):
        return Matrix((self.t @ other.t).tolist())

    def __eq__(self, other):
        return isinstance(other, Matrix) and torch.equal(self.t, other.t)

    def __getitem__(self, key):
        return self.t[key].item() if isinstance(key, tuple) else self.t[key]

    def __len__(self):
        return self.t.shape[0]

    def __contains__(self, value):
        return bool((self.t == value).any())

    def __iter__(self):
        return iter(self.t.tolist())

    def __call__(self, v):
        return (self.t @ torch.tensor(v, dtype=torch.float64)).tolist()

    def __bool__(self):
        return bool(self.t.any())


@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def countdown(n):
    while n > 0:
        received = yield n
        n -= received or 1


m = Matrix([[1, 2], [3, 4]])
print((m @ m)[0, 1], len(m), 4 in m, 9 in m, [row for row in m], m([1, 1]), m == Matrix([[1, 2], [3, 4]]), not m)
for s in ([], [3], [2, 2], [2, 3], [4, 2, 2]):
    print(describe(list(torch.zeros(s).shape)))
p = Point(1, y=2.5)
print(p, p._replace(x=9), p._asdict(), p[1], *p)
print(Kind.CONV, Kind.CONV.short, repr(Kind.LINEAR), [k.name for k in Kind], Kind["CONV"].value, Kind(1))
print(Counter("mississippi").most_common(2), dict(Counter([1, 1, 2])))
d = defaultdict(list)
for k, v in zip("abab", count()):
    d[k].append(v)
print(dict(d), d["zz"], len(d))
q = deque([1, 2, 3], maxlen=3)
q.append(4)
q.appendleft(0)
print(q, q[-1], list(reversed(q)))
print(list(accumulate([1, 2, 3, 4], lambda a, b: a * b)), list(islice(chain([1], (2, 3), "ab"), 4)))
print([k + str(len(list(g))) for k, g in groupby("aaabbc")], list(zip_longest([1, 2], [3], fillvalue=None)))
print(reduce(lambda a, b: a @ b, [torch.eye(2) * i for i in (1, 2, 3)]))
print(fib(30), [*map(partial(pow, 2), range(5))], list(product([0, 1], repeat=2)))
g = countdown(5)
print(next(g), g.send(2), [*g])
print(math.exp(1.7), math.log(3.3), math.sin(2.2), 0.1 ** 3, 2 ** -0.5, 1.1 ** 10, math.hypot(3, 4), math.fsum([0.1] * 10))
print(f"{math.pi:10.3e}|{1234567.891:,.2f}|{255:#x}|{5:08b}|{0.256:.1%}|{'mid':^9}|{-3:+d}|{1e10:g}|{True!s:>6}")
print("%5.2f %s %d%% %r" % (3.14159, [1, 2.0], 50, "q"), "{:>8}|{0:<4}".format(*[7]) if False else "{:>8}|{:<4}|".format("ab", 7))
print(7 // 2, -7 // 2, -7 % 3, 7.5 // 2, divmod(-7, 2), int(-3.7), int("42"), float("1e3"), bool([]), bool("0"))
print({3, 1, 2} | {5}, {1, 2} & {2, 3}, {**{"a": 1}, "b": 2.0}, [1, 2] * 2, (1,), (), "a,b".split(","))
try:
    torch.zeros(2, 3) @ torch.zeros(2, 3)
except RuntimeError as e:
    print(type(e).__name__, e)
try:
    {}["missing"]
except KeyError as e:
    print("KeyError", e, e.args)
else:
    print("no")
finally:
    print("done")
if (n := len("walrus")) > 5:
    print(n)
first, *middle, last = range(6)
print(first, middle, last)
print(*[i if i % 3 else "fizz" for i in range(7)], sep="-")
print(sorted({"b": 2, "a": 1}.items(), key=lambda kv: -kv[1]), any(x > 2 for x in [1, 2]), all([]), sum([0.1] * 3), max("hello"), min([3, 1], default=0))
print(f"{True:>6}|{True:d}|{None!s:>6}|{False:5}|{True}")
