import type { BrokenModel } from '../marked.js';

export const flow: readonly BrokenModel[] = [
  {
    code: 'vanishing-gradient',
    name: 'sigmoid stack 8x16',
    model: `
torch.manual_seed(1);
const layers = [];
for (let i = 0; i < 8; i++) layers.push(«new nn.Linear(16, 16)», new nn.Sigmoid());
const net = new nn.Sequential(...layers, new nn.Linear(16, 1));
net(torch.randn(8, 16)).pow(2).mean().backward();
`,
  },
  {
    code: 'vanishing-gradient',
    name: 'sigmoid stack 10 Module',
    model: `
torch.manual_seed(1);
class Deep extends nn.Module {
  layers = new nn.ModuleList(Array.from({ length: 10 }, () => «new nn.Linear(32, 32)»));
  out = new nn.Linear(32, 1);
  forward(x) {
    for (const l of this.layers) x = torch.sigmoid(l(x));
    return this.out(x);
  }
}
new Deep()(torch.randn(4, 32)).mean().backward();
`,
  },
  {
    code: 'vanishing-gradient',
    name: 'sigmoid 6',
    model: `
torch.manual_seed(1);
const layers = [];
for (let i = 0; i < 6; i++) layers.push(«new nn.Linear(8, 8)», new nn.Sigmoid());
const net = new nn.Sequential(...layers, new nn.Linear(8, 1));
F.mse_loss(net(torch.randn(8, 8)), torch.ones(8, 1)).backward();
`,
  },
  {
    code: 'vanishing-gradient',
    name: 'tanh saturated',
    model: `
torch.manual_seed(1);
const net = new nn.Sequential(«new nn.Linear(4, 8)», new nn.Tanh(), new nn.Linear(8, 8), new nn.Tanh(), new nn.Linear(8, 1));
net(torch.randn(4, 4).mul(1000)).mean().backward();
`,
  },
  {
    code: 'vanishing-gradient',
    name: 'scalars chain',
    model: `
torch.manual_seed(1);
const ws = Array.from({ length: 12 }, () => «torch.randn(1, { requires_grad: true })»);
let h = torch.ones(1);
for (const w of ws) h = h.mul(w).sigmoid();
h.sum().backward();
`,
  },
  {
    code: 'exploding-gradient',
    name: 'big weights stack',
    model: `
torch.manual_seed(1);
const ws = Array.from({ length: 6 }, () => «torch.randn(8, 8).mul(10)».requires_grad_());
let h = torch.ones(2, 8);
for (const w of ws) h = h.matmul(w);
h.sum().backward();
`,
  },
  {
    code: 'exploding-gradient',
    name: 'rnn over time',
    model: `
torch.manual_seed(1);
const W = «torch.randn(4, 4).mul(3)».requires_grad_();
let h = torch.ones(1, 4);
for (let t = 0; t < 12; t++) h = h.matmul(W);
h.sum().backward();
`,
  },
  {
    code: 'exploding-gradient',
    name: 'lr too high diverges',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = «new nn.Linear(4, 1)»;
const opt = new optim.SGD(net.parameters(), { lr: 5 });
for (let i = 0; i < 12; i++) {
  opt.zero_grad();
  F.mse_loss(net(x), y).backward();
  opt.step();
}
`,
  },
  {
    code: 'exploding-gradient',
    name: 'repeated squaring',
    model: `
const w = «torch.full([2, 2], 3.5, { requires_grad: true })»;
let h = w;
for (let i = 0; i < 4; i++) h = h.matmul(h);
h.sum().backward();
`,
  },
  {
    code: 'exploding-gradient',
    name: 'deep linear net with large weights',
    model: `
torch.manual_seed(0);
const layers = [];
for (let i = 0; i < 8; i++) layers.push(«new nn.Linear(8, 8)»);
const net = new nn.Sequential(...layers);
for (const p of net.parameters()) nn.init.normal_(p, 0, 5);
net(torch.randn(4, 8)).sum().backward();
`,
  },
  {
    code: 'vanishing-gradient',
    name: 'saturated tanh layers',
    model: `
torch.manual_seed(0);
class Net extends nn.Module {
  a = «new nn.Linear(4, 4)»;
  b = new nn.Linear(4, 4);
  c = new nn.Linear(4, 1);
  forward(x) {
    return this.c(this.b(this.a(x).mul(500).tanh()).mul(3).tanh());
  }
}
new Net()(torch.randn(8, 4)).mean().backward();
`,
  },
  {
    code: 'vanishing-gradient',
    name: 'ten sigmoid layers by hand',
    model: `
torch.manual_seed(0);
const ws = [];
for (let i = 0; i < 10; i++) ws.push(«torch.randn(6, 6).mul(0.3)».requires_grad_());
let h = torch.randn(4, 6);
for (const w of ws) h = torch.sigmoid(h.matmul(w));
h.mean().backward();
`,
  },
  {
    code: 'exploding-gradient',
    name: 'rnn module weights scaled',
    model: `
torch.manual_seed(0);
const rnn = «new nn.RNN(3, 6, { nonlinearity: 'relu' })»;
torch.no_grad(() => rnn.weight_hh_l0.mul_(12));
const [o] = rnn(torch.randn(15, 2, 3));
o.sum().backward();
`,
  },
  {
    code: 'dead-units',
    name: 'a bias far below 0',
    model: `
torch.manual_seed(0);
const layer = new nn.Linear(4, 12);
torch.no_grad(() => layer.bias.fill_(-20));
const h = «torch.relu(layer(torch.randn(16, 4)))»;
h.sum().backward();
`,
  },
  {
    code: 'dead-units',
    name: 'channels of a convolution that died in training',
    model: `
torch.manual_seed(0);
const conv = new nn.Conv2d(1, 6, 3);
const head = new nn.Linear(6, 1);
const x = torch.rand(8, 1, 6, 6);
const opt = new optim.Adam([...conv.parameters(), ...head.parameters()], { lr: 0.01 });
for (let i = 0; i < 3; i++) {
  opt.zero_grad();
  const h = «F.relu(conv(x))»;
  head(h.mean([2, 3])).pow(2).mean().backward();
  opt.step();
  torch.no_grad(() => conv.bias.sub_(5));
}
`,
  },
  {
    code: 'step-size',
    name: 'a learning rate that changes nothing',
    model: `
torch.manual_seed(0);
const net = «new nn.Linear(4, 2)»;
const opt = new optim.Adam(net.parameters(), { lr: 1e-10 });
const [x, y] = [torch.randn(16, 4), torch.randn(16, 2)];
for (let i = 0; i < 20; i++) {
  opt.zero_grad();
  F.mse_loss(net(x), y).backward();
  opt.step();
}
`,
  },
  {
    code: 'step-size',
    name: 'steps to and fro',
    model: `
torch.manual_seed(0);
const w = «torch.ones(2, 2)».requires_grad_();
const opt = new optim.SGD([w], { lr: 1 });
for (let i = 0; i < 20; i++) {
  opt.zero_grad();
  w.pow(2).sum().backward();
  opt.step();
}
`,
  },
];
