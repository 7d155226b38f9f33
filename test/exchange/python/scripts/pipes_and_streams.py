"""Generators, pipelines and running statistics over tensors."""
import itertools
import math
import random
from collections import deque, Counter
from functools import partial, wraps
from typing import Generator, Iterable, Iterator, TypeVar
import torch

T = TypeVar("T")


class Pipe:
    """pipe = source | map | filter"""

    def __init__(self, fn):
        self.fn = fn

    def __ror__(self, items):
        return self.fn(items)

    def __or__(self, other):
        return Pipe(lambda items: other.fn(self.fn(items)))

    @classmethod
    def of(cls, fn):
        @wraps(fn)
        def make(*args, **kwargs):
            return cls(lambda items: fn(items, *args, **kwargs))
        return make


@Pipe.of
def select(items, fn):
    for x in items:
        yield fn(x)


@Pipe.of
def where(items, pred):
    return (x for x in items if pred(x))


@Pipe.of
def batch(items, n, *, drop_last=False):
    it = iter(items)
    while chunk := list(itertools.islice(it, n)):
        if len(chunk) < n and drop_last:
            return
        yield chunk


@Pipe.of
def window(items, n):
    buf = deque(maxlen=n)
    for x in items:
        buf.append(x)
        if len(buf) == n:
            yield tuple(buf)


@Pipe.of
def shuffle(items, size, seed=0):
    rng = random.Random(seed)
    buf = []
    for x in items:
        buf.append(x)
        if len(buf) >= size:
            i = rng.randrange(len(buf))
            buf[i], buf[-1] = buf[-1], buf[i]
            yield buf.pop()
    rng.shuffle(buf)
    yield from buf


class Welford:
    """Running mean and variance."""

    def __init__(self):
        self.n = 0
        self.mean = 0.0
        self.m2 = 0.0

    def push(self, x):
        self.n += 1
        delta = x - self.mean
        self.mean += delta / self.n
        self.m2 += delta * (x - self.mean)
        return self

    @property
    def var(self):
        return self.m2 / (self.n - 1) if self.n > 1 else math.nan

    def __add__(self, other):
        out = Welford()
        out.n = self.n + other.n
        d = other.mean - self.mean
        out.mean = self.mean + d * other.n / out.n
        out.m2 = self.m2 + other.m2 + d * d * self.n * other.n / out.n
        return out

    def __repr__(self):
        return f"Welford(n={self.n}, mean={self.mean:.4f}, std={math.sqrt(self.var):.4f})"


def averager() -> Generator[float, float, str]:
    total, n = 0.0, 0
    avg = 0.0
    while True:
        x = yield avg
        if x is None:
            return f"{n} values"
        total += x
        n += 1
        avg = total / n


def flatten(x):
    if isinstance(x, (list, tuple)):
        for y in x:
            yield from flatten(y)
    else:
        yield x


def primes() -> Iterator[int]:
    found: list[int] = []
    for n in itertools.count(2):
        if all(n % p for p in itertools.takewhile(lambda p: p * p <= n, found)):
            found.append(n)
            yield n


def tree(depth, path=""):
    if depth == 0:
        yield path or "."
        return
    for d in "LR":
        yield from tree(depth - 1, path + d)


pipe = select(lambda v: v * v) | where(lambda v: v % 3 != 0) | batch(4)
print(list(range(12) | pipe), select.__name__)
print([torch.tensor(b).float().mean().item() for b in range(10) | batch(4, drop_last=True)])
print(list(range(6) | window(3)), list(range(8) | shuffle(4, seed=1)))
w = Welford()
data = torch.randn(50, generator=torch.Generator().manual_seed(0))
for v in data.tolist():
    w.push(v)
print(w, torch.allclose(torch.tensor(w.var), data.var(), atol=1e-5))
a, b = Welford(), Welford()
for i, v in enumerate(data.tolist()):
    (a if i < 20 else b).push(v)
print(a + b, math.isclose((a + b).var, w.var))
g = averager()
next(g)
print([g.send(v) for v in (10, 20, 30.0)])
try:
    g.send(None)
except StopIteration as stop:
    print("result:", stop.value)
print(list(flatten([1, [2, (3, [4.5])], [], "ab"])), list(itertools.islice(primes(), 10)), sum(itertools.takewhile(lambda p: p < 50, primes())))
print(" ".join(tree(3)))
gen = (x * x for x in range(5))
print(next(gen), 4 in gen, list(gen), list(gen))
evens, odds = itertools.tee(range(6))
print(list(zip(evens, itertools.islice(odds, 1, None))), list(itertools.compress("abcd", [1, 0, 1, 0])), list(itertools.starmap(pow, [(2, 3), (3, 2)])))
print([list(grp) for _, grp in itertools.groupby(sorted("mississippi"))][:2], Counter("mississippi").most_common(2), dict(Counter(a=3, b=1) - Counter(a=1, b=2)))
rows = [[1, 2, 3], [4, 5, 6]]
print([*map(list, zip(*rows))], [(i, j) for i in range(3) for j in range(i)], {i: [j for j in range(i)] for i in range(3)}, sum((r for r in rows), []))


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


cd = Countdown(3)
print(list(cd), list(cd), max(Countdown(4)), tuple(Countdown(2)), 2 in Countdown(3), sorted(Countdown(3)))
first, *rest = Countdown(4)
print(first, rest, [*Countdown(1), *Countdown(2)], dict(enumerate(Countdown(2), start=1)))
for i in (n for n in range(10) if n % 4 == 0):
    if i == 8:
        break
else:
    print("no break")
print(i, next((x for x in [1, 5, 9] if x > 4), None), next(iter([]), "empty"))
