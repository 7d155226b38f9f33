import itertools
import random
from collections import defaultdict
from contextlib import contextmanager
from typing import Callable, Iterable, Iterator, TypeVar
import torch
from torch.utils.data import Dataset, DataLoader, Subset, ConcatDataset, WeightedRandomSampler, BatchSampler, SequentialSampler, random_split

T = TypeVar("T")


class Pipe:
    """Lazy chains of transformations over iterables."""

    def __init__(self, source: Iterable[T]):
        self.source = source

    def __iter__(self) -> Iterator[T]:
        return iter(self.source)

    def map(self, fn: Callable):
        return Pipe(fn(x) for x in self)

    def filter(self, pred):
        return Pipe(x for x in self if pred(x))

    def batch(self, n, drop_last=False):
        def gen():
            it = iter(self)
            while chunk := list(itertools.islice(it, n)):
                if len(chunk) == n or not drop_last:
                    yield chunk
        return Pipe(gen())

    def shuffle(self, buffer, rng):
        def gen():
            buf = []
            for x in self:
                buf.append(x)
                if len(buf) >= buffer:
                    i = rng.randrange(len(buf))
                    buf[i], buf[-1] = buf[-1], buf[i]
                    yield buf.pop()
            rng.shuffle(buf)
            yield from buf
        return Pipe(gen())

    def take(self, n):
        return Pipe(itertools.islice(self, n))

    def enumerate(self, start=0):
        return Pipe(enumerate(self, start))

    def to_list(self):
        return list(self)


class Squares(Dataset):
    def __init__(self, lo, hi):
        self.values = list(range(lo, hi))

    def __len__(self):
        return len(self.values)

    def __getitem__(self, i):
        if not -len(self) <= i < len(self):
            raise IndexError(f"index {i} out of range")
        v = self.values[i]
        return {"x": torch.tensor([v, v ** 2], dtype=torch.float32), "label": v % 3, "name": f"item{v}"}


@contextmanager
def seeded(seed):
    state = random.getstate()
    random.seed(seed)
    torch.manual_seed(seed)
    try:
        yield
    finally:
        random.setstate(state)


rng = random.Random(0)
print(Pipe(range(10)).map(lambda x: x * x).filter(lambda x: x % 2 == 0).batch(2).to_list())
print(Pipe("abcdefg").batch(3, drop_last=True).to_list(), Pipe(range(8)).shuffle(3, rng).to_list())
print(Pipe(itertools.count(5, 5)).take(4).enumerate(1).to_list())
data = ConcatDataset([Squares(0, 6), Squares(10, 14)])
print(len(data), data[7]["name"], data[-1]["x"], data.cumulative_sizes)
batch = next(iter(DataLoader(data, batch_size=4)))
print({k: (tuple(v.shape) if torch.is_tensor(v) else v) for k, v in batch.items()}, batch["label"].dtype)
with seeded(3):
    a, b, c = random_split(data, [0.5, 0.3, 0.2])
    print(len(a), len(b), len(c), sorted(a.indices + b.indices + c.indices) == list(range(10)))
    labels = [data[i]["label"] for i in range(len(data))]
    counts = defaultdict(int)
    for lab in labels:
        counts[lab] += 1
    weights = [1 / counts[lab] for lab in labels]
    print(dict(counts), [round(w, 3) for w in weights[:4]])
    sampler = WeightedRandomSampler(weights, num_samples=12, replacement=True)
    drawn = list(sampler)
    print(drawn, len(sampler))
print(list(BatchSampler(SequentialSampler(range(7)), batch_size=3, drop_last=False)))
sub = Subset(data, [9, 0, 3])
print([d["name"] for d in sub], [len(x["name"]) for x in DataLoader(sub, batch_size=2)])


def collate(samples):
    xs = torch.stack([s["x"] for s in samples])
    mean, std = xs.mean(0), xs.std(0, unbiased=False).clamp_min(1e-6)
    return (xs - mean) / std, torch.tensor([s["label"] for s in samples])


g = torch.Generator().manual_seed(7)
seen = []
for epoch in range(2):
    for x, y in DataLoader(data, batch_size=5, shuffle=True, collate_fn=collate, generator=g):
        seen.extend(y.tolist())
        print(epoch, y.tolist(), [round(v, 2) for v in x[:, 0].tolist()], x.mean().abs().item() < 1e-6)
print(len(seen), sum(seen))
try:
    Squares(0, 2)[5]
except IndexError as e:
    print(type(e).__name__, e)
