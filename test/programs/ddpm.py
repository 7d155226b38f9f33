import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(43)
T = 20
betas = torch.linspace(1e-4, 0.02, T)
alphas = 1.0 - betas
alphas_bar = torch.cumprod(alphas, dim=0)

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.time = nn.Embedding(T, 8)
        self.net = nn.Sequential(nn.Linear(10, 32), nn.SiLU(), nn.Linear(32, 2))

    def forward(self, x, t):
        return self.net(torch.cat([x, self.time(t)], dim=-1))

def q_sample(x0, t, noise):
    a = alphas_bar[t][:, None]
    return a.sqrt() * x0 + (1 - a).sqrt() * noise

model = Net()
opt = torch.optim.AdamW(model.parameters(), lr=1e-2)
x0 = torch.randn(32, 2) * 0.2 + torch.tensor([1.0, -1.0])
for step in range(5):
    t = torch.randint(0, T, (32,))
    noise = torch.randn_like(x0)
    loss = F.mse_loss(model(q_sample(x0, t, noise), t), noise)
    opt.zero_grad()
    loss.backward()
    opt.step()
    print(step, f"{loss.item():.5f}")
with torch.no_grad():
    x = torch.randn(3, 2)
    for i in reversed(range(T)):
        t = torch.full((3,), i, dtype=torch.long)
        eps = model(x, t)
        x = (x - betas[i] / (1 - alphas_bar[i]).sqrt() * eps) / alphas[i].sqrt()
        if i > 0:
            x += betas[i].sqrt() * torch.randn_like(x)
print(x)
