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
];
