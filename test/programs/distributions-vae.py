import torch
from torch import nn
from torch.distributions import Bernoulli, Independent, Normal, kl_divergence

torch.manual_seed(0)

class VAE(nn.Module):
    def __init__(self, size, hidden, latent):
        super().__init__()
        self.encoder = nn.Sequential(nn.Linear(size, hidden), nn.Tanh(), nn.Linear(hidden, 2 * latent))
        self.decoder = nn.Sequential(nn.Linear(latent, hidden), nn.Tanh(), nn.Linear(hidden, size))

    def posterior(self, x):
        loc, raw = self.encoder(x).chunk(2, -1)
        return Independent(Normal(loc, nn.functional.softplus(raw) + 1e-3), 1)

    def likelihood(self, z):
        return Independent(Bernoulli(logits=self.decoder(z)), 1)

model = VAE(12, 16, 2)
prior = Independent(Normal(torch.zeros(2), torch.ones(2)), 1)
optimizer = torch.optim.Adam(model.parameters(), lr=0.02)
data = torch.bernoulli(torch.rand(24, 12))

for epoch in range(6):
    q = model.posterior(data)
    z = q.rsample()
    reconstruction = model.likelihood(z).log_prob(data)
    divergence = kl_divergence(q, prior)
    loss = (divergence - reconstruction).mean()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    print(f'epoch {epoch}: loss {loss.item():.4f}, divergence {divergence.mean().item():.4f}')

with torch.no_grad():
    samples = prior.sample((3,))
    pictures = model.likelihood(samples)
    print(pictures.batch_shape, pictures.event_shape)
    print(pictures.mean.mean(0))
    print(pictures.sample())
print(prior)
