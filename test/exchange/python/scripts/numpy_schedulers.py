import numpy as np
import torch
import torch.nn as nn
import torch.optim as optim
from torch.optim.lr_scheduler import LambdaLR, CosineAnnealingLR, OneCycleLR, ExponentialLR, MultiStepLR

def make(model, name, opt, steps):
    schedulers = {
        'lambda': lambda: LambdaLR(opt, lr_lambda=lambda e: 0.95 ** e),
        'cosine': lambda: CosineAnnealingLR(opt, T_max=steps, eta_min=1e-4),
        'onecycle': lambda: OneCycleLR(opt, max_lr=0.1, total_steps=steps),
        'exp': lambda: ExponentialLR(opt, gamma=0.9),
        'multistep': lambda: MultiStepLR(opt, milestones=[3, 6], gamma=0.1),
    }
    return schedulers[name]()

class WarmupScheduler:
    def __init__(self, optimizer, d_model, warmup_steps):
        self.optimizer = optimizer
        self.d_model = d_model
        self.warmup_steps = warmup_steps
        self._step = 0

    def step(self):
        self._step += 1
        lr = self.d_model ** (-0.5) * np.minimum(self._step ** (-0.5), self._step * self.warmup_steps ** (-1.5))
        for g in self.optimizer.param_groups:
            g['lr'] = float(lr)
        return lr

curves = {}
for name in ['lambda', 'cosine', 'onecycle', 'exp', 'multistep']:
    model = nn.Linear(2, 1)
    opt = optim.SGD(model.parameters(), lr=0.05)
    sched = make(model, name, opt, 10)
    lrs = []
    for _ in range(9):
        opt.step()
        lrs.append(sched.get_last_lr()[0])
        sched.step()
    curves[name] = np.array(lrs)
for name, lrs in curves.items():
    print(f"{name:>10}: first {lrs[0]:.5f} last {lrs[-1]:.5f} mean {lrs.mean():.5f} argmax {lrs.argmax()}")
opt = optim.SGD(nn.Linear(1, 1).parameters(), lr=1.0)
warm = WarmupScheduler(opt, 512, 4)
print([round(float(warm.step()), 6) for _ in range(8)])
stacked = np.stack(list(curves.values()))
print(stacked.shape)
print(np.round(stacked[:, :4], 4))
