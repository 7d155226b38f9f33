import type { BrokenModel } from '../marked.js';

const code = 'carried-state';

export const carried: readonly BrokenModel[] = [
  {
    code,
    name: 'the state of an LSTM that begins with none',
    model: `
const lstm = new nn.LSTM(2, 3);
let state: any = null;
for (let i = 0; i < 3; i++) {
  const [out, next] = «lstm(torch.randn(4, 1, 2), state)»;
  out.sum().backward();
  state = next;
}
`,
  },
  {
    code,
    name: 'h and c of an LSTM',
    model: `
const lstm = new nn.LSTM(2, 3);
let h = torch.zeros(1, 1, 3), c = torch.zeros(1, 1, 3);
for (let i = 0; i < 3; i++) {
  let out;
  [out, [h, c]] = «lstm(torch.randn(4, 1, 2), [h, c])»;
  out.sum().backward();
}
`,
  },
  {
    code,
    name: 'the state of a GRU that begins with none',
    model: `
const gru = new nn.GRU(2, 3);
let h: any = null;
for (let i = 0; i < 3; i++) {
  const [out, next] = «gru(torch.randn(4, 1, 2), h)»;
  out.sum().backward();
  h = next;
}
`,
  },
  {
    code,
    name: 'the state of a cell',
    model: `
const cell = new nn.GRUCell(2, 3);
let h = torch.zeros(1, 3);
for (let i = 0; i < 3; i++) {
  h = «cell(torch.randn(1, 2), h)»;
  h.sum().backward();
}
`,
  },
  {
    code,
    name: 'a state by hand',
    model: `
const [w, u] = [torch.randn(2, 3, { requires_grad: true }), torch.randn(3, 3, { requires_grad: true })];
let h = torch.zeros(1, 3);
for (let i = 0; i < 3; i++) {
  h = torch.randn(1, 2).matmul(w).add(«h.matmul(u)»).tanh();
  h.sum().backward();
}
`,
  },
];
