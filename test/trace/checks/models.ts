export interface BrokenModel {
  code: string;
  /** The text of the expression that causes the problem. */
  at: string;
  says: RegExp;
  text: string;
}

export const broken: readonly BrokenModel[] = [
  {
    code: 'first-nan',
    at: 'p.log()',
    says: /The first infinity of this run: 'l' \(log\) made 1 infinite of 3 elements\. A logarithm of 0 is -inf\. It went on to 'loss' \(mean\)\./,
    text: `
const p = torch.tensor([0, 0.5, 1], { requires_grad: true });
const l = p.log();
const loss = l.mean();
`,
  },
  {
    code: 'first-nan',
    at: 'x.sqrt()',
    says: /sqrt made 2 NaN of 4 elements\. A square root of a negative number is NaN\./,
    text: `
const x = torch.tensor([-1, -2, 1, 4.5], { requires_grad: true });
const loss = x.sqrt().sum();
loss.backward();
`,
  },
  {
    code: 'first-nan',
    at: 'a.div(b)',
    says: /'c' \(div\) made 1 infinite of 2 elements\. It was in pass 2\. It divides by 0\./,
    text: `
const w = torch.ones(2, { requires_grad: true });
for (let i = 0; i < 3; i++) {
  const a = w.mul(2);
  const b = torch.tensor([1, 1 - i]);
  const c = a.div(b);
  c.sum().backward();
}
`,
  },
  {
    code: 'first-nan',
    at: 'x.mul(100).exp()',
    says: /exp made 2 infinite of 2 elements\. Its input goes up to 200: float32 ends at 3\.4e38\./,
    text: `
const x = torch.tensor([1.5, 2], { requires_grad: true });
const s = x.mul(100).exp().sum();
s.backward();
`,
  },
  {
    code: 'first-nan',
    at: 'x.log1p()',
    says: /log1p made 1 infinite of 2 elements\. A logarithm of 0 is -inf\./,
    text: `
const x = torch.tensor([-1, 0.5], { requires_grad: true });
const loss = x.log1p().sum();
`,
  },
  {
    code: 'first-nan',
    at: 'x.acosh()',
    says: /acosh made 1 NaN of 2 elements\. It is defined from 1 only\./,
    text: `
const x = torch.tensor([0.5, 2], { requires_grad: true });
const loss = x.acosh().sum();
`,
  },
  {
    code: 'first-nan',
    at: 'x.asin()',
    says: /asin made 1 NaN of 2 elements\. It is defined from -1 to 1 only\./,
    text: `
const x = torch.tensor([0.5, 2], { requires_grad: true });
const loss = x.asin().sum();
`,
  },
  {
    code: 'first-nan',
    at: 'x.div(0)',
    says: /div made 2 infinite of 2 elements\. It divides by 0\./,
    text: `
const x = torch.tensor([0.5, 2], { requires_grad: true });
const loss = x.div(0).sum();
`,
  },
  {
    code: 'first-nan-gradient',
    at: 'x.sqrt()',
    says: /The first infinite gradient of this run: the backward formula of 'y' \(sqrt\) gave 'x' a gradient with 1 infinite of 2 elements\..* At 0 its slope is infinite: add a small number before it\./,
    text: `
const x = torch.tensor([0, 4.5], { requires_grad: true });
const y = x.sqrt();
y.sum().backward();
`,
  },
  {
    code: 'first-nan-gradient',
    at: 'x.pow(0.5)',
    says: /the backward formula of 'y' \(pow\)/,
    text: `
const x = torch.tensor([0, 1.5], { requires_grad: true });
const y = x.pow(0.5);
y.sum().backward();
`,
  },
  {
    code: 'loss-broadcast',
    at: 'prediction.sub(y)',
    says: /'prediction' \(mm\) is \[4, 1\] and 'y' is \[4\]: broadcasting compares every element with every other, \[4, 4\] of them\./,
    text: `
const x = torch.ones(4, 2);
const y = torch.ones(4);
const w = torch.ones(2, 1, { requires_grad: true });
const prediction = x.matmul(w);
const loss = prediction.sub(y).pow(2).mean();
loss.backward();
`,
  },
  {
    code: 'loss-broadcast',
    at: 'y.sub(x.matmul(w))',
    says: /squeeze\(1\) on mm or unsqueeze\(1\) on 'y'/,
    text: `
const x = torch.ones(4, 2);
const y = torch.zeros(4);
const w = torch.ones(2, 1, { requires_grad: true });
const loss = y.sub(x.matmul(w)).abs().sum();
`,
  },
  {
    code: 'double-activation',
    at: 'torch.log_softmax(p, 1)',
    says: /applies log_softmax itself: give it the scores before 'p' \(softmax\)\./,
    text: `
const z = torch.tensor([[1, 2], [3, 1]], { dtype: torch.float32, requires_grad: true });
const p = torch.softmax(z, 1);
const l = torch.log_softmax(p, 1);
l.sum().backward();
`,
  },
  {
    code: 'no-gradient',
    at: 'torch.ones(2, { requires_grad: true })',
    says: /No gradient reaches 'w': what is computed from it is detached\./,
    text: `
const w = torch.ones(2, { requires_grad: true });
const b = torch.zeros(2).requires_grad_();
const y = w.mul(3).detach().add(b);
y.sum().backward();
`,
  },
  {
    code: 'no-gradient',
    at: 'torch.ones(2, { requires_grad: true })',
    says: /No gradient reaches 'w': mul is computed without autograd/,
    text: `
const w = torch.ones(2, { requires_grad: true });
const b = torch.zeros(2).requires_grad_();
const y = torch.no_grad(() => w.mul(3)).add(b);
y.sum().backward();
`,
  },
  {
    code: 'no-gradient',
    at: 'torch.ones(2, { requires_grad: true })',
    says: /No gradient reaches 'w': what is computed from it is not used in what backward\(\) was called on\./,
    text: `
const w = torch.ones(2, { requires_grad: true });
const b = torch.zeros(2).requires_grad_();
const unused = w.mul(3);
b.add(1).sum().backward();
`,
  },
  {
    code: 'vanishing-gradient',
    at: 'torch.full([2, 2], 9.5, { requires_grad: true })',
    says: /The gradient of 'w0' has vanished: its norm is \S+, that of the largest 4\S*\./,
    text: `
const w0 = torch.full([2, 2], 9.5, { requires_grad: true });
const w1 = torch.full([2, 2], 10.5, { requires_grad: true });
const w2 = torch.ones(2, 2, { requires_grad: true });
torch.ones(2, 2).matmul(w0).sigmoid().matmul(w1).sigmoid().matmul(w2).sum().backward();
`,
  },
  {
    code: 'exploding-gradient',
    at: 'torch.ones(2, 2, { requires_grad: true })',
    says: /The gradient of 'w' explodes: its norm is 2000000, that of the weights 2\./,
    text: `
const w = torch.ones(2, 2, { requires_grad: true });
w.mul(1e6).sum().backward();
`,
  },
  {
    code: 'double-activation',
    at: 'torch.nn.functional.cross_entropy(net(x), y)',
    says: /cross_entropy applies log_softmax itself: give it the scores before softmax\./,
    text: `
torch.manual_seed(0);
const net = new torch.nn.Sequential(new torch.nn.Linear(3, 2), new torch.nn.Softmax(1));
const x = torch.randn(4, 3);
const y = torch.tensor([0, 1, 0, 1]);
const loss = torch.nn.functional.cross_entropy(net(x), y);
loss.backward();
`,
  },
  {
    code: 'double-activation',
    at: 'torch.nn.functional.binary_cross_entropy_with_logits(p, y)',
    says: /applies the sigmoid itself: give it the scores before 'p' \(sigmoid\)\./,
    text: `
const z = torch.zeros(4, { requires_grad: true });
const y = torch.tensor([0, 1, 0, 1], { dtype: torch.float32 });
const p = torch.sigmoid(z);
const loss = torch.nn.functional.binary_cross_entropy_with_logits(p, y);
loss.backward();
`,
  },
  {
    code: 'double-activation',
    at: 'torch.nn.functional.nll_loss(p, y)',
    says: /nll_loss takes log-probabilities: use log_softmax in place of 'p' \(softmax\)\./,
    text: `
const z = torch.zeros(2, 3, { requires_grad: true });
const p = torch.softmax(z, 1);
const y = torch.tensor([0, 1]);
torch.nn.functional.nll_loss(p, y).backward();
`,
  },
  {
    code: 'loss-broadcast',
    at: 'torch.nn.functional.mse_loss(net(x), y)',
    says: /is \[6, 1\] and 'y' is \[6\]: broadcasting compares every element with every other, \[6, 6\] of them\./,
    text: `
torch.manual_seed(0);
const net = new torch.nn.Linear(2, 1);
const x = torch.randn(6, 2);
const y = torch.randn(6);
const loss = torch.nn.functional.mse_loss(net(x), y);
loss.backward();
`,
  },
  {
    code: 'no-gradient',
    at: 'new torch.nn.Linear(2, 2, { bias: false })',
    says: /No gradient reaches 'first.weight': what is computed from it is detached\./,
    text: `
torch.manual_seed(0);
class Net extends torch.nn.Module {
  first = new torch.nn.Linear(2, 2, { bias: false });
  second = new torch.nn.Linear(2, 1);
  forward(x) {
    return this.second(this.first(x).detach());
  }
}
const net = new Net();
net(torch.ones(3, 2)).sum().backward();
`,
  },
  {
    code: 'vanishing-gradient',
    at: 'new torch.nn.Linear(4, 4)',
    says: /The gradient of '0\.weight' has vanished/,
    text: `
torch.manual_seed(0);
const layers = [];
for (let i = 0; i < 14; i++) layers.push(new torch.nn.Linear(4, 4), new torch.nn.Sigmoid());
const net = new torch.nn.Sequential(...layers);
net(torch.randn(8, 4)).sum().backward();
`,
  },
];

