import math
import warnings
from typing import Iterator, List
import torch
from torch import nn
from torch.optim import Optimizer
from torch.optim.lr_scheduler import LambdaLR, StepLR, MultiStepLR, ExponentialLR, CosineAnnealingLR, ReduceLROnPlateau, SequentialLR, LinearLR, LRScheduler


class Lion(Optimizer):
    def __init__(self, params, lr=1e-4, betas=(0.9, 0.99), weight_decay=0.0):
        if not 0.0 <= lr:
            raise ValueError("Invalid learning rate: {}".format(lr))
        for i, b in enumerate(betas):
            if not 0.0 <= b < 1.0:
                raise ValueError(f"Invalid beta parameter at index {i}: {b}")
        defaults = dict(lr=lr, betas=betas, weight_decay=weight_decay)
        super().__init__(params, defaults)

    @torch.no_grad()
    def step(self, closure=None):
        loss = None
        if closure is not None:
            with torch.enable_grad():
                loss = closure()
        for group in self.param_groups:
            for p in group["params"]:
                if p.grad is None:
                    continue
                p.data.mul_(1 - group["lr"] * group["weight_decay"])
                grad = p.grad
                state = self.state[p]
                if len(state) == 0:
                    state["exp_avg"] = torch.zeros_like(p)
                exp_avg = state["exp_avg"]
                beta1, beta2 = group["betas"]
                update = exp_avg * beta1 + grad * (1 - beta1)
                p.add_(update.sign_(), alpha=-group["lr"])
                exp_avg.mul_(beta2).add_(grad, alpha=1 - beta2)
        return loss


class Lookahead:
    def __init__(self, base, k=3, alpha=0.5):
        self.base, self.k, self.alpha = base, k, alpha
        self.slow = [[p.detach().clone() for p in g["params"]] for g in base.param_groups]
        self.n = 0

    def __getattr__(self, name):
        return getattr(self.base, name)

    def step(self):
        self.base.step()
        self.n += 1
        if self.n % self.k:
            return
        for g, slows in zip(self.base.param_groups, self.slow):
            for p, s in zip(g["params"], slows):
                s += self.alpha * (p.detach() - s)
                p.data.copy_(s)


class WarmupCosine(LRScheduler):
    def __init__(self, optimizer, warmup, total, last_epoch=-1):
        self.warmup, self.total = warmup, total
        super().__init__(optimizer, last_epoch)

    def get_lr(self) -> List[float]:
        e = self.last_epoch
        if e < self.warmup:
            return [base * (e + 1) / self.warmup for base in self.base_lrs]
        t = (e - self.warmup) / max(1, self.total - self.warmup)
        return [base * 0.5 * (1 + math.cos(math.pi * t)) for base in self.base_lrs]


def lrs(make, steps=8) -> Iterator[float]:
    p = nn.Parameter(torch.zeros(1))
    opt = torch.optim.SGD([p], lr=1.0)
    sched = make(opt)
    for _ in range(steps):
        yield opt.param_groups[0]["lr"]
        opt.step()
        sched.step()


SCHEDULES = {
    "lambda": lambda o: LambdaLR(o, lambda e: 0.9 ** e),
    "step": lambda o: StepLR(o, step_size=3, gamma=0.1),
    "multi": lambda o: MultiStepLR(o, milestones=[2, 5], gamma=0.5),
    "exp": lambda o: ExponentialLR(o, 0.8),
    "cosine": lambda o: CosineAnnealingLR(o, T_max=8, eta_min=0.05),
    "seq": lambda o: SequentialLR(o, [LinearLR(o, 0.1, total_iters=3), ExponentialLR(o, 0.5)], milestones=[4]),
    "warmcos": lambda o: WarmupCosine(o, 2, 8),
}
for name, make in SCHEDULES.items():
    print(f"{name:<8}", " ".join(f"{v:.4f}" for v in lrs(make)))

torch.manual_seed(5)
x = torch.linspace(-1, 1, 32).unsqueeze(1)
y = torch.sin(3 * x)


def run(make_opt, steps=30, seed=0):
    torch.manual_seed(seed)
    net = nn.Sequential(nn.Linear(1, 16), nn.SiLU(), nn.Linear(16, 1))
    opt = make_opt(net.parameters())
    losses = []
    for _ in range(steps):
        opt.zero_grad()
        loss = ((net(x) - y) ** 2).mean()
        loss.backward()
        opt.step()
        losses.append(loss.item())
    return losses


results = {
    "sgd": run(lambda p: torch.optim.SGD(p, lr=0.1)),
    "adam": run(lambda p: torch.optim.Adam(p, lr=0.02, amsgrad=True)),
    "lion": run(lambda p: Lion(p, lr=0.01, weight_decay=0.01)),
    "look": run(lambda p: Lookahead(torch.optim.SGD(p, 0.2, momentum=0.5))),
}
width = max(map(len, results))
for name, losses in sorted(results.items(), key=lambda kv: kv[1][-1]):
    bar = "#" * int(round(losses[-1] * 100))
    print(f"{name:{width}} {losses[0]:.4f} -> {losses[-1]:.4f} {bar}")
print(torch.optim.SGD([nn.Parameter(torch.ones(2))], lr=0.1, weight_decay=0))
plateau_opt = torch.optim.SGD([nn.Parameter(torch.ones(1))], lr=1.0)
plateau = ReduceLROnPlateau(plateau_opt, mode="min", factor=0.5, patience=1)
seen = []
for v in [3, 2, 2, 2, 2, 1.5, 1.5, 1.5, 1.5]:
    plateau.step(v)
    seen.append(plateau_opt.param_groups[0]["lr"])
print(seen, plateau.best, plateau.num_bad_epochs)
for bad in ({"lr": -1.0}, {"betas": (0.9, 1.0)}):
    try:
        Lion([nn.Parameter(torch.ones(1))], **bad)
    except ValueError as e:
        print(e)
