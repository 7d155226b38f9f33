import math
import torch
import torch.nn.functional as F

torch.manual_seed(0)
torch.set_printoptions(precision=3, sci_mode=False)

def precompute_freqs_cis(dim, end, theta=10000.0):
    freqs = 1.0 / (theta ** (torch.arange(0, dim, 2)[: (dim // 2)].float() / dim))
    t = torch.arange(end, device=freqs.device)
    freqs = torch.outer(t, freqs).float()
    return torch.polar(torch.ones_like(freqs), freqs)

def apply_complex(x, freqs_cis):
    x_ = torch.view_as_complex(x.float().reshape(*x.shape[:-1], -1, 2))
    fc = freqs_cis.view(1, x_.shape[1], 1, x_.shape[-1])
    return torch.view_as_real(x_ * fc).flatten(3).type_as(x)

def rotate_half(x):
    x1, x2 = x.chunk(2, dim=-1)
    return torch.cat((-x2, x1), dim=-1)

class RotaryEmbedding(torch.nn.Module):
    def __init__(self, dim, base=10000, scaling=None):
        super().__init__()
        inv_freq = 1.0 / (base ** (torch.arange(0, dim, 2, dtype=torch.int64).float() / dim))
        if scaling == 'ntk':
            base = base * 4 ** (dim / (dim - 2))
            inv_freq = 1.0 / (base ** (torch.arange(0, dim, 2).float() / dim))
        self.register_buffer('inv_freq', inv_freq, persistent=False)
    @torch.no_grad()
    def forward(self, x, position_ids):
        inv = self.inv_freq[None, :, None].expand(position_ids.shape[0], -1, 1)
        freqs = (inv @ position_ids[:, None, :].float()).transpose(1, 2)
        emb = torch.cat((freqs, freqs), dim=-1)
        return emb.cos().to(x.dtype), emb.sin().to(x.dtype)

B, T, H, D = 1, 5, 2, 8
q = torch.randn(B, T, H, D)
k = torch.randn(B, T, H, D)
fc = precompute_freqs_cis(D, T)
print(fc.shape, fc.dtype)
print(fc[1])
qc, kc = apply_complex(q, fc), apply_complex(k, fc)
rot = RotaryEmbedding(D)
pos = torch.arange(T)[None]
cos, sin = rot(q, pos)
cos, sin = cos.unsqueeze(2), sin.unsqueeze(2)
perm = torch.cat([torch.arange(0, D, 2), torch.arange(1, D, 2)])
qh = q[..., perm] * cos + rotate_half(q[..., perm]) * sin
print(torch.allclose(qh, qc[..., perm], atol=1e-5))
scores = torch.einsum('bthd,bshd->bhts', qc, kc)
# only the distance matters
same = torch.ones(1, T, H, D)
d = torch.einsum('bthd,bshd->bhts', apply_complex(same, fc), apply_complex(same, fc))[0, 0]
print(d[0])
print(RotaryEmbedding(D, scaling='ntk').inv_freq)

# ALiBi
def get_slopes(n):
    start = 2 ** (-2 ** -(math.log2(n) - 3))
    return [start * start ** i for i in range(n)]
slopes = torch.tensor(get_slopes(4))
print(slopes)
bias = slopes.view(-1, 1, 1) * -(torch.arange(T)[:, None] - torch.arange(T)[None]).abs()
causal = torch.triu(torch.full((T, T), float('-inf')), diagonal=1)
print((bias[0] + causal))
out = F.scaled_dot_product_attention(q.transpose(1, 2), k.transpose(1, 2), k.transpose(1, 2), attn_mask=bias[:2] + causal)
print(out[0, 0, -1])
# 2D axial
def axial(h, w, dim):
    f = 1.0 / 100 ** (torch.arange(0, dim, 4)[:dim // 4].float() / dim)
    t = torch.arange(h * w)
    tx, ty = (t % w).float(), torch.div(t, w, rounding_mode='floor').float()
    return torch.cat([torch.polar(torch.ones(h * w, dim // 4), torch.outer(tx, f)), torch.polar(torch.ones(h * w, dim // 4), torch.outer(ty, f))], -1)
ax = axial(2, 3, 8)
print(ax.shape, ax.angle()[-1], ax.abs().sum())
print(torch.view_as_real(ax[1]))
# relative position bias by bucket
def bucket(rel, n=8, max_d=16):
    ret = (rel > 0).long() * (n // 2)
    n = n // 2
    rel = rel.abs()
    exact = n // 2
    large = exact + (torch.log(rel.float() / exact) / math.log(max_d / exact) * (n - exact)).long()
    large = torch.min(large, torch.full_like(large, n - 1))
    return ret + torch.where(rel < exact, rel, large)
print(bucket(torch.arange(6)[None] - torch.arange(0, 6, 2)[:, None]))
