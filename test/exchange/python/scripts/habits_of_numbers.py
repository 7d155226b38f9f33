import torch, math
from dataclasses import dataclass, field
from typing import Optional
class V:
    def __init__(self, *xs): self.xs = list(xs)
    def __eq__(self, o): return self.xs == o.xs
    def __repr__(self): return f"V({', '.join(map(str, self.xs))})"
    def __add__(self, o): return V(*[a + b for a, b in zip(self.xs, o.xs)])
    def __mul__(self, k): return V(*[a * k for a in self.xs])
    __rmul__ = __mul__
    def __getitem__(self, i): return self.xs[i]
    def __setitem__(self, i, v): self.xs[i] = v
    def __len__(self): return len(self.xs)
    def __contains__(self, v): return v in self.xs
    def __iter__(self): return iter(self.xs)
    def __call__(self, f): return V(*map(f, self.xs))
    def __neg__(self): return self * -1
    def __abs__(self): return math.sqrt(sum(x * x for x in self.xs))
    def __bool__(self): return any(self.xs)
    def __iadd__(self, o): self.xs = [a + b for a, b in zip(self.xs, o.xs)]; return self
    def __hash__(self): return hash(tuple(self.xs))
    def __matmul__(self, o): return sum(a * b for a, b in zip(self.xs, o.xs))
v = V(1, 2); w = v; w += V(1, 1); print(v, w is v, v + w, v * 2, 0.5 * v, -v, abs(V(3, 4)), bool(V(0, 0)), v @ w, len(v), 2 in v, list(v), v[0], v[-1], v[:1], v(lambda x: x + 0.5), v == V(2, 3), v != V(2, 3), {v: 1}[V(2, 3)])
v[0] = 9; a, b = v; print(a, b, max(v), sorted(v, reverse=True), [*v], sum(v), tuple(v), dict(zip("ab", v)), ", ".join(map(str, v)))
print(sum([V(1, 1), V(2, 2)], V(0, 0)), torch.tensor(list(v)), torch.tensor([1.0, 2.0]) * 2, torch.tensor([1, 2]) / 2, torch.tensor([1, 2]) // 2, torch.tensor([5, -5]) % 3)
@dataclass
class P:
    x: int
    y: float = 2
    tags: list = field(default_factory=list)
    opt: Optional[int] = None
p, q = P(1), P(1); p.tags.append("a"); print(p, q, p == q, P(1, 2.0) == P(1, 2), P(x=3, y=1))
print(torch.tensor(3), torch.tensor(3.0), torch.tensor(True), torch.tensor([]), torch.tensor([[1, 2], [3, 4]]).sum(), torch.arange(3).float().mean().item(), torch.ones(2, 2).tolist(), torch.tensor(2.5).item(), torch.tensor(7).item())
print(f"{torch.tensor(1.5):.3f} {torch.tensor(3)} {torch.tensor([1.0])} {torch.ones(2).sum().item():.1f}", str(torch.ones(1)), torch.Size([1, 2]), torch.float32, torch.device("cpu"), torch.zeros(2).shape, list(torch.zeros(2, 3).shape), torch.zeros(2, 3).size(0), torch.zeros(1).dtype)
x = torch.arange(6).reshape(2, 3)
print(x[0], x[:, 1], x[-1, -1], x[x > 2], x[[0, 1], [1, 2]], x[..., 0], x[None].shape, x.T.shape, x[1:, ::2], x.max(), x.max(1), x.argmax().item(), x.unique().tolist(), (x == 2).nonzero())
l = [torch.tensor(1.0), torch.tensor(2.0)]
print(sum(l), max(l), sorted(l, key=lambda t: -t), torch.stack(l), torch.tensor(l), [t.item() for t in l], l, {"a": l[0]}, (l[0],))
loss = torch.tensor(0.25); total = 0; total += loss.item(); total += 1; print(total, total / 2, int(total), round(total, 1), loss + 1, 1 - loss, loss > 0.1, bool(loss > 0.1), not loss, loss.item() == 0.25)
n = 0
for i, t in enumerate(x):
    for j, e in enumerate(t):
        if e % 2 == 0: n += e
print(n, n.item(), type(n).__name__, len(x), x.numel(), 3 in x, [r.sum().item() for r in x], [int(e) for e in x[0]], x.tolist()[0][1])
acc = {"n": 0, "loss": 0.0}; acc["n"] += 4; acc["loss"] += 2.0; print(acc, acc["loss"] / acc["n"], {k: v / 2 for k, v in acc.items()})
best = float("inf"); best = min(best, 3); print(best, float("-inf"), float("nan") == float("nan"), math.inf > 1e308, -0.0, 0.0 == -0.0, 1e-5, 1e5, 123456.0, 1.0e-4, 100000000000000000.0)
h = {}; h.setdefault("train", []).append(1.0); h.setdefault("train", []).append(2); print(h, h["train"][-1], sum(h["train"]) / len(h["train"]))
def stats(xs):
    n = len(xs); mean = sum(xs) / n; var = sum((x - mean) ** 2 for x in xs) / n
    return {"n": n, "mean": mean, "std": var ** 0.5, "range": (min(xs), max(xs))}
print(stats([1, 2, 3]), stats([1.0, 1.0]), stats([2]))
lr = 0.1
for ep in range(3): lr *= 0.5
print(lr, lr * 8, 10 ** -3, 1e-3 * 1000, 5 / 5, 2 * 0.5, int(2 * 0.5), 3 * 1.0, 10 // 3.0, abs(-2.0), max(1, 2.0), pow(2, 3), pow(2.0, 2), sum([1.0, 2.0]), 4 / 2)
print(*[1.0, 2], sep="; "); print([1.0, 2], (1.0,), {1.0: 2.0}, {"x": [1.0, (2.0, 3)]}, end="!\n"); print("a", 1.0, None, sep="")
epochs = 3; print(f"{epochs=} {lr=:.3f} {'x'!r} {[1.0]!r:>8} {epochs / 3} {epochs * 1.0:.1f} {epochs:>4}|{epochs:<4}|{epochs:^4}|")
