import { describe, expect, it } from 'vitest';
import { convertPython } from '../../../src/exchange/python/convert.js';
import { runModel } from '../../trace/checks/runModel.js';

/** Small programs, each with what Python 3.11 prints. */
const programs: Readonly<Record<string, { python: string; prints: string }>> = {
  'a dict whose entries are attributes, in the ways that programs write it': {
    python: `
class Config(dict):
    def __getattr__(self, k):
        try: return self[k]
        except KeyError: raise AttributeError(k)
    def __setattr__(self, k, v): self[k] = v
c = Config(lr=0.1, layers=[1, 2])
c.epochs = 3
print(c.lr, c['epochs'], c, len(c), 'lr' in c, getattr(c, 'zz', 'none'), {**c})
for k, v in c.items(): print(k, v)
class Attributes(dict):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.__dict__ = self
a = Attributes(x=1, y={'z': 2.0})
a.w = 5
print(a.x, a['y'], a.y, a['w'], a)
class Dots(dict):
    __getattr__ = dict.get
    __setattr__ = dict.__setitem__
d = Dots(a=1)
d.b = 2
print(d.a, d['b'], d.missing, d)
`,
    prints: `0.1 3 {'lr': 0.1, 'layers': [1, 2], 'epochs': 3} 3 True none {'lr': 0.1, 'layers': [1, 2], 'epochs': 3}
lr 0.1
layers [1, 2]
epochs 3
1 {'z': 2.0} {'z': 2.0} 5 {'x': 1, 'y': {'z': 2.0}, 'w': 5}
1 2 None {'a': 1, 'b': 2}`,
  },
  'classes that extend list and dict have their own methods beside those of Python': {
    python: `
class Stack(list):
    def push(self, x): self.append(x)
    def peek(self): return self[-1]
s = Stack([1, 2])
s.push(3)
print(s, s.peek(), len(s), s.pop(), s[0], s[1:], isinstance(s, list), sum(s), s == [1, 2], type(s).__name__, [x for x in s])
class Groups(dict):
    def __missing__(self, key):
        self[key] = []
        return self[key]
g = Groups()
g['a'].append(1)
print(g, 'b' in g)
class Lower(dict):
    def __setitem__(self, k, v): super().__setitem__(k.lower(), v)
    def __getitem__(self, k): return super().__getitem__(k.lower())
l = Lower()
l['A'] = 1
print(l['a'], l)
`,
    prints: `[1, 2] 3 3 3 1 [2] True 3 True Stack [1, 2]
{'a': [1]} False
1 {'a': 1}`,
  },
  'what setattr and __dict__ give to an object covers what its class has': {
    python: `
class Options:
    lr = 0.1
    size = 2
    def __init__(self, **given):
        for k, v in given.items(): setattr(self, k, v)
o = Options(lr=1, size=4.0)
print(o.lr, o.size, Options().lr, vars(o), Options.size)
class Bag:
    def __init__(self, **kw):
        self.__dict__.update(kw)
        self.z = 1
b = Bag(x=1, y='b')
b.__dict__['q'] = 5
setattr(b, 'r', 6)
print(b.x, b.y, b.q, b.r, vars(b), hasattr(Options, 'lr'), getattr(Options(), 'size'))
class Loud:
    def __init__(self): self.n = 0
    def __setattr__(self, k, v):
        print('set', k, v)
        super().__setattr__(k, v)
    def __delattr__(self, k):
        print('del', k)
        object.__delattr__(self, k)
x = Loud()
x.a = x.n + 1
del x.n
print(vars(x))
`,
    prints: `1 4.0 0.1 {'lr': 1, 'size': 4.0} 2
1 b 5 6 {'x': 1, 'y': 'b', 'z': 1, 'q': 5, 'r': 6} True 2
set n 0
set a 1
del n
{'a': 1}`,
  },
  'arguments by name stand behind parameters that are left out': {
    python: `
def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, kw
print(f(1, c=3), f(1, 2, 3, 4, c=5, z=6), f(*[1, 2, 3], **{'c': 1, 'q': 2}), f(1, b=7, c=3))
def w(*args, **kwargs):
    return f(*args, **kwargs)
print(w(1, c=2), w(*(1, 2), c=3, **dict(d=9)))
`,
    prints: `(1, 2, (), 3, 4, {}) (1, 2, (3, 4), 5, 4, {'z': 6}) (1, 2, (3,), 1, 4, {'q': 2}) (1, 7, (), 3, 4, {})
(1, 2, (), 2, 4, {}) (1, 2, (), 3, 9, {})`,
  },
  'generators take errors, and zip and any stop where Python stops': {
    python: `
def g():
    try:
        while True:
            try:
                yield 1
            except ValueError as e:
                print('caught', e)
                yield 'handled'
    finally:
        print('cleanup')
it = g()
print(next(it), it.throw(ValueError('boom')), next(it))
it.close()
try:
    print(list(zip([1, 2], [3], strict=True)))
except ValueError as e:
    print(e)
print(list(zip([1, 2], [3, 4], strict=True)), any((hit := x) > 4 for x in [1, 5, 2]), hit)
`,
    prints: `caught boom
1 handled 1
cleanup
zip() argument 2 is shorter than argument 1
[(1, 3), (2, 4)] True 5`,
  },
  'what formats, copies and operators do': {
    python: `
import copy, operator, math
from contextlib import nullcontext
from enum import Enum
print(bin(-5), hex(-255), f'{5:#06x} {-5:#b} {255:#X}', int('0b11', 0), int('0x1f', 0))
class N:
    def __init__(self, v): self.v = v
    def __copy__(self): return N('copied')
    def __deepcopy__(self, memo): return N('deep')
    def __invert__(self): return N(~self.v)
print(copy.copy(N(1)).v, copy.deepcopy([N(1)])[0].v, (~N(6)).v)
ops = {'/': operator.truediv, '+': operator.add}
print({k: f(6, 3) for k, f in ops.items()}, operator.not_(0), math.frexp(8), type(print) == type(len), type('a') == type('b'))
with nullcontext(5) as n: print(n)
class Mode(str, Enum):
    A = 'a'
print('x' + Mode.A, Mode.A + 'y')
`,
    prints: `-0b101 -0xff 0x0005 -0b101 0XFF 3 31
copied deep -7
{'/': 2.0, '+': 9} True (0.5, 4) True True
5
xa ay`,
  },
  'logs, the environment, options and the end of a program': {
    python: `
import argparse, json, logging, os, sys
os.environ['TOKENIZERS'] = 'false'
print(os.environ['TOKENIZERS'], os.environ.get('RANK', '0'), os.getenv('WORLD'), int(os.environ.get('N', 1)))
log = logging.getLogger('train')
log.setLevel(logging.DEBUG)
h = logging.StreamHandler(sys.stdout)
h.setFormatter(logging.Formatter('[%(levelname)s] %(name)-6s| %(message)s'))
log.addHandler(h)
log.propagate = False
log.debug('loss %.2f', 0.5)
log.error('bad %s', [1])
args = argparse.Namespace(lr=0.1, epochs=3)
print(args, args.lr, vars(args))
class Encoder(json.JSONEncoder):
    def default(self, o):
        return sorted(o) if isinstance(o, set) else super().default(o)
print(json.dumps({'s': {2, 1}}, cls=Encoder))
def main():
    try:
        sys.exit(0)
    except Exception:
        print('caught')
    print('after')
main()
print('never')
`,
    prints: `false 0 None 1
[DEBUG] train | loss 0.50
[ERROR] train | bad [1]
Namespace(lr=0.1, epochs=3) 0.1 {'lr': 0.1, 'epochs': 3}
{"s": [1, 2]}`,
  },
  "an error of try's else is no error of its try": {
    python: `
def f(v):
    try:
        x = int(v)
    except ValueError:
        return 'bad'
    else:
        if x < 0: raise ValueError('negative')
        return x
    finally:
        print('done', v)
def g(v):
    seen = []
    try:
        x = int(v)
    except ValueError:
        seen.append('bad')
    else:
        seen.append(int('q') if x == 2 else x)
    return seen
for v in ('1', 'a', '-3'):
    try: print(f(v))
    except ValueError as e: print('outer', e)
print(g('1'), g('a'))
try: g('2')
except ValueError as e: print(e)
`,
    prints: `done 1
1
done a
bad
done -3
outer negative
[1] ['bad']
invalid literal for int() with base 10: 'q'`,
  },
  'private names of two classes are two names': {
    python: `
class A:
    __count = 0
    def __init__(self):
        A.__count += 1
        self.__id = A.__count
    def __hidden(self): return self.__id * 10
    def show(self): return self.__hidden()
    @classmethod
    def total(cls): return cls.__count
class B(A):
    def __init__(self):
        super().__init__()
        self.__id = 'b'
    def own(self): return self.__id
b = B()
print(b.show(), b.own(), A.total(), B.total(), b._A__id)
class Account:
    def __init__(self, n): self.__balance = n
a = Account(5)
print(a._Account__balance)
`,
    prints: '10 b 1 1 1\n5',
  },
  'arguments by * and ** go on to a function that has others by **': {
    python: `
class Base:
    def __init__(self, name, size=1, **kwargs):
        self.name, self.size, self.extra = name, size, kwargs
class Child(Base):
    def __init__(self, *args, flag=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.flag = flag
for c in (Child('n', 3, flag=True, z=1), Child(name='m', w=2)):
    print(c.name, c.size, c.flag, c.extra)
`,
    prints: "n 3 True {'z': 1}\nm 1 False {'w': 2}",
  },
  'products beyond 2**53 of which a remainder is left, and float in a variable': {
    python: `
class LCG:
    def __init__(self, seed=1): self.state = seed
    def next(self):
        self.state = (1103515245 * self.state + 12345) % (2 ** 31)
        return self.state
r = LCG(42)
print([r.next() for _ in range(3)], r.next() / 2 ** 31)
def fnv(s):
    v = 0x811c9dc5
    for b in s.encode(): v = ((v ^ b) * 0x01000193) % (1 << 32)
    return v
def masked(x): return (x * 2654435761) & 0xFFFFFFFF
print(fnv('hello'), masked(12345678))
def parse(v):
    for t in (int, float):
        try: return t(v)
        except ValueError: pass
    return v
print([parse(v) for v in ['1', '2.0', 'abc', '1e3', '-7']])
`,
    prints: `[1250496027, 1116302264, 1000676753] 0.7770372582599521
1335831723 2550080750
[1, 2.0, 'abc', 1000.0, -7]`,
  },
  'names of functions by getattr, dicts of what is iterated over, and weights of any kind': {
    python: `
import random
class Pairs:
    def __init__(self, n): self.n = n
    def __iter__(self):
        for i in range(self.n): yield i, i * i
def double(x): return x * 2
random.seed(1)
weights = {'a': 1, 'b': 3}
print(dict(Pairs(3)), getattr(double, '__name__', '?'), getattr(Pairs(1), '__name__', '?'), random.choices(list(weights), weights=weights.values(), k=4))
`,
    prints: "{0: 0, 1: 1, 2: 4} double ? ['a', 'b', 'b', 'b']",
  },
  'classes that extend several hand on to each other by super': {
    python: `
class Timed:
    def __init__(self, *a, **k): super().__init__(*a, **k); self.t = 0
    def tick(self): self.t += 1; return self.t
class Logged:
    def __init__(self, *a, **k): super().__init__(*a, **k); self.log = []
    def note(self, m): self.log.append(m)
class Core:
    def __init__(self, n): self.n = n
class App(Timed, Logged, Core): pass
a = App(5); a.tick(); a.note('x'); print(a.n, a.t, a.log, [c.__name__ for c in App.__mro__][:4], App(n=7).n)
class A:
    def go(self): return ['A']
    def who(self): return 'A'
class B(A):
    def go(self): return ['B'] + super().go()
class C(A):
    def go(self): return ['C'] + super().go()
    def who(self): return 'C'
class D(B, C):
    def go(self): return ['D'] + super().go()
print(D().go(), [k.__name__ for k in D.__mro__], isinstance(D(), C), isinstance(B(), C), D().who(), B().go())
class Named:
    def __init__(self, name, **kw): super().__init__(**kw); self.name = name
class Aged:
    def __init__(self, age=1.0, **kw): super().__init__(**kw); self.age = age
    @property
    def info(self): return f'age {self.age}'
class JsonMixin:
    def dump(self): return sorted(vars(self).items())
class P(JsonMixin, Named, Aged):
    kind = 'p'
    def __init__(self, **kw): super().__init__(**kw)
    @property
    def info(self): return 'P ' + super().info
p = P(name='a', age=3.0); print(p.dump(), p.info, P(name='b').age, p.kind, P.kind)
class Base:
    def __init__(self, x): self.x = x
    def __repr__(self): return f'{type(self).__name__}({self.x})'
class L(Base):
    def __init__(self, x, l=2): Base.__init__(self, x); self.l = l
class R(Base):
    def __init__(self, x): super().__init__(x); self.r = x * 2
class Both(L, R):
    def __init__(self, x):
        L.__init__(self, x)
        R.__init__(self, x + 1)
b = Both(1); print(b, b.l, b.r, b.x, R(2).r)
`,
    prints: `5 1 ['x'] ['App', 'Timed', 'Logged', 'Core'] 7
['D', 'B', 'C', 'A'] ['D', 'B', 'C', 'A', 'object'] True False C ['B', 'A']
[('age', 3.0), ('name', 'a')] P age 3.0 1.0 p p
Both(2) 2 4 2 4`,
  },
  'dataclasses are made ready once, with what they do not keep': {
    python: `
from collections import namedtuple
from dataclasses import dataclass, field, InitVar
from typing import NewType
@dataclass
class A:
    x: int
    def __post_init__(self): print('post', self.x)
@dataclass
class B(A):
    y: int = 0
@dataclass
class C(A):
    y: int = 0
    def __post_init__(self):
        super().__post_init__()
        self.z = self.x + self.y
print(B(1), C(1, 2).z)
@dataclass
class Sized:
    n: int
    scale: InitVar[int] = 2
    size: int = field(init=False)
    def __post_init__(self, scale): self.size = self.n * scale
print(Sized(3), Sized(3, 5).size)
P = namedtuple('P', ['x', 'y'])
Id = NewType('Id', int)
print(P(**{'x': 4, 'y': 5}), Id(5) + 1)
class Proxy:
    def __init__(self, inner): self.inner = inner
    def __getattr__(self, name): return getattr(self.inner, name)
p = Proxy([3, 1])
p.append(2)
print(p.inner, p.index(1), Proxy('abc').upper())
`,
    prints: `post 1
post 1
B(x=1, y=0) 3
Sized(n=3, size=6) 15
P(x=4, y=5) 6
[3, 1, 2] 1 ABC`,
  },
  'descriptors answer for the attributes of objects': {
    python: `
class Positive:
    def __set_name__(self, owner, name): self.name = '_' + name
    def __get__(self, obj, owner=None):
        if obj is None: return self
        return getattr(obj, self.name)
    def __set__(self, obj, v):
        if v <= 0: raise ValueError(f'{self.name} must be positive')
        setattr(obj, self.name, v)
class Item:
    price = Positive(); qty = Positive()
    def __init__(self, p, q): self.price, self.qty = p, q
    def total(self): return self.price * self.qty
i = Item(2, 3.0); print(i.price * i.qty, i.total(), i.price, i.qty, vars(i))
try: i.qty = -1
except ValueError as e: print(e, i.qty)
i.price += 5; print(i.price)
class Typed:
    def __init__(self, kind, default=None): self.kind, self.default = kind, default
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, instance, owner):
        if instance is None: return self
        return instance.__dict__.get(self.name, self.default)
    def __set__(self, instance, value):
        if not isinstance(value, self.kind): raise TypeError(f'{self.name} wants {self.kind.__name__}, got {type(value).__name__}')
        instance.__dict__[self.name] = value
class Cfg:
    lr = Typed(float, 0.1)
    name = Typed(str)
    def __init__(self, **kw):
        for k, v in kw.items(): setattr(self, k, v)
c = Cfg(name='x'); print(c.lr, c.name, c.__dict__); c.lr = 2.0; print(c.lr, vars(c))
try: c.name = 3
except TypeError as e: print(e)
`,
    prints: `6.0 6.0 2 3.0 {'_price': 2, '_qty': 3.0}
_qty must be positive 3.0
7
0.1 x {'name': 'x'}
2.0 {'name': 'x', 'lr': 2.0}
name wants str, got int`,
  },
  'objects that __new__ makes, classes with brackets, and pprint': {
    python: `
class Registry:
    _instance = None
    def __new__(cls, *args, **kwargs):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
            cls._instance.items = {}
        return cls._instance
    def add(self, k, v): self.items[k] = v; return self
Registry().add('a', 1); print(Registry().items, Registry() is Registry())
class S:
    _inst = None
    def __new__(cls, *a):
        if cls._inst is None:
            cls._inst = super().__new__(cls)
        return cls._inst
    def __init__(self, v=None): self.v = v
a = S(1); b = S(2)
print(a is b, a.v, b.v, isinstance(a, S))
class Counted:
    made = 0
    def __new__(cls, *args, **kwargs):
        self = object.__new__(cls)
        cls.made += 1
        self.serial = cls.made
        return self
class Layer(Counted):
    def __init__(self, n, act='relu'): self.n, self.act = n, act
x, y = Layer(3), Layer(4, act='tanh')
print(x.serial, y.serial, y.n, y.act, Counted.made, Layer.made)
class Shape:
    def __new__(cls, kind):
        if cls is Shape: return super().__new__({'sq': Square, 'ci': Circle}[kind])
        return super().__new__(cls)
    def __init__(self, kind): self.kind = kind
class Square(Shape): pass
class Circle(Shape): pass
print(type(Shape('sq')).__name__, Shape('ci').kind)
class Vec:
    def __class_getitem__(cls, n): return f'{cls.__name__}[{n}]'
print(Vec[3], Vec['x'])
from pprint import pprint, pformat
pprint({'b': [1, 2], 'a': {'x': 1.0}})
class Mixed:
    def __init__(self): self.rate, self.n, self.pair = 2.0, 3, (1.0, [4.0])
pprint(vars(Mixed()))
pprint([[1.0, 2.5], [3.0]])
a, b = 1, (2, 3)
(p, q), r = (4, 5), (6,)
print(isinstance(b, tuple), b == (2, 3), {b: a}, p, q, r)
cfg = {'model': {'name': 'transformer', 'layers': [64, 128, 256], 'dropout': 0.1, 'act': 'gelu'}, 'optim': {'lr': 1e-3, 'betas': (0.9, 0.999)}, 'epochs': 3.0}
pprint(cfg); print(pformat(cfg, width=40)); pprint(cfg, sort_dicts=False)
`,
    prints: `{'a': 1} True
True 2 2 True
1 2 4 tanh 0 2
Square ci
Vec[3] Vec[x]
{'a': {'x': 1.0}, 'b': [1, 2]}
{'n': 3, 'pair': (1.0, [4.0]), 'rate': 2.0}
[[1.0, 2.5], [3.0]]
True True {(2, 3): 1} 4 5 (6,)
{'epochs': 3.0,
 'model': {'act': 'gelu',
           'dropout': 0.1,
           'layers': [64, 128, 256],
           'name': 'transformer'},
 'optim': {'betas': (0.9, 0.999), 'lr': 0.001}}
{'epochs': 3.0,
 'model': {'act': 'gelu',
           'dropout': 0.1,
           'layers': [64, 128, 256],
           'name': 'transformer'},
 'optim': {'betas': (0.9, 0.999),
           'lr': 0.001}}
{'model': {'name': 'transformer',
           'layers': [64, 128, 256],
           'dropout': 0.1,
           'act': 'gelu'},
 'optim': {'lr': 0.001, 'betas': (0.9, 0.999)},
 'epochs': 3.0}`,
  },
  'options that the program itself writes as the line of the command': {
    python: `
import argparse
ap = argparse.ArgumentParser()
ap.add_argument('file', nargs='?', default='in.txt')
ap.add_argument('--lr', type=float, default=0.1)
ap.add_argument('--epochs', '-e', type=int, default=3)
ap.add_argument('--seed', type=int, default=None)
ap.add_argument('--dims', type=int, nargs='+', default=[8, 4])
ap.add_argument('--amp', action='store_true')
ap.add_argument('--name', default='net')
args = ap.parse_args(['--lr', '1', '-e', '5', '--dims', '2', '3', '--amp', '--name=big'])
print(args.lr, args.epochs, args.dims, args.amp, args.name, args.seed, args.file, args)
if args.seed is not None: print('seeded', args.seed)
from collections import OrderedDict
a, b = OrderedDict([('x', 1), ('y', 2)]), OrderedDict([('y', 2), ('x', 1)])
print(a == b, a == dict(b), a == OrderedDict(x=1, y=2))
`,
    prints: `1.0 5 [2, 3] True big None in.txt Namespace(file='in.txt', lr=1.0, epochs=5, seed=None, dims=[2, 3], amp=True, name='big')
False True True`,
  },
};

describe("Python's data model and its modules", () => {
  it.each(Object.entries(programs))('%s', async (_, { python, prints }) => {
    const { text, problems } = convertPython(python);
    expect(problems).toEqual([]);
    const { error, output } = await runModel({ 'm.tl.ts': text });
    expect(error).toBeNull();
    expect(output.join('\n')).toBe(prints);
  });
});
