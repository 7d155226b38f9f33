// Grouped-query attention with rotary positions, ALiBi as a mask, a key-value cache, and top-p sampling.
import * as torch from 'tensor-lens';
import { print, range, round } from 'tensor-lens/python';
import type { Tensor } from 'tensor-lens';
const { nn } = torch;
const F = torch.nn.functional;

function precompute_freqs_cis(dim: number, end: number, theta = 10000.0) {
  let freqs = 1.0 / theta ** (torch.arange(0, dim, 2)[`:${dim / 2}`].float() / dim);
  const t = torch.arange(end, { device: freqs.device });
  freqs = torch.outer(t, freqs).float();
  return torch.polar(torch.ones_like(freqs), freqs);
}

function apply_rotary_emb(xq: Tensor, xk: Tensor, freqs_cis: Tensor) {
  const xq_ = torch.view_as_complex(xq.float().reshape(...xq.shape.slice(0, -1), -1, 2));
  const xk_ = torch.view_as_complex(xk.float().reshape(...xk.shape.slice(0, -1), -1, 2));
  const f = freqs_cis.view(1, xq_.shape[1], 1, xq_.shape.at(-1)!);
  const xq_out = torch.view_as_real(xq_ * f).flatten(3);
  const xk_out = torch.view_as_real(xk_ * f).flatten(3);
  return [xq_out.type_as(xq), xk_out.type_as(xk)];
}

function alibi_slopes(n: number) {
  const start = 2 ** -(2 ** -(Math.log2(n) - 3));
  return torch.tensor(range(n).map((i) => start * start ** i));
}

class Attention extends nn.Module {
  head_dim;
  wq;
  wk;
  wv;
  wo;
  declare cache_k: Tensor;
  declare cache_v: Tensor;
  declare slopes: Tensor;
  constructor(dim: number, public n_heads: number, public n_kv: number, max_len = 16) {
    super();
    this.head_dim = Math.floor(dim / n_heads);
    this.wq = new nn.Linear(dim, n_heads * this.head_dim, { bias: false });
    this.wk = new nn.Linear(dim, n_kv * this.head_dim, { bias: false });
    this.wv = new nn.Linear(dim, n_kv * this.head_dim, { bias: false });
    this.wo = new nn.Linear(n_heads * this.head_dim, dim, { bias: false });
    this.register_buffer('cache_k', torch.zeros(1, max_len, n_kv, this.head_dim), { persistent: false });
    this.register_buffer('cache_v', torch.zeros(1, max_len, n_kv, this.head_dim), { persistent: false });
    this.register_buffer('slopes', alibi_slopes(n_heads));
  }

  bias(q_len: number, k_len: number) {
    const rel = torch.arange(k_len)[null, ':'] - torch.arange(k_len - q_len, k_len)[':', null];
    const mask = rel.gt(0);
    return (this.slopes[':', null, null] * rel).masked_fill(mask, -Infinity);
  }

  forward(x: Tensor, start_pos: number, freqs_cis: Tensor, use_cache = false) {
    const [bsz, seqlen] = x.shape;
    let [xq, xk, xv] = [this.wq(x), this.wk(x), this.wv(x)];
    xq = xq.view(bsz, seqlen, this.n_heads, this.head_dim);
    xk = xk.view(bsz, seqlen, this.n_kv, this.head_dim);
    xv = xv.view(bsz, seqlen, this.n_kv, this.head_dim);
    [xq, xk] = apply_rotary_emb(xq, xk, freqs_cis);
    if (use_cache) {
      this.cache_k[`:${bsz}`, `${start_pos}:${start_pos + seqlen}`] = xk;
      this.cache_v[`:${bsz}`, `${start_pos}:${start_pos + seqlen}`] = xv;
      xk = this.cache_k[`:${bsz}`, `:${start_pos + seqlen}`];
      xv = this.cache_v[`:${bsz}`, `:${start_pos + seqlen}`];
    }
    const [q, k, v] = [xq, xk, xv].map((t) => t.transpose(1, 2));
    const out = F.scaled_dot_product_attention(q, k, v, { attn_mask: this.bias(seqlen, k.size(2)), enable_gqa: true });
    return this.wo(out.transpose(1, 2).reshape(bsz, seqlen, -1));
  }
}

class Decoder extends nn.Module {
  tok;
  norm1;
  attn;
  norm2;
  w1;
  w2;
  w3;
  out;
  freqs;
  constructor(vocab: number, dim = 16, heads = 4, kv = 2) {
    super();
    this.tok = new nn.Embedding(vocab, dim);
    this.norm1 = new nn.RMSNorm(dim, { eps: 1e-6 });
    this.attn = new Attention(dim, heads, kv);
    this.norm2 = new nn.RMSNorm(dim, { eps: 1e-6 });
    this.w1 = new nn.Linear(dim, 24, { bias: false });
    this.w2 = new nn.Linear(24, dim, { bias: false });
    this.w3 = new nn.Linear(dim, 24, { bias: false });
    this.out = new nn.Linear(dim, vocab, { bias: false });
    this.freqs = precompute_freqs_cis(dim / heads, 16);
  }

  forward(ids: Tensor, start_pos = 0, use_cache = false) {
    let h = this.tok(ids);
    h = h + this.attn(this.norm1(h), start_pos, this.freqs[`${start_pos}:${start_pos + ids.size(1)}`], use_cache);
    const n = this.norm2(h);
    h = h + this.w2(F.silu(this.w1(n)) * this.w3(n));
    return this.out(h);
  }
}

function sample_top_p(probs: Tensor, p: number) {
  const [probs_sort, probs_idx] = torch.sort(probs, { dim: -1, descending: true });
  const probs_sum = torch.cumsum(probs_sort, { dim: -1 });
  const mask = probs_sum - probs_sort > p;
  probs_sort[mask] = 0.0;
  probs_sort.div_(probs_sort.sum({ dim: -1, keepdim: true }));
  const next_token = torch.multinomial(probs_sort, { num_samples: 1 });
  return torch.gather(probs_idx, -1, next_token);
}

torch.manual_seed(2024);
const model = new Decoder(10);
print(model.attn.slopes, model.freqs[1]);
print([...model.named_buffers()].map(([n]) => n), Object.keys(model.state_dict()).slice(0, 3));
const data = (torch.arange(24).view(2, 12) * 3) % 10;
const opt = new torch.optim.AdamW(model.parameters(), { lr: 2e-2, fused: false, weight_decay: 0.01 });
for (let it = 0; it < 6; it++) {
  const logits = model(data[':', ':-1']);
  const loss = F.cross_entropy(logits.view(-1, 10), data[':', '1:'].reshape(-1));
  opt.zero_grad();
  loss.backward();
  opt.step();
  print(it, round(loss.item(), 4));
}
model.eval();
torch.inference_mode(() => {
  const ids = data[':1', ':4'];
  const full = model(ids);
  let logits = model(ids, 0, true);
  print(torch.allclose(full, logits, { atol: 1e-6 }));
  const out = ids[0].tolist() as number[];
  for (const pos of range(4, 10)) {
    const nxt = sample_top_p(torch.softmax(logits[':', -1] / 0.8, { dim: -1 }), 0.9);
    out.push(nxt.item());
    logits = model(nxt, pos, true);
  }
  print(out);
});
