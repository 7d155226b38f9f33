import fs from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/processes.mjs';
import { makeCli } from './runCli.js';

const cli = makeCli();
afterAll(() => cli.dispose());

const TORCH = "import * as torch from 'tensor-lens';\n";

describe('tensor-lens check', () => {
  it('says nothing of what is right, operators and files that import each other included', async () => {
    cli.write({
      'net.tl.ts': `${TORCH}export const { w } = { w: torch.ones(3, { requires_grad: true }) };\nexport const f = (x: torch.Tensor) => 2 * w * x + 1;`,
      'main.tl.ts': `${TORCH}import { f, w } from './net.tl';\nconst loss = (f(torch.arange(3)) ** 2).mean();\nloss.backward();\nif (loss > 1) w[0, null] -= 0.1 * w.grad!;`,
      'plain.ts': "import { f } from './net.tl';\nimport * as torch from 'tensor-lens';\nexport const y: torch.Tensor = f(torch.ones(3));",
    });
    expect(await cli.run('check', 'main.tl.ts', 'net.tl.ts', 'plain.ts')).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('knows sizes as tuples, modules by what a row of them holds, and products of many tensors', async () => {
    const lines = [
      "import { nn } from 'tensor-lens';",
      'const x = torch.randn(2, 3, 4);',
      'const [b, t, c] = x.shape as [number, number, number];',
      'class Block extends nn.Module {',
      '  lin = new nn.Linear(c, c);',
      '  override forward(x: torch.Tensor, scale = 1) { return this.lin(x).mul(scale); }',
      '}',
      'class Kept extends nn.Module { kept = x; }',
      'const blocks = new nn.ModuleList([new Block(), new Block()]).append(new nn.ReLU());',
      'const p: torch.Tensor = blocks[0].lin.weight;',
      'for (const block of blocks) block(x, 2).sum();',
      'const net = new nn.Sequential(new nn.Linear(4, 8), new nn.ReLU());',
      'const w: torch.Tensor = net[0].weight;',
      "const first: nn.Sequential = net['0:1'], two: nn.ModuleList = blocks[':2'];",
      'first(x), two.append(first);',
      "const y: torch.Tensor = torch.einsum('bij,bjk->bik', x, x.transpose(1, 2));",
      'const n: number = b * t + x.shape.numel() + torch.block_diag(w, p, new Kept().kept[0]).size(0) + y.ndim;',
      'console.log(n);',
    ];
    cli.write({ 'typed.tl.ts': TORCH + lines.join('\n') });
    expect(await cli.run('check', 'typed.tl.ts')).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('knows numbers that are written into a tensor by destructuring, and what is in a value of any type', async () => {
    const lines = [
      'const y = torch.zeros(3), z = torch.zeros(2, 3), two = [1, 2], given: any = { a: y };',
      '[y[0], y[1]] = [1, 2];',
      '[y[0], [y[1]]] = [true, two];',
      '[z[0, 1], z[1]] = [5, y];',
      'for (const [name, value] of Object.entries(given)) console.log(name, value.shape, value * 2);',
      'for (const value of Object.values(given)) console.log(-value);',
      'const sizes: number[] = Object.values({ a: 1 }), names = new Map(["a"].map((name, i) => [name, i]));',
      'const pairs: [string, [number, string]][] = Object.entries({ b: [1, "c"] });',
      'console.log(sizes, names.get("a")! + 1, pairs);',
    ];
    cli.write({ 'many.tl.ts': TORCH + lines.join('\n') });
    expect(await cli.run('check', 'many.tl.ts')).toEqual({ code: 0, stdout: '', stderr: '' });
    cli.write({ 'wrong.tl.ts': `${TORCH}const y = torch.zeros(3);\n[y[0], y[1]] = ['a', 2];` });
    const { stderr, stdout } = await cli.run('check', 'wrong.tl.ts');
    expect(`${stdout}${stderr}`).toMatch(/^wrong\.tl\.ts:3:2: Type 'string' is not assignable to type 'Tensor'\.\n$/);
  });

  it('knows fields that get their values in a row, a tensor that is false, and complex numbers beside tensors', async () => {
    const lines = [
      "import { complex } from 'tensor-lens/python';",
      'class Net extends torch.nn.Module {',
      '  a;',
      '  b;',
      '  declare ready: torch.Tensor;',
      '  constructor() {',
      '    super();',
      '    [this.a, this.b] = [new torch.nn.Linear(3, 3), new torch.nn.Linear(3, 1)];',
      "    this.register_buffer('ready', torch.tensor(false));",
      '  }',
      '  forward(x: torch.Tensor) {',
      '    if (!this.ready) this.ready.fill_(true);',
      '    return this.b(this.a(x));',
      '  }',
      '}',
      'const z: torch.Tensor = complex(0, 1) * torch.exp(new torch.Complex(0, 1) * new Net()(torch.ones(3))) - complex(1, 2);',
      'const same: torch.Tensor = z == complex(1, 2);',
      'console.log(same, z / new torch.Complex(0, 2));',
    ];
    cli.write({ 'fields.tl.ts': TORCH + lines.join('\n') });
    expect(await cli.run('check', 'fields.tl.ts')).toEqual({ code: 0, stdout: '', stderr: '' });
    cli.write({ 'never.tl.ts': `${TORCH}const text = 'a' as const;\nif (!text) text.fill_(1);\nconsole.log(torch.ones(1));` });
    const { stdout, stderr } = await cli.run('check', 'never.tl.ts');
    expect(`${stdout}${stderr}`).toMatch(/never\.tl\.ts:3:17: Property 'fill_' does not exist on type 'never'/);
  });

  it('knows what a module takes as `this(x)`, all by name, parameters that may be null, and tensors for tensors', async () => {
    const lines = [
      "import { nn, optim } from 'tensor-lens';",
      'const x = torch.ones(2, 4);',
      'class Block extends nn.Module {',
      '  lin = new nn.Linear(4, 4);',
      '  override forward(x: torch.Tensor, mask: torch.Tensor | null = null, scale = 1) { return mask ? this.lin(x) * mask : this.lin(x) * scale; }',
      '  twice(x: torch.Tensor): torch.Tensor { return this(this(x), x, 2) + 1; }',
      '}',
      'const block = new Block(), c = torch.zeros(3, 3), s = 1;',
      'for (const [t, p] of c.tolist().entries()) c[t, p] += 1;',
      'const rows: torch.Tensor[] = [0, 1].map((i) => x[i - s]);',
      'const opt = new optim.Adam({ lr: 0.1, params: block.parameters() }), Kind = s > 1 ? optim.Adam : optim.SGD;',
      'new Kind(block.parameters(), { lr: 0.1 }).step();',
      'torch.empty({ size: [2] }), torch.full({ size: [2], fill_value: 3 }), torch.randint({ high: 5, low: 0, size: [2] });',
      'x.gather({ dim: 1, index: c }), x.gather(1, { index: c }), nn.functional.cross_entropy({ input: x, target: c, label_smoothing: 0.1 });',
      'const h: torch.Tensor = torch.autograd.functional.hessian((v: torch.Tensor) => v.sum(), x);',
      'const [j]: torch.Tensor[] = torch.autograd.functional.jacobian((v: torch.Tensor, w: torch.Tensor) => v * w, [x, x]);',
      'nn.init.zeros_(block.lin.bias), new nn.BatchNorm1d(3).running_mean.zero_(), (block.lin.bias = null);',
      'const sum: number = x.sum().tolist(), list: number[][] = x.tolist().map((row) => row);',
      'torch.relu_(x), console.log(rows, opt, h, j, sum, list);',
    ];
    cli.write({ 'named.tl.ts': TORCH + lines.join('\n') });
    expect(await cli.run('check', 'named.tl.ts')).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('tells each mistake with its place, and exits with 1', async () => {
    cli.write({
      'bad.tl.ts': `${TORCH}const x = torch.ones(3);\nconst y = x * 'a';\nif (0 < x < 1) x.nothing();\nconst n: number = x + 1;`,
      'half.tl.ts': 'const a = (1',
    });
    const { code, stdout } = await cli.run('check', 'bad.tl.ts', 'half.tl.ts');
    expect(code).toBe(1);
    expect(stdout.trim().split('\n')).toEqual([
      `bad.tl.ts:3:11: Operator '*' cannot be applied to types 'Tensor' and '"a"'.`,
      "bad.tl.ts:4:5: 'a < b < c' would compare a truth value with c: write (a < b) & (b < c).",
      "bad.tl.ts:4:18: Property 'nothing' does not exist on type 'Tensor'.",
      "bad.tl.ts:5:7: Type 'Tensor' is not assignable to type 'number'.",
      "half.tl.ts:1:13: ')' expected.",
    ]);
  });

  it('tells a habit of Python in place of what TypeScript makes of it', async () => {
    cli.write({
      'habit.tl.ts': "import torch from 'tensor-lens'\nimport torch.nn as nn\ny = torch.ones(2, requires_grad=True)\nprint(y)\n",
    });
    const { code, stdout } = await cli.run('check', 'habit.tl.ts');
    expect(code).toBe(1);
    expect(stdout.trim().split('\n')).toEqual([
      "habit.tl.ts:2:1: Python's 'import torch.nn as nn' is 'const { nn } = torch;' here.",
      "habit.tl.ts:3:1: 'y' is not declared: a name begins with let or const.",
      "habit.tl.ts:3:19: Python's 'requires_grad=True' is '{ requires_grad: true }' here.",
      "habit.tl.ts:4:1: Python's 'print(y)' is 'console.log(y)' here.",
    ]);
  });

  it('misses files, and wants some', async () => {
    expect(await cli.run('check', 'none.tl.ts')).toMatchObject({ code: 1, stdout: 'none.tl.ts:1:1: There is no such file.\n' });
    expect((await cli.run('check')).code).toBe(2);
  });

  it('finds nothing in the examples', async () => {
    const folder = path.join(root, 'examples');
    const files = fs
      .readdirSync(folder)
      .map((name) => path.join(folder, name))
      .filter((name) => name.endsWith('.ts'));
    expect(await cli.run('check', ...files)).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});
