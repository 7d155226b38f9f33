import * as torch from 'tensor-lens';
import { int, print, round } from 'tensor-lens/python';
import type { Tensor } from 'tensor-lens';
const { nn } = torch;
const F = torch.nn.functional;

class FakeQuant extends nn.Module {
  qmin: number;
  qmax: number;
  enabled = true;
  declare min_val: Tensor;
  declare max_val: Tensor;
  declare scale: Tensor;
  declare zero_point: Tensor;
  constructor(bits = 8, public symmetric = false, public momentum = 0.1) {
    super();
    [this.qmin, this.qmax] = symmetric ? [-(2 ** (bits - 1)), 2 ** (bits - 1) - 1] : [0, 2 ** bits - 1];
    this.register_buffer('min_val', torch.tensor(Infinity));
    this.register_buffer('max_val', torch.tensor(-Infinity));
    this.register_buffer('scale', torch.tensor([1.0]));
    this.register_buffer('zero_point', torch.tensor([0], { dtype: torch.int32 }));
  }

  observe(x: Tensor) {
    let [lo, hi] = torch.aminmax(x.detach());
    if (torch.isinf(this.min_val)) {
      this.min_val.copy_(lo);
      this.max_val.copy_(hi);
    } else {
      this.min_val += this.momentum * (lo - this.min_val);
      this.max_val += this.momentum * (hi - this.max_val);
    }
    lo = torch.min(this.min_val, torch.zeros_like(this.min_val));
    hi = torch.max(this.max_val, torch.zeros_like(this.max_val));
    if (this.symmetric) {
      this.scale[0] = torch.max(-lo, hi) / ((this.qmax - this.qmin) / 2);
    } else {
      this.scale[0] = (hi - lo) / (this.qmax - this.qmin);
      const zp = this.qmin - torch.round(lo / this.scale).to(torch.int);
      this.zero_point.copy_(torch.clamp(zp, this.qmin, this.qmax));
    }
  }

  forward(x: Tensor) {
    if (this.training) this.observe(x);
    if (!this.enabled) return x;
    return torch.fake_quantize_per_tensor_affine(x, this.scale.item(), int(this.zero_point.item()), this.qmin, this.qmax);
  }
}

class QLinear extends nn.Linear {
  wq: FakeQuant;
  aq: FakeQuant;
  constructor(i: number, o: number, bits = 4) {
    super(i, o);
    this.wq = new FakeQuant(bits, true);
    this.aq = new FakeQuant(8);
  }
  forward(x: Tensor) {
    return F.linear(this.aq(x), this.wq(this.weight), this.bias);
  }
}

class RoundSTE extends torch.autograd.Function {
  static forward(ctx: any, x: Tensor, n: number) {
    ctx.save_for_backward(x);
    ctx.n = n;
    return torch.round(x * n) / n;
  }
  static backward(ctx: any, g: Tensor) {
    const [x] = ctx.saved_tensors;
    return [g * (x.abs() <= 1), null];
  }
}

torch.manual_seed(9);
const net = new nn.Sequential(new QLinear(6, 12), new nn.ReLU6(), new QLinear(12, 3));
const x = torch.rand(32, 6) * 4 - 1;
const t = (x[':', 0] > x[':', 1]).long() + (x[':', 2] > 1.5).long();
const opt = new torch.optim.SGD(net.parameters(), { lr: 0.05, momentum: 0.9 });
for (let epoch = 0; epoch < 6; epoch++) {
  const loss = F.cross_entropy(net(x), t);
  opt.zero_grad();
  loss.backward();
  opt.step();
  const scales = [...net.modules()].filter((m) => m instanceof FakeQuant).map((m) => round(m.scale.item(), 6));
  print(epoch, round(loss.item(), 5), scales);
}
net.eval();
const out = net(x[':4']);
print(out);
for (const m of net.modules()) {
  if (m instanceof FakeQuant) m.enabled = false;
}
print((net(x[':4']) - out).abs().max());
const w = net[0].weight.detach();
const q = torch.clamp(torch.round(w / 0.05) + 3, -128, 127).to(torch.int8);
print(q[0], q.dtype, ((q.float() - 3) * 0.05 - w).abs().mean());
const z = torch.linspace(-1.5, 1.5, 7, { requires_grad: true });
const y = RoundSTE.apply(z, 4);
y.pow(2).sum().backward();
print(y, z.grad);
const per = torch.fake_quantize_per_channel_affine(w, w.abs().amax(1) / 7, torch.zeros(12, { dtype: torch.int32 }), 0, -8, 7);
print(per[':2']);
