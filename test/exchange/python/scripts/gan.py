import argparse
import torch
from torch import nn, optim

parser = argparse.ArgumentParser(description="A tiny GAN")
parser.add_argument("--epochs", type=int, default=3, help="number of epochs")
parser.add_argument("--batch-size", type=int, default=16)
parser.add_argument("--lr", type=float, default=2e-4)
parser.add_argument("--latent_dim", default=4, type=int)
parser.add_argument("--verbose", action="store_true")
args = parser.parse_args([])
torch.manual_seed(1)


class Generator(nn.Module):
    def __init__(self, latent_dim, out_dim=2):
        super().__init__()

        def block(in_feat, out_feat, normalize=True):
            layers = [nn.Linear(in_feat, out_feat)]
            if normalize:
                layers.append(nn.BatchNorm1d(out_feat, 0.8))
            layers.append(nn.LeakyReLU(0.2, inplace=True))
            return layers

        self.model = nn.Sequential(
            *block(latent_dim, 8, normalize=False),
            *block(8, 16),
            nn.Linear(16, out_dim),
            nn.Tanh(),
        )

    def forward(self, z):
        return self.model(z)


class Discriminator(nn.Module):
    def __init__(self):
        super().__init__()
        self.model = nn.Sequential(
            nn.Linear(2, 16),
            nn.LeakyReLU(0.2),
            nn.Linear(16, 1),
            nn.Sigmoid(),
        )

    def forward(self, x):
        return self.model(x)


def real_batch(n):
    theta = torch.rand(n) * 2 * torch.pi
    return torch.stack([torch.cos(theta), torch.sin(theta)], dim=1)


G, D = Generator(args.latent_dim), Discriminator()
adversarial_loss = nn.BCELoss()
opt_G = optim.Adam(G.parameters(), lr=args.lr, betas=(0.5, 0.999))
opt_D = optim.Adam(D.parameters(), lr=args.lr, betas=(0.5, 0.999))
for epoch in range(args.epochs):
    real = real_batch(args.batch_size)
    valid = torch.ones(real.size(0), 1)
    fake = torch.zeros(real.size(0), 1)
    opt_G.zero_grad()
    z = torch.randn(real.shape[0], args.latent_dim)
    gen = G(z)
    g_loss = adversarial_loss(D(gen), valid)
    g_loss.backward()
    opt_G.step()
    opt_D.zero_grad()
    real_loss = adversarial_loss(D(real), valid)
    fake_loss = adversarial_loss(D(gen.detach()), fake)
    d_loss = (real_loss + fake_loss) / 2
    d_loss.backward()
    opt_D.step()
    print(
        "[Epoch %d/%d] [D loss: %f] [G loss: %f]"
        % (epoch, args.epochs, d_loss.item(), g_loss.item())
    )
if args.verbose:
    print(G)
print(args.lr, args.batch_size)
