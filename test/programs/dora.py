import math
import torch
import torch.nn as nn
import torch.nn.functional as F

torch.manual_seed(123)

class LoRALayer(nn.Module):
    def __init__(self, in_dim, out_dim, rank, alpha):
        super().__init__()
        std_dev = 1 / torch.sqrt(torch.tensor(rank).float())
        self.A = nn.Parameter(torch.randn(in_dim, rank) * std_dev)
        self.B = nn.Parameter(torch.zeros(rank, out_dim))
        self.alpha = alpha
    def forward(self, x):
        return self.alpha * (x @ self.A @ self.B)

class LinearWithDoRAMerged(nn.Module):
    def __init__(self, linear, rank, alpha):
        super().__init__()
        self.linear = linear
        self.lora = LoRALayer(linear.in_features, linear.out_features, rank, alpha)
        self.m = nn.Parameter(self.linear.weight.norm(p=2, dim=0, keepdim=True))
    def forward(self, x):
        lora = self.lora.A @ self.lora.B
        numerator = self.linear.weight + self.lora.alpha * lora.T
        denominator = numerator.norm(p=2, dim=0, keepdim=True)
        directional_component = numerator / denominator
        return F.linear(x, self.m * directional_component, self.linear.bias)

class MultilayerPerceptron(nn.Module):
    def __init__(self, num_features, h1, h2, num_classes):
        super().__init__()
        self.layers = nn.Sequential(nn.Linear(num_features, h1), nn.ReLU(), nn.Linear(h1, h2), nn.ReLU(), nn.Linear(h2, num_classes))
    def forward(self, x):
        return self.layers(x)

model = MultilayerPerceptron(8, 10, 6, 3)
x = torch.randn(4, 8)
before = model(x)
for i in (0, 2, 4):
    model.layers[i] = LinearWithDoRAMerged(model.layers[i], rank=2, alpha=4)
print(torch.allclose(before, model(x), atol=1e-6))
print(model)

def freeze_linear_layers(model):
    for child in model.children():
        if isinstance(child, nn.Linear):
            for param in child.parameters():
                param.requires_grad = False
        else:
            freeze_linear_layers(child)

freeze_linear_layers(model)
for name, param in model.named_parameters():
    print(f"{name}: {param.requires_grad}")
y = torch.tensor([0, 2, 1, 1])
opt = torch.optim.Adam((p for p in model.parameters() if p.requires_grad), lr=0.02)
for epoch in range(4):
    logits = model(x)
    loss = F.cross_entropy(logits, y)
    opt.zero_grad()
    loss.backward()
    opt.step()
    print('Epoch: %03d | Loss: %.4f' % (epoch + 1, loss))
print(model.layers[0].linear.weight.grad is None, model.layers[4].m)
# merge, and the low-rank truth
with torch.no_grad():
    d = model.layers[2]
    delta = d.lora.alpha * (d.lora.A @ d.lora.B).T
    print(torch.linalg.matrix_rank(delta))
    w = d.linear.weight + delta
    merged = nn.Linear(10, 6)
    merged.weight.copy_(d.m * w / w.norm(p=2, dim=0, keepdim=True))
    merged.bias.copy_(d.linear.bias)
    h = torch.randn(2, 10)
    print((merged(h) - d(h)).abs().max() < 1e-6)
sd = {k: v for k, v in model.state_dict().items() if 'lora' in k or k.endswith('.m')}
print(list(sd), sum(v.numel() for v in sd.values()))
missing, unexpected = model.load_state_dict(sd, strict=False)
print(len(missing), unexpected)
# VeRA-like: shared random matrices, only the scales are learnt
class VeRA(nn.Module):
    def __init__(self, linear, A, B):
        super().__init__()
        self.linear = linear.requires_grad_(False)
        self.register_buffer('A', A)
        self.register_buffer('B', B)
        self.d = nn.Parameter(torch.full((A.shape[0],), 0.1))
        self.b = nn.Parameter(torch.zeros(linear.out_features))
    def forward(self, x):
        return self.linear(x) + self.b * F.linear(self.d * F.linear(x, self.A), self.B)
A = torch.empty(2, 8); nn.init.kaiming_uniform_(A, a=math.sqrt(5))
B = torch.empty(5, 2); nn.init.kaiming_uniform_(B, a=math.sqrt(5))
v = VeRA(nn.Linear(8, 5), A, B)
v(x).sum().backward()
print(v.d.grad, v.b.grad)
