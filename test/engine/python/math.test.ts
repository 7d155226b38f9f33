import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { math } from '../../../src/engine/python/math.js';

type Case = [name: keyof typeof math, args: unknown[], expected: number];

const cases = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, 'elementary.json'), 'utf8')) as Case[];
/** glibc itself rounds to the other side about once in some hundred times. */
const OTHERWISE = 0.01;

describe("Python's math", () => {
  it.each([...new Set(cases.map(([name]) => name))])('%s has the digits of a C library', (name) => {
    const own = cases.filter(([one]) => one === name);
    const differ = own.filter(([, args, expected]) => (math[name] as (...args: unknown[]) => number)(...args) !== expected);
    expect(differ.length, JSON.stringify(differ.slice(0, 3))).toBeLessThanOrEqual(OTHERWISE * own.length);
  });

  it('adds up exactly, and rounds once', () => {
    for (const [, args, expected] of cases.filter(([name]) => name === 'fsum')) expect(math.fsum(args[0] as number[])).toBe(expected);
  });

  it('has numbers at the ends of what doubles hold', () => {
    expect(math.exp(-800)).toBe(0);
    expect(() => math.exp(800)).toThrow('math range error');
    expect(math.log(5e-324)).toBe(-744.4400719213812);
    expect(math.log(Number.MAX_VALUE)).toBe(709.782712893384);
    expect([math.pow(2, -1074), math.pow(-2, 3), math.pow(0, 0), math.pow(1, NaN), math.pow(10, -5)]).toEqual([5e-324, -8, 1, 1, 1e-5]);
    expect([math.sin(0), math.cos(0), math.tan(-0), math.atan(Infinity)]).toEqual([0, 1, -0, Math.PI / 2]);
  });
});
