import * as torch from 'tensor-lens';
import { eq, floordiv, fmt, int, len, print, range, repr, slice, sum, tuple } from 'tensor-lens/python';

// A small llama: RMSNorm, rotary embeddings, grouped-query attention, SwiGLU, tied weights, generation by top-k.

const { nn } = torch;
const F = torch.nn.functional;

class Config {
  constructor(public vocab: number = 16, public dim: number = 16, public layers: number = 2, public heads: number = 4, public kv_heads: number = 2, public max_len: number = 12, public eps: number = 1e-5) {}

  __repr__(): string {
    return `Config(vocab=${repr(this.vocab)}, dim=${repr(this.dim)}, layers=${repr(this.layers)}, heads=${repr(this.heads)}, kv_heads=${repr(this.kv_heads)}, max_len=${repr(this.max_len)}, eps=${repr(this.eps, 'float')})`;
  }

  __eq__(other: any): boolean {
    return other instanceof Config && eq([this.vocab, this.dim, this.layers, this.heads, this.kv_heads, this.max_len, this.eps], [other.vocab, other.dim, other.layers, other.heads, other.kv_heads, other.max_len, other.eps]);
  }
}

class RMSNorm extends nn.Module {
  declare eps: number;
  declare weight: torch.Tensor;
  constructor(dim: number, eps: number) {
    super();
    this.eps = eps;
    this.weight = new nn.Parameter(torch.ones(dim));
  }

  forward(x: torch.Tensor) {
    return x * torch.rsqrt(x.pow(2).mean(-1, { keepdim: true }) + this.eps) * this.weight;
  }
}

function rope_tables(head_dim: number, length: number, theta = 10000.0) {
  const freqs = 1.0 / theta ** (torch.arange(0, head_dim, 2).float() / head_dim);
  const angles = torch.outer(torch.arange(length).float(), freqs);
  return tuple(angles.cos(), angles.sin());
}

function apply_rope(x: torch.Tensor, cos: any, sin: any) {
  const [a, b] = [x['...', '0::2'], x['...', '1::2']];
  [cos, sin] = [slice(cos, null, x.shape[2]), slice(sin, null, x.shape[2])];
  return torch.stack([a * cos - b * sin, a * sin + b * cos], { dim: -1 }).flatten(-2);
}

class Attention extends nn.Module {
  declare h: number;
  declare kv: number;
  declare d: number;
  declare wq: any;
  declare wk: any;
  declare wv: any;
  declare wo: any;
  constructor(c: Config) {
    super();
    [this.h, this.kv] = [c.heads, c.kv_heads];
    this.d = floordiv(c.dim, c.heads);
    this.wq = new nn.Linear(c.dim, this.h * this.d, { bias: false });
    this.wk = new nn.Linear(c.dim, this.kv * this.d, { bias: false });
    this.wv = new nn.Linear(c.dim, this.kv * this.d, { bias: false });
    this.wo = new nn.Linear(this.h * this.d, c.dim, { bias: false });
  }

  forward(x: torch.Tensor, cos: torch.Tensor, sin: torch.Tensor) {
    const [B, T, _] = x.shape;
    let q = this.wq(x).view(B, T, this.h, this.d).transpose(1, 2);
    let k = this.wk(x).view(B, T, this.kv, this.d).transpose(1, 2);
    let v = this.wv(x).view(B, T, this.kv, this.d).transpose(1, 2);
    [q, k] = [apply_rope(q, cos, sin), apply_rope(k, cos, sin)];
    k = k.repeat_interleave(floordiv(this.h, this.kv), { dim: 1 });
    v = v.repeat_interleave(floordiv(this.h, this.kv), { dim: 1 });
    const out = F.scaled_dot_product_attention(q, k, v, { is_causal: true });
    return this.wo(out.transpose(1, 2).reshape(B, T, -1));
  }
}

class FeedForward extends nn.Module {
  declare w1: any;
  declare w2: any;
  declare w3: any;
  constructor(dim: number) {
    super();
    const hidden = Math.trunc(2 * 4 * dim / 3);
    this.w1 = new nn.Linear(dim, hidden, { bias: false });
    this.w2 = new nn.Linear(hidden, dim, { bias: false });
    this.w3 = new nn.Linear(dim, hidden, { bias: false });
  }

