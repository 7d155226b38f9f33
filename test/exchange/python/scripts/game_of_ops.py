import torch
from torch import tensor
import torch.nn.functional as F

torch.manual_seed(0)


class Value:
    """A scalar with a gradient (micrograd)."""

    def __init__(self, data, _children=(), _op=''):
        self.data = data
        self.grad = 0.0
        self._backward = lambda: None
        self._prev = set(_children)
        self._op = _op

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data + other.data, (self, other), '+')

        def _backward():
            self.grad += out.grad
            other.grad += out.grad
        out._backward = _backward
        return out

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data * other.data, (self, other), '*')

        def _backward():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad
        out._backward = _backward
        return out

    def __pow__(self, k):
        assert isinstance(k, (int, float)), "only supporting int/float powers for now"
        out = Value(self.data ** k, (self,), f'**{k}')

        def _backward():
            self.grad += k * self.data ** (k - 1) * out.grad
        out._backward = _backward
        return out

    def relu(self):
        out = Value(0 if self.data < 0 else self.data, (self,), 'ReLU')

        def _backward():
            self.grad += (out.data > 0) * out.grad
        out._backward = _backward
        return out

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-other)

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __truediv__(self, other):
        return self * other ** -1

    def backward(self):
        topo = []
        visited = set()

        def build_topo(v):
            if v not in visited:
                visited.add(v)
                for child in v._prev:
                    build_topo(child)
                topo.append(v)
        build_topo(self)
        self.grad = 1.0
        for v in reversed(topo):
            v._backward()

    def __repr__(self):
        return f"Value(data={self.data:.4f}, grad={self.grad:.4f})"


a = Value(-4.0)
b = Value(2.0)
c = a + b
d = a * b + b ** 3
c = c + c + 1
c = c + 1 + c + (-a)
d = d + d * 2 + (b + a).relu()
d = d + 3 * d + (b - a).relu()
e = c - d
f = e ** 2
g = f / 2.0
g = g + 10.0 / 1.0
g.backward()
print(g, a, b, e._op)

x = torch.randn(2, 3)
w = torch.randn(3, requires_grad=True)
loss = F.mse_loss(x @ w, torch.tensor([1.0, -1.0]))
loss.backward()
print(x, w.grad, loss)
oh = F.one_hot(tensor([0, 2, 1]), num_classes=3)
print(oh, oh.dtype, oh.float().mean(0))
logits = torch.randn(2, 4)
probs = F.softmax(logits, dim=-1)
print(probs.sum(-1).round(), probs.argmax(-1), torch.topk(probs, 2).indices)
print(torch.einsum('ij,kj->ik', x, x).shape, x.unsqueeze(0).expand(2, -1, -1).shape, torch.stack([x, x], dim=-1).shape)
print(F.pad(torch.ones(1, 2), (1, 1), value=0.5), torch.roll(torch.arange(4), 1), torch.flip(torch.arange(3), [0]))
idx = torch.tensor([[0, 1], [1, 0]])
print(torch.gather(torch.tensor([[1, 2], [3, 4]]), 1, idx), torch.zeros(3).scatter_(0, torch.tensor([1]), 5.0))
print(torch.tensor([1, 2, 3]).float().std(unbiased=False), torch.cumsum(torch.ones(3), 0), torch.tril(torch.ones(2, 2)))
print(torch.allclose(torch.ones(2), torch.ones(2) + 1e-9), torch.equal(tensor([1]), tensor([1])), torch.isnan(tensor([float('nan'), 1.0])))
u, inv, cnt = torch.unique(tensor([3, 1, 3]), return_inverse=True, return_counts=True)
print(u, inv, cnt)
print((torch.arange(6).reshape(2, 3) % 2 == 0).sum(dim=1), tensor([True, False]).any().item(), tensor(3) // 2, -tensor([1.5]), ~tensor([True]))
print(torch.arange(10)[2:8:2], torch.eye(3)[[0, 2]], torch.arange(4).split(2), torch.arange(3).tolist()[::-1])
