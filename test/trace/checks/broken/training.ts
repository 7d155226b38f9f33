import type { BrokenModel } from '../marked.js';

export const training: readonly BrokenModel[] = [
  {
    code: 'accumulated-gradient',
    name: 'plain',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 1);
const opt = new optim.SGD(net.parameters(), { lr: 0.01 });
for (let i = 0; i < 5; i++) {
  const loss = F.mse_loss(net(x), y);
  «loss.backward()»;
  opt.step();
}
`,
  },
  {
    code: 'accumulated-gradient',
    name: 'clip',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 1);
const opt = new optim.Adam(net.parameters(), { lr: 0.01 });
for (let i = 0; i < 5; i++) {
  const loss = F.mse_loss(net(x), y);
  «loss.backward()»;
  nn.utils.clip_grad_norm_(net.parameters(), 0.1);
  opt.step();
}
`,
  },
  {
    code: 'accumulated-gradient',
    name: 'helper file',
    model: {
      'm.tl.ts': `import * as torch from 'tensor-lens';
import { trainStep } from './train';
torch.manual_seed(0);
const net = new torch.nn.Linear(4, 1);
const opt = new torch.optim.SGD(net.parameters(), { lr: 0.01 });
for (let i = 0; i < 5; i++) trainStep(net, opt, torch.randn(8, 4), torch.randn(8, 1));
`,
      'train.ts': `import * as torch from 'tensor-lens';
export function trainStep(net: any, opt: any, x: torch.Tensor, y: torch.Tensor) {
  const loss = torch.nn.functional.mse_loss(net(x), y);
  «loss.backward()»;
  opt.step();
  return loss.item();
}
`,
    },
  },
  {
    code: 'accumulated-gradient',
    name: 'by hand data',
    model: `
const w = torch.ones(2, { requires_grad: true });
for (let i = 0; i < 4; i++) {
  «w.pow(2).sum().backward()»;
  w.data.sub_(w.grad.mul(0.1));
}
`,
  },
  {
    code: 'accumulated-gradient',
    name: 'by hand assign data',
    model: `
const w = torch.ones(2, { requires_grad: true });
for (let i = 0; i < 4; i++) {
  «w.pow(2).sum().backward()»;
  w.data = w.data.sub(w.grad.mul(0.1));
}
`,
  },
  {
    code: 'accumulated-gradient',
    name: 'micro-batches never zeroed',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 1);
