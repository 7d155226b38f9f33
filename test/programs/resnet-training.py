# ResNet of a few channels: shortcuts, data augmentation by tensors, warm restarts, label statistics by class.
import torch
import torch.nn as nn
import torch.nn.functional as F


def conv3x3(in_planes, out_planes, stride=1):
    return nn.Conv2d(in_planes, out_planes, kernel_size=3, stride=stride, padding=1, bias=False)


class BasicBlock(nn.Module):
    expansion = 1

    def __init__(self, inplanes, planes, stride=1, downsample=None):
        super(BasicBlock, self).__init__()
        self.conv1 = conv3x3(inplanes, planes, stride)
        self.bn1 = nn.BatchNorm2d(planes)
        self.relu = nn.ReLU(inplace=True)
        self.conv2 = conv3x3(planes, planes)
        self.bn2 = nn.BatchNorm2d(planes)
        self.downsample = downsample
        self.stride = stride

    def forward(self, x):
        residual = x
        out = self.relu(self.bn1(self.conv1(x)))
        out = self.bn2(self.conv2(out))
        if self.downsample is not None:
            residual = self.downsample(x)
        out += residual
        return self.relu(out)


class ResNet(nn.Module):
    def __init__(self, block, layers, num_classes=3):
        super(ResNet, self).__init__()
        self.inplanes = 4
        self.conv1 = conv3x3(3, 4)
        self.bn1 = nn.BatchNorm2d(4)
        self.layer1 = self._make_layer(block, 4, layers[0])
        self.layer2 = self._make_layer(block, 8, layers[1], stride=2)
        self.avgpool = nn.AdaptiveAvgPool2d((1, 1))
        self.fc = nn.Linear(8 * block.expansion, num_classes)
        for m in self.modules():
            if isinstance(m, nn.Conv2d):
                nn.init.kaiming_normal_(m.weight, mode="fan_out", nonlinearity="relu")
            elif isinstance(m, nn.BatchNorm2d):
                nn.init.constant_(m.weight, 1)
                nn.init.constant_(m.bias, 0)

    def _make_layer(self, block, planes, blocks, stride=1):
        downsample = None
        if stride != 1 or self.inplanes != planes * block.expansion:
            downsample = nn.Sequential(
                nn.Conv2d(self.inplanes, planes * block.expansion, kernel_size=1, stride=stride, bias=False),
                nn.BatchNorm2d(planes * block.expansion),
            )
        layers = [block(self.inplanes, planes, stride, downsample)]
        self.inplanes = planes * block.expansion
        for _ in range(1, blocks):
            layers.append(block(self.inplanes, planes))
        return nn.Sequential(*layers)

    def forward(self, x):
        x = F.relu(self.bn1(self.conv1(x)))
        x = self.layer2(self.layer1(x))
        x = torch.flatten(self.avgpool(x), 1)
        return self.fc(x)


def augment(x):
    if torch.rand(1).item() < 0.5:
        x = x.flip(-1)
    padded = F.pad(x, (1, 1, 1, 1), mode="reflect")
    i, j = torch.randint(0, 3, (2,)).tolist()
    return padded[..., i : i + 6, j : j + 6]


torch.manual_seed(123)
net = ResNet(BasicBlock, [1, 2])
criterion = nn.CrossEntropyLoss(weight=torch.tensor([1.0, 2.0, 0.5]))
optimizer = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9, weight_decay=5e-4)
scheduler = torch.optim.lr_scheduler.CosineAnnealingWarmRestarts(optimizer, T_0=2, T_mult=2)
targets = torch.randint(0, 3, (12,))
images = torch.rand(12, 3, 6, 6) + F.one_hot(targets, 3).float()[:, :, None, None]
mean, std = images.mean(dim=(0, 2, 3)), images.std(dim=(0, 2, 3))
images = (images - mean[None, :, None, None]) / std[None, :, None, None]
for epoch in range(2):
    net.train()
    train_loss, correct, total = 0, 0, 0
    for k in range(0, 12, 6):
        inputs, labels = augment(images[k : k + 6]), targets[k : k + 6]
        optimizer.zero_grad()
        outputs = net(inputs)
        loss = criterion(outputs, labels)
        loss.backward()
        optimizer.step()
        scheduler.step(epoch + k / 12)
        train_loss += loss.item()
        _, predicted = outputs.max(1)
        total += labels.size(0)
        correct += predicted.eq(labels).sum().item()
    print("Loss: %.3f | Acc: %.3f%% (%d/%d) | lr %.5f" % (train_loss / 2, 100.0 * correct / total, correct, total, optimizer.param_groups[0]["lr"]))
net.eval()
with torch.no_grad():
    confusion = torch.zeros(3, 3, dtype=torch.int64)
    for t, p in zip(targets, net(images).argmax(1)):
        confusion[t, p] += 1
    print(confusion, torch.bincount(targets, minlength=3))
print(net.layer2[0].downsample)
print(net.layer1[0].bn1.running_var.mean().item() > 0, sum(1 for _ in net.parameters()))
