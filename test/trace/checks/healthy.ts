import type { Model } from './runModel.js';

export const healthy: readonly { name: string; model: Model }[] = [
  {
    name: 'GAN dcgan order',
    model: `
torch.manual_seed(0);
const G = new nn.Linear(2, 4);
const Dn = new nn.Sequential(new nn.Linear(4, 1), new nn.Sigmoid());
const oG = new optim.Adam(G.parameters(), { lr: 0.01 });
const oD = new optim.Adam(Dn.parameters(), { lr: 0.01 });
const bce = new nn.BCELoss();
for (let i = 0; i < 4; i++) {
  Dn.zero_grad();
  const real = torch.randn(8, 4);
  bce(Dn(real), torch.ones(8, 1)).backward();
  const fake = G(torch.randn(8, 2));
  bce(Dn(fake.detach()), torch.zeros(8, 1)).backward();
  oD.step();
  G.zero_grad();
  bce(Dn(fake), torch.ones(8, 1)).backward();
  oG.step();
}
`,
  },
  {
    name: 'saliency after training',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 1);
const opt = new optim.SGD(net.parameters(), { lr: 0.01 });
for (let i = 0; i < 3; i++) {
  opt.zero_grad();
  F.mse_loss(net(x), y).backward();
  opt.step();
}
const probe = torch.randn(1, 4, { requires_grad: true });
net(probe).sum().backward();
const saliency = probe.grad.abs();
`,
  },
  {
    name: 'fgsm',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 1);
const opt = new optim.SGD(net.parameters(), { lr: 0.01 });
for (let i = 0; i < 3; i++) {
  const adv = x.clone().requires_grad_(true);
  F.mse_loss(net(adv), y).backward();
  const attacked = adv.add(adv.grad.sign().mul(0.1)).detach();
  opt.zero_grad();
  F.mse_loss(net(attacked), y).backward();
  opt.step();
}
`,
  },
  {
    name: 'momentum by hand on the gradient',
    model: `
const w = torch.tensor([1.5, 2], { requires_grad: true });
for (let i = 0; i < 4; i++) {
  // keeps a share of the old gradient on purpose
  if (w.grad) w.grad.mul_(0.9);
  w.pow(2).sum().backward();
  torch.no_grad(() => w.sub_(w.grad.mul(0.1)));
}
`,
  },
  {
    name: 'set_to_none',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 1);
const opt = new optim.SGD(net.parameters(), { lr: 0.01 });
for (let i = 0; i < 3; i++) {
  F.mse_loss(net(x), y).backward();
  opt.step();
  opt.zero_grad(true);
}
`,
  },
  {
    name: 'two optimizers halves',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const a = new nn.Linear(4, 3);
const b = new nn.Linear(3, 1);
const oa = new optim.SGD(a.parameters(), { lr: 0.01 });
const ob = new optim.SGD(b.parameters(), { lr: 0.01 });
for (let i = 0; i < 3; i++) {
  oa.zero_grad();
  ob.zero_grad();
  F.mse_loss(b(a(x).tanh()), y).backward();
  oa.step();
  ob.step();
}
`,
  },
  {
    name: 'LBFGS closure',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 1);
