import torch, torch.nn as nn
from collections import OrderedDict
torch.manual_seed(4)
def make(): return nn.Sequential(OrderedDict([('conv', nn.Conv2d(1, 2, 3)), ('bn', nn.BatchNorm2d(2)), ('head', nn.Linear(2, 3))]))
a, b = make(), make()
sd = a.state_dict()
for k, v in sd.items(): print(k, tuple(v.shape))
new = OrderedDict(('module.' + k, v) for k, v in sd.items())
new = {k[len('module.'):]: v for k, v in new.items() if not k.endswith('num_batches_tracked')}
r = b.load_state_dict(new, strict=False)
print(r)
print(torch.equal(a.conv.weight, b.conv.weight))
try:
    b.load_state_dict({**sd, 'head.weight': torch.zeros(4, 2), 'extra': torch.zeros(1)})
except RuntimeError as e:
    print(e)
with torch.no_grad():
    for p, q in zip(a.parameters(), b.parameters()): q.mul_(0.9).add_(p, alpha=0.1)
print(all(torch.allclose(p, q) for p, q in zip(a.parameters(), b.parameters())))
for name, p in b.named_parameters():
    if name.startswith('conv'): p.requires_grad = False
print([n for n, p in b.named_parameters() if p.requires_grad])
print(b)
