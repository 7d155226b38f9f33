import type { BrokenModel } from '../marked.js';

export const kinds: readonly BrokenModel[] = [
  {
    code: 'index-out-of-range',
    name: 'squeeze-dim',
    model: `
const x = torch.ones(2, 3);
const y = «x.sum(2)»;
`,
  },
  {
    code: 'index-out-of-range',
    name: 'transpose 1d',
    model: `
const x = torch.ones(3);
const y = «x.transpose(0, 1)»;
`,
  },
  {
    code: 'dtype-mismatch',
    name: 'matmul dtypes',
    model: `
const a = torch.ones(2, 2);
const b = torch.tensor([[1, 2], [3, 4]]);
«a.matmul(b)»;
`,
  },
  {
    code: 'dtype-mismatch',
    name: 'linear ints',
    model: `
const fc = new nn.Linear(2, 2);
«fc(torch.tensor([[1, 2]]))»;
`,
  },
  {
    code: 'dtype-mismatch',
    name: 'mean ints',
    model: `
const x = torch.arange(4);
«x.mean()»;
`,
  },
  {
    code: 'dtype-mismatch',
    name: 'requires_grad ints',
    model: `
const x = «torch.tensor([1, 2], { requires_grad: true })»;
`,
  },
  {
    code: 'dtype-mismatch',
    name: 'cross_entropy float target',
    model: `
const l = torch.randn(2, 3);
«F.cross_entropy(l, torch.tensor([0.5, 1]))»;
`,
  },
  {
    code: 'dtype-mismatch',
    name: 'nll float target',
    model: `
const l = torch.randn(2, 3);
«F.nll_loss(l, torch.tensor([0.5, 1]))»;
`,
  },
  {
    code: 'dtype-mismatch',
    name: 'embedding float',
    model: `
const e = new nn.Embedding(4, 2);
«e(torch.tensor([0.5, 1]))»;
`,
  },
  {
    code: 'dtype-mismatch',
    name: 'conv ints',
    model: `
const conv = new nn.Conv2d(1, 1, 1);
«conv(torch.ones(1, 1, 2, 2, { dtype: torch.int64 }))»;
`,
  },
  {
    code: 'dtype-mismatch',
    name: 'inplace result type',
    model: `
const x = torch.arange(3);
«x.add_(0.5)»;
`,
  },
  {
    code: 'dtype-mismatch',
    name: 'bce ints',
    model: `
const p = torch.rand(3);
«F.binary_cross_entropy(p, torch.tensor([1, 0, 1]))»;
`,
  },
  {
    code: 'dtype-mismatch',
    name: 'index float',
    model: `
const p = torch.rand(3);
«p.index(torch.tensor([0.5]))»;
`,
  },
  {
    code: 'index-out-of-range',
    name: 'select',
    model: `
const x = torch.ones(3);
«x.index(5)»;
`,
  },
  {
    code: 'index-out-of-range',
    name: 'embedding',
    model: `
const e = new nn.Embedding(4, 2);
«e(torch.tensor([1, 4]))»;
`,
  },
  {
    code: 'index-out-of-range',
    name: 'gather',
    model: `
const x = torch.ones(2, 3);
«x.gather(1, torch.tensor([[3], [0]]))»;
`,
  },
  {
    code: 'index-out-of-range',
    name: 'target',
    model: `
const l = torch.randn(2, 3);
«F.cross_entropy(l, torch.tensor([0, 3]))»;
`,
  },
  {
    code: 'index-out-of-range',
    name: 'index tensor',
    model: `
const x = torch.ones(3, 2);
«x.index(torch.tensor([0, 7]))»;
`,
  },
  {
    code: 'index-out-of-range',
    name: 'index_select',
    model: `
const x = torch.ones(3, 2);
«x.index_select(0, torch.tensor([0, 7]))»;
`,
  },
  {
    code: 'index-out-of-range',
    name: 'one_hot',
    model: `
«F.one_hot(torch.tensor([0, 7]), 3)»;
`,
  },
  {
    code: 'index-out-of-range',
    name: 'select fn',
    model: `
const x = torch.ones(3, 2);
«x.select(1, 2)»;
`,
  },
  {
    code: 'index-out-of-range',
    name: 'narrow',
    model: `
const x = torch.ones(3, 2);
«x.narrow(0, 2, 3)»;
`,
  },
];
