from __future__ import annotations

import math
from typing import Callable, Iterator, Sequence

import torch
import torch.nn as nn
import torch.nn.functional as F
from torch import Tensor
from torch.optim.lr_scheduler import CosineAnnealingLR, LinearLR, SequentialLR
from torch.utils.data import DataLoader, Dataset, Subset


class Compose:
    def __init__(self, transforms: Sequence[Callable[[Tensor], Tensor]]) -> None:
        self.transforms = transforms

    def __call__(self, x: Tensor) -> Tensor:
        for t in self.transforms:
            x = t(x)
        return x

    def __repr__(self) -> str:
        lines = [f"    {t}" for t in self.transforms]
        return "Compose(\n" + "\n".join(lines) + "\n)"


class GaussianNoise(nn.Module):
    def __init__(self, std: float = 0.1):
        super().__init__()
        self.std = std

    def forward(self, x):
        return x + torch.randn_like(x) * self.std

    def extra_repr(self):
        return f"std={self.std}"


class RandomShift:
    def __init__(self, max_shift: int = 2, p: float = 0.5):
        self.max_shift, self.p = max_shift, p

    def __call__(self, x):
        if torch.rand(1).item() < self.p:
            k = int(torch.randint(-self.max_shift, self.max_shift + 1, (1,)))
            x = torch.roll(x, shifts=k, dims=-1)
        return x

    def __repr__(self):
        return f"{type(self).__name__}(max_shift={self.max_shift}, p={self.p})"


class TwoViews:
    def __init__(self, base): self.base = base
    def __call__(self, x): return [self.base(x), self.base(x)]


class Waves(Dataset[tuple[Tensor, int]]):
    classes = ["sine", "square", "saw"]

    def __init__(self, n: int, length: int = 32, transform: Callable | None = None, seed: int = 0):
        g = torch.Generator().manual_seed(seed)
        t = torch.linspace(0, 4 * math.pi, length)
        self.items: list[tuple[Tensor, int]] = []
        for i in range(n):
            c = i % len(self.classes)
            phase = torch.rand((), generator=g) * 2 * math.pi
            w = torch.sin(t + phase)
            match self.classes[c]:
                case "square":
                    w = torch.sign(w)
                case "saw":
                    w = ((t + phase) % (2 * math.pi)) / math.pi - 1
            self.items.append((w.unsqueeze(0), c))
        self.transform = transform

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, i: int):
        x, y = self.items[i]
        return (self.transform(x) if self.transform is not None else x), y


class Encoder(nn.Module):
    def __init__(self, width: int = 8, out: int = 16):
        super().__init__()
        self.stem = nn.Sequential(
            nn.Conv1d(1, width, 5, stride=2, padding=2), nn.BatchNorm1d(width), nn.ReLU(inplace=True),
            nn.Conv1d(width, width * 2, 5, stride=2, padding=2), nn.BatchNorm1d(width * 2), nn.ReLU(inplace=True),
            nn.AdaptiveAvgPool1d(1), nn.Flatten(),
        )
        self.head = nn.Sequential(nn.Linear(width * 2, width * 2), nn.ReLU(), nn.Linear(width * 2, out))

    def forward(self, x: Tensor, project: bool = True) -> Tensor:
        h = self.stem(x)
        return F.normalize(self.head(h), dim=-1) if project else h


def nt_xent(z1: Tensor, z2: Tensor, tau: float = 0.5) -> tuple[Tensor, Tensor]:
    n = z1.size(0)
    z = torch.cat([z1, z2])
    sim = z @ z.t() / tau
    sim.fill_diagonal_(-torch.inf)
    target = torch.arange(2 * n).roll(n)
    loss = F.cross_entropy(sim, target)
    top1 = (sim.argmax(1) == target).float().mean()
    return loss, top1


def knn(train: Tensor, ty: Tensor, test: Tensor, k: int = 5) -> Tensor:
    idx = torch.cdist(test, train).topk(k, largest=False).indices
    return ty[idx].mode(dim=1).values


@torch.no_grad()
def embed(model: nn.Module, loader: DataLoader) -> tuple[Tensor, Tensor]:
    was = model.training
    model.eval()
    hs, ys = zip(*((model(x, project=False), y) for x, y in loader))
    model.train(was)
    return torch.cat(hs), torch.cat(ys)


def batches(loader: DataLoader, steps: int) -> Iterator:
    n = 0
    while True:
        for b in loader:
            yield n, b
            n += 1
            if n >= steps:
                return


torch.manual_seed(0)
aug = Compose([GaussianNoise(0.1), RandomShift(3, p=0.8)])
print(aug)
pair_loader = DataLoader(Waves(60, transform=TwoViews(aug)), batch_size=20, shuffle=True)
full = Waves(60)
train, test = Subset(full, range(0, 45)), Subset(full, list(range(45, 60)))
model = Encoder()
opt = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9, weight_decay=1e-4)
sched = SequentialLR(opt, [LinearLR(opt, 0.1, total_iters=4), CosineAnnealingLR(opt, T_max=12, eta_min=1e-3)], milestones=[4])
for step, ((v1, v2), y) in batches(pair_loader, 16):
    loss, top1 = nt_xent(model(v1), model(v2))
    opt.zero_grad(set_to_none=True)
    loss.backward()
    opt.step()
    sched.step()
    if step % 5 == 0:
        print(f"{step:02d} loss={loss:.3f} top1={top1:.2f} lr={sched.get_last_lr()[0]:.4f} {v1.shape=}")
tr_h, tr_y = embed(model, DataLoader(train, 15))
te_h, te_y = embed(model, DataLoader(test, 15))
pred = knn(tr_h, tr_y, te_h)
print(tr_h.shape, pred.shape, (pred == te_y).float().mean() >= 0.3, model.training)
counts = torch.bincount(tr_y).tolist()
print({c: n for c, n in zip(Waves.classes, counts)}, len(full), full[0][0].shape)
