# RealNVP on two moons: affine coupling layers, a base distribution, the log-determinant.
import math
import torch
import torch.nn as nn
from torch.distributions import MultivariateNormal


def two_moons(n):
    half = n // 2
    t = torch.rand(half) * math.pi
    upper = torch.stack([torch.cos(t), torch.sin(t)], 1)
    lower = torch.stack([1 - torch.cos(t), 0.5 - torch.sin(t)], 1)
    return torch.cat([upper, lower]) + 0.05 * torch.randn(n, 2)


class Coupling(nn.Module):
    def __init__(self, mask, hidden=8):
        super().__init__()
        self.register_buffer("mask", mask)
        self.s = nn.Sequential(nn.Linear(2, hidden), nn.LeakyReLU(), nn.Linear(hidden, 2), nn.Tanh())
        self.t = nn.Sequential(nn.Linear(2, hidden), nn.LeakyReLU(), nn.Linear(hidden, 2))

    def forward(self, x):
        kept = x * self.mask
        s = self.s(kept) * (1 - self.mask)
        t = self.t(kept) * (1 - self.mask)
        return kept + (1 - self.mask) * (x * s.exp() + t), s.sum(dim=1)

    def inverse(self, z):
        kept = z * self.mask
        s = self.s(kept) * (1 - self.mask)
        t = self.t(kept) * (1 - self.mask)
        return kept + (1 - self.mask) * ((z - t) * (-s).exp())


class RealNVP(nn.Module):
    def __init__(self, n):
        super().__init__()
        masks = torch.tensor([[0.0, 1.0], [1.0, 0.0]]).repeat(n // 2, 1)
        self.layers = nn.ModuleList(Coupling(m) for m in masks)
        self.prior = MultivariateNormal(torch.zeros(2), torch.eye(2))

    def log_prob(self, x):
        log_det = x.new_zeros(x.shape[0])
        for layer in self.layers:
            x, ld = layer(x)
            log_det += ld
        return self.prior.log_prob(x) + log_det

    def sample(self, n):
        z = self.prior.sample((n,))
        for layer in reversed(self.layers):
            z = layer.inverse(z)
        return z


torch.manual_seed(0)
flow = RealNVP(4)
optimizer = torch.optim.Adam([p for p in flow.parameters() if p.requires_grad], lr=5e-3)
scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.95)
for epoch in range(3):
    loss = -flow.log_prob(two_moons(32)).mean()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    scheduler.step()
    print("epoch %d: loss=%.4f lr=%.6f" % (epoch, loss.item(), scheduler.get_last_lr()[0]))
with torch.no_grad():
    print(flow.sample(3))
    x = two_moons(4)
    y = x
    for layer in flow.layers:
        y, _ = layer(y)
    for layer in reversed(flow.layers):
        y = layer.inverse(y)
    print(torch.allclose(x, y, atol=1e-5), (x - y).abs().max().item() < 1e-5)
print(flow.layers[0])
