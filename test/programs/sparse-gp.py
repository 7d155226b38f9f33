# Classification by a sparse variational Gaussian process: inducing points, an evidence bound, Bernoulli labels.
import torch
from torch.distributions import Bernoulli, MultivariateNormal, kl_divergence

torch.manual_seed(8)
torch.set_default_dtype(torch.float64)
x = torch.linspace(-3, 3, 30)
labels = Bernoulli(logits=4 * torch.sin(1.5 * x)).sample()
Z = torch.linspace(-3, 3, 6).requires_grad_()
mean = torch.zeros(6, requires_grad=True)
raw = torch.eye(6).requires_grad_()
log_length = torch.zeros((), requires_grad=True)


def kernel(a, b):
    return 4 * torch.exp(-0.5 * ((a[:, None] - b[None, :]) / log_length.exp()) ** 2)


def predict(x):
    K = kernel(Z, Z) + 1e-6 * torch.eye(6)
    L = torch.linalg.cholesky(K)
    W = torch.linalg.solve_triangular(L, kernel(Z, x), upper=False)
    scale = raw.tril(-1) + torch.diag_embed(raw.diagonal().abs() + 1e-3)
    mu = W.mT @ mean
    var = 4 - W.pow(2).sum(0) + (scale.mT @ W).pow(2).sum(0)
    return mu, var, scale


nodes, weights = torch.tensor([-1.6507, -0.5246, 0.5246, 1.6507]), torch.tensor([0.0813, 0.8049, 0.8049, 0.0813])
optimizer = torch.optim.Adam([Z, mean, raw, log_length], lr=0.05)
for i in range(30):
    optimizer.zero_grad()
    mu, var, scale = predict(x)
    f = mu + (2 * var).sqrt() * nodes[:, None]
    expected = (weights[:, None] * Bernoulli(logits=f).log_prob(labels.repeat(4, 1))).sum() / torch.pi**0.5
    kl = kl_divergence(MultivariateNormal(mean, scale_tril=scale), MultivariateNormal(torch.zeros(6), torch.eye(6)))
    loss = kl - expected
    loss.backward()
    optimizer.step()
    if i % 10 == 0:
        print("%d elbo %.5f kl %.5f length %.4f" % (i, -loss.item(), kl.item(), log_length.exp().item()))
with torch.no_grad():
    mu, var, _ = predict(torch.tensor([-2.0, 0.0, 1.0]))
    print(torch.sigmoid(mu / (1 + torch.pi * var / 8).sqrt()))
print(Z.grad.norm() > 0, raw.grad.triu(1).abs().sum())
torch.set_default_dtype(torch.float32)
