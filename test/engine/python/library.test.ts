import { describe, expect, it } from 'vitest';
import * as torch from '../../../src/engine/index.js';
import * as py from '../../../src/engine/python/index.js';

const { as_float, mixed, repr, str, textwrap } = py;

describe('numbers that say whether they are floats', () => {
  it('are printed as what they are, wherever they stand', () => {
    expect(str([1, as_float(2), 4.5, py.tuple(as_float(-0), true)])).toBe('[1, 2.0, 4.5, (-0.0, True)]');
    expect(py.fmt(as_float(3), '>6')).toBe('   3.0');
    expect(py.fmt(as_float(3), '.2f')).toBe('3.00');
    expect(() => py.fmt(as_float(3), 'd')).toThrow("Unknown format code 'd' for object of type 'float'");
    expect(py.percent('%s %d %g', [as_float(2), as_float(2), as_float(2)])).toBe('2.0 2 2');
    expect(py.json.dumps(py.dict({ a: [1, as_float(2)] }))).toBe('{"a": [1, 2.0]}');
    expect(`${as_float(1e16)} ${[as_float(1), 2].join('-')}`).toBe('1e+16 1.0-2');
  });

  it('compute as Python does: a float beside anything gives a float', () => {
    expect(repr(mixed.add(1, 2))).toBe('3');
    expect(repr(mixed.add(1.5, 2.5))).toBe('4.0');
    expect(repr(mixed.mul(as_float(2), 3))).toBe('6.0');
    expect(repr(mixed.floordiv(7.5, 2))).toBe('3.0');
    expect(repr(mixed.mod(as_float(-7), 3))).toBe('2.0');
    expect(repr(mixed.sum([1, 0.5, 0.5]))).toBe('2.0');
    expect(repr(mixed.round(2.04, 1))).toBe('2.0');
    expect(repr(mixed.round(2.5))).toBe('2');
    expect(repr(mixed.divmod(as_float(7), 2))).toBe('(3.0, 1.0)');
    expect(repr([mixed.neg(as_float(2)), mixed.abs(-4), mixed.power(2, 3), mixed.prod([0.5, 4])])).toBe('[-2.0, 4, 8, 2.0]');
    expect(repr(mixed.add([1], [2]))).toBe('[1, 2]');
  });

  it('are ratios of whole numbers, unless they are infinite', () => {
    expect(repr(py.invoke(0.75, 'as_integer_ratio'))).toBe('(3, 4)');
    expect(() => py.invoke(Infinity, 'as_integer_ratio')).toThrow('cannot convert Infinity to integer ratio');
    expect(() => py.invoke(NaN, 'as_integer_ratio')).toThrow('cannot convert NaN to integer ratio');
  });

  it('compare and count as the numbers that they are', () => {
    expect(py.eq(as_float(2), 2)).toBe(true);
    expect(py.lt(as_float(2), 3)).toBe(true);
    expect(py.sorted([3, as_float(1), 2.5]).map((x) => repr(x))).toEqual(['1.0', '2.5', '3']);
    expect(py.bool(as_float(0))).toBe(false);
    expect(py.dict([[2, 'a']]).at(as_float(2))).toBe('a');
    expect(py.hash(py.tuple(as_float(2), 'a'))).toBe(py.hash(py.tuple(2, 'a')));
    expect(py.index_of([1, 2], as_float(2))).toBe(1);
    expect([py.isinstance(as_float(2), 'float'), py.isinstance(as_float(2), 'int'), py.type_name(as_float(2))]).toEqual([
      true,
      false,
      'float',
    ]);
    expect([py.int(as_float(2)), py.float(as_float(2))]).toEqual([2, 2]);
    expect(py.copy.deepcopy([[1]])).toEqual([[1]]);
    expect(py.deepcopy([as_float(2)])[0]).toBeInstanceOf(Object);
  });

  it('are the same keys as ints, and each dict shows the one that it was given first', () => {
    const [a, b] = [py.dict([[py.tuple(0.1, as_float(0)), 'a']]), py.dict([[py.tuple(0.1, 0), 'b']])];
    expect([str(a), str(b)]).toEqual(["{(0.1, 0.0): 'a'}", "{(0.1, 0): 'b'}"]);
    expect([a.at(py.tuple(0.1, 0)), b.at(py.tuple(0.1, as_float(0)))]).toEqual(['a', 'b']);
    b.set(py.tuple(0.1, as_float(0)), 'c');
    expect(str(b)).toBe("{(0.1, 0): 'c'}");
    expect(py.set([py.tuple(1, 2), py.tuple(as_float(1), 2)]).size).toBe(1);
  });

  it('are numbers to tensors, and decide their dtype', () => {
    const ints = torch.tensor([1, 2]);
    expect(String(mixed.mul(ints, as_float(2)))).toBe('tensor([2., 4.])');
    expect(String(torch.tensor([1, as_float(2)]))).toBe('tensor([1., 2.])');
    expect(repr(mixed.item(torch.ones(1).sum()))).toBe('1.0');
    expect(repr(mixed.item(ints.sum()))).toBe('3');
    expect(repr(as_float(torch.ones(2).tolist()))).toBe('[1.0, 1.0]');
    const x = torch.zeros(2);
    py.put(x, 0, as_float(3));
    expect(String(x)).toBe('tensor([3., 0.])');
    expect(() => new torch.nn.Dropout(as_float(1))).not.toThrow();
  });
});

