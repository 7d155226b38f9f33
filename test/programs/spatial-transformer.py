import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(4)

class STN(nn.Module):
    def __init__(self):
        super().__init__()
        self.localization = nn.Sequential(
            nn.Conv2d(1, 4, kernel_size=3), nn.MaxPool2d(2, stride=2), nn.ReLU(True),
            nn.Conv2d(4, 4, kernel_size=3), nn.ReLU(True))
        self.fc_loc = nn.Sequential(nn.Linear(4 * 3 * 3, 8), nn.ReLU(True), nn.Linear(8, 3 * 2))
        self.fc_loc[2].weight.data.zero_()
        self.fc_loc[2].bias.data.copy_(torch.tensor([1, 0, 0, 0, 1, 0], dtype=torch.float))
        self.conv = nn.Conv2d(1, 4, 3)
        self.conv_drop = nn.Dropout2d(p=0.25)
        self.fc = nn.Linear(4 * 5 * 5, 3)

    def stn(self, x):
        xs = self.localization(x)
        xs = xs.view(-1, 4 * 3 * 3)
        theta = self.fc_loc(xs).view(-1, 2, 3)
        grid = F.affine_grid(theta, x.size(), align_corners=False)
        return F.grid_sample(x, grid, align_corners=False), theta

    def forward(self, x):
        x, theta = self.stn(x)
        x = F.relu(F.max_pool2d(self.conv_drop(self.conv(x)), 2))
        return F.log_softmax(self.fc(x.flatten(1)), dim=1), theta

x = torch.zeros(9, 1, 12, 12)
y = torch.arange(9) % 3
for i in range(9):
    c = int(y[i])
    r = int(torch.randint(2, 8, ()).item())
    if c == 0:
        x[i, 0, r : r + 3, 2:10] = 1
    elif c == 1:
        x[i, 0, 2:10, r : r + 3] = 1
    else:
        x[i, 0, r - 2 : r + 4, r - 2 : r + 4] = torch.eye(6)
x += 0.05 * torch.randn_like(x)
model = STN()
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
for epoch in range(6):
    optimizer.zero_grad()
    out, theta = model(x)
    loss = F.nll_loss(out, y)
    loss.backward()
    optimizer.step()
    print(f"{epoch} {loss.item():.6f} {theta[0].detach().flatten()[:3].tolist()[0]:.5f} {model.fc_loc[2].bias.grad.norm():.6f}")
model.eval()
with torch.no_grad():
    out, theta = model(x)
    warped, _ = model.stn(x[:1])
print(theta[4])
print(warped[0, 0, 3, 4:8])
pred = out.argmax(dim=1, keepdim=True)
print(pred.eq(y.view_as(pred)).sum().item(), "/", len(y))
img = torch.arange(16.0).view(1, 1, 4, 4)
rot = torch.tensor([[[0.0, -1.0, 0.0], [1.0, 0.0, 0.0]]])
for mode in ("bilinear", "nearest", "bicubic"):
    g = F.affine_grid(rot, [1, 1, 3, 3], align_corners=True)
    print(mode, F.grid_sample(img, g, mode=mode, padding_mode="border", align_corners=True).squeeze())
