# A set transformer: induced self-attention, pooling by attention, sets of different sizes by padding masks.
import torch
import torch.nn as nn
from torch.nn.utils.rnn import pad_sequence


class MAB(nn.Module):
    def __init__(self, dim, heads, ln=True):
        super().__init__()
        self.attn = nn.MultiheadAttention(dim, heads, batch_first=True)
        self.ln0 = nn.LayerNorm(dim) if ln else nn.Identity()
        self.ln1 = nn.LayerNorm(dim) if ln else nn.Identity()
        self.fc = nn.Linear(dim, dim)

    def forward(self, q, k, key_padding_mask=None, need_weights=False):
        a, w = self.attn(q, k, k, key_padding_mask=key_padding_mask, need_weights=need_weights, average_attn_weights=False)
        h = self.ln0(q + a)
        out = self.ln1(h + self.fc(h).relu())
        return (out, w) if need_weights else out


class ISAB(nn.Module):
    def __init__(self, dim, heads, m):
        super().__init__()
        self.inducing = nn.Parameter(torch.empty(1, m, dim))
        nn.init.xavier_uniform_(self.inducing)
        self.mab0 = MAB(dim, heads)
        self.mab1 = MAB(dim, heads)

    def forward(self, x, mask=None):
        h = self.mab0(self.inducing.expand(x.size(0), -1, -1), x, key_padding_mask=mask)
        return self.mab1(x, h)


class PMA(nn.Module):
    def __init__(self, dim, heads, k):
        super().__init__()
        self.seeds = nn.Parameter(torch.empty(1, k, dim))
        nn.init.xavier_normal_(self.seeds)
        self.mab = MAB(dim, heads, ln=False)

    def forward(self, x, mask=None):
        return self.mab(self.seeds.repeat(x.size(0), 1, 1), x, key_padding_mask=mask, need_weights=True)


class SetTransformer(nn.Module):
    def __init__(self, d_in, dim=8, heads=2, m=3):
        super().__init__()
        self.embed = nn.Linear(d_in, dim)
        self.enc = nn.ModuleList([ISAB(dim, heads, m), ISAB(dim, heads, m)])
        self.pma = PMA(dim, heads, 1)
        self.out = nn.Sequential(nn.Linear(dim, dim), nn.SiLU(), nn.Linear(dim, 1))

    def forward(self, x, mask=None):
        h = self.embed(x)
        for layer in self.enc:
            h = layer(h, mask)
        pooled, w = self.pma(h, mask)
        return self.out(pooled.squeeze(1)).squeeze(-1), w


torch.manual_seed(21)
sets = [torch.rand(n, 2) for n in (3, 5, 4, 6)]
target = torch.stack([s.max() for s in sets])
x = pad_sequence(sets, batch_first=True, padding_value=0.0)
lengths = torch.tensor([len(s) for s in sets])
mask = torch.arange(x.size(1)).unsqueeze(0) >= lengths.unsqueeze(1)
print(x.shape, mask.sum(dim=1), mask[0])
net = SetTransformer(2)
opt = torch.optim.RAdam(net.parameters(), lr=1e-2)
loss_fn = nn.SmoothL1Loss(beta=0.5)
for epoch in range(6):
    pred, w = net(x, mask)
    loss = loss_fn(pred, target)
    opt.zero_grad()
    loss.backward()
    opt.step()
    print(f'{epoch}: {loss.item():.6f}')
with torch.no_grad():
    net.eval()
    pred, w = net(x, mask)
    perm = torch.tensor([2, 0, 1, 3, 4, 5])
    again, _ = net(x[:, perm], mask[:, perm])
print(w.shape, (w[0, :, 0, 3:] == 0).all(), torch.allclose(pred[0], again[0], atol=1e-6))
print(w[0, 0, 0])
print(net.pma)
