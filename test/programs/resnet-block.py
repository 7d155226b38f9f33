import torch, torch.nn as nn
torch.manual_seed(11)
class BasicBlock(nn.Module):
    expansion = 1
    def __init__(self, inp, out, stride=1):
        super().__init__()
        self.conv1 = nn.Conv2d(inp, out, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(out)
        self.relu = nn.ReLU(inplace=True)
        self.conv2 = nn.Conv2d(out, out, 3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(out)
        self.downsample = None
        if stride != 1 or inp != out:
            self.downsample = nn.Sequential(nn.Conv2d(inp, out, 1, stride, bias=False), nn.BatchNorm2d(out))
    def forward(self, x):
        identity = x
        out = self.relu(self.bn1(self.conv1(x)))
        out = self.bn2(self.conv2(out))
        if self.downsample is not None: identity = self.downsample(x)
        out += identity
        return self.relu(out)
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer1 = self._make(3, 4, 2, 1)
        self.layer2 = self._make(4, 8, 2, 2)
        self.pool = nn.AdaptiveAvgPool2d((1, 1))
        self.fc = nn.Linear(8, 3)
        for m in self.modules():
            if isinstance(m, nn.Conv2d): nn.init.kaiming_normal_(m.weight, mode='fan_out', nonlinearity='relu')
            elif isinstance(m, (nn.BatchNorm2d, nn.GroupNorm)):
                nn.init.constant_(m.weight, 1); nn.init.constant_(m.bias, 0)
    def _make(self, i, o, n, s):
        return nn.Sequential(BasicBlock(i, o, s), *[BasicBlock(o, o) for _ in range(1, n)])
    def forward(self, x):
        x = self.pool(self.layer2(self.layer1(x)))
        return self.fc(torch.flatten(x, 1))
net = Net()
x, y = torch.randn(4, 3, 8, 8), torch.tensor([0, 1, 2, 1])
opt = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9, weight_decay=1e-4)
for i in range(3):
    loss = nn.CrossEntropyLoss(label_smoothing=0.1)(net(x), y)
    opt.zero_grad(); loss.backward(); opt.step()
    print(f'{loss.item():.4f}')
net.eval()
print(net.layer1[0].bn1.running_mean, net(x).argmax(1), net.layer2)
