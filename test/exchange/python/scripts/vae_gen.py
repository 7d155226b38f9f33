import math
import torch
from torch import nn
from torch.nn import functional as F
from torch.optim import Adam
from torch.optim.lr_scheduler import CosineAnnealingLR, LambdaLR
from dataclasses import dataclass, asdict


@dataclass
class TrainConfig:
    batch_size: int = 16
    latent_dim: int = 3
    hidden: int = 12
    lr: float = 1e-2
    beta: float = 1.0
    epochs: int = 3
    seed: int = 0

    def __post_init__(self):
        self.total = self.batch_size * self.epochs


cfg = TrainConfig(epochs=2, beta=0.5)
print(cfg)
print(asdict(cfg)['lr'], cfg.total)
torch.manual_seed(cfg.seed)


class VAE(nn.Module):
    def __init__(self, cfg: TrainConfig, in_dim: int = 10):
        super().__init__()
        self.cfg = cfg
        self.enc = nn.Sequential(nn.Linear(in_dim, cfg.hidden), nn.ReLU())
        self.mu = nn.Linear(cfg.hidden, cfg.latent_dim)
        self.logvar = nn.Linear(cfg.hidden, cfg.latent_dim)
        self.dec = nn.Sequential(
            nn.Linear(cfg.latent_dim, cfg.hidden), nn.ReLU(),
            nn.Linear(cfg.hidden, in_dim), nn.Sigmoid()
        )

    def encode(self, x):
        h = self.enc(x)
        return self.mu(h), self.logvar(h)

    def reparameterize(self, mu, logvar):
        if self.training:
            std = torch.exp(0.5 * logvar)
            eps = torch.randn_like(std)
            return mu + eps * std
        return mu

    def forward(self, x):
        mu, logvar = self.encode(x)
        z = self.reparameterize(mu, logvar)
        return self.dec(z), mu, logvar


def loss_fn(recon, x, mu, logvar, beta=1.0):
    bce = F.binary_cross_entropy(recon, x, reduction='sum')
    kld = -0.5 * torch.sum(1 + logvar - mu.pow(2) - logvar.exp())
    return bce + beta * kld, {'bce': bce.item(), 'kld': kld.item()}


model = VAE(cfg)
opt = Adam(model.parameters(), lr=cfg.lr, weight_decay=1e-4)
sched = LambdaLR(opt, lr_lambda=lambda e: 1.0 / (1 + e))
X = (torch.rand(64, 10) > 0.5).float()
log = []
for epoch in range(cfg.epochs):
    perm = torch.randperm(X.size(0))
    epoch_loss = 0.
    for i in range(0, len(X), cfg.batch_size):
        idx = perm[i:i + cfg.batch_size]
        xb = X[idx]
        recon, mu, logvar = model(xb)
        loss, parts = loss_fn(recon, xb, mu, logvar, beta=cfg.beta)
        opt.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), max_norm=5.0)
        opt.step()
        epoch_loss += loss.item()
    sched.step()
    log.append({'epoch': epoch, 'loss': epoch_loss / len(X), **parts})
    print(' | '.join(f'{k}={v:.3f}' if k != 'epoch' else f'{k}={v:d}' for k, v in log[-1].items()), opt.param_groups[0]['lr'])
model.eval()
with torch.inference_mode():
    out = model.dec(torch.zeros(1, cfg.latent_dim))
    print(out)
    print((out > 0.5).int().tolist())
warm = CosineAnnealingLR(opt, T_max=4)
for _ in range(3):
    opt.step()
    warm.step()
    print(f"{warm.get_last_lr()[0]:.5f}", end=" ")
print()
