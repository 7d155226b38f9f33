import * as torch from 'tensor-lens';
import { nn, type Tensor } from 'tensor-lens';
import { print, range } from 'tensor-lens/python';

const F = nn.functional;
torch.manual_seed(0);

function squash(s: Tensor, dim = -1) {
  const norm2 = (s ** 2).sum({ dim, keepdim: true });
  return ((norm2 / (1 + norm2)) * s) / (norm2.sqrt() + 1e-8);
}

class PrimaryCaps extends nn.Module {
  caps;
  constructor(in_ch = 4, n_caps = 4, dim = 4) {
    super();
    this.caps = new nn.ModuleList([...range(n_caps)].map(() => new nn.Conv2d(in_ch, dim, { kernel_size: 3, stride: 2 })));
  }
  forward(x: Tensor) {
    let u = torch.stack(this.caps.map((c) => c(x)), { dim: 1 });
    u = u.flatten({ start_dim: 3 }).permute(0, 1, 3, 2).reshape(x.size(0), -1, u.size(2));
    return squash(u);
  }
}

class DigitCaps extends nn.Module {
  W;
  constructor(
    n_in: number,
    n_out = 3,
    d_in = 4,
    d_out = 6,
    public routing = 3,
  ) {
    super();
    this.W = new nn.Parameter(0.1 * torch.randn(1, n_in, n_out, d_out, d_in));
  }
  forward(x: Tensor) {
    const u_hat = torch.matmul(this.W, x[':', ':', null, ':', null]).squeeze(-1);
    let b = x.new_zeros(x.shape[0], u_hat.shape[1], u_hat.shape[2], 1);
    const temp = u_hat.detach();
    for (let r = 0; r < this.routing - 1; r++) {
      const c = F.softmax(b, { dim: 2 });
      const v = squash((c * temp).sum({ dim: 1, keepdim: true }));
      b = b + (temp * v).sum({ dim: -1, keepdim: true });
    }
    const c = F.softmax(b, { dim: 2 });
    return [squash((c * u_hat).sum({ dim: 1 })), c.squeeze(-1)] as const;
  }
}

class CapsNet extends nn.Module {
  conv = new nn.Conv2d(1, 4, 3);
  primary = new PrimaryCaps();
  digits = new DigitCaps(4 * 9);
  decoder = new nn.Sequential(new nn.Linear(3 * 6, 16), new nn.ReLU(true), new nn.Linear(16, 81), new nn.Sigmoid());
  forward(x: Tensor, y?: Tensor) {
    x = F.relu(this.conv(x));
    const [caps, coupling] = this.digits(this.primary(x));
    const lengths = caps.norm({ dim: -1 });
    if (y === undefined) y = F.one_hot(lengths.argmax(1), 3);
    const rec = this.decoder((caps * y['...', null].to(caps.dtype)).flatten(1));
    return [lengths, rec, coupling] as const;
  }
}

function margin_loss(lengths: Tensor, labels: Tensor) {
  const left = F.relu(0.9 - lengths, { inplace: true }) ** 2;
  const right = F.relu(lengths - 0.1, { inplace: true }) ** 2;
  return (labels * left + 0.5 * (1.0 - labels) * right).sum(-1).mean();
}

const net = new CapsNet();
const x = torch.rand(6, 1, 9, 9);
const y = F.one_hot(torch.arange(6) % 3, { num_classes: 3 });
const opt = new torch.optim.Adam(net.parameters(), { lr: 0.01 });
let lengths!: Tensor, rec: Tensor, coupling!: Tensor;
for (const i of range(4)) {
  [lengths, rec, coupling] = net(x, y);
  const m = margin_loss(lengths, y.float());
  const r = F.mse_loss(rec, x.view(6, -1));
  const loss = m + 0.0005 * 81 * r;
  opt.zero_grad();
  loss.backward();
  opt.step();
  const acc = (lengths.argmax(1) == y.argmax(1)).float().mean().item();
  print(`${i} margin=${m.item().toFixed(5)} rec=${r.item().toFixed(5)} acc=${acc.toFixed(2)}`);
}
print(coupling.shape, coupling[0, ':2'].sum(-1));
print(lengths[0]);
net.eval();
torch.no_grad(() => {
  const out = net(x[':2'])[1];
  print(out.shape, out.dtype, out.min() >= 0, (out.max() <= 1).item());
});
print(net.primary);
