import math
import torch
import torch.nn as nn
import torch.nn.functional as F

# Decoding with a cache of keys and values: rotary positions as complex numbers, grouped queries, a sliding window, nucleus sampling.

def rope_cis(dim, length, theta=10000.0):
    freqs = 1.0 / (theta ** (torch.arange(0, dim, 2)[: dim // 2].float() / dim))
    angles = torch.outer(torch.arange(length, dtype=torch.float32), freqs)
    return torch.polar(torch.ones_like(angles), angles)

def rotate(x, cis):
    xc = torch.view_as_complex(x.float().reshape(*x.shape[:-1], -1, 2))
    return torch.view_as_real(xc * cis[None, :, None, :]).flatten(3).type_as(x)

class KVCache(nn.Module):
    def __init__(self, batch, length, heads, dim):
        super().__init__()
        self.register_buffer("k", torch.zeros(batch, length, heads, dim), persistent=False)
        self.register_buffer("v", torch.zeros(batch, length, heads, dim), persistent=False)

    def update(self, pos, k, v):
        self.k[:, pos : pos + k.size(1)] = k
        self.v[:, pos : pos + v.size(1)] = v
        return self.k[:, : pos + k.size(1)], self.v[:, : pos + v.size(1)]

class Attention(nn.Module):
    def __init__(self, dim, n_heads, n_kv, window):
        super().__init__()
        self.n_heads, self.n_kv, self.window = n_heads, n_kv, window
        self.head_dim = dim // n_heads
        self.qkv = nn.Linear(dim, (n_heads + 2 * n_kv) * self.head_dim, bias=False)
        self.out = nn.Linear(dim, dim, bias=False)
        self.q_norm = nn.RMSNorm(self.head_dim, eps=1e-6)
        self.k_norm = nn.RMSNorm(self.head_dim, eps=1e-6)

    def forward(self, x, cis, pos=0, cache=None):
        B, T, D = x.shape
        q, k, v = self.qkv(x).split([self.n_heads * self.head_dim, self.n_kv * self.head_dim, self.n_kv * self.head_dim], dim=-1)
        q = self.q_norm(q.view(B, T, self.n_heads, self.head_dim))
        k = self.k_norm(k.view(B, T, self.n_kv, self.head_dim))
        v = v.view(B, T, self.n_kv, self.head_dim)
        q, k = rotate(q, cis[pos : pos + T]), rotate(k, cis[pos : pos + T])
        if cache is not None:
            k, v = cache.update(pos, k, v)
        rows = torch.arange(pos, pos + T)[:, None]
        cols = torch.arange(k.size(1))[None, :]
        mask = (cols <= rows) & (cols > rows - self.window)
        y = F.scaled_dot_product_attention(q.transpose(1, 2), k.transpose(1, 2), v.transpose(1, 2), attn_mask=mask, enable_gqa=True)
        return self.out(y.transpose(1, 2).reshape(B, T, D))

class Block(nn.Module):
    def __init__(self, dim, *args):
        super().__init__()
        self.attn = Attention(dim, *args)
        self.norm1, self.norm2 = nn.RMSNorm(dim), nn.RMSNorm(dim)
        self.gate_up = nn.Linear(dim, 4 * dim, bias=False)
        self.down = nn.Linear(2 * dim, dim, bias=False)

    def forward(self, x, *args, **kwargs):
        x = x + self.attn(self.norm1(x), *args, **kwargs)
        gate, up = self.gate_up(self.norm2(x)).chunk(2, dim=-1)
        return x + self.down(F.silu(gate) * up)

class LM(nn.Module):
    def __init__(self, vocab=11, dim=16, layers=2):
        super().__init__()
        self.embed = nn.Embedding(vocab, dim)
        self.blocks = nn.ModuleList(Block(dim, 4, 2, 5) for _ in range(layers))
        self.norm = nn.RMSNorm(dim)
        self.register_buffer("cis", rope_cis(dim // 4, 32))

    def forward(self, ids, pos=0, caches=None):
        x = self.embed(ids) * math.sqrt(self.embed.embedding_dim)
        for i, block in enumerate(self.blocks):
            x = block(x, self.cis, pos=pos, cache=None if caches is None else caches[i])
        return F.linear(self.norm(x), self.embed.weight)

def top_p(logits, p, temperature):
    probs = torch.softmax(logits / temperature, dim=-1)
    ordered, idx = torch.sort(probs, dim=-1, descending=True)
    cumulative = torch.cumsum(ordered, dim=-1)
    ordered[cumulative - ordered > p] = 0.0
    ordered.div_(ordered.sum(dim=-1, keepdim=True))
    pick = torch.multinomial(ordered, num_samples=1)
    return torch.gather(idx, -1, pick)

@torch.inference_mode()
def generate(model, prompt, n, **kw):
    caches = [KVCache(prompt.size(0), 32, 2, 4) for _ in model.blocks]
    logits = model(prompt, 0, caches)[:, -1]
    out = [prompt]
    for step in range(n):
        nxt = top_p(logits, **kw)
        out.append(nxt)
        logits = model(nxt, prompt.size(1) + step, caches)[:, -1]
    return torch.cat(out, dim=1)

torch.manual_seed(3407)
model = LM()
print(sum(p.numel() for p in model.parameters()), model.cis.dtype, tuple(model.cis.shape))
opt = torch.optim.AdamW(model.parameters(), lr=3e-3, betas=(0.9, 0.95), weight_decay=0.1, fused=False)
sched = torch.optim.lr_scheduler.SequentialLR(opt, [torch.optim.lr_scheduler.LinearLR(opt, 0.1, total_iters=3), torch.optim.lr_scheduler.CosineAnnealingLR(opt, 5)], milestones=[3])
data = torch.randint(0, 11, (4, 13))
for it in range(6):
    x, y = data[:, :-1], data[:, 1:]
    loss = F.cross_entropy(model(x).flatten(0, 1), y.flatten(), label_smoothing=0.05)
    opt.zero_grad(set_to_none=True)
    loss.backward()
    norm = nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    opt.step()
    sched.step()
    print(f"{it} {loss.item():.5f} {norm:.4f} {sched.get_last_lr()[0]:.6f}")
model.eval()
ids = generate(model, data[:2, :4], 6, p=0.9, temperature=0.8).clone()
print(ids)
full = model(ids)
caches = [KVCache(2, 32, 2, 4) for _ in model.blocks]
with torch.no_grad():
    steps = [model(ids[:, i : i + 1], i, caches) for i in range(ids.size(1))]
print(torch.allclose(full, torch.cat(steps, 1), atol=1e-5), caches[0].k.shape)
print(model.blocks[0].attn)
