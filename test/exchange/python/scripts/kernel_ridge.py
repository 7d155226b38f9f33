import numpy as np
import torch


def rbf(a, b, gamma=1.0):
    d = ((a[:, None, :] - b[None, :, :]) ** 2).sum(-1)
    return np.exp(-gamma * d)


class KernelRidge:
    def __init__(self, lam=0.1, **params):
        self.lam = lam
        self.params = params

    def fit(self, X, y):
        self.X = X
        K = rbf(X, X, **self.params)
        self.alpha = np.linalg.solve(K + self.lam * np.eye(len(X)), y)
        return self

    def predict(self, Z):
        return rbf(Z, self.X, **self.params) @ self.alpha

    def score(self, X, y):
        resid = y - self.predict(X)
        return 1 - (resid @ resid) / ((y - y.mean()) @ (y - y.mean()))


rng = np.random.RandomState(0)
X = np.sort(rng.uniform(-3, 3, size=(20, 1)), axis=0)
y = np.sin(X).ravel() + rng.normal(scale=0.1, size=20)
print(X[:3].ravel().round(4), y[:3].round(4), X.shape, y.dtype)
for lam in [1.0, 0.1, 0.001]:
    for gamma in (0.1, 1.0):
        model = KernelRidge(lam, gamma=gamma).fit(X, y)
        print(f"lam={lam:<6} gamma={gamma} R2={model.score(X, y):.4f} |alpha|={np.linalg.norm(model.alpha):.3f}")
grid = np.linspace(-3, 3, 7).reshape(-1, 1)
best = KernelRidge(0.1, gamma=1.0).fit(X, y)
print(np.c_[grid, best.predict(grid), np.sin(grid)].round(3))
tX, ty = torch.tensor(X), torch.tensor(y)
log_gamma = torch.zeros((), dtype=torch.float64, requires_grad=True)
log_lam = torch.tensor(-1.0, dtype=torch.float64, requires_grad=True)
opt = torch.optim.Adam([log_gamma, log_lam], lr=0.1)
tr, va = slice(None, None, 2), slice(1, None, 2)


def kernel(a, b):
    return torch.exp(-log_gamma.exp() * torch.cdist(a, b) ** 2)


for it in range(31):
    K = kernel(tX[tr], tX[tr])
    alpha = torch.linalg.solve(K + log_lam.exp() * torch.eye(10, dtype=torch.float64), ty[tr])
    val = ((kernel(tX[va], tX[tr]) @ alpha - ty[va]) ** 2).mean()
    opt.zero_grad()
    val.backward()
    opt.step()
    if it % 15 == 0:
        print(f"{it:2d} val={val.item():.5f} gamma={log_gamma.exp().item():.3f} lam={log_lam.exp().item():.3f}")
print(np.allclose(K.detach().numpy(), K.detach().numpy().T), K.dtype, np.round(np.diag(K.detach().numpy()), 2))
u, s, vt = np.linalg.svd(rbf(X, X))
print(s[:3].round(3), (s > 1e-3).sum(), np.cumsum(s)[:3] / s.sum())
idx = np.argsort(-np.abs(y))[:3]
print(idx, y[idx].round(3), np.where(y > 0.9)[0], np.sign(y[:5]), np.histogram(y, bins=4)[0])
