import * as torch from 'tensor-lens';
import { print } from 'tensor-lens/python';
import type { Tensor } from 'tensor-lens';

// Decoding with a cache of keys and values: rotary positions as complex numbers, grouped queries, a sliding window, nucleus sampling.

const { nn } = torch;
const F = nn.functional;

function rope_cis(dim: number, length: number, theta = 10000.0) {
  const freqs = 1.0 / theta ** (torch.arange(0, dim, 2)[`:${Math.floor(dim / 2)}`].float() / dim);
  const angles = torch.outer(torch.arange(length, { dtype: torch.float32 }), freqs);
  return torch.polar(torch.ones_like(angles), angles);
}

function rotate(x: Tensor, cis: Tensor) {
  const xc = torch.view_as_complex(x.float().reshape(...x.shape.slice(0, -1), -1, 2));
  return torch.view_as_real(xc * cis[null, ':', null, ':']).flatten(3).type_as(x);
}

class KVCache extends nn.Module {
  declare k: Tensor;
  declare v: Tensor;
  constructor(batch: number, length: number, heads: number, dim: number) {
    super();
    this.register_buffer('k', torch.zeros(batch, length, heads, dim), { persistent: false });
    this.register_buffer('v', torch.zeros(batch, length, heads, dim), { persistent: false });
  }
  update(pos: number, k: Tensor, v: Tensor) {
    const end = pos + k.size(1);
    this.k[':', `${pos}:${end}`] = k;
    this.v[':', `${pos}:${end}`] = v;
    return [this.k[':', `:${end}`], this.v[':', `:${end}`]];
  }
}

class Attention extends nn.Module {
  head_dim: number;
  qkv;
  out;
  q_norm;
  k_norm;
  constructor(dim: number, public n_heads: number, public n_kv: number, public window: number) {
    super();
    this.head_dim = Math.floor(dim / n_heads);
    this.qkv = new nn.Linear(dim, (n_heads + 2 * n_kv) * this.head_dim, { bias: false });
    this.out = new nn.Linear(dim, dim, { bias: false });
    this.q_norm = new nn.RMSNorm(this.head_dim, { eps: 1e-6 });
    this.k_norm = new nn.RMSNorm(this.head_dim, { eps: 1e-6 });
  }
  forward(x: Tensor, cis: Tensor, { pos = 0, cache = null }: { pos?: number; cache?: KVCache | null } = {}) {
    const [B, T, D] = x.shape;
    let [q, k, v] = this.qkv(x).split([this.n_heads * this.head_dim, this.n_kv * this.head_dim, this.n_kv * this.head_dim], { dim: -1 });
    q = this.q_norm(q.view(B, T, this.n_heads, this.head_dim));
    k = this.k_norm(k.view(B, T, this.n_kv, this.head_dim));
    v = v.view(B, T, this.n_kv, this.head_dim);
    [q, k] = [rotate(q, cis[`${pos}:${pos + T}`]), rotate(k, cis[`${pos}:${pos + T}`])];
    if (cache !== null) [k, v] = cache.update(pos, k, v);
    const rows = torch.arange(pos, pos + T)[':', null];
    const cols = torch.arange(k.size(1))[null, ':'];
    const mask = (cols <= rows) & (cols > rows - this.window);
    const y = F.scaled_dot_product_attention(q.transpose(1, 2), k.transpose(1, 2), v.transpose(1, 2), { attn_mask: mask, enable_gqa: true });
    return this.out(y.transpose(1, 2).reshape(B, T, D));
  }
}

class Block extends nn.Module {
  attn;
  norm1;
  norm2;
  gate_up;
  down;
  constructor(dim: number, ...args: [number, number, number]) {
    super();
    this.attn = new Attention(dim, ...args);
    [this.norm1, this.norm2] = [new nn.RMSNorm(dim), new nn.RMSNorm(dim)];
    this.gate_up = new nn.Linear(dim, 4 * dim, { bias: false });
    this.down = new nn.Linear(2 * dim, dim, { bias: false });
  }
  forward(x: Tensor, ...args: [Tensor, { pos?: number; cache?: KVCache | null }]) {
    x = x + this.attn(this.norm1(x), ...args);
    const [gate, up] = this.gate_up(this.norm2(x)).chunk(2, { dim: -1 });
    return x + this.down(F.silu(gate) * up);
  }
}

