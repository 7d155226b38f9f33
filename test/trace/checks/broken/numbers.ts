import type { BrokenModel } from '../marked.js';

export const numbers: readonly BrokenModel[] = [
  {
    code: 'first-nan',
    name: 'log zero in forward',
    model: `
class Net extends nn.Module {
  fc = new nn.Linear(2, 2);
  forward(x) {
    return «torch.log(this.fc(x).relu())»;
  }
}
torch.manual_seed(0);
new Net()(torch.randn(5, 2)).sum().backward();
`,
  },
  {
    code: 'first-nan',
    name: '0/0',
    model: `
const w = torch.ones(3, { requires_grad: true });
const a = torch.zeros(3);
const r = «a.mul(w).div(a)»;
r.sum().backward();
`,
  },
  {
    code: 'first-nan',
    name: 'std of const',
    model: `
const x = torch.ones(4, { requires_grad: true });
const z = «x.sub(x.mean()).div(x.std())»;
z.sum().backward();
`,
  },
  {
    code: 'first-nan',
    name: 'softmax by hand overflow',
    model: `
const x = torch.tensor([100.5, 200, 300], { requires_grad: true });
const e = «x.exp()»;
const p = e.div(e.sum());
p.log().sum().backward();
`,
  },
  {
    code: 'first-nan',
    name: 'sqrt negative arrow',
    model: `
const xs = [1.5, -1.5].map((v) => torch.tensor(v, { requires_grad: true }));
const ys = xs.map((x) => «x.sqrt()»);
ys[0].add(ys[1]).backward();
`,
  },
  {
    code: 'first-nan',
    name: 'lr too high overflow',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 1);
const opt = new optim.SGD(net.parameters(), { lr: 50 });
for (let i = 0; i < 200; i++) {
  opt.zero_grad();
  const loss = «F.mse_loss(net(x), y)»;
  loss.backward();
  opt.step();
}
`,
  },
  {
    code: 'first-nan',
    name: 'lr overflow long',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 1);
const opt = new optim.SGD(net.parameters(), { lr: 5 });
for (let i = 0; i < 300; i++) {
  opt.zero_grad();
  const loss = «F.mse_loss(net(x), y)»;
  loss.backward();
  opt.step();
}
`,
  },
  {
    code: 'first-nan',
    name: 'late nan',
    model: `
torch.manual_seed(0);
const w = torch.ones(2, { requires_grad: true });
for (let i = 0; i < 500; i++) {
  const s = torch.tensor(i === 333 ? -1.5 : 1.5);
  const loss = w.mul(«s.sqrt()»).pow(2).sum();
  w.grad = null;
  loss.backward();
  torch.no_grad(() => w.sub_(w.grad.mul(0.01)));
}
`,
  },
  {
    code: 'first-nan',
    name: 'data nan',
    model: `
const x = «torch.tensor([1.5, NaN, 2])»;
const w = torch.ones(3, { requires_grad: true });
const loss = x.mul(w).sum();
loss.backward();
`,
  },
  {
    code: 'first-nan',
    name: 'acos',
    model: `
const x = torch.tensor([0.5, 1.5], { requires_grad: true });
«torch.acos(x)».sum().backward();
`,
  },
  {
    code: 'first-nan',
    name: 'pow neg frac',
    model: `
const x = torch.tensor([-0.5, 1.5], { requires_grad: true });
«x.pow(0.5)».sum().backward();
`,
  },
  {
    code: 'first-nan',
    name: 'entropy of zero p',
    model: `
const p = torch.tensor([0, 0.5, 0.5], { requires_grad: true });
const h = p.mul(«p.log()»).sum().neg();
h.backward();
`,
  },
  {
    code: 'first-nan',
    name: 'attention all masked',
    model: `
torch.manual_seed(0);
const s = torch.randn(2, 2, { requires_grad: true });
const m = torch.ones(2, 2).to(torch.bool);
const p = «F.softmax(s.masked_fill(m, -Infinity), 1)»;
p.sum().backward();
`,
  },
  {
    code: 'first-nan',
    name: 'std of one',
    model: `
const x = torch.tensor([1.5], { requires_grad: true });
const s = «x.std()»;
s.backward();
`,
  },
  {
    code: 'first-nan-gradient',
    name: 'sqrt at 0',
    model: `
const x = torch.zeros(3, { requires_grad: true });
«x.sqrt()».sum().backward();
`,
  },
  {
    code: 'first-nan-gradient',
    name: 'norm at 0',
    model: `
const a = torch.ones(3, { requires_grad: true });
const d = a.sub(1).pow(2).sum();
const n = «d.sqrt()»;
n.backward();
`,
  },
  {
    code: 'first-nan-gradient',
    name: 'where trick',
    model: `
const x = torch.tensor([0, 1.5], { requires_grad: true });
const y = torch.where(x.gt(0), «x.sqrt()», torch.zeros(2));
y.sum().backward();
`,
  },
  {
    code: 'first-nan-gradient',
    name: 'distance in module',
    model: `
class Dist extends nn.Module {
  c = new nn.Parameter(torch.zeros(2));
  forward(x) {
    return «x.sub(this.c).pow(2).sum(1).sqrt()»;
  }
}
new Dist()(torch.tensor([[0, 0], [1.5, 2]])).sum().backward();
`,
  },
  {
    code: 'first-nan',
    name: 'where log trick',
    model: `
const x = torch.tensor([0, 1.5], { requires_grad: true });
const y = torch.where(x.gt(0), «x.log()», torch.zeros(2));
y.sum().backward();
`,
  },
  {
    code: 'first-nan',
    name: 'log of softmax underflow',
    model: `
const z = torch.tensor([[0.5, 200, -200]], { requires_grad: true });
const p = F.softmax(z, 1);
const loss = «p.log()».mean().neg();
loss.backward();
`,
  },
  {
    code: 'first-nan',
    name: 'mean of nothing',
    model: `
const x = torch.tensor([1.5, 2], { requires_grad: true });
const loss = «x.index(x.gt(5)).mean()»;
loss.backward();
`,
  },
  {
    code: 'first-nan',
    name: 'naive variance',
    model: `
const x = torch.tensor([10000.5, 10000.5], { requires_grad: true });
const v = x.pow(2).mean().sub(x.mean().pow(2)).sub(1);
const s = «v.sqrt()»;
s.backward();
`,
  },
  {
    code: 'first-nan',
    name: 'log 1-p at 1',
    model: `
const z = torch.tensor([1.5, 40], { requires_grad: true });
const p = z.sigmoid();
const t = torch.tensor([0, 0.5]);
const loss = «torch.log(p.neg().add(1))».mul(t.neg().add(1)).mean();
loss.backward();
`,
  },
  {
    code: 'first-nan',
    name: 'divide by a sum that is 0',
    model: `
class Norm extends nn.Module {
  forward(x) {
    return «x.div(x.sum(1, { keepdim: true }))»;
  }
}
const x = torch.tensor([[1.5, -1.5], [1, 2]], { requires_grad: true });
new Norm()(x).sum().backward();
`,
  },
  {
    code: 'first-nan',
    name: 'pow minus one at 0',
    model: `
const x = torch.tensor([0, 1.5], { requires_grad: true });
const inv = «x.pow(-1)»;
inv.sum().backward();
`,
  },
  {
    code: 'first-nan',
    name: 'softplus by hand overflows',
    model: `
const f = (v) => torch.log(«torch.exp(v)».add(1));
const x = torch.tensor([100.5, 1], { requires_grad: true });
f(x).sum().backward();
`,
  },
  {
    code: 'first-nan',
    name: 'cosine with a zero vector',
    model: `
const a = torch.tensor([1.5, 2], { requires_grad: true });
const b = torch.zeros(2);
const c = «a.dot(b).div(a.norm().mul(b.norm()))»;
c.backward();
`,
  },
  {
    code: 'first-nan-gradient',
    name: 'acos at 1',
    model: `
const x = torch.tensor([1, 0.5], { requires_grad: true });
«x.acos()».sum().backward();
`,
  },
  {
    code: 'first-nan-gradient',
    name: 'square root of a loss that is 0',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 1);
const out = net(x);
const rmse = «F.mse_loss(out, out.detach()).sqrt()»;
rmse.backward();
`,
  },
  {
    code: 'first-nan-gradient',
    name: 'pow in a helper of another file',
    model: {
      'm.tl.ts': `import * as torch from 'tensor-lens';
import { soften } from './soften';
const x = torch.tensor([0, 1.5], { requires_grad: true });
soften(x).sum().backward();
`,
      'soften.ts': `import type * as torch from 'tensor-lens';
export const soften = (x: torch.Tensor) => «x.abs().pow(0.5)»;
`,
    },
  },
  {
    code: 'first-nan',
    name: 'lr too high in logistic regression by hand',
    model: `
torch.manual_seed(0);
const x = torch.randn(20, 2).mul(50);
const y = x.select(1, 0).gt(0).float().unsqueeze(1);
const w = torch.zeros(2, 1, { requires_grad: true });
for (let i = 0; i < 20; i++) {
  const p = x.matmul(w).sigmoid();
  const loss = y.mul(«p.log()»).add(y.neg().add(1).mul(p.neg().add(1).log())).mean().neg();
  w.grad = null;
  loss.backward();
  torch.no_grad(() => w.sub_(w.grad.mul(10)));
}
`,
  },
];
