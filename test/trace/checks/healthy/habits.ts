import type { HealthyModel } from '../marked.js';

export const habits: readonly HealthyModel[] = [
  {
    name: 'scheduler demo without gradients',
    model: `
const net = new nn.Linear(2, 1);
const opt = new optim.SGD(net.parameters(), { lr: 1 });
const sched = new optim.lr_scheduler.StepLR(opt, 2);
for (let i = 0; i < 4; i++) {
  opt.step();
  sched.step();
}
`,
  },
  {
    name: 'micro batches leftover',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 1);
const opt = new optim.SGD(net.parameters(), { lr: 0.01 });
opt.zero_grad();
for (let i = 0; i < 7; i++) {
  // the gradients of three batches are added up on purpose
  F.mse_loss(net(x), y).div(3).backward();
  if ((i + 1) % 3 === 0) {
    opt.step();
    opt.zero_grad();
  }
}
opt.step();
`,
  },
  {
    name: 'custom function',
    model: `
class Square extends torch.autograd.Function {
  static forward(ctx, x) {
    ctx.save_for_backward(x);
    return x.mul(x);
  }
  static backward(ctx, g) {
    const [x] = ctx.saved_tensors;
    return g.mul(x).mul(2);
  }
}
const w = torch.tensor([1.5, 2], { requires_grad: true });
Square.apply(w).sum().backward();
`,
  },
  {
    name: 'parameter list',
    model: `
torch.manual_seed(0);
class P extends nn.Module {
  ws = new nn.ParameterList([torch.randn(3, 3), torch.randn(3, 3)].map((t) => new nn.Parameter(t)));
  forward(x) {
    for (const w of this.ws) x = x.matmul(w).tanh();
    return x;
  }
}
const p = new P();
const opt = new optim.SGD(p.parameters(), { lr: 0.1 });
for (let i = 0; i < 2; i++) {
  opt.zero_grad();
  p(torch.randn(2, 3)).mean().backward();
  opt.step();
}
`,
  },
  {
    name: 'buffer',
    model: `
torch.manual_seed(0);
class Net extends nn.Module {
  fc = new nn.Linear(3, 1);
  constructor() {
    super();
    this.register_buffer('scale', torch.tensor([1.5, 2, 3]));
  }
  forward(x) {
    return this.fc(x.mul(this.scale));
  }
}
const n = new Net();
const opt = new optim.SGD(n.parameters(), { lr: 0.1 });
n(torch.randn(2, 3)).sum().backward();
opt.step();
`,
  },
  {
    name: 'causal attention',
    model: `
torch.manual_seed(0);
class Head extends nn.Module {
  q = new nn.Linear(8, 8, { bias: false });
  k = new nn.Linear(8, 8, { bias: false });
  v = new nn.Linear(8, 8, { bias: false });
  forward(x) {
    const s = this.q(x).matmul(this.k(x).transpose(-2, -1)).div(Math.sqrt(8));
    const m = torch.ones(5, 5).triu(1).to(torch.bool);
    return F.softmax(s.masked_fill(m, -Infinity), -1).matmul(this.v(x));
  }
}
new Head()(torch.randn(2, 5, 8)).pow(2).mean().backward();
`,
  },
  {
    name: 'prompt tuning',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 1);
net.requires_grad_(false);
const prompt = new nn.Parameter(torch.zeros(4));
const opt = new optim.Adam([prompt]);
for (let i = 0; i < 3; i++) {
  opt.zero_grad();
  F.mse_loss(net(x.add(prompt)), y).backward();
  opt.step();
}
`,
  },
  {
    name: 'optimise the input',
    model: `
torch.manual_seed(0);
const net = new nn.Linear(4, 2);
const img = torch.zeros(1, 4, { requires_grad: true });
const opt = new optim.SGD([img], { lr: 0.1 });
for (let i = 0; i < 5; i++) {
  opt.zero_grad();
  net(img).index(0, 1).neg().backward();
  opt.step();
}
`,
  },
  {
    name: 'retain graph twice',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 1);
const out = net(x);
out.mean().backward({ retain_graph: true });
out.pow(2).mean().backward();
`,
  },
  {
    name: 'metrics after training',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 1);
const opt = new optim.SGD(net.parameters(), { lr: 0.1 });
opt.zero_grad();
F.mse_loss(net(x), y).backward();
opt.step();
const rmse = F.mse_loss(net(x), y).sqrt();
const r2 = rmse.pow(2).div(y.var()).neg().add(1);
`,
  },
  {
    name: 'ema of weights',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 1);
const ema = [...net.parameters()].map((p) => p.detach().clone());
const opt = new optim.SGD(net.parameters(), { lr: 0.1 });
for (let i = 0; i < 3; i++) {
  opt.zero_grad();
  F.mse_loss(net(x), y).backward();
  opt.step();
  torch.no_grad(() => [...net.parameters()].forEach((p, k) => ema[k].mul_(0.9).add_(p, { alpha: 0.1 })));
}
`,
  },
  {
    name: 'l2 by hand and several terms',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 1);
let reg = torch.zeros([]);
for (const p of net.parameters()) reg = reg.add(p.pow(2).sum());
F.mse_loss(net(x), y).add(reg.mul(0.01)).backward();
`,
  },
  {
    name: 'huber where',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 1);
const e = net(x).sub(y);
torch.where(e.abs().lt(1), e.pow(2).mul(0.5), e.abs().sub(0.5)).mean().backward();
`,
  },
  {
    name: 'broadcast of a mean target',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 3);
net(x).sub(torch.tensor([0.5, 1, 1.5])).pow(2).mean().backward();
`,
  },
  {
    name: 'outer product of column and row',
    model: `
torch.manual_seed(0);
const u = torch.randn(5, 1, { requires_grad: true });
const v = torch.randn(5);
u.mul(v).sub(torch.randn(5, 5)).pow(2).mean().backward();
`,
  },
  {
    name: 'module called in a callback with a helper module',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
class Wrap extends nn.Module {
  forward(x, inner) {
    return inner(x).tanh();
  }
}
const inner = new nn.Linear(4, 1);
const w = new Wrap();
const opt = new optim.SGD(inner.parameters(), { lr: 0.1 });
for (let i = 0; i < 2; i++) {
  opt.zero_grad();
  F.mse_loss(w(x, inner), y).backward();
  opt.step();
}
`,
  },
  {
    name: 'encoder pretrained then frozen by no_grad, with optimizer',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const enc = new nn.Linear(4, 3);
const head = new nn.Linear(3, 1);
const opt = new optim.SGD(head.parameters(), { lr: 0.1 });
for (let i = 0; i < 2; i++) {
  const h = torch.no_grad(() => enc(x));
  opt.zero_grad();
  F.mse_loss(head(h), y).backward();
  opt.step();
}
`,
  },
  {
    name: 'ode / physics with sqrt of positive',
    model: `
const p = torch.tensor([1.5, 2.5], { requires_grad: true });
let v = torch.zeros(2);
let s = p;
for (let i = 0; i < 10; i++) {
  const r = s.pow(2).sum().add(1e-6).sqrt();
  v = v.sub(s.div(r.pow(3)).mul(0.1));
  s = s.add(v.mul(0.1));
}
s.sum().backward();
`,
  },
];
