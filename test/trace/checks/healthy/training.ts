import type { HealthyModel } from '../marked.js';

export const training: readonly HealthyModel[] = [
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
  w.grad?.mul_(0.9);
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
    name: 'gradients that the program computes and puts there',
    model: `
torch.manual_seed(0);
const w = torch.randn(3, 2, { requires_grad: true });
const opt = new optim.Adagrad([w], { lr: 0.1 });
const net = new nn.Linear(2, 1);
net(torch.ones(1, 2)).sum().backward();
for (let i = 0; i < 3; i++) {
  w.grad = w.detach().mul(2);
  opt.step();
}
`,
  },
  {
    name: 'a discriminator that is taken apart after the generator learned',
    model: `
torch.manual_seed(0);
const [G, D] = [new nn.Linear(2, 3), new nn.Sequential(nn.utils.parametrizations.spectral_norm(new nn.Linear(3, 4)), new nn.Linear(4, 1))];
const [g, d] = [new optim.Adam(G.parameters()), new optim.Adam(D.parameters())];
for (let i = 0; i < 3; i++) {
  d.zero_grad();
  D(G(torch.randn(4, 2)).detach()).mean().backward();
  d.step();
  g.zero_grad();
  D(G(torch.randn(4, 2))).mean().neg().backward();
  g.step();
}
nn.utils.parametrize.remove_parametrizations(D[0], 'weight');
D.load_state_dict(D.state_dict());
`,
  },
  {
    name: 'a mask that is looked at alone',
    model: `
const net = new nn.Linear(2, 1);
net(torch.ones(1, 2)).sum().backward();
console.log(nn.Transformer.generate_square_subsequent_mask(3));
`,
  },
  {
    name: 'a gate with a small gradient beside layers that learn',
    model: `
torch.manual_seed(0);
const [a, gate, b] = [new nn.Linear(4, 4), new nn.Linear(4, 4), new nn.Linear(4, 1)];
const h = a(torch.randn(8, 4));
b(h.add(gate(h).mul(1e-9))).pow(2).mean().backward();
`,
  },
];
