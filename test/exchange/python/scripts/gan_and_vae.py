"""A small GAN and a VAE with helper classes."""
import math
import torch
from torch import nn, optim

torch.manual_seed(0)
LATENT = 4


def make_mlp(*sizes, act=nn.LeakyReLU, final=None, **kw):
    layers = []
    for i, (a, b) in enumerate(zip(sizes[:-1], sizes[1:]), start=1):
        layers.append(nn.Linear(a, b))
        if i < len(sizes) - 1:
            layers.append(act(**kw))
    if final:
        layers += [final]
    return nn.Sequential(*layers)


class Meter:
    __slots__ = ("total", "n", "history")

    def __init__(self):
        self.total, self.n, self.history = 0.0, 0, []

    def update(self, value, k=1):
        self.total += value * k
        self.n += k
        self.history.append(value)
        return self

    @property
    def avg(self):
        return self.total / max(self.n, 1)

    @avg.setter
    def avg(self, value):
        raise AttributeError("avg is read-only")

    def __format__(self, spec):
        return format(self.avg, spec or ".3f")

    def __lt__(self, other):
        return self.avg < other.avg


real = lambda n: torch.randn(n, 2) * 0.5 + torch.tensor([2.0, -1.0])
G, D = make_mlp(LATENT, 8, 2), make_mlp(2, 8, 1, negative_slope=0.2)
opts = {name: optim.Adam(net.parameters(), lr=2e-3, betas=(0.5, 0.999)) for name, net in (("g", G), ("d", D))}
bce = nn.BCEWithLogitsLoss()
meters = {"g": Meter(), "d": Meter()}
for step in range(60):
    x = real(16)
    z = torch.randn(16, LATENT)
    fake = G(z)
    d_loss = bce(D(x), torch.ones(16, 1)) + bce(D(fake.detach()), torch.zeros(16, 1))
    opts["d"].zero_grad(); d_loss.backward(); opts["d"].step()
    g_loss = bce(D(fake), torch.ones(16, 1))
    opts["g"].zero_grad(); g_loss.backward(); opts["g"].step()
    for k, v in dict(g=g_loss, d=d_loss).items():
        meters[k].update(v.item(), 16)
    if not (step + 1) % 20:
        print(f"{step + 1:>4}", ", ".join(f"{k}={m:.4f}" for k, m in meters.items()), f"{meters['g']}")
print(meters["g"] < meters["d"], G)
try:
    meters["g"].avg = 3
except AttributeError as err:
    print("caught:", err)


class VAE(nn.Module):
    def __init__(self, d=6, h=8, z=LATENT // 2):
        super().__init__()
        self.enc = nn.Sequential(nn.Linear(d, h), nn.Tanh())
        self.mu, self.logvar = nn.Linear(h, z), nn.Linear(h, z)
        self.dec = make_mlp(z, h, d, act=nn.Tanh, final=nn.Sigmoid())
        self.scale = nn.Parameter(torch.tensor(1.0))

    def encode(self, x):
        h = self.enc(x)
        return self.mu(h), self.logvar(h)

    def reparameterize(self, mu, logvar):
        std = (0.5 * logvar).exp()
        return mu + torch.randn_like(std) * std

    def forward(self, x):
        mu, logvar = self.encode(x)
        return self.dec(self.reparameterize(mu, logvar)) * self.scale, mu, logvar


def elbo(recon, x, mu, logvar, beta=1.0):
    rec = nn.functional.mse_loss(recon, x, reduction="sum")
    kld = -0.5 * (1 + logvar - mu ** 2 - logvar.exp()).sum()
    return rec + beta * kld, {"rec": rec.item(), "kld": kld.item()}


vae = VAE()
opt = optim.SGD(vae.parameters(), lr=1e-3, momentum=0.9, nesterov=True)
sched = optim.lr_scheduler.LambdaLR(opt, lambda e: 0.5 * (1 + math.cos(math.pi * e / 10)))
x = torch.rand(32, 6)
for epoch in range(10):
    order = torch.randperm(len(x))
    for chunk in order.split(8):
        opt.zero_grad()
        loss, parts = elbo(*[t if i else t for i, t in enumerate((lambda r: (r[0], x[chunk], r[1], r[2]))(vae(x[chunk])))])
        loss.backward()
        opt.step()
    sched.step()
    if epoch % 3 == 0:
        print(epoch, {k: round(v, 3) for k, v in parts.items()}, f"lr={opt.param_groups[0]['lr']:.6f}")
names, shapes = zip(*[(n, tuple(p.shape)) for n, p in vae.named_parameters()])
print(names[-3:], shapes[-3:])
print([f"{k}: {v}" for k, v in sorted({s: names.count(s) for s in names[:2]}.items())])
with torch.inference_mode():
    samples = vae.dec(torch.randn(2, 2))
print(samples.shape, samples.requires_grad, samples.min() > 0)
