import torch, torch.nn as nn, torch.nn.functional as F, math, random, copy
from torch.utils.data import DataLoader, TensorDataset, Dataset
from collections import defaultdict
from dataclasses import dataclass, field, asdict
class DS(Dataset):
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
    def __getitem__(self, i):
        if i >= self.n: raise IndexError
        return {"x": torch.tensor([float(i)]), "y": i % 2, "name": f"s{i}", "w": i / 2}
ds = DS(4); print(len(ds), ds[1], [d["name"] for d in ds], next(iter(DataLoader(ds, batch_size=2))))
def collate(b): return torch.stack([i["x"] for i in b]), [i["name"] for i in b]
for x, names in DataLoader(ds, 3, collate_fn=collate): print(x.shape, names)
class M(nn.Module):
    scale = 2
    def __init__(self, d=3, acts=None):
        super().__init__()
        self.d, self.hist = d, []
        self.lin = nn.Linear(d, 1); self.acts = acts or [nn.ReLU()]
        self.w = nn.Parameter(torch.ones(2)); self.register_buffer("b", torch.zeros(1))
    def forward(self, x, *, verbose=False):
        out = self.lin(x) * self.scale
        if verbose: print("shape", out.shape)
        self.hist.append(out.mean().item() > 100)
        return out
torch.manual_seed(0); m = M(); out = m(torch.ones(2, 3), verbose=True); print(m, m.hist, m.scale, M.scale, [n for n, _ in m.named_parameters()], [n for n, _ in m.named_buffers()], m.training, m.eval().training, len(m.acts), m.d)
m2 = copy.deepcopy(m); m2.scale = 3; print(m2.scale, m.scale, torch.equal(m2.w, m.w), m2.w is m.w, m2.hist == m.hist, m2.hist is m.hist)
for p in m.parameters(): p.requires_grad = False
print(any(p.requires_grad for p in m.parameters()), sum(p.numel() for p in m.parameters()), {n: list(p.shape) for n, p in m.named_parameters()})
train_loss, val = [], []
for e in range(3):
    tl = sum(1 / (i + 1 + e) for i in range(4)) / 4; train_loss.append(tl); val.append(round(tl * 1.1, 2))
    print(f"Epoch {e+1}/{3} - loss: {tl:.4f} - val: {val[-1]} - best: {min(val)} {'*' if val[-1] == min(val) else ''}")
print(train_loss[0] > train_loss[-1], val, sum(val) / len(val), max(enumerate(val), key=lambda t: t[1])[0], [f"{v:.1f}" for v in val], sorted(zip(val, "abc")), dict(zip("abc", val)))
@dataclass
class Cfg:
    lr: float = 0.1; n: int = 3; layers: list = field(default_factory=lambda: [1, 2]); drop: float = 0; name: str = "x"; flag: bool = False
c = Cfg(lr=1, drop=0.5); print(c, asdict(c), c.lr * c.n, c.lr / 2, Cfg(n=2.5), Cfg(**{"lr": 2.0, "layers": []}), c == Cfg(1.0, drop=0.5), f"{c.lr} {c.drop:.1f} {c.n:>3} {c.flag!s}")
step = 0; warm = 10; lrs = []
while step < 5:
    lrs.append(0.1 * min((step + 1) / warm, 1)); step += 1
print(lrs, step / 2, step // 2, step % 2, -step // 2, step ** 2, step ** 0.5, 2 ** step, 10 ** -step, float(step), int(step / 2), round(step / 2), round(step / 3, 2), str(step) + "!", step * "ab", [0] * step, divmod(step, 2), abs(-step), bool(step), step == 5.0, step / 5)
t = torch.arange(12.).view(3, 4); a, b = t.shape; print(a * b, a / b, t.mean(), t.mean(dim=0), t.std(), t.norm(), t.sum().item() / t.numel(), t[1, 2].item(), t[1].tolist(), float(t[0, 1]), int(t[2, 3]), t.argmax(1).tolist(), (t > 5).sum().item(), (t > 5).float().mean().item(), t.min().item(), [round(v, 2) for v in t.flatten().tolist()][:3])
conf = torch.zeros(2, 2, dtype=torch.int64)
for p, y in [(0, 0), (1, 0), (1, 1), (1, 1)]: conf[y, p] += 1
tp, fp, fn = conf[1, 1].item(), conf[0, 1].item(), conf[1, 0].item(); prec = tp / (tp + fp); rec = tp / (tp + fn); print(conf, prec, rec, 2 * prec * rec / (prec + rec), conf.diag().sum().item() / conf.sum().item(), conf.sum(1).tolist(), conf / conf.sum(1, keepdim=True))
stats = defaultdict(lambda: [0, 0.0])
for k, v in [("a", 1.0), ("b", 2), ("a", 3.5)]: stats[k][0] += 1; stats[k][1] += v
print(dict(stats), {k: s / n for k, (n, s) in stats.items()}, sorted(stats.items(), key=lambda kv: -kv[1][1])[0][0])
seq = [3, 1, 2]; print(sorted(seq)[len(seq) // 2], sum(seq) / len(seq), seq[-1] / 2, max(seq) - min(seq), [s - sum(seq) / 3 for s in seq], [s / max(seq) for s in seq], sum(s * s for s in seq), math.sqrt(sum(s ** 2 for s in seq)), list(map(float, seq)), [*map(str, seq)], seq.index(max(seq)), seq[::-1], list(zip(seq, seq[1:])), all(s > 0 for s in seq))