describe("Python's library", () => {
  it('is refused what would never end or be no text', () => {
    const odd = (value: unknown) => value as never;
    expect(() => py.random.gammavariate(NaN, 1)).toThrow('alpha and beta must be > 0.0');
    expect(() => py.random.betavariate(odd(undefined), 1)).toThrow('alpha and beta must be > 0.0');
    expect(() => py.random.randrange(NaN)).toThrow('empty range for randrange()');
    expect(() => py.random.seed(NaN)).toThrow('The only supported seed types are');
    expect(() => new py.StringIO(odd(5))).toThrow('initial_value must be str or None, not int');
    const file = new py.StringIO(null);
    expect(() => file.write(odd(5))).toThrow("string argument expected, got 'int'");
    expect(() => file.seek(odd('x'))).toThrow("'str' object cannot be interpreted as an integer");
    expect(() => file.seek(-1)).toThrow('Negative seek position -1');
    expect(file.readlines()).toEqual([]);
  });

  it('writes to a text as to a file', () => {
    const file = new py.StringIO();
    file.write('one\n');
    file.writelines(['two\n', 'three']);
    expect(file.getvalue()).toBe('one\ntwo\nthree');
    file.seek(4);
    expect(file.readline()).toBe('two\n');
    expect(file.read()).toBe('three');
    file.seek(0);
    file.write('ONE');
    expect([...new py.StringIO(file.getvalue())]).toEqual(['ONE\n', 'two\n', 'three']);
    file.close();
    expect(() => file.write('x')).toThrow('I/O operation on closed file');
  });

  it('breaks texts into lines', () => {
    const text = "Thou art more lovely and more temperate: a well-known summer's day";
    expect(textwrap.wrap(text, 20)).toEqual(['Thou art more lovely', 'and more temperate:', 'a well-known', "summer's day"]);
    expect(textwrap.fill('aaaaaaa bb', 4)).toBe('aaaa\naaa\nbb');
    expect(textwrap.dedent('  a\n    b\n\n  c')).toBe('a\n  b\n\nc');
    expect(textwrap.shorten('Hello there world', 12)).toBe('Hello [...]');
    expect(textwrap.indent('a\n\nb', '> ')).toBe('> a\n\n> b');
  });

  it('counts, chains dicts and leaves contexts in turn', () => {
    const [a, b] = [new py.Counter('aabbb'), new py.Counter('abc')];
    expect([py.add(a, b), py.sub(a, b), py.bit_and(a, b), py.bit_or(a, b)].map((one) => str(one))).toEqual([
      "Counter({'b': 4, 'a': 3, 'c': 1})",
      "Counter({'b': 2, 'a': 1})",
      "Counter({'a': 1, 'b': 1})",
      "Counter({'b': 3, 'a': 2, 'c': 1})",
    ]);
    const chain = new py.ChainMap(py.dict({ lr: 1 }), py.dict({ lr: 2, n: 3 }));
    chain.set('n', 4);
    expect([chain.at('lr'), chain.at('n'), chain.size, [...chain.keys()].sort()]).toEqual([1, 4, 2, ['lr', 'n']]);
    const left: string[] = [];
    const stack = new py.ExitStack();
    stack.callback((name: string) => left.push(name), 'first');
    stack.enter_context({ __enter__: () => 1, __exit__: (_kind, error) => left.push(String(error)) > 0 });
    expect(stack.__exit__(Error, 'an error')).toBe(true);
    expect(left).toEqual(['an error', 'first']);
  });

  it('tells values and errors apart as Python does', () => {
    expect(py.statistics.quantiles([3, 1, 4, 1, 5, 9, 2, 6])).toEqual([1.25, 3.5, 5.75]);
    expect(py.statistics.multimode([1, 1, 2, 2, 3])).toEqual([1, 2]);
    expect(py.sorted([3, 1, 2], { key: py.cmp_to_key((x, y) => (y as number) - (x as number)) })).toEqual([3, 2, 1]);
    expect(() => py.exactly([1, 2, 3], 2)).toThrow('too many values to unpack (expected 2)');
    expect(() => py.exactly([1], 2)).toThrow('not enough values to unpack (expected 2, got 1)');
    const error = py.error_of(py.ValueError, 5, 'a');
    expect([str(error), repr(error), repr(py.args_of(error))]).toEqual(["(5, 'a')", "ValueError(5, 'a')", "(5, 'a')"]);
    expect(py.catches(error, [py.KeyError, py.ValueError])).toBe(true);
    expect([repr(py.type_of([])), repr(py.type_of(1)), py.ascii('é≤')]).toEqual(["<class 'list'>", "<class 'int'>", "'\\xe9\\u2264'"]);
    expect(py.invoke(10, 'bit_length')).toBe(4);
    expect(py.frozenset([1, 2]).__eq__(py.set([2, 1]))).toBe(true);
  });
});

it('rows are written to what has a method for it', () => {
  const told: string[] = [];
  const writer = py.csv.writer({ write: (text: string) => told.push(text) });
  writer.writerow(['a', 1, 'b,c']);
  expect(told).toEqual(['a,1,"b,c"\r\n']);
  for (const make of [py.csv.writer, py.csv.DictWriter]) expect(() => make(5 as never)).toThrow('argument 1 must have a "write" method');
});
