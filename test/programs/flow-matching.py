import math
import torch
from torch import nn, Tensor

class SinusoidalPosEmb(nn.Module):
    def __init__(self, dim: int):
        super().__init__()
        self.dim = dim
    def forward(self, t: Tensor) -> Tensor:
        half = self.dim // 2
        emb = torch.exp(torch.arange(half, device=t.device) * -(math.log(10000) / (half - 1)))
        emb = t[:, None] * emb[None, :]
        return torch.cat((emb.sin(), emb.cos()), dim=-1)

class FiLMBlock(nn.Module):
    def __init__(self, d, cond):
        super().__init__()
        self.norm = nn.LayerNorm(d, elementwise_affine=False, eps=1e-6)
        self.mod = nn.Sequential(nn.SiLU(), nn.Linear(cond, 3 * d))
        self.ff = nn.Sequential(nn.Linear(d, 2 * d), nn.Mish(), nn.Linear(2 * d, d))
        nn.init.zeros_(self.mod[-1].weight)
        nn.init.zeros_(self.mod[-1].bias)
    def forward(self, x, c):
        shift, scale, gate = self.mod(c).chunk(3, dim=-1)
        return x + gate * self.ff(self.norm(x) * (1 + scale) + shift)

class VelocityNet(nn.Module):
    def __init__(self, d=16, n_classes=2, blocks=2):
        super().__init__()
        self.time = nn.Sequential(SinusoidalPosEmb(8), nn.Linear(8, d), nn.GELU())
        self.label = nn.Embedding(n_classes + 1, d)
        self.inp = nn.Linear(2, d)
        self.blocks = nn.ModuleList([FiLMBlock(d, d) for _ in range(blocks)])
        self.out = nn.Linear(d, 2)
        self.null = n_classes
    def forward(self, x, t, y):
        c = self.time(t * 1000) + self.label(y)
        h = self.inp(x)
        for b in self.blocks:
            h = b(h, c)
        return self.out(h)

torch.manual_seed(77)
def sample_data(n):
    y = torch.randint(0, 2, (n,))
    ang = torch.rand(n) * 2 * math.pi
    r = torch.where(y == 0, 1.0, 2.0)
    return torch.stack([r * ang.cos(), r * ang.sin()], -1) + 0.05 * torch.randn(n, 2), y

net = VelocityNet()
ema = {k: v.clone().detach() for k, v in net.state_dict().items()}
opt = torch.optim.AdamW(net.parameters(), lr=5e-3)
lr_lambda = lambda s: min((s + 1) / 3, 1.0) * 0.5 * (1 + math.cos(math.pi * s / 10))
sched = torch.optim.lr_scheduler.LambdaLR(opt, lr_lambda)
for step in range(8):
    x1, y = sample_data(64)
    x0 = torch.randn_like(x1)
    t = torch.sigmoid(torch.randn(64))
    xt = torch.lerp(x0, x1, t[:, None])
    drop = torch.rand(64) < 0.1
    y = torch.where(drop, torch.full_like(y, net.null), y)
    loss = ((net(xt, t, y) - (x1 - x0)) ** 2).mean()
    opt.zero_grad()
    loss.backward()
    gn = nn.utils.clip_grad_norm_(net.parameters(), 1.0)
    opt.step()
    sched.step()
    for k, v in net.state_dict().items():
        ema[k].lerp_(v, 0.1)
    print(f"{step} loss={loss.item():.5f} |g|={gn:.4f} lr={sched.get_last_lr()[0]:.2e}")

net.load_state_dict(ema)
@torch.no_grad()
def sample(y, steps=5, w=2.0):
    x = torch.randn(len(y), 2)
    ts = torch.linspace(0, 1, steps + 1)
    null = torch.full_like(y, net.null)
    for a, b in zip(ts[:-1], ts[1:]):
        def v(x, t):
            tt = t.expand(len(y))
            both = net(torch.cat([x, x]), torch.cat([tt, tt]), torch.cat([y, null]))
            c, u = both.chunk(2)
            return u + w * (c - u)
        k1 = v(x, a)
        k2 = v(x + (b - a) * k1, b)
        x = x + (b - a) * 0.5 * (k1 + k2)
    return x
print(sample(torch.tensor([0, 1, 1])))
print(f"{ema['out.weight'].norm():.6f}")
