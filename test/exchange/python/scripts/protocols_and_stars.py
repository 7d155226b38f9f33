import torch
from torch import Tensor
from dataclasses import dataclass
from typing import Protocol, runtime_checkable
@runtime_checkable
class Runs(Protocol):
    def run(self, n): ...
    def stop(self): ...
@runtime_checkable
class Calls(Protocol):
    def __call__(self, x): ...
class A:
    def run(self, n): return n
    def stop(self): return 0
class B:
    def run(self, n): return n
class C:
    def __call__(self, x): return x
print([isinstance(v, Runs) for v in (A(), B(), 3, None)], isinstance(A(), Runs) and not isinstance(B(), Runs), [isinstance(v, Calls) for v in (C(), A(), None, len)])
xs = [torch.ones(2, 3), torch.zeros(4)]
print(sum(map(Tensor.numel, xs)), list(map(torch.Tensor.sum, xs)), Tensor.dim(xs[0]), sorted(xs, key=Tensor.numel)[0].shape)
@dataclass
class L:
    name: str
    a: int
    b: int = 2
    deps: tuple = ()
def make(name, *args, deps=(), **kw):
    return L(name, *args, deps=tuple(deps), **kw)
def plain(name, *args):
    return L(name, *args, deps=("x",))
print(make("n", 1), make("n", 1, 3, deps=["q"]), make("n", 1, b=9), plain("p", 5), plain("p", 5, 6))
def f(a, b=1, c=2):
    return a, b, c
t = (7,)
print(f(*t, c=5), f(*[1, 2], c=9), f(0, *t, c=4))
