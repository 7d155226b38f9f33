import torch
from torch import nn
import torch.nn.functional as F

# A diagonal state-space layer (S4D): complex poles, the kernel by Vandermonde sums, the convolution by FFT, and the same as a recurrence.

class S4DKernel(nn.Module):
    def __init__(self, d_model, N=4, dt_min=0.01, dt_max=0.2):
        super().__init__()
        log_dt = torch.rand(d_model) * (torch.tensor(dt_max).log() - torch.tensor(dt_min).log()) + torch.tensor(dt_min).log()
        C = torch.randn(d_model, N, dtype=torch.cfloat)
        self.C = nn.Parameter(torch.view_as_real(C))
        self.log_dt = nn.Parameter(log_dt)
        self.log_A_real = nn.Parameter(torch.log(0.5 * torch.ones(d_model, N)))
        self.A_imag = nn.Parameter(torch.pi * torch.arange(N).repeat(d_model, 1))

    def discretize(self):
        dt = torch.exp(self.log_dt)
        C = torch.view_as_complex(self.C)
        A = -torch.exp(self.log_A_real) + 1j * self.A_imag
        dtA = A * dt.unsqueeze(-1)
        return torch.exp(dtA), C * (torch.exp(dtA) - 1.0) / A, dtA

    def forward(self, L):
        _, C, dtA = self.discretize()
        K = dtA.unsqueeze(-1) * torch.arange(L)
        return 2 * torch.einsum("hn,hnl->hl", C, torch.exp(K)).real

class S4D(nn.Module):
    def __init__(self, d_model):
        super().__init__()
        self.D = nn.Parameter(torch.randn(d_model))
        self.kernel = S4DKernel(d_model)
        self.mix = nn.Sequential(nn.Conv1d(d_model, 2 * d_model, kernel_size=1), nn.GLU(dim=-2))

    def forward(self, u):
        L = u.size(-1)
        k = self.kernel(L=L)
        y = torch.fft.irfft(torch.fft.rfft(k, n=2 * L) * torch.fft.rfft(u, n=2 * L), n=2 * L)[..., :L]
        return self.mix(F.gelu(y + u * self.D.unsqueeze(-1)))

    def step(self, u, state):
        dA, dC, _ = self.kernel.discretize()
        state = dA * state + u.unsqueeze(-1)
        return 2 * (dC * state).sum(-1).real + u * self.D, state

torch.manual_seed(6)
layer = S4D(3)
u = torch.randn(2, 3, 10)
y = layer(u)
print(y.shape, y[0, 0, :4])
state = torch.zeros(2, 3, 4, dtype=torch.cfloat)
outs = []
with torch.no_grad():
    for t in range(10):
        o, state = layer.step(u[..., t], state)
        outs.append(o)
stepped = layer.mix(F.gelu(torch.stack(outs, -1)))
print(torch.allclose(stepped, y, atol=1e-4), state.dtype, state.abs().max())
print(torch.view_as_complex(layer.kernel.C)[0])

class Model(nn.Module):
    def __init__(self, d=4, classes=3):
        super().__init__()
        self.enc = nn.Linear(1, d)
        self.layers = nn.ModuleList([S4D(d) for _ in range(2)])
        self.norms = nn.ModuleList([nn.LayerNorm(d) for _ in range(2)])
        self.dec = nn.Linear(d, classes)

    def forward(self, x):
        x = self.enc(x)
        for layer, norm in zip(self.layers, self.norms):
            x = x + layer(norm(x).transpose(-1, -2)).transpose(-1, -2)
        return self.dec(x.mean(dim=1))

model = Model()
t = torch.linspace(0, 1, 16)
freq = torch.tensor([1.0, 2.0, 4.0])
labels = torch.arange(12) % 3
data = torch.sin(2 * torch.pi * freq[labels][:, None] * t + torch.rand(12, 1) * 6.28)[..., None]
slow = [p for n, p in model.named_parameters() if "kernel" in n]
rest = [p for n, p in model.named_parameters() if "kernel" not in n]
opt = torch.optim.AdamW([{"params": rest}, {"params": slow, "lr": 1e-3, "weight_decay": 0.0}], lr=1e-2, weight_decay=0.01)
sched = torch.optim.lr_scheduler.OneCycleLR(opt, max_lr=[2e-2, 2e-3], total_steps=8)
for step in range(8):
    loss = F.cross_entropy(model(data), labels)
    opt.zero_grad()
    loss.backward()
    opt.step()
    sched.step()
    print(f"{step} {loss.item():.4f} {[f'{g:.5f}' for g in sched.get_last_lr()]}")
print(model.layers[0].kernel.A_imag.grad.norm(), model.layers[0].kernel.C.grad.shape)
spectrum = torch.fft.rfft(data.squeeze(-1)).abs()
print(spectrum.argmax(dim=1), torch.fft.rfftfreq(16, 1 / 15)[:3])