  forward(x: torch.Tensor) {
    return this.w2(F.silu(this.w1(x)) * this.w3(x));
  }
}

class Block extends nn.Module {
  declare attn: Attention;
  declare ffn: FeedForward;
  declare n1: RMSNorm;
  declare n2: RMSNorm;
  constructor(c: Config) {
    super();
    this.attn = new Attention(c);
    this.ffn = new FeedForward(c.dim);
    this.n1 = new RMSNorm(c.dim, c.eps);
    this.n2 = new RMSNorm(c.dim, c.eps);
  }

  forward(x: torch.Tensor, cos: torch.Tensor, sin: torch.Tensor) {
    x = x + this.attn(this.n1(x), cos, sin);
    return x + this.ffn(this.n2(x));
  }
}

class Llama extends nn.Module {
  declare tok: any;
  declare blocks: any;
  declare norm: RMSNorm;
  declare head: any;
  declare cos: torch.Tensor;
  declare sin: torch.Tensor;
  constructor(c: Config) {
    super();
    this.tok = new nn.Embedding(c.vocab, c.dim);
    this.blocks = new nn.ModuleList(range(c.layers).map((_) => new Block(c)));
    this.norm = new RMSNorm(c.dim, c.eps);
    this.head = new nn.Linear(c.dim, c.vocab, { bias: false });
    this.head.weight = this.tok.weight;
    const [cos, sin] = rope_tables(floordiv(c.dim, c.heads), c.max_len);
    this.register_buffer('cos', cos, { persistent: false });
    this.register_buffer('sin', sin, { persistent: false });
    this.apply(this._init.bind(this));
  }

  _init(m: any) {
    if (m instanceof nn.Linear || m instanceof nn.Embedding) {
      nn.init.normal_(m.weight, { mean: 0.0, std: 0.02 });
    }
  }

  forward(idx: torch.Tensor, targets: torch.Tensor | null = null) {
    let x = this.tok(idx);
    for (const block of this.blocks) {
      x = block(x, this.cos, this.sin);
    }
    const logits = this.head(this.norm(x));
    let loss: torch.Tensor | null = null;
    if (targets != null) {
      loss = F.cross_entropy(logits.view(-1, logits.size(-1)), targets.view(-1));
    }
    return tuple(logits, loss);
  }

  generate(idx: torch.Tensor, n: number, top_k: number) {
    return torch.no_grad(() => {
      for (let step = 0; step < n; step++) {
        let [logits] = this.forward(idx);
        logits = logits[':', -1, ':'];
        const [v] = torch.topk(logits, top_k);
        logits[logits < v[':', [-1]]] = -Infinity;
        const nxt = torch.multinomial(F.softmax(logits, { dim: -1 }), { num_samples: 1 });
        idx = torch.cat([idx, nxt], { dim: 1 });
      }
      return idx;
    });
  }
}

torch.manual_seed(1337);
const config = new Config();
const model = new Llama(config);
console.log(`${sum([...model.parameters()].map((p) => p.numel()))} parameters`);
print([...model.named_buffers()].map(([name, _]) => name), len(model.state_dict()));
const decay = [...model.parameters()].filter((p) => p.dim() >= 2);
const rest = [...model.parameters()].filter((p) => p.dim() < 2);
const opt = new torch.optim.AdamW([{ params: decay, weight_decay: 0.1 }, { params: rest, weight_decay: 0.0 }], { lr: 3e-2, betas: [0.9, 0.95] });
const text = torch.randint(0, config.vocab, [64]);
for (let step = 0; step < 3; step++) {
  const ix = torch.randint(0, text.length - 9, [4]);
  const x = torch.stack([...ix].map((i) => text[`${int(i)}:${int(i + 8)}`]));
  const y = torch.stack([...ix].map((i) => text[`${int(i + 1)}:${int(i + 9)}`]));
  const [_, loss] = model(x, y);
  opt.zero_grad({ set_to_none: true });
  loss!.backward();
  const norm = torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0);
  opt.step();
  console.log(`step ${step} loss ${fmt(loss!.item(), '.4f')} norm ${fmt(norm, '.4f')}`);
}
model.eval();
print(model.generate(text[':3'].unsqueeze(0), 3, 4).tolist());
print(model.blocks[0].attn);
