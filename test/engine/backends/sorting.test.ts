import { describe, expect, it } from 'vitest';
import * as torch from '../../../src/engine/index.js';

/** What a stable `sort` promises, by comparisons: equal elements keep their order, NaN is greater than all numbers. */
function compared(values: readonly number[], descending: boolean): number[] {
  const sign = descending ? -1 : 1;
  const compare = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : Number(Number.isNaN(a)) - Number(Number.isNaN(b)));
  return values.map((_, i) => i).sort((i, j) => sign * compare(values[i]!, values[j]!) || i - j);
}

const SPECIAL = [0, -0, NaN, Infinity, -Infinity, 1e-45, -1e-45, 3.4e38, -3.4e38];
const numbers = (n: number, make: (i: number) => number): number[] => Array.from({ length: n }, (_, i) => make(i));
const drawn = (i: number, range: number): number => ((i * 1103515245 + 12345) % 65536) - range / 2;

const cases: readonly (readonly [name: string, values: number[], dtype: typeof torch.float32])[] = [
  ['floats', numbers(2000, (i) => drawn(i, 65536) / 7), torch.float32],
  ['floats among which are special ones', numbers(999, (i) => (i % 5 ? drawn(i, 65536) : SPECIAL[i % 9]!)), torch.float32],
  ['few different floats', numbers(700, (i) => (i * 7) % 3), torch.float32],
  ['equal floats', numbers(300, () => 1.5), torch.float32],
  ['halves', numbers(600, (i) => drawn(i, 65536) / 64), torch.float16],
  ['doubles', numbers(600, (i) => drawn(i, 65536) / 7), torch.float64],
  ['whole numbers', numbers(1500, (i) => drawn(i, 65536) * 30_000), torch.int64],
  ['whole numbers of more than 32 bits', numbers(400, (i) => drawn(i, 65536) * 2 ** 30), torch.int64],
  ['bytes', numbers(500, (i) => (i * 37) % 256), torch.uint8],
];

describe('sort', () => {
  it.each(cases)('%s, upwards and downwards', (_, given, dtype) => {
    const x = torch.tensor(given, { dtype });
    const held = x.tolist() as number[];
    for (const descending of [false, true]) {
      const [sorted, places] = x.sort({ dim: 0, descending, stable: true });
      const wanted = compared(held, descending);
      expect(places!.tolist()).toEqual(wanted);
      expect(sorted!.tolist()).toEqual(wanted.map((i) => held[i]));
    }
  });

  it('sorts each row', () => {
    const rows = numbers(3, (r) => r).map((r) => numbers(400, (i) => drawn(i + 400 * r, 65536)));
    const [sorted] = torch.tensor(rows, { dtype: torch.float32 }).sort(1);
    expect(sorted!.tolist()).toEqual(rows.map((row) => row.toSorted((a, b) => a - b)));
  });
});