export const healthy: readonly { name: string; text: string }[] = [
  {
    name: 'a linear regression',
    text: `
const x = torch.tensor([[1], [2], [3]], { dtype: torch.float32 });
const y = torch.tensor([[2], [4], [6]], { dtype: torch.float32 });
const w = torch.zeros(1, 1, { requires_grad: true });
for (let i = 0; i < 5; i++) {
  const loss = x.matmul(w).sub(y).pow(2).mean();
  w.grad = null;
  loss.backward();
  torch.no_grad(() => w.sub_(w.grad.mul(0.05)));
}
`,
  },
  {
    name: 'a mask of -inf before a softmax',
    text: `
const scores = torch.ones(3, 3, { requires_grad: true });
const mask = torch.ones(3, 3).triu(1).to(torch.bool);
const weights = torch.softmax(scores.masked_fill(mask, -Infinity), 1);
weights.mul(weights).sum().backward();
`,
  },
  {
    name: 'pairwise distances of a column and a row',
    text: `
const x = torch.tensor([1, 2, 3], { dtype: torch.float32, requires_grad: true });
const d = x.unsqueeze(1).sub(x.unsqueeze(0)).pow(2).sum();
d.backward();
`,
  },
  {
    name: 'attention: softmax within, log_softmax at the end',
    text: `
const q = torch.ones(2, 4, { requires_grad: true });
const a = torch.softmax(q.matmul(q.t()), 1).matmul(q);
const l = torch.log_softmax(a, 1).mean().neg();
l.backward();
`,
  },
  {
    name: 'two players, each trained while the other is held',
    text: `
const g = torch.ones(2, { requires_grad: true });
const d = torch.ones(2, { requires_grad: true });
for (let i = 0; i < 2; i++) {
  g.mul(2).detach().mul(d).sum().backward();
  g.mul(2).mul(d).sum().neg().backward();
}
`,
  },
  {
    name: 'a measure under no_grad between the steps',
    text: `
const w = torch.ones(2, { requires_grad: true });
for (let i = 0; i < 2; i++) {
  const y = torch.no_grad(() => w.mul(3).sum());
  w.mul(2).sum().backward();
}
`,
  },
  {
    name: 'a bias added to a row of scores',
    text: `
const x = torch.ones(4, 1);
const b = torch.zeros(4, { requires_grad: true });
x.add(b).sum().backward();
`,
  },
  {
    name: 'a classifier with an optimizer',
    text: `
torch.manual_seed(0);
const net = new torch.nn.Sequential(new torch.nn.Linear(2, 8), new torch.nn.ReLU(), new torch.nn.Linear(8, 3));
const optimizer = new torch.optim.SGD(net.parameters(), { lr: 0.1 });
const x = torch.randn(12, 2);
const y = torch.arange(12).remainder(3);
for (let i = 0; i < 5; i++) {
  const loss = torch.nn.functional.cross_entropy(net(x), y);
  optimizer.zero_grad();
  loss.backward();
  optimizer.step();
}
const right = net(x).argmax(1).eq(y).to(torch.float32).mean();
`,
  },
  {
    name: 'Adam with weight decay',
    text: `
torch.manual_seed(0);
const net = new torch.nn.Linear(4, 1);
const optimizer = new torch.optim.Adam(net.parameters(), { lr: 0.01, weight_decay: 0.1 });
const x = torch.randn(8, 4);
for (let i = 0; i < 4; i++) {
  optimizer.zero_grad();
  torch.nn.functional.mse_loss(net(x), torch.ones(8, 1)).backward();
  optimizer.step();
}
`,
  },
  {
    name: 'a convolutional network',
    text: `
torch.manual_seed(0);
class Net extends torch.nn.Module {
  conv = new torch.nn.Conv2d(1, 3, 3, { padding: 1 });
  fc = new torch.nn.Linear(48, 2);
  forward(x) {
    const y = torch.nn.functional.max_pool2d(torch.relu(this.conv(x)), 2);
    return this.fc(y.flatten(1));
  }
}
const net = new Net();
torch.nn.functional.cross_entropy(net(torch.randn(5, 1, 8, 8)), torch.tensor([0, 1, 0, 1, 0])).backward();
`,
  },
  {
    name: 'a sigmoid before the loss that wants one',
    text: `
const z = torch.zeros(4, 1, { requires_grad: true });
const y = torch.tensor([0, 1, 0, 1], { dtype: torch.float32 }).view(4, 1);
torch.nn.functional.binary_cross_entropy(z.sigmoid(), y).backward();
`,
  },
  {
    name: 'a log_softmax before nll_loss',
    text: `
const z = torch.zeros(2, 3, { requires_grad: true });
torch.nn.functional.nll_loss(torch.log_softmax(z, 1), torch.tensor([0, 2])).backward();
`,
  },
  {
    name: 'layers that are frozen',
    text: `
torch.manual_seed(0);
const first = new torch.nn.Linear(2, 2);
for (const p of first.parameters()) p.requires_grad_(false);
const second = new torch.nn.Linear(2, 1);
second(torch.relu(first(torch.randn(3, 2)))).sum().backward();
`,
  },
  {
    name: 'gradients of several batches before one step',
    text: `
torch.manual_seed(0);
const net = new torch.nn.Linear(2, 1);
const optimizer = new torch.optim.SGD(net.parameters(), { lr: 0.1 });
for (let i = 0; i < 6; i++) {
  net(torch.randn(3, 2)).pow(2).mean().backward();
  if (i % 2 === 1) {
    optimizer.step();
    optimizer.zero_grad();
  }
}
`,
  },
  {
    name: 'a deep network with relu and skip connections',
    text: `
torch.manual_seed(0);
const layers = Array.from({ length: 12 }, () => new torch.nn.Linear(8, 8));
let x = torch.randn(4, 8);
for (const layer of layers) x = x.add(torch.relu(layer(x)));
x.mean().backward();
`,
  },
  {
    name: 'layer normalisation and gelu',
    text: `
torch.manual_seed(0);
const net = new torch.nn.Sequential(new torch.nn.Linear(4, 8), new torch.nn.LayerNorm(8), new torch.nn.GELU(), new torch.nn.Linear(8, 1));
net(torch.randn(6, 4)).pow(2).mean().backward();
`,
  },
  {
    name: 'log(1 + x) and a square root that keeps away from 0',
    text: `
const x = torch.tensor([0, 1, 2], { dtype: torch.float32, requires_grad: true });
x.log1p().add(x.add(1e-6).sqrt()).sum().backward();
`,
  },
  {
    name: 'second derivatives',
    text: `
const x = torch.tensor([1.5, 2], { requires_grad: true });
const [g] = torch.autograd.grad(x.pow(3).sum(), [x], { create_graph: true });
g.pow(2).sum().backward();
`,
  },
  { name: 'data that holds NaN', text: 'const x = torch.tensor([NaN, 1]);\nconst isThere = x.eq(x);\n' },
  { name: 'no tensors at all', text: 'const a = 1;\n' },
];
