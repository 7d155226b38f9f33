// RWKV: time mixing as a recurrence, token shift, channel mixing with a squared relu.
import * as torch from 'tensor-lens';
import { range } from 'tensor-lens/python';
const { nn } = torch;
const F = nn.functional;

class TimeMix extends nn.Module {
  time_decay;
  time_first;
  time_mix_k;
  time_mix_v;
  time_mix_r;
  time_shift;
  key;
  value;
  receptance;
  output;
  constructor(n_embd: number, n_layer: number, layer_id: number) {
    super();
    const ratio_0_to_1 = layer_id / (n_layer - 1);
    const ratio_1_to_almost0 = 1.0 - layer_id / n_layer;
    const decay_speed = torch.ones(n_embd);
    for (const h of range(n_embd)) {
      decay_speed[h] = -5 + 8 * (h / (n_embd - 1)) ** (0.7 + 1.3 * ratio_0_to_1);
    }
    this.time_decay = new nn.Parameter(decay_speed);
    const zigzag = torch.tensor(range(n_embd).map((i) => ((i + 1) % 3) - 1)) * 0.5;
    this.time_first = new nn.Parameter(torch.ones(n_embd) * torch.log(torch.tensor(0.3)) + zigzag);
    const x = torch.ones(1, 1, n_embd);
    for (const i of range(n_embd)) x[0, 0, i] = i / n_embd;
    this.time_mix_k = new nn.Parameter(torch.pow(x, ratio_1_to_almost0));
    this.time_mix_v = new nn.Parameter(torch.pow(x, ratio_1_to_almost0) + 0.3 * ratio_0_to_1);
    this.time_mix_r = new nn.Parameter(torch.pow(x, 0.5 * ratio_1_to_almost0));
    this.time_shift = new nn.ZeroPad2d([0, 0, 1, -1]);
    this.key = new nn.Linear(n_embd, n_embd, { bias: false });
    this.value = new nn.Linear(n_embd, n_embd, { bias: false });
    this.receptance = new nn.Linear(n_embd, n_embd, { bias: false });
    this.output = new nn.Linear(n_embd, n_embd, { bias: false });
  }

  forward(x: torch.Tensor) {
    const [B, T, C] = x.size();
    const xx = this.time_shift(x);
    const xk = x * this.time_mix_k + xx * (1 - this.time_mix_k);
    const xv = x * this.time_mix_v + xx * (1 - this.time_mix_v);
    const xr = x * this.time_mix_r + xx * (1 - this.time_mix_r);
    const [k, v, r] = [this.key(xk), this.value(xv), torch.sigmoid(this.receptance(xr))];
    const w = -torch.exp(this.time_decay);
    let aa = torch.zeros(B, C);
    let bb = torch.zeros(B, C);
    let pp = torch.full([B, C], -1e38);
    const out = torch.empty(B, T, C);
    for (let t = 0; t < T; t++) {
      let ww = this.time_first + k[':', t];
      let p = torch.maximum(pp, ww);
      let [e1, e2] = [torch.exp(pp - p), torch.exp(ww - p)];
      out[':', t] = (e1 * aa + e2 * v[':', t]) / (e1 * bb + e2);
      ww = pp + w;
      p = torch.maximum(ww, k[':', t]);
      [e1, e2] = [torch.exp(ww - p), torch.exp(k[':', t] - p)];
      aa = e1 * aa + e2 * v[':', t];
      bb = e1 * bb + e2;
      pp = p;
    }
    return this.output(r * out);
  }
}

class ChannelMix extends nn.Module {
  time_mix;
  time_shift = new nn.ZeroPad2d([0, 0, 1, -1]);
  key;
  receptance;
  value;
  constructor(n_embd: number) {
    super();
    this.time_mix = new nn.ParameterDict({ k: new nn.Parameter(torch.full([1, 1, n_embd], 0.5)), r: new nn.Parameter(torch.full([1, 1, n_embd], 0.25)) });
    this.key = new nn.Linear(n_embd, 4 * n_embd, { bias: false });
    this.receptance = new nn.Linear(n_embd, n_embd, { bias: false });
    this.value = new nn.Linear(4 * n_embd, n_embd, { bias: false });
  }

  forward(x: torch.Tensor) {
    const xx = this.time_shift(x);
    const xk = torch.lerp(xx, x, this.time_mix['k']);
    const xr = torch.lerp(xx, x, this.time_mix['r']);
    const k = torch.square(F.relu(this.key(xk)));
    return torch.sigmoid(this.receptance(xr)) * this.value(k);
  }
}

class Block extends nn.Module {
  ln1;
  ln2;
  att;
  ffn;
  constructor(n_embd: number, n_layer: number, i: number) {
    super();
    this.ln1 = new nn.LayerNorm(n_embd);
    this.ln2 = new nn.LayerNorm(n_embd);
    this.att = new TimeMix(n_embd, n_layer, i);
    this.ffn = new ChannelMix(n_embd);
  }
  forward(x: torch.Tensor) {
    x = x + this.att(this.ln1(x));
    x = x + this.ffn(this.ln2(x));
    return x;
  }
}

torch.manual_seed(42);
const [V, C, L] = [6, 8, 2];
const net = new nn.Sequential(new nn.Embedding(V, C), ...range(L).map((i) => new Block(C, L, i)), new nn.LayerNorm(C), new nn.Linear(C, V, { bias: false }));
for (const [name, p] of net.named_parameters()) {
  if (name.endsWith('output.weight') || name.endsWith('value.weight')) nn.init.orthogonal_(p, { gain: 0.5 });
}
const opt = new torch.optim.Adam(net.parameters(), { lr: 1e-2, betas: [0.9, 0.99], eps: 1e-8 });
const sched = new torch.optim.lr_scheduler.CosineAnnealingLR(opt, { T_max: 6, eta_min: 1e-3 });
const data = torch.tensor([
  [0, 1, 2, 3, 4, 5, 0, 1],
  [5, 4, 3, 2, 1, 0, 5, 4],
]);
for (let step = 0; step < 6; step++) {
  const logits = net(data[':', ':-1']);
  const loss = F.cross_entropy(logits.flatten(0, 1), data[':', '1:'].flatten());
  opt.zero_grad({ set_to_none: true });
  loss.backward();
  const total = torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0);
  opt.step();
  sched.step();
  console.log(`${step} loss=${loss.item().toFixed(5)} norm=${total.item().toFixed(4)} lr=${sched.get_last_lr()[0].toFixed(6)}`);
}
const block = net[1] as Block;
console.log(block.att.time_decay.detach());
console.log(block.ffn);
console.log(
  net
    .parameters()
    .filter((p) => p.requires_grad)
    .reduce((n, p) => n + p.numel(), 0),
);
