import { describe, expect, it } from 'vitest';
import { convertPython } from '../../../src/exchange/python/convert.js';
import { pythonScript } from '../../../src/exchange/pytorch/script.js';
import { link } from '../../../src/language/link.js';
import { runModel } from '../../trace/checks/runModel.js';

/** Small programs, each with what Python 3.11 prints, and with what is in the script that it is exported as again. */
const programs: Readonly<Record<string, { python: string; prints: string; back?: readonly string[] }>> = {
  'a sum of floats is a float where there is one to add': {
    python: `
xs = [0.5, -0.5]
print(sum(xs), sum([]), sum([1.0, -1.0]), [sum(r) for r in [[0.0], [], [1.5]]])
total = 0
for x in xs:
    total += x
print(total, total / 2, round(total, 1))
if total == 0 and not total:
    print('zero')
`,
    prints: '0.0 0 0.0 [0.0, 0, 1.5]\n0.0 0.0 0.0\nzero',
    back: ['print(sum(xs), sum([]), sum([1.0, -1.0]), [sum(r) for r in [[0.0], [], [1.5]]])', 'total = total + x'],
  },
  'what a meter adds up is an int until something is added': {
    python: `
class Meter:
    def __init__(self):
        self.sum = 0
        self.n = 0
    def update(self, v, n=1):
        self.sum += v * n
        self.n += n
        self.avg = self.sum / self.n
m = Meter()
print(m.sum)
m.update(0.0, 2)
print(m.sum, m.avg, f'{m.sum:.2f}', m.sum + 1, max(m.sum, 1), -m.sum)
`,
    prints: '0\n0.0 0.0 0.00 1.0 1 -0.0',
  },
  'functions that a comprehension makes find its last values': {
    python: `
fs = [lambda: i for i in range(3)]
gs = [lambda x, i=i: x + i for i in range(3)]
hs = {k: (lambda: (k, v)) for k, v in [('a', 1), ('b', 2)]}
ks = [lambda: (a, b) for a in range(3) if a < 2 for b in 'xyz' if b != 'y']
print([f() for f in fs], [g(1) for g in gs], hs['a'](), ks[0]())
rows = [sorted(r, key=lambda x: -x * s) for s, r in [(1, [1, 3, 2]), (-1, [5, 4])]]
print(rows)
`,
    prints: "[2, 2, 2] [1, 2, 3] ('b', 2) (2, 'z')\n[[3, 2, 1], [4, 5]]",
    back: ['fs = [(lambda: i) for i in range(3)]'],
  },
  'what a logger is given is shown as it is': {
    python: `
import logging, sys
logging.basicConfig(level=logging.INFO, format="%(levelname)s | %(message)s", stream=sys.stdout)
log = logging.getLogger("sine")
d = {'a': 1}
log.info("args: %s", d)
log.info("args: %s", d | {"out": 'x'})
log.info("args: %(a)s", d)
log.warning("t %s %s", (1, 2), [(1, 2)])
logging.info("shape %s", (2, 3))
logging.info("args: %s", d)
logging.info("args: %s", {'b': 1})
log.info("%s: %s", "x", {'b': 1})
class T:
    def __init__(self):
        self.log = logging.getLogger(type(self).__name__)
        self.log.info("cfg %s", {'b': 1})
        self.log.info({'b': 1})
T()
`,
    prints: `INFO | args: {'a': 1}
INFO | args: {'a': 1, 'out': 'x'}
INFO | args: 1
WARNING | t (1, 2) [(1, 2)]
INFO | shape (2, 3)
INFO | args: {'a': 1}
INFO | args: {'b': 1}
INFO | x: {'b': 1}
INFO | cfg {'b': 1}
INFO | {'b': 1}`,
  },
  'names of columns, bases with their types, and options of optimizers as dicts': {
    python: `
import csv, io
r = csv.DictReader(io.StringIO("a,b\\n1,2\\n3,4\\n"))
print(r.fieldnames)
print(next(r))
for row in r:
    print(row, row['a'])
rows = list(csv.DictReader(io.StringIO("a,b\\n1,2\\n")))
print(rows, len(rows))
r = csv.DictReader(io.StringIO("1,2\\n"), fieldnames=['x', 'y'])
print(list(r), r.fieldnames)
from typing import Generic, TypeVar
import torch
from torch.utils.data import Dataset
T = TypeVar('T')
class Base(Generic[T]):
    def __init__(self, x: T):
        self.x = x
    def get(self) -> T:
        return self.x
class Ints(Base[int]):
    def __init__(self, x: int, y: int = 2):
        super().__init__(x)
        self.y = y
print(Ints(1).get() + 1, Ints(4).y)
class Rows(Dataset[tuple[torch.Tensor, int]]):
    def __init__(self, n: int):
        g = n * 2
        self.items: list[int] = []
        for i in range(g):
            self.items.append(i)
    def __len__(self) -> int:
        return len(self.items)
    def __getitem__(self, i: int):
        return torch.tensor(self.items[i]), i
print(len(Rows(2)), Rows(3)[1])
class Table(dict[str, int]):
    def total(self):
        return sum(self.values())
print(Table(a=1, b=2).total(), Table({'q': 3}))
p = [torch.nn.Parameter(torch.ones(2))]
opt = torch.optim.SGD(p, lr=0.1, momentum=0.9)
opt.defaults.update({'rho': 0.5})
d = {}
d.update(opt.defaults)
print(opt.defaults['rho'], d['lr'], sorted(opt.param_groups[0].keys())[:3], opt.param_groups[0].get('lr'))
opt.param_groups[0].update(lr=0.3, extra=1)
opt.param_groups[0].setdefault('extra', 2)
print(opt.param_groups[0]['lr'], opt.param_groups[0]['extra'], opt.param_groups[0].pop('extra'), 'extra' in opt.param_groups[0])
def show(group):
    group.update(lr=1e-3)
    return group['lr'], len(group['params']), group.get('nothing', 3)
print([show(g) for g in opt.param_groups])
`,
    prints: `['a', 'b']
{'a': '1', 'b': '2'}
{'a': '3', 'b': '4'} 3
[{'a': '1', 'b': '2'}] 1
[{'x': '1', 'y': '2'}] ['x', 'y']
2 2
4 (tensor(1), 1)
3 {'q': 3}
0.5 0.1 ['dampening', 'differentiable', 'foreach'] 0.1
0.3 1 1 False
[(0.001, 1, 3)]`,
  },
  'samples that another object makes keep its name in the script': {
    python: `
import torch
class Code:
    def encode(self, x):
        return {'y': float(x), 'n': x}
class Rows(torch.utils.data.Dataset):
    def __init__(self, code):
        self.code = code
    def __len__(self):
        return 2
    def __getitem__(self, i):
        return self.code.encode(i)
print(next(iter(torch.utils.data.DataLoader(Rows(Code()), batch_size=2))))
`,
    prints: `{'y': tensor([0., 1.], dtype=torch.float64), 'n': tensor([0, 1])}`,
    back: ['return self.code.encode(i)'],
  },
  'what a method collects by name is given by name where its object is not known': {
    python: `
import json
class Config:
    def __init__(self, lr=0.5):
        self.lr = lr
    def to_json(self, **kw):
        return json.dumps({'lr': self.lr}, **kw)
    def show(self, prefix, *, wide=False, **more):
        return f"{prefix}{wide}{more}"
def make():
    return 1, Config()
n, cfg = make()
print(cfg.to_json(indent=2), cfg.to_json(), cfg.show('a', x=1), cfg.show('b', wide=True))
for c in [cfg]:
    print(c.to_json(sort_keys=True))
`,
    prints: `{
  "lr": 0.5
} {"lr": 0.5} aFalse{'x': 1} bTrue{}
{"lr": 0.5}`,
    back: ['print(cfg.to_json(indent=2), cfg.to_json(),', 'print(c.to_json(sort_keys=True))'],
  },
  'a method of a class is a key of its objects': {
    python: `
class H:
    def __init__(self, s, t):
        self.s, self.t = s, t
    def norm(self, alpha=0.7):
        return self.s / (len(self.t) ** alpha)
a = [H(-2.53, (1, 2, 3, 4, 5)), H(-2.79, (1, 2, 3, 4, 5, 6))]
print(max(a, key=H.norm).s, [round(x, 3) for x in map(H.norm, a)], sorted(a, key=H.norm)[0].s)
`,
    prints: '-2.79 [-0.82, -0.796] -2.53',
  },
  'a name that a lambda gives a value is its own': {
    python: `
same = lambda s: (t := [c for c in s.lower() if c.isalnum()]) == t[::-1]
print(same('Anna'), same('Ab'))
`,
    prints: 'True False',
  },
  'a generator within a method has its object, and the last place of a list is one that values are swapped with': {
    python: `
class Pipe:
    def __init__(self, xs):
        self.xs = xs
    def pairs(self, n):
        def gen():
            buf = []
            for x in self.xs:
                buf.append(x)
                if len(buf) == n:
                    buf[0], buf[-1] = buf[-1], buf[0]
                    yield list(buf)
                    buf.clear()
        return gen()
print(list(Pipe(range(6)).pairs(3)))
table = str.maketrans({'a': '4', 'o': None})
print('a door'.translate(table))
`,
    prints: '[[2, 1, 0], [5, 4, 3]]\n4 dr',
  },
  'a range is shown as a range, and its list is another one': {
    python: `
r = range(3)
s = range(1, 20, 4)
print(r, s, s[1:], s[::-1], f'{s} {r!r}', r == range(0, 3), type(r).__name__, [r, 4 in r, len(s)])
xs = list(r)
xs.append(9)
print(xs, r, [x * 2 for x in r])
def upto(n):
    return range(n)
print(upto(4), max(upto(3)))
`,
    prints: `range(0, 3) range(1, 20, 4) range(5, 21, 4) range(17, -3, -4) range(1, 20, 4) range(0, 3) True range [range(0, 3), False, 5]
[0, 1, 2, 9] range(0, 3) [0, 2, 4]
range(0, 4) 2`,
    back: ['s = range(1, 20, 4)', 'r == range(0, 3)', 'return range(n)'],
  },
  'print, sorted and int keep what partial gives them by name': {
    python: `
from functools import partial
bar = partial(print, sep=' | ')
bar(1, 2.0, 'x')
bar('a', 'b', end='!\\n')
log = partial(print, 'log:', end='.\\n')
log(1.0)
print(partial(sorted, reverse=True)([1, 3, 2]), list(map(partial(int, base=2), ['1', '10'])))
`,
    prints: '1 | 2.0 | x\na | b!\nlog: 1.0.\n[3, 2, 1] [1, 2]',
    back: ["bar('a', 'b', end='!\\n')"],
  },
};

describe('what Python does otherwise than JavaScript', () => {
  it.each(Object.entries(programs))('%s', async (_, { python, prints, back = [] }) => {
    const { text, problems } = convertPython(python);
    expect(problems).toEqual([]);
    const { error, output } = await runModel({ 'm.tl.ts': text });
    expect(error).toBeNull();
    expect(output.join('\n')).toBe(prints);
    if (back.length === 0) return;
    const script = pythonScript(await link('m.tl.ts', () => Promise.resolve(text)));
    for (const line of back) expect(script.text ?? script.refusals).toContain(line);
  });
});
