import torch
from torch import nn
import torch.nn.functional as F

# A mixture of experts with shared and routed experts, a bias that balances the load without a loss, z-loss, and Muon for matrices.

class Expert(nn.Module):
    def __init__(self, dim, hidden):
        super().__init__()
        self.w1 = nn.Linear(dim, hidden, bias=False)
        self.w2 = nn.Linear(hidden, dim, bias=False)

    def forward(self, x):
        return self.w2(F.relu(self.w1(x)).square())

class MoE(nn.Module):
    def __init__(self, dim, hidden, n_experts, k):
        super().__init__()
        self.k = k
        self.gate = nn.Parameter(torch.empty(n_experts, dim))
        nn.init.kaiming_uniform_(self.gate, a=5 ** 0.5)
        self.register_buffer("bias", torch.zeros(n_experts))
        self.experts = nn.ModuleList([Expert(dim, hidden) for _ in range(n_experts)])
        self.shared = Expert(dim, hidden)

    def forward(self, x):
        shape = x.shape
        x = x.view(-1, shape[-1])
        logits = F.linear(x, self.gate)
        scores = logits.sigmoid()
        _, chosen = torch.topk(scores + self.bias, self.k, dim=-1, sorted=False)
        weights = scores.gather(1, chosen)
        weights = weights / weights.sum(-1, keepdim=True)
        counts = torch.bincount(chosen.flatten(), minlength=len(self.experts))
        y = torch.zeros_like(x)
        for i, expert in enumerate(self.experts):
            if counts[i] == 0:
                continue
            rows, slot = torch.where(chosen == i)
            y.index_add_(0, rows, expert(x[rows]) * weights[rows, slot, None])
        z_loss = torch.logsumexp(logits, dim=-1).pow(2).mean()
        if self.training:
            with torch.no_grad():
                self.bias += 0.01 * torch.sign(counts.float().mean() - counts)
        return (y + self.shared(x)).view(shape), z_loss, counts

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.inp = nn.Linear(6, 8)
        self.moe = MoE(8, 12, 4, 2)
        self.head = nn.Linear(8, 3)

    def forward(self, x):
        h, z, counts = self.moe(self.inp(x))
        return self.head(h), z, counts

torch.manual_seed(11)
net = Net()
matrices = [p for n, p in net.named_parameters() if p.ndim == 2 and "experts" in n]
others = [p for n, p in net.named_parameters() if not (p.ndim == 2 and "experts" in n)]
opts = [torch.optim.Muon(matrices, lr=0.02, momentum=0.9, weight_decay=0.0), torch.optim.AdamW(others, lr=0.01)]
x = torch.randn(32, 6)
y = (x[:, 0] > 0).long() + (x[:, 1] > 0.5).long()
for step in range(6):
    logits, z, counts = net(x)
    ce = F.cross_entropy(logits, y)
    loss = ce + 1e-3 * z
    for o in opts:
        o.zero_grad()
    loss.backward()
    for o in opts:
        o.step()
    print(f"step {step}: ce={ce:.4f} z={z.item():.4f} load={counts.tolist()} bias={[round(b, 2) for b in net.moe.bias.tolist()]}")
net.eval()
with torch.no_grad():
    logits, _, counts = net(x)
pred = logits.argmax(-1)
print("accuracy", (pred == y).float().mean().item(), counts)
entropy = -(F.softmax(logits, -1) * F.log_softmax(logits, -1)).sum(-1)
print(entropy.topk(3), torch.unique(pred, return_counts=True))
print(list(net.state_dict().keys())[:4], net.moe.gate.grad.norm())
