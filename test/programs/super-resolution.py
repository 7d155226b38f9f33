import torch
from torch import nn
import torch.nn.functional as F

# Super-resolution and restoration: sub-pixel convolution, channel attention, losses with total variation and SSIM, patches, warps, and frequency masks.

class CALayer(nn.Module):
    def __init__(self, c, r=2):
        super().__init__()
        self.fc = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Conv2d(c, c // r, 1), nn.ReLU(True), nn.Conv2d(c // r, c, 1), nn.Hardsigmoid())

    def forward(self, x):
        return x * self.fc(x)

class RCAB(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.body = nn.Sequential(nn.Conv2d(c, c, 3, padding="same", groups=2), nn.ChannelShuffle(2), nn.PReLU(c), nn.Conv2d(c, c, 3, padding=1, padding_mode="reflect"), CALayer(c))
        self.scale = nn.Parameter(torch.full((1, c, 1, 1), 0.1))

    def forward(self, x):
        return x + self.scale * self.body(x)

class SR(nn.Module):
    def __init__(self, c=4, up=2):
        super().__init__()
        self.head = nn.Conv2d(1, c, 3, padding=1)
        self.trunk = nn.Sequential(*[RCAB(c) for _ in range(2)])
        self.tail = nn.Sequential(nn.Conv2d(c, up * up, 3, padding=1), nn.PixelShuffle(up))
        self.up = up

    def forward(self, x):
        base = F.interpolate(x, scale_factor=self.up, mode="bicubic", align_corners=False)
        return (self.tail(self.trunk(self.head(x))) + base).clamp(0, 1)

def ssim(a, b, size=5):
    w = torch.signal.windows.gaussian(size, std=1.5)
    k = torch.outer(w, w)[None, None]
    k = k / k.sum()
    mu = [F.conv2d(t, k) for t in (a, b)]
    var = [F.conv2d(t * t, k) - m * m for t, m in zip((a, b), mu)]
    cov = F.conv2d(a * b, k) - mu[0] * mu[1]
    return (((2 * mu[0] * mu[1] + 1e-4) * (2 * cov + 9e-4)) / ((mu[0] ** 2 + mu[1] ** 2 + 1e-4) * (var[0] + var[1] + 9e-4))).mean()

torch.manual_seed(33)
yy, xx = torch.meshgrid(torch.linspace(-1, 1, 12), torch.linspace(-1, 1, 12), indexing="ij")
hr = torch.stack([torch.sigmoid(6 * (xx * a + yy * b)) for a, b in ((1, 0), (0, 1), (1, 1), (1, -1))]).unsqueeze(1)
lr = F.avg_pool2d(hr, 2) + 0.02 * torch.randn(4, 1, 6, 6)
net = SR()
opt = torch.optim.Adam(net.parameters(), lr=2e-3)
sched = torch.optim.lr_scheduler.ExponentialLR(opt, 0.9)
for step in range(5):
    sr = net(lr)
    charbonnier = torch.sqrt((sr - hr) ** 2 + 1e-6).mean()
    tv = sr.diff(dim=-1).abs().mean() + sr.diff(dim=-2).abs().mean()
    freq = (torch.fft.rfft2(sr) - torch.fft.rfft2(hr)).abs().mean()
    loss = charbonnier + 0.01 * tv + 0.01 * freq + 0.1 * (1 - ssim(sr, hr))
    opt.zero_grad()
    loss.backward()
    opt.step()
    sched.step()
    psnr = -10 * torch.log10(F.mse_loss(sr, hr))
    print(f"{step} {loss.item():.5f} psnr {psnr.item():.3f} ssim {ssim(sr, hr).item():.4f}")
print(net.trunk[0])
sr = net(lr).detach()
patches = F.unfold(sr, kernel_size=4, stride=4)
back = F.fold(patches, (12, 12), kernel_size=4, stride=4)
print(patches.shape, torch.equal(back, sr), F.pixel_unshuffle(sr, 2).shape)
overlap = F.fold(F.unfold(torch.ones(1, 1, 6, 6), 3, padding=1), (6, 6), 3, padding=1)
print(overlap[0, 0, 0], F.max_unpool2d(*F.max_pool2d(lr[:1], 2, return_indices=True), 2).count_nonzero())
theta = torch.tensor([[[0.0, -1.0, 0.0], [1.0, 0.0, 0.0]]]).repeat(4, 1, 1)
rot = F.grid_sample(hr, F.affine_grid(theta, hr.shape, align_corners=False), align_corners=False)
print(torch.allclose(rot, torch.rot90(hr, 1, (2, 3)), atol=1e-4), torch.allclose(rot, torch.rot90(hr, -1, (2, 3)), atol=1e-4))
ens = torch.stack([net(lr.rot90(k, (2, 3))).rot90(-k, (2, 3)) for k in range(4)]).mean(0)
print(f"ensemble {-10 * torch.log10(F.mse_loss(ens, hr)).item():.3f}")
for mode in ("nearest", "bilinear", "area"):
    kw = {"align_corners": False} if mode == "bilinear" else {}
    print(mode, F.interpolate(lr[:1], size=(4, 5), mode=mode, **kw)[0, 0, 0])
sobel = torch.tensor([[1.0, 0, -1], [2, 0, -2], [1, 0, -1]]).view(1, 1, 3, 3)
edges = F.conv2d(F.pad(hr, (1, 1, 1, 1), mode="circular"), torch.cat([sobel, sobel.mT])).square().sum(1).sqrt()
print(edges.amax((1, 2)), F.local_response_norm(lr, 2)[0, 0, 0, :3], nn.ZeroPad2d((1, 0, 0, 1))(lr).shape)
