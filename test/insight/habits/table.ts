/**
 * Habits from Python and of beginners. Each row has the text, the habit in it, the message, and the text after the fix.
 */
export type Row = readonly [written: string, habit: string, says: string, mended: string];

const torch = "import * as torch from 'tensor-lens';\n";
const python = (found: string, here: string) => `Python's '${found}' is '${here}' here.`;

export const table: readonly Row[] = [
  ['import torch', 'import-torch', 'is', torch.trim()],
  [`${torch}import torch.nn as nn`, 'import-nn', python('import torch.nn as nn', 'const { nn } = torch;'), `${torch}const { nn } = torch;`],
  [`${torch}import torch.optim as optim`, 'import-optim', 'is', `${torch}const { optim } = torch;`],
  [`${torch}import torch.nn.functional as F`, 'import-functional', 'is', `${torch}const F = torch.nn.functional;`],
  [`${torch}from torch import nn, optim`, 'from-torch', 'is', `${torch}const { nn, optim } = torch;`],
  [
    `${torch}from torch.utils.data import DataLoader, Dataset`,
    'from-part',
    'is',
    `${torch}const { DataLoader, Dataset } = torch.utils.data;`,
  ],
  ['import numpy as np', 'import-numpy', 'is', "import { np } from 'tensor-lens/numpy';"],
  ['import matplotlib.pyplot as plt', 'import-pyplot', 'is', "import { plt } from 'tensor-lens/pyplot';"],
  [
    'class Net extends nn.Module {\n  constructor() {\n    this.fc = 1;\n  }\n}',
    'no-super',
    "begins with 'super();'",
    'class Net extends nn.Module {\n  constructor() {\n    super();\n    this.fc = 1;\n  }\n}',
  ],
  ['import math\nconst a = 1;', 'import-math', 'is not needed here', 'const a = 1;'],
  [
    `${torch}with torch.no_grad():\n    w.zero_()\n`,
    'no-grad',
    'torch.no_grad(() => {',
    `${torch}torch.no_grad(() => {\n    w.zero_()\n});\n`,
  ],
  ['class Net(nn.Module):\n    fc = 1;', 'class', 'class Net extends nn.Module {', 'class Net extends nn.Module {\n    fc = 1;\n}'],
  ['def __init__(self, n):\n    go(n)', 'init', 'constructor(n: any) {', 'constructor(n: any) {\n    go(n)\n}'],
  ['def forward(self, x):\n    return x', 'method', 'forward(x: any) {', 'forward(x: any) {\n    return x\n}'],
  ['def double(x):\n    return x * 2', 'def', 'function double(x: any) {', 'function double(x: any) {\n    return x * 2\n}'],
  ['for i in range(10):\n    go(i)', 'for-range', 'i < 10', 'for (let i = 0; i < 10; i++) {\n    go(i)\n}'],
  ['for i in range(2, 8):\n    go(i)', 'for-range-from', 'let i = 2', 'for (let i = 2; i < 8; i++) {\n    go(i)\n}'],
  ['for i, x in enumerate(xs):\n    go(x)', 'for-enumerate', 'entries()', 'for (const [i, x] of [...xs].entries()) {\n    go(x)\n}'],
  ['for a, b in loader:\n    go(a)', 'for-pairs', 'of loader', 'for (const [a, b] of loader) {\n    go(a)\n}'],
  ['for x in xs:\n    go(x)', 'for', 'of xs', 'for (const x of xs) {\n    go(x)\n}'],
  ['while n > 0:\n    go()', 'while', 'while (n > 0) {', 'while (n > 0) {\n    go()\n}'],
  ["if __name__ == '__main__':\n    go()", 'main', 'is', '{\n    go()\n}'],
  ['if x > 0:\n    go()', 'if', 'if (x > 0) {', 'if (x > 0) {\n    go()\n}'],
  [
    'if (x > 0) {\n    go()\n}\nelif x < 0:\n    stop()',
    'elif',
    'else if (x < 0) {',
    'if (x > 0) {\n    go()\n}\nelse if (x < 0) {\n    stop()\n}',
  ],
  ['if (x > 0) {\n    go()\n}\nelse:\n    stop()', 'else', 'else {', 'if (x > 0) {\n    go()\n}\nelse {\n    stop()\n}'],
  ['try:\n    go()\nexcept ValueError as e:\n    stop(e)', 'try', 'try {', 'try {\n    go()\n}\ncatch (e) {\n    stop(e)\n}'],
  ['try {\n    go()\n}\nexcept:\n    stop()', 'except', 'catch {', 'try {\n    go()\n}\ncatch {\n    stop()\n}'],
  ['try {\n    go()\n}\nfinally:\n    stop()', 'finally', 'finally {', 'try {\n    go()\n}\nfinally {\n    stop()\n}'],
  ['super().__init__()', 'super', python('super().__init__()', 'super();'), 'super();'],
  ['super(Net, self).__init__()', 'super', 'super();', 'super();'],
  ['self.fc(x)', 'self', python('self', 'this'), 'this.fc(x)'],
  ['go(True)', 'true', python('True', 'true'), 'go(true)'],
  ['go(False)', 'false', python('False', 'false'), 'go(false)'],
  ['go(None)', 'none', python('None', 'null'), 'go(null)'],
  ['const done = x is None;', 'is-none', python('is None', '=== null'), 'const done = x === null;'],
  ['const done = x is not None;', 'is-not-none', python('is not None', '!== null'), 'const done = x !== null;'],
  ['go(a and b)', 'and', python('and', '&&'), 'go(a && b)'],
  ['go(a or b)', 'or', python('or', '||'), 'go(a || b)'],
  ['go(not a)', 'not', python('not', '!'), 'go(!a)'],
  ['for (;;) {\n    pass\n}', 'pass', 'is not needed here', 'for (;;) {\n}'],
  ["raise ValueError('no')", 'raise', 'throw new Error', "throw new Error('no')"],
  ['go(lambda x: x * 2)', 'lambda', '(x) =>', 'go((x) => x * 2)'],
  ['# the weights', 'comment', python('#', '//'), '// the weights'],
  ['"""What it is."""', 'docstring', '/** */', '/**What it is.*/'],
  ["go(f'loss {loss}')", 'f-string', '`loss ${loss}`', 'go(`loss ${loss}`)'],
  ['go(`loss ${loss:.4f}`)', 'format', 'toFixed(4)', 'go(`loss ${Number(loss).toFixed(4)}`)'],
  ["go(f'loss {loss:.4f}')", 'f-string', 'toFixed(4)', 'go(`loss ${Number(loss).toFixed(4)}`)'],
  ['const y = x @ w;', 'matmul', python('x @ w', 'x.matmul(w)'), 'const y = x.matmul(w);'],
  ['const y = x[1:3];', 'slice', python('[1:3]', "['1:3']"), "const y = x['1:3'];"],
  ['const y = x[:, 0];', 'slice', "[':', 0]", "const y = x[':', 0];"],
  ['const y = x.sum(0, keepdim=True);', 'keyword', 'keepdim', 'const y = x.sum(0, { keepdim: true });'],
  [
    `${torch}const x = torch.ones(2, requires_grad=true);`,
    'keyword',
    'requires_grad',
    `${torch}const x = torch.ones(2, { requires_grad: true });`,
  ],
  ['print(x)', 'print', python('print(x)', 'console.log(x)'), 'console.log(x)'],
  ["print('loss', loss.item())", 'print', 'console.log', "console.log('loss', loss.item())"],
  ['go(len(x))', 'len', 'x.length', 'go(x.length)'],
  ['go(range(3))', 'range', 'is', 'go([...Array(3).keys()])'],
  ['go(str(x))', 'str', 'String(x)', 'go(String(x))'],
  ['go(float(x))', 'float', 'Number(x)', 'go(Number(x))'],
  ['go(int(x))', 'int', 'Math.trunc(x)', 'go(Math.trunc(x))'],
  ['go(isinstance(x, Net))', 'isinstance', 'x instanceof Net', 'go(x instanceof Net)'],
  ['go(math.pi)', 'math', python('math.pi', 'Math.PI'), 'go(Math.PI)'],
  ['go(math.sqrt(2))', 'math', 'Math.sqrt', 'go(Math.sqrt(2))'],
  ['go(math.inf)', 'math', 'Infinity', 'go(Infinity)'],
  ['const fc = nn.Linear(2, 1);', 'new', "'new'", 'const fc = new nn.Linear(2, 1);'],
  ['const o = optim.SGD(net.parameters(), { lr: 0.1 });', 'new', "'new'", 'const o = new optim.SGD(net.parameters(), { lr: 0.1 });'],
  ['class Net extends nn.Module {}\nconst net = Net();', 'new-own', "'new'", 'class Net extends nn.Module {}\nconst net = new Net();'],
  ['loss.backward;', 'not-called', "'loss.backward' is a method: without () nothing happens.", 'loss.backward();'],
  ['  optimizer.step;', 'not-called', 'without ()', '  optimizer.step();'],
  ['optimizer.zero_grad', 'not-called', 'without ()', 'optimizer.zero_grad()'],
  ['go(x.shape())', 'called', "'shape' is no method: it is read without ().", 'go(x.shape)'],
  ['go(w.grad())', 'called', 'without ()', 'go(w.grad)'],
  ['go(x.shape(0))', 'shape-of', '.shape[0]', 'go(x.shape[0])'],
  ['go(x.size[0])', 'size-of', '.size(0)', 'go(x.size(0))'],
  [`${torch}const x = torch.ones(2);\ngo(x.size);`, 'size', "'x.shape'", `${torch}const x = torch.ones(2);\ngo(x.shape);`],
  [
    'for (const x in new Loader(xs, { size: go(2) })) go(x);',
    'for-in',
    "'of' goes",
    'for (const x of new Loader(xs, { size: go(2) })) go(x);',
  ],
  ['for (const x in xs) go(x);', 'for-in', "'of' goes through the elements", 'for (const x of xs) go(x);'],
  ['const l = go(w); w = w - 0.1 * w.grad; }', 'lost-leaf', "'w' becomes a new tensor", 'const l = go(w); w -= 0.1 * w.grad; }'],
  [`${torch}torch.ones(2, torch.float64)`, 'dtype-name', '{ dtype: torch.float64 }', `${torch}torch.ones(2, { dtype: torch.float64 })`],
  ['w = w - 0.1 * w.grad;', 'lost-leaf', 'change it in place', 'w -= 0.1 * w.grad;'],
  ['if (w.grad) w.grad.zero_();', 'grad-truth', 'has no truth', 'if (w.grad !== null) w.grad.zero_();'],
  ['if (!net.fc.weight.grad) go();', 'grad-truth', "'net.fc.weight.grad === null'", 'if (net.fc.weight.grad === null) go();'],
  ['while (n > 0 && ps[i].grad) go();', 'grad-truth', 'there', 'while (n > 0 && ps[i].grad !== null) go();'],
  ['p.grad && p.grad.zero_();', 'grad-truth', 'there', 'p.grad !== null && p.grad.zero_();'],
  ['const g = p.grad ? p.grad.norm() : 0;', 'grad-truth', 'there', 'const g = p.grad !== null ? p.grad.norm() : 0;'],
  ["const d = 'a' if go() else 'b';", 'conditional', "go() ? 'a' : 'b'", "const d = go() ? 'a' : 'b';"],
  ['const ys = [x * 2 for x in xs];', 'comprehension', '.map((x) => x * 2)', 'const ys = [...xs].map((x) => x * 2);'],
  [
    'go([x for x in range(4) if x > 1])',
    'comprehension',
    '.filter((x) => x > 1)',
    'go([...Array(4).keys()].filter((x) => x > 1).map((x) => x))',
  ],
  ['const n, d = x.shape;', 'unpacked', 'const [n, d]', 'const [n, d] = x.shape;'],
  [
    'for (const name, p of net.named_parameters()) go(p);',
    'unpacked',
    '[name, p]',
    'for (const [name, p] of net.named_parameters()) go(p);',
  ],
  ['assert x.dim() === 2', 'assert', 'console.assert(x.dim() === 2);', 'console.assert(x.dim() === 2);'],
  ["go('loss %.3f' % loss);", 'percent', 'toFixed(3)', 'go(`loss ${Number(loss).toFixed(3)}`);'],
  ["go('{:.3f}!'.format(loss.item()));", 'format-call', 'toFixed(3)', 'go(`${Number(loss.item()).toFixed(3)}!`);'],
  ['const xs = [1, 2];\nif (1 in xs) go();', 'includes', "is 'xs.includes(1)'", 'const xs = [1, 2];\nif (xs.includes(1)) go();'],
  [`${torch}net.load_state_dict(torch.load('net.pt'));`, 'no-await', "'await'", `${torch}net.load_state_dict(await torch.load('net.pt'));`],
  ['const o = new SGD(net.parameters, { lr: 1 });', 'parameters', 'needs its ()', 'const o = new SGD(net.parameters(), { lr: 1 });'],
  [
    `${torch}const net = new nn.Linear(1, 1);\nconst o = new torch.optim.Adam(net, { lr: 1 });`,
    'parameters-of',
    "'net.parameters()'",
    `${torch}const net = new nn.Linear(1, 1);\nconst o = new torch.optim.Adam(net.parameters(), { lr: 1 });`,
  ],
  ['class N { forward(x) { this.f(x); } }', 'no-return', "needs a 'return'", 'class N { forward(x) { return this.f(x); } }'],
  [
    'class N {\n  forward(x) {\n    x = this.f(x);\n    x = x.relu();\n  }\n}',
    'no-return',
    "needs a 'return'",
    'class N {\n  forward(x) {\n    x = this.f(x);\n    x = x.relu();\n    return x;\n  }\n}',
  ],
  ['const all = [];\nall.append(1);', 'append', 'all.push(', 'const all = [];\nall.push(1);'],
  ['const x = torch.ones(2);', 'no-import', "'torch' is not imported", `${torch}const x = torch.ones(2);`],
  ['x = 3;', 'undeclared', "'x' is not declared", 'let x = 3;'],
];

/** A whole program as users paste it. It must run after all its habits are fixed. */
export const PASTED = `import torch
import torch.nn as nn

# Two layers learn a line.
class Net(nn.Module):
    def __init__(self, hidden):
        super().__init__()
        self.first = nn.Linear(1, hidden)
        self.second = nn.Linear(hidden, 1)

    def forward(self, x):
        h = torch.relu(self.first(x))
        return self.second(h)

torch.manual_seed(0)
x = torch.linspace(-1, 1, 16).unsqueeze(1)
y = 2 * x + 1
net = Net(8)
optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
losses = []
for step in range(20):
    loss = ((net(x) - y) ** 2).mean()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    if step % 5 == 0 and step > 0:
        print(f'step {step}: {loss.item():.4f}')
    else:
        pass
    losses.append(loss.item())

with torch.no_grad():
    print(net(x[0:2]), len(losses), None is not None)
`;
