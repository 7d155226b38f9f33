# Sampling and transport: Langevin and Hamiltonian Monte Carlo on a banana, Sinkhorn distances, importance weights, SVGD.
import math
import torch
import torch.distributions as D


def log_prob(z):
    x, y = z[..., 0], z[..., 1]
    return D.Normal(0.0, 1.0).log_prob(x) + D.Normal(0.5 * x**2, 0.4).log_prob(y)


def grad_log_prob(z):
    z = z.detach().requires_grad_(True)
    lp = log_prob(z).sum()
    return torch.autograd.grad(lp, z)[0]


torch.manual_seed(27)
z = torch.randn(8, 2)
for step in range(15):
    z = z + 0.05 * grad_log_prob(z) + math.sqrt(0.1) * torch.randn_like(z)
print('ula', z.mean(0), z.std(0))


def hmc(z, n_steps=5, eps=0.1):
    p = torch.randn_like(z)
    h0 = -log_prob(z) + 0.5 * p.pow(2).sum(-1)
    q = z.clone()
    p = p + 0.5 * eps * grad_log_prob(q)
    for i in range(n_steps):
        q = q + eps * p
        if i != n_steps - 1:
            p = p + eps * grad_log_prob(q)
    p = p + 0.5 * eps * grad_log_prob(q)
    h1 = -log_prob(q) + 0.5 * p.pow(2).sum(-1)
    accept = torch.rand(z.size(0)) < torch.exp(h0 - h1).clamp(max=1)
    return torch.where(accept.unsqueeze(-1), q, z), accept


rate = 0.0
for it in range(10):
    z, acc = hmc(z)
    rate += acc.float().mean().item()
print('hmc', z.median(0).values, round(rate / 10, 4))


def sinkhorn(a, b, C, eps=0.1, iters=30):
    f, g = torch.zeros_like(a), torch.zeros_like(b)
    for _ in range(iters):
        f = -eps * torch.logsumexp((g[None] - C) / eps + b.log()[None], dim=1)
        g = -eps * torch.logsumexp((f[:, None] - C) / eps + a.log()[:, None], dim=0)
    P = torch.exp((f[:, None] + g[None] - C) / eps) * a[:, None] * b[None]
    return P, (P * C).sum()


x = torch.randn(5, 2, requires_grad=True)
y = torch.randn(6, 2) + 1.0
a, b = torch.full((5,), 0.2), torch.full((6,), 1 / 6)
opt = torch.optim.Rprop([x], lr=0.05)
for step in range(5):
    C = torch.cdist(x, y).square()
    P, cost = sinkhorn(a, b, C)
    opt.zero_grad()
    cost.backward()
    opt.step()
    print(f'sinkhorn {step} {cost.item():.5f}')
print(P.sum(1), P.sum(0))

proposal = D.Independent(D.StudentT(5.0, torch.zeros(2), torch.ones(2)), 1)
s = proposal.sample((16,))
w = (log_prob(s) - proposal.log_prob(s)).softmax(0)
print('ess', 1 / w.square().sum(), (w[:, None] * s).sum(0))
print(proposal, proposal.batch_shape, proposal.event_shape)
idx = torch.multinomial(w, 4, replacement=True)
print(idx, s[idx].shape)


def svgd(x):
    score = grad_log_prob(x)
    d2 = torch.cdist(x, x).pow(2)
    h = d2.flatten().median() / math.log(x.size(0) + 1)
    k = torch.exp(-d2 / h)
    dk = -2 / h * (k.sum(1, keepdim=True) * x - k @ x)
    return (k @ score - dk) / x.size(0)


particles = D.Uniform(-1.0, 1.0).sample((6, 2))
ada = torch.optim.Adagrad([particles.requires_grad_()], lr=0.2)
for _ in range(10):
    particles.grad = -svgd(particles.detach())
    ada.step()
print(particles)
flow = D.TransformedDistribution(D.Normal(torch.zeros(2), torch.ones(2)), [D.SigmoidTransform(), D.AffineTransform(loc=-1.0, scale=2.0)])
u = flow.rsample((3,))
print(u, flow.log_prob(u).sum(-1))
print(D.kl_divergence(D.Beta(2.0, 3.0), D.Beta(1.0, 1.0)), D.LogNormal(0.0, 0.5).mean, D.VonMises(0.0, 4.0).log_prob(torch.tensor(0.3)))
print(D.RelaxedOneHotCategorical(torch.tensor(0.5), logits=torch.tensor([1.0, 0.0, -1.0])).rsample(), D.Poisson(torch.tensor([2.0, 5.0])).sample())
