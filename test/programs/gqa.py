# Grouped-query attention with rotary positions, ALiBi as a mask, a key-value cache, and top-p sampling.
import math
import torch
import torch.nn.functional as F
from torch import nn


def precompute_freqs_cis(dim, end, theta=10000.0):
    freqs = 1.0 / (theta ** (torch.arange(0, dim, 2)[: (dim // 2)].float() / dim))
    t = torch.arange(end, device=freqs.device)
    freqs = torch.outer(t, freqs).float()
    return torch.polar(torch.ones_like(freqs), freqs)


def apply_rotary_emb(xq, xk, freqs_cis):
    xq_ = torch.view_as_complex(xq.float().reshape(*xq.shape[:-1], -1, 2))
    xk_ = torch.view_as_complex(xk.float().reshape(*xk.shape[:-1], -1, 2))
    f = freqs_cis.view(1, xq_.shape[1], 1, xq_.shape[-1])
    xq_out = torch.view_as_real(xq_ * f).flatten(3)
    xk_out = torch.view_as_real(xk_ * f).flatten(3)
    return xq_out.type_as(xq), xk_out.type_as(xk)


def alibi_slopes(n):
    start = 2 ** (-(2 ** -(math.log2(n) - 3)))
    return torch.tensor([start * start**i for i in range(n)])


class Attention(nn.Module):
    def __init__(self, dim, n_heads, n_kv_heads, max_len=16):
        super().__init__()
        self.n_heads, self.n_kv = n_heads, n_kv_heads
        self.head_dim = dim // n_heads
        self.wq = nn.Linear(dim, n_heads * self.head_dim, bias=False)
        self.wk = nn.Linear(dim, n_kv_heads * self.head_dim, bias=False)
        self.wv = nn.Linear(dim, n_kv_heads * self.head_dim, bias=False)
        self.wo = nn.Linear(n_heads * self.head_dim, dim, bias=False)
        self.register_buffer('cache_k', torch.zeros(1, max_len, n_kv_heads, self.head_dim), persistent=False)
        self.register_buffer('cache_v', torch.zeros(1, max_len, n_kv_heads, self.head_dim), persistent=False)
        self.register_buffer('slopes', alibi_slopes(n_heads))

    def bias(self, q_len, k_len):
        rel = torch.arange(k_len)[None, :] - torch.arange(k_len - q_len, k_len)[:, None]
        mask = rel.gt(0)
        return (self.slopes[:, None, None] * rel).masked_fill(mask, float('-inf'))

    def forward(self, x, start_pos, freqs_cis, use_cache=False):
        bsz, seqlen, _ = x.shape
        xq, xk, xv = self.wq(x), self.wk(x), self.wv(x)
        xq = xq.view(bsz, seqlen, self.n_heads, self.head_dim)
        xk = xk.view(bsz, seqlen, self.n_kv, self.head_dim)
        xv = xv.view(bsz, seqlen, self.n_kv, self.head_dim)
        xq, xk = apply_rotary_emb(xq, xk, freqs_cis)
        if use_cache:
            self.cache_k[:bsz, start_pos : start_pos + seqlen] = xk
            self.cache_v[:bsz, start_pos : start_pos + seqlen] = xv
            xk = self.cache_k[:bsz, : start_pos + seqlen]
            xv = self.cache_v[:bsz, : start_pos + seqlen]
        q, k, v = (t.transpose(1, 2) for t in (xq, xk, xv))
        out = F.scaled_dot_product_attention(q, k, v, attn_mask=self.bias(seqlen, k.size(2)), enable_gqa=True)
        return self.wo(out.transpose(1, 2).reshape(bsz, seqlen, -1))


class Decoder(nn.Module):
    def __init__(self, vocab, dim=16, heads=4, kv=2):
        super().__init__()
        self.tok = nn.Embedding(vocab, dim)
        self.norm1 = nn.RMSNorm(dim, eps=1e-6)
        self.attn = Attention(dim, heads, kv)
        self.norm2 = nn.RMSNorm(dim, eps=1e-6)
        self.w1, self.w2, self.w3 = nn.Linear(dim, 24, bias=False), nn.Linear(24, dim, bias=False), nn.Linear(dim, 24, bias=False)
        self.out = nn.Linear(dim, vocab, bias=False)
        self.freqs = precompute_freqs_cis(dim // heads, 16)

    def forward(self, ids, start_pos=0, use_cache=False):
        h = self.tok(ids)
        h = h + self.attn(self.norm1(h), start_pos, self.freqs[start_pos : start_pos + ids.size(1)], use_cache)
        n = self.norm2(h)
        h = h + self.w2(F.silu(self.w1(n)) * self.w3(n))
        return self.out(h)


def sample_top_p(probs, p):
    probs_sort, probs_idx = torch.sort(probs, dim=-1, descending=True)
    probs_sum = torch.cumsum(probs_sort, dim=-1)
    mask = probs_sum - probs_sort > p
    probs_sort[mask] = 0.0
    probs_sort.div_(probs_sort.sum(dim=-1, keepdim=True))
    next_token = torch.multinomial(probs_sort, num_samples=1)
    return torch.gather(probs_idx, -1, next_token)


torch.manual_seed(2024)
model = Decoder(10)
print(model.attn.slopes, model.freqs[1])
print([n for n, _ in model.named_buffers()], list(model.state_dict())[:3])
data = (torch.arange(24).view(2, 12) * 3) % 10
opt = torch.optim.AdamW(model.parameters(), lr=2e-2, fused=False, weight_decay=0.01)
for it in range(6):
    logits = model(data[:, :-1])
    loss = F.cross_entropy(logits.view(-1, 10), data[:, 1:].reshape(-1))
    opt.zero_grad()
    loss.backward()
    opt.step()
    print(it, round(loss.item(), 4))
model.eval()
with torch.inference_mode():
    ids = data[:1, :4]
    full = model(ids)
    logits = model(ids, 0, True)
    print(torch.allclose(full, logits, atol=1e-6))
    out = ids.tolist()[0]
    for pos in range(4, 10):
        nxt = sample_top_p(torch.softmax(logits[:, -1] / 0.8, dim=-1), 0.9)
        out.append(nxt.item())
        logits = model(nxt, pos, use_cache=True)
    print(out)
