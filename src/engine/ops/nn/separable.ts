import { kernels } from '../../backends/dispatch.js';
import { numel } from '../../shape.js';
import { Tensor } from '../../tensor/tensor.js';
import { dense } from '../pointwise.js';

/**
 * Linear maps that work on every spatial dim separately: resizing, adaptive means. For each output of a dim: the inputs
 * that it depends on, and their weights.
 */
export type Taps = (readonly (readonly [index: number, weight: number])[])[];

/** The map of one dim as a matrix [outputs, inputs]. */
function matrix(taps: Taps, inputs: number, { dtype, device }: Tensor): Tensor {
  const m = new Float64Array(taps.length * inputs);
  taps.forEach((list, o) => {
    for (const [i, weight] of list) m[o * inputs + i] += weight;
  });
  return Tensor.of(m, [taps.length, inputs], dtype, device);
}

/** True when the outputs equal the inputs, one by one. */
const isIdentity = (taps: Taps, inputs: number): boolean =>
  taps.length === inputs && taps.every((list, o) => list.length === 1 && list[0][0] === o && list[0][1] === 1);

/** The tensor [outer, n, inner], with the middle dim mapped. */
function alongDim(x: Tensor, m: Tensor, d: number): Tensor {
  const outer = numel(x.sizes.slice(0, d));
  const inner = numel(x.sizes.slice(d + 1));
  const [rows, columns] = m.sizes as [number, number];
  const out = Tensor.zeros([outer, rows, inner], x.dtype, x.device);
  const view = dense(x).view([outer, columns, inner]);
  if (numel(out.sizes) > 0 && columns > 0) kernels.matmul(m.expand([outer, rows, columns]), view, out);
  return out.view([...x.sizes.slice(0, d), rows, ...x.sizes.slice(d + 1)]);
}

/**
 * Applies the maps to the last dims of `x`. With `transposed` (the `inputs` of each dim), applies the transposed maps,
 * as gradients need.
 */
export function applySeparable(x: Tensor, taps: readonly Taps[], transposed: boolean, inputs?: readonly number[]): Tensor {
  const first = x.sizes.length - taps.length;
  return taps.reduce((t, map, i) => {
    const n = inputs ? inputs[i] : t.sizes[first + i];
    if (isIdentity(map, n)) return t;
    const m = matrix(map, n, x);
    return alongDim(t, transposed ? m.t() : m, first + i);
  }, dense(x));
}
