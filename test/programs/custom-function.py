# Functions of one's own: double backward, setup_context, once_differentiable, gradcheck; hooks of tensors and modules.
import torch
import torch.nn as nn
from torch.autograd import Function, gradcheck, gradgradcheck
from torch.autograd.function import once_differentiable


class Swish(Function):
    @staticmethod
    def forward(ctx, x, beta):
        ctx.save_for_backward(x)
        ctx.beta = beta
        return x * torch.sigmoid(beta * x)

    @staticmethod
    def backward(ctx, grad_out):
        (x,) = ctx.saved_tensors
        s = torch.sigmoid(ctx.beta * x)
        return grad_out * (s + ctx.beta * x * s * (1 - s)), None


class MulAdd(Function):
    @staticmethod
    def forward(a, b, c):
        return a * b + c, a - b

    @staticmethod
    def setup_context(ctx, inputs, output):
        a, b, c = inputs
        ctx.save_for_backward(a, b)
        ctx.mark_non_differentiable(output[1])
        ctx.set_materialize_grads(False)

    @staticmethod
    def backward(ctx, g, _):
        a, b = ctx.saved_tensors
        ga = gb = gc = None
        if ctx.needs_input_grad[0]:
            ga = g * b
        if ctx.needs_input_grad[1]:
            gb = g * a
        if ctx.needs_input_grad[2]:
            gc = g
        return ga, gb, gc


class Round(Function):
    @staticmethod
    def forward(ctx, x):
        return x.round()

    @staticmethod
    @once_differentiable
    def backward(ctx, g):
        return g.clone()


torch.manual_seed(5)
x = torch.randn(4, dtype=torch.double, requires_grad=True)
print(gradcheck(lambda t: Swish.apply(t, 1.5), (x,)), gradgradcheck(lambda t: Swish.apply(t, 1.5), (x,)))
y = Swish.apply(x, 1.5)
print(y)
(g,) = torch.autograd.grad(y.sum(), x, create_graph=True)
print(g)
(h,) = torch.autograd.grad(g.sum(), x)
print(h)
a = torch.tensor([1.0, 2.0], requires_grad=True)
b = torch.tensor([3.0, 4.0])
c = torch.tensor([0.5], requires_grad=True)
try:
    out, diff = MulAdd.apply(a, b, c.expand(2))
    print(out, diff, diff.requires_grad)
    out.sum().backward()
    print(a.grad, c.grad)
except RuntimeError as e:
    print(e)
r = torch.tensor([0.2, 1.7], requires_grad=True)
q = Round.apply(r)
gr, = torch.autograd.grad((q * q).sum(), r, create_graph=True)
print(gr.requires_grad, q.grad_fn.name())
try:
    gr.sum().backward()
except RuntimeError as e:
    print(e)

log = []
net = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 1))
handles = [
    net[0].register_forward_pre_hook(lambda m, args: log.append(f'pre {type(m).__name__} {tuple(args[0].shape)}')),
    net[1].register_forward_hook(lambda m, args, out: out * 2),
    net[2].register_full_backward_hook(lambda m, gi, go: log.append(f'back {type(m).__name__} {go[0].shape}')),
    net.register_full_backward_pre_hook(lambda m, go: log.append(f'root {go[0].item():.2f}')),
]
net[0].weight.register_hook(lambda g: g.clamp(-0.1, 0.1))
net[2].bias.register_post_accumulate_grad_hook(lambda p: log.append(f'bias {p.grad.item():.4f}'))
inp = torch.randn(1, 3, requires_grad=True)
hidden = net[0](inp)
hidden.retain_grad()
out = net[2](net[1](hidden))
out.backward()
print(hidden.grad)
net.zero_grad()
net(inp).backward(torch.tensor([[0.5]]))
print(net[0].weight.grad)
print('\n'.join(log))
for h in handles:
    h.remove()
before = len(log)
net(inp)
print(len(log) - before, inp.grad.shape)
