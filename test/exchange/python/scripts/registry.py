import torch
from functools import wraps
from dataclasses import dataclass, field, asdict, replace
from typing import Any, Optional, Union

registry: dict[str, type] = {}


def register(name: Optional[str] = None):
    def deco(cls):
        registry[name or cls.__name__.lower()] = cls
        return cls
    return deco


def logged(fn):
    calls = 0

    @wraps(fn)
    def inner(*args, **kwargs):
        nonlocal calls
        calls += 1
        result = fn(*args, **kwargs)
        print(f"{fn.__name__}#{calls}{args[1:] if len(args) > 1 else ''} -> {result}")
        return result
    return inner


@dataclass(frozen=True)
class Config:
    lr: float = 0.1
    steps: int = 3
    name: str = "base"
    extra: dict = field(default_factory=dict)

    def with_(self, **kw):
        return replace(self, **kw)


class Optimizer:
    def __init__(self, params, **defaults):
        self.params = list(params)
        self.defaults = defaults
        self.state: dict[int, Any] = {}

    def step(self):
        for i, p in enumerate(self.params):
            if p.grad is None:
                continue
            with torch.no_grad():
                p -= self.update(i, p.grad)

    def zero_grad(self):
        for p in self.params:
            p.grad = None

    def update(self, i, g):
        raise NotImplementedError


@register()
class Plain(Optimizer):
    def update(self, i, g):
        return self.defaults["lr"] * g


@register("momentum")
class Momentum(Optimizer):
    def __init__(self, params, lr, mu=0.9):
        super().__init__(params, lr=lr, mu=mu)

    def update(self, i, g):
        buf = self.state.get(i)
        buf = self.state[i] = g.clone() if buf is None else self.defaults["mu"] * buf + g
        return self.defaults["lr"] * buf


class Poly:
    coefs: tuple[float, ...] = ()

    def __init__(self, *coefs):
        self.coefs = coefs

    def __call__(self, x):
        acc = 0
        for c in reversed(self.coefs):
            acc = acc * x + c
        return acc

    def __add__(self, other):
        a, b = self.coefs, other.coefs
        k = max(len(a), len(b))
        pad = lambda t: t + (0,) * (k - len(t))
        return Poly(*(u + v for u, v in zip(pad(a), pad(b))))

    def __str__(self):
        return " + ".join(f"{c}x^{i}" if i else f"{c}" for i, c in enumerate(self.coefs) if c)

    def __hash__(self):
        return hash(self.coefs)

    def __eq__(self, o):
        return self.coefs == o.coefs


@logged
def train(cfg, kind="plain"):
    torch.manual_seed(0)
    w = torch.randn(2, requires_grad=True)
    opt = (Plain([w], lr=cfg.lr) if kind == "plain" else Momentum([w], cfg.lr))
    for _ in range(cfg.steps):
        opt.zero_grad()
        loss = ((w - torch.tensor([1.0, -1.0])) ** 2).sum()
        loss.backward()
        opt.step()
    return round(loss.item(), 5)


cfg = Config()
train(cfg)
train(cfg.with_(steps=10), "momentum")
print(cfg, asdict(cfg.with_(name="x", extra={"a": 1})))
try:
    cfg.lr = 1
except Exception as e:
    print(type(e).__name__, e)
p = Poly(1, 2) + Poly(0, 1, 3)
print(p, p(2), p(torch.tensor([1.0, 2.0])), p == Poly(1, 3, 3), len({p, Poly(1, 3, 3)}))
grid = [[r * c for c in range(4)] for r in range(3)]
print(list(zip(*grid)), [row[::-1] for row in grid][1], grid[-1][1:3], sum(grid, []))
grid[0][1:3] = [9, 9, 9]
del grid[1]
print(grid, 3 in grid[0], "ell" in "hello", "-" * 5, [*"abc"], 1 < 2 <= 2 != 3)
i = 0
while i < 3:
    i += 1
    if i == 5:
        break
else:
    print("no break", i)
for k in range(2):
    for j in range(3):
        if j == 1:
            continue
        if k == 1:
            break
        print(k, j, end=" | ")
print()
value = "10"
result = value if isinstance(value, str) and value.isdigit() else None
print(result, "%s is %.1f" % ("pi", 3.14159), "{0}-{1}-{0}".format("a", "b"), f"{'nested'!r:>10}", f"{1_000_000:_}")
print("Title case".title(), "a-b_c".replace("-", "_").split("_"), " strip ".strip(), "x".join(["1", "2"]), "abc".upper().find("C"), "abcabc".count("b"))
t = torch.arange(12).view(3, 4)
print(t[1], t[:, 1], t[..., -1], t[t > 5], t[[0, 2]], t[:, [1, 3]].sum(), t[1:, ::2])
t[t % 2 == 0] = -1
print(t, t.max(dim=1), torch.where(t < 0, 0, t).float().mean(0))
print(torch.einsum("ij,kj->ik", t, t), torch.gather(t, 1, torch.tensor([[0], [1], [2]])).squeeze().tolist())
a, *b = t.unbind(0)
print(a, len(b), torch.stack(b).shape, torch.cat([a, a]).chunk(2)[0], t.numel(), t.dtype, t.is_contiguous(), t.T.stride())
