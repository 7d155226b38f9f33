# Frozen dataclasses, tuples within them, keys that are missing, and masks of values that nothing is known of.
from dataclasses import dataclass, field, asdict, replace

import torch


@dataclass(frozen=True)
class Config:
    lr: float = 0.0
    sizes: tuple = (4, 2)
    tags: list = field(default_factory=list)


config = Config(lr=1.0)
print(config, asdict(config))
try:
    config.lr = 2.0
except Exception as error:
    print(type(error).__name__, error)
print(replace(config, lr=0.5), config == Config(1.0))

found = {'a': 1}
try:
    found['b']
except KeyError as error:
    print('missing', error, repr(error))


class Leaky(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, slope):
        ctx.save_for_backward(x)
        ctx.slope = slope
        return x.clamp(min=0) + slope * x.clamp(max=0)

    @staticmethod
    def backward(ctx, grad):
        (x,) = ctx.saved_tensors
        grad = grad.clone()
        grad[x < 0] *= ctx.slope
        return grad, None


x = torch.tensor([1.0, -1.0, 2.0, -3.0], requires_grad=True)
Leaky.apply(x, 0.5).sum().backward()
print(x.grad)
