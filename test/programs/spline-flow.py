import math
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch import distributions as D

# Neural spline flow (rational-quadratic coupling)
MIN_W, MIN_H, MIN_D = 1e-3, 1e-3, 1e-3

def searchsorted(bin_locations, inputs, eps=1e-6):
    bin_locations = bin_locations.clone()
    bin_locations[..., -1] += eps
    return torch.sum(inputs[..., None] >= bin_locations, dim=-1) - 1

def rqs(x, w, h, d, inverse=False, left=-3.0, right=3.0):
    K = w.shape[-1]
    w = MIN_W + (1 - MIN_W * K) * F.softmax(w, dim=-1)
    cw = F.pad(torch.cumsum(w, dim=-1), pad=(1, 0), mode="constant", value=0.0)
    cw = (right - left) * cw + left
    cw[..., 0], cw[..., -1] = left, right
    w = cw[..., 1:] - cw[..., :-1]
    d = MIN_D + F.softplus(d)
    h = MIN_H + (1 - MIN_H * K) * F.softmax(h, dim=-1)
    ch = F.pad(torch.cumsum(h, dim=-1), pad=(1, 0))
    ch = (right - left) * ch + left
    ch[..., 0] = left
    ch[..., -1] = right
    h = ch[..., 1:] - ch[..., :-1]
    idx = searchsorted(ch if inverse else cw, x)[..., None]
    g = lambda t: t.gather(-1, idx)[..., 0]
    icw, iw, ich, ih = g(cw), g(w), g(ch), g(h)
    delta = h / w
    idl, d0, d1 = g(delta), g(d), g(d[..., 1:])
    if inverse:
        a = (x - ich) * (d0 + d1 - 2 * idl) + ih * (idl - d0)
        b = ih * d0 - (x - ich) * (d0 + d1 - 2 * idl)
        c = -idl * (x - ich)
        disc = b.pow(2) - 4 * a * c
        assert (disc >= 0).all()
        root = (2 * c) / (-b - torch.sqrt(disc))
        out = root * iw + icw
        t = root * (1 - root)
        den = idl + (d0 + d1 - 2 * idl) * t
        num = idl.pow(2) * (d1 * root.pow(2) + 2 * idl * t + d0 * (1 - root).pow(2))
        return out, -(torch.log(num) - 2 * torch.log(den))
    theta = (x - icw) / iw
    t = theta * (1 - theta)
    num = ih * (idl * theta.pow(2) + d0 * t)
    den = idl + (d0 + d1 - 2 * idl) * t
    out = ich + num / den
    dnum = idl.pow(2) * (d1 * theta.pow(2) + 2 * idl * t + d0 * (1 - theta).pow(2))
    return out, torch.log(dnum) - 2 * torch.log(den)

def unconstrained(x, w, h, d, inverse=False, B=3.0):
    inside = (x >= -B) & (x <= B)
    out, logdet = torch.zeros_like(x), torch.zeros_like(x)
    d = F.pad(d, (1, 1))
    const = math.log(math.exp(1 - MIN_D) - 1)
    d[..., 0] = const
    d[..., -1] = const
    out[~inside] = x[~inside]
    if torch.any(inside):
        out[inside], logdet[inside] = rqs(x[inside], w[inside], h[inside], d[inside], inverse)
    return out, logdet

class Coupling(nn.Module):
    def __init__(self, K=5, hidden=12, flip=False):
        super().__init__()
        self.K, self.flip = K, flip
        self.net = nn.Sequential(nn.Linear(1, hidden), nn.ELU(), nn.Linear(hidden, 3 * K - 1))
    def forward(self, x, inverse=False):
        a, b = x.chunk(2, dim=1)
        if self.flip:
            a, b = b, a
        w, h, d = torch.split(self.net(a).unsqueeze(1), [self.K, self.K, self.K - 1], dim=-1)
        b, ld = unconstrained(b, w, h, d, inverse)
        y = torch.cat((b, a) if self.flip else (a, b), dim=1)
        return y, ld.sum(1)

class Flow(nn.Module):
    def __init__(self, n=2):
        super().__init__()
        self.layers = nn.ModuleList(Coupling(flip=bool(i % 2)) for i in range(n))
        self.register_buffer("loc", torch.zeros(2))
        self.register_buffer("cov", torch.eye(2))
    @property
    def base(self):
        return D.MultivariateNormal(self.loc, self.cov)
    def log_prob(self, x):
        total = x.new_zeros(x.shape[0])
        for l in self.layers:
            x, ld = l(x)
            total = total + ld
        return self.base.log_prob(x) + total
    @torch.no_grad()
    def sample(self, n):
        z = self.base.sample((n,))
        for l in reversed(self.layers):
            z, _ = l(z, inverse=True)
        return z

torch.manual_seed(8)
t = torch.rand(64) * math.pi
data = torch.stack([t.cos() * 2, t.sin() * 2 - 1], 1) + 0.1 * torch.randn(64, 2)
flow = Flow()
opt = torch.optim.Adam(flow.parameters(), lr=5e-3)
for i in range(6):
    opt.zero_grad()
    nll = -flow.log_prob(data).mean()
    nll.backward()
    opt.step()
    print(f"{i} nll {nll.item():.5f}")
x = data[:3]
z = x
for l in flow.layers:
    z, _ = l(z)
for l in reversed(flow.layers):
    z, _ = l(z, inverse=True)
print(torch.allclose(z, x, atol=1e-4))
print(flow.sample(3))
