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

/** How many sums are added up, each to the next one when sixteen elements are in it. */
const LEVELS = 8;

/** Adds an element to the first sum, and full sums to the next ones, as PyTorch does at the place `i` of its loop. */
function addAt(i: number, value: number, levels: Float32Array | Float64Array): void {
  levels[0] += value;
  for (let j = 0; j + 1 < LEVELS && !(i & (15 << (4 * j))); j++) {
    levels[j + 1] += levels[j];
    levels[j] = 0;
  }
}

/** @see FusedKernels.pickClasses */
export function pickClasses(
  x: View | null,
  target: View,
  weight: View | null,
  classes: number,
  ignored: number,
  terms: View,
  sums: View,
): boolean {
  if (!arePlain(target, [x, weight, terms])) return false;
  const [from, w] = [x && dataOf(x.storage), weight && dataOf(weight.storage)];
  const toTerms = dataOf(terms.storage);
  toTerms.fill(0);
  // Those of the terms and those of the weights.
  const levels = [new terms.dtype.array(LEVELS), new terms.dtype.array(LEVELS)] as [Float64Array, Float64Array];
  const areClasses = eachTarget(target, classes, ignored, (i, place, t) => {
    const scale = w ? w[weight!.offset + t] : 1;
    // What is added is rounded before, as it lies in memory.
    if (from) toTerms[i] = -(from[x!.offset + place] * scale);
    addAt(i, toTerms[i], levels[0]);
    addAt(i, scale, levels[1]);
  });
  const toSums = dataOf(sums.storage);
  levels.forEach((level, k) => {
    toSums[k] = 0;
    for (const part of level) toSums[k] += part;
  });
  return areClasses;
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
