import copy
import math
from typing import List, Optional, Tuple

import torch
import torch.nn as nn
from torch import Tensor


def scaled_dot_product(q: Tensor, k: Tensor, v: Tensor, mask: Optional[Tensor] = None) -> Tuple[Tensor, Tensor]:
    d_k = q.size()[-1]
    logits = torch.matmul(q, k.transpose(-2, -1)) / math.sqrt(d_k)
    if mask is not None:
        logits = logits.masked_fill(mask == 0, -9e15)
    attn = torch.softmax(logits, dim=-1)
    return torch.matmul(attn, v), attn


def clones(module, n):
    return nn.ModuleList([copy.deepcopy(module) for _ in range(n)])


class PositionalEncoding(nn.Module):
    def __init__(self, d_model, max_len=50):
        super().__init__()
        pe = torch.zeros(max_len, d_model)
        position = torch.arange(0, max_len, dtype=torch.float).unsqueeze(1)
        div_term = torch.exp(torch.arange(0, d_model, 2).float() * (-math.log(10000.0) / d_model))
        pe[:, 0::2] = torch.sin(position * div_term)
        pe[:, 1::2] = torch.cos(position * div_term)
        self.register_buffer('pe', pe.unsqueeze(0), persistent=False)

    def forward(self, x):
        return x + self.pe[:, :x.size(1)]


class MultiHead(nn.Module):
    def __init__(self, embed_dim, num_heads):
        super().__init__()
        assert embed_dim % num_heads == 0, "Embedding dimension must be 0 modulo number of heads."
        self.embed_dim = embed_dim
        self.num_heads = num_heads
        self.head_dim = embed_dim // num_heads
        self.linears = clones(nn.Linear(embed_dim, embed_dim), 4)
        self.attn = None
        self._reset_parameters()

    def _reset_parameters(self):
        for lin in self.linears:
            nn.init.xavier_uniform_(lin.weight)
            lin.bias.data.fill_(0)

    def forward(self, query, key, value, mask=None, return_attention=False):
        if mask is not None:
            mask = mask.unsqueeze(1)
        nbatches = query.size(0)
        query, key, value = [
            lin(x).view(nbatches, -1, self.num_heads, self.head_dim).transpose(1, 2)
            for lin, x in zip(self.linears, (query, key, value))
        ]
        x, self.attn = scaled_dot_product(query, key, value, mask=mask)
        x = x.transpose(1, 2).contiguous().view(nbatches, -1, self.num_heads * self.head_dim)
        out = self.linears[-1](x)
        if return_attention:
            return out, self.attn
        return out


class EncoderBlock(nn.Module):
    def __init__(self, dim, heads, ff, dropout=0.0):
        super().__init__()
        self.self_attn = MultiHead(dim, heads)
        self.linear_net = nn.Sequential(
            nn.Linear(dim, ff),
            nn.Dropout(dropout),
            nn.ReLU(inplace=True),
            nn.Linear(ff, dim),
        )
        self.norm1, self.norm2 = nn.LayerNorm(dim), nn.LayerNorm(dim)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, mask=None):
        x = self.norm1(x + self.dropout(self.self_attn(x, x, x, mask=mask)))
        return self.norm2(x + self.dropout(self.linear_net(x)))


class Encoder(nn.Module):
    def __init__(self, num_layers, **block_args):
        super().__init__()
        self.layers = nn.ModuleList([EncoderBlock(**block_args) for _ in range(num_layers)])

    def forward(self, x, mask=None):
        for l in self.layers:
            x = l(x, mask=mask)
        return x

    @torch.no_grad()
    def get_attention_maps(self, x, mask=None):
        maps: List[Tensor] = []
        for l in self.layers:
            _, attn_map = l.self_attn(x, x, x, mask=mask, return_attention=True)
            maps.append(attn_map)
            x = l(x)
        return maps


torch.manual_seed(3)
enc = Encoder(num_layers=2, dim=8, heads=2, ff=16, dropout=0.0)
pos = PositionalEncoding(8)
x = pos(torch.randn(2, 5, 8))
causal = torch.tril(torch.ones(5, 5)).unsqueeze(0)
y = enc(x, mask=causal)
print(y.shape, y[0, 0])
maps = enc.get_attention_maps(x)
print(len(maps), maps[0].shape, maps[0][0, 0].sum(dim=-1).round())
loss = y.pow(2).mean()
loss.backward()
print(f'{loss.item():.6f}', sum(p.grad.norm().item() for p in enc.parameters() if p.grad is not None) > 0)
print({name: tuple(p.shape) for name, p in list(enc.named_parameters())[:3]})
