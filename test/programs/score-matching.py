# Sliced score matching: the score of a mixture by forward-over-reverse derivatives, then Langevin samples.
import torch
import torch.nn as nn
from torch.func import jvp
import torch.distributions as D

torch.manual_seed(11)
data = D.MixtureSameFamily(D.Categorical(torch.tensor([0.3, 0.7])), D.Normal(torch.tensor([-2.0, 1.5]), torch.tensor([0.5, 0.8])))
net = nn.Sequential(nn.Linear(1, 16), nn.Softplus(), nn.Linear(16, 16), nn.Softplus(), nn.Linear(16, 1))
optimizer = torch.optim.Adam(net.parameters(), lr=5e-3)
scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=40)
for step in range(40):
    x = data.sample((64,)).unsqueeze(1)
    v = torch.randn_like(x)
    s, sv = jvp(net, (x,), (v,))
    loss = (0.5 * (s * v).sum(1) ** 2 + (v * sv).sum(1)).mean()
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_value_(net.parameters(), 0.5)
    optimizer.step()
    scheduler.step()
    if step % 10 == 0:
        print("step %d loss %.5f lr %.5f" % (step, loss.item(), scheduler.get_last_lr()[0]))
grid = torch.tensor([[-2.0], [0.0], [1.5]])
true = torch.autograd.grad(data.log_prob(grid.requires_grad_()).sum(), grid)[0]
print(true.squeeze())
with torch.no_grad():
    z = torch.randn(200, 1)
    for _ in range(20):
        z = z + 0.05 * net(z) + (0.1**0.5) * torch.randn_like(z)
    print("%.4f %.4f" % (z.mean(), z.std()))
print(data.mean, data.variance, data.cdf(torch.tensor(0.0)))