const opt = new optim.LBFGS(net.parameters(), { lr: 0.1, max_iter: 3 });
for (let i = 0; i < 2; i++) {
  opt.step(() => {
    opt.zero_grad();
    const loss = F.mse_loss(net(x), y);
    loss.backward();
    return loss;
  });
}
`,
  },
  {
    name: 'head only optimizer fine-tuning',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const body = new nn.Linear(4, 8);
const head = new nn.Linear(8, 1);
const opt = new optim.SGD(head.parameters(), { lr: 0.01 });
for (let i = 0; i < 3; i++) {
  opt.zero_grad();
  F.mse_loss(head(body(x).tanh()), y).backward();
  opt.step();
}
`,
  },
  {
    name: 'frozen',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const body = new nn.Linear(4, 8);
body.requires_grad_(false);
const head = new nn.Linear(8, 1);
const opt = new optim.SGD(head.parameters(), { lr: 0.01 });
for (let i = 0; i < 3; i++) {
  opt.zero_grad();
  F.mse_loss(head(body(x).tanh()), y).backward();
  opt.step();
}
`,
  },
  {
    name: 'frozen in optimizer',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Sequential(new nn.Linear(4, 8), new nn.Tanh(), new nn.Linear(8, 1));
for (const p of net.parameters()) p.requires_grad = false;
for (const p of net.index ? [] : []) p;
const head = [...net.parameters()].slice(2);
for (const p of head) p.requires_grad = true;
const opt = new optim.SGD(net.parameters(), { lr: 0.01 });
for (let i = 0; i < 3; i++) {
  opt.zero_grad();
  F.mse_loss(net(x), y).backward();
  opt.step();
}
`,
  },
  {
    name: 'target network',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const q = new nn.Linear(4, 2);
const target = new nn.Linear(4, 2);
target.load_state_dict(q.state_dict());
const opt = new optim.Adam(q.parameters(), { lr: 0.01 });
for (let i = 0; i < 4; i++) {
  const next = torch.no_grad(() => target(x).max(1)[0]);
  const chosen = q(x).gather(1, torch.zeros(16, 1).long()).squeeze(1);
  const loss = F.smooth_l1_loss(chosen, next.mul(0.9).add(1));
  opt.zero_grad();
  loss.backward();
  opt.step();
  torch.no_grad(() => {
    const own = [...q.parameters()];
    [...target.parameters()].forEach((p, k) => p.mul_(0.9).add_(own[k].mul(0.1)));
  });
}
`,
  },
  {
    name: 'target network with grad and detach',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const q = new nn.Linear(4, 2);
const target = new nn.Linear(4, 2);
const opt = new optim.Adam(q.parameters(), { lr: 0.01 });
for (let i = 0; i < 4; i++) {
  const next = target(x).max(1)[0].detach();
  const chosen = q(x).gather(1, torch.zeros(16, 1).long()).squeeze(1);
  const loss = F.mse_loss(chosen, next.mul(0.9).add(1));
  opt.zero_grad();
  loss.backward();
  opt.step();
}
`,
  },
  {
    name: 'weight tying',
    model: `
torch.manual_seed(0);
class LM extends nn.Module {
  emb = new nn.Embedding(5, 4);
  out = new nn.Linear(4, 5, { bias: false });
  constructor() {
    super();
    this.out.weight = this.emb.weight;
  }
  forward(t) {
    return this.out(this.emb(t));
  }
}
const lm = new LM();
const opt = new optim.SGD(lm.parameters(), { lr: 0.1 });
for (let i = 0; i < 3; i++) {
  opt.zero_grad();
  F.cross_entropy(lm(torch.tensor([0, 1, 2])), torch.tensor([1, 2, 3])).backward();
  opt.step();
}
`,
  },
  {
    name: 'scheduled unfreeze',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const a = new nn.Linear(4, 8);
const b = new nn.Linear(8, 1);
a.requires_grad_(false);
const opt = new optim.SGD([...a.parameters(), ...b.parameters()], { lr: 0.01 });
for (let i = 0; i < 4; i++) {
  if (i === 2) a.requires_grad_(true);
  opt.zero_grad();
  F.mse_loss(b(a(x).relu()), y).backward();
  opt.step();
}
`,
  },
  {
    name: 'several losses',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const body = new nn.Linear(4, 8);
const h1 = new nn.Linear(8, 1);
const h2 = new nn.Linear(8, 3);
const opt = new optim.Adam([...body.parameters(), ...h1.parameters(), ...h2.parameters()], { lr: 0.01 });
for (let i = 0; i < 3; i++) {
  const h = body(x).relu();
  const l1 = F.mse_loss(h1(h), y);
  const l2 = F.cross_entropy(h2(h), torch.arange(16).remainder(3));
  opt.zero_grad();
  l1.backward({ retain_graph: true });
  l2.backward();
  opt.step();
}
`,
  },
  {
    name: 'vae',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const enc = new nn.Linear(4, 4);
const dec = new nn.Linear(2, 4);
const opt = new optim.Adam([...enc.parameters(), ...dec.parameters()], { lr: 0.01 });
for (let i = 0; i < 3; i++) {
  const [mu, logvar] = enc(x).chunk(2, 1);
  const z = mu.add(logvar.mul(0.5).exp().mul(torch.randn_like(mu)));
  const rec = F.mse_loss(dec(z), x);
  const kl = logvar.exp().add(mu.pow(2)).sub(1).sub(logvar).sum().mul(0.5).div(16);
  const loss = rec.add(kl);
  opt.zero_grad();
  loss.backward();
  opt.step();
}
`,
  },
  {
    name: 'softmax for metrics',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.arange(16).remainder(3);
const fc = new nn.Linear(4, 3);
const opt = new optim.SGD(fc.parameters(), { lr: 0.1 });
for (let i = 0; i < 2; i++) {
  const z = fc(x);
  const loss = F.cross_entropy(z, y);
  opt.zero_grad();
  loss.backward();
  opt.step();
  const acc = z.softmax(1).argmax(1).eq(y).float().mean().item();
}
`,
  },
  {
    name: 'softmax log nll',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.arange(16).remainder(3);
const fc = new nn.Linear(4, 3);
F.nll_loss(F.softmax(fc(x), 1).log(), y).backward();
`,
  },
  {
    name: 'log_softmax NLLLoss',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.arange(16).remainder(3);
const fc = new nn.Linear(4, 3);
new nn.NLLLoss()(F.log_softmax(fc(x), 1), y).backward();
`,
  },
  {
    name: 'bce after sigmoid',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const fc = new nn.Linear(4, 1);
new nn.BCELoss()(torch.sigmoid(fc(x)), torch.ones(16, 1)).backward();
`,
  },
  {
    name: 'kl right',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.arange(16).remainder(3);
const fc = new nn.Linear(4, 3);
F.kl_div(F.log_softmax(fc(x), 1), torch.full([16, 3], 1 / 3), { reduction: 'batchmean' }).backward();
`,
  },
  {
    name: 'distillation',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.arange(16).remainder(3);
const t = new nn.Linear(4, 3);
const s = new nn.Linear(4, 3);
const soft = torch.no_grad(() => F.softmax(t(x).div(2), 1));
const loss = F.kl_div(F.log_softmax(s(x).div(2), 1), soft, { reduction: 'batchmean' }).add(F.cross_entropy(s(x), y));
loss.backward();
`,
  },
  {
    name: 'CE with soft targets',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.arange(16).remainder(3);
const s = new nn.Linear(4, 3);
F.cross_entropy(s(x), torch.softmax(torch.randn(16, 3), 1)).backward();
`,
  },
  {
    name: 'gate then CE',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.arange(16).remainder(3);
const a = new nn.Linear(4, 3);
const g = new nn.Linear(4, 3);
F.cross_entropy(a(x).mul(g(x).sigmoid()), y).backward();
`,
  },
  {
    name: 'N1 N1',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 1);
F.mse_loss(net(x), y).backward();
`,
  },
  {
    name: 'mean centred',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 3);
