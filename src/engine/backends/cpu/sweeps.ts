import { float32, type TypedArray } from '../../dtype.js';
import { isContiguous, numel, sameSizes } from '../../shape.js';
import type { NumberNode } from '../../kernels/expression.js';
import type { Sweep } from '../../kernels/sweeps.js';
import type { View } from '../backend.js';
import { dataOf } from './buffer.js';
import { sweepLoop } from './codegen.js';
import { FEWEST as FEWEST_OF_FUNCTIONS, FEWEST_OF_ARITHMETIC } from './wasm/maps.js';
import { sweepVectors } from './wasm/sweeps.js';

const functions = new Set<string>(['exp', 'tanh']);
const computesFunctions = (v: NumberNode): boolean => {
  if (v.kind === 'call') return functions.has(v.name) || v.of.some(computesFunctions);
  if (v.kind === 'arithmetic') return computesFunctions(v.left) || computesFunctions(v.right);
  return v.kind === 'negate' && computesFunctions(v.of);
};

const fewest = new Map<Sweep, number>();

/** With fewer elements than this, a loop of JavaScript is quicker. The limit is that of the kernels that the sweep replaces. */
function fewestOf(sweep: Sweep): number {
  let n = fewest.get(sweep);
  if (n === undefined)
    fewest.set(sweep, (n = sweep.writes.some(([, value]) => computesFunctions(value)) ? FEWEST_OF_FUNCTIONS : FEWEST_OF_ARITHMETIC));
  return n;
}

/** @see FusedKernels.sweep */
export function sweep(formulas: Sweep, arrays: readonly View[], params: readonly number[]): boolean {
  const [{ dtype, sizes }] = arrays as [View];
  if (!dtype.is_floating_point || dtype.store) return false;
  let isOneRow = true;
  for (const x of arrays) {
    if (x.dtype !== dtype || !sameSizes(x.sizes, sizes)) return false;
    if (isContiguous(x.sizes, x.strides)) continue;
    if (sizes.length !== 2 || x.strides[1] !== 1) return false;
    isOneRow = false;
  }
  // Several rows: the elements of each row lie side by side, and the rows lie evenly apart.
  const [rows, columns] = isOneRow ? [1, numel(sizes)] : (sizes as [number, number]);
  if (dtype === float32 && rows * columns >= fewestOf(formulas) && sweepVectors(formulas, arrays, rows, columns, params)) return true;
  const loop = sweepLoop(formulas, arrays.length, dtype);
  const args: (TypedArray | number)[] = [];
  for (const x of arrays) args.push(dataOf(x.storage), x.offset);
  for (let r = 0; r < rows; r++) {
    loop(columns, params, ...args);
    for (let i = 0; i < arrays.length; i++) (args[2 * i + 1] as number) += arrays[i].strides[0];
  }
  return true;
}
