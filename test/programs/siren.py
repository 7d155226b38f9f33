# SIREN: sine activations fitted to a picture, with its gradient and Laplacian by autograd.
import torch
import torch.nn as nn
from math import sqrt


class SineLayer(nn.Module):
    def __init__(self, in_features, out_features, bias=True, is_first=False, omega_0=30):
        super().__init__()
        self.omega_0 = omega_0
        self.is_first = is_first
        self.in_features = in_features
        self.linear = nn.Linear(in_features, out_features, bias=bias)
        self.init_weights()

    def init_weights(self):
        with torch.no_grad():
            if self.is_first:
                self.linear.weight.uniform_(-1 / self.in_features, 1 / self.in_features)
            else:
                bound = sqrt(6 / self.in_features) / self.omega_0
                self.linear.weight.uniform_(-bound, bound)

    def forward(self, input):
        return torch.sin(self.omega_0 * self.linear(input))


class Siren(nn.Module):
    def __init__(self, hidden=12):
        super().__init__()
        net = []
        net.append(SineLayer(2, hidden, is_first=True, omega_0=10))
        net.append(SineLayer(hidden, hidden, omega_0=10))
        final = nn.Linear(hidden, 1)
        with torch.no_grad():
            final.weight.uniform_(-sqrt(6 / hidden) / 10, sqrt(6 / hidden) / 10)
        net.append(final)
        self.net = nn.Sequential(*net)

    def forward(self, coords):
        coords = coords.clone().detach().requires_grad_(True)
        return self.net(coords), coords


def get_mgrid(sidelen, dim=2):
    tensors = tuple(dim * [torch.linspace(-1, 1, steps=sidelen)])
    mgrid = torch.stack(torch.meshgrid(*tensors, indexing="ij"), dim=-1)
    return mgrid.reshape(-1, dim)


def gradient(y, x, grad_outputs=None):
    if grad_outputs is None:
        grad_outputs = torch.ones_like(y)
    return torch.autograd.grad(y, [x], grad_outputs=grad_outputs, create_graph=True)[0]


def divergence(y, x):
    div = 0.0
    for i in range(y.shape[-1]):
        div += torch.autograd.grad(y[..., i], x, torch.ones_like(y[..., i]), create_graph=True)[0][..., i : i + 1]
    return div


def laplace(y, x):
    return divergence(gradient(y, x), x)


torch.manual_seed(0)
grid = get_mgrid(5)
picture = torch.exp(-4 * (grid**2).sum(-1, keepdim=True))
siren = Siren()
optim = torch.optim.Adam(lr=1e-3, params=siren.parameters())
for step in range(5):
    out, coords = siren(grid)
    loss = ((out - picture) ** 2).mean()
    img_grad = gradient(out, coords)
    img_lap = laplace(out, coords)
    print("Step %d, Total loss %0.6f, grad %0.4f, laplace %0.3f" % (step, loss, img_grad.norm(dim=-1).mean(), img_lap.abs().mean()))
    total = loss + 1e-4 * img_grad.pow(2).mean()
    optim.zero_grad()
    total.backward()
    optim.step()
print(siren.net[0].linear)
print(out.view(5, 5)[2])
