import type { BrokenModel } from '../marked.js';

const HEAD = `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const net = new nn.Linear(4, 1);
const opt = new optim.SGD(net.parameters(), { lr: 0.01 });
`;

/** Steps that never come, come in the wrong order, or look for a gradient where there is none. */
export const steps: readonly BrokenModel[] = [
  {
    code: 'no-gradient',
    name: 'an optimizer that never steps',
    model: `${HEAD}for (let i = 0; i < 5; i++) {
  «opt.zero_grad()»;
  F.mse_loss(net(x), y).backward();
}
`,
  },
  {
    code: 'scheduler-order',
    name: 'the scheduler first',
    model: `${HEAD}const scheduler = new optim.lr_scheduler.ExponentialLR(opt, 0.9);
for (let i = 0; i < 5; i++) {
  «scheduler.step()»;
  opt.zero_grad();
  F.mse_loss(net(x), y).backward();
  opt.step();
}
`,
  },
  {
    code: 'missed-gradient',
    name: 'a parameter that becomes a result',
    model: `
let w = torch.ones(2, { requires_grad: true });
for (let i = 0; i < 3; i++) {
  w.pow(2).sum().backward();
  if (w.grad !== null) w = «w - 0.1 * w.grad»;
}
`,
  },
  {
    code: 'scheduler-order',
    name: 'the scheduler between backward() and step()',
    model: `${HEAD}const scheduler = new optim.lr_scheduler.CosineAnnealingLR(opt, { T_max: 5 });
for (const _ of [1, 2, 3]) {
  opt.zero_grad();
  F.mse_loss(net(x), y).backward();
  «scheduler.step()»;
  opt.step();
}
`,
  },
  {
    code: 'missed-gradient',
    name: 'a layer in between',
    model: `${HEAD}const hidden = «net(x)»;
F.mse_loss(hidden, y).backward();
console.log(hidden.grad);
`,
  },
];
