# Big batches on little memory: checkpoints that recompute, accumulation, clipping, stochastic depth, averaged weights.
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.utils.checkpoint import checkpoint, checkpoint_sequential
from torch.optim.swa_utils import AveragedModel, SWALR, update_bn


class DropPath(nn.Module):
    def __init__(self, p=0.0):
        super().__init__()
        self.p = p

    def forward(self, x):
        if self.p == 0.0 or not self.training:
            return x
        keep = 1 - self.p
        shape = (x.shape[0],) + (1,) * (x.ndim - 1)
        mask = x.new_empty(shape).bernoulli_(keep)
        return x * mask.div_(keep)

    def extra_repr(self):
        return f'p={self.p}'


calls = 0


class Block(nn.Module):
    def __init__(self, dim, p, init=1e-1):
        super().__init__()
        self.norm = nn.LayerNorm(dim)
        self.fc = nn.Linear(dim, dim)
        self.gamma = nn.Parameter(init * torch.ones(dim))
        self.drop = DropPath(p)

    def forward(self, x):
        global calls
        calls += 1
        return x + self.drop(self.gamma * F.mish(self.fc(self.norm(x))))


class Net(nn.Module):
    def __init__(self, dim=8, depth=4, use_checkpoint=True):
        super().__init__()
        rates = [r.item() for r in torch.linspace(0, 0.3, depth)]
        self.stem = nn.Sequential(nn.Linear(4, dim), nn.BatchNorm1d(dim))
        self.blocks = nn.ModuleList(Block(dim, p) for p in rates)
        self.head = nn.Linear(dim, 1)
        self.use_checkpoint = use_checkpoint

    def forward(self, x):
        x = self.stem(x)
        for block in self.blocks:
            x = checkpoint(block, x, use_reentrant=False) if self.use_checkpoint and self.training else block(x)
        return self.head(x)


torch.manual_seed(8)
net = Net()
print(net.blocks[3])
averaged = AveragedModel(net)
opt = torch.optim.SGD(net.parameters(), lr=0.05, momentum=0.9)
warm = torch.optim.lr_scheduler.LinearLR(opt, start_factor=0.25, total_iters=2)
swa = SWALR(opt, swa_lr=0.02, anneal_epochs=2, anneal_strategy='linear')
x = torch.randn(16, 4)
y = x[:, :1] * x[:, 1:2]
accum = 2
for epoch in range(5):
    total = 0.0
    for i, (xb, yb) in enumerate(zip(x.split(4), y.split(4))):
        loss = F.mse_loss(net(xb), yb) / accum
        loss.backward()
        total += loss.item()
        if (i + 1) % accum == 0:
            norm = nn.utils.clip_grad_norm_(net.parameters(), max_norm=0.5, norm_type=2.0)
            opt.step()
            opt.zero_grad(set_to_none=True)
    if epoch >= 2:
        averaged.update_parameters(net)
        swa.step()
    else:
        warm.step()
    print(f"epoch {epoch} loss {total:.5f} norm {norm:.4f} lr {opt.param_groups[0]['lr']:.4f} calls {calls}")
update_bn([xb for xb in x.split(8)], averaged)
averaged.eval()
net.eval()
with torch.no_grad():
    print(f'{F.mse_loss(averaged(x), y):.5f} {F.mse_loss(net(x), y):.5f}', averaged.n_averaged)
print(averaged.module.stem[1].running_mean)
seq = nn.Sequential(*[nn.Linear(8, 8) for _ in range(4)])
z = torch.randn(2, 8, requires_grad=True)
a = checkpoint_sequential(seq, 2, z, use_reentrant=False).sum()
ga, = torch.autograd.grad(a, z)
gb, = torch.autograd.grad(seq(z).sum(), z)
print(torch.equal(ga, gb), a)
