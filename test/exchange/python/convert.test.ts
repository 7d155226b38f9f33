import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { convertPython } from '../../../src/exchange/python/convert.js';
import { NUMPY } from '../../../src/exchange/python/inference/arrays.js';
import { PYPLOT } from '../../../src/exchange/python/inference/plots.js';
import { NotPython } from '../../../src/exchange/python/reading/syntax.js';
import { np } from '../../../src/engine/numpy/index.js';
import { Pyplot } from '../../../src/engine/pyplot/pyplot.js';
import { pythonScript } from '../../../src/exchange/pytorch/script.js';
import { link } from '../../../src/language/link.js';
import { useTranslations } from '../../../src/protocol/l10n.js';
import { runModel } from '../../trace/checks/runModel.js';

/**
 * Programs for PyTorch, NAME.py, as people write them. NAME.txt contains what PyTorch printed. The converted program
 * runs without changes and prints the same.
 */
/**
 * Its functions get dicts under several names of unknown type, which vmap takes for objects that it cannot map over. The
 * program itself is compared in test/programs.
 */
const NOT_CONVERTED = ['func-ensembles.py'];
const folders = [path.resolve(import.meta.dirname, '../../programs'), path.join(import.meta.dirname, 'scripts')];
const programs = folders.flatMap((folder) =>
  fs
    .readdirSync(folder)
    .flatMap((file) =>
      file.endsWith('.py') && !NOT_CONVERTED.includes(file) ? [[file.slice(0, -3), path.join(folder, file)] as const] : [],
    ),
);

describe('converted programs print what PyTorch prints', () => {
  it.each(programs)('%s', async (_, file) => {
    const { text, lines, problems } = convertPython(fs.readFileSync(file, 'utf8'));
    expect(problems).toEqual([]);
    expect(lines).toHaveLength(text.trimEnd().split('\n').length);
    const { error, output } = await runModel({ 'm.tl.ts': text });
    expect(error).toBeNull();
    expect(output.join('\n').trim()).toBe(fs.readFileSync(file.replace(/\.py$/, '.txt'), 'utf8').trim());
  });
});

describe('what cannot be converted', () => {
  it('stays as a comment, and is told with its place', () => {
    const { text, problems } = convertPython('import torch\nx = 1\ndata = open("a.txt").read()\nprint(x)\n');
    expect(problems).toEqual([{ line: 3, column: 8, endLine: 3, endColumn: 21, message: "'open()' has no counterpart" }]);
    expect(text).toContain('// data = open("a.txt").read()');
    expect(text).toContain('print(x);');
  });

  it('are keys of which it is not known whether they are ints or floats', () => {
    const doubts = (text: string) =>
      convertPython(text).problems.map(({ line, message }) => `${line} ${/'(.*)' is an int/.exec(message)?.[1] ?? message}`);
    const put = "def put(d, key):\n    d[key] = 'a'\nx = {1: 'b'}\nput(x, 2.0)\n";
    expect(doubts(`${put}print(x)\n`)).toEqual(['5 x']);
    expect(doubts(`${put}print(x[1])\n`)).toEqual([]);
  });

  it('are whole numbers beyond 2**53, however large', () => {
    const lines = (text: string) => convertPython(text).problems.map(({ line }) => line);
    expect(lines('x = 10**20 + 1\n')).toEqual([1]);
    expect(lines('x = ((2**4096)**4096)**4096 + 1\n')).toEqual([1]);
    expect(lines('x = 2**53\n')).toEqual([]);
  });

  it.each([
    ['class Name(str):\n    pass\n', "a class that extends 'str' is not converted"],
    ['class Bunch:\n    def __init__(self, d):\n        self.seen = self.__dict__ = d\n', 'this target is not converted'],
    ["import numpy as np\nx = np.array([1, 'a'], dtype=object)\n", 'arrays of objects are not here'],
    ["import argparse\nargs = argparse.ArgumentParser().parse_args(['--lr'])\n", 'here every argument of the command line has its default'],
  ])('is told, not left to fail later: %s', (text, message) => {
    expect(convertPython(text).problems.map((one) => one.message)).toEqual([message]);
  });

  it('is no Python', () => {
    expect(() => convertPython('x = = 3\n')).toThrow(NotPython);
    expect(() => convertPython('const x = 3;\n')).toThrow(NotPython);
  });
});