const opt = new optim.SGD(net.parameters(), { lr: 0.01 });
for (let i = 0; i < 6; i++) {
  «F.mse_loss(net(x), y).backward()»;
  if (i % 2 === 1) opt.step();
}
`,
  },
  {
    code: 'accumulated-gradient',
    name: 'zeroes other optimizer',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 1);
const other = new nn.Linear(1, 1);
const opt = new optim.SGD(net.parameters(), { lr: 0.01 });
for (let i = 0; i < 4; i++) {
  other.zero_grad();
  const loss = net(x).sub(y).pow(2).mean();
  «loss.backward()»;
  opt.step();
}
`,
  },
  {
    code: 'accumulated-gradient',
    name: 'once more without loop',
    model: `
const w = torch.tensor([1.5, 2], { requires_grad: true });
w.pow(2).sum().backward();
torch.no_grad(() => w.sub_(w.grad.mul(0.1)));
«w.pow(2).sum().backward()»;
`,
  },
  {
    code: 'no-gradient',
    name: 'detach in forward',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
class Net extends nn.Module {
  a = «new nn.Linear(4, 8, { bias: false })»;
  b = new nn.Linear(8, 1);
  forward(x) {
    return this.b(this.a(x).tanh().detach());
  }
}
const net = new Net();
F.mse_loss(net(x), y).backward();
`,
  },
  {
    code: 'no-gradient',
    name: 'both weight and bias one message',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
class Net extends nn.Module {
  a = «new nn.Linear(4, 8)»;
  b = new nn.Linear(8, 1);
  forward(x) {
    return this.b(this.a(x).tanh().detach());
  }
}
const net = new Net();
F.mse_loss(net(x), y).backward();
`,
  },
  {
    code: 'no-gradient',
    name: 'data in the middle',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const a = «new nn.Linear(4, 8, { bias: false })»;
const b = new nn.Linear(8, 1);
const h = a(x);
F.mse_loss(b(h.data), y).backward();
`,
  },
  {
    code: 'no-gradient',
    name: 'new tensor from tolist',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const a = «new nn.Linear(4, 8, { bias: false })»;
const b = new nn.Linear(8, 1);
const h = torch.tensor(a(x).tolist());
F.mse_loss(b(h), y).backward();
`,
  },
  {
    code: 'no-gradient',
    name: 'item',
    model: `
const w = «torch.ones(1, { requires_grad: true })»;
const v = torch.ones(1, { requires_grad: true });
const s = w.mul(2).item();
v.mul(s).sum().backward();
`,
  },
  {
    code: 'no-gradient',
    name: 'no_grad around forward',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const enc = «new nn.Linear(4, 8, { bias: false })»;
const head = new nn.Linear(8, 1);
const h = torch.no_grad(() => enc(x));
F.mse_loss(head(h), y).backward();
`,
  },
  {
    code: 'no-gradient',
    name: 'unused layer with optimizer',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
class Net extends nn.Module {
  a = new nn.Linear(4, 1);
  unused = «new nn.Linear(4, 4)»;
  forward(x) {
    return this.a(x);
  }
}
const net = new Net();
const opt = new optim.SGD(net.parameters(), { lr: 0.01 });
for (let i = 0; i < 3; i++) {
  opt.zero_grad();
  F.mse_loss(net(x), y).backward();
  opt.step();
}
`,
  },
  {
    code: 'no-gradient',
    name: 'optimizer over the wrong module',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 1);
const old = «new nn.Linear(4, 1)»;
const opt = new optim.SGD(old.parameters(), { lr: 0.01 });
for (let i = 0; i < 3; i++) {
  opt.zero_grad();
  const loss = F.mse_loss(net(x), y);
  loss.backward();
  opt.step();
}
`,
  },
  {
    code: 'no-gradient',
    name: 'zero_grad between backward and step',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 1);
const opt = new optim.SGD(net.parameters(), { lr: 0.01 });
for (let i = 0; i < 3; i++) {
  const loss = F.mse_loss(net(x), y);
  loss.backward();
  opt.zero_grad();
  «opt.step()»;
}
`,
  },
  {
    code: 'no-gradient',
    name: 'backward forgotten',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 1);
