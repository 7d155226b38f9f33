import { describe, expect, it } from 'vitest';
import { softmaxRows } from '../../../../src/engine/backends/cpu/wasm/softmax.js';
import * as torch from '../../../../src/engine/index.js';

/** The softmax of one row, in float64. */
function exact(row: readonly number[], log: boolean): number[] {
  const most = row.some(Number.isNaN) ? NaN : Math.max(...row);
  const sum = row.reduce((a, v) => a + Math.exp(v - most), 0);
  return row.map((v) => (log ? v - most - Math.log(sum) : Math.exp(v - most) / sum));
}

describe.each([false, true])('softmax of rows, logarithm: %s', (log) => {
  it.each([
    [200, 131],
    [3, 16_384],
    [1100, 8],
    [1, 9001],
  ])('%i rows of %i', (rows, n) => {
    torch.manual_seed(1);
    const data = Float32Array.from(
      torch
        .randn(rows * n + 5)
        .mul(8)
        .tolist() as number[],
    );
    data.set([Infinity, -Infinity, 1], 5);
    if (rows > 3) {
      data.fill(-Infinity, 5 + n, 5 + 2 * n);
      data.set([-Infinity, NaN], 5 + 2 * n);
      data.set([-Infinity, -1e30, 3e38, -0], 5 + 3 * n);
      data.set([-Infinity, -110], 5 + 4 * n);
    }
    const out = new Float32Array(rows * n + 6).fill(7);
    expect(softmaxRows(data, 5, rows, n, log, out, 3)).toBe(true);
    let worst = 0;
    for (let r = 0; r < rows; r++)
      exact([...data.subarray(5 + r * n, 5 + (r + 1) * n)], log).forEach((want, i) => {
        const got = out[3 + r * n + i]!;
        if (Object.is(got, Math.fround(want)) || (Number.isNaN(got) && Number.isNaN(want))) return;
        worst = Math.max(worst, Math.abs(got - want) / Math.max(Math.abs(want), 1e-30));
      });
    expect(worst).toBeLessThan(5e-6);
    expect([...out.subarray(0, 3), ...out.subarray(-3)], 'nothing is written beside the result').toEqual(Array(6).fill(7));
  });

  it('leaves to loops what is small', () => {
    expect(softmaxRows(new Float32Array(100), 0, 10, 10, log, new Float32Array(100), 0)).toBe(false);
    expect(softmaxRows(new Float32Array(4000), 0, 1000, 4, log, new Float32Array(4000), 0)).toBe(false);
  });
});
