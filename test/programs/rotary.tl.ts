import * as torch from 'tensor-lens';
import type { Tensor } from 'tensor-lens';
import { print, range } from 'tensor-lens/python';

const F = torch.nn.functional;
torch.manual_seed(0);
torch.set_printoptions({ precision: 3, sci_mode: false });

function precompute_freqs_cis(dim: number, end: number, theta = 10000.0) {
  let freqs = 1.0 / theta ** (torch.arange(0, dim, 2)[`:${Math.floor(dim / 2)}`].float() / dim);
  const t = torch.arange(end, { device: freqs.device });
  freqs = torch.outer(t, freqs).float();
  return torch.polar(torch.ones_like(freqs), freqs);
}

function apply_complex(x: Tensor, freqs_cis: Tensor) {
  const x_ = torch.view_as_complex(x.float().reshape(...x.shape.slice(0, -1), -1, 2));
  const fc = freqs_cis.view(1, x_.shape[1], 1, x_.shape.at(-1)!);
  return torch.view_as_real(x_ * fc).flatten(3).type_as(x);
}

function rotate_half(x: Tensor) {
  const [x1, x2] = x.chunk(2, { dim: -1 });
  return torch.cat([-x2, x1], { dim: -1 });
}

class RotaryEmbedding extends torch.nn.Module {
  inv_freq!: Tensor;
  constructor(dim: number, base = 10000, scaling: string | null = null) {
    super();
    let inv_freq = 1.0 / base ** (torch.arange(0, dim, 2, { dtype: torch.int64 }).float() / dim);
    if (scaling === 'ntk') {
      base = base * 4 ** (dim / (dim - 2));
      inv_freq = 1.0 / base ** (torch.arange(0, dim, 2).float() / dim);
    }
    this.register_buffer('inv_freq', inv_freq, { persistent: false });
  }
  forward(x: Tensor, position_ids: Tensor): [Tensor, Tensor] {
    return torch.no_grad(() => {
      const inv = this.inv_freq[null, ':', null].expand(position_ids.shape[0], -1, 1);
      const freqs = inv.matmul(position_ids[':', null, ':'].float()).transpose(1, 2);
      const emb = torch.cat([freqs, freqs], { dim: -1 });
      return [emb.cos().to(x.dtype), emb.sin().to(x.dtype)];
    });
  }
}

const [B, T, H, D] = [1, 5, 2, 8];
const q = torch.randn(B, T, H, D);
const k = torch.randn(B, T, H, D);
const fc = precompute_freqs_cis(D, T);
print(fc.shape, fc.dtype);
print(fc[1]);
const [qc, kc] = [apply_complex(q, fc), apply_complex(k, fc)];
const rot = new RotaryEmbedding(D);
const pos = torch.arange(T)[null];
let [cos, sin] = rot(q, pos);
[cos, sin] = [cos.unsqueeze(2), sin.unsqueeze(2)];
const perm = torch.cat([torch.arange(0, D, 2), torch.arange(1, D, 2)]);
const qh = q['...', perm] * cos + rotate_half(q['...', perm]) * sin;
print(torch.allclose(qh, qc['...', perm], { atol: 1e-5 }));
const scores = torch.einsum('bthd,bshd->bhts', qc, kc);
// only the distance matters
const same = torch.ones(1, T, H, D);
const d = torch.einsum('bthd,bshd->bhts', apply_complex(same, fc), apply_complex(same, fc))[0, 0];
print(d[0]);
print(new RotaryEmbedding(D, 10000, 'ntk').inv_freq);

// ALiBi
function get_slopes(n: number) {
  const start = 2 ** -(2 ** -(Math.log2(n) - 3));
  return [...range(n)].map((i) => start * start ** i);
}
const slopes = torch.tensor(get_slopes(4));
print(slopes);
const bias = slopes.view(-1, 1, 1) * -(torch.arange(T)[':', null] - torch.arange(T)[null]).abs();
const causal = torch.triu(torch.full([T, T], -Infinity), { diagonal: 1 });
print(bias[0] + causal);
const out = F.scaled_dot_product_attention(q.transpose(1, 2), k.transpose(1, 2), k.transpose(1, 2), { attn_mask: bias[':2'] + causal });
print(out[0, 0, -1]);
// 2D axial
function axial(h: number, w: number, dim: number) {
  const f = 1.0 / 100 ** (torch.arange(0, dim, 4)[`:${dim / 4}`].float() / dim);
  const t = torch.arange(h * w);
  const [tx, ty] = [(t % w).float(), torch.div(t, w, { rounding_mode: 'floor' }).float()];
  return torch.cat([torch.polar(torch.ones(h * w, dim / 4), torch.outer(tx, f)), torch.polar(torch.ones(h * w, dim / 4), torch.outer(ty, f))], -1);
}
const ax = axial(2, 3, 8);
print(ax.shape, ax.angle()[-1], ax.abs().sum());
print(torch.view_as_real(ax[1]));
// relative position bias by bucket
function bucket(rel: Tensor, n = 8, max_d = 16) {
  const ret = (rel > 0).long() * Math.floor(n / 2);
  n = Math.floor(n / 2);
  rel = rel.abs();
  const exact = Math.floor(n / 2);
  let large = exact + ((torch.log(rel.float() / exact) / Math.log(max_d / exact)) * (n - exact)).long();
  large = torch.min(large, torch.full_like(large, n - 1));
  return ret + torch.where(rel < exact, rel, large);
}
print(bucket(torch.arange(6)[null] - torch.arange(0, 6, 2)[':', null]));
