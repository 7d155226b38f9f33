import os
import time
import argparse
import random
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.utils.data import Dataset, DataLoader, Subset, WeightedRandomSampler


class Compose:
    def __init__(self, transforms):
        self.transforms = transforms

    def __call__(self, img):
        for t in self.transforms:
            img = t(img)
        return img

    def __repr__(self):
        format_string = self.__class__.__name__ + "("
        for t in self.transforms:
            format_string += "\n"
            format_string += f"    {t}"
        format_string += "\n)"
        return format_string


class RandomHorizontalFlip:
    def __init__(self, p=0.5):
        self.p = p

    def __call__(self, img):
        if torch.rand(1) < self.p:
            return img.flip(-1)
        return img

    def __repr__(self):
        return f"{self.__class__.__name__}(p={self.p})"


class RandomCrop:
    def __init__(self, size, padding=None):
        self.size = (size, size) if isinstance(size, int) else size
        self.padding = padding

    def __call__(self, img):
        if self.padding is not None:
            img = F.pad(img, [self.padding] * 4, mode='constant', value=0)
        _, h, w = img.shape
        th, tw = self.size
        i = random.randint(0, h - th)
        j = random.randint(0, w - tw)
        return img[:, i:i + th, j:j + tw]

    def __repr__(self):
        return "{}(size={}, padding={})".format(self.__class__.__name__, self.size, self.padding)


class Normalize(object):
    def __init__(self, mean, std):
        self.mean, self.std = mean, std

    def __call__(self, tensor):
        mean = torch.as_tensor(self.mean).view(-1, 1, 1)
        std = torch.as_tensor(self.std).view(-1, 1, 1)
        return tensor.sub(mean).div(std)

    def __repr__(self):
        return f"Normalize(mean={self.mean}, std={self.std})"


class Shapes(Dataset):
    classes = ['square', 'cross', 'stripes']

    def __init__(self, n, size=12, transform=None, train=True):
        g = torch.Generator().manual_seed(0 if train else 1)
        self.data = torch.zeros(n, 3, size, size)
        self.targets = []
        for k in range(n):
            label = int(torch.randint(0, 3, (1,), generator=g)) if k % 4 else 0
            color = torch.rand(3, 1, 1, generator=g) * 0.5 + 0.5
            if label == 0:
                self.data[k, :, 3:9, 3:9] = color
            elif label == 1:
                self.data[k, :, 5:7, :] = color
                self.data[k, :, :, 5:7] = color
            else:
                self.data[k, :, :, ::3] = color
            self.targets.append(label)
        self.transform = transform

    def __getitem__(self, index):
        img, target = self.data[index], self.targets[index]
        if self.transform:
            img = self.transform(img)
        return img, target

    def __len__(self):
        return len(self.data)


class Net(nn.Module):
    def __init__(self):
        super(Net, self).__init__()
        self.conv1 = nn.Conv2d(3, 8, 3, 1)
        self.conv2 = nn.Conv2d(8, 16, 3, 1)
        self.dropout1 = nn.Dropout(0.25)
        self.fc1 = nn.Linear(16 * 4 * 4, 32)
        self.fc2 = nn.Linear(32, 3)

    def forward(self, x):
        x = self.conv1(x)
        x = F.relu(x)
        x = self.conv2(x)
        x = F.relu(x)
        x = F.max_pool2d(x, 2)
        x = self.dropout1(x)
        x = torch.flatten(x, 1)
        x = self.fc1(x)
        x = F.relu(x)
        x = self.fc2(x)
        output = F.log_softmax(x, dim=1)
        return output


def train(args, model, device, train_loader, optimizer, epoch):
    model.train()
    for batch_idx, (data, target) in enumerate(train_loader):
        data, target = data.to(device), target.to(device)
        optimizer.zero_grad()
        output = model(data)
        loss = F.nll_loss(output, target)
        loss.backward()
        optimizer.step()
        if batch_idx % args.log_interval == 0:
            print('Train Epoch: {} [{}/{} ({:.0f}%)]\tLoss: {:.6f}'.format(
                epoch, batch_idx * len(data), len(train_loader.dataset),
                100. * batch_idx / len(train_loader), loss.item()))
            if args.dry_run:
                break


def test(model, device, test_loader):
    model.eval()
    test_loss = 0
    correct = 0
    with torch.no_grad():
        for data, target in test_loader:
            data, target = data.to(device), target.to(device)
            output = model(data)
            test_loss += F.nll_loss(output, target, reduction='sum').item()
            pred = output.argmax(dim=1, keepdim=True)
            correct += pred.eq(target.view_as(pred)).sum().item()
    test_loss /= len(test_loader.dataset)
    print('\nTest set: Average loss: {:.4f}, Accuracy: {}/{} ({:.0f}%)\n'.format(
        test_loss, correct, len(test_loader.dataset), 100. * correct / len(test_loader.dataset)))
    return correct


def main():
    parser = argparse.ArgumentParser(description='PyTorch shapes example')
    parser.add_argument('--batch-size', type=int, default=16, metavar='N', help='input batch size')
    parser.add_argument('--test-batch-size', type=int, default=24, metavar='N')
    parser.add_argument('--epochs', type=int, default=2, metavar='N')
    parser.add_argument('--lr', type=float, default=1.0, metavar='LR')
    parser.add_argument('--gamma', type=float, default=0.7, metavar='M')
    parser.add_argument('--no-accel', action='store_true', help='disables accelerator')
    parser.add_argument('--dry-run', action='store_true')
    parser.add_argument('--seed', type=int, default=1, metavar='S')
    parser.add_argument('--log-interval', type=int, default=2, metavar='N')
    args = parser.parse_args()
    use_accel = not args.no_accel and torch.cuda.is_available()
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    device = torch.device("cuda") if use_accel else torch.device("cpu")
    transform = Compose([RandomHorizontalFlip(), RandomCrop(12, padding=1), Normalize((0.5, 0.5, 0.5), (0.5, 0.25, 0.5))])
    print(transform)
    dataset1 = Shapes(64, transform=transform)
    dataset2 = Shapes(24, transform=transform.transforms[-1], train=False)
    counts = [dataset1.targets.count(c) for c in range(3)]
    print(dict(zip(Shapes.classes, counts)))
    weights = [1.0 / counts[t] for t in dataset1.targets]
    sampler = WeightedRandomSampler(weights, num_samples=len(dataset1), replacement=True)
    train_loader = DataLoader(dataset1, batch_size=args.batch_size, sampler=sampler)
    test_loader = DataLoader(dataset2, batch_size=args.test_batch_size)
    model = Net().to(device)
    optimizer = torch.optim.Adadelta(model.parameters(), lr=args.lr)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=1, gamma=args.gamma)
    start = time.time()
    for epoch in range(1, args.epochs + 1):
        train(args, model, device, train_loader, optimizer, epoch)
        acc = test(model, device, test_loader)
        scheduler.step()
    assert time.time() >= start
    small = Subset(dataset2, range(0, 24, 5))
    print(len(small), [Shapes.classes[t] for _, t in small])
    print(os.path.join("checkpoints", f"shapes_{acc}.pt"))


if __name__ == '__main__':
    main()
