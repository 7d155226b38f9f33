from __future__ import annotations
import enum
import logging
import sys
from collections import defaultdict
from dataclasses import dataclass, field
import torch
from torch import nn, Tensor
import torch.nn.functional as F
from torch.distributions import Normal, Bernoulli, kl_divergence

logging.basicConfig(level=logging.INFO, format="%(levelname)s:%(message)s", stream=sys.stdout)
logger = logging.getLogger(__name__)


class Phase(enum.Enum):
    TRAIN = "train"
    EVAL = "eval"

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True)
class Losses:
    recon: Tensor
    kl: Tensor
    beta: float = 1.0

    @property
    def total(self) -> Tensor:
        return self.recon + self.beta * self.kl

    def as_dict(self) -> dict[str, float]:
        return {"recon": self.recon.item(), "kl": self.kl.item(), "total": self.total.item()}


class Meter(defaultdict):
    def __init__(self):
        super().__init__(list)

    def log(self, **values: float) -> None:
        for k, v in values.items():
            self[k].append(v)

    def means(self) -> dict[str, float]:
        return {k: sum(v) / len(v) for k, v in self.items()}


class VAE(nn.Module):
    def __init__(self, x_dim: int, h_dim: int = 24, z_dim: int = 2) -> None:
        super().__init__()
        self.encoder = nn.Sequential(nn.Linear(x_dim, h_dim), nn.ReLU())
        self.mu, self.logvar = (nn.Linear(h_dim, z_dim) for _ in range(2))
        self.decoder = nn.Sequential(nn.Linear(z_dim, h_dim), nn.ReLU(), nn.Linear(h_dim, x_dim))
        self.register_buffer("prior_mu", torch.zeros(z_dim))

    def encode(self, x: Tensor) -> Normal:
        h = self.encoder(x)
        return Normal(self.mu(h), torch.exp(0.5 * self.logvar(h)))

    def forward(self, x: Tensor, beta: float = 1.0) -> tuple[Tensor, Losses]:
        q = self.encode(x)
        z = q.rsample()
        p = Bernoulli(logits=self.decoder(z))
        kl = kl_divergence(q, Normal(self.prior_mu, 1.0)).sum(-1).mean()
        recon = -p.log_prob(x).sum(-1).mean()
        return p.probs, Losses(recon=recon, kl=kl, beta=beta)


def patterns(n: int, dim: int = 16) -> Tensor:
    base = torch.stack([(torch.arange(dim) // k) % 2 for k in (1, 2, 4, 8)]).float()
    idx = torch.randint(len(base), (n,))
    flip = (torch.rand(n, dim) < 0.05).float()
    return (base[idx] + flip) % 2


def run(model: VAE, data: Tensor, phase: Phase, opt: torch.optim.Optimizer | None = None, *, beta: float = 1.0, batch: int = 32) -> Meter:
    meter = Meter()
    model.train(phase is Phase.TRAIN)
    for chunk in data.split(batch):
        with torch.set_grad_enabled(phase is Phase.TRAIN):
            _, losses = model(chunk, beta=beta)
        if opt is not None:
            opt.zero_grad()
            losses.total.backward()
            opt.step()
        meter.log(**losses.as_dict())
    return meter


torch.manual_seed(99)
train, test = patterns(128), patterns(32)
model = VAE(16)
opt = torch.optim.Adam(model.parameters(), lr=1e-2)
logger.info("model has %d parameters", sum(p.numel() for p in model.parameters()))
for epoch in range(1, 6):
    beta = min(1.0, epoch / 4)
    m = run(model, train, Phase.TRAIN, opt, beta=beta)
    if epoch % 2:
        e = run(model, test, Phase.EVAL)
        logger.info("epoch %d beta=%.2f | %s", epoch, beta, " ".join(f"{k}={v:.3f}" for k, v in m.means().items()))
        print(f"  {Phase.EVAL}: " + ", ".join(f"{k} {v:7.3f}" for k, v in sorted(e.means().items())))
model.eval()
with torch.no_grad():
    probs, l = model(test[:2])
print((probs > 0.5).int().tolist())
print(l.as_dict().keys(), round(l.total.item(), 3))
try:
    l.beta = 2.0
except Exception as err:
    print(type(err).__name__)
logger.warning("done")
logger.debug("hidden")
