import type { HealthyModel } from '../marked.js';

export const methods: readonly HealthyModel[] = [
  {
    name: 'rnn by hand',
    model: `
torch.manual_seed(0);
const Wx = torch.randn(3, 5).mul(0.3).requires_grad_();
const Wh = torch.randn(5, 5).mul(0.3).requires_grad_();
const out = new nn.Linear(5, 2);
const opt = new optim.Adam([Wx, Wh, ...out.parameters()], { lr: 0.01 });
for (let e = 0; e < 3; e++) {
  let h = torch.zeros(4, 5);
  for (let t = 0; t < 8; t++) h = torch.tanh(torch.randn(4, 3).matmul(Wx).add(h.matmul(Wh)));
  const loss = F.cross_entropy(out(h), torch.tensor([0, 1, 0, 1]));
  opt.zero_grad();
  loss.backward();
  opt.step();
}
`,
  },
  {
    name: 'truncated bptt',
    model: `
torch.manual_seed(0);
const cell = new nn.RNNCell(3, 5);
const out = new nn.Linear(5, 1);
const opt = new optim.SGD([...cell.parameters(), ...out.parameters()], { lr: 0.01 });
let h = torch.zeros(2, 5);
for (let t = 0; t < 6; t++) {
  h = cell(torch.randn(2, 3), h.detach());
  const loss = out(h).pow(2).mean();
  opt.zero_grad();
  loss.backward();
  opt.step();
}
`,
  },
  {
    name: 'lstm classifier',
    model: `
torch.manual_seed(0);
class Net extends nn.Module {
  emb = new nn.Embedding(20, 6);
  lstm = new nn.LSTM(6, 8, { batch_first: true });
  fc = new nn.Linear(8, 2);
  forward(t) {
    const [o] = this.lstm(this.emb(t));
    return this.fc(o.select(1, -1));
  }
}
const net = new Net();
const opt = new optim.Adam(net.parameters(), { lr: 0.01 });
let total = 0;
for (let i = 0; i < 3; i++) {
  const loss = F.cross_entropy(net(torch.randint(0, 20, [4, 5])), torch.tensor([0, 1, 1, 0]));
  opt.zero_grad();
  loss.backward();
  opt.step();
  total += loss.item();
}
`,
  },
  {
    name: 'gradient penalty',
    model: `
torch.manual_seed(0);
const Dn = new nn.Sequential(new nn.Linear(2, 8), new nn.LeakyReLU(0.2), new nn.Linear(8, 1));
const opt = new optim.Adam(Dn.parameters(), { lr: 0.001 });
for (let i = 0; i < 2; i++) {
  const z = torch.randn(6, 2, { requires_grad: true });
  const s = Dn(z);
  const [g] = torch.autograd.grad(s.sum(), [z], { create_graph: true });
  const gp = g.pow(2).sum(1).add(1e-12).sqrt().sub(1).pow(2).mean();
  const loss = s.mean().add(gp.mul(10));
  opt.zero_grad();
  loss.backward();
  opt.step();
}
`,
  },
  {
    name: 'early stopping restore',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 1);
const opt = new optim.SGD(net.parameters(), { lr: 0.01 });
let best = Infinity;
let kept = net.state_dict();
for (let i = 0; i < 5; i++) {
  opt.zero_grad();
  const loss = F.mse_loss(net(x), y);
  loss.backward();
  opt.step();
  const v = torch.no_grad(() => F.mse_loss(net(x), y).item());
  if (v < best) {
    best = v;
    kept = net.state_dict();
  }
}
net.load_state_dict(kept);
`,
  },
  {
    name: 'actor critic',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.arange(16).remainder(3);
const body = new nn.Linear(4, 8);
const actor = new nn.Linear(8, 3);
const critic = new nn.Linear(8, 1);
const opt = new optim.Adam([...body.parameters(), ...actor.parameters(), ...critic.parameters()], { lr: 0.01 });
for (let i = 0; i < 3; i++) {
  const h = body(x).relu();
  const lp = F.log_softmax(actor(h), 1).gather(1, y.unsqueeze(1)).squeeze(1);
  const v = critic(h).squeeze(1);
  const r = torch.randn(16);
  const adv = r.sub(v).detach();
  const loss = lp.mul(adv).mean().neg().add(F.mse_loss(v, r));
  opt.zero_grad();
  loss.backward();
  opt.step();
}
`,
  },
  {
    name: 'moe',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.arange(16).remainder(3);
const gate = new nn.Linear(4, 2);
const e1 = new nn.Linear(4, 3);
const e2 = new nn.Linear(4, 3);
const g = F.softmax(gate(x), 1);
const z = e1(x).mul(g.narrow(1, 0, 1)).add(e2(x).mul(g.narrow(1, 1, 1)));
F.cross_entropy(z, y).backward();
`,
  },
  {
    name: 'triplet',
    model: `
torch.manual_seed(0);
const f = new nn.Linear(4, 3);
const a = f(torch.randn(5, 4));
const p = f(torch.randn(5, 4));
const n = f(torch.randn(5, 4));
F.relu(a.sub(p).pow(2).sum(1).sub(a.sub(n).pow(2).sum(1)).add(1)).mean().backward();
`,
  },
  {
    name: 'focal by hand',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.arange(16).remainder(3);
const fc = new nn.Linear(4, 3);
const lp = F.log_softmax(fc(x), 1).gather(1, y.unsqueeze(1));
const p = lp.exp();
p.neg().add(1).pow(2).mul(lp).mean().neg().backward();
`,
  },
  {
    name: 'bce by hand clamp',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const fc = new nn.Linear(4, 1);
const t = y.gt(0).float();
const p = fc(x).sigmoid().clamp(1e-7, 1 - 1e-7);
t.mul(p.log()).add(t.neg().add(1).mul(p.neg().add(1).log())).mean().neg().backward();
`,
  },
  {
    name: 'label smoothing',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.arange(16).remainder(3);
const fc = new nn.Linear(4, 3);
new nn.CrossEntropyLoss({ label_smoothing: 0.1 })(fc(x), y).backward();
`,
  },
  {
    name: 'gaussian nll',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const fc = new nn.Linear(4, 2);
const [mu, ls] = fc(x).split(1, 1);
const loss = y.sub(mu).pow(2).div(ls.mul(2).exp()).mul(0.5).add(ls).mean();
loss.backward();
`,
  },
  {
    name: 'vq straight through',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const enc = new nn.Linear(4, 4);
const dec = new nn.Linear(4, 4);
const book = new nn.Parameter(torch.randn(8, 4));
const opt = new optim.Adam([...enc.parameters(), ...dec.parameters(), book], { lr: 0.01 });
for (let i = 0; i < 2; i++) {
  const z = enc(x);
  const d = z.detach().unsqueeze(1).sub(book.detach().unsqueeze(0)).pow(2).sum(2);
  const q = book.index(d.argmin(1));
  const st = z.add(q.sub(z).detach());
  const loss = F.mse_loss(dec(st), x).add(F.mse_loss(q, z.detach())).add(F.mse_loss(z, q.detach()));
  opt.zero_grad();
  loss.backward();
  opt.step();
}
`,
  },
  {
    name: 'D frozen while G learns',
    model: `
torch.manual_seed(0);
const G = new nn.Linear(2, 4);
const Dn = new nn.Linear(4, 1);
const oG = new optim.Adam(G.parameters());
const oD = new optim.Adam(Dn.parameters());
for (let i = 0; i < 3; i++) {
  const fake = G(torch.randn(8, 2));
  const lossD = F.softplus(Dn(fake.detach())).mean().add(F.softplus(Dn(torch.randn(8, 4)).neg()).mean());
  oD.zero_grad();
  lossD.backward();
  oD.step();
  Dn.requires_grad_(false);
  const lossG = F.softplus(Dn(fake).neg()).mean();
  oG.zero_grad();
  lossG.backward();
  oG.step();
  Dn.requires_grad_(true);
}
`,
  },
  {
    name: 'wgan weight clipping',
    model: `
torch.manual_seed(0);
const G = new nn.Linear(2, 4);
const Dn = new nn.Linear(4, 1);
const oG = new optim.RMSprop(G.parameters());
const oD = new optim.RMSprop(Dn.parameters());
for (let i = 0; i < 3; i++) {
  for (let k = 0; k < 2; k++) {
    const lossD = Dn(G(torch.randn(8, 2)).detach()).mean().sub(Dn(torch.randn(8, 4)).mean());
    oD.zero_grad();
    lossD.backward();
    oD.step();
    for (const p of Dn.parameters()) p.data.clamp_(-0.01, 0.01);
  }
  oG.zero_grad();
  Dn(G(torch.randn(8, 2))).mean().neg().backward();
  oG.step();
}
`,
  },
  {
    name: 'one-step td double q',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.arange(16).remainder(3);
const q = new nn.Linear(4, 3);
const t = new nn.Linear(4, 3);
t.load_state_dict(q.state_dict());
const opt = new optim.Adam(q.parameters());
for (let i = 0; i < 4; i++) {
  const target = torch.no_grad(() => t(x).gather(1, q(x).argmax(1, { keepdim: true })).mul(0.99));
  const loss = F.mse_loss(q(x).gather(1, y.unsqueeze(1)), target);
  opt.zero_grad();
  loss.backward();
  opt.step();
  if (i % 2) t.load_state_dict(q.state_dict());
}
`,
  },
  {
    name: 'distill no optimizer',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.arange(16).remainder(3);
const teacher = new nn.Linear(4, 3);
const student = new nn.Linear(4, 3);
const soft = torch.no_grad(() => F.softmax(teacher(x), 1));
F.log_softmax(student(x), 1).mul(soft).sum(1).mean().neg().backward();
`,
  },
  {
    name: 'unscaled data one pass',
    model: `
const x = torch.arange(100).float().unsqueeze(1);
const y = x.mul(2).add(1);
const w = torch.zeros(1, 1, { requires_grad: true });
F.mse_loss(x.matmul(w), y).backward();
`,
  },
  {
    name: 'batchnorm dropout train eval',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.arange(16).remainder(3);
const net = new nn.Sequential(new nn.Linear(4, 8), new nn.BatchNorm1d(8), new nn.ReLU(), new nn.Dropout(0.3), new nn.Linear(8, 3));
const opt = new optim.AdamW(net.parameters(), { lr: 0.01 });
const sched = new optim.lr_scheduler.StepLR(opt, 2);
for (let i = 0; i < 4; i++) {
  net.train();
  opt.zero_grad();
  F.cross_entropy(net(x), y).backward();
  nn.utils.clip_grad_norm_(net.parameters(), 1);
  opt.step();
  sched.step();
  net.eval();
  torch.no_grad(() => net(x).argmax(1).eq(y).float().mean().item());
}
`,
  },
];
