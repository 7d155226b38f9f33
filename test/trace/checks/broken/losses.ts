import type { BrokenModel } from '../marked.js';

export const losses: readonly BrokenModel[] = [
  {
    code: 'double-activation',
    name: 'softmax in forward CE',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.arange(16).remainder(3);
class Net extends nn.Module {
  fc = new nn.Linear(4, 3);
  forward(x) {
    return F.softmax(this.fc(x), 1);
  }
}
const net = new Net();
const loss = «F.cross_entropy(net(x), y)»;
loss.backward();
`,
  },
  {
    code: 'double-activation',
    name: 'CE module',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.arange(16).remainder(3);
const net = new nn.Sequential(new nn.Linear(4, 3), new nn.Softmax(1));
const criterion = new nn.CrossEntropyLoss();
for (let i = 0; i < 3; i++) {
  net.zero_grad();
  const loss = «criterion(net(x), y)»;
  loss.backward();
}
`,
  },
  {
    code: 'double-activation',
    name: 'BCE logits sigmoid',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Sequential(new nn.Linear(4, 1), new nn.Sigmoid());
const loss = «new nn.BCEWithLogitsLoss()(net(x), y.sigmoid().round())»;
loss.backward();
`,
  },
  {
    code: 'double-activation',
    name: 'sigmoid CE',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.arange(16).remainder(3);
const fc = new nn.Linear(4, 3);
«F.cross_entropy(fc(x).sigmoid(), y)».backward();
`,
  },
  {
    code: 'double-activation',
    name: 'sigmoid clamp',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const fc = new nn.Linear(4, 1);
const p = fc(x).sigmoid().clamp(1e-6, 1 - 1e-6).squeeze(1);
«F.binary_cross_entropy_with_logits(p, torch.ones(16))».backward();
`,
  },
  {
    code: 'double-activation',
    name: 'second pass only',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.arange(16).remainder(3);
const fc = new nn.Linear(4, 3);
fc(x).pow(2).mean().backward();
«F.cross_entropy(F.softmax(fc(x), 1), y)».backward();
`,
  },
  {
    code: 'double-activation',
    name: 'nll softmax',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.arange(16).remainder(3);
const fc = new nn.Linear(4, 3);
«F.nll_loss(F.softmax(fc(x), -1), y)».backward();
`,
  },
  {
    code: 'double-activation',
    name: 'NLLLoss LogSoftmax then CE',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.arange(16).remainder(3);
const net = new nn.Sequential(new nn.Linear(4, 3), new nn.LogSoftmax(1));
«F.cross_entropy(net(x), y)».backward();
`,
  },
  {
    code: 'double-activation',
    name: 'CE sequence',
    model: `
torch.manual_seed(0);
const logits = torch.randn(2, 5, 7, { requires_grad: true });
const p = torch.softmax(logits, -1);
const loss = «F.cross_entropy(p.view(-1, 7), torch.zeros(10).long())»;
loss.backward();
`,
  },
  {
    code: 'loss-broadcast',
    name: 'mse N1 N',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 1);
const t = torch.randn(16);
const loss = «F.mse_loss(net(x), t)»;
loss.backward();
`,
  },
  {
    code: 'loss-broadcast',
    name: 'MSELoss module loop',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 1);
const t = torch.randn(16);
const mse = new nn.MSELoss();
const opt = new optim.SGD(net.parameters(), { lr: 0.01 });
for (let i = 0; i < 3; i++) {
  const loss = «mse(net(x), t)»;
  opt.zero_grad();
  loss.backward();
  opt.step();
}
`,
  },
  {
    code: 'loss-broadcast',
    name: 'custom',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 1);
const t = torch.randn(16);
function myLoss(p, t) {
  return «p.sub(t)».pow(2).mean();
}
myLoss(net(x), t).backward();
`,
  },
  {
    code: 'loss-broadcast',
    name: 'custom reversed abs',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 1);
const t = torch.randn(16);
const err = «t.sub(net(x))».abs();
err.mean().backward();
`,
  },
  {
    code: 'loss-broadcast',
    name: 'bce by hand',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 1);
const t = torch.randn(16).gt(0).float();
const p = net(x).sigmoid();
const loss = «t.mul(p.log())».neg().mean();
loss.backward();
`,
  },
  {
    code: 'loss-broadcast',
    name: 'pred N target N1',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 1);
const p = net(x).squeeze();
const loss = «F.l1_loss(p, y)»;
loss.backward();
`,
  },
  {
    code: 'loss-broadcast',
    name: 'huber',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 1);
«new nn.SmoothL1Loss()(net(x), torch.randn(16))».backward();
`,
  },
  {
    code: 'loss-broadcast',
    name: 'second pass',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 1);
F.mse_loss(net(x), y).backward();
«F.mse_loss(net(x), y.view(-1))».backward();
`,
  },
  {
    code: 'loss-broadcast',
    name: 'td both grad',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 1);
«F.mse_loss(net(x), net(x.mul(2)).squeeze(1))».backward();
`,
  },
  {
    code: 'double-activation',
    name: 'softmax at the end of a class hierarchy',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.arange(16).remainder(3);
class Base extends nn.Module {
  forward(x) {
    return this.score(x);
  }
}
class Classifier extends Base {
  fc = new nn.Linear(4, 3);
  score(x) {
    return this.fc(x).softmax(-1);
  }
}
const net = new Classifier();
const opt = new optim.SGD(net.parameters(), { lr: 0.1 });
const criterion = new nn.CrossEntropyLoss();
for (let i = 0; i < 2; i++) {
  opt.zero_grad();
  const loss = «criterion(net(x), y)»;
  loss.backward();
  opt.step();
}
`,
  },
  {
    code: 'double-activation',
    name: 'sigmoid by method before a helper loss',
    model: {
      'm.tl.ts': `import * as torch from 'tensor-lens';
import { lossOf } from './loss';
torch.manual_seed(0);
const fc = new torch.nn.Linear(3, 1);
lossOf(fc(torch.randn(4, 3)).sigmoid(), torch.ones(4, 1)).backward();
`,
      'loss.ts': `import { nn, type Tensor } from 'tensor-lens';
export function lossOf(p: Tensor, t: Tensor) {
  return «nn.functional.binary_cross_entropy_with_logits(p, t)»;
}
`,
    },
  },
  {
    code: 'loss-broadcast',
    name: 'column against row over several lines',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Sequential(new nn.Linear(4, 8), new nn.ReLU(), new nn.Linear(8, 1));
const t = y.squeeze(1);
const loss = «net(x)
  .sub(t)»
  .pow(2)
  .mean();
loss.backward();
`,
  },
];