const h = net(x);
h.sub(h.mean(1, { keepdim: true })).pow(2).mean().backward();
`,
  },
  {
    name: 'rbf',
    model: `
torch.manual_seed(0);
const x = torch.randn(6, 1);
const c = torch.randn(6, { requires_grad: true });
const w = torch.randn(6, { requires_grad: true });
const phi = x.sub(c).pow(2).neg().exp();
phi.mul(w).sum(1).sub(torch.randn(6)).pow(2).mean().backward();
`,
  },
  {
    name: 'loss to one number',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 1);
const goal = torch.tensor(0.5);
net(x).sub(goal).pow(2).mean().backward();
`,
  },
  {
    name: 'contrastive',
    model: `
torch.manual_seed(0);
const z = torch.randn(5, 3, { requires_grad: true });
const d = z.unsqueeze(1).sub(z.unsqueeze(0)).pow(2).sum(2);
d.mean().backward();
`,
  },
  {
    name: 'reinforce',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.arange(16).remainder(3);
const pi = new nn.Linear(4, 3);
const lp = F.log_softmax(pi(x), 1).gather(1, y.unsqueeze(1)).squeeze(1);
const r = torch.randn(16);
lp.mul(r.sub(r.mean())).mean().neg().backward();
`,
  },
  {
    name: 'relu stack 8',
    model: `
torch.manual_seed(1);
const layers = [];
for (let i = 0; i < 8; i++) layers.push(new nn.Linear(16, 16), new nn.ReLU());
const net = new nn.Sequential(...layers, new nn.Linear(16, 1));
net(torch.randn(8, 16)).pow(2).mean().backward();
`,
  },
  {
    name: 'tanh stack 6',
    model: `
torch.manual_seed(1);
const layers = [];
for (let i = 0; i < 6; i++) layers.push(new nn.Linear(16, 16), new nn.Tanh());
const net = new nn.Sequential(...layers, new nn.Linear(16, 1));
net(torch.randn(8, 16)).pow(2).mean().backward();
`,
  },
  {
    name: 'sigmoid 3',
    model: `
torch.manual_seed(1);
const net = new nn.Sequential(new nn.Linear(4, 8), new nn.Sigmoid(), new nn.Linear(8, 8), new nn.Sigmoid(), new nn.Linear(8, 1), new nn.Sigmoid());
net(torch.randn(8, 4)).mean().backward();
`,
  },
  {
    name: 'lora zero',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const base = new nn.Linear(4, 4);
base.requires_grad_(false);
const A = torch.randn(4, 2).requires_grad_();
const B = torch.zeros(2, 4, { requires_grad: true });
const head = new nn.Linear(4, 1);
F.mse_loss(head(base(x).add(x.matmul(A).matmul(B))), y).backward();
`,
  },
  {
    name: 'unscaled but learning',
    model: `
torch.manual_seed(0);
const x = torch.rand(16, 2).mul(100);
const y = x.sum(1, { keepdim: true }).mul(3);
const net = new nn.Linear(2, 1);
const opt = new optim.SGD(net.parameters(), { lr: 0.00001 });
for (let i = 0; i < 20; i++) {
  opt.zero_grad();
  F.mse_loss(net(x), y).backward();
  opt.step();
}
`,
  },
  {
    name: 'clip',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 1);
