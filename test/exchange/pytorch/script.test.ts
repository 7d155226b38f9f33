import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { pythonScript } from '../../../src/exchange/pytorch/script.js';
import { link } from '../../../src/language/link.js';
import { root } from '../../../scripts/processes.mjs';

const TORCH = "import * as torch from 'tensor-lens';\n";

/** The script of a model, without its title line and its imports. */
async function exported(files: Record<string, string> | string) {
  const texts = typeof files === 'string' ? { 'm.tl.ts': TORCH + files } : files;
  return pythonScript(await link('m.tl.ts', (file) => Promise.resolve(texts[file] ?? null)));
}

async function python(text: string): Promise<string> {
  const script = await exported(text);
  if (script.text === null) throw new Error(script.refusals.map(({ message }) => message).join('\n'));
  return script.text.slice(script.text.indexOf('import torch\n') + 'import torch\n'.length).replace(/^\n+/, '');
}

const messages = async (text: string) =>
  (await exported(text)).refusals.map(({ message, range }) => `${range.line}:${range.column} ${message}`);

describe('a model file as a PyTorch script', () => {
  it('imports what is of other libraries from them, and refuses what they lack', async () => {
    const script = await exported({
      'm.tl.ts': [
        "import * as torch from 'tensor-lens';",
        "import { datasets } from 'tensor-lens/sklearn';",
        "import * as torchvision from 'tensor-lens/torchvision';",
        'const [X, y] = datasets.make_moons(20, { noise: 0.1, random_state: 0 });',
        'const iris = await datasets.load_iris();',
        'const x = torch.tensor(iris.data, { dtype: torch.float32 });',
        "const picture = await torchvision.io.read_image('a.png', torchvision.io.ImageReadMode.RGB);",
      ].join('\n'),
    });
    expect(script.refusals).toEqual([]);
    expect(script.text).toContain('from sklearn import datasets\nimport torchvision\n');
    expect(script.text).toContain(
      [
        'X, y = datasets.make_moons(20, noise=0.1, random_state=0)',
        'iris = datasets.load_iris()',
        'x = torch.tensor(iris.data, dtype=torch.float32)',
        "picture = torchvision.io.read_image('a.png', torchvision.io.ImageReadMode.RGB)",
      ].join('\n'),
    );
    const refused = await messages("import { datasets } from 'tensor-lens/sklearn';\nconst [X] = datasets.make_spirals(10);\n");
    expect(refused).toEqual(["3:13 Python has nothing in place of 'make_spirals'."]);
  });

  it('has keywords, slices, and blocks in place of functions', async () => {
    expect(
      await python(
        [
          'const x = torch.ones(2, 3, { requires_grad: true }); // a leaf',
          "const y = x[':', 1:2] as never;".replace('1:2', "'1:2'"),
          'const n = 2;',
          'const z = x[`${n - 1}:`].sum({ dim: 0, keepdim: true });',
          'z.mean().backward();',
          'torch.no_grad(() => {',
          '  // downhill',
          '  x -= 0.1 * x.grad!;',
          '});',
          'const doubled = torch.no_grad(() => x * 2);',
        ].join('\n'),
      ),
    ).toBe(
      [
        'x = torch.ones(2, 3, requires_grad=True)  # a leaf',
        'y = x[:, 1:2]',
        'n = 2',
        'z = x[n - 1:].sum(dim=0, keepdim=True)',
        'z.mean().backward()',
        'with torch.no_grad():',
        '    # downhill',
        '    x -= 0.1 * x.grad',
        'with torch.no_grad():',
        '    doubled = x * 2',
        '',
      ].join('\n'),
    );
  });

  it('has floats where tensors take them for floats, and ints elsewhere', async () => {
    const text = ['const x = torch.tensor([1.0, -2., 3]);', 'const y = torch.tensor(4.0);', 'const z = torch.ones(2.0);'].join('\n');
    expect(await python(text)).toBe(['x = torch.tensor([1.0, -2., 3])', 'y = torch.tensor(4.0)', 'z = torch.ones(2)', ''].join('\n'));
  });

  it('writes classes with their fields in __init__', async () => {
    const lines = [
      'class Net extends torch.nn.Module {',
      '  first = new torch.nn.Linear(2, 4, { bias: false });',
      '  constructor(readonly scale: number, depth = 2) {',
      '    super();',
      '    this.rest = new torch.nn.ModuleList(Array.from({ length: depth }, () => new torch.nn.Linear(4, 4)));',
      '  }',
      '  rest: torch.nn.ModuleList;',
      '  /** Scaled. */',
      '  forward(x: torch.Tensor) {',
      '    for (const layer of this.rest) x = layer(x);',
      '    return this.first(x) * this.scale;',
      '  }',
      '}',
    ];
    expect((await python(lines.join('\n'))).split('\n')).toEqual([
      'class Net(torch.nn.Module):',
      '    def __init__(self, scale, depth=2):',
      '        super().__init__()',
      '        self.scale = scale',
      '        self.first = torch.nn.Linear(2, 4, bias=False)',
      '        self.rest = torch.nn.ModuleList([torch.nn.Linear(4, 4) for _ in range(depth)])',
      '',
      '    def forward(self, x):',
      '        """Scaled."""',
      '        for layer in self.rest:',
      '            x = layer(x)',
      '        return self.first(x) * self.scale',
      '',
    ]);
  });

  it('renames what Python would take for something else', async () => {
    const text = await python(
      'const sum = 1;\nlet is = 2;\nfunction f(x: number) { if (x > 1) { const x = 3; return x; } return x; }\nis += f(sum);',
    );
    expect(text).toContain('sum_ = 1\nis_ = 2\n');
    expect(text).toContain('        x_ = 3\n        return x_\n    return x\n');
  });

  it('counts with range where a loop counts, and keeps the step of any other before each continue', async () => {
    const text = await python(
      'for (let i = 9; i >= 0; i -= 3) console.log(i);\nfor (let i = 1; i < 100; i *= 2) {\n  if (i === 8) continue;\n  console.log(`${i}: ${(i / 3).toFixed(2)}`);\n}',
    );
    expect(text).toContain('for i in range(9, -1, -3):\n    print(i)\n');
    expect(text).toContain(
      "while i < 100:\n    if i == 8:\n        i *= 2\n        continue\n    print(f'{i}: {i / 3:.2f}')\n    i *= 2\n",
    );
  });

  it('tells the name of a class from an attribute that is called name', async () => {
    const NAMES = 'class A { static name = "a"; of() { return this.constructor.name; } }\nclass B {}\n';
    expect(await python(`${NAMES}const names = [A.name, B.name];`)).toContain('names = [A.name, B.__name__]');
    expect(await python(NAMES)).toContain("return getattr(type(self), 'name', type(self).__name__)");
    expect(await python('class B { of() { return this.constructor.name; } }')).toContain('return type(self).__name__');
  });

  it('keeps the floats that a layer shows, and what only tells how a value is shown', async () => {
    const text = await python(
      "import { floats_at, str, typed } from 'tensor-lens/python';\nconst p = 1;\nconst a = [floats_at(new torch.nn.Dropout(0.0), [0]), floats_at(new torch.nn.Dropout({ p }), ['p'])];\nconsole.log(str(typed(p, 'float')));",
    );
    expect(text).toContain('a = [torch.nn.Dropout(0.0), torch.nn.Dropout(p=float(p))]');
    expect(text).toContain('print(str(p))');
  });

  it('puts the files that a model imports before it', async () => {
    const script = await exported({
      'm.tl.ts': `${TORCH}import { size, double } from './parts';\nconst value = double(size);\nconsole.log(value);`,
      'parts.ts': 'const value = 3;\nexport const size = value;\nexport const double = (x: number) => 2 * x;',
    });
    expect(script.text).toContain('value = 3\nsize = value\n');
    expect(script.text).toContain('value_ = double(size)\n');
  });

  it('writes the helpers of a converted program as the Python that they stand for', async () => {
    const lines = [
      "import { add, at, by_name, call, contains, dict, fmt, format, index_of, invoke, or, percent, print, put, slice, str, strip, tuple, unpack } from 'tensor-lens/python';",
      'const xs: any = [1, 2, 3];',
      'function f(a: any, b = 2) { return add(a, b); }',
      'const given = dict({ b: 5 });',
      "print(at(xs, -1), slice(xs, 1, null, 2), tuple(1), contains(xs, 2), index_of(xs, 3), or(xs, () => 'none'));",
      "put(xs, 0, call(f, 1, ...by_name(given, ['b'])));",
      "console.log(`${fmt(1.5, '.3f')} ${str(2, 'float')}`);",
      "print.with({ end: '' }, invoke(xs, 'index', 2), percent('%d of %s', [1, 'b'], '|'), format('{:>4}', [1]), strip(' a ', null, 'left'));",
      'const [first, rest, last] = unpack(xs, 1, 1);',
    ];
    const text = await python(lines.join('\n'));
    expect(text).toContain("print(xs[-1], xs[1::2], (1,), 2 in xs, xs.index(3), xs or 'none')");
    expect(text).toContain('xs[0] = f(1, **given)');
    expect(text).toContain("{format(1.5, '.3f')} {str(2)}");
    expect(text).toContain("print(xs.index(2), '%d of %s' % (1, 'b'), '{:>4}'.format(1), ' a '.lstrip(None), end='')");
    expect(text).toContain('first, rest, last = unpack(xs, 1, 1)');
    expect(await messages("import { take_named } from 'tensor-lens/python';\nconst f = (...all: any[]) => take_named(all);")).toHaveLength(
      1,
    );
  });

  it.each([
    ['outer: for (;;) { break outer; }', 'Python has no labels'],
    ['console.log(/a/.test("a"));', 'A regular expression is only written where'],
    ['setTimeout(() => 1, 5);', "Python has nothing in place of 'setTimeout'."],
  ])('refuses %s at its place', async (text, start) => {
    const [first] = await messages(text);
    expect(first).toMatch(/^2:\d+ /);
    expect(first!.slice(first!.indexOf(' ') + 1).startsWith(start)).toBe(true);
  });

  it('writes all examples and programs, without a helper where numbers are plain', async () => {
    const folders = ['examples', 'test/programs'].map((folder) => path.join(root, folder));
    const files = folders.flatMap((folder) =>
      fs
        .readdirSync(folder)
        .filter((name) => name.endsWith('.tl.ts'))
        .map((name) => path.join(folder, name)),
    );
    expect(files.length).toBeGreaterThanOrEqual(32);
    for (const file of files) {
      const script = pythonScript(await link(file, (name) => Promise.resolve(fs.existsSync(name) ? fs.readFileSync(name, 'utf8') : null)));
      expect(script.refusals, file).toEqual([]);
      expect(script.text, file).not.toMatch(/=>|===|\bconst |\bundefined\b/);
    }
  });
});
