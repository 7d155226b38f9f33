import { describe, expect, it } from 'vitest';
import { nativeOf, TorchError } from '../../../src/engine/errors.js';
import { python } from '../../../src/engine/python/given.js';
import { faultIn } from '../../../src/engine/python/jsonFault.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- helpers are given what they do not take
const py = python as any;
const all = (x: unknown): unknown[] => [...(x as Iterable<unknown>)];

/** What Python 3.11 says of the same calls. */
const SAID: readonly [string, () => unknown, string][] = [
  ['a number is joined', () => py.join(',', 5), "TypeError: 'int' object is not iterable"],
  ['a number is mapped over', () => all(py.map((x: unknown) => x, 5)), "TypeError: 'int' object is not iterable"],
  ['a number is called by map', () => all(py.map(5, [1])), "TypeError: 'int' object is not callable"],
  ['a number is called by filter', () => all(py.filter(5, [1])), "TypeError: 'int' object is not callable"],
  ['a number is the key of sorted', () => py.sorted([3, 1], { key: 5 }), "TypeError: 'int' object is not callable"],
  ['a text is the key of max', () => py.max([3, 1], { key: 'a' }), "TypeError: 'str' object is not callable"],
  ['None is called by reduce', () => py.reduce(null, [1, 2]), "TypeError: 'NoneType' object is not callable"],
  ['nothing is reduced', () => py.reduce(Math.max, []), 'TypeError: reduce() of empty iterable with no initial value'],
  ['a number has no length', () => py.len(5), "TypeError: object of type 'int' has no len()"],
  ['a number makes no values', () => new py.defaultdict(5), 'TypeError: first argument must be callable or None'],
  ['a number is no JSON', () => py.json.loads(5), 'TypeError: the JSON object must be str, bytes or bytearray, not int'],
  ['JSON ends too early', () => py.json.loads('{"a":'), 'JSONDecodeError: Expecting value: line 1 column 6 (char 5)'],
  ['batches of none', () => all(py.itertools.batched([1], 0)), 'ValueError: n must be at least one'],
];

describe('helpers of converted programs', () => {
  it.each(SAID)('say what Python says: %s', (_, call, said) => {
    let thrown: unknown;
    try {
      call();
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(TorchError);
    expect(String(thrown)).toBe(said);
  });

  it('keep what JavaScript said for whoever looks for a bug, and show it to no program', () => {
    const thrown = (() => {
      try {
        return py.center('x', 5, Symbol('s'));
      } catch (error) {
        return error as Error;
      }
    })() as Error;
    expect(thrown).toBeInstanceOf(TorchError);
    expect(String(thrown)).toBe('TypeError: center() got arguments that it does not take: (str, int, symbol)');
    expect(nativeOf(thrown)).toBeInstanceOf(TypeError);
    expect(thrown.cause).toBeUndefined();
  });

  it('answer as before, under their names', () => {
    expect(py.sorted([3, 1, 2], { key: (x: number) => -x })).toEqual([3, 2, 1]);
    expect(py.len.name).toBe('len');
    expect(all(py.itertools.chain([1], [2]))).toEqual([1, 2]);
    expect(all(py.itertools.chain.from_iterable([[1], [2]]))).toEqual([1, 2]);
  });
});

it.each([
  ['', 'Expecting value: line 1 column 1 (char 0)'],
  ['{"a":1,}', 'Expecting property name enclosed in double quotes: line 1 column 8 (char 7)'],
  ['[1 2]', "Expecting ',' delimiter: line 1 column 4 (char 3)"],
  ['{"a" 1}', "Expecting ':' delimiter: line 1 column 6 (char 5)"],
  ['"abc', 'Unterminated string starting at: line 1 column 1 (char 0)'],
  ['1 2', 'Extra data: line 1 column 3 (char 2)'],
  ['"\\x"', 'Invalid \\escape: line 1 column 2 (char 1)'],
  ['\n\n [tru]', 'Expecting value: line 3 column 3 (char 4)'],
  ['"a\nb"', 'Invalid control character at: line 1 column 3 (char 2)'],
])('the fault in the JSON %j is told as Python tells it', (text, said) => {
  expect(faultIn(text)).toBe(said);
});
