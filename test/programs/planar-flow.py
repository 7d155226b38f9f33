# A planar flow is fitted to an energy, by samples whose density it knows.
import torch
import torch.nn as nn
import torch.distributions as D

torch.manual_seed(4)
torch.set_default_dtype(torch.float64)


class Planar(nn.Module):
    def __init__(self):
        super().__init__()
        self.u = nn.Parameter(torch.randn(2) * 0.1)
        self.w = nn.Parameter(torch.randn(2) * 0.1)
        self.b = nn.Parameter(torch.zeros(()))

    def forward(self, z):
        wu = self.w @ self.u
        u = self.u + (nn.functional.softplus(wu) - 1 - wu) * self.w / (self.w.norm() ** 2 + 1e-6)
        h = torch.tanh(z @ self.w + self.b)
        psi = (1 - h**2).unsqueeze(1) * self.w
        return z + h.unsqueeze(1) * u, torch.log((1 + psi @ u).abs() + 1e-6)


def energy(z):
    ring = ((z.norm(dim=1) - 2) / 0.4) ** 2 / 2
    left = torch.exp(-0.5 * ((z[:, 0] - 2) / 0.6) ** 2)
    right = torch.exp(-0.5 * ((z[:, 0] + 2) / 0.6) ** 2)
    return ring - torch.log(left + right + 1e-6)


flow = nn.ModuleList([Planar() for _ in range(4)])
base = D.Independent(D.Normal(torch.zeros(2), torch.ones(2)), 1)
optimizer = torch.optim.RMSprop(flow.parameters(), lr=0.01)
for step in range(20):
    z = base.sample((64,))
    log_q = base.log_prob(z)
    for layer in flow:
        z, log_det = layer(z)
        log_q = log_q - log_det
    loss = (log_q + energy(z)).mean()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    if step % 5 == 0:
        print("step %2d loss %.5f" % (step, loss.item()))
made = D.TransformedDistribution(base.base_dist, [D.AffineTransform(1.0, 2.0), D.TanhTransform(cache_size=1)])
s = made.rsample((3,))
print(s)
print(made.log_prob(s))
print(D.kl_divergence(base, D.Independent(D.Normal(torch.ones(2), 2 * torch.ones(2)), 1)))
torch.set_default_dtype(torch.float32)
