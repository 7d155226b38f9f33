# A Wasserstein GAN: gradient penalty by double backward in one critic, spectral norm by power iteration in another.
import torch
import torch.nn as nn
from torch import autograd
import torch.nn.functional as F


class Generator(nn.Module):
    def __init__(self, latent):
        super(Generator, self).__init__()

        def block(in_feat, out_feat, normalize=True):
            layers = [nn.Linear(in_feat, out_feat)]
            if normalize:
                layers.append(nn.BatchNorm1d(out_feat, 0.8))
            layers.append(nn.LeakyReLU(0.2, inplace=True))
            return layers

        self.model = nn.Sequential(*block(latent, 8, normalize=False), *block(8, 12), nn.Linear(12, 2), nn.Tanh())

    def forward(self, z):
        return self.model(z)


class SpectralNorm(nn.Module):
    def __init__(self, module, power_iterations=1):
        super().__init__()
        self.module = module
        self.power_iterations = power_iterations
        height = module.weight.data.shape[0]
        self.register_buffer("u", F.normalize(torch.randn(height), dim=0))

    def forward(self, x):
        w = self.module.weight
        with torch.no_grad():
            for _ in range(self.power_iterations):
                v = F.normalize(torch.mv(w.t(), self.u), dim=0)
                self.u.copy_(F.normalize(torch.mv(w, v), dim=0))
        sigma = torch.dot(self.u.clone(), torch.mv(w, v))
        return F.linear(x, w / sigma, self.module.bias)


def make_critic(spectral):
    wrap = (lambda layer: SpectralNorm(layer)) if spectral else (lambda layer: layer)
    return nn.Sequential(wrap(nn.Linear(2, 12)), nn.LeakyReLU(0.2), wrap(nn.Linear(12, 1)))


def compute_gradient_penalty(D, real, fake):
    alpha = torch.rand(real.size(0), 1)
    interpolates = (alpha * real + ((1 - alpha) * fake)).requires_grad_(True)
    d = D(interpolates)
    gradients = autograd.grad(outputs=d, inputs=interpolates, grad_outputs=torch.ones_like(d), create_graph=True, retain_graph=True, only_inputs=True)[0]
    gradients = gradients.view(gradients.size(0), -1)
    return ((gradients.norm(2, dim=1) - 1) ** 2).mean()


def train(spectral):
    torch.manual_seed(9)
    G, D = Generator(4), make_critic(spectral)
    opt_G = torch.optim.Adam(G.parameters(), lr=0.01, betas=(0.0, 0.9))
    opt_D = torch.optim.Adam(D.parameters(), lr=0.01, betas=(0.0, 0.9))
    for i in range(6):
        angle = torch.rand(16, 1) * 6.2832
        real = 0.7 * torch.cat([angle.cos(), angle.sin()], 1)
        fake = G(torch.randn(16, 4)).detach()
        opt_D.zero_grad()
        d_loss = D(fake).mean() - D(real).mean()
        if not spectral:
            d_loss = d_loss + 10 * compute_gradient_penalty(D, real, fake)
        d_loss.backward()
        opt_D.step()
        if i % 3 == 2:
            opt_G.zero_grad()
            g_loss = -D(G(torch.randn(16, 4))).mean()
            g_loss.backward()
            opt_G.step()
            print("[Batch %d] [D loss: %f] [G loss: %f]" % (i, d_loss.item(), g_loss.item()))
    return D


train(False)
D = train(True)
print([name for name, _ in D.named_parameters()])
print(D[0], [name for name, _ in D.named_buffers()])
