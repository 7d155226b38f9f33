import * as torch from 'tensor-lens';
import { fmt, print, range, zip } from 'tensor-lens/python';
import type { Tensor } from 'tensor-lens';
const { nn } = torch;

class SinusoidalPosEmb extends nn.Module {
  constructor(public dim: number) {
    super();
  }
  forward(t: Tensor): Tensor {
    const half = Math.floor(this.dim / 2);
    let emb = torch.exp(torch.arange(half, { device: t.device }) * -(Math.log(10000) / (half - 1)));
    emb = t[':', null] * emb[null, ':'];
    return torch.cat([emb.sin(), emb.cos()], { dim: -1 });
  }
}

class FiLMBlock extends nn.Module {
  norm;
  mod;
  ff;
  constructor(d: number, cond: number) {
    super();
    this.norm = new nn.LayerNorm(d, { elementwise_affine: false, eps: 1e-6 });
    this.mod = new nn.Sequential(new nn.SiLU(), new nn.Linear(cond, 3 * d));
    this.ff = new nn.Sequential(new nn.Linear(d, 2 * d), new nn.Mish(), new nn.Linear(2 * d, d));
    nn.init.zeros_(this.mod[-1].weight);
    nn.init.zeros_(this.mod[-1].bias);
  }
  forward(x: Tensor, c: Tensor) {
    const [shift, scale, gate] = this.mod(c).chunk(3, { dim: -1 });
    return x + gate * this.ff(this.norm(x) * (1 + scale) + shift);
  }
}

class VelocityNet extends nn.Module {
  time;
  label;
  inp;
  blocks;
  out;
  null: number;
  constructor(d = 16, n_classes = 2, blocks = 2) {
    super();
    this.time = new nn.Sequential(new SinusoidalPosEmb(8), new nn.Linear(8, d), new nn.GELU());
    this.label = new nn.Embedding(n_classes + 1, d);
    this.inp = new nn.Linear(2, d);
    this.blocks = new nn.ModuleList(range(blocks).map(() => new FiLMBlock(d, d)));
    this.out = new nn.Linear(d, 2);
    this.null = n_classes;
  }
  forward(x: Tensor, t: Tensor, y: Tensor) {
    const c = this.time(t * 1000) + this.label(y);
    let h = this.inp(x);
    for (const b of this.blocks) h = b(h, c);
    return this.out(h);
  }
}

torch.manual_seed(77);
function sample_data(n: number) {
  const y = torch.randint(0, 2, [n]);
  const ang = torch.rand(n) * 2 * Math.PI;
  const r = torch.where(y == 0, 1.0, 2.0);
  return [torch.stack([r * ang.cos(), r * ang.sin()], -1) + 0.05 * torch.randn(n, 2), y];
}

const net = new VelocityNet();
const ema = Object.fromEntries(Object.entries(net.state_dict()).map(([k, v]) => [k, v.clone().detach()]));
const opt = new torch.optim.AdamW(net.parameters(), { lr: 5e-3 });
const lr_lambda = (s: number) => Math.min((s + 1) / 3, 1.0) * 0.5 * (1 + Math.cos((Math.PI * s) / 10));
const sched = new torch.optim.lr_scheduler.LambdaLR(opt, lr_lambda);
for (let step = 0; step < 8; step++) {
  let [x1, y] = sample_data(64);
  const x0 = torch.randn_like(x1);
  const t = torch.sigmoid(torch.randn(64));
  const xt = torch.lerp(x0, x1, t[':', null]);
  const drop = torch.rand(64) < 0.1;
  y = torch.where(drop, torch.full_like(y, net.null), y);
  const loss = ((net(xt, t, y) - (x1 - x0)) ** 2).mean();
  opt.zero_grad();
  loss.backward();
  const gn = nn.utils.clip_grad_norm_(net.parameters(), 1.0);
  opt.step();
  sched.step();
  for (const [k, v] of Object.entries(net.state_dict())) ema[k].lerp_(v, 0.1);
  console.log(`${step} loss=${fmt(loss.item(), '.5f')} |g|=${fmt(gn, '.4f')} lr=${fmt(sched.get_last_lr()[0], '.2e')}`);
}

net.load_state_dict(ema);
function sample(y: Tensor, steps = 5, w = 2.0) {
  return torch.no_grad(() => {
    let x = torch.randn(y.length, 2);
    const ts = torch.linspace(0, 1, steps + 1);
    const nul = torch.full_like(y, net.null);
    for (const [a, b] of zip(ts[':-1'], ts['1:'])) {
      const v = (x: Tensor, t: Tensor) => {
        const tt = t.expand(y.length);
        const both = net(torch.cat([x, x]), torch.cat([tt, tt]), torch.cat([y, nul]));
        const [c, u] = both.chunk(2);
        return u + w * (c - u);
      };
      const k1 = v(x, a);
      const k2 = v(x + (b - a) * k1, b);
      x = x + (b - a) * 0.5 * (k1 + k2);
    }
    return x;
  });
}
print(sample(torch.tensor([0, 1, 1])));
console.log(fmt(ema['out.weight'].norm(), '.6f'));
