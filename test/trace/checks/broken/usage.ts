import type { BrokenModel } from '../marked.js';

export const usage: readonly BrokenModel[] = [
  {
    code: 'not-scalar',
    name: 'backward of a vector',
    model: `
const x = torch.ones(3, { requires_grad: true });
const y = x.pow(2);
«y.backward()»;
`,
  },
  {
    code: 'not-scalar',
    name: 'backward of a loss without reduction',
    model: `
const net = new nn.Linear(2, 1);
const loss = F.mse_loss(net(torch.ones(3, 2)), torch.zeros(3, 1), { reduction: 'none' });
«loss.backward()»;
`,
  },
  {
    code: 'freed-graph',
    name: 'backward twice',
    model: `
const w = torch.ones(2, { requires_grad: true });
const loss = w.exp().sum();
loss.backward();
«loss.backward()»;
`,
  },
  {
    code: 'freed-graph',
    name: 'two losses of one output',
    model: `
const w = torch.ones(2, { requires_grad: true });
const y = w.exp();
y.sum().backward();
«y.pow(2).sum().backward()»;
`,
  },
  {
    code: 'unknown-argument',
    name: 'of an optimizer',
    model: `
const net = new nn.Linear(2, 1);
«new torch.optim.SGD(net.parameters(), { learning_rate: 0.1 } as any)»;
`,
  },
  {
    code: 'unknown-argument',
    name: 'of an operation',
    model: `
const x = torch.ones(2, 3);
«x.flatten({ first: 1 } as any)»;
`,
  },
  {
    code: 'not-probabilities',
    name: 'BCELoss of scores',
    model: `
const net = new nn.Linear(2, 1);
const scores = net(torch.ones(3, 2)) + 5;
«new nn.BCELoss()(scores, torch.ones(3, 1))»;
`,
  },
  {
    code: 'not-probabilities',
    name: 'the function, of scores',
    model: `
const scores = torch.tensor([2.0, -3.0]);
«F.binary_cross_entropy(scores, torch.ones(2))»;
`,
  },
  {
    code: 'no-device',
    name: 'a module to CUDA',
    model: `
const net = new nn.Linear(2, 1);
«net.cuda()»;
`,
  },
  {
    code: 'no-device',
    name: 'a tensor made on a device of Apple',
    model: `
const x = «torch.ones(2, { device: 'mps' })»;
`,
  },
];
