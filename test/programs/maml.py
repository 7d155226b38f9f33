import torch
from torch.func import functional_call, grad
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(3)
net = nn.Sequential(nn.Linear(1, 10), nn.Tanh(), nn.Linear(10, 1))
params = dict(net.named_parameters())
opt = torch.optim.Adam(net.parameters(), lr=1e-2)

def task_loss(params, x, y):
    return F.mse_loss(functional_call(net, params, (x,)), y)

for it in range(4):
    opt.zero_grad()
    total = torch.zeros(())
    for task in range(3):
        phase = torch.rand(1) * 3.14
        x = torch.rand(8, 1) * 10 - 5
        y = torch.sin(x + phase)
        loss = task_loss(params, x[:4], y[:4])
        grads = torch.autograd.grad(loss, list(params.values()), create_graph=True)
        fast = {k: p - 0.1 * g for (k, p), g in zip(params.items(), grads)}
        total = total + task_loss(fast, x[4:], y[4:])
    total.backward()
    opt.step()
    print(f"{it} {total.item():.4f}")
g = grad(task_loss)({k: p.detach() for k, p in params.items()}, torch.ones(2, 1), torch.zeros(2, 1))
print({k: tuple(v.shape) for k, v in g.items()})
print(g['2.bias'])
