"""What stands around models: modules of Python, classes as values, contexts, keywords that are handed on."""
import argparse
import bisect
import csv
import functools
import heapq
import os
import re
from collections import OrderedDict, namedtuple

import torch
from torch import nn

torch.backends.cudnn.deterministic = True
os.environ['SEED'] = '1'

parser = argparse.ArgumentParser()
parser.add_argument('--lr', type=float, default=1.0)
parser.add_argument('--name', default='net')
args = parser.parse_args([])
print(args, f'{args}')

text = 'Hello, World 42! C3PO'
print(re.sub(r'([A-Z])', r'<\1>', text), re.findall(r'\d+', text), re.split(r'[,\s]+', text))
word = re.match(r'(?P<first>\w+), (\w+)', text)
print(word.group('first'), word.group(2), word.span(), re.search('zzz', text))
pattern = re.compile('o', re.IGNORECASE)
print(pattern.sub(lambda m: m.group(0).upper() * 2, text), [m.start() for m in pattern.finditer(text)])
print('aBc'.swapcase(), 'key=value=x'.partition('='), 'a.b.c'.rpartition('.'), 'a b c'.rsplit(' ', 1), 'prefix_x'.removeprefix('prefix_'))

heap = [5, 1, 4, 1]
heapq.heapify(heap)
heapq.heappush(heap, 0)
print([heapq.heappop(heap) for _ in range(3)], heap, heapq.nlargest(2, [3, 9, 4]), bisect.bisect_left([1, 3, 5], 3), bisect.bisect([1, 3, 5], 3))

first, *middle, last = range(5)
print(first, middle, last)
order = OrderedDict([('x', 1), ('y', 2)])
order.move_to_end('x')
print(list(order))


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(60))
MADE = {}


def register(name):
    def wrap(cls):
        MADE[name] = cls
        return cls
    return wrap


@register('square')
class Square:
    def __init__(self, side, color='red'):
        self.side = side
        self.color = color


@register('point')
class Point:
    def __init__(self, x, color='blue'):
        self.x = x
        self.color = color


print([MADE[name](3).color for name in sorted(MADE)], Square(2).__dict__)


def build(act=nn.ReLU, depth=1, **kwargs):
    return [act() for _ in range(depth)], kwargs


def built(act, **kwargs):
    return build(act, **kwargs)


print(built(nn.Tanh, depth=2, size=3), built(nn.GELU))
half = functools.partial(build, depth=2)
print(half(nn.Identity))


class Context:
    def __init__(self, swallow):
        self.swallow = swallow

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        print('left by', kind.__name__ if kind else None)
        return self.swallow


with Context(True):
    raise ValueError('swallowed')
with Context(False):
    print('inside')
try:
    with Context(False):
        raise KeyError('k')
except KeyError as e:
    print('caught', e)


def describe(x):
    match x:
        case {'kind': kind, **others}:
            return f'{kind} {others}'
        case _:
            return 'other'


print(describe({'kind': 'relu', 'n': 1}), describe(3))
print(type(1.5), type('a'), type(Square(1)), torch.accelerator.is_available())


def running():
    total = 0
    while True:
        got = yield total
        total += got


total = running()
next(total)
print([total.send(n) for n in (1, 2, 3)])
total.close()
batch = torch.utils.data.default_collate([{'x': torch.ones(2), 'id': 1}, {'x': torch.zeros(2), 'id': 2}])
print(batch['x'].shape, batch['id'])
y = torch.ones(2, 3, requires_grad=True).detach().numpy()
print(y.shape, len(y))


def init(m):
    if m.__class__.__name__.find('Linear') != -1:
        nn.init.constant_(m.weight, 0.5)


net = nn.Sequential(nn.Linear(2, 1, bias=False))
net.apply(init)
print(net[0].weight.tolist())
optimizer = torch.optim.SGD([{'params': net.parameters(), 'momentum': 0.5}], lr=0.1)
print(list(optimizer.param_groups[0])[:3])
