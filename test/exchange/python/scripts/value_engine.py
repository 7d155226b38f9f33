"""Scalar autograd compared with torch."""
from __future__ import annotations
import math
import random
from functools import reduce, total_ordering
import operator
import torch


@total_ordering
class Value:
    __slots__ = ("data", "grad", "_prev", "_op", "_backward")

    def __init__(self, data, _children=(), _op=""):
        self.data = data
        self.grad = 0.0
        self._prev = set(_children)
        self._op = _op
        self._backward = lambda: None

    def __repr__(self):
        return f"Value(data={self.data:.4f}, grad={self.grad:.4f})"

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data + other.data, (self, other), "+")

        def _backward():
            self.grad += out.grad
            other.grad += out.grad

        out._backward = _backward
        return out

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data * other.data, (self, other), "*")

        def _backward():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out._backward = _backward
        return out

    def __pow__(self, k):
        assert isinstance(k, (int, float)), "only numbers"
        out = Value(self.data**k, (self,), f"**{k}")

        def _backward():
            self.grad += k * self.data ** (k - 1) * out.grad

        out._backward = _backward
        return out

    def tanh(self):
        t = math.tanh(self.data)
        out = Value(t, (self,), "tanh")

        def _backward():
            self.grad += (1 - t**2) * out.grad

        out._backward = _backward
        return out

    def backward(self):
        topo, visited = [], set()

        def build(v):
            if v not in visited:
                visited.add(v)
                for child in v._prev:
                    build(child)
                topo.append(v)

        build(self)
        self.grad = 1.0
        for v in reversed(topo):
            v._backward()
        return len(topo)

    def __neg__(self): return self * -1
    def __radd__(self, other): return self + other
    def __sub__(self, other): return self + (-other)
    def __rsub__(self, other): return other + (-self)
    def __rmul__(self, other): return self * other
    def __truediv__(self, other): return self * other**-1
    def __rtruediv__(self, other): return other * self**-1
    def __lt__(self, other): return self.data < (other.data if isinstance(other, Value) else other)
    def __eq__(self, other): return isinstance(other, Value) and self.data == other.data
    def __hash__(self): return id(self)


class Neuron:
    def __init__(self, nin, nonlin=True):
        self.w = [Value(random.uniform(-1, 1)) for _ in range(nin)]
        self.b = Value(0)
        self.nonlin = nonlin

    def __call__(self, x):
        act = sum((wi * xi for wi, xi in zip(self.w, x)), self.b)
        return act.tanh() if self.nonlin else act

    def parameters(self):
        return self.w + [self.b]


random.seed(1337)
n = Neuron(3)
x = [0.5, -1.5, 2.0]
out = (n(x) - 0.3) ** 2 / 2 + 1
count = out.backward()
print(out, count)
print([f"{p.grad:+.5f}" for p in n.parameters()])

w = torch.tensor([p.data for p in n.w], dtype=torch.float64, requires_grad=True)
b = torch.zeros((), dtype=torch.float64, requires_grad=True)
t = ((torch.tanh(w @ torch.tensor(x, dtype=torch.float64) + b) - 0.3) ** 2) / 2 + 1
t.backward()
print(all(abs(a.grad - g) < 1e-9 for a, g in zip(n.w, w.grad.tolist())), w.grad)

vs = [Value(3.0), Value(-1.0), Value(2.5)]
print(sorted(vs), max(vs), vs[0] >= vs[1], vs[0] <= 2)
print(reduce(operator.mul, vs), reduce(lambda a, b: a + b, vs, Value(10)))
try:
    Value(2) ** "a"
except AssertionError as err:
    print(type(err).__name__, err)
