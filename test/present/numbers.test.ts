import { describe, expect, it } from 'vitest';
import { percent } from '../../src/present/comparison.js';
import { axisText, elementText, number } from '../../src/present/numbers.js';
import { bytes, duration } from '../../src/present/quantities.js';
import { typeText } from '../../src/present/shapes.js';
import { elementsText, flowText, rangeText, summaryText } from '../../src/present/summaries.js';
import { summarize } from '../webview/fixtures/builder.js';

describe('a number', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [3, '3'],
    [999_999, '999999'],
    [1_234_567, '1.23e6'],
    [0.69314, '0.6931'],
    [0.1 + 0.2, '0.3000'],
    [-12.3456, '-12.346'],
    [1234.56, '1234.6'],
    [0.000012, '1.20e-5'],
    [1e300 + 0.5, '1.00e300'],
    [Number.NaN, 'nan'],
    [-Infinity, '-inf'],
    ['inf' as const, 'inf'],
    [null, '–'],
  ])('%s is "%s"', (value, text) => {
    expect(number(value)).toBe(text);
  });

  it.each([
    [0.69314, '0.69'],
    [-12.3456, '-12.3'],
    [123.4, '123'],
    [9999, '9999'],
    [12345, '1e4'],
    [0.004, '4e-3'],
  ])('%s is "%s" where there is little room', (value, text) => {
    expect(number(value, 2)).toBe(text);
  });

  it('never takes more than eight characters, and its sign', () => {
    for (let exponent = -12; exponent < 12; exponent += 0.25)
      for (const factor of [1, 1.23456, 9.99996]) expect(number(factor * 10 ** exponent).length, `${factor}e${exponent}`).toBeLessThan(9);
  });

  it('that is an element is written as its dtype is', () => {
    expect([elementText('bool')(1), elementText('int64')(12_345_678), elementText('float32')(0.5)]).toEqual(['True', '12345678', '0.5000']);
  });
});

describe('amounts', () => {
  it('of memory count 1,024 bytes as a kilobyte, as VS Code does', () => {
    expect([12, 1536, 2048, 2 * 1024 ** 2, 123 * 1024 ** 2, 3 * 1024 ** 4].map(bytes)).toEqual([
      '12 B',
      '1.5 KB',
      '2.0 KB',
      '2.0 MB',
      '123 MB',
      '3072 GB',
    ]);
  });

  it('of time have three digits, from microseconds to seconds', () => {
    expect([0, 0.01234, 3.456, 999, 1500, 61_000].map(duration)).toEqual(['0 ms', '12.3 µs', '3.46 ms', '999 ms', '1.5 s', '61 s']);
  });
});

describe('tensors in a few words', () => {
  it('have a type', () => {
    expect([typeText('float32', [2, 3]), typeText('int64', []), typeText('float32', [2, 3], ['N', ''])]).toEqual([
      'float32[2, 3]',
      'int64',
      'float32[N=2, 3]',
    ]);
  });

  it('have a value, or a range', () => {
    expect(summaryText(summarize([1], [0.5]))).toBe('0.5000');
    expect(summaryText(summarize([3], [1, 2, NaN]))).toBe('1 to 2, mean 1.5000, 1 NaN');
    expect(summaryText(null)).toBe('none');
    expect(elementsText(summarize([2], [0.12345, 2]), 3)).toBe('[0.123, 2]');
    expect(rangeText(summarize([2], [0.12345, 2]), 2)).toBe('0.12 … 2');
    expect(flowText(summarize([2], [0.5, -0.25]))).toBe('[0.5000, -0.2500]');
  });
});

describe('numbers beside an axis', () => {
  it.each([
    [0, '0'],
    [0.25, '0.25'],
    [-2.5, '-2.5'],
    [2.30251, '2.30251'],
    [2.30252, '2.30252'],
    [12000, '12000'],
    [10_000_000, '1e7'],
    [0.0000001, '1e-7'],
    [0.00012, '1.2e-4'],
  ])('%s is "%s"', (value, text) => {
    expect(axisText(value)).toBe(text);
    expect(text.length).toBeLessThanOrEqual(8);
  });
});

describe('a change', () => {
  it.each([
    [0.125, '12.5 %'],
    [0, '0 %'],
    [0.333333, '33.3 %'],
    [9.99, '999 %'],
    [439.087, '439 ×'],
  ])('of %s is "%s"', (share, text) => {
    expect(percent(share)).toBe(text);
  });
});
