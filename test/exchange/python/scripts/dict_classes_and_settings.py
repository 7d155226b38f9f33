"""Classes of dicts, settings from the environment, attributes by name, tools that get functions."""
import argparse
import inspect
import os
from abc import ABC, abstractmethod
from collections import Counter, OrderedDict
from functools import partial

import numpy as np
import torch
from torch import nn

os.environ.setdefault("SEED", "31")
os.environ["CUDA_VISIBLE_DEVICES"] = "0"
SEED = int(os.environ["SEED"])
RANK = int(os.environ.get("RANK", 0))
print(SEED, RANK, os.getenv("NAME"), os.getenv("NAME", "none"), "SEED" in os.environ)


class Metrics(dict):
    def __init__(self, **metrics):
        super().__init__(metrics)

    def reset(self):
        for one in self.values():
            one.reset()


class Options(dict):
    def pick(self, *names):
        return Options((name, self[name]) for name in names)


class Numbered(dict):
    def __missing__(self, key):
        self[key] = len(self)
        return self[key]


class Recent(OrderedDict):
    def __init__(self, size):
        super().__init__()
        self.size = size

    def put(self, key, value):
        self[key] = value
        if len(self) > self.size:
            self.popitem(last=False)


class Votes(Counter):
    def winner(self):
        return self.most_common(1)[0][0]


class Metric(ABC):
    def __init__(self):
        self.defaults = {}

    def add_state(self, name, value):
        self.defaults[name] = value.clone() if torch.is_tensor(value) else []
        setattr(self, name, value)

    def reset(self):
        for name, value in self.defaults.items():
            setattr(self, name, value.clone() if torch.is_tensor(value) else list(value))

    @abstractmethod
    def update(self, value): ...


class Mean(Metric):
    def __init__(self):
        super().__init__()
        self.add_state("total", torch.tensor(0.0))
        self.add_state("seen", [])

    def update(self, value):
        self.total += value.sum()
        self.seen.append(value.shape[0])

    def compute(self):
        return (self.total / sum(self.seen)).item()


metrics = Metrics(mean=Mean(), other=Mean())
for one in metrics.values():
    one.update(torch.tensor([1.0, 2.0, 4.5]))
print({name: one.compute() for name, one in metrics.items()}, len(metrics), "mean" in metrics, list(metrics))
metrics.reset()
metrics["mean"].update(torch.ones(4))
print(metrics["mean"].compute(), metrics["mean"].seen, metrics["other"].seen)
options = Options({"lr": 0.1, "steps": 3}, name="base")
options.update(extra=None)
print(options, options.pick("lr", "name"), Options([("a", 1)]), Options(), isinstance(options, dict), type(options).__name__)
ids = Numbered()
print([ids[word] for word in "to be or not to be".split()], dict(ids))
recent = Recent(2)
for i, key in enumerate("abc"):
    recent.put(key, i)
print(list(recent.items()), Votes("hello").winner(), Votes("hello"), Recent(1))


def exists(x):
    return x is not None


def default(value, other):
    if exists(value):
        return value
    return other() if inspect.isfunction(other) else other


class Block(nn.Module):
    def __init__(self, dim, *, mult=1, bias=None):
        super().__init__()
        self.fc = nn.Linear(dim, dim * mult, bias=default(bias, True))

    def forward(self, x):
        return self.fc(x)


block = partial(Block, 4, bias=False)
blocks = nn.ModuleList([block(mult=m) for m in (1, 2, 3)])
print([b.fc.out_features for b in blocks[::-1]], [b.fc.out_features for b in blocks[:0:-1]], len(blocks[5:]), blocks[2].fc.bias)
print(default(None, lambda: torch.ones(2)), default(None, 2), default(3, 4), inspect.isclass(Block), inspect.isfunction(Block))


class Ring:
    def __init__(self, size):
        self.data = np.zeros(size, dtype=object)
        self.tree = np.zeros(2 * size - 1)
        self.at = 0

    def add(self, priority, sample):
        self.data[self.at] = sample
        self.tree[self.at + len(self.data) - 1] = priority
        self.at = (self.at + 1) % len(self.data)


ring = Ring(3)
for i in range(4):
    ring.add(i / 2, (f"s{i}", i))
print(ring.data[0], ring.data[1][1], ring.tree)


def parse(argv=None):
    parser = argparse.ArgumentParser()
    parser.add_argument("--hidden", type=int, nargs="+", default=[8, 4])
    parser.add_argument("--lr", type=float, default=1e-2)
    return parser.parse_args(argv)


args = parse([])
print(vars(args) | {"lr": 0.5}, args.lr)
