import torch, torch.nn as nn, copy, random
from collections import deque
torch.manual_seed(14)
q = nn.Sequential(nn.Linear(2, 8), nn.ReLU(), nn.Linear(8, 3))
tgt = copy.deepcopy(q)
tgt.load_state_dict(q.state_dict())
for p in tgt.parameters(): p.requires_grad_(False)
opt = torch.optim.RMSprop(q.parameters(), lr=1e-2, alpha=0.95, eps=0.01)
buf = deque(maxlen=6)
s = torch.zeros(2)
for t in range(12):
    eps = max(0.1, 1 - t / 10)
    if torch.rand(()).item() < eps: a = torch.randint(3, (1,)).item()
    else:
        with torch.no_grad(): a = q(s).argmax().item()
    s2 = (s + torch.tensor([[1., 0], [-1, 0], [0, 1]])[a]).clamp(-2, 2)
    r = -s2.abs().sum().item()
    buf.append((s, a, r, s2, float(t % 5 == 4)))
    s = s2 if t % 5 != 4 else torch.zeros(2)
    if len(buf) < 4: continue
    idx = torch.randperm(len(buf))[:4].tolist()
    S, A, R, S2, D = map(list, zip(*[buf[i] for i in idx]))
    S, S2 = torch.stack(S), torch.stack(S2)
    A, R, D = torch.tensor(A), torch.tensor(R), torch.tensor(D)
    qa = q(S).gather(1, A.unsqueeze(1)).squeeze(1)
    with torch.no_grad(): y = R + 0.9 * (1 - D) * tgt(S2).max(1).values
    loss = nn.functional.huber_loss(qa, y)
    opt.zero_grad(); loss.backward(); opt.step()
    for p, tp in zip(q.parameters(), tgt.parameters()): tp.data.copy_(0.1 * p.data + 0.9 * tp.data)
    print(t, a, f'{loss.item():.5f}')
R = [1., 0., 2.]; G = 0; rets = []
for r in R[::-1]: G = r + 0.9 * G; rets.insert(0, G)
rets = torch.tensor(rets); rets = (rets - rets.mean()) / (rets.std() + 1e-8)
print(rets)
v, d = torch.tensor([.5, .4, .3, .2]), torch.tensor([0., 0., 1.])
adv = torch.zeros(3); last = 0.
for t in reversed(range(3)):
    delta = R[t] + .9 * v[t + 1] * (1 - d[t]) - v[t]
    adv[t] = last = delta + .9 * .95 * (1 - d[t]) * last
print(adv, adv + v[:-1])
