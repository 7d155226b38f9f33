# A mixture of experts with top-2 routing and a balancing loss.
import torch
from torch import nn, Tensor
from torch.nn import functional as F
from typing import Tuple


class Expert(nn.Module):
    def __init__(self, d: int, hidden: int) -> None:
        super().__init__()
        self.up = nn.Linear(d, hidden)
        self.down = nn.Linear(hidden, d)

    def forward(self, x: Tensor) -> Tensor:
        return self.down(F.gelu(self.up(x)))


class MoE(nn.Module):
    def __init__(self, d: int, n: int, k: int = 2) -> None:
        super().__init__()
        self.k, self.n = k, n
        self.gate = nn.Linear(d, n, bias=False)
        self.experts = nn.ModuleList([Expert(d, 2 * d) for _ in range(n)])

    def forward(self, x: Tensor) -> Tuple[Tensor, Tensor]:
        B, T, D = x.shape
        flat = x.reshape(-1, D)
        probs = self.gate(flat).softmax(dim=-1)
        weights, chosen = probs.topk(self.k, dim=-1)
        weights = weights / weights.sum(dim=-1, keepdim=True)
        out = torch.zeros_like(flat)
        for e, expert in enumerate(self.experts):
            rows, slot = torch.where(chosen == e)
            if rows.numel() == 0:
                continue
            out.index_add_(0, rows, expert(flat[rows]) * weights[rows, slot, None])
        load = F.one_hot(chosen, self.n).sum(dim=1).float().mean(dim=0)
        aux = self.n * (load * probs.mean(dim=0)).sum()
        return out.view(B, T, D), aux


torch.manual_seed(4)
layer = MoE(6, 4)
head = nn.Linear(6, 1)
optimizer = torch.optim.NAdam([{"params": layer.parameters()}, {"params": head.parameters(), "lr": 0.02}], lr=0.01)
x = torch.randn(2, 5, 6)
y = x.pow(2).sum(-1, keepdim=True).sqrt()
for step in range(5):
    h, aux = layer(x)
    loss = F.huber_loss(head(x + h), y, delta=0.5) + 0.01 * aux
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    print(f"{step}: loss={loss.item():.5f} aux={aux.item():.4f} gate={layer.gate.weight.grad.abs().sum().item():.5f}")
unused = [n for n, p in layer.named_parameters() if p.grad is None]
print(unused)
print(layer.experts[1], optimizer.param_groups[1]["lr"], sep="\n")
print({k: tuple(v.shape) for k, v in layer.state_dict().items() if k.startswith("experts.0")})
