import * as torch from 'tensor-lens';
import { math, percent, print, reversed } from 'tensor-lens/python';

// RealNVP on two moons: affine coupling layers, a base distribution, the log-determinant.
const { nn } = torch;
const { MultivariateNormal } = torch.distributions;

function two_moons(n: number) {
  const half = Math.floor(n / 2);
  const t = torch.rand(half) * math.pi;
  const upper = torch.stack([torch.cos(t), torch.sin(t)], 1);
  const lower = torch.stack([1 - torch.cos(t), 0.5 - torch.sin(t)], 1);
  return torch.cat([upper, lower]) + 0.05 * torch.randn(n, 2);
}

class Coupling extends nn.Module {
  declare s: any;
  declare t: any;
  declare mask: torch.Tensor;
  constructor(mask: torch.Tensor, hidden = 8) {
    super();
    this.register_buffer('mask', mask);
    this.s = new nn.Sequential(new nn.Linear(2, hidden), new nn.LeakyReLU(), new nn.Linear(hidden, 2), new nn.Tanh());
    this.t = new nn.Sequential(new nn.Linear(2, hidden), new nn.LeakyReLU(), new nn.Linear(hidden, 2));
  }

  forward(x: torch.Tensor) {
    const kept = x * this.mask;
    const s = this.s(kept) * (1 - this.mask);
    const t = this.t(kept) * (1 - this.mask);
    return [kept + (1 - this.mask) * (x * s.exp() + t), s.sum({ dim: 1 })];
  }

  inverse(z: torch.Tensor) {
    const kept = z * this.mask;
    const s = this.s(kept) * (1 - this.mask);
    const t = this.t(kept) * (1 - this.mask);
    return kept + (1 - this.mask) * ((z - t) * (-s).exp());
  }
}

class RealNVP extends nn.Module {
  declare layers: torch.nn.ModuleList<Coupling>;
  declare prior: any;
  constructor(n: number) {
    super();
    const masks = torch.tensor([[0.0, 1.0], [1.0, 0.0]], { dtype: torch.float32 }).repeat(Math.floor(n / 2), 1);
    this.layers = new nn.ModuleList([...masks].map((m) => new Coupling(m)));
    this.prior = new MultivariateNormal(torch.zeros(2), torch.eye(2));
  }

  log_prob(x: torch.Tensor) {
    let log_det = x.new_zeros(x.shape[0]);
    for (const layer of this.layers) {
      let ld: torch.Tensor;
      [x, ld] = layer(x);
      log_det += ld;
    }
    return this.prior.log_prob(x) + log_det;
  }

  sample(n: number) {
    let z = this.prior.sample([n]);
    for (const layer of reversed(this.layers)) {
      z = layer.inverse(z);
    }
    return z;
  }
}

torch.manual_seed(0);
const flow = new RealNVP(4);
const optimizer = new torch.optim.Adam([...flow.parameters()].filter((p) => p.requires_grad), { lr: 5e-3 });
const scheduler = new torch.optim.lr_scheduler.ExponentialLR(optimizer, { gamma: 0.95 });
for (let epoch = 0; epoch < 3; epoch++) {
  const loss = -flow.log_prob(two_moons(32)).mean();
  optimizer.zero_grad();
  loss.backward();
  optimizer.step();
  scheduler.step();
  console.log(percent('epoch %d: loss=%.4f lr=%.6f', [epoch, loss.item(), scheduler.get_last_lr()[0]]));
}
torch.no_grad(() => {
  print(flow.sample(3));
  const x = two_moons(4);
  let y: any = x;
  let layer!: any;
  for (const one of flow.layers) {
    layer = one;
    let _: any;
    [y, _] = layer(y);
  }
  for (const one2 of reversed(flow.layers)) {
    layer = one2;
    y = layer.inverse(y);
  }
  print(torch.allclose(x, y, { atol: 1e-5 }), (x - y).abs().max().item() < 1e-5);
});
print(flow.layers[0]);
