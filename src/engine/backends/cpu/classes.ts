/** Target classes: what each of them picks, and what goes to its place. */
import { numel } from '../../shape.js';
import type { View } from '../backend.js';
import { dataOf } from './buffer.js';

/** Whether the elements are read and written as they lie in memory. */
const arePlain = (target: View, floats: readonly (View | null)[]): boolean =>
  !target.dtype.load && floats.every((x) => !x || (!x.dtype.load && !x.dtype.store));

/**
 * Calls `body` for each target that is not ignored, with its number and its place in [N, C, …]. Returns false when a target is no
 * class.
 */
function eachTarget(target: View, classes: number, ignored: number, body: (i: number, place: number, t: number) => void): boolean {
  const data = dataOf(target.storage);
  const count = numel(target.sizes);
  // The targets of one sample are those of its places.
  const places = target.sizes.length > 1 ? count / target.sizes[0] : 1;
  for (let i = 0; i < count; i++) {
    const t = data[target.offset + i];
    if (t === ignored) continue;
    if (!(t >= 0 && t < classes)) return false;
    body(i, (Math.floor(i / places) * classes + t) * places + (i % places), t);
  }
  return true;
}

/** @see FusedKernels.pickClasses */
export function pickClasses(
  x: View | null,
  target: View,
  weight: View | null,
  classes: number,
  ignored: number,
  weights: View,
  terms: View,
): boolean {
  if (!arePlain(target, [x, weight, weights])) return false;
  const [from, w] = [x && dataOf(x.storage), weight && dataOf(weight.storage)];
  const [toWeights, toTerms] = [weights, terms].map(({ storage }) => dataOf(storage)) as [Float64Array, Float64Array];
  toWeights.fill(0);
  toTerms.fill(0);
  return eachTarget(target, classes, ignored, (i, place, t) => {
    const scale = w ? w[weight!.offset + t] : 1;
    toWeights[i] = scale;
    if (from) toTerms[i] = -(from[x!.offset + place] * scale);
  });
}

/** @see FusedKernels.placeClasses */
export function placeClasses(g: View, target: View, weight: View | null, ignored: number, dx: View): boolean {
  if (!arePlain(target, [g, weight, dx])) return false;
  const [from, w, to] = [dataOf(g.storage), weight && dataOf(weight.storage), dataOf(dx.storage)];
  const step = numel(g.sizes) === 1 ? 0 : 1;
  const classes = dx.sizes.length === 1 ? dx.sizes[0] : dx.sizes[1];
  return eachTarget(target, classes, ignored, (i, place, t) => {
    to[dx.offset + place] = from[g.offset + i * step] * -(w ? w[weight!.offset + t] : 1);
  });
}
