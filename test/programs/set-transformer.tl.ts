// A set transformer: induced self-attention, pooling by attention, sets of different sizes by padding masks.
import * as torch from 'tensor-lens';
import { print } from 'tensor-lens/python';
import type { Tensor } from 'tensor-lens';
const { nn } = torch;
const { pad_sequence } = torch.nn.utils.rnn;

class MAB extends nn.Module {
  attn;
  ln0;
  ln1;
  fc;
  constructor(dim: number, heads: number, { ln = true } = {}) {
    super();
    this.attn = new nn.MultiheadAttention(dim, heads, { batch_first: true });
    this.ln0 = ln ? new nn.LayerNorm(dim) : new nn.Identity();
    this.ln1 = ln ? new nn.LayerNorm(dim) : new nn.Identity();
    this.fc = new nn.Linear(dim, dim);
  }
  forward(q: Tensor, k: Tensor, { key_padding_mask = null as Tensor | null, need_weights = false } = {}) {
    const [a, w] = this.attn(q, k, k, { key_padding_mask, need_weights, average_attn_weights: false });
    const h = this.ln0(q + a);
    const out = this.ln1(h + this.fc(h).relu());
    return [out, w] as const;
  }
}

class ISAB extends nn.Module {
  inducing;
  mab0;
  mab1;
  constructor(dim: number, heads: number, m: number) {
    super();
    this.inducing = new nn.Parameter(torch.empty(1, m, dim));
    nn.init.xavier_uniform_(this.inducing);
    this.mab0 = new MAB(dim, heads);
    this.mab1 = new MAB(dim, heads);
  }
  forward(x: Tensor, mask: Tensor | null = null) {
    const [h] = this.mab0(this.inducing.expand(x.size(0), -1, -1), x, { key_padding_mask: mask });
    return this.mab1(x, h)[0];
  }
}

class PMA extends nn.Module {
  seeds;
  mab;
  constructor(dim: number, heads: number, k: number) {
    super();
    this.seeds = new nn.Parameter(torch.empty(1, k, dim));
    nn.init.xavier_normal_(this.seeds);
    this.mab = new MAB(dim, heads, { ln: false });
  }
  forward(x: Tensor, mask: Tensor | null = null) {
    return this.mab(this.seeds.repeat(x.size(0), 1, 1), x, { key_padding_mask: mask, need_weights: true });
  }
}

class SetTransformer extends nn.Module {
  embed;
  enc;
  pma;
  out;
  constructor(d_in: number, dim = 8, heads = 2, m = 3) {
    super();
    this.embed = new nn.Linear(d_in, dim);
    this.enc = new nn.ModuleList([new ISAB(dim, heads, m), new ISAB(dim, heads, m)]);
    this.pma = new PMA(dim, heads, 1);
    this.out = new nn.Sequential(new nn.Linear(dim, dim), new nn.SiLU(), new nn.Linear(dim, 1));
  }
  forward(x: Tensor, mask: Tensor | null = null) {
    let h = this.embed(x);
    for (const layer of this.enc) h = layer(h, mask);
    const [pooled, w] = this.pma(h, mask);
    return [this.out(pooled.squeeze(1)).squeeze(-1), w!] as const;
  }
}

torch.manual_seed(21);
const sets = [3, 5, 4, 6].map((n) => torch.rand(n, 2));
const target = torch.stack(sets.map((s) => s.max()));
const x = pad_sequence(sets, { batch_first: true, padding_value: 0.0 });
const lengths = torch.tensor(sets.map((s) => s.length));
const mask = torch.arange(x.size(1)).unsqueeze(0) >= lengths.unsqueeze(1);
print(x.shape, mask.sum({ dim: 1 }), mask[0]);
const net = new SetTransformer(2);
const opt = new torch.optim.RAdam(net.parameters(), { lr: 1e-2 });
const loss_fn = new nn.SmoothL1Loss({ beta: 0.5 });
for (let epoch = 0; epoch < 6; epoch++) {
  const [pred] = net(x, mask);
  const loss = loss_fn(pred, target);
  opt.zero_grad();
  loss.backward();
  opt.step();
  console.log(`${epoch}: ${loss.item().toFixed(6)}`);
}
torch.no_grad(() => {
  net.eval();
  const [pred, w] = net(x, mask);
  const perm = torch.tensor([2, 0, 1, 3, 4, 5]);
  const [again] = net(x[':', perm], mask[':', perm]);
  print(w.shape, (w[0, ':', 0, '3:'] == 0).all(), torch.allclose(pred[0], again[0], { atol: 1e-6 }));
  print(w[0, 0, 0]);
});
print(net.pma);
