"""Habits of Python's classes: mixins, nested classes, shared defaults, attributes of the class, enums with values."""


# nested
class LinkedList:
    class _Cell:
        def __init__(self, v, nxt=None):
            self.v, self.nxt = v, nxt
    class Config:
        size = 3
    def __init__(self, *values):
        self.head = None
        for v in values:
            self.head = self._Cell(v, self.head)
    def __iter__(self):
        cur = self.head
        while cur is not None:
            yield cur.v
            cur = cur.nxt
l = LinkedList(1, 2.5, 'z')
print(list(l), LinkedList.Config.size, l.Config.size, type(l.head).__name__, LinkedList._Cell(3).v)


# mixin
class A:
    def __init__(self, v=1):
        self.v = v
    def hi(self): return 'A'
class LogMixin:
    level = 'info'
    def shout(self): return f'{self.level} {self.hi().upper()}!'
    def hi(self): return 'mixin'
class Cmp:
    def __lt__(self, o): return self.v < o.v
    def hi(self): return 'cmp'
class B(LogMixin, A, Cmp):
    def hi(self): return 'b' + super().hi()
b = B(3)
print(b.shout(), b.v, isinstance(b, LogMixin), isinstance(b, Cmp), isinstance(A(), LogMixin), b < B(4), issubclass(B, Cmp), B.level)
import torch
from torch import nn
class Save:
    def describe(self): return f'{type(self).__name__} {sum(p.numel() for p in self.parameters())}'
class Net(Save, nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(2, 3)
    def forward(self, x): return self.fc(x)
n = Net()
print(n.describe(), n(torch.ones(1, 2)).shape, isinstance(n, Save))


# mutdef
class C:
    def __init__(self, items=[]):
        self.items = items
    def add(self, x, log=[]):
        self.items.append(x)
        log.append(x)
        return log
a, b = C(), C()
a.add(1)
print(a.items, b.items, b.add(2), a.items is b.items)
f = lambda x, acc=[]: acc.append(x) or acc
print(f(1), f(2))


# classattr
class Counter:
    total = 0
    names = []
    def __init__(self, n):
        Counter.total += 1
        self.names.append(n)
        self.n = n
    @classmethod
    def reset(cls): cls.total = 0
a, b = Counter('x'), Counter('y')
print(a.total, Counter.names, b.names is a.names)
a.total = 99
Counter.reset()
print(a.total, b.total, Counter.total)


# enum_method_init
from enum import Enum
class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.4e23, 3.39e6)
    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius
    @property
    def gravity(self):
        return 6.67e-11 * self.mass / self.radius ** 2
print(f'{Planet.EARTH.gravity:.2f}', Planet.MARS.name)
for p in Planet:
    print(p, p.mass)


# named_type
from typing import NamedTuple
from collections import namedtuple
class P(NamedTuple):
    x: int
    y: int = 2
Q = namedtuple('Q', 'a b')
p = P(1)
q = Q(1, b=2)
print(type(p).__name__, type(q).__name__, p, q, p._asdict(), q._replace(a=5), P._fields, isinstance(p, tuple), p == (1, 2))
a, b = q
print(a + b, q[0], len(p), [*p], max(p), P(**{'x': 4}), Q._make([7, 8]))
print(Q.__name__, sorted([Q(2, 1), Q(1, 2)]))


# factory
from dataclasses import dataclass, field
from itertools import count
import torch
@dataclass
class J:
    name: str
    id: int = field(default_factory=count(1).__next__)
    device: torch.device = torch.device('cpu')
print(J('a'), J('b').id, torch.device('cpu'), [torch.device('cpu')], repr(torch.device('cuda', 0)), f"{torch.device('cpu')}")
c = count()
nxt = c.__next__
print(nxt(), nxt())


# bound
v = [1, 2, 2]
print(max(set(v), key=v.count))
out = []
add = out.append
for i in range(3):
    add(i)
list(map(out.append, 'ab'))
print(out)
d = {'a': 2, 'b': 1}
print(sorted(d, key=d.get), max(d, key=d.get), list(map('x-{}'.format, [1, 2])), list(map(str.upper, 'ab')), list(map(' '.join, [['a', 'b'], ['c']])))
seen = set()
print([x for x in v if not (x in seen or seen.add(x))])


# iter_protocol
import random
class Tree:
    def __init__(self, v, l=None, r=None): self.v, self.l, self.r = v, l, r
    def __iter__(self):
        if self.l: yield from self.l
        yield self.v
        if self.r: yield from self.r
t = Tree(2, Tree(1), Tree(3))
print(list(t), 2 in t, max(t), sorted(t, reverse=True), [x * 2 for x in t], sum(t), *t)
it = iter([1, 2])
print(next(it), next(it), next(it, 'done'), list(iter(lambda r=random.Random(3): r.randint(1, 5), 4)))
class Seq:
    def __getitem__(self, i):
        if i >= 3: raise IndexError
        return i * i
print(list(Seq()), [*Seq()])


# dicts2
d = {'a': 1, 'b': 2}
d.update(c=3)
print(d, d.get('z', 0), d.pop('a'), d.setdefault('e', []), list(d.items()), {v: k for k, v in d.items() if not isinstance(v, list)}, 'b' in d, len(d))
d2 = {**d, 'x': 1}
print(d2, dict(zip('ab', [1, 2])), dict.fromkeys([1, 2], 0), sorted(d2, key=str), max({'a': 1, 'b': 5}, key={'a': 1, 'b': 5}.get), d | {'q': 9})
for i, (k, v) in enumerate(d.items()):
    print(i, k, v, end=';')
print()
del d['b']
print(d, list(reversed(d)), dict(sorted({'b': 1, 'a': 2}.items())), {(1, 2): 'x'}[1, 2], d == {'c': 3, 'e': []}, list(d.keys()), d.values(), d.items(), d.keys())
nested = {'m': {'n': [1, {'k': 2}]}}
nested['m']['n'][1]['k'] += 5
print(nested, d.popitem(), d.copy() is d, d.clear(), d)
