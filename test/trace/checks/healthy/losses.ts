import type { HealthyModel } from '../marked.js';

export const losses: readonly HealthyModel[] = [
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
    name: 'a target that the program stretches itself, and samples of a distribution',
    model: `
torch.manual_seed(0);
const x = torch.rand(16, 6);
const net = new torch.nn.Linear(2, 6);
const opt = new torch.optim.Adam(net.parameters());
for (let step = 0; step < 2; step++) {
  const logits = net(torch.randn(5, 16, 2));
  const target = x.expand(5, 16, 6);
  const likely = new torch.distributions.ContinuousBernoulli({ logits }).log_prob(x).mean();
  const loss = torch.nn.functional.mse_loss(logits, target).sub(likely);
  opt.zero_grad();
  loss.backward();
  opt.step();
}
`,
  },
];
