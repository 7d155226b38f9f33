"""Aliasing, banker's rounding, generators and operator overloading."""
from __future__ import annotations
import random
from dataclasses import dataclass, field
from typing import Iterator, Optional
import torch
import torch.nn as nn
import torch.nn.functional as F

random.seed(42)
torch.manual_seed(42)


@dataclass(order=True)
class Step:
    loss: float
    epoch: int = 0
    tags: list[str] = field(default_factory=list, compare=False)

    def __str__(self) -> str:
        return f"{self.epoch:>3d}: {self.loss:.4f} [{', '.join(self.tags) or '-'}]"


class Dual:
    """A dual number over tensors."""

    def __init__(self, real, eps=0.0):
        self.real, self.eps = real, eps

    def __add__(self, other):
        other = other if isinstance(other, Dual) else Dual(other)
        return Dual(self.real + other.real, self.eps + other.eps)

    __radd__ = __add__

    def __mul__(self, other):
        other = other if isinstance(other, Dual) else Dual(other)
        return Dual(self.real * other.real, self.real * other.eps + self.eps * other.real)

    __rmul__ = __mul__

    def __neg__(self):
        return Dual(-self.real, -self.eps)

    def __sub__(self, other):
        return self + (-other if isinstance(other, Dual) else Dual(-other))

    def __pow__(self, n: int):
        result = Dual(torch.ones_like(self.real), torch.zeros_like(self.real))
        for _ in range(n):
            result = result * self
        return result

    def __repr__(self):
        return f"Dual(real={self.real.tolist()}, eps={self.eps.tolist()})"


def batches(data: torch.Tensor, size: int) -> Iterator[tuple[int, torch.Tensor]]:
    order = list(range(len(data)))
    random.shuffle(order)
    for start in range(0, len(order), size):
        yield start // size, data[order[start:start + size]]


x = Dual(torch.tensor([1.0, 2.0]), torch.tensor([1.0, 1.0]))
y = 3 * x ** 3 - 2 * x + 1
print(y)

a = torch.zeros(3)
b = a
b += 1
print(a, b is a, a is not b)
a = a + 1
print(a, b)
xs = [1, 2]
ys = xs
ys += [3]
print(xs, ys is xs)
for v in (0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1.005):
    print(round(v), round(v, 2), end="; ")
print()
print([round(v, -1) for v in (15, 25, 35, 1234)])

data = torch.arange(10, dtype=torch.float32).reshape(5, 2)
for i, batch in batches(data, 2):
    print(i, tuple(batch.shape), batch.sum().item())

steps = [Step(random.random(), e, ["best"] if e % 2 else []) for e in range(4)]
print(min(steps))
for s in sorted(steps, reverse=True)[:2]:
    print(s)
print(steps[0])
print(f"{steps[1].loss!r:>25} {max(steps).epoch=}")
print(random.choice("abc"), random.randint(1, 6), random.sample(range(100), 5), random.gauss(0, 1), random.uniform(-1, 1))
print(random.choices(["h", "t"], weights=[3, 1], k=6), random.betavariate(2, 3), random.triangular(0, 10, 3))