const opt = new optim.SGD(net.parameters(), { lr: 0.01 });
for (let i = 0; i < 3; i++) {
  opt.zero_grad();
  const loss = F.mse_loss(net(x), y);
  «opt.step()»;
}
`,
  },
  {
    code: 'no-gradient',
    name: 'argmax cuts',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const a = «new nn.Linear(4, 8, { bias: false })»;
const e = new nn.Embedding(8, 1);
const h = a(x).argmax(1);
F.mse_loss(e(h), y).backward();
`,
  },
  {
    code: 'not-trained',
    name: 'plain array of layers',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
class Net extends nn.Module {
  layers = [«new nn.Linear(4, 4)»];
  head = new nn.Linear(4, 1);
  forward(x) {
    for (const layer of this.layers) x = layer(x).tanh();
    return this.head(x);
  }
}
const net = new Net();
const opt = new optim.SGD(net.parameters(), { lr: 0.01 });
for (let i = 0; i < 3; i++) {
  opt.zero_grad();
  F.mse_loss(net(x), y).backward();
  opt.step();
}
`,
  },
  {
    code: 'not-trained',
    name: 'a plain tensor as a weight',
    model: `
torch.manual_seed(0);
class Scale extends nn.Module {
  gain = «torch.ones(4, { requires_grad: true })»;
  fc = new nn.Linear(4, 1);
  forward(x) {
    return this.fc(x.mul(this.gain));
  }
}
const net = new Scale();
const opt = new optim.Adam(net.parameters());
for (let i = 0; i < 2; i++) {
  opt.zero_grad();
  net(torch.randn(3, 4)).pow(2).mean().backward();
  opt.step();
}
`,
  },
  {
    code: 'not-trained',
    name: 'layers in a Map, in a module of another file',
    model: {
      'm.tl.ts': `
import * as torch from 'tensor-lens';
import { Branches } from './branches';
torch.manual_seed(0);
const net = new Branches();
const opt = new torch.optim.SGD(net.parameters(), { lr: 0.1 });
const x = torch.randn(3, 4);
for (let i = 0; i < 2; i++) {
  opt.zero_grad();
  net(x).mean().backward();
  opt.step();
}
`,
      'branches.ts': `
import { nn } from 'tensor-lens';
export class Branches extends nn.Module {
  private branches = new Map([['left', «new nn.Linear(4, 2)»]]);
  out = new nn.Linear(2, 1);
  forward(x) {
    return this.out(this.branches.get('left')(x).tanh());
  }
}
`,
    },
  },
  {
    code: 'no-gradient',
    name: 'whole loss under no_grad',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 1);
let loss;
torch.no_grad(() => {
  loss = F.mse_loss(net(x), y);
});
«loss.backward()»;
`,
  },
  {
    code: 'no-gradient',
    name: 'requires_grad forgotten',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const w = torch.zeros(4, 1);
const loss = x.matmul(w).sub(y).pow(2).mean();
«loss.backward()»;
`,
  },
  {
    code: 'no-gradient',
    name: 'loss made of item',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 1);
const loss = torch.tensor(F.mse_loss(net(x), y).item());
«loss.backward()»;
`,
  },
  {
    code: 'no-gradient',
    name: 'cleared to none before step',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 1);
const opt = new optim.Adam(net.parameters());
function train() {
  F.mse_loss(net(x), y).backward();
  opt.zero_grad(true);
  «opt.step()»;
}
for (let i = 0; i < 3; i++) train();
`,
  },
  {
    code: 'no-gradient',
    name: 'layer replaced after the optimizer was made',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
class Net extends nn.Module {
  fc = «new nn.Linear(4, 1)»;
  forward(x) {
    return this.fc(x);
  }
}
const net = new Net();
const opt = new optim.SGD(net.parameters(), { lr: 0.1 });
net.fc = new nn.Linear(4, 1);
for (let i = 0; i < 3; i++) {
  opt.zero_grad();
  F.mse_loss(net(x), y).backward();
  opt.step();
}
`,
  },
  {
    code: 'no-gradient',
    name: 'unused layer without an optimizer',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
class Net extends nn.Module {
  a = new nn.Linear(4, 4);
  b = «new nn.Linear(4, 4)»;
  c = new nn.Linear(4, 1);
  forward(x) {
    return this.c(this.a(x).relu());
  }
}
F.mse_loss(new Net()(x), y).backward();
`,
  },
  {
    code: 'no-gradient',
    name: 'detach in the middle of a chain over lines',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const a = «new nn.Linear(4, 6)»;
const b = new nn.Linear(6, 1);
const opt = new optim.SGD([...a.parameters(), ...b.parameters()], { lr: 0.1 });
for (let i = 0; i < 2; i++) {
  const h = a(x)
    .relu()
    .detach()
    .mul(2);
  opt.zero_grad();
  F.mse_loss(b(h), y).backward();
  opt.step();
}
`,
  },
  {
    code: 'accumulated-gradient',
    name: 'zero_grad is not called',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 1);
const opt = new optim.SGD(net.parameters(), { lr: 0.01 });
for (let i = 0; i < 3; i++) {
  opt.zero_grad;
  const loss = F.mse_loss(net(x), y);
  «loss.backward()»;
  opt.step();
}
`,
  },
  {
    code: 'accumulated-gradient',
    name: 'zeroed once before the loop',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 1);
const opt = new optim.Adam(net.parameters());
opt.zero_grad();
const steps = [0, 1, 2];
steps.forEach(() => {
  «F.mse_loss(net(x), y).backward()»;
  opt.step();
});
`,
  },
];
