import torch
import torch.nn as nn
import torch.nn.utils.parametrize as parametrize
from torch.nn.utils.parametrizations import orthogonal, spectral_norm, weight_norm

torch.manual_seed(3)

class LoRA(nn.Module):
    def __init__(self, features_in, features_out, rank=2, alpha=4):
        super().__init__()
        self.A = nn.Parameter(torch.zeros(rank, features_out))
        self.B = nn.Parameter(torch.zeros(features_in, rank))
        nn.init.normal_(self.A, mean=0, std=1)
        self.scale = alpha / rank
        self.enabled = True

    def forward(self, W):
        if self.enabled:
            return W + torch.matmul(self.B, self.A).view(W.shape) * self.scale
        return W

class Symmetric(nn.Module):
    def forward(self, X):
        return X.triu() + X.triu(1).mT

    def right_inverse(self, A):
        return A.triu()

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.Linear(6, 8)
        self.second = nn.Linear(8, 1)

    def forward(self, x):
        return self.second(torch.relu(self.first(x)))

net = Net()
for layer in (net.first, net.second):
    layer.weight.requires_grad_(False)
    layer.bias.requires_grad_(False)
    parametrize.register_parametrization(layer, "weight", LoRA(layer.weight.shape[0], layer.weight.shape[1]))
print(net)
print([name for name, p in net.named_parameters() if p.requires_grad])
optimizer = torch.optim.Adam([p for p in net.parameters() if p.requires_grad], lr=0.1)
x, y = torch.randn(16, 6), torch.randn(16, 1)
for step in range(6):
    with parametrize.cached():
        loss = nn.functional.mse_loss(net(x), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    print(step, f"{loss.item():.5f}")
adapted = net(x)
parametrize.remove_parametrizations(net.first, "weight")
parametrize.remove_parametrizations(net.second, "weight", leave_parametrized=True)
print(torch.allclose(adapted, net(x), atol=1e-6), parametrize.is_parametrized(net.first))
print(list(net.state_dict().keys()))

layer = nn.Linear(3, 3)
parametrize.register_parametrization(layer, "weight", Symmetric())
print(torch.equal(layer.weight, layer.weight.T))
A = torch.rand(3, 3)
layer.weight = A + A.T
print(layer.weight)

for norm in (weight_norm, spectral_norm, orthogonal):
    one = norm(nn.Linear(4, 3))
    print(one)
    with torch.no_grad():
        s = torch.linalg.svdvals(one.weight)
    print(torch.allclose(s, torch.ones(3), atol=1e-5), sorted(one.state_dict().keys()))
old = torch.nn.utils.weight_norm(nn.Conv1d(2, 3, 2))
old(torch.ones(1, 2, 4)).sum().backward()
print(old.weight_g.grad.shape, old.weight_v.grad.abs().sum().item() >= 0, list(old.state_dict().keys()))
torch.nn.utils.remove_weight_norm(old)
print(list(old.state_dict().keys()))
disc = torch.nn.utils.spectral_norm(nn.Linear(5, 4))
for _ in range(30):
    out = disc(torch.ones(2, 5))
print(f"{torch.linalg.svdvals(disc.weight)[0].item():.4f}", list(disc.state_dict().keys()))
