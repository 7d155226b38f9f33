# An ensemble of networks, trained all at once: stacked parameters, functional_call and vmap.
import copy
import torch
import torch.nn as nn
from torch.func import functional_call, grad_and_value, stack_module_state, vmap

torch.manual_seed(1)


def make():
    return nn.Sequential(nn.Linear(1, 16), nn.Tanh(), nn.Linear(16, 1))


models = [make() for _ in range(4)]
params, buffers = stack_module_state(models)
base = copy.deepcopy(models[0])
print({name: tuple(p.shape) for name, p in params.items()})

x = torch.linspace(-2, 2, 20).unsqueeze(1)
y = torch.sin(2 * x) + 0.05 * torch.randn(20, 1)


def loss_fn(params, buffers, x, y):
    pred = functional_call(base, (params, buffers), (x,))
    return ((pred - y) ** 2).mean()


params = {name: p.detach() for name, p in params.items()}
step = vmap(grad_and_value(loss_fn), in_dims=(0, 0, None, None))
for epoch in range(60):
    grads, losses = step(params, buffers, x, y)
    params = {name: p - 0.1 * grads[name] for name, p in params.items()}
    if epoch % 20 == 0:
        print(epoch, ["%.5f" % v for v in losses.tolist()])

test = torch.tensor([[-1.0], [0.5], [4.0]])
out = vmap(lambda p, b: functional_call(base, (p, b), (test,)))(params, buffers)
print(out.shape)
print(out.mean(0).squeeze())
print(out.std(0).squeeze())
