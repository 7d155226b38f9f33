import copy
import time
from collections import OrderedDict
from contextlib import contextmanager
from functools import partial, wraps

import torch
from torch import nn


def timer(fn):
    @wraps(fn)
    def wrapper(*args, **kwargs):
        start = time.time()
        result = fn(*args, **kwargs)
        elapsed = time.time() - start
        print(f'{fn.__name__} took {"long" if elapsed > 1000 else "no time"}')
        return result
    return wrapper


@contextmanager
def frozen(module):
    before = [p.requires_grad for p in module.parameters()]
    for p in module.parameters():
        p.requires_grad_(False)
    try:
        yield module
    finally:
        for p, flag in zip(module.parameters(), before):
            p.requires_grad = flag


class EarlyStopping:
    def __init__(self, patience=2, min_delta=0.0):
        self.patience = patience
        self.min_delta = min_delta
        self.best = None
        self.counter = 0
        self.early_stop = False

    def __call__(self, val_loss):
        if self.best is None:
            self.best = val_loss
        elif val_loss > self.best - self.min_delta:
            self.counter += 1
            print(f'EarlyStopping counter: {self.counter} out of {self.patience}')
            if self.counter >= self.patience:
                self.early_stop = True
        else:
            self.best = val_loss
            self.counter = 0


class Residual(nn.Module):
    expansion = 2

    def __init__(self, dim, act=nn.ReLU, norm=None):
        super().__init__()
        norm = norm or nn.LayerNorm
        self.block = nn.Sequential(OrderedDict([
            ('norm', norm(dim)),
            ('fc1', nn.Linear(dim, dim * self.expansion)),
            ('act', act()),
            ('fc2', nn.Linear(dim * self.expansion, dim)),
        ]))

    def forward(self, x):
        return x + self.block(x)


@timer
def build(depth, dim=4, act=nn.ReLU):
    return nn.Sequential(*[Residual(dim, act=act) for _ in range(depth)])


torch.manual_seed(5)
net = build(2, 3, nn.GELU)
print(net[0].block.act, net[0].block[1].out_features)
print(net)
twin = copy.deepcopy(net)
with torch.no_grad():
    twin[0].block.fc1.weight.zero_()
print(net[0].block.fc1.weight.abs().sum().item() > 0, f"{twin[0].block.fc1.weight.sum().item():.1f}")
with frozen(net) as f:
    print(any(p.requires_grad for p in f.parameters()))
print(all(p.requires_grad for p in net.parameters()))
stop = EarlyStopping(patience=2)
for epoch, loss in enumerate([1.0, 0.5, 0.7, 0.6, 0.4]):
    stop(loss)
    if stop.early_stop:
        print("Early stopping at", epoch)
        break
print(stop.best, stop.counter)
add = partial(torch.add, torch.ones(2))
print(add(torch.ones(2)))
groups = [
    {'params': [p for n, p in net.named_parameters() if 'norm' not in n], 'weight_decay': 0.1},
    {'params': [p for n, p in net.named_parameters() if 'norm' in n], 'weight_decay': 0.0},
]
opt = torch.optim.AdamW(groups, lr=1e-3)
print(len(opt.param_groups), [len(g['params']) for g in opt.param_groups], opt.param_groups[1]['weight_decay'])
def init(m):
    if isinstance(m, nn.Linear):
        nn.init.constant_(m.weight, 0.5)
        if m.bias is not None:
            nn.init.zeros_(m.bias)
net.apply(init)
print(net(torch.tensor([[1.0, 2.0, 4.0]])))
for name, module in net.named_children():
    print(name, type(module).__name__, sum(p.numel() for p in module.parameters()))
hook_out = {}
def get_activation(name):
    def hook(model, input, output):
        hook_out[name] = output.detach()
    return hook
for i in range(2):
    net[i].register_forward_hook(get_activation(f'layer{i}'))
net(torch.zeros(1, 3))
print(sorted(hook_out), {k: v.shape for k, v in hook_out.items()})
ema = {n: p.clone().detach() for n, p in net.named_parameters()}
decay = 0.9
with torch.no_grad():
    for n, p in net.named_parameters():
        ema[n].mul_(decay).add_(p, alpha=1 - decay)
print(f"{ema['0.block.fc1.weight'][0, 0]:.4f}", len(ema))
