import * as torch from 'tensor-lens';
import { percent, print, range } from 'tensor-lens/python';

// A planar flow is fitted to an energy, by samples whose density it knows.
const { nn } = torch;
const D = torch.distributions;

torch.manual_seed(4);
torch.set_default_dtype(torch.float64);

class Planar extends nn.Module {
  u = new nn.Parameter(torch.randn(2) * 0.1);
  w = new nn.Parameter(torch.randn(2) * 0.1);
  b = new nn.Parameter(torch.zeros([]));

  forward(z: torch.Tensor) {
    const wu = this.w.matmul(this.u);
    const u = this.u + (nn.functional.softplus(wu) - 1 - wu) * this.w / (this.w.norm() ** 2 + 1e-6);
    const h = torch.tanh(z.matmul(this.w) + this.b);
    const psi = (1 - h ** 2).unsqueeze(1) * this.w;
    return [z + h.unsqueeze(1) * u, torch.log((1 + psi.matmul(u)).abs() + 1e-6)];
  }
}

function energy(z: torch.Tensor) {
  const ring = ((z.norm({ dim: 1 }) - 2) / 0.4) ** 2 / 2;
  const left = torch.exp(-0.5 * ((z[':', 0] - 2) / 0.6) ** 2);
  const right = torch.exp(-0.5 * ((z[':', 0] + 2) / 0.6) ** 2);
  return ring - torch.log(left + right + 1e-6);
}

const flow = new nn.ModuleList(range(4).map((_) => new Planar()));
const base = new D.Independent(new D.Normal(torch.zeros(2), torch.ones(2)), 1);
const optimizer = new torch.optim.RMSprop(flow.parameters(), { lr: 0.01 });
for (let step = 0; step < 20; step++) {
  let z = base.sample([64]);
  let log_q = base.log_prob(z);
  for (const layer of flow) {
    let log_det: torch.Tensor;
    [z, log_det] = layer(z);
    log_q = log_q - log_det;
  }
  const loss = (log_q + energy(z)).mean();
  optimizer.zero_grad();
  loss.backward();
  optimizer.step();
  if (step % 5 === 0) {
    console.log(percent('step %2d loss %.5f', [step, loss.item()]));
  }
}
const made = new D.TransformedDistribution(base.base_dist, [new D.AffineTransform(1.0, 2.0), new D.TanhTransform({ cache_size: 1 })]);
const s = made.rsample([3]);
print(s);
print(made.log_prob(s));
print(D.kl_divergence(base, new D.Independent(new D.Normal(torch.ones(2), 2 * torch.ones(2)), 1)));
torch.set_default_dtype(torch.float32);
