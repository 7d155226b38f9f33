import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(10)

class KANLinear(nn.Module):
    def __init__(self, i, o, grid=4, k=2):
        super().__init__()
        h = 2 / grid
        points = torch.arange(-k, grid + k + 1) * h - 1
        self.register_buffer('grid', points.expand(i, -1).contiguous())
        self.k = k
        self.base_weight = nn.Parameter(torch.empty(o, i))
        self.spline_weight = nn.Parameter(torch.randn(o, i, grid + k) * 0.1)
        nn.init.kaiming_uniform_(self.base_weight, a=5 ** 0.5)

    def b_splines(self, x):
        x = x.unsqueeze(-1)
        g = self.grid
        bases = ((x >= g[:, :-1]) & (x < g[:, 1:])).to(x.dtype)
        for k in range(1, self.k + 1):
            bases = ((x - g[:, :-(k + 1)]) / (g[:, k:-1] - g[:, :-(k + 1)]) * bases[:, :, :-1]) + (
                (g[:, k + 1:] - x) / (g[:, k + 1:] - g[:, 1:(-k)]) * bases[:, :, 1:])
        return bases.contiguous()

    def forward(self, x):
        base = F.linear(F.silu(x), self.base_weight)
        spline = F.linear(self.b_splines(x).view(x.size(0), -1), self.spline_weight.view(self.spline_weight.size(0), -1))
        return base + spline

net = nn.Sequential(KANLinear(2, 3), KANLinear(3, 1))
opt = torch.optim.LBFGS(net.parameters(), lr=0.5, max_iter=5)
x = torch.rand(20, 2) * 2 - 1
y = torch.exp(torch.sin(torch.pi * x[:, [0]]) + x[:, [1]] ** 2)

def closure():
    opt.zero_grad()
    loss = F.mse_loss(net(x), y)
    loss.backward()
    return loss

for step in range(3):
    loss = opt.step(closure)
    print(f"{step} {loss.item():.3f}")
print(net[0].grid[0])
