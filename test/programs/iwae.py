import torch
from torch import nn
import torch.distributions as D
import torch.nn.functional as F

# An importance weighted autoencoder: a mixture prior, flows as TransformedDistribution, several bounds, and what the library says of its distributions.

class Encoder(nn.Module):
    def __init__(self, d=6, z=2):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(d, 10), nn.Softplus(), nn.Linear(10, 2 * z))

    def forward(self, x):
        mu, rho = self.net(x).chunk(2, -1)
        return D.Independent(D.Normal(mu, F.softplus(rho) + 1e-3), 1)

class IWAE(nn.Module):
    def __init__(self, d=6, z=2, K=3):
        super().__init__()
        self.enc = Encoder(d, z)
        self.dec = nn.Sequential(nn.Linear(z, 10), nn.Softplus(), nn.Linear(10, d))
        self.logits = nn.Parameter(torch.zeros(K))
        self.loc = nn.Parameter(torch.randn(K, z))
        self.log_scale = nn.Parameter(torch.zeros(K, z))

    def prior(self):
        comp = D.Independent(D.Normal(self.loc, self.log_scale.exp()), 1)
        return D.MixtureSameFamily(D.Categorical(logits=self.logits), comp)

    def log_weights(self, x, k):
        q = self.enc(x)
        z = q.rsample((k,))
        like = D.Independent(D.ContinuousBernoulli(logits=self.dec(z)), 1)
        return like.log_prob(x) + self.prior().log_prob(z) - q.log_prob(z), z

torch.manual_seed(9)
x = torch.rand(16, 6).clamp(0.05, 0.95)
model = IWAE()
opt = torch.optim.Adam(model.parameters(), lr=5e-3)
for step in range(6):
    lw, z = model.log_weights(x, 5)
    bound = (torch.logsumexp(lw, 0) - torch.log(torch.tensor(5.0))).mean()
    elbo = lw.mean()
    ess = (lw.softmax(0).square().sum(0)).reciprocal().mean()
    opt.zero_grad()
    (-bound).backward()
    opt.step()
    print(f"{step} iwae {bound.item():.4f} elbo {elbo.item():.4f} ess {ess.item():.3f}")
q = model.enc(x[:3])
print(q, model.prior())
print(q.base_dist.stddev.detach(), model.prior().mean.detach(), model.prior().variance.detach())
print(D.kl_divergence(q, D.Independent(D.Normal(torch.zeros(3, 2), torch.ones(3, 2)), 1)).detach())

flow = D.TransformedDistribution(D.Normal(torch.zeros(3), torch.ones(3)), [D.transforms.AffineTransform(1.0, 0.5), D.transforms.SigmoidTransform(), D.transforms.PowerTransform(torch.tensor(2.0))])
torch.manual_seed(2)
s = flow.sample((2,))
print(s, flow.log_prob(s))
print(flow.cdf(torch.tensor([0.3, 0.5, 0.7])), flow.icdf(torch.tensor([0.1, 0.5, 0.9])))
stick = D.TransformedDistribution(D.Independent(D.Normal(torch.zeros(2), torch.ones(2)), 1), D.StickBreakingTransform())
w = stick.rsample((4,))
print(w.sum(-1), stick.log_prob(w), stick.event_shape)
for name, dist in {
    "gamma": D.Gamma(torch.tensor([2.0, 3.0]), 1.5), "beta": D.Beta(2.0, torch.tensor([1.0, 0.5])), "dirichlet": D.Dirichlet(torch.tensor([1.0, 2.0, 3.0])),
    "studentT": D.StudentT(5.0), "weibull": D.Weibull(1.5, 2.0), "vonmises": D.VonMises(0.3, 2.0), "negbin": D.NegativeBinomial(4.0, 0.3),
    "lowrank": D.LowRankMultivariateNormal(torch.zeros(2), torch.ones(2, 1), torch.ones(2)), "gumbel": D.Gumbel(0.0, 1.0), "ordinal": D.OneHotCategorical(torch.tensor([0.2, 0.8])),
}.items():
    torch.manual_seed(1)
    sample = dist.sample()
    try:
        entropy = dist.entropy()
    except NotImplementedError:
        entropy = None
    print(name, sample, dist.log_prob(sample), dist.mean, entropy)
try:
    D.Normal(0.0, torch.tensor([1.0, -1.0]))
except ValueError as e:
    print(str(e).split("\n")[0])
print(D.RelaxedBernoulli(torch.tensor(0.5), probs=torch.tensor([0.3])).rsample().shape, D.constraints.simplex.check(w))
