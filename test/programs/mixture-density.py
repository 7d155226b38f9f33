# A mixture density network: the mixture by logsumexp, sampling by Categorical and gather.
import math
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.utils.data import TensorDataset, DataLoader


class MDN(nn.Module):
    def __init__(self, n_hidden, n_gaussians):
        super().__init__()
        self.z_h = nn.Sequential(nn.Linear(1, n_hidden), nn.Tanh())
        self.z_pi = nn.Linear(n_hidden, n_gaussians)
        self.z_sigma = nn.Linear(n_hidden, n_gaussians)
        self.z_mu = nn.Linear(n_hidden, n_gaussians)

    def forward(self, x):
        z_h = self.z_h(x)
        pi = F.softmax(self.z_pi(z_h), -1)
        sigma = torch.exp(self.z_sigma(z_h))
        mu = self.z_mu(z_h)
        return pi, sigma, mu


oneDivSqrtTwoPI = 1.0 / math.sqrt(2.0 * math.pi)


def gaussian_distribution(y, mu, sigma):
    result = (y.expand_as(mu) - mu) * torch.reciprocal(sigma)
    result = -0.5 * (result * result)
    return (torch.exp(result) * torch.reciprocal(sigma)) * oneDivSqrtTwoPI


def mdn_loss_fn(pi, sigma, mu, y):
    result = gaussian_distribution(y, mu, sigma) * pi
    result = torch.sum(result, dim=1)
    result = -torch.log(result)
    return torch.mean(result)


torch.manual_seed(11)
y = torch.linspace(-10, 10, 40).unsqueeze(1)
x = 7 * torch.sin(0.75 * y) + 0.5 * y + torch.randn(40, 1)
loader = DataLoader(TensorDataset(x, y), batch_size=16, shuffle=True, drop_last=True)
network = MDN(n_hidden=8, n_gaussians=3)
optimizer = torch.optim.Adam(network.parameters())
scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, milestones=[2, 4], gamma=0.1)
for epoch in range(5):
    total = 0.0
    for xb, yb in loader:
        pi, sigma, mu = network(xb)
        loss = mdn_loss_fn(pi, sigma, mu, yb)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        total += loss.item() * xb.size(0)
    scheduler.step()
    print(f"{epoch:>3d} {total / 32:10.5f} {optimizer.param_groups[0]['lr']:.1e}")
with torch.no_grad():
    pi, sigma, mu = network(torch.tensor([[0.0], [5.0]]))
    k = torch.distributions.Categorical(pi).sample().view(-1, 1)
    sampled = torch.randn(2, 1) * sigma.gather(1, k) + mu.gather(1, k)
    print(pi, k, sampled, sep="\n")
    mix = torch.distributions.MixtureSameFamily(torch.distributions.Categorical(pi), torch.distributions.Normal(mu, sigma))
    print(mix.log_prob(torch.tensor([0.5, 1.5])), mix.mean)
