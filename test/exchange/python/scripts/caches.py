from collections import OrderedDict
from functools import wraps
from typing import Any, Callable, Hashable
import torch


class LRUCache:
    def __init__(self, capacity: int = 3):
        self.capacity = capacity
        self._data: "OrderedDict[Hashable, Any]" = OrderedDict()
        self.hits = self.misses = 0

    def get(self, key, default=None):
        if key in self._data:
            self._data.move_to_end(key)
            self.hits += 1
            return self._data[key]
        self.misses += 1
        return default

    def put(self, key, value):
        self._data[key] = value
        self._data.move_to_end(key)
        while len(self._data) > self.capacity:
            old, _ = self._data.popitem(last=False)
            print("evicted", old)

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        return f"LRUCache({list(self._data)}, hits={self.hits}, misses={self.misses})"

    @property
    def ratio(self):
        total = self.hits + self.misses
        return self.hits / total if total else 0.0


def memoize(cache: LRUCache):
    missing = object()

    def decorator(fn: Callable):
        @wraps(fn)
        def wrapper(*args, **kwargs):
            key = (args, tuple(sorted(kwargs.items())))
            value = cache.get(key, missing)
            if value is missing:
                value = fn(*args, **kwargs)
                cache.put(key, value)
            return value

        wrapper.cache = cache
        return wrapper

    return decorator


@memoize(LRUCache(2))
def power_sum(n, p=2):
    """Sum of i**p."""
    print("computing", n, p)
    return sum(i ** p for i in range(n + 1))


for args, kw in [((3,), {}), ((3,), {}), ((4,), {"p": 3}), ((5,), {}), ((3,), {}), ((3,), {"p": 1})]:
    print(power_sum(*args, **kw))
print(power_sum.cache, round(power_sum.cache.ratio, 3), power_sum.__name__, power_sum.__doc__)


class KVCache:
    """Keys and values of past steps for attention."""

    def __init__(self, dim, window=None):
        self.k = torch.empty(0, dim)
        self.v = torch.empty(0, dim)
        self.window = window

    def __len__(self):
        return self.k.shape[0]

    def append(self, k, v):
        self.k = torch.cat([self.k, k[None]])
        self.v = torch.cat([self.v, v[None]])
        if self.window and len(self) > self.window:
            self.k, self.v = self.k[-self.window :], self.v[-self.window :]
        return self

    def attend(self, q):
        w = (self.k @ q / q.numel() ** 0.5).softmax(0)
        return w @ self.v, w


torch.manual_seed(9)
full, windowed = KVCache(4), KVCache(4, window=2)
for t in range(4):
    q, k, v = torch.randn(3, 4)
    (o1, w1), (o2, w2) = (c.append(k, v).attend(q) for c in (full, windowed))
    print(t, len(full), len(windowed), w1.numel(), f"{w2.sum():.1f}", f"{(o1 - o2).norm():.4f}", torch.allclose(o1, o2))
print(full.k.shape, windowed.v[-1].equal(v), w1.argmax().item())
batch = torch.stack([full.k[i] for i in range(2)])
print(batch.shape, torch.equal(batch, full.k[:2]), [round(x, 2) for x in w1.tolist()], sum(w1.tolist()) > 0.999)