describe('numbers that may be ints or floats', () => {
  const printed = async (text: string) => {
    const { text: model, problems } = convertPython(text);
    expect(problems).toEqual([]);
    const { error, output } = await runModel({ 'm.tl.ts': model });
    expect(error).toBeNull();
    const script = pythonScript(await link('m.tl.ts', () => Promise.resolve(model)));
    return { model, output: output.join('\n'), script: script.text };
  };

  it('say themselves what they are', async () => {
    const { model, output, script } = await printed(
      [
        'import torch',
        'from dataclasses import dataclass',
        'row = [1, 2.0, 3.5]',
        'row.append(row[1] + row[2] + 0.5)',
        "table = {'a': (1, 2.0), 'b': [row, {'c': 4.0}]}",
        'print(row, table, sum(row), max(row), -row[1], [x * 2 for x in row])',
        '@dataclass',
        'class A:',
        '    x: float = 1.0',
        'print(A(1), A(1.0), A())',
        'def last(t):',
        '    return t.tolist()[-1]',
        'print(last(torch.ones(2)), last(torch.arange(3)), row[1] == 2, 5 if row[1] else 6)',
        'print(torch.tensor([1, 2]) * row[1])',
      ].join('\n'),
    );
    expect(output).toBe(
      [
        "[1, 2.0, 3.5, 6.0] {'a': (1, 2.0), 'b': [[1, 2.0, 3.5, 6.0], {'c': 4.0}]} 12.5 6.0 -2.0 [2, 4.0, 7.0, 12.0]",
        'A(x=1) A(x=1.0) A(x=1.0)',
        '1.0 2 True 5',
        'tensor([2., 4.])',
      ].join('\n'),
    );
    expect(model).toContain('[1, as_float(2.0), 3.5]');
    expect(script).toContain('row = [1, 2.0, 3.5]');
    expect(script).toContain('row.append(row[1] + row[2] + 0.5)');
    expect(script).not.toMatch(/as_float|mixed/);
  });

  it('are plain where it is known what they are', async () => {
    const { model } = await printed('lr = 1.0\nsteps = [1, 2]\nprint(lr, steps, [x * lr for x in steps])\n');
    expect(model).not.toMatch(/as_float|mixed/);
  });
});

describe('lines', () => {
  it('know where they come from', () => {
    const { text, lines } = convertPython(
      'import torch\n\n\n# a comment\nx = torch.ones(2)\nfor i in range(3):\n    x = x + i\nprint(x)\n',
    );
    const from = Object.fromEntries(
      text
        .trimEnd()
        .split('\n')
        .map((line, i) => [line.trim(), lines[i]]),
    );
    expect(from).toMatchObject({ '// a comment': 4, 'let x = torch.ones(2);': 5, 'x = x + i;': 7, 'print(x);': 8 });
  });
});

describe('points of scikit-learn', () => {
  it.each([
    ['from sklearn.datasets import make_moons', 'make_moons'],
    ['from sklearn import datasets', 'datasets.make_moons'],
    ['import sklearn.datasets', 'sklearn.datasets.make_moons'],
  ])('are those of tensor-lens/sklearn, and go back: %s', async (line, name) => {
    const { text, problems } = convertPython(`${line}
import torch
X, y = ${name}(n_samples=100, noise=0.1)
x = torch.tensor(X, dtype=torch.float32)
print(X.shape, len(y), X[:5, 0].mean() * 2)
`);
    expect(problems).toEqual([]);
    expect(text).toContain("import { datasets } from 'tensor-lens/sklearn';");
    expect(text).toContain('const [X, y] = datasets.make_moons({ n_samples: 100, noise: 0.1 });');
    expect(text).toContain("X[':5', 0].mean() * 2");
    const script = pythonScript(await link('m.tl.ts', () => Promise.resolve(text)));
    expect(script.text).toContain('from sklearn import datasets');
    expect(script.text).toContain('X, y = datasets.make_moons(n_samples=100, noise=0.1)');
  });

  it('are imported by another name where the program has that one', () => {
    const { text } = convertPython(
      'datasets = [1]\nfrom sklearn.datasets import make_circles\nX, _ = make_circles(10)\nprint(datasets, X)\n',
    );
    expect(text).toContain("import { datasets as sklearn_datasets } from 'tensor-lens/sklearn';");
    expect(text).toContain('sklearn_datasets.make_circles(10)');
  });

  it('are all that is there of it', () => {
    const { problems } = convertPython('from sklearn.datasets import load_wine\nprint(load_wine())\n');
    expect(problems.map(({ message }) => message)).toEqual(["'sklearn.datasets.load_wine' is not here"]);
  });
});