class LM extends nn.Module {
  embed;
  blocks;
  norm;
  declare cis: Tensor;
  constructor(vocab = 11, dim = 16, layers = 2) {
    super();
    this.embed = new nn.Embedding(vocab, dim);
    this.blocks = new nn.ModuleList(Array.from({ length: layers }, () => new Block(dim, 4, 2, 5)));
    this.norm = new nn.RMSNorm(dim);
    this.register_buffer('cis', rope_cis(dim / 4, 32));
  }
  forward(ids: Tensor, pos = 0, caches: KVCache[] | null = null) {
    let x = this.embed(ids) * Math.sqrt(this.embed.embedding_dim);
    for (const [i, block] of this.blocks.entries()) x = block(x, this.cis, { pos, cache: caches === null ? null : caches[i] });
    return F.linear(this.norm(x), this.embed.weight);
  }
}

function top_p(logits: Tensor, { p, temperature }: { p: number; temperature: number }) {
  const probs = torch.softmax(logits / temperature, { dim: -1 });
  const [ordered, idx] = torch.sort(probs, { dim: -1, descending: true });
  const cumulative = torch.cumsum(ordered, { dim: -1 });
  ordered[cumulative - ordered > p] = 0.0;
  ordered.div_(ordered.sum({ dim: -1, keepdim: true }));
  const pick = torch.multinomial(ordered, { num_samples: 1 });
  return torch.gather(idx, -1, pick);
}

const generate = (model: LM, prompt: Tensor, n: number, kw: { p: number; temperature: number }) =>
  torch.inference_mode(() => {
    const caches = [...model.blocks].map(() => new KVCache(prompt.size(0), 32, 2, 4));
    let logits = model(prompt, 0, caches)[':', -1];
    const out = [prompt];
    for (let step = 0; step < n; step++) {
      const nxt = top_p(logits, kw);
      out.push(nxt);
      logits = model(nxt, prompt.size(1) + step, caches)[':', -1];
    }
    return torch.cat(out, { dim: 1 });
  });

torch.manual_seed(3407);
const model = new LM();
print(model.parameters().reduce((n, p) => n + p.numel(), 0), model.cis.dtype, `(${model.cis.shape.join(', ')})`);
const opt = new torch.optim.AdamW(model.parameters(), { lr: 3e-3, betas: [0.9, 0.95], weight_decay: 0.1, fused: false });
const { LinearLR, CosineAnnealingLR, SequentialLR } = torch.optim.lr_scheduler;
const sched = new SequentialLR(opt, [new LinearLR(opt, 0.1, { total_iters: 3 }), new CosineAnnealingLR(opt, 5)], { milestones: [3] });
const data = torch.randint(0, 11, [4, 13]);
for (let it = 0; it < 6; it++) {
  const [x, y] = [data[':', ':-1'], data[':', '1:']];
  const loss = F.cross_entropy(model(x).flatten(0, 1), y.flatten(), { label_smoothing: 0.05 });
  opt.zero_grad({ set_to_none: true });
  loss.backward();
  const norm = nn.utils.clip_grad_norm_(model.parameters(), 1.0);
  opt.step();
  sched.step();
  print(`${it} ${loss.item().toFixed(5)} ${norm.item().toFixed(4)} ${sched.get_last_lr()[0].toFixed(6)}`);
}
model.eval();
const ids = generate(model, data[':2', ':4'], 6, { p: 0.9, temperature: 0.8 }).clone();
print(ids);
const full = model(ids);
const caches = [...model.blocks].map(() => new KVCache(2, 32, 2, 4));
const steps = torch.no_grad(() => Array.from({ length: ids.size(1) }, (_, i) => model(ids[':', `${i}:${i + 1}`], i, caches)));
print(torch.allclose(full, torch.cat(steps, 1), { atol: 1e-5 }), caches[0].k.shape);
print(model.blocks[0].attn);
