import torch
import copy
import torch.nn as nn
import torch.nn.functional as F
from typing import Iterator, Tuple, NamedTuple


class Task(NamedTuple):
    amp: float
    phase: float


class Batch(NamedTuple):
    x: torch.Tensor
    y: torch.Tensor


def sample_task() -> Task:
    return Task(amp=float(torch.rand(1) * 4 + 1), phase=float(torch.rand(1) * 3.14))


def sample_batch(task: Task, k: int = 5) -> Batch:
    x = torch.rand(k, 1) * 10 - 5
    return Batch(x, task.amp * torch.sin(x + task.phase))


class Meta:
    def __init__(self, inner_lr=0.01, outer_lr=0.001, inner_steps=1):
        self.inner_lr = inner_lr
        self.inner_steps = inner_steps
        self.params = [
            (torch.randn(1, 20) * 0.5).requires_grad_(),
            torch.zeros(20, requires_grad=True),
            (torch.randn(20, 1) * 0.2).requires_grad_(),
            torch.zeros(1, requires_grad=True),
        ]
        self.opt = torch.optim.Adam(self.params, lr=outer_lr)

    @staticmethod
    def net(x, params):
        w1, b1, w2, b2 = params
        return F.linear(F.relu(F.linear(x, w1.t(), b1)), w2.t(), b2)

    def adapt(self, batch: Batch):
        fast = list(self.params)
        for _ in range(self.inner_steps):
            loss = F.mse_loss(self.net(batch.x, fast), batch.y)
            grads = torch.autograd.grad(loss, fast, create_graph=True)
            fast = [p - self.inner_lr * g for p, g in zip(fast, grads)]
        return fast, loss

    def step(self, n_tasks=3):
        outer = 0.0
        for _ in range(n_tasks):
            task = sample_task()
            fast, _ = self.adapt(sample_batch(task))
            q = sample_batch(task)
            outer = outer + F.mse_loss(self.net(q.x, fast), q.y)
        self.opt.zero_grad()
        (outer / n_tasks).backward()
        self.opt.step()
        return outer.item() / n_tasks


torch.manual_seed(7)
meta = Meta(inner_steps=2)
for it in range(4):
    print(f"meta-iter {it} loss {meta.step():.4f}")
t = sample_task()
print(f"{t.amp:.3f} {t.phase:.3f}", isinstance(t, tuple), len(t))
b = sample_batch(t, k=2)
x, y = b
print(x.shape == y.shape, b._fields)
snapshot = copy.deepcopy(meta.params)
meta.step()
print([not torch.equal(p, s) for p, s in zip(meta.params, snapshot)])
print([p.requires_grad for p in snapshot])


class Counter:
    total = 0

    def __init__(self):
        self.n = 0
        type(self).total += 1

    def __iadd__(self, k):
        self.n += k
        return self

    def __enter__(self):
        self += 1
        return self

    def __exit__(self, *exc):
        self.n *= 10

    def __repr__(self):
        return "Counter(%d)" % self.n


c = d = Counter()
c += 2
with c as e:
    e += 3
print(c, d is c, Counter.total, Counter().total)
stack = [1, [2, [3, [4]]]]


def flatten(xs) -> Iterator[int]:
    for v in xs:
        if isinstance(v, list):
            yield from flatten(v)
        else:
            yield v


print(list(flatten(stack)), sum(flatten(stack)))
print(*sorted({"b": 2, "a": 1}.items(), key=lambda kv: kv[1]), sep="; ")
