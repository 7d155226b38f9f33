from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Optional

import torch


class Vector:
    """A vector of two numbers."""

    count = 0

    def __init__(self, x, y=0.0):
        self.x = x
        self.y = y
        Vector.count += 1

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, k):
        return Vector(self.x * k, self.y * k)

    __rmul__ = __mul__

    def __neg__(self):
        return self * -1

    def __eq__(self, other):
        return isinstance(other, Vector) and self.x == other.x and self.y == other.y

    def __len__(self):
        return 2

    def __getitem__(self, i):
        if i > 1:
            raise IndexError(i)
        return self.x if i == 0 else self.y

    def __call__(self, t):
        return self.x * t + self.y

    def __repr__(self):
        return f"Vector({self.x}, {self.y})"

    @property
    def norm(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    @staticmethod
    def zero():
        return Vector(0.0, 0.0)

    @classmethod
    def of(cls, pair):
        return cls(*pair)


v = Vector(1.0, 2.0)
w = Vector(3.0)
print(v + w, v * 2.0, -v, v == Vector(1.0, 2.0), v != w, len(v), v[0], v(2.0), v.norm)
print(Vector.count, Vector.zero(), Vector.of((5.0, 6.0)), list(v), w.y)


@dataclass
class Config:
    lr: float = 1e-3
    sizes: list = field(default_factory=lambda: [4, 8])
    name: str = 'net'
    decay: Optional[float] = None

    def steps(self, n: int) -> float:
        return n * self.lr


c = Config(lr=1.0)
print(c, c.steps(3), c == Config(1.0), Config(name='x').name, c.sizes[0], c.decay is None)


class Color(Enum):
    RED = 1
    GREEN = 2


print(Color.RED, Color.RED.name, Color.GREEN.value, [c.name for c in Color], Color(2) is Color.GREEN, Color['RED'])


class Animal:
    sound = '...'

    def speak(self):
        return f'{type(self).__name__} says {self.sound}'


class Dog(Animal):
    sound = 'Woof'

    def __init__(self, name):
        super().__init__()
        self.name = name

    def __str__(self):
        return self.name


print(Animal().speak(), Dog('Rex').speak(), Dog('Rex'), f'{Dog("Bo")}', str(Dog('Mo')))


class Stack:
    def __init__(self):
        self.items = []
        self._log = {}

    def push(self, item):
        self.items.append(item)
        self._log[item] = self._log.get(item, 0) + 1
        return self

    def __contains__(self, item):
        return item in self.items

    def __iter__(self):
        for item in reversed(self.items):
            yield item

    def __bool__(self):
        return len(self.items) > 0


s = Stack()
print(bool(s), 'empty' if not s else 'full')
s.push(1).push(2).push(1)
print(list(s), 2 in s, 5 in s, s._log, sum(s), [x * 2 for x in s])


class Meter:
    def __init__(self):
        self.reset()

    def reset(self):
        self.sum, self.n = 0.0, 0

    def update(self, value, n=1):
        self.sum += value * n
        self.n += n

    @property
    def avg(self):
        return self.sum / max(self.n, 1)


m = Meter()
for value in torch.tensor([1.0, 2.0, 3.0]):
    m.update(value.item(), n=2)
print(m.avg, m.n, m.sum)
