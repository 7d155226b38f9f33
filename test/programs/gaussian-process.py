# Gaussian process regression by Cholesky, its hyperparameters by the marginal likelihood.
import math
import torch

torch.manual_seed(5)
torch.set_default_dtype(torch.float64)
X = torch.linspace(0, 1, 10)
y = torch.sin(2 * math.pi * X) + 0.1 * torch.randn(10)
log_length = torch.tensor(math.log(0.3), requires_grad=True)
log_scale = torch.tensor(0.0, requires_grad=True)
log_noise = torch.tensor(math.log(0.1), requires_grad=True)


def kernel(a, b):
    d = a[:, None] - b[None, :]
    return log_scale.exp() ** 2 * torch.exp(-0.5 * (d / log_length.exp()) ** 2)


def marginal(X, y):
    n = len(X)
    K = kernel(X, X) + (log_noise.exp() ** 2 + 1e-8) * torch.eye(n)
    L = torch.linalg.cholesky(K)
    alpha = torch.cholesky_solve(y.unsqueeze(1), L)
    return 0.5 * (y @ alpha).squeeze() + L.diagonal().log().sum() + 0.5 * n * math.log(2 * math.pi), L, alpha


optimizer = torch.optim.LBFGS([log_length, log_scale, log_noise], lr=0.5, max_iter=4, line_search_fn="strong_wolfe")
for i in range(3):

    def closure():
        optimizer.zero_grad()
        nll, _, _ = marginal(X, y)
        nll.backward()
        return nll

    loss = optimizer.step(closure)
    print("iter %d nll %.6f length %.4f scale %.4f noise %.4f" % (i, loss, log_length.exp(), log_scale.exp(), log_noise.exp()))
with torch.no_grad():
    _, L, alpha = marginal(X, y)
    Xs = torch.tensor([0.05, 0.5, 0.95, 1.3])
    Ks = kernel(X, Xs)
    mean = Ks.t() @ alpha
    v = torch.linalg.solve_triangular(L, Ks, upper=False)
    cov = kernel(Xs, Xs) - v.t() @ v
    std = cov.diagonal().clamp(min=0).sqrt()
    print(mean.squeeze())
    print(std)
    print(f"{torch.linalg.slogdet(L @ L.mT).logabsdet:.8f} {torch.logdet(L @ L.T):.8f}")
    torch.set_printoptions(precision=2, sci_mode=False)
    print(cov)
    dist = torch.distributions.MultivariateNormal(mean.squeeze(), cov + 1e-6 * torch.eye(4))
    print(dist.sample((2,)).shape, dist)
torch.set_printoptions(profile="default")
torch.set_default_dtype(torch.float32)
