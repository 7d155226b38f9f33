import math
from typing import Any, Callable, Dict, List
import torch
from torch import nn


class Callback:
    order = 0

    def __getattr__(self, name):
        if name.startswith("on_"):
            return lambda **kw: None
        raise AttributeError(name)


class History(Callback):
    def __init__(self):
        self.rows: List[Dict[str, float]] = []

    def on_epoch_end(self, epoch, **logs):
        self.rows.append({"epoch": epoch, **logs})


class Cosine(Callback):
    order = -1

    def __init__(self, opt, total, warmup=2):
        self.opt, self.total, self.warmup = opt, total, warmup
        self.base = opt.param_groups[0]["lr"]

    def on_epoch_begin(self, epoch):
        if epoch < self.warmup:
            lr = self.base * (epoch + 1) / self.warmup
        else:
            t = (epoch - self.warmup) / (self.total - self.warmup)
            lr = self.base * 0.5 * (1 + math.cos(math.pi * t))
        for g in self.opt.param_groups:
            g["lr"] = lr


class StopAt(Callback):
    def __init__(self, key, value):
        self.key, self.value = key, value

    def on_epoch_end(self, **logs):
        if logs[self.key] < self.value:
            raise StopIteration(f"{self.key} reached {logs[self.key]:.4f}")


class Loop:
    def __init__(self, callbacks):
        self.callbacks = sorted(callbacks, key=lambda c: c.order)

    def emit(self, event, **kw):
        for cb in self.callbacks:
            getattr(cb, f"on_{event}")(**kw)

    def run(self, step: Callable[[int], Dict[str, Any]], epochs: int):
        try:
            for epoch in range(epochs):
                self.emit("epoch_begin", epoch=epoch)
                self.emit("epoch_end", epoch=epoch, **step(epoch))
        except StopIteration as stop:
            print("stopped:", stop)
        else:
            print("completed", epochs)


torch.manual_seed(1)
x = torch.linspace(-2, 2, 40).unsqueeze(1)
y = torch.sin(x) + 0.1 * torch.randn_like(x)
net = nn.Sequential(nn.Linear(1, 16), nn.Tanh(), nn.Linear(16, 1))
opt = torch.optim.SGD(net.parameters(), lr=0.2)
hist = History()


def step(epoch):
    for _ in range(10):
        opt.zero_grad()
        loss = nn.functional.mse_loss(net(x), y)
        loss.backward()
        opt.step()
    return {"loss": loss.item(), "lr": opt.param_groups[0]["lr"]}


Loop([hist, StopAt("loss", 0.012), Cosine(opt, total=12)]).run(step, 12)
for row in hist.rows[::3]:
    print(" ".join(f"{k}={v:.4f}" if isinstance(v, float) else f"{k}={v}" for k, v in row.items()))
best = min(hist.rows, key=lambda r: r["loss"])
print(best["epoch"], f"{best['loss']:.4f}", len(hist.rows), [c.__class__.__name__ for c in Loop([hist, Cosine(opt, 3)]).callbacks])
lrs = [round(r["lr"], 4) for r in hist.rows]
print(lrs, lrs == sorted(lrs, reverse=True), max(lrs))
