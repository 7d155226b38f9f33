# RWKV: time mixing as a recurrence, token shift, channel mixing with a squared relu.
import torch
import torch.nn as nn
from torch.nn import functional as F


class TimeMix(nn.Module):
    def __init__(self, n_embd, n_layer, layer_id):
        super().__init__()
        ratio_0_to_1 = layer_id / (n_layer - 1)
        ratio_1_to_almost0 = 1.0 - (layer_id / n_layer)
        decay_speed = torch.ones(n_embd)
        for h in range(n_embd):
            decay_speed[h] = -5 + 8 * (h / (n_embd - 1)) ** (0.7 + 1.3 * ratio_0_to_1)
        self.time_decay = nn.Parameter(decay_speed)
        zigzag = torch.tensor([(i + 1) % 3 - 1 for i in range(n_embd)]) * 0.5
        self.time_first = nn.Parameter(torch.ones(n_embd) * torch.log(torch.tensor(0.3)) + zigzag)
        x = torch.ones(1, 1, n_embd)
        for i in range(n_embd):
            x[0, 0, i] = i / n_embd
        self.time_mix_k = nn.Parameter(torch.pow(x, ratio_1_to_almost0))
        self.time_mix_v = nn.Parameter(torch.pow(x, ratio_1_to_almost0) + 0.3 * ratio_0_to_1)
        self.time_mix_r = nn.Parameter(torch.pow(x, 0.5 * ratio_1_to_almost0))
        self.time_shift = nn.ZeroPad2d((0, 0, 1, -1))
        self.key = nn.Linear(n_embd, n_embd, bias=False)
        self.value = nn.Linear(n_embd, n_embd, bias=False)
        self.receptance = nn.Linear(n_embd, n_embd, bias=False)
        self.output = nn.Linear(n_embd, n_embd, bias=False)

    def forward(self, x):
        B, T, C = x.size()
        xx = self.time_shift(x)
        xk = x * self.time_mix_k + xx * (1 - self.time_mix_k)
        xv = x * self.time_mix_v + xx * (1 - self.time_mix_v)
        xr = x * self.time_mix_r + xx * (1 - self.time_mix_r)
        k, v, r = self.key(xk), self.value(xv), torch.sigmoid(self.receptance(xr))
        w = -torch.exp(self.time_decay)
        aa = torch.zeros(B, C)
        bb = torch.zeros(B, C)
        pp = torch.full((B, C), -1e38)
        out = torch.empty(B, T, C)
        for t in range(T):
            ww = self.time_first + k[:, t]
            p = torch.maximum(pp, ww)
            e1, e2 = torch.exp(pp - p), torch.exp(ww - p)
            out[:, t] = (e1 * aa + e2 * v[:, t]) / (e1 * bb + e2)
            ww = pp + w
            p = torch.maximum(ww, k[:, t])
            e1, e2 = torch.exp(ww - p), torch.exp(k[:, t] - p)
            aa = e1 * aa + e2 * v[:, t]
            bb = e1 * bb + e2
            pp = p
        return self.output(r * out)


class ChannelMix(nn.Module):
    def __init__(self, n_embd):
        super().__init__()
        self.time_mix = nn.ParameterDict({'k': nn.Parameter(torch.full((1, 1, n_embd), 0.5)), 'r': nn.Parameter(torch.full((1, 1, n_embd), 0.25))})
        self.time_shift = nn.ZeroPad2d((0, 0, 1, -1))
        self.key = nn.Linear(n_embd, 4 * n_embd, bias=False)
        self.receptance = nn.Linear(n_embd, n_embd, bias=False)
        self.value = nn.Linear(4 * n_embd, n_embd, bias=False)

    def forward(self, x):
        xx = self.time_shift(x)
        xk = torch.lerp(xx, x, self.time_mix['k'])
        xr = torch.lerp(xx, x, self.time_mix['r'])
        k = torch.square(F.relu(self.key(xk)))
        return torch.sigmoid(self.receptance(xr)) * self.value(k)


class Block(nn.Module):
    def __init__(self, n_embd, n_layer, i):
        super().__init__()
        self.ln1 = nn.LayerNorm(n_embd)
        self.ln2 = nn.LayerNorm(n_embd)
        self.att = TimeMix(n_embd, n_layer, i)
        self.ffn = ChannelMix(n_embd)

    def forward(self, x):
        x = x + self.att(self.ln1(x))
        x = x + self.ffn(self.ln2(x))
        return x


torch.manual_seed(42)
V, C, L = 6, 8, 2
net = nn.Sequential(nn.Embedding(V, C), *[Block(C, L, i) for i in range(L)], nn.LayerNorm(C), nn.Linear(C, V, bias=False))
for name, p in net.named_parameters():
    if name.endswith('output.weight') or name.endswith('value.weight'):
        nn.init.orthogonal_(p, gain=0.5)
opt = torch.optim.Adam(net.parameters(), lr=1e-2, betas=(0.9, 0.99), eps=1e-8)
sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=6, eta_min=1e-3)
data = torch.tensor([[0, 1, 2, 3, 4, 5, 0, 1], [5, 4, 3, 2, 1, 0, 5, 4]])
for step in range(6):
    logits = net(data[:, :-1])
    loss = F.cross_entropy(logits.flatten(0, 1), data[:, 1:].flatten())
    opt.zero_grad(set_to_none=True)
    loss.backward()
    total = torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
    opt.step()
    sched.step()
    print(f"{step} loss={loss.item():.5f} norm={total.item():.4f} lr={sched.get_last_lr()[0]:.6f}")
print(net[1].att.time_decay.detach())
print(net[1].ffn)
print(sum(p.numel() for p in net.parameters() if p.requires_grad))
