import type { HealthyModel } from '../marked.js';

export const classics: readonly HealthyModel[] = [
  {
    name: 'polynomial tutorial',
    model: `
torch.manual_seed(0);
const x = torch.linspace(-Math.PI, Math.PI, 2000);
const y = torch.sin(x);
const [a, b, c, d] = [0, 0, 0, 0].map(() => torch.randn([], { requires_grad: true }));
for (let t = 0; t < 30; t++) {
  const p = a.add(b.mul(x)).add(c.mul(x.pow(2))).add(d.mul(x.pow(3)));
  const loss = p.sub(y).pow(2).sum();
  loss.backward();
  torch.no_grad(() => {
    for (const w of [a, b, c, d]) {
      w.sub_(w.grad.mul(1e-6));
      w.grad = null;
    }
  });
}
`,
  },
  {
    name: 'polynomial nn',
    model: `
torch.manual_seed(0);
const x = torch.linspace(-Math.PI, Math.PI, 2000);
const y = torch.sin(x);
const xx = x.unsqueeze(-1).pow(torch.tensor([1, 2, 3]));
const net = new nn.Sequential(new nn.Linear(3, 1), new nn.Flatten(0, 1));
const lossFn = new nn.MSELoss({ reduction: 'sum' });
for (let t = 0; t < 20; t++) {
  const loss = lossFn(net(xx), y);
  net.zero_grad();
  loss.backward();
  torch.no_grad(() => {
    for (const p of net.parameters()) p.sub_(p.grad.mul(1e-6));
  });
}
`,
  },
  {
    name: 'simclr',
    model: `
torch.manual_seed(0);
const f = new nn.Sequential(new nn.Linear(8, 16), new nn.ReLU(), new nn.Linear(16, 4));
const opt = new optim.Adam(f.parameters());
for (let i = 0; i < 3; i++) {
  const base = torch.randn(6, 8);
  const z1 = F.normalize(f(base.add(torch.randn(6, 8).mul(0.1))), 2, 1);
  const z2 = F.normalize(f(base.add(torch.randn(6, 8).mul(0.1))), 2, 1);
  const loss = F.cross_entropy(z1.matmul(z2.t()).div(0.1), torch.arange(6));
  opt.zero_grad();
  loss.backward();
  opt.step();
}
`,
  },
  {
    name: 'word2vec',
    model: `
torch.manual_seed(0);
const inE = new nn.Embedding(30, 8);
const outE = new nn.Embedding(30, 8);
const o = new optim.SGD([...inE.parameters(), ...outE.parameters()], { lr: 0.1 });
for (let i = 0; i < 3; i++) {
  const c = torch.randint(0, 30, [10]);
  const w = torch.randint(0, 30, [10]);
  const n = torch.randint(0, 30, [10]);
  const pos = inE(c).mul(outE(w)).sum(1);
  const neg = inE(c).mul(outE(n)).sum(1);
  const loss = F.logsigmoid(pos).add(F.logsigmoid(neg.neg())).mean().neg();
  o.zero_grad();
  loss.backward();
  o.step();
}
`,
  },
  {
    name: 'matrix factorisation',
    model: `
torch.manual_seed(0);
const U = torch.randn(10, 3, { requires_grad: true });
const V = torch.randn(12, 3, { requires_grad: true });
const R = torch.rand(10, 12);
const M = torch.rand(10, 12).gt(0.5).float();
const opt = new optim.Adam([U, V], { lr: 0.05 });
for (let i = 0; i < 10; i++) {
  const loss = U.matmul(V.t()).sub(R).mul(M).pow(2).sum().div(M.sum());
  opt.zero_grad();
  loss.backward();
  opt.step();
}
`,
  },
  {
    name: 'pinn',
    model: `
torch.manual_seed(0);
const net = new nn.Sequential(new nn.Linear(1, 16), new nn.Tanh(), new nn.Linear(16, 1));
const opt = new optim.Adam(net.parameters(), { lr: 0.01 });
for (let i = 0; i < 3; i++) {
  const x = torch.rand(20, 1, { requires_grad: true });
  const u = net(x);
  const [du] = torch.autograd.grad(u.sum(), [x], { create_graph: true });
  const [ddu] = torch.autograd.grad(du.sum(), [x], { create_graph: true });
  const loss = ddu.add(u).pow(2).mean().add(net(torch.zeros(1, 1)).sub(1).pow(2).mean());
  opt.zero_grad();
  loss.backward();
  opt.step();
}
`,
  },
  {
    name: 'maml',
    model: `
torch.manual_seed(0);
const w = torch.randn(3, 1, { requires_grad: true });
const opt = new optim.SGD([w], { lr: 0.01 });
for (let i = 0; i < 3; i++) {
  const [xa, ya, xb, yb] = [torch.randn(5, 3), torch.randn(5, 1), torch.randn(5, 3), torch.randn(5, 1)];
  const [g] = torch.autograd.grad(xa.matmul(w).sub(ya).pow(2).mean(), [w], { create_graph: true });
  const fast = w.sub(g.mul(0.1));
  const loss = xb.matmul(fast).sub(yb).pow(2).mean();
  opt.zero_grad();
  loss.backward();
  opt.step();
}
`,
  },
  {
    name: 'gcn',
    model: `
torch.manual_seed(0);
class GCN extends nn.Module {
  w1 = new nn.Linear(5, 8, { bias: false });
  w2 = new nn.Linear(8, 2, { bias: false });
  forward(a, x) {
    return a.matmul(this.w2(F.relu(a.matmul(this.w1(x)))));
  }
}
const a = torch.eye(6).add(torch.ones(6, 6).mul(0.1));
const g = new GCN();
const opt = new optim.Adam(g.parameters());
for (let i = 0; i < 3; i++) {
  opt.zero_grad();
  const out = g(a, torch.randn(6, 5));
  F.cross_entropy(out.index(torch.tensor([0, 1, 2])), torch.tensor([0, 1, 0])).backward();
  opt.step();
}
`,
  },
  {
    name: 'gumbel softmax',
    model: `
torch.manual_seed(0);
const l = new nn.Linear(4, 3);
const dec = new nn.Linear(3, 4);
const x = torch.randn(5, 4);
const z = F.gumbel_softmax(l(x), 1, true);
F.mse_loss(dec(z), x).backward();
`,
  },
  {
    name: 'quantile',
    model: `
torch.manual_seed(0);
const net = new nn.Linear(3, 1);
const y = torch.randn(7, 1);
const e = y.sub(net(torch.randn(7, 3)));
torch.maximum(e.mul(0.9), e.mul(-0.1)).mean().backward();
`,
  },
  {
    name: 'multi label',
    model: `
torch.manual_seed(0);
const net = new nn.Linear(3, 4);
const opt = new optim.SGD(net.parameters(), { lr: 0.1 });
const y = torch.rand(7, 4).gt(0.5).float();
for (let i = 0; i < 2; i++) {
  const z = net(torch.randn(7, 3));
  const loss = F.binary_cross_entropy_with_logits(z, y, { pos_weight: torch.ones(4).mul(2) });
  opt.zero_grad();
  loss.backward();
  opt.step();
  const right = z.sigmoid().gt(0.5).float().eq(y).float().mean().item();
}
`,
  },
  {
    name: 'svm hinge',
    model: `
torch.manual_seed(0);
const w = torch.zeros(2, 1, { requires_grad: true });
const b = torch.zeros(1, { requires_grad: true });
const y = torch.randn(20, 1).sign();
const x = torch.randn(20, 2);
const opt = new optim.SGD([w, b], { lr: 0.1 });
for (let i = 0; i < 5; i++) {
  const loss = y.mul(x.matmul(w).add(b)).neg().add(1).clamp({ min: 0 }).mean().add(w.pow(2).sum().mul(0.01));
  opt.zero_grad();
  loss.backward();
  opt.step();
}
`,
  },
  {
    name: 'mdn logsumexp',
    model: `
torch.manual_seed(0);
const net = new nn.Linear(1, 9);
const x = torch.randn(8, 1);
const y = torch.randn(8, 1);
const [pi, mu, ls] = net(x).chunk(3, 1);
const lp = F.log_softmax(pi, 1).sub(y.sub(mu).div(ls.exp()).pow(2).mul(0.5)).sub(ls);
torch.logsumexp(lp, 1).mean().neg().backward();
`,
  },
  {
    name: 'transformer encoder layer',
    model: `
torch.manual_seed(0);
const enc = new nn.TransformerEncoderLayer(8, 2, 16);
const opt = new optim.Adam(enc.parameters());
for (let i = 0; i < 2; i++) {
  opt.zero_grad();
  enc(torch.randn(5, 2, 8)).pow(2).mean().backward();
  opt.step();
}
`,
  },
  {
    name: 'mha',
    model: `
torch.manual_seed(0);
const mha = new nn.MultiheadAttention(8, 2);
const opt = new optim.Adam(mha.parameters());
const x = torch.randn(5, 2, 8);
for (let i = 0; i < 2; i++) {
  const [o] = mha(x, x, x);
  opt.zero_grad();
  o.pow(2).mean().backward();
  opt.step();
}
`,
  },
  {
    name: 'autoencoder with bce',
    model: `
torch.manual_seed(0);
class AE extends nn.Module {
  enc = new nn.Linear(12, 3);
  dec = new nn.Linear(3, 12);
  forward(x) {
    return torch.sigmoid(this.dec(torch.relu(this.enc(x))));
  }
}
const ae = new AE();
const opt = new optim.Adam(ae.parameters());
const crit = new nn.BCELoss({ reduction: 'sum' });
for (let i = 0; i < 3; i++) {
  const x = torch.rand(6, 12);
  const loss = crit(ae(x), x);
  opt.zero_grad();
  loss.backward();
  opt.step();
}
`,
  },
  {
    name: 'dqn with replay',
    model: `
torch.manual_seed(0);
const q = new nn.Sequential(new nn.Linear(4, 8), new nn.ReLU(), new nn.Linear(8, 2));
const qt = new nn.Sequential(new nn.Linear(4, 8), new nn.ReLU(), new nn.Linear(8, 2));
qt.load_state_dict(q.state_dict());
qt.eval();
const opt = new optim.AdamW(q.parameters());
for (let i = 0; i < 4; i++) {
  const [s, a, r, n] = [torch.randn(8, 4), torch.randint(0, 2, [8, 1]), torch.randn(8), torch.randn(8, 4)];
  const sa = q(s).gather(1, a);
  const nv = torch.no_grad(() => qt(n).max(1)[0]);
  const loss = new nn.SmoothL1Loss()(sa, nv.mul(0.99).add(r).unsqueeze(1));
  opt.zero_grad();
  loss.backward();
  nn.utils.clip_grad_value_(q.parameters(), 100);
  opt.step();
  const sd = qt.state_dict();
}
`,
  },
  {
    name: 'byol',
    model: `
torch.manual_seed(0);
const online = new nn.Linear(6, 4);
const pred = new nn.Linear(4, 4);
const target = new nn.Linear(6, 4);
const opt = new optim.SGD([...online.parameters(), ...pred.parameters()], { lr: 0.1 });
for (let i = 0; i < 3; i++) {
  const x = torch.randn(5, 6);
  const p = F.normalize(pred(online(x)), 2, 1);
  const z = F.normalize(target(x), 2, 1).detach();
  const loss = p.mul(z).sum(1).mean().neg().mul(2).add(2);
  opt.zero_grad();
  loss.backward();
  opt.step();
  torch.no_grad(() => {
    const src = [...online.parameters()];
    [...target.parameters()].forEach((t, k) => t.copy_(t.mul(0.9).add(src[k].mul(0.1))));
  });
}
`,
  },
  {
    name: 'noisy labels with ignore index',
    model: `
torch.manual_seed(0);
const net = new nn.Linear(3, 4);
F.cross_entropy(net(torch.randn(5, 3)), torch.tensor([0, 1, -100, 3, 2]), { ignore_index: -100 }).backward();
`,
  },
  {
    name: 'layer norm by hand',
    model: `
torch.manual_seed(0);
const g = torch.ones(6, { requires_grad: true });
const x = torch.randn(4, 6);
const m = x.mean(1, { keepdim: true });
const v = x.var(1, { keepdim: true, unbiased: false });
x.sub(m).div(v.add(1e-5).sqrt()).mul(g).pow(2).mean().backward();
`,
  },
  {
    name: 'seq2seq loss per step',
    model: `
torch.manual_seed(0);
const cell = new nn.GRUCell(4, 8);
const out = new nn.Linear(8, 4);
const opt = new optim.Adam([...cell.parameters(), ...out.parameters()]);
for (let e = 0; e < 2; e++) {
  let h = torch.zeros(3, 8);
  let inp = torch.zeros(3, 4);
  let loss = torch.zeros([]);
  for (let t = 0; t < 5; t++) {
    h = cell(inp, h);
    const z = out(h);
    loss = loss.add(F.cross_entropy(z, torch.randint(0, 4, [3])));
    inp = F.one_hot(z.argmax(1), 4).float();
  }
  opt.zero_grad();
  loss.backward();
  opt.step();
}
`,
  },
  {
    name: 'perceptron with sign no grad',
    model: `
torch.manual_seed(0);
const w = torch.zeros(2);
for (let i = 0; i < 5; i++) {
  const x = torch.randn(2);
  w.add_(x.mul(x.sum().sign().sub(w.dot(x).sign()).mul(0.1)));
}
`,
  },
  {
    name: 'zero init residual',
    model: `
torch.manual_seed(0);
class Block extends nn.Module {
  a = new nn.Linear(4, 4);
  b = new nn.Linear(4, 4);
  constructor() {
    super();
    nn.init.zeros_(this.b.weight);
    nn.init.zeros_(this.b.bias);
  }
  forward(x) {
    return x.add(this.b(this.a(x).relu()));
  }
}
const net = new nn.Sequential(new Block(), new Block(), new nn.Linear(4, 1));
net(torch.randn(3, 4)).pow(2).mean().backward();
`,
  },
  {
    name: 'all zeros loss reached',
    model: `
torch.manual_seed(0);
const w = torch.tensor([[1.5]], { requires_grad: true });
const x = torch.ones(3, 1);
for (let i = 0; i < 3; i++) {
  w.grad = null;
  x.matmul(w).sub(1.5).pow(2).mean().backward();
}
`,
  },
  {
    name: 'dropout ensembles with grad of input',
    model: `
torch.manual_seed(0);
const net = new nn.Sequential(new nn.Linear(3, 5), new nn.Dropout(0.5), new nn.Linear(5, 2));
const x = torch.randn(4, 3, { requires_grad: true });
const p = net(x).softmax(1);
p.select(1, 0).sum().backward();
const attribution = x.grad.abs().sum(1);
`,
  },
  {
    name: 'unused rows of embedding and padding',
    model: `
torch.manual_seed(0);
const e = new nn.Embedding(50, 4, { padding_idx: 0 });
const fc = new nn.Linear(4, 2);
const opt = new optim.SGD([...e.parameters(), ...fc.parameters()], { lr: 0.1 });
for (let i = 0; i < 2; i++) {
  opt.zero_grad();
  F.cross_entropy(fc(e(torch.tensor([[1, 2, 0]])).mean(1)), torch.tensor([1])).backward();
  opt.step();
}
`,
  },
  {
    name: 'conv net with global pooling',
    model: `
torch.manual_seed(0);
class Net extends nn.Module {
  c1 = new nn.Conv2d(1, 4, 3, { padding: 1 });
  b1 = new nn.BatchNorm2d(4);
  fc = new nn.Linear(4, 3);
  forward(x) {
    return this.fc(F.adaptive_avg_pool2d(F.relu(this.b1(this.c1(x))), 1).flatten(1));
  }
}
const net = new Net();
const opt = new optim.SGD(net.parameters(), { lr: 0.1, momentum: 0.9 });
for (let i = 0; i < 3; i++) {
  const loss = F.cross_entropy(net(torch.randn(4, 1, 6, 6)), torch.tensor([0, 1, 2, 0]));
  opt.zero_grad();
  loss.backward();
  opt.step();
}
`,
  },
];