describe('plots', () => {
  const PROGRAM = `import torch
import matplotlib.pyplot as plt
from torch.utils.tensorboard import SummaryWriter

writer = SummaryWriter('runs/x')
x = torch.linspace(-1, 1, 20)
writer.add_scalar('loss', 0.5, global_step=1)
plt.plot(x.numpy(), (x * 2).detach().numpy(), 'r--', label='fit')
plt.legend(loc='upper right')
fig, axes = plt.subplots(2, 2, figsize=(8, 6))
axes[0, 1].imshow(torch.eye(3), cmap='gray')
for ax in axes.flat:
    ax.axis('off')
plt.show()
`;

  it('are those of tensor-lens/pyplot, which need no arrays', async () => {
    const { text, problems } = convertPython(PROGRAM);
    expect(problems).toEqual([]);
    expect(text).toContain("import { plt } from 'tensor-lens/pyplot';");
    expect(text).toContain("plt.plot(x, (x * 2).detach(), 'r--', { label: 'fit' });");
    expect(text).toContain("axes[0]![1]!.imshow(torch.eye(3), { cmap: 'gray' });");
    const script = pythonScript(await link('m.tl.ts', () => Promise.resolve(text)));
    expect(script.text).toContain('import matplotlib.pyplot as plt');
    expect(script.text).toContain("plt.plot(x, (x * 2).detach(), 'r--', label='fit')");
    expect(script.text).toContain('for ax in axes.flatten():');
  });

  it('have no other functions than the library has', () => {
    const plt = new Pyplot(() => {});
    expect([...PYPLOT].filter((name) => !(name in plt))).toEqual([]);
    expect(convertPython('import matplotlib.pyplot as plt\nplt.quiver([1], [2])\n').problems).toMatchObject([
      { line: 2, message: "'matplotlib.pyplot.quiver' is not here" },
    ]);
  });
});

describe('arrays of NumPy', () => {
  const PROGRAM = `import numpy as np
import torch

x = np.arange(6).reshape(2, 3)
y = x * 2.0 + np.full((2, 3), 1.0)
t = torch.from_numpy(y).float()
print(t.numpy().dtype, (x @ x.T)[0], x.sum(axis=1, keepdims=True).shape)
`;

  it('are those of tensor-lens/numpy, and go back', async () => {
    const { text, problems } = convertPython(PROGRAM);
    expect(problems).toEqual([]);
    expect(text).toContain("import { np } from 'tensor-lens/numpy';");
    expect(text).toContain('x.astype(np.float64) * 2');
    expect(text).toContain('np.full([2, 3], 1.0, { dtype: np.float64 })');
    const { output } = await runModel({ 'm.tl.ts': text });
    expect(output).toEqual(['float32 [ 5 14] (2, 1)']);
    const script = pythonScript(await link('m.tl.ts', () => Promise.resolve(text)));
    expect(script.text).toContain('import numpy as np');
    expect(script.text).toContain('print(t.numpy().dtype, (x @ x.T)[0], str(x.sum(axis=1, keepdims=True).shape))');
  });

  it('have no other functions than the library has', () => {
    expect([...NUMPY].filter((name) => !(name in np))).toEqual([]);
    expect(Object.keys(np).filter((name) => !NUMPY.has(name))).toEqual([]);
    expect(convertPython('import numpy as np\nx = np.busday_count(1, 2)\nprint(x)\n').problems).toMatchObject([
      { line: 2, message: "'numpy.busday_count' is not here" },
    ]);
  });
});

