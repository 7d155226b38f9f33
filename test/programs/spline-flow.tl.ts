import * as torch from 'tensor-lens';
import { print, range, reversed } from 'tensor-lens/python';
import type { Tensor } from 'tensor-lens';
const { nn } = torch;
const F = nn.functional;
const D = torch.distributions;

// Neural spline flow (rational-quadratic coupling)
const [MIN_W, MIN_H, MIN_D] = [1e-3, 1e-3, 1e-3];

function searchsorted(bin_locations: Tensor, inputs: Tensor, eps = 1e-6) {
  bin_locations = bin_locations.clone();
  bin_locations['...', -1] += eps;
  return torch.sum(inputs['...', null] >= bin_locations, { dim: -1 }) - 1;
}

function rqs(x: Tensor, w: Tensor, h: Tensor, d: Tensor, inverse = false, left = -3.0, right = 3.0) {
  const K = w.shape.at(-1)!;
  w = MIN_W + (1 - MIN_W * K) * F.softmax(w, { dim: -1 });
  let cw = F.pad(torch.cumsum(w, { dim: -1 }), { pad: [1, 0], mode: 'constant', value: 0.0 });
  cw = (right - left) * cw + left;
  cw['...', 0] = left;
  cw['...', -1] = right;
  w = cw['...', '1:'] - cw['...', ':-1'];
  d = MIN_D + F.softplus(d);
  h = MIN_H + (1 - MIN_H * K) * F.softmax(h, { dim: -1 });
  let ch = F.pad(torch.cumsum(h, { dim: -1 }), { pad: [1, 0] });
  ch = (right - left) * ch + left;
  ch['...', 0] = left;
  ch['...', -1] = right;
  h = ch['...', '1:'] - ch['...', ':-1'];
  const idx = searchsorted(inverse ? ch : cw, x)['...', null];
  const g = (t: Tensor) => t.gather(-1, idx)['...', 0];
  const [icw, iw, ich, ih] = [g(cw), g(w), g(ch), g(h)];
  const delta = h / w;
  const [idl, d0, d1] = [g(delta), g(d), g(d['...', '1:'])];
  if (inverse) {
    const a = (x - ich) * (d0 + d1 - 2 * idl) + ih * (idl - d0);
    const b = ih * d0 - (x - ich) * (d0 + d1 - 2 * idl);
    const c = -idl * (x - ich);
    const disc = b.pow(2) - 4 * a * c;
    const root = (2 * c) / (-b - torch.sqrt(disc));
    const out = root * iw + icw;
    const t = root * (1 - root);
    const den = idl + (d0 + d1 - 2 * idl) * t;
    const num = idl.pow(2) * (d1 * root.pow(2) + 2 * idl * t + d0 * (1 - root).pow(2));
    return [out, -(torch.log(num) - 2 * torch.log(den))];
  }
  const theta = (x - icw) / iw;
  const t = theta * (1 - theta);
  const num = ih * (idl * theta.pow(2) + d0 * t);
  const den = idl + (d0 + d1 - 2 * idl) * t;
  const out = ich + num / den;
  const dnum = idl.pow(2) * (d1 * theta.pow(2) + 2 * idl * t + d0 * (1 - theta).pow(2));
  return [out, torch.log(dnum) - 2 * torch.log(den)];
}

function unconstrained(x: Tensor, w: Tensor, h: Tensor, d: Tensor, inverse = false, B = 3.0) {
  const inside = (x >= -B) & (x <= B);
  const [out, logdet] = [torch.zeros_like(x), torch.zeros_like(x)];
  d = F.pad(d, [1, 1]);
  const constant = Math.log(Math.exp(1 - MIN_D) - 1);
  d['...', 0] = constant;
  d['...', -1] = constant;
  out[~inside] = x[~inside];
  if (torch.any(inside)) {
    [out[inside], logdet[inside]] = rqs(x[inside], w[inside], h[inside], d[inside], inverse);
  }
  return [out, logdet];
}

class Coupling extends nn.Module {
  net;
  constructor(
    public flip = false,
    public K = 5,
    hidden = 12,
  ) {
    super();
    this.net = new nn.Sequential(new nn.Linear(1, hidden), new nn.ELU(), new nn.Linear(hidden, 3 * K - 1));
  }
  forward(x: Tensor, inverse = false) {
    let [a, b] = x.chunk(2, { dim: 1 });
    if (this.flip) [a, b] = [b, a];
    const [w, h, d] = torch.split(this.net(a).unsqueeze(1), [this.K, this.K, this.K - 1], { dim: -1 });
    let ld: Tensor;
    [b, ld] = unconstrained(b, w, h, d, inverse);
    const y = torch.cat(this.flip ? [b, a] : [a, b], { dim: 1 });
    return [y, ld.sum(1)];
  }
}

class Flow extends nn.Module {
  layers;
  declare loc: Tensor;
  declare cov: Tensor;
  constructor(n = 2) {
    super();
    this.layers = new nn.ModuleList(range(n).map((i) => new Coupling(i % 2 === 1)));
    this.register_buffer('loc', torch.zeros(2));
    this.register_buffer('cov', torch.eye(2));
  }
  get base() {
    return new D.MultivariateNormal(this.loc, this.cov);
  }
  log_prob(x: Tensor) {
    let total = x.new_zeros(x.shape[0]);
    for (const l of this.layers) {
      let ld: Tensor;
      [x, ld] = l(x);
      total = total + ld;
    }
    return this.base.log_prob(x) + total;
  }
  sample(n: number) {
    return torch.no_grad(() => {
      let z = this.base.sample([n]);
      for (const l of reversed(this.layers)) [z] = l(z, true);
      return z;
    });
  }
}

torch.manual_seed(8);
const t = torch.rand(64) * Math.PI;
const data = torch.stack([t.cos() * 2, t.sin() * 2 - 1], 1) + 0.1 * torch.randn(64, 2);
const flow = new Flow();
const opt = new torch.optim.Adam(flow.parameters(), { lr: 5e-3 });
for (let i = 0; i < 6; i++) {
  opt.zero_grad();
  const nll = -flow.log_prob(data).mean();
  nll.backward();
  opt.step();
  console.log(`${i} nll ${nll.item().toFixed(5)}`);
}
const x = data[':3'];
let z = x;
for (const l of flow.layers) [z] = l(z);
for (const l of [...flow.layers].reverse()) [z] = l(z, true);
print(torch.allclose(z, x, { atol: 1e-4 }));
print(flow.sample(3));
