import functools
import time
from contextlib import contextmanager
import torch
import torch.nn as nn

REGISTRY = {}
CALLS = []


def register(name=None):
    def wrap(cls):
        REGISTRY[name or cls.__name__.lower()] = cls
        return cls

    return wrap


def logged(fn):
    @functools.wraps(fn)
    def inner(*args, **kwargs):
        CALLS.append(fn.__name__)
        shown = ", ".join([*(str(tuple(a.shape)) if isinstance(a, torch.Tensor) else repr(a) for a in args), *(f"{k}={v!r}" for k, v in kwargs.items())])
        out = fn(*args, **kwargs)
        print(f"{fn.__name__}({shown}) -> {out if not isinstance(out, torch.Tensor) else tuple(out.shape)}")
        return out

    return inner


def repeat(times):
    def deco(fn):
        @functools.wraps(fn)
        def inner(*args):
            return [fn(*args) for _ in range(times)]

        return inner

    return deco


@contextmanager
def section(title, width=30):
    print(f" {title} ".center(width, "="))
    start = len(CALLS)
    try:
        yield start
    finally:
        print(f"{len(CALLS) - start} calls".rjust(width, "."))


@contextmanager
def frozen(module):
    state = [p.requires_grad for p in module.parameters()]
    for p in module.parameters():
        p.requires_grad_(False)
    yield module
    for p, s in zip(module.parameters(), state):
        p.requires_grad_(s)


@register()
class Small(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(2, 2)

    @logged
    def forward(self, x, scale=1.0):
        return self.fc(x) * scale


@register("big")
class Other(Small):
    pass


@logged
def add(a, b=2):
    """Adds."""
    return a + b


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@repeat(3)
def draw(k):
    return torch.randint(0, 10, (k,)).tolist()


class Timer:
    def __enter__(self):
        self.t0 = time.perf_counter()
        return self

    def __exit__(self, exc_type, exc, tb):
        self.elapsed = time.perf_counter() - self.t0
        if exc_type is not None:
            print("swallowed", exc_type.__name__, exc)
        return exc_type is ZeroDivisionError


torch.manual_seed(11)
with section("add") as n:
    add(1)
    add(1.5, b=-2)
    print(add.__name__, add.__doc__, n)
with section("modules", width=24):
    for key in sorted(REGISTRY):
        model = REGISTRY[key]()
        with frozen(model) as m:
            print(key, any(p.requires_grad for p in m.parameters()))
        y = model(torch.ones(1, 2), scale=0.5)
        print(y.requires_grad, type(model).__name__, isinstance(model, Small))
print(fib(30), draw(2))
with Timer() as t:
    1 / 0
print(t.elapsed >= 0, CALLS)
print(REGISTRY)
