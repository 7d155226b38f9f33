import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(4)

def double_conv(i, o):
    return nn.Sequential(nn.Conv2d(i, o, 3, padding=1), nn.GroupNorm(2, o), nn.SiLU(), nn.Conv2d(o, o, 3, padding=1), nn.ReLU())

class UNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.down1, self.down2 = double_conv(1, 4), double_conv(4, 8)
        self.up = nn.ConvTranspose2d(8, 4, 2, stride=2)
        self.conv = double_conv(8, 4)
        self.head = nn.Conv2d(4, 1, 1)

    def forward(self, x):
        a = self.down1(x)
        b = self.down2(F.max_pool2d(a, 2))
        c = self.up(b)
        c = F.pad(c, [0, a.size(3) - c.size(3), 0, a.size(2) - c.size(2)])
        return self.head(self.conv(torch.cat([a, c], dim=1)))

def dice_loss(logits, target, eps=1.0):
    p = torch.sigmoid(logits)
    inter = (p * target).sum(dim=(1, 2, 3))
    return (1 - (2 * inter + eps) / (p.sum(dim=(1, 2, 3)) + target.sum(dim=(1, 2, 3)) + eps)).mean()

net = UNet()
opt = torch.optim.Adam(net.parameters(), lr=1e-2)
x = torch.rand(2, 1, 9, 9)
y = (F.avg_pool2d(x, 3, stride=1, padding=1) > 0.5).float()
for i in range(3):
    out = net(x)
    loss = F.binary_cross_entropy_with_logits(out, y, pos_weight=torch.tensor(2.0)) + dice_loss(out, y)
    opt.zero_grad()
    loss.backward()
    opt.step()
    print(f"{i} {loss.item():.4f}")
print(F.interpolate(net(x), scale_factor=0.5, mode='bilinear', align_corners=False).shape)
