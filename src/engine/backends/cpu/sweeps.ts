import { float32, type TypedArray } from '../../dtype.js';
import { isContiguous, numel, sameSizes } from '../../shape.js';
import type { Sweep } from '../../kernels/sweeps.js';
import type { View } from '../backend.js';
import { dataOf } from './buffer.js';
import { sweepLoop } from './codegen.js';
import { sweepVectors } from './wasm/sweeps.js';

/** Fewer elements than this are quicker in a loop of JavaScript. */
const FEWEST = 2048;

/** @see FusedKernels.sweep */
export function sweep(formulas: Sweep, arrays: readonly View[], params: readonly number[]): boolean {
  const [{ dtype, sizes }] = arrays as [View];
  if (!dtype.is_floating_point) return false;
  for (const x of arrays) if (x.dtype !== dtype || !sameSizes(x.sizes, sizes) || !isContiguous(x.sizes, x.strides)) return false;
  const n = numel(sizes);
  if (n >= FEWEST && dtype === float32 && sweepVectors(formulas, arrays, params)) return true;
  const args: (TypedArray | number)[] = [];
  for (const x of arrays) args.push(dataOf(x.storage), x.offset);
  sweepLoop(formulas, arrays.length, dtype)(n, params, ...args);
  return true;
}
