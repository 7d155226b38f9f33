"""Basics: creation, broadcasting, indexing, in-place operations."""
import math

import torch

torch.manual_seed(0)

x = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
print(x.shape, x.dtype, x.numel())
print(x[:, 1], x[-1], x[0, ::2])
print(x + torch.tensor([10, 20, 30]))
y = x.clone()
y[y > 3] = 0
y[0, 0] += 5
y[1] *= 2
print(y)
print(torch.arange(0, 1, 0.25), torch.arange(3.0), torch.linspace(0, 1, 5))
print(x.sum().item(), x.mean(dim=0), x.max(dim=1).indices)
values, indices = x.max(1)
print(values, indices)
a, b = x.chunk(2)
print(torch.cat([a, b], dim=1).squeeze())
i = torch.tensor([1, 2, 3])
print(i * 2.0, i // 2, i % 2, i / 2, 2 ** i)
print(i.float().mean(), i.sum().item(), i.sum().item() / 2)
print((x > 2) & (x < 6))
print(torch.where(x > 2, x, torch.zeros_like(x)))
print(f"{x[0, 0]} {x.mean():.3f} {x.sum().item()} {len(x)} {x.shape[-1]}")
print(math.pi, math.sqrt(16), math.floor(2.7), math.ceil(-0.5))
print(x.tolist(), i.tolist())
print(torch.full((2,), 7.0), torch.full((2,), 7), torch.ones(2, dtype=torch.int64))
print(x.T @ torch.eye(2))
print(x.view(-1).size(), x.reshape(3, 2).stride(), x.is_contiguous(), x.t().is_contiguous())
print(None, True, [1, 2.0, 'a', None, True], (1,), (1, 2.5), {'a': 1.0, 2: 'b'}, set())
