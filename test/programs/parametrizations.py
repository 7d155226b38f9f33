import torch
import torch.nn as nn
import torch.nn.utils.parametrize as parametrize

torch.manual_seed(0)

class Symmetric(nn.Module):
    def forward(self, X):
        return X.triu() + X.triu(1).transpose(-1, -2)
    def right_inverse(self, A):
        return A.triu()

layer = nn.Linear(3, 3)
parametrize.register_parametrization(layer, "weight", Symmetric())
A = layer.weight
print(torch.allclose(A, A.T))
print(A)
print(layer)
print(layer.parametrizations.weight[0])
print([n for n, _ in layer.named_parameters()])
print(parametrize.is_parametrized(layer), parametrize.is_parametrized(layer, "bias"))

class Skew(nn.Module):
    def forward(self, X):
        A = X.triu(1)
        return A - A.transpose(-1, -2)

class CayleyMap(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.register_buffer("Id", torch.eye(n))
    def forward(self, X):
        return torch.linalg.solve(self.Id - X, self.Id + X)

layer = nn.Linear(3, 3)
parametrize.register_parametrization(layer, "weight", Skew())
parametrize.register_parametrization(layer, "weight", CayleyMap(3))
X = layer.weight
print(torch.dist(X.T @ X, torch.eye(3)) < 1e-5)
print(layer)

cnn = nn.Conv2d(5, 8, 3)
print(f"Unparametrized shape {cnn.weight.shape}")

class Orthogonal(nn.Module):
    def forward(self, X):
        return torch.linalg.matrix_exp(X.triu(1) - X.triu(1).mT)
class MatrixExp(nn.Module):
    calls = 0
    def forward(self, X):
        MatrixExp.calls += 1
        return torch.matrix_exp(X)
rnn = nn.RNNCell(3, 4)
parametrize.register_parametrization(rnn, "weight_hh", Skew())
parametrize.register_parametrization(rnn, "weight_hh", MatrixExp())
MatrixExp.calls = 0
h = torch.zeros(2, 4)
with parametrize.cached():
    for _ in range(4):
        h = rnn(torch.ones(2, 3), h)
print(MatrixExp.calls, h[0])
h.sum().backward()
print(rnn.parametrizations.weight_hh.original.grad)

layer = nn.Linear(3, 3)
parametrize.register_parametrization(layer, "weight", Symmetric())
init = torch.arange(9.).view(3, 3)
layer.weight = init @ init.T
print(layer.weight)
print(list(layer.state_dict()))
parametrize.remove_parametrizations(layer, "weight", leave_parametrized=True)
print(layer, layer.weight.requires_grad)
print(type(layer).__name__)

sn = torch.nn.utils.parametrizations.weight_norm(nn.Linear(4, 2), name='weight', dim=0)
print(sn)
print(sn.parametrizations.weight.original0.shape, sn.parametrizations.weight.original1.shape)
orth = torch.nn.utils.parametrizations.orthogonal(nn.Linear(4, 3))
print(torch.dist(orth.weight @ orth.weight.T, torch.eye(3)).item() < 1e-5)
spec = torch.nn.utils.parametrizations.spectral_norm(nn.Linear(4, 4))
print(torch.linalg.matrix_norm(spec.weight, 2).item() < 1.2)
opt = torch.optim.SGD(orth.parameters(), lr=0.1)
for _ in range(3):
    loss = (orth(torch.ones(1, 4)) - 1).pow(2).sum()
    opt.zero_grad()
    loss.backward()
    opt.step()
    print(f"{loss.item():.5f}")
try:
    parametrize.register_parametrization(nn.Linear(2, 2), "wieght", Symmetric())
except ValueError as e:
    print(e)
