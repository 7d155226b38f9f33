import numpy as np
import torch
import torch.nn.functional as F
import random
import os

def seed_everything(seed: int = 42):
    random.seed(seed)
    os.environ['PYTHONHASHSEED'] = str(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)
    torch.cuda.manual_seed_all(seed)
    torch.backends.cudnn.deterministic = True
    torch.backends.cudnn.benchmark = False

seed_everything(7)
names = ["emma", "olivia", "ava", "isabella", "sophia", "mia", "amelia", "noah", "liam", "lucas"]
chars = sorted(set("".join(names)))
stoi = {s: i + 1 for i, s in enumerate(chars)}
stoi["."] = 0
itos = {i: s for s, i in stoi.items()}
V = len(stoi)
N = np.zeros((V, V), dtype=np.int32)
for w in names:
    cs = ["."] + list(w) + ["."]
    for a, b in zip(cs, cs[1:]):
        N[stoi[a], stoi[b]] += 1
print(N.sum(), N.max(), N[0])
P = (N + 1).astype(np.float64)
P /= P.sum(axis=1, keepdims=True)
print(P[0].sum(), P[0, :4])
log_likelihood, n = 0.0, 0
for w in names:
    cs = ["."] + list(w) + ["."]
    for a, b in zip(cs, cs[1:]):
        log_likelihood += np.log(P[stoi[a], stoi[b]])
        n += 1
print(f"nll={-log_likelihood / n:.4f}")
for _ in range(3):
    out, ix = [], 0
    while True:
        ix = np.random.choice(V, p=P[ix])
        if ix == 0 or len(out) > 12:
            break
        out.append(itos[ix])
    print("".join(out))
xs = np.array([stoi[a] for w in names for a in ["."] + list(w)])
ys = np.array([stoi[b] for w in names for b in list(w) + ["."]])
W = torch.randn((V, V), requires_grad=True)
xenc = F.one_hot(torch.from_numpy(xs), num_classes=V).float()
for k in range(50):
    logits = xenc @ W
    loss = F.cross_entropy(logits, torch.from_numpy(ys)) + 0.01 * (W ** 2).mean()
    W.grad = None
    loss.backward()
    W.data += -10 * W.grad
print(f"{loss.item():.4f}", random.random(), np.random.rand())
