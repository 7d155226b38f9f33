/** Softmax of rows in float32: WebAssembly computes the powers, sums are kept in doubles. */
import type { TypedArray } from '../../../dtype.js';
import { CHUNK, FEWEST, runnable, STEP, type Run } from './maps.js';
import { RESERVED, stage } from './staging.js';
import { exp } from './vector/functions/exponential.js';
import { arg, sub } from './vector/nodes.js';

/** e^(x − m), where m is one number a row. */
let powers: Run | null | undefined;

/**
 * Writes the softmax of each row (or its logarithm) to `out`; both are rows of `n`, one behind the other.
 * False where loops are quicker, or there is no WebAssembly: nothing was done then.
 */
export function softmaxRows(data: TypedArray, at: number, rows: number, n: number, log: boolean, out: TypedArray, to: number): boolean {
  if (rows * n < FEWEST || n < 8 || n > CHUNK) return false;
  powers ??= runnable(exp(sub(arg(0), arg(1))));
  if (!powers) return false;
  const floats = stage(3 * STEP);
  const place = RESERVED / 4;
  const greatest = place + 2 * STEP;
  const height = Math.floor(CHUNK / n);
  for (let r = 0; r < rows; r += height) {
    const h = Math.min(height, rows - r);
    const from = at + r * n;
    floats.set(data.subarray(from, from + h * n), place + STEP);
    for (let i = 0; i < h; i++) floats[greatest + i] = maximum(floats, place + STEP + i * n, n);
    powers(4 * place, 4 * n, h, n, 4 * (place + STEP), 4 * n, 1, 4 * greatest, 4, 0);
    for (let i = 0; i < h; i++) {
      const row = place + i * n;
      const start = to + (r + i) * n;
      let sum = 0;
      for (let j = row; j < row + n; j++) sum += floats[j];
      const most = floats[greatest + i];
      const power = Math.log(sum);
      const share = 1 / sum;
      if (log) for (let j = 0; j < n; j++) out[start + j] = floats[row + STEP + j] - most - power;
      else for (let j = 0; j < n; j++) out[start + j] = floats[row + j] * share;
    }
  }
  return true;
}

/** The greatest of n elements; NaN wins over all. */
function maximum(floats: Float32Array, at: number, n: number): number {
  let most = -Infinity;
  for (let i = at; i < at + n; i++) {
    const v = floats[i];
    if (v > most || v !== v) most = v;
  }
  return most;
}
