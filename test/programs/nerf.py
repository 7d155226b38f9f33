import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(30)

def positional_encoding(x, num_freqs=3, include_input=True):
    enc = [x] if include_input else []
    freqs = 2.0 ** torch.linspace(0.0, num_freqs - 1, num_freqs)
    for f in freqs:
        for fn in (torch.sin, torch.cos):
            enc.append(fn(x * f))
    return torch.cat(enc, dim=-1)

def cumprod_exclusive(t):
    c = torch.cumprod(t, -1)
    c = torch.roll(c, 1, -1)
    c[..., 0] = 1.0
    return c

def get_rays(h, w, focal, c2w):
    i, j = torch.meshgrid(torch.arange(w, dtype=torch.float32), torch.arange(h, dtype=torch.float32), indexing="xy")
    dirs = torch.stack([(i - w * 0.5) / focal, -(j - h * 0.5) / focal, -torch.ones_like(i)], dim=-1)
    rays_d = torch.sum(dirs[..., None, :] * c2w[:3, :3], dim=-1)
    rays_o = c2w[:3, -1].expand(rays_d.shape)
    return rays_o, rays_d

class TinyNeRF(nn.Module):
    def __init__(self, in_dim=3 + 3 * 2 * 3, width=16):
        super().__init__()
        self.layer1 = nn.Linear(in_dim, width)
        self.layer2 = nn.Linear(width + in_dim, width)
        self.out = nn.Linear(width, 4)
        for m in self.modules():
            if isinstance(m, nn.Linear):
                nn.init.xavier_uniform_(m.weight, gain=nn.init.calculate_gain("relu"))
                nn.init.zeros_(m.bias)
    def forward(self, x):
        h = F.relu(self.layer1(x))
        h = F.relu(self.layer2(torch.cat([h, x], -1)))
        return self.out(h)

def render(net, rays_o, rays_d, near=2.0, far=4.0, n=6, rand=True):
    z = torch.linspace(near, far, n).expand(*rays_o.shape[:-1], n)
    if rand:
        z = z + torch.rand(list(rays_o.shape[:-1]) + [n]) * (far - near) / n
    pts = rays_o[..., None, :] + rays_d[..., None, :] * z[..., :, None]
    raw = net(positional_encoding(pts.reshape(-1, 3))).unflatten(0, pts.shape[:-1])
    sigma, rgb = F.relu(raw[..., 3]), torch.sigmoid(raw[..., :3])
    dists = torch.cat([z[..., 1:] - z[..., :-1], torch.tensor([1e10]).expand(z[..., :1].shape)], -1)
    alpha = 1.0 - torch.exp(-sigma * dists)
    weights = alpha * cumprod_exclusive(1.0 - alpha + 1e-10)
    return (weights[..., None] * rgb).sum(dim=-2), (weights * z).sum(-1), weights.sum(-1)

pose = torch.eye(4)
pose[2, 3] = 3.0
o, d = get_rays(4, 5, 5.0, pose)
print(o.shape, d[0, 0])
target = torch.sigmoid(torch.stack([d[..., 0], d[..., 1], d[..., 0] * d[..., 1]], -1) * 4)
net = TinyNeRF()
opt = torch.optim.Adam(net.parameters(), lr=5e-3)
for it in range(6):
    rgb, depth, acc = render(net, o, d)
    loss = F.mse_loss(rgb, target)
    loss.backward()
    opt.step()
    opt.zero_grad()
    psnr = -10.0 * torch.log10(loss)
    print(f"iter {it} loss {loss.item():.6f} psnr {psnr.item():.4f} depth {depth.mean().item():.4f} acc {acc.min().item():.4f}")
with torch.no_grad():
    rgb, depth, _ = render(net, o, d, rand=False)
print(rgb[0, :2], depth[1])
