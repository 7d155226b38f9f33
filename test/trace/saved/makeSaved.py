"""Writes saved.json: what PyTorch keeps for the backward pass of twenty small models, by torch.autograd.graph.saved_tensors_hooks.

Run with one thread: ATEN_CPU_CAPABILITY=avx2 python makeSaved.py > saved.json
"""
import json
import torch
import torch.nn.functional as F
from torch import nn

torch.set_num_threads(1)

# A name, the model in TypeScript, and the same in Python. Both end with a loss.
MODELS = [
    ("a square", "const x = torch.randn(4, 3, { requires_grad: true });\nconst loss = (x * x).sum();", "x = torch.randn(4, 3, requires_grad=True)\nloss = (x * x).sum()"),
    ("a product with a constant", "const x = torch.randn(4, 3, { requires_grad: true });\nconst loss = x.mul(torch.ones(4, 3)).sum();", "x = torch.randn(4, 3, requires_grad=True)\nloss = x.mul(torch.ones(4, 3)).sum()"),
    ("a plain number", "const x = torch.randn(5, { requires_grad: true });\nconst loss = x.mul(3).add(1).sum();", "x = torch.randn(5, requires_grad=True)\nloss = x.mul(3).add(1).sum()"),
    ("a quotient", "const x = torch.randn(5, { requires_grad: true });\nconst y = torch.rand(5).add(1).requires_grad_();\nconst loss = x.div(y).sum();", "x = torch.randn(5, requires_grad=True)\ny = torch.rand(5).add(1).requires_grad_()\nloss = x.div(y).sum()"),
    ("exp and log", "const x = torch.rand(6, { requires_grad: true });\nconst loss = x.exp().add(1).log().sum();", "x = torch.rand(6, requires_grad=True)\nloss = x.exp().add(1).log().sum()"),
    ("sigmoid and tanh", "const x = torch.randn(6, { requires_grad: true });\nconst loss = x.sigmoid().tanh().sum();", "x = torch.randn(6, requires_grad=True)\nloss = x.sigmoid().tanh().sum()"),
    ("relu", "const x = torch.randn(6, { requires_grad: true });\nconst loss = x.relu().sum();", "x = torch.randn(6, requires_grad=True)\nloss = x.relu().sum()"),
    ("a power and a root", "const x = torch.rand(6, { requires_grad: true });\nconst loss = x.pow(3).sqrt().sum();", "x = torch.rand(6, requires_grad=True)\nloss = x.pow(3).sqrt().sum()"),
    ("a product of matrices", "const x = torch.randn(4, 3);\nconst w = torch.randn(3, 2, { requires_grad: true });\nconst loss = x.matmul(w).sum();", "x = torch.randn(4, 3)\nw = torch.randn(3, 2, requires_grad=True)\nloss = x.matmul(w).sum()"),
    ("both matrices learn", "const x = torch.randn(4, 3, { requires_grad: true });\nconst w = torch.randn(3, 2, { requires_grad: true });\nconst loss = x.matmul(w).sum();", "x = torch.randn(4, 3, requires_grad=True)\nw = torch.randn(3, 2, requires_grad=True)\nloss = x.matmul(w).sum()"),
    ("a batch of products", "const x = torch.randn(5, 4, 3, { requires_grad: true });\nconst w = torch.randn(5, 3, 2, { requires_grad: true });\nconst loss = x.bmm(w).sum();", "x = torch.randn(5, 4, 3, requires_grad=True)\nw = torch.randn(5, 3, 2, requires_grad=True)\nloss = x.bmm(w).sum()"),
    ("a linear layer", "const loss = new torch.nn.Linear(3, 2)(torch.randn(4, 3)).sum();", "loss = nn.Linear(3, 2)(torch.randn(4, 3)).sum()"),
    ("a perceptron", "const { nn } = torch;\nconst net = new nn.Sequential(new nn.Linear(3, 8), new nn.ReLU(), new nn.Linear(8, 2));\nconst loss = nn.functional.mse_loss(net(torch.randn(4, 3)), torch.randn(4, 2));", "net = nn.Sequential(nn.Linear(3, 8), nn.ReLU(), nn.Linear(8, 2))\nloss = F.mse_loss(net(torch.randn(4, 3)), torch.randn(4, 2))"),
    ("a classifier", "const { nn } = torch;\nconst loss = nn.functional.cross_entropy(new nn.Linear(3, 5)(torch.randn(4, 3)), torch.tensor([0, 1, 2, 3]));", "loss = F.cross_entropy(nn.Linear(3, 5)(torch.randn(4, 3)), torch.tensor([0, 1, 2, 3]))"),
    ("softmax", "const x = torch.randn(4, 5, { requires_grad: true });\nconst loss = torch.softmax(x, 1).mul(torch.randn(4, 5)).sum();", "x = torch.randn(4, 5, requires_grad=True)\nloss = torch.softmax(x, 1).mul(torch.randn(4, 5)).sum()"),
    ("a convolution with pooling", "const { nn } = torch;\nconst F = nn.functional;\nconst loss = F.max_pool2d(F.relu(new nn.Conv2d(1, 6, 3, { padding: 1 })(torch.randn(2, 1, 8, 8))), 2).sum();", "loss = F.max_pool2d(F.relu(nn.Conv2d(1, 6, 3, padding=1)(torch.randn(2, 1, 8, 8))), 2).sum()"),
    ("a mean of a view", "const x = torch.randn(4, 6, { requires_grad: true });\nconst loss = x.view(2, 12).t().mean(1).sum();", "x = torch.randn(4, 6, requires_grad=True)\nloss = x.view(2, 12).t().mean(1).sum()"),
    ("logistic regression", "const x = torch.randn(8, 2);\nconst y = torch.ones(8, 1);\nconst w = torch.zeros(2, 1, { requires_grad: true });\nconst b = torch.zeros(1, { requires_grad: true });\nconst p = x.matmul(w).add(b).sigmoid();\nconst loss = y.mul(p.log()).mean().neg();", "x = torch.randn(8, 2)\ny = torch.ones(8, 1)\nw = torch.zeros(2, 1, requires_grad=True)\nb = torch.zeros(1, requires_grad=True)\np = x.matmul(w).add(b).sigmoid()\nloss = y.mul(p.log()).mean().neg()"),
    ("an embedding", "const { nn } = torch;\nconst loss = new nn.Embedding(10, 4)(torch.tensor([1, 2, 2])).pow(2).sum();", "loss = nn.Embedding(10, 4)(torch.tensor([1, 2, 2])).pow(2).sum()"),
    ("binary cross entropy with logits", "const { nn } = torch;\nconst loss = nn.functional.binary_cross_entropy_with_logits(new nn.Linear(3, 1)(torch.randn(4, 3)), torch.ones(4, 1));", "loss = F.binary_cross_entropy_with_logits(nn.Linear(3, 1)(torch.randn(4, 3)), torch.ones(4, 1))"),
    ("layer norm and gelu", "const { nn } = torch;\nconst loss = nn.functional.gelu(new nn.LayerNorm(6)(torch.randn(4, 6))).sum();", "loss = F.gelu(nn.LayerNorm(6)(torch.randn(4, 6))).sum()"),
    ("a selection", "const x = torch.randn(6, { requires_grad: true });\nconst loss = torch.where(x.detach().gt(0), x.mul(2), x.mul(x)).sum();", "x = torch.randn(6, requires_grad=True)\nloss = torch.where(x.detach().gt(0), x.mul(2), x.mul(x)).sum()"),
    ("largest entries and a joined list", "const x = torch.randn(4, 3, { requires_grad: true });\nconst loss = torch.cat([x, x.abs()], 1).max(1).values.sum();", "x = torch.randn(4, 3, requires_grad=True)\nloss = torch.cat([x, x.abs()], 1).max(1).values.sum()"),
]


def saved_by(code):
    sizes = []

    def pack(tensor):
        sizes.append(tensor.numel() * tensor.element_size())
        return tensor

    scope = {"torch": torch, "nn": nn, "F": F}
    torch.manual_seed(0)
    with torch.autograd.graph.saved_tensors_hooks(pack, lambda tensor: tensor):
        exec(code, scope)
    return sorted(sizes)


print(json.dumps([{"name": name, "model": model, "saved": saved_by(code)} for name, model, code in MODELS], indent=1))
