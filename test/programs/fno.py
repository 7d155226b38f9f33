# A Fourier neural operator learns what a step of the heat equation does to functions of one variable.
import math
import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)


class SpectralConv1d(nn.Module):
    def __init__(self, in_channels, out_channels, modes):
        super().__init__()
        self.out_channels = out_channels
        self.modes = modes
        scale = 1 / (in_channels * out_channels)
        self.weights = nn.Parameter(scale * torch.rand(in_channels, out_channels, modes, dtype=torch.cfloat))

    def forward(self, x):
        batch = x.shape[0]
        x_ft = torch.fft.rfft(x)
        out_ft = torch.zeros(batch, self.out_channels, x.size(-1) // 2 + 1, dtype=torch.cfloat)
        out_ft[:, :, : self.modes] = torch.einsum("bix,iox->box", x_ft[:, :, : self.modes], self.weights)
        return torch.fft.irfft(out_ft, n=x.size(-1))


class FNO(nn.Module):
    def __init__(self, modes=4, width=8):
        super().__init__()
        self.lift = nn.Linear(2, width)
        self.conv0 = SpectralConv1d(width, width, modes)
        self.conv1 = SpectralConv1d(width, width, modes)
        self.w0 = nn.Conv1d(width, width, 1)
        self.w1 = nn.Conv1d(width, width, 1)
        self.fc = nn.Linear(width, 1)

    def forward(self, x):
        x = self.lift(x).permute(0, 2, 1)
        x = F.gelu(self.conv0(x) + self.w0(x))
        x = self.conv1(x) + self.w1(x)
        return self.fc(x.permute(0, 2, 1))


n = 16
grid = torch.linspace(0, 1, n + 1)[:-1]
k = torch.fft.rfftfreq(n, d=1 / n)
coefficients = torch.randn(8, 3)
u0 = sum(coefficients[:, j : j + 1] * torch.sin(2 * math.pi * (j + 1) * grid) for j in range(3))
u1 = torch.fft.irfft(torch.fft.rfft(u0) * torch.exp(-0.01 * (2 * math.pi * k) ** 2), n=n)
inputs = torch.stack([u0, grid.expand(8, n)], dim=-1)

model = FNO()
print(sum(p.numel() for p in model.parameters()))
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
for epoch in range(12):
    optimizer.zero_grad()
    loss = F.mse_loss(model(inputs).squeeze(-1), u1)
    loss.backward()
    optimizer.step()
    if epoch % 3 == 0:
        print("epoch %d loss %.6f" % (epoch, loss.item()))
print("%.5f" % model.conv0.weights.grad.abs().sum().item())
print(model.conv1.weights.dtype, tuple(model.conv1.weights.shape))