const opt = new optim.SGD(net.parameters(), { lr: 0.1 });
for (let i = 0; i < 12; i++) {
  opt.zero_grad();
  F.mse_loss(net(x), y).backward();
  nn.utils.clip_grad_norm_(net.parameters(), 1);
  opt.step();
}
`,
  },
  {
    name: 'where log of data',
    model: `
const x = torch.tensor([0, 1.5]);
const w = torch.ones(2, { requires_grad: true });
const y = torch.where(x.gt(0), x.log(), torch.zeros(2));
y.mul(w).sum().backward();
`,
  },
  {
    name: 'log mask attention',
    model: `
torch.manual_seed(0);
const s = torch.randn(3, 3, { requires_grad: true });
const mask = torch.ones(3, 3).tril();
s.add(mask.log()).softmax(1).pow(2).sum().backward();
`,
  },
  {
    name: 'nan_to_num',
    model: `
const a = torch.tensor([0, 1.5]);
const w = torch.ones(2, { requires_grad: true });
a.div(a).nan_to_num(0).mul(w).sum().backward();
`,
  },
  {
    name: 'perplexity inf',
    model: `
const w = torch.tensor([200.5], { requires_grad: true });
const loss = w.mul(1).sum();
loss.backward();
const ppl = loss.detach().exp();
`,
  },
  {
    name: 'best infinity',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 1);
let best = torch.tensor(Infinity);
for (let i = 0; i < 3; i++) {
  net.zero_grad();
  const loss = F.mse_loss(net(x), y);
  loss.backward();
  best = torch.minimum(best, loss.detach());
}
`,
  },
  {
    name: 'max init -inf',
    model: `
const x = torch.randn(3, 2, { requires_grad: true });
const m = torch.full([2], -Infinity);
torch.maximum(x.max(0)[0], m).sum().backward();
`,
  },
  {
    name: 'relu_ fine',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const fc = new nn.Linear(4, 4);
fc(x).relu_().sum().backward();
`,
  },
  {
    name: 'optimizer in place fine',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const fc = new nn.Linear(4, 4);
const b = fc(x);
b.add_(1);
b.sum().backward();
`,
  },
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
    name: 'partly dead relu',
    model: `
const w = torch.tensor([[1.5, -2], [0.5, 1]], { requires_grad: true });
const b = torch.tensor([-100, 0.5], { requires_grad: true });
const v = torch.ones(2, 1, { requires_grad: true });
torch.ones(3, 2).matmul(w).add(b).relu().matmul(v).sum().backward();
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
