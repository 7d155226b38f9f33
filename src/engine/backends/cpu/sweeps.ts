import { float32, type TypedArray } from '../../dtype.js';
import { isContiguous, numel, sameSizes } from '../../shape.js';
import type { NumberNode } from '../../kernels/expression.js';
import type { Sweep } from '../../kernels/sweeps.js';
import type { View } from '../backend.js';
import { dataOf } from './buffer.js';
import { sweepLoop } from './codegen.js';
import { FEWEST as FEWEST_OF_FUNCTIONS, FEWEST_OF_ARITHMETIC } from './wasm/maps.js';
import { sweepVectors, type Rows } from './wasm/sweeps.js';

const functions = new Set<string>(['exp', 'tanh']);
const computesFunctions = (v: NumberNode): boolean => {
  if (v.kind === 'call') return functions.has(v.name) || v.of.some(computesFunctions);
  if (v.kind === 'arithmetic') return computesFunctions(v.left) || computesFunctions(v.right);
  return v.kind === 'negate' && computesFunctions(v.of);
};

const fewest = new Map<Sweep, number>();

/** Fewer elements than this are quicker in a loop of JavaScript: the same number as for the kernels that a sweep stands for. */
function fewestOf(sweep: Sweep): number {
  let n = fewest.get(sweep);
  if (n === undefined)
    fewest.set(sweep, (n = sweep.writes.some(([, value]) => computesFunctions(value)) ? FEWEST_OF_FUNCTIONS : FEWEST_OF_ARITHMETIC));
  return n;
}

/** How many rows each of the views is. Null where one of them is no rows of elements side by side. */
function rowsOf(arrays: readonly View[]): { rows: number; columns: number } | null {
  const [{ sizes }] = arrays as [View];
  if (arrays.every((x) => isContiguous(x.sizes, x.strides))) return { rows: 1, columns: numel(sizes) };
  if (sizes.length !== 2 || arrays.some((x) => x.strides[1] !== 1)) return null;
  return { rows: sizes[0], columns: sizes[1] };
}

/** @see FusedKernels.sweep */
export function sweep(formulas: Sweep, arrays: readonly View[], params: readonly number[]): boolean {
  const [{ dtype, sizes }] = arrays as [View];
  if (!dtype.is_floating_point || dtype.store) return false;
  for (const x of arrays) if (x.dtype !== dtype || !sameSizes(x.sizes, sizes)) return false;
  const shape = rowsOf(arrays);
  if (!shape) return false;
  const { rows, columns } = shape;
  const all = arrays.map((x): Rows => ({ data: dataOf(x.storage), at: x.offset, step: rows === 1 ? columns : x.strides[0] }));
  if (rows * columns >= fewestOf(formulas) && dtype === float32 && sweepVectors(formulas, all, rows, columns, params)) return true;
  const loop = sweepLoop(formulas, arrays.length, dtype);
  const args: (TypedArray | number)[] = [];
  for (let r = 0; r < rows; r++) {
    for (let i = 0; i < all.length; i++) {
      const { data, at, step } = all[i];
      args[2 * i] = data;
      args[2 * i + 1] = at + r * step;
    }
    loop(columns, params, ...args);
  }
  return true;
}
