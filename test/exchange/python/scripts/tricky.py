import torch
import math
from typing import Any


def mean(xs):
    return sum(xs) / len(xs)


def running(values, momentum=0.9):
    avg = None
    out = []
    for v in values:
        avg = v if avg is None else momentum * avg + (1 - momentum) * v
        out.append(avg)
    return out


print(mean([1, 2, 3]), mean([1.5, 2.5]), running([1.0, 2.0, 4.0]))
t = torch.tensor([3, 1, 2])
order = sorted(range(3), key=lambda i: t[i])
print(order, max(range(3), key=lambda i: t[i].item()), sum(t), sum(t).item(), max(t), min(t.tolist()))
print(int(t[0]), float(t[0]), bool(t[0] > 2), t[0].item() / 2, t.float().mean().item())
if t.sum() > 5 and not (t == 0).any():
    print('ok')
rate = 1
for step in range(3):
    rate *= 0.5
print(rate, rate * 4, rate * 8)
counts = [0] * 3
for i in t:
    counts[i - 1] += 1
print(counts, counts[-1])
grid = [[0.0 for _ in range(2)] for _ in range(2)]
grid[0][1] = 1.0
grid[1][0] += 2.0
print(grid)
x = 10
x //= 3
y = -7
y %= 3
print(x, y, x / 1, x ** 2, -x ** 2, 2 ** 3 ** 2, (-2) ** 2)
lr = 1
print(lr, lr / 1, lr * 1.0, 1e3, 5e-1, 3 - 1.0, 2 * 3.5, 7 // 2.0)
s = 'abc'
for i, ch in enumerate(s, 1):
    print(i, ch, end=';' if i < len(s) else '\n')
print(s[0], s[-1], s[1:], s * 2, len(s), s.upper().lower(), 'b' in s, s == 'abc', s < 'abd')
print("tab\there", 'quote\'s', "dq\"s", r'raw\n', '''multi
line''', 'a' 'b')
best = float('inf')
for v in (3.0, 2.0, 5.0):
    best = min(best, v)
print(best, math.inf > 1, -math.inf)
acc = 0
for p, q in zip([1, 0, 1], [1, 1, 1]):
    acc += p == q
print(acc, acc / 3, f'{acc / 3:.2%}', 100 * acc / 3)
z = torch.zeros(2)
z2 = z
z += 1
print(z2, z is z2)
z = z + 1
print(z2, z)
m = torch.ones(2, 2)
m[0] *= 3
m[:, 1] -= 0.5
row = m[1]
row.mul_(2)
print(m, m.sum(dim=1, keepdim=True), m.mean(), m.std().item())
data = {'a': [1, 2], 'b': []}
data['b'].append(3.5)
data.setdefault('c', []).append(1)
print({k: len(v) for k, v in data.items()}, data['b'], [k for k, v in data.items() if not v])
print(type(m).__name__, isinstance(m, torch.Tensor), m.dtype, m.device, str(m.dtype), m.shape == (2, 2), tuple(m.shape), list(m.shape))
a, b = divmod(17, 5)
print(a, b, round(3.14159, 2), round(5), round(-2.5), abs(-3), pow(2, 5), sum(x * x for x in range(5)))
nested = {'x': {'y': [1, 2, {'z': 3}]}}
print(nested['x']['y'][2]['z'], nested)
print([f'{v:.1f}' for v in m.flatten().tolist()], ', '.join(map(str, t.tolist())), ' '.join(f'{v:>4}' for v in t.tolist()))
try:
    torch.ones(2, 3) @ torch.ones(2, 3)
except RuntimeError as e:
    print('RuntimeError:', e)
def apply(fn: Any, *args, **kwargs):
    return fn(*args, **kwargs)
def scale(x, k=2, bias=0):
    return x * k + bias
print(apply(scale, 3), apply(scale, 3, 4), apply(torch.add, t, 1))
