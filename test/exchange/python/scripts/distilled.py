import copy
import random
from functools import partial
from operator import attrgetter, mul
from typing import Dict, List, Protocol, runtime_checkable
import torch
from torch import nn, Tensor
from torch.nn import functional as F
from torch.utils.data import DataLoader, Dataset, Sampler, RandomSampler, SequentialSampler


class Spirals(Dataset):
    def __init__(self, n_per_class: int, classes: int = 3, noise: float = 0.1, *, transform=None):
        super().__init__()
        rows: List[Tensor] = []
        for c in range(classes):
            r = torch.linspace(0.1, 1, n_per_class)
            t = torch.linspace(c * 4, (c + 1) * 4, n_per_class) + noise * torch.randn(n_per_class)
            rows.append(torch.stack([r * t.sin(), r * t.cos()], 1))
        self.x = torch.cat(rows)
        self.y = torch.arange(classes).repeat_interleave(n_per_class)
        self.transform = transform
        self.classes = [f"arm{c}" for c in range(classes)]

    def __getitem__(self, i):
        x = self.x[i]
        return (self.transform(x) if self.transform else x), self.y[i]

    def __len__(self):
        return len(self.y)


class Jitter:
    def __init__(self, std):
        self.std = std

    def __call__(self, x):
        return x + self.std * torch.randn_like(x)

    def __repr__(self):
        return f"Jitter(std={self.std})"


@runtime_checkable
class LossFn(Protocol):
    def __call__(self, student: Tensor, teacher: Tensor, y: Tensor) -> Tensor: ...


class Distill:
    def __init__(self, T=2.0, alpha=0.5):
        self.T, self.alpha = T, alpha

    def __call__(self, student, teacher, y):
        soft = F.kl_div(F.log_softmax(student / self.T, 1), F.softmax(teacher / self.T, 1), reduction="batchmean") * self.T ** 2
        return self.alpha * soft + (1 - self.alpha) * F.cross_entropy(student, y)


def mlp(*sizes, act=nn.ReLU, **kw):
    mods = []
    for i, (a, b) in enumerate(zip(sizes, sizes[1:])):
        mods.append(nn.Linear(a, b, **kw))
        if i + 2 < len(sizes):
            mods.append(act())
    return nn.Sequential(*mods)


def mixup(x, y, n, alpha=0.4):
    lam = torch.distributions.Beta(alpha, alpha).sample().item()
    perm = torch.randperm(len(x))
    onehot = F.one_hot(y, n).float()
    return lam * x + (1 - lam) * x[perm], lam * onehot + (1 - lam) * onehot[perm], lam


class EMA(nn.Module):
    def __init__(self, model, decay=0.95):
        super().__init__()
        self.module = copy.deepcopy(model).eval()
        self.decay = decay

    @torch.no_grad()
    def update(self, model):
        for e, m in zip(self.module.state_dict().values(), model.state_dict().values()):
            e.copy_(self.decay * e + (1 - self.decay) * m)

    def forward(self, *a, **k):
        return self.module(*a, **k)


def accuracy(model, ds):
    model.eval()
    with torch.no_grad():
        hits = sum((model(x).argmax(1) == y).sum().item() for x, y in DataLoader(ds, 32))
    model.train()
    return hits / len(ds)


def train(model, ds, loss_fn, epochs, lr=0.02, hook=None):
    opt = torch.optim.AdamW(model.parameters(), lr=lr)
    sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, epochs)
    out: Dict[int, float] = {}
    for ep in range(epochs):
        run = 0.0
        for x, y in DataLoader(ds, 16, shuffle=True):
            loss = loss_fn(model, x, y)
            opt.zero_grad()
            loss.backward()
            opt.step()
            run += float(loss)
            if hook:
                hook(model)
        sched.step()
        out[ep] = run
    return out


torch.manual_seed(0)
random.seed(0)
train_ds, test_ds = Spirals(32, transform=Jitter(0.02)), Spirals(16)
print(len(train_ds), train_ds.classes, train_ds.transform, [tuple(t.shape) for t in train_ds[0]], test_ds[5][1])
teacher = mlp(2, 32, 32, 3, act=nn.Tanh)
hist = train(teacher, train_ds, lambda m, x, y: F.cross_entropy(m(x), y), 12)
print(f"teacher {hist[0]:.3f} -> {hist[11]:.3f}, acc {accuracy(teacher, test_ds):.3f}, params {sum(map(Tensor.numel, teacher.parameters()))}")
for name, kd in {"plain": None, "kd": Distill(), "kd-hot": Distill(T=5.0, alpha=0.9)}.items():
    torch.manual_seed(7)
    student = mlp(2, 8, 3, act=partial(nn.LeakyReLU, 0.2))
    if kd is None:
        fn = lambda m, x, y: F.cross_entropy(m(x), y)
    else:
        def fn(m, x, y, kd=kd):
            with torch.no_grad():
                t = teacher(x)
            return kd(m(x), t, y)
    h = train(student, train_ds, fn, 10)
    print(f"{name:<7} loss {h[9]:.3f} acc {accuracy(student, test_ds):.3f} {isinstance(kd, LossFn)}")
torch.manual_seed(1)
net = mlp(2, 16, 3)
ema = EMA(net)


def mix_loss(m, x, y):
    mx, my, lam = mixup(x, y, 3)
    return -(my * F.log_softmax(m(mx), 1)).sum(1).mean()


h = train(net, train_ds, mix_loss, 6, hook=ema.update)
print(f"mixup {h[5]:.3f} acc {accuracy(net, test_ds):.3f} ema {accuracy(ema, test_ds):.3f}", ema.module[0].weight.requires_grad, len(list(ema.buffers())))
print(net, [k for k in ema.state_dict()][:2], list(SequentialSampler(range(3))), len(RandomSampler(test_ds)))
