import torch
import torch.nn as nn
import torch.nn.functional as F

class FakeQuant(nn.Module):
    def __init__(self, bits=8, symmetric=False, momentum=0.1):
        super().__init__()
        self.symmetric = symmetric
        self.qmin, self.qmax = (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1) if symmetric else (0, 2**bits - 1)
        self.momentum = momentum
        self.register_buffer("min_val", torch.tensor(float("inf")))
        self.register_buffer("max_val", torch.tensor(float("-inf")))
        self.register_buffer("scale", torch.tensor([1.0]))
        self.register_buffer("zero_point", torch.tensor([0], dtype=torch.int32))
        self.enabled = True

    def observe(self, x):
        lo, hi = torch.aminmax(x.detach())
        if torch.isinf(self.min_val):
            self.min_val.copy_(lo)
            self.max_val.copy_(hi)
        else:
            self.min_val += self.momentum * (lo - self.min_val)
            self.max_val += self.momentum * (hi - self.max_val)
        lo = torch.min(self.min_val, torch.zeros_like(self.min_val))
        hi = torch.max(self.max_val, torch.zeros_like(self.max_val))
        if self.symmetric:
            self.scale[0] = torch.max(-lo, hi) / ((self.qmax - self.qmin) / 2)
        else:
            self.scale[0] = (hi - lo) / (self.qmax - self.qmin)
            zp = self.qmin - torch.round(lo / self.scale).to(torch.int)
            self.zero_point.copy_(torch.clamp(zp, self.qmin, self.qmax))

    def forward(self, x):
        if self.training:
            self.observe(x)
        if not self.enabled:
            return x
        return torch.fake_quantize_per_tensor_affine(x, self.scale.item(), int(self.zero_point.item()), self.qmin, self.qmax)

class QLinear(nn.Linear):
    def __init__(self, i, o, bits=4):
        super().__init__(i, o)
        self.wq = FakeQuant(bits, symmetric=True)
        self.aq = FakeQuant(8)
    def forward(self, x):
        return F.linear(self.aq(x), self.wq(self.weight), self.bias)

class RoundSTE(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, n):
        ctx.save_for_backward(x)
        ctx.n = n
        return torch.round(x * n) / n
    @staticmethod
    def backward(ctx, g):
        (x,) = ctx.saved_tensors
        return g * (x.abs() <= 1), None

torch.manual_seed(9)
net = nn.Sequential(QLinear(6, 12), nn.ReLU6(), QLinear(12, 3))
x = torch.rand(32, 6) * 4 - 1
t = (x[:, 0] > x[:, 1]).long() + (x[:, 2] > 1.5).long()
opt = torch.optim.SGD(net.parameters(), lr=0.05, momentum=0.9)
for epoch in range(6):
    loss = F.cross_entropy(net(x), t)
    opt.zero_grad()
    loss.backward()
    opt.step()
    print(epoch, round(loss.item(), 5), [round(m.scale.item(), 6) for m in net.modules() if isinstance(m, FakeQuant)])
net.eval()
out = net(x[:4])
print(out)
for m in net.modules():
    if isinstance(m, FakeQuant):
        m.enabled = False
print((net(x[:4]) - out).abs().max())
w = net[0].weight.detach()
q = torch.quantize_per_tensor(w, scale=0.05, zero_point=3, dtype=torch.qint8) if False else torch.clamp(torch.round(w / 0.05) + 3, -128, 127).to(torch.int8)
print(q[0], q.dtype, ((q.float() - 3) * 0.05 - w).abs().mean())
z = torch.linspace(-1.5, 1.5, 7, requires_grad=True)
y = RoundSTE.apply(z, 4)
y.pow(2).sum().backward()
print(y, z.grad)
per = torch.fake_quantize_per_channel_affine(w, w.abs().amax(1) / 7, torch.zeros(12, dtype=torch.int32), 0, -8, 7)
print(per[:2])
