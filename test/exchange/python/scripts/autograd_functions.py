import torch
from torch.autograd import Function, gradcheck
from torch import nn


class StraightThrough(Function):
    @staticmethod
    def forward(ctx, x, levels: int):
        ctx.levels = levels
        return torch.round(x * levels) / levels

    @staticmethod
    def backward(ctx, grad_output):
        return grad_output, None


class ScaledSwish(Function):
    @staticmethod
    def forward(ctx, x, beta):
        s = torch.sigmoid(beta * x)
        ctx.save_for_backward(x, s, beta)
        return x * s

    @staticmethod
    def backward(ctx, g):
        x, s, beta = ctx.saved_tensors
        gx = gbeta = None
        if ctx.needs_input_grad[0]:
            gx = g * (s + beta * x * s * (1 - s))
        if ctx.needs_input_grad[1]:
            gbeta = (g * x * x * s * (1 - s)).sum()
        return gx, gbeta


class GradReverse(Function):
    @staticmethod
    def forward(ctx, x, alpha=1.0):
        ctx.alpha = alpha
        return x.view_as(x)

    @staticmethod
    def backward(ctx, g):
        return -ctx.alpha * g, None


grad_reverse = GradReverse.apply


class Swish(nn.Module):
    def __init__(self, beta: float = 1.0):
        super().__init__()
        self.beta = nn.Parameter(torch.tensor(beta))

    def forward(self, x):
        return ScaledSwish.apply(x, self.beta)

    def extra_repr(self):
        return f"beta={self.beta.item():.2f}"


torch.manual_seed(5)
x = torch.randn(4, 3, dtype=torch.double, requires_grad=True)
beta = torch.tensor(1.5, dtype=torch.double, requires_grad=True)
print("gradcheck", gradcheck(ScaledSwish.apply, (x, beta), eps=1e-6, atol=1e-4))

q = torch.tensor([0.12, 0.49, 0.5, 0.87], requires_grad=True)
z = StraightThrough.apply(q, 4)
print(z)
(z * torch.arange(4)).sum().backward()
print(q.grad)

net = nn.Sequential(nn.Linear(3, 4), Swish(0.8), nn.Linear(4, 1))
print(net)
opt = torch.optim.RMSprop(net.parameters(), lr=0.01)
inp, target = torch.randn(10, 3), torch.rand(10, 1)
for step in range(1, 21):
    loss = nn.functional.huber_loss(net(inp), target, delta=0.5)
    opt.zero_grad()
    loss.backward()
    opt.step()
    if step in {1, 10, 20}:
        print(f"{step:02d} {loss.item():.6f} beta={net[1].beta.item():.4f}")

feat = torch.randn(2, 2, requires_grad=True)
loss = grad_reverse(feat, 0.5).pow(2).sum() + feat.sum()
loss.backward()
print(torch.allclose(feat.grad, 1 - 0.5 * 2 * feat.detach()))

hooks = []
h = net[0].register_forward_hook(lambda m, i, o: hooks.append((m.__class__.__name__, tuple(o.shape))))
net(inp)
h.remove()
net(inp)
print(hooks)
y = torch.tensor([1.0, 2.0], requires_grad=True)
g, = torch.autograd.grad((y ** 3).sum(), y, create_graph=True)
g2 = torch.autograd.grad(g.sum(), y)[0]
print(g, g2)
J = torch.autograd.functional.jacobian(lambda t: t.outer(t).flatten(), torch.tensor([1.0, 2.0]))
print(J, J.shape)
