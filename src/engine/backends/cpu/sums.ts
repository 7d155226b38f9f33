/**
 * Sums of float32 in the order in which PyTorch adds, with every step rounded to float32, so that they have its bits. This is
 * for sums that are too small, or lie too oddly, for WebAssembly (`wasm/cascade.ts`).
 */
import type { TypedArray } from '../../dtype.js';
import type { View } from '../backend.js';
import { dataOf } from './buffer.js';
import { walk } from './plan.js';
import { powerOf } from './wasm/cascade.js';

/** A dim: its size, and the steps of the elements and of the results; these are 0 where it is added up. */
interface Dim {
  size: number;
  step: number;
  result: number;
}

const round = Math.fround;

/** The levels of partial sums: a level is added to the next one when it is full. */
const LEVELS = 4;
const levels = new Float32Array(LEVELS);
const LANES = 8;
const lanes = new Float32Array(LANES);

/** The sum of `n` elements, one after the other; of many, in levels. */
function chain(data: TypedArray, at: number, step: number, n: number): number {
  const power = powerOf(n);
  const span = 1 << power;
  let sum = 0;
  if (n < span) {
    for (let i = 0, k = at; i < n; i++, k += step) sum = round(sum + data[k]);
    return sum;
  }
  levels.fill(0);
  let i = 0;
  for (let k = at; i < n;) {
    const end = Math.min(n, i + span);
    const isWhole = end - i === span;
    for (; i < end; i++, k += step) sum = round(sum + data[k]);
    if (!isWhole) break;
    levels[0] = sum;
    sum = 0;
    for (let j = 1; j < LEVELS; j++) {
      levels[j] += levels[j - 1];
      levels[j - 1] = 0;
      if (i & ((span - 1) << (j * power))) break;
    }
  }
  for (let j = 1; j < LEVELS; j++) sum = round(sum + levels[j]);
  return sum;
}

/** The sum of `n` elements, in four parts. */
function parts(data: TypedArray, at: number, step: number, n: number): number {
  const each = n >> 2;
  let sum = chain(data, at, 4 * step, each);
  for (let i = 4 * each; i < n; i++) sum = round(sum + data[at + i * step]);
  for (let p = 1; p < 4; p++) sum = round(sum + chain(data, at + p * step, 4 * step, each));
  return sum;
}

/** The sum of elements that lie side by side: as for vectors of eight. */
function sideBySide(data: TypedArray, at: number, n: number): number {
  const vectors = n >> 3;
  let sum = 0;
  for (let i = 8 * vectors; i < n; i++) sum = round(sum + data[at + i]);
  for (let lane = 0; lane < 8; lane++) sum = round(sum + parts(data, at + lane, 8, vectors));
  return sum;
}

const none: Dim = { size: 1, step: 0, result: 0 };

/** The dims in PyTorch's order, the innermost first: those that are added up come before the others. */
function ordered(x: View, dims: readonly number[]): Dim[] {
  const all: Dim[] = [];
  for (let d = x.sizes.length - 1, result = 1; d >= 0; d--) {
    const isKept = !dims.includes(d);
    if (x.sizes[d] !== 1) all.push({ size: x.sizes[d], step: x.strides[d], result: isKept ? result : 0 });
    if (isKept) result *= x.sizes[d];
  }
  const isReduced = (d: Dim) => (d.result === 0 ? 0 : 1);
  all.sort((a, b) => isReduced(a) - isReduced(b) || (a.result === 0 ? a.step - b.step : a.result - b.result));
  const merged: Dim[] = [];
  for (const d of all) {
    const last = merged.at(-1);
    if (last && d.step === last.size * last.step && d.result === last.size * last.result) last.size *= d.size;
    else merged.push({ ...d });
  }
  return merged;
}

/** Adds the sums of `x` over `dims` to the results, which lie side by side in `target`. */
export function addUp(x: View, dims: readonly number[], target: TypedArray, to: number): void {
  const [inner = none, next = none, ...outer] = ordered(x, dims);
  const data = dataOf(x.storage);
  const { size, step } = inner;
  const isAcross = step !== 1 || size < 8;
  // Columns that are added up side by side are not cut into four parts.
  const together = !isAcross ? 0 : next.step === 1 && next.size >= 8 ? next.size & -32 : step < next.step ? 0 : next.size & -4;
  walk(
    outer.map((d) => d.size),
    [outer.map((d) => d.step), outer.map((d) => d.result)],
    [x.offset, to],
    ([at, result]) => {
      if (inner.result !== 0) {
        for (let j = 0; j < next.size; j++)
          for (let i = 0; i < size; i++) target[result + j * next.result + i * inner.result] += data[at + j * next.step + i * step];
        return;
      }
      for (let j = 0, a = at, r = result; j < next.size; j++, a += next.step, r += next.result) {
        target[r] += !isAcross ? sideBySide(data, a, size) : (j < together ? chain : parts)(data, a, step, size);
      }
    },
  );
}

/** The sum of the squares of elements that lie side by side, lane by lane; what is left over is multiplied and added at once. */
function squaresSideBySide(data: TypedArray, at: number, n: number): number {
  const whole = n - (n % LANES);
  lanes.fill(0);
  for (let i = 0; i < whole; i++) lanes[i % LANES] += round(data[at + i] * data[at + i]);
  let sum = lanes[0];
  for (let i = 1; i < LANES; i++) sum = round(sum + lanes[i]);
  for (let i = whole; i < n; i++) sum = round(sum + (whole > 0 ? data[at + i] * data[at + i] : round(data[at + i] * data[at + i])));
  return sum;
}

/** As `addUp`, for squares: along other dims than the last one they are added one after the other. */
export function addUpSquares(x: View, dims: readonly number[], target: TypedArray, to: number): void {
  const [inner = none, ...outer] = ordered(x, dims);
  const data = dataOf(x.storage);
  const isRow = inner.step === 1 && inner.result === 0 && outer.every((d) => d.result !== 0);
  outer.reverse();
  walk(
    outer.map((d) => d.size),
    [outer.map((d) => d.step), outer.map((d) => d.result)],
    [x.offset, to],
    ([at, result]) => {
      if (isRow) target[result] = squaresSideBySide(data, at, inner.size);
      else
        for (let i = 0, k = at, r = result; i < inner.size; i++, k += inner.step, r += inner.result) target[r] += round(data[k] * data[k]);
    },
  );
}
