# Private training: the gradient of every sample by itself, clipped, summed, with noise.
import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.func import functional_call, grad, vmap

torch.manual_seed(9)
model = nn.Sequential(nn.Conv1d(1, 3, 3), nn.ReLU(), nn.AdaptiveAvgPool1d(2), nn.Flatten(), nn.Linear(6, 2))
x = torch.randn(16, 1, 10)
y = (x.mean((1, 2)) > 0).long()
params = {k: v.detach() for k, v in model.named_parameters()}


def loss_of(params, sample, target):
    logits = functional_call(model, params, (sample.unsqueeze(0),))
    return F.cross_entropy(logits, target.unsqueeze(0))


per_sample = vmap(grad(loss_of), in_dims=(None, 0, 0))
grads = per_sample(params, x, y)
print({k: tuple(g.shape) for k, g in grads.items()})
F.cross_entropy(model(x), y).backward()
print(all(torch.allclose(g.mean(0), p.grad, atol=1e-6) for g, p in zip(grads.values(), model.parameters())))

generator = torch.Generator().manual_seed(10)
for step in range(15):
    grads = per_sample(params, x, y)
    norms = torch.stack([g.flatten(1).norm(dim=1) for g in grads.values()]).norm(dim=0)
    factor = (0.5 / norms).clamp(max=1.0)
    for name, g in grads.items():
        clipped = (g * factor.view(-1, *[1] * (g.dim() - 1))).sum(0)
        noise = 0.1 * torch.randn(clipped.shape, generator=generator)
        params[name] = params[name] - 0.2 * (clipped + noise) / len(x)
    if step % 5 == 0:
        loss = F.cross_entropy(functional_call(model, params, (x,)), y)
        print("step %d loss %.5f largest %.4f clipped %d" % (step, loss, norms.max(), (factor < 1).sum()))
