import * as torch from 'tensor-lens';
const { nn } = torch;
const F = nn.functional;

torch.manual_seed(1337);
const [vocab, block, dim, heads] = [11, 8, 16, 2];

class CausalSelfAttention extends nn.Module {
  c_attn = new nn.Linear(dim, 3 * dim, { bias: false });
  c_proj = new nn.Linear(dim, dim, { bias: false });
  declare mask: torch.Tensor;

  constructor() {
    super();
    this.register_buffer('mask', torch.tril(torch.ones(block, block)).view(1, 1, block, block));
  }

  forward(x: torch.Tensor) {
    const [B, T, C] = x.shape;
    const [q, k, v] = this.c_attn(x)
      .split(dim, { dim: 2 })
      .map((t) => t.view(B, T, heads, C / heads).transpose(1, 2));
    let att = q.matmul(k.transpose(-2, -1)) * (1.0 / Math.sqrt(k.size(-1)));
    att = att.masked_fill(this.mask[':', ':', `:${T}`, `:${T}`] == 0, -Infinity);
    const y = F.softmax(att, { dim: -1 }).matmul(v);
    return this.c_proj(y.transpose(1, 2).contiguous().view(B, T, C));
  }
}

class Block extends nn.Module {
  ln_1 = new nn.LayerNorm(dim);
  attn = new CausalSelfAttention();
  ln_2 = new nn.LayerNorm(dim);
  mlp = new nn.Sequential(new nn.Linear(dim, 4 * dim), new nn.GELU(), new nn.Linear(4 * dim, dim));

  forward(x: torch.Tensor) {
    x = x + this.attn(this.ln_1(x));
    return x + this.mlp(this.ln_2(x));
  }
}

class GPT extends nn.Module {
  wte = new nn.Embedding(vocab, dim);
  wpe = new nn.Embedding(block, dim);
  h = new nn.ModuleList([new Block(), new Block()]);
  ln_f = new nn.LayerNorm(dim);
  lm_head = new nn.Linear(dim, vocab, { bias: false });

  constructor() {
    super();
    this.wte.weight = this.lm_head.weight;
  }

  forward(idx: torch.Tensor, targets: torch.Tensor) {
    let x = this.wte(idx) + this.wpe(torch.arange(idx.size(1)));
    for (const h of this.h) x = h(x);
    const logits = this.lm_head(this.ln_f(x));
    const loss = F.cross_entropy(logits.view(-1, logits.size(-1)), targets.view(-1));
    return [logits, loss] as const;
  }
}

const model = new GPT();
const optimizer = new torch.optim.AdamW(model.parameters(), { lr: 3e-3, betas: [0.9, 0.95], weight_decay: 0.1 });
const data = torch.arange(40) % vocab;
for (let step = 0; step < 4; step++) {
  const ix = torch.randint(data.length - block, [4]);
  const xb = torch.stack([...ix].map((i) => data[`${i.item()}:${i.item() + block}`]));
  const yb = torch.stack([...ix].map((i) => data[`${i.item() + 1}:${i.item() + 1 + block}`]));
  const [, loss] = model(xb, yb);
  optimizer.zero_grad({ set_to_none: true });
  loss.backward();
  const norm = nn.utils.clip_grad_norm_(model.parameters(), 1.0);
  optimizer.step();
  console.log(`step ${step}: loss ${loss.item().toFixed(4)}, norm ${norm.item().toFixed(4)}`);
}
console.log(model.parameters().reduce((sum, p) => sum + p.numel(), 0));
