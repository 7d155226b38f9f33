import type { BrokenModel } from '../marked.js';

export const inplace: readonly BrokenModel[] = [
  {
    code: 'inplace-change',
    name: 'exp add_',
    model: `
const x = torch.ones(2, { requires_grad: true });
const y = x.exp();
«y.add_(1)»;
y.sum().backward();
`,
  },
  {
    code: 'inplace-change',
    name: 'relu_ on sigmoid result',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const fc = new nn.Linear(4, 4);
const h = fc(x).sigmoid();
const o = h.mul(2);
«h.mul_(0.5)»;
o.add(h).sum().backward();
`,
  },
  {
    code: 'inplace-change',
    name: 'leaf add_',
    model: `
const x = torch.ones(2, { requires_grad: true });
«x.add_(1)»;
x.sum().backward();
`,
  },
  {
    code: 'inplace-change',
    name: 'leaf in loop',
    model: `
const w = torch.ones(2, { requires_grad: true });
for (let i = 0; i < 3; i++) {
  w.pow(2).sum().backward();
  «w.sub_(w.grad.mul(0.1))»;
}
`,
  },
  {
    code: 'inplace-change',
    name: 'view of leaf',
    model: `
const w = torch.zeros(3, { requires_grad: true });
«w.index(0).fill_(1)»;
w.sum().backward();
`,
  },
  {
    code: 'inplace-change',
    name: 'index_put_ leaf',
    model: `
const w = torch.zeros(3, { requires_grad: true });
«w.index_put_([0], 1)»;
`,
  },
  {
    code: 'inplace-change',
    name: 'under a view',
    model: `
const x = torch.ones(2, 2, { requires_grad: true });
const y = x.exp();
const z = y.mul(y);
const row = y.index(0);
«row.zero_()»;
z.sum().backward();
`,
  },
  {
    code: 'inplace-change',
    name: 'unbind view',
    model: `
const x = torch.ones(2, 2, { requires_grad: true });
const [a, b] = x.mul(2).unbind();
«a.add_(1)»;
`,
  },
  {
    code: 'inplace-change',
    name: 'step between forward and backward',
    model: `
torch.manual_seed(0);
const x = torch.randn(16, 4);
const y = torch.randn(16, 1);
const a = new nn.Linear(4, 4);
const b = new nn.Linear(4, 1);
const opt = new optim.SGD([...a.parameters(), ...b.parameters()], { lr: 0.1 });
const out = b(a(x).tanh());
out.mean().backward({ retain_graph: true });
«opt.step()»;
out.pow(2).mean().backward();
`,
  },
  {
    code: 'inplace-change',
    name: 'no_grad leaf change',
    model: `
const w = torch.ones(2, { requires_grad: true });
const y = w.mul(w);
torch.no_grad(() => «w.add_(1)»);
y.sum().backward();
`,
  },
  {
    code: 'inplace-change',
    name: 'relu_ module',
    model: `
torch.manual_seed(0);
class Net extends nn.Module {
  fc = new nn.Linear(4, 4);
  forward(x) {
    const s = torch.sigmoid(this.fc(x));
    const t = s.pow(2);
    «F.relu_(s)»;
    return t.sum();
  }
}
new Net()(torch.randn(2, 4)).backward();
`,
  },
  {
    code: 'inplace-change',
    name: 'hidden state in place',
    model: `
torch.manual_seed(0);
const W = torch.randn(3, 3, { requires_grad: true });
const h = torch.zeros(3);
const outs = [];
for (let t = 0; t < 3; t++) {
  outs.push(W.mv(h));
  «h.add_(1)»;
}
outs[0].add(outs[1]).sum().backward();
`,
  },
  {
    code: 'inplace-change',
    name: 'index_put_ on what is needed',
    model: `
const x = torch.ones(3, { requires_grad: true });
const y = x.sigmoid();
«y.index_put_([0], 0)»;
y.sum().backward();
`,
  },
  {
    code: 'inplace-change',
    name: 'mul_ after tanh in forward',
    model: `
torch.manual_seed(0);
class Net extends nn.Module {
  fc = new nn.Linear(3, 3);
  forward(x) {
    const h = this.fc(x).tanh();
    return «h.mul_(2)»;
  }
}
new Net()(torch.randn(2, 3)).sum().backward();
`,
  },
  {
    code: 'inplace-change',
    name: 'zero_ on a buffer that was multiplied with',
    model: `
const m = torch.ones(3);
const w = torch.tensor([1.5, 2, 3], { requires_grad: true });
const out = w.mul(m);
«m.zero_()»;
out.sum().backward();
`,
  },
  {
    code: 'inplace-change',
    name: 'D stepped before the backward of G',
    model: `
torch.manual_seed(0);
const G = new nn.Linear(2, 4);
const Dn = new nn.Sequential(new nn.Linear(4, 4), new nn.Tanh(), new nn.Linear(4, 1));
const oD = new optim.SGD(Dn.parameters(), { lr: 0.1 });
const fake = G(torch.randn(3, 2));
const scoreForG = Dn(fake);
Dn(fake.detach()).mean().backward();
«oD.step()»;
scoreForG.mean().neg().backward();
`,
  },
];
