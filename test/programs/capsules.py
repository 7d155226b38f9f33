import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(0)

def squash(s, dim=-1):
    norm2 = (s ** 2).sum(dim=dim, keepdim=True)
    return norm2 / (1 + norm2) * s / (norm2.sqrt() + 1e-8)

class PrimaryCaps(nn.Module):
    def __init__(self, in_ch=4, n_caps=4, dim=4):
        super().__init__()
        self.caps = nn.ModuleList([nn.Conv2d(in_ch, dim, kernel_size=3, stride=2) for _ in range(n_caps)])
    def forward(self, x):
        u = torch.stack([c(x) for c in self.caps], dim=1)
        u = u.flatten(start_dim=3).permute(0, 1, 3, 2).reshape(x.size(0), -1, u.size(2))
        return squash(u)

class DigitCaps(nn.Module):
    def __init__(self, n_in, n_out=3, d_in=4, d_out=6, routing=3):
        super().__init__()
        self.W = nn.Parameter(0.1 * torch.randn(1, n_in, n_out, d_out, d_in))
        self.routing = routing
    def forward(self, x):
        u_hat = torch.matmul(self.W, x[:, :, None, :, None]).squeeze(-1)
        b = x.new_zeros(x.shape[0], u_hat.shape[1], u_hat.shape[2], 1)
        temp = u_hat.detach()
        for r in range(self.routing - 1):
            c = F.softmax(b, dim=2)
            v = squash((c * temp).sum(dim=1, keepdim=True))
            b = b + (temp * v).sum(dim=-1, keepdim=True)
        c = F.softmax(b, dim=2)
        return squash((c * u_hat).sum(dim=1)), c.squeeze(-1)

class CapsNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 4, 3)
        self.primary = PrimaryCaps()
        self.digits = DigitCaps(4 * 9)
        self.decoder = nn.Sequential(nn.Linear(3 * 6, 16), nn.ReLU(inplace=True), nn.Linear(16, 81), nn.Sigmoid())
    def forward(self, x, y=None):
        x = F.relu(self.conv(x))
        caps, coupling = self.digits(self.primary(x))
        lengths = caps.norm(dim=-1)
        if y is None:
            y = F.one_hot(lengths.argmax(1), 3)
        rec = self.decoder((caps * y[..., None].to(caps.dtype)).flatten(1))
        return lengths, rec, coupling

def margin_loss(lengths, labels):
    left = F.relu(0.9 - lengths, inplace=True) ** 2
    right = F.relu(lengths - 0.1, inplace=True) ** 2
    return (labels * left + 0.5 * (1.0 - labels) * right).sum(-1).mean()

net = CapsNet()
x = torch.rand(6, 1, 9, 9)
y = F.one_hot(torch.arange(6) % 3, num_classes=3)
opt = torch.optim.Adam(net.parameters(), lr=0.01)
for i in range(4):
    lengths, rec, coupling = net(x, y)
    m = margin_loss(lengths, y.float())
    r = F.mse_loss(rec, x.view(6, -1))
    loss = m + 0.0005 * 81 * r
    opt.zero_grad()
    loss.backward()
    opt.step()
    print(f'{i} margin={m.item():.5f} rec={r.item():.5f} acc={(lengths.argmax(1) == y.argmax(1)).float().mean().item():.2f}')
print(coupling.shape, coupling[0, :2].sum(-1))
print(lengths[0])
net.eval()
with torch.no_grad():
    out = net(x[:2])[1]
print(out.shape, out.dtype, out.min() >= 0, (out.max() <= 1).item())
print(net.primary)