describe('arguments by name of what only a run knows', () => {
  const PROGRAM = `import torch
from torch import nn
from functools import partial


def scale(x, by=2, *, plus=0):
    return x * by + plus


class Shift:
    def __init__(self, amount=1, name='shift'):
        self.amount = amount
        self.name = name

    def __call__(self, x, times=1):
        return x + self.amount * times


TABLE = {'scale': scale, 'shift': Shift, 'linear': nn.Linear, 'drop': partial(nn.Dropout, p=0.5), 'add': lambda x, more=1: x + more}


def make(kind, **options):
    return TABLE[kind](**options)


print(make('scale', x=3, plus=1), TABLE['scale'](3, by=5), TABLE['add'](1, more=4))
shift = make('shift', amount=4)
print(shift.amount, shift.name, shift(1, times=2))
print(make('linear', in_features=2, out_features=3), make('drop', inplace=True))
try:
    make('scale', x=1, size=2)
except TypeError as error:
    print(error)
log = []
print([log.append(i) for i in range(2)], log)
`;

  it('are found, and go back', async () => {
    const { text, problems } = convertPython(PROGRAM);
    expect(problems).toEqual([]);
    expect(text).toContain("takes(scale, ['x', 'by', 'plus']);");
    const { error, output } = await runModel({ 'm.tl.ts': text });
    expect(error).toBeNull();
    expect(output.join('\n')).toBe(
      [
        '7 15 5',
        '4 shift 9',
        'Linear(in_features=2, out_features=3, bias=True) Dropout(p=0.5, inplace=True)',
        "scale() got an unexpected keyword argument 'size'",
        '[None, None] [0, 1]',
      ].join('\n'),
    );
    const script = pythonScript(await link('m.tl.ts', () => Promise.resolve(text)));
    expect(script.text).toContain('return TABLE[kind](**options)');
    expect(script.text).not.toContain('takes');
  });
});

describe('floats in the samples of a dataset', () => {
  const PROGRAM = `import torch
from torch.utils.data import Dataset, DataLoader


class Pairs(Dataset):
    def __len__(self):
        return 2

    def __getitem__(self, i):
        return torch.ones(1) * i, float(i), i


class Named(Pairs):
    def __getitem__(self, i):
        return {'rating': float(i), 'item': i}


for x, y, k in DataLoader(Pairs(), batch_size=2):
    print(y, k)
print(next(iter(DataLoader(Named(), batch_size=2)))['rating'].dtype, Named()[1])
`;

  it('make tensors of floats, though all may be whole', async () => {
    const { text, problems } = convertPython(PROGRAM);
    expect(problems).toEqual([]);
    const { error, output } = await runModel({ 'm.tl.ts': text });
    expect(error).toBeNull();
    expect(output).toEqual(['tensor([0., 1.], dtype=torch.float64) tensor([0, 1])', "torch.float64 {'rating': 1.0, 'item': 1}"]);
    const script = pythonScript(await link('m.tl.ts', () => Promise.resolve(text)));
    expect(script.text).toContain('return (torch.ones(1) * i, float(i), i,)');
    expect(script.text).toContain("return {'rating': float(i), 'item': i}");
  });
});

describe('reasons', () => {
  it('are in the language of the editor', () => {
    useTranslations({ "'{0}()' has no counterpart": '“{0}()”没有对应的写法', 'Not converted: {0}.': '未转换：{0}。' });
    try {
      const { text, problems } = convertPython('data = open("a.txt").read()\n');
      expect(problems.map((one) => one.message)).toEqual(['“open()”没有对应的写法']);
      expect(text).toContain('// 未转换：“open()”没有对应的写法。');
    } finally {
      useTranslations(undefined);
    }
  });
});
