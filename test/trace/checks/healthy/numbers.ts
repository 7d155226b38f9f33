import type { HealthyModel } from '../marked.js';

export const numbers: readonly HealthyModel[] = [
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
    name: 'partly dead relu',
    model: `
const w = torch.tensor([[1.5, -2], [0.5, 1]], { requires_grad: true });
const b = torch.tensor([-100, 0.5], { requires_grad: true });
const v = torch.ones(2, 1, { requires_grad: true });
torch.ones(3, 2).matmul(w).add(b).relu().matmul(v).sum().backward();
`,
  },
];
