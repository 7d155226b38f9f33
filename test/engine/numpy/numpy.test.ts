import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import * as torch from '../../../src/engine/index.js';
import { np } from '../../../src/engine/numpy/index.js';
import { dict, fmt, repr, set, str, tuple } from '../../../src/engine/python/index.js';
import { remember } from '../../../src/engine/startOver.js';
import { OPERATORS, compare, operate, operateInPlace, truth } from '../../../src/engine/operators/meaning.js';

type Case = readonly [expression: string, repr: string, str: string | null];
// makeCases.py wrote this file.
const cases = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, 'cases.json'), 'utf8')) as Case[];
const valueOf = (expression: string): unknown => new Function('np', `return (${expression});`)(np) as unknown;

describe('what NumPy prints', () => {
  it.each(cases)('%s', (expression, shown, text) => {
    const value = valueOf(expression);
    expect(repr(value)).toBe(shown);
    if (text !== null) expect(str(value)).toBe(text);
  });
});

describe('an array', () => {
  it('shares its elements with a tensor', () => {
    const t = torch.zeros(2);
    const a = np.from_tensor(t);
    a[0] = 5;
    t[1] = torch.tensor(7);
    expect(str(a)).toBe('[5. 7.]');
    expect(String(torch.from_numpy(a as never))).toBe('tensor([5., 7.])');
    const shared = torch.as_tensor(a as never);
    shared[0] = torch.tensor(1);
    expect(str(a)).toBe('[1. 7.]');
    expect(np.ndarray[Symbol.hasInstance](shared)).toBe(false);
    expect(() => np.from_tensor(torch.ones(1, { requires_grad: true }))).toThrow(/Use tensor.detach\(\).numpy\(\) instead/);
  });

  it('is a tensor where it meets one', () => {
    const sum = operate(OPERATORS.add, torch.ones(2), np.ones(2));
    expect(String(sum)).toBe('tensor([2., 2.], dtype=torch.float64)');
    expect(String(operate(OPERATORS.mul, np.float64(2), torch.tensor([1, 2])))).toBe('tensor([2., 4.])');
    expect(String(operate(OPERATORS.mul, torch.tensor(1.5), np.float64(2)))).toBe('tensor(3.)');
    expect(String(torch.FloatTensor(np.arange(2)))).toBe('tensor([0., 1.])');
  });

  it('has the rules of NumPy for operators, truth and changes in place', () => {
    const a = np.arange(3);
    expect(repr(operate(OPERATORS.div, 1, np.array([2, 3])))).toBe('array([0.5       , 0.33333333])');
    expect(repr(operate(OPERATORS.mul, a, np.float32(0.5)))).toBe('array([0. , 0.5, 1. ])');
    expect(repr(compare(a, 1, false))).toBe('array([False,  True, False])');
    operateInPlace(OPERATORS.add, a, 10);
    expect(repr(a)).toBe('array([10, 11, 12])');
    expect(() => operateInPlace(OPERATORS.add, a, 0.5)).toThrow(
      /Cannot cast ufunc 'add' output from dtype\('float64'\) to dtype\('int64'\)/,
    );
    expect(() => truth(a)).toThrow('The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()');
    const number = np.sum(a);
    expect(repr(operateInPlace(OPERATORS.add, number, 1))).toBe('np.int64(34)');
    expect(repr(number)).toBe('np.int64(33)');
  });

  it('is cut backwards, by masks and by lists', () => {
    const a = np.arange(6);
    expect(repr(a['4:1:-2'])).toBe('array([4, 2])');
    a['::-1'] = np.arange(6);
    expect(repr(a)).toBe('array([5, 4, 3, 2, 1, 0])');
    expect(repr(a.index(np.greater(a, 3)))).toBe('array([5, 4])');
    expect(() => a[9]).toThrow('index 9 is out of bounds for axis 0 with size 6');
    expect(() => np.arange(6).reshape(4, 2)).toThrow('cannot reshape array of size 6 into shape (4,2)');
    expect(() => np.zeros(2, { type: 1 })).toThrow("zeros() got an unexpected keyword argument 'type'");
  });

  it('takes a tuple as several indices, and a list as one', () => {
    const a = np.zeros([2, 2]);
    a.index_put_([tuple(0, 1)], 5);
    expect(repr(a)).toBe('array([[0., 5.],\n       [0., 0.]])');
    expect(repr(a.index(tuple(0, 1)))).toBe('np.float64(5.0)');
    expect(repr(a.index([0, 1]).shape)).toBe('(2, 2)');
    expect(torch.is_tensor(a)).toBe(false);
  });

  it('gives numbers that are keys, and are formatted, as numbers are', () => {
    const [one] = np.array([3]) as Iterable<unknown>;
    expect(dict([[3, 'x']]).get(one as number)).toBe('x');
    expect(str(set([one as number, 3]))).toBe('{3}');
    expect(fmt(np.float32(0.1))).toBe('0.1');
    expect(fmt(np.mean(np.array([1, 2])), '.3f')).toBe('1.500');
    expect(repr(np.dtype_of(np.float32(1)))).toBe("dtype('float32')");
  });
});

describe('np.random', () => {
  it('goes on where it was when a program runs once more', async () => {
    np.random.seed(5);
    const asBefore = remember();
    const draws = () => Promise.resolve(repr(np.random.randn(3)));
    expect(await asBefore(draws)).toBe(await asBefore(draws));
    expect(await draws()).not.toBe(await asBefore(draws));
    expect(() => np.random.choice(2, 3, false)).toThrow("Cannot take a larger sample than population when 'replace=False'");
  });
});
