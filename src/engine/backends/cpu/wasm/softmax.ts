/** Softmax of rows in float32: WebAssembly computes the powers and the shares; sums are kept in doubles. */
import type { TypedArray } from '../../../dtype.js';
import { rowKernels } from './folds.js';
import { CHUNK, FEWEST, runnable, STEP, type Run } from './maps.js';
import { toRead, toWrite, written } from './reach.js';
import { RESERVED, stage } from './staging.js';
import { exp } from './vector/functions/exponential.js';
import { arg, mul, sub } from './vector/nodes.js';

interface Steps {
  /** e^(x − m), with one number m for each row. */
  readonly powers: Run;
  /** x · m */
  readonly shares: Run;
  /** x − m − l */
  readonly logarithms: Run;
}
let made: Steps | null | undefined;

function make(): Steps | null {
  const [powers, shares, logarithms] = [
    runnable(exp(sub(arg(0), arg(1)))),
    runnable(mul(arg(0), arg(1))),
    runnable(sub(sub(arg(0), arg(1)), arg(2))),
  ];
  return powers && shares && logarithms && { powers, shares, logarithms };
}

/**
 * Writes the softmax of each row (or its logarithm) to `out`. Both arrays have rows of `n`, one behind the other. Returns
 * false, and changes nothing, when loops are quicker or there is no WebAssembly.
 */
export function softmaxRows(data: TypedArray, at: number, rows: number, n: number, log: boolean, out: TypedArray, to: number): boolean {
  if (rows * n < FEWEST || n < 8 || n > CHUNK) return false;
  const steps = (made ??= make());
  const run = rowKernels();
  if (!steps || !run) return false;
  const height = Math.floor(CHUNK / n);
  // The layout: the result, the rows, the greatest element of each row, the scale of each row, and the answers of row kernels,
  // four floats for each row.
  const floats = stage(2 * STEP + 6 * height);
  const [result, source] = [RESERVED / 4, RESERVED / 4 + STEP];
  const [answers, greatest] = [source + STEP, source + STEP + 4 * height];
  const scales = greatest + height;
  const doubles = new Float64Array(floats.buffer, 4 * answers, 2 * height);
  for (let r = 0; r < rows; r += height) {
    const h = Math.min(height, rows - r);
    const from = at + r * n;
    const x = toRead(floats, data, from, h * n, source);
    const y = toWrite(out, to + r * n, result);
    run.maxRows(x, 4 * n, h, n, 4 * answers);
    for (let i = 0; i < h; i++) floats[greatest + i] = largest(floats, answers + 4 * i);
    const ofRows = [x, 4 * n, 1, 4 * greatest, 4, 0] as const;
    // For the logarithm the powers go to other memory: they are not the result, and `out` may be the input rows.
    const powers = log ? 4 * result : y;
    steps.powers(powers, 4 * n, h, n, ...ofRows);
    run.sumRows(powers, 4 * n, h, n, 0, 4 * answers);
    for (let i = 0; i < h; i++) {
      const sum = doubles[2 * i] + doubles[2 * i + 1];
      floats[scales + i] = log ? Math.log(sum) : 1 / sum;
    }
    if (log) steps.logarithms(y, 4 * n, h, n, ...ofRows, 4 * scales, 4, 0);
    else steps.shares(y, 4 * n, h, n, y, 4 * n, 1, 4 * scales, 4, 0);
    written(floats, out, to + r * n, h * n, result);
  }
  return true;
}

/** The greatest of four numbers; NaN wins over all. */
function largest(floats: Float32Array, at: number): number {
  return Math.max(floats[at], floats[at + 1], floats[at + 2], floats[at + 3]);
}
