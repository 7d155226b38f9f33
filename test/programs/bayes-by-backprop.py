import math
import torch
import torch.nn as nn
import torch.nn.functional as F
import torch.distributions as dist
from torch.distributions import kl_divergence, Normal, constraints, transforms

class BayesLinear(nn.Module):
    def __init__(self, i, o, prior=1.0):
        super().__init__()
        self.w_mu = nn.Parameter(torch.empty(o, i))
        self.w_rho = nn.Parameter(torch.empty(o, i))
        self.b_mu = nn.Parameter(torch.zeros(o))
        self.b_rho = nn.Parameter(torch.full((o,), -4.0))
        nn.init.kaiming_uniform_(self.w_mu, a=math.sqrt(5))
        nn.init.uniform_(self.w_rho, -5, -4)
        self.prior = Normal(0.0, prior)
    @property
    def posteriors(self):
        return Normal(self.w_mu, F.softplus(self.w_rho)), Normal(self.b_mu, F.softplus(self.b_rho))
    def forward(self, x):
        qw, qb = self.posteriors
        self.kl = kl_divergence(qw, self.prior).sum() + kl_divergence(qb, self.prior).sum()
        if self.training:
            gamma_mu = F.linear(x, self.w_mu, self.b_mu)
            gamma_var = F.linear(x.pow(2), qw.stddev.pow(2), qb.variance)
            return gamma_mu + gamma_var.clamp(min=1e-16).sqrt() * torch.randn_like(gamma_mu)
        return F.linear(x, qw.rsample(), qb.rsample())

class BNN(nn.Module):
    def __init__(self, h=12):
        super().__init__()
        self.l1, self.l2 = BayesLinear(1, h), BayesLinear(h, 2)
    def forward(self, x):
        out = self.l2(torch.tanh(self.l1(x)))
        mean, raw = out[..., :1], out[..., 1:]
        return dist.Independent(Normal(mean, F.softplus(raw) + 1e-3), 1)
    def kl(self):
        return self.l1.kl + self.l2.kl

torch.manual_seed(6)
x = torch.linspace(-1, 1, 24).unsqueeze(-1)
y = x.pow(3) + 0.1 * torch.randn_like(x)
net = BNN()
opt = torch.optim.Adam(net.parameters(), lr=1e-2)
for step in range(6):
    beta = min(1.0, (step + 1) / 4)
    nll = -net(x).log_prob(y).sum()
    elbo = -(nll + beta * net.kl())
    opt.zero_grad()
    (-elbo / len(x)).backward()
    opt.step()
    print(f"step {step} elbo {elbo.item():.4f} nll {nll.item():.4f} kl {net.kl().item():.4f}")
net.eval()
with torch.no_grad():
    preds = torch.stack([net(x[::6]).mean for _ in range(5)])
print(preds.mean(0).squeeze(), preds.std(0).squeeze())
mix = dist.MixtureSameFamily(dist.Categorical(torch.tensor([0.25, 0.75])), Normal(torch.tensor([-1.0, 1.0]), torch.tensor([0.5, 0.2])))
print(mix.log_prob(torch.tensor([0.0, 1.0])), mix.mean, mix.variance, mix.sample((3,)))
ln = dist.TransformedDistribution(Normal(0.0, 1.0), [transforms.ExpTransform(), transforms.AffineTransform(1.0, 2.0)])
print(ln.log_prob(torch.tensor(3.0)), ln.rsample(torch.Size([2])))
print(dist.Dirichlet(torch.tensor([0.5, 1.0, 2.0])).rsample(), dist.Gamma(2.0, torch.tensor([1.0, 3.0])).sample(), dist.Beta(2.0, 3.0).entropy())
print(Normal(torch.zeros(2, 3), 1.0), dist.Bernoulli(logits=torch.tensor(0.3)), kl_divergence(dist.Gamma(2.0, 1.0), dist.Gamma(3.0, 2.0)))
try:
    Normal(0.0, -1.0)
except ValueError as e:
    print(str(e).splitlines()[0])
print(constraints.positive.check(torch.tensor([1.0, -1.0])), dist.StudentT(3.0).log_prob(torch.tensor(0.5)))
