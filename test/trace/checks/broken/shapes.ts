import type { BrokenModel } from '../marked.js';

export const shapes: readonly BrokenModel[] = [
  {
    code: 'shape-mismatch',
    name: 'broadcast 3 4',
    model: `
const a = torch.ones(3);
const b = torch.ones(4);
const c = «a.add(b)»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'torch.add function',
    model: `
const a = torch.ones(2, 3);
const b = torch.ones(2, 4);
const c = «torch.mul(a, b)»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'matmul',
    model: `
const x = torch.randn(4, 3);
const w = torch.randn(4, 2);
const y = «x.matmul(w)»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'mm method in fn',
    model: `
function score(x, w) {
  return «torch.mm(x, w)».relu();
}
score(torch.randn(2, 5), torch.randn(3, 5));
`,
  },
  {
    code: 'shape-mismatch',
    name: 'linear layer',
    model: `
const net = new nn.Linear(3, 2);
const y = «net(torch.randn(5, 4))»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'Sequential',
    model: `
const net = new nn.Sequential(new nn.Linear(4, 8), new nn.ReLU(), new nn.Linear(6, 1));
const out = «net(torch.randn(5, 4))»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'Module forward',
    model: `
class Net extends nn.Module {
  fc1 = new nn.Linear(4, 8);
  fc2 = new nn.Linear(16, 2);
  forward(x) {
    const h = this.fc1(x).relu();
    return «this.fc2(h)»;
  }
}
const net = new Net();
net(torch.randn(2, 4));
`,
  },
  {
    code: 'shape-mismatch',
    name: 'conv2d channels',
    model: `
const conv = new nn.Conv2d(3, 8, 3);
const y = «conv(torch.randn(1, 1, 8, 8))»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'F.conv2d',
    model: `
const y = «F.conv2d(torch.randn(1, 3, 8, 8), torch.randn(4, 1, 3, 3))»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'conv flatten fc',
    model: `
class Net extends nn.Module {
  conv = new nn.Conv2d(1, 4, 3);
  fc = new nn.Linear(4 * 8 * 8, 10);
  forward(x) {
    return «this.fc(this.conv(x).relu().flatten(1))»;
  }
}
new Net()(torch.randn(2, 1, 8, 8));
`,
  },
  {
    code: 'shape-mismatch',
    name: 'cat',
    model: `
const a = torch.ones(2, 3);
const b = torch.ones(3, 3);
const c = «torch.cat([a, b], 1)»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'stack',
    model: `
const rows = [torch.ones(3), torch.ones(4)];
const c = «torch.stack(rows)»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'cross_entropy batch',
    model: `
const logits = torch.randn(4, 3, { requires_grad: true });
const y = torch.tensor([0, 1, 2]);
const loss = «F.cross_entropy(logits, y)»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'CrossEntropyLoss module',
    model: `
const criterion = new nn.CrossEntropyLoss();
const logits = torch.randn(4, 3, { requires_grad: true });
const loss = «criterion(logits, torch.tensor([0, 1]))»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'view',
    model: `
const x = torch.arange(12);
const y = «x.view(5, 2)»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'reshape -1',
    model: `
const x = torch.arange(12);
const y = «x.reshape(-1, 5)»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'view noncontig',
    model: `
const x = torch.ones(2, 3).t();
const y = «x.view(6)»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'expand',
    model: `
const x = torch.ones(2, 3);
const y = «x.expand(4, 3)»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'bmm',
    model: `
const q = torch.randn(2, 4, 8);
const k = torch.randn(2, 4, 8);
const s = «q.bmm(k)»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'bmm batch',
    model: `
const q = torch.randn(2, 4, 8);
const k = torch.randn(3, 8, 4);
const s = «q.bmm(k)»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'matmul attention',
    model: `
const q = torch.randn(2, 4, 8);
const k = torch.randn(2, 4, 8);
const s = «q.matmul(k)»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'gather',
    model: `
const x = torch.randn(3, 4);
const i = torch.tensor([[0], [1], [2], [3]]);
const y = «x.gather(1, i)»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'chain lines',
    model: `
const x = torch.randn(4, 3);
const w = torch.randn(5, 3);
const y = «x
  .mul(2)
  .add(w)»
  .relu()
  .sum();
`,
  },
  {
    code: 'shape-mismatch',
    name: 'arrow map',
    model: `
const xs = [torch.ones(3), torch.ones(2)];
const b = torch.ones(3);
const ys = xs.map((x) => «x.add(b)»);
`,
  },
  {
    code: 'shape-mismatch',
    name: 'mse_loss',
    model: `
const p = torch.randn(3, 2, { requires_grad: true });
const t = torch.randn(4, 2);
const loss = «F.mse_loss(p, t)»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'bce',
    model: `
const p = torch.rand(3, 1, { requires_grad: true });
const t = torch.ones(3);
const loss = «F.binary_cross_entropy(p, t)»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'bcewithlogits',
    model: `
const p = torch.rand(3, 1, { requires_grad: true });
const t = torch.ones(3);
const loss = «F.binary_cross_entropy_with_logits(p, t)»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'nll_loss',
    model: `
const p = torch.randn(3, 5).log_softmax(1);
const loss = «F.nll_loss(p, torch.tensor([1, 2]))»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'layernorm',
    model: `
const ln = new nn.LayerNorm(8);
«ln(torch.randn(2, 4))»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'batchnorm',
    model: `
const bn = new nn.BatchNorm1d(8);
«bn(torch.randn(2, 4))»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'batchnorm dims',
    model: `
const bn = new nn.BatchNorm2d(8);
«bn(torch.randn(2, 8))»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'LSTM',
    model: `
const rnn = new nn.LSTM(4, 8);
«rnn(torch.randn(5, 2, 3))»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'GRU',
    model: `
const rnn = new nn.GRU(4, 8);
«rnn(torch.randn(5, 2, 3))»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'RNNCell',
    model: `
const cell = new nn.RNNCell(4, 8);
let h = torch.zeros(2, 8);
h = «cell(torch.randn(2, 3), h)»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'MHA',
    model: `
const mha = new nn.MultiheadAttention(8, 2);
const x = torch.randn(5, 2, 6);
«mha(x, x, x)»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'dot',
    model: `
const a = torch.ones(3);
const b = torch.ones(4);
«a.dot(b)»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'mv',
    model: `
const a = torch.ones(3, 2);
const b = torch.ones(3);
«a.mv(b)»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'addmm',
    model: `
«torch.addmm(torch.ones(3), torch.ones(2, 3), torch.ones(4, 3))»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'einsum',
    model: `
«torch.einsum('ij,jk->ik', torch.ones(2, 3), torch.ones(4, 5))»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'where',
    model: `
const x = torch.randn(3);
«torch.where(x.gt(0), x, torch.ones(4))»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'masked_fill',
    model: `
const s = torch.randn(2, 4, 4);
const m = torch.ones(3, 3).to(torch.bool);
const t = «s.masked_fill(m, -Infinity)»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'inplace add',
    model: `
const x = torch.ones(3);
«x.add_(torch.ones(2, 3))»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'copy_',
    model: `
const x = torch.ones(3);
«x.copy_(torch.ones(4))»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'index_put_',
    model: `
const x = torch.zeros(3, 3);
«x.index_put_([0], torch.ones(2))»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'max_pool',
    model: `
«F.max_pool2d(torch.randn(1, 1, 2, 2), 5)»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'conv too small',
    model: `
«F.conv2d(torch.randn(1, 1, 2, 2), torch.randn(1, 1, 5, 5))»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'helper file',
    model: {
      'm.tl.ts': `import * as torch from 'tensor-lens';
import { attend } from './attention';
attend(torch.randn(2, 4), torch.randn(3, 5));
`,
      'attention.ts': `import * as torch from 'tensor-lens';
export function attend(q: torch.Tensor, k: torch.Tensor) {
  return «q.matmul(k.t())».softmax(-1);
}
`,
    },
  },
  {
    code: 'shape-mismatch',
    name: 'hierarchy',
    model: `
class Base extends nn.Module {
  head = new nn.Linear(8, 2);
  encode(x) { return x; }
  forward(x) { return «this.head(this.encode(x))»; }
}
class Deep extends Base {
  body = new nn.Linear(4, 6);
  encode(x) { return this.body(x).tanh(); }
}
new Deep()(torch.randn(3, 4));
`,
  },
  {
    code: 'shape-mismatch',
    name: 'split',
    model: `
«torch.ones(6, 2).split([2, 3])»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'unflatten',
    model: `
«torch.ones(10).unflatten(0, [3, 4])»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'permute',
    model: `
«torch.ones(2, 3, 4).permute(0, 1)»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'scatter',
    model: `
«torch.zeros(2, 3).scatter(1, torch.tensor([[0], [1], [2]]), 1)»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'unary t 3d',
    model: `
«torch.ones(2, 3, 4).t()»;
`,
  },
  {
    code: 'shape-mismatch',
    name: 'backward grad shape',
    model: `
const x = torch.ones(3, { requires_grad: true });
const y = x.mul(2);
«y.backward(torch.ones(2))»;
`,
  },
];
