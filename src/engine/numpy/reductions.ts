/**
 * NumPy's reductions of all numbers of an array, or along an axis. They add in NumPy's order, because the last digits
 * depend on it.
 */
import { bool, float16, float32, float64, int64, type DType } from '../dtype.js';
import { half } from '../backends/scalar.js';
import { ValueError } from '../errors.js';
import { quietly } from '../quietly.js';
import { numel, wrapDim } from '../shape.js';
import type { Tensor } from '../tensor/tensor.js';
import { cast, numbersOf, of, result, sizeOf, tensorOf, wholeOf, type ndarray, type Value } from './array.js';
import { functions } from './calling.js';
import { typeOr } from './dtypes.js';
import { elementwise, OPERATIONS } from './elementwise.js';

/** The axes that an argument names, in ascending order; all axes when it is absent. */
export function axesOf(axis: Value, rank: number): number[] {
  if (axis === undefined) return Array.from({ length: rank }, (_, i) => i);
  const all: Value[] = Array.isArray(axis) ? axis : [axis];
  return all.map((one) => wrapDim(wholeOf(one), rank)).sort((a, b) => a - b);
}

/** The number of places along some axes. */
const sizeAlong = ({ sizes }: Tensor, axes: readonly number[]): number => numel(axes.map((one) => sizes[one]));

/** Rows of numbers to reduce: each row holds the numbers along the axes, at one place along the other axes. */
interface Rows {
  readonly values: Float64Array;
  readonly length: number;
  readonly count: number;
  readonly sizes: number[];
  /** True when the numbers of a row are neighbours in the array; then NumPy adds them pairwise. */
  readonly isLast: boolean;
}

export function rowsOf(tensor: Tensor, axis: Value, keepdims = false): Rows {
  const rank = tensor.sizes.length;
  const axes = axesOf(axis, rank);
  const others = Array.from({ length: rank }, (_, i) => i).filter((one) => !axes.includes(one));
  const length = sizeAlong(tensor, axes);
  const order = [...others, ...axes];
  const isMoved = order.some((one, i) => one !== i);
  const values = numbersOf(isMoved ? quietly(() => tensor.permute(order)) : tensor);
  const sizes = keepdims ? tensor.sizes.map((size, i) => (axes.includes(i) ? 1 : size)) : others.map((one) => tensor.sizes[one]);
  const count = sizeAlong(tensor, others);
  return { values, length, count, sizes, isLast: !isMoved };
}

/** Reduces each row to one number. */
function folded(rows: Rows, dtype: DType, fold: (values: Float64Array, from: number, length: number) => number): Tensor {
  return of(
    Float64Array.from({ length: rows.count }, (_, i) => fold(rows.values, i * rows.length, rows.length)),
    rows.sizes,
    dtype,
  );
}

type Round = (x: number) => number;
const exact: Round = (x) => x;
const rounder = (dtype: DType): Round => (dtype === float32 ? Math.fround : dtype === float16 ? half : exact);

/** The sum of neighbouring numbers: up to 128 of them in eight partial sums, more by halves. */
function pairwise(values: ArrayLike<number>, from: number, n: number, round: Round): number {
  if (n < 8) {
    let sum = -0;
    for (let i = 0; i < n; i++) sum = round(sum + values[from + i]);
    return sum;
  }
  if (n <= 128) {
    const parts = Array.from({ length: 8 }, (_, k) => values[from + k]);
    let i = 8;
    for (; i < n - (n % 8); i += 8) for (let k = 0; k < 8; k++) parts[k] = round(parts[k] + values[from + i + k]);
    const [a, b, c, d, e, f, g, h] = parts as [number, number, number, number, number, number, number, number];
    let sum = round(round(round(a + b) + round(c + d)) + round(round(e + f) + round(g + h)));
    for (; i < n; i++) sum = round(sum + values[from + i]);
    return sum;
  }
  const first = Math.floor(n / 2) - (Math.floor(n / 2) % 8);
  return round(pairwise(values, from, first, round) + pairwise(values, from + first, n - first, round));
}

function summed(tensor: Tensor, axis: Value, keepdims: boolean): Tensor {
  const rows = rowsOf(tensor, axis, keepdims);
  const round = rounder(tensor.dtype);
  return folded(rows, tensor.dtype, (values, from, length) => {
    if (rows.isLast) return round(0 + pairwise(values, from, length, round));
    let sum = 0;
    for (let i = 0; i < length; i++) sum = round(sum + values[from + i]);
    return sum;
  });
}

const wholeSum = (dtype: DType): DType => (dtype.is_floating_point || dtype.is_complex ? dtype : int64);

function sum(a: Value, axis: Value, dtype: Value, keepdims = false): ndarray {
  const tensor = tensorOf(a);
  return quietly(() => result(summed(cast(tensor, typeOr(dtype, wholeSum(tensor.dtype))), axis, keepdims)));
}

/** The number of elements in a row. */
const lengthOf = (tensor: Tensor, axis: Value): number => sizeAlong(tensor, axesOf(axis, tensor.sizes.length));

function meanOf(tensor: Tensor, axis: Value, keepdims: boolean): Tensor {
  const dtype = tensor.dtype.is_floating_point ? tensor.dtype : float64;
  const sums = summed(cast(tensor, dtype === float16 ? float32 : dtype), axis, keepdims);
  return cast(sums.div(lengthOf(tensor, axis)), dtype);
}

const mean = (a: Value, axis: Value, dtype: Value, keepdims = false): ndarray =>
  quietly(() => result(meanOf(tensorOf(a, typeOr(dtype, null)), axis, keepdims)));

function varianceOf(a: Value, axis: Value, ddof: number, keepdims: boolean): Tensor {
  const given = tensorOf(a);
  const tensor = given.dtype.is_floating_point ? given : cast(given, float64);
  const rest = tensor.sub(meanOf(tensor, axis, true));
  return summed(rest.mul(rest), axis, keepdims).div(Math.max(0, lengthOf(tensor, axis) - ddof));
}

const variance = (a: Value, axis: Value, ddof = 0, keepdims = false): ndarray => quietly(() => result(varianceOf(a, axis, ddof, keepdims)));
const deviation = (a: Value, axis: Value, ddof = 0, keepdims = false): ndarray =>
  quietly(() => result(varianceOf(a, axis, ddof, keepdims).sqrt()));

/** The position of the first number that no other number beats. NaN beats all numbers. */
const place =
  (name: string, isBetter: (x: number, than: number) => boolean) =>
  (a: Value, axis: Value, keepdims = false): ndarray => {
    const tensor = tensorOf(a);
    if (sizeOf(tensor) === 0) throw new ValueError(`attempt to get ${name} of an empty sequence`);
    return result(
      folded(rowsOf(tensor, axis, keepdims), int64, (values, from, length) => {
        let best = 0;
        for (let i = 1; i < length && !Number.isNaN(values[from + best]); i++)
          if (isBetter(values[from + i], values[from + best]) || Number.isNaN(values[from + i])) best = i;
        return best;
      }),
    );
  };

const extreme =
  (name: string, choose: (...all: number[]) => number) =>
  (a: Value, axis: Value, keepdims = false): ndarray => {
    const tensor = tensorOf(a);
    const rows = rowsOf(tensor, axis, keepdims);
    if (rows.length === 0) throw new ValueError(`zero-size array to reduction operation ${name} which has no identity`);
    return result(
      folded(rows, tensor.dtype, (values, from, length) => {
        let best = values[from];
        for (let i = 1; i < length; i++) best = choose(best, values[from + i]);
        return best;
      }),
    );
  };
const max = extreme('maximum', Math.max);
const min = extreme('minimum', Math.min);

const product = (a: Value, axis: Value, keepdims = false): ndarray => {
  const tensor = tensorOf(a);
  const dtype = wholeSum(tensor.dtype);
  const round = rounder(dtype);
  return result(
    folded(rowsOf(tensor, axis, keepdims), dtype, (values, from, length) => {
      let all = 1;
      for (let i = 0; i < length; i++) all = round(all * values[from + i]);
      return all;
    }),
  );
};

const logic =
  (isAll: boolean) =>
  (a: Value, axis: Value, keepdims = false) =>
    result(
      folded(rowsOf(tensorOf(a), axis, keepdims), bool, (values, from, length) => {
        const row = values.subarray(from, from + length);
        return Number(isAll ? row.every((x) => x !== 0) : row.some((x) => x !== 0));
      }),
    );

/** Replaces each row along an axis; without an axis (null), all numbers are one row. */
export function alongAxis(tensor: Tensor, axis: number | null, dtype: DType, change: (row: Float64Array) => ArrayLike<number>): Tensor {
  const given = axis === null ? quietly(() => tensor.reshape([-1])) : tensor;
  const dim = wrapDim(axis ?? 0, given.sizes.length);
  const moved = quietly(() => given.movedim(dim, -1));
  const values = numbersOf(moved);
  const length = given.sizes[dim];
  for (let i = 0; i < values.length; i += length) values.set(change(values.subarray(i, i + length)), i);
  return quietly(() => of(values, moved.sizes, dtype).movedim(-1, dim).contiguous());
}

/** A function that accumulates numbers along an axis. */
const running = (step: (before: number, x: number) => number) => (a: Value, axis: Value) => {
  const tensor = tensorOf(a);
  const dtype = wholeSum(tensor.dtype);
  const round = rounder(dtype);
  return result(
    alongAxis(tensor, (axis as number | undefined) ?? null, dtype, (row) => {
      for (let i = 1; i < row.length; i++) row[i] = round(step(row[i - 1], row[i]));
      return row;
    }),
  );
};

/** The quantile of a sorted row, interpolated between its neighbours. */
function quantileOf(row: Float64Array, q: number): number {
  const sorted = row.slice().sort();
  const at = q * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.min(Math.floor(at) + 1, sorted.length - 1)]];
  const t = at - Math.floor(at);
  return t >= 0.5 ? high - (high - low) * (1 - t) : low + (high - low) * t;
}

const ofRows = (a: Value, axis: Value, keepdims: boolean, f: (row: Float64Array) => number): Tensor => {
  const tensor = tensorOf(a);
  return folded(rowsOf(tensor, axis, keepdims), tensor.dtype.is_floating_point ? tensor.dtype : float64, (values, from, length) =>
    f(values.subarray(from, from + length)),
  );
};

function quantile(a: Value, q: Value, axis: Value, keepdims = false): ndarray {
  if (typeof q === 'number') return result(ofRows(a, axis, keepdims, (row) => quantileOf(row, q)));
  const all = [...numbersOf(tensorOf(q))].map((one) => ofRows(a, axis, keepdims, (row) => quantileOf(row, one)));
  return result(stacked(all));
}

const stacked = (all: Tensor[]): Tensor =>
  of(
    all.flatMap((one) => [...numbersOf(one)]),
    [all.length, ...all[0].sizes],
    all[0].dtype,
  );

const median = (a: Value, axis: Value, keepdims = false): ndarray =>
  result(
    ofRows(a, axis, keepdims, (row) => {
      const sorted = row.slice().sort();
      const half = Math.floor(sorted.length / 2);
      return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }),
  );

/** A reduction that ignores NaN. */
const withoutNaN = (f: (values: Value, axis: Value) => ndarray) => (a: Value, axis: Value) => {
  if (axis === undefined) {
    const tensor = tensorOf(a);
    return f(
      [...numbersOf(tensor)].filter((x) => !Number.isNaN(x)),
      undefined,
    );
  }
  const tensor = tensorOf(a);
  const rows = rowsOf(tensor, axis);
  return result(
    folded(rows, float64, (values, from, length) =>
      Number(
        f(
          [...values.subarray(from, from + length)].filter((x) => !Number.isNaN(x)),
          undefined,
        ).item(),
      ),
    ),
  );
};

export const reductions = functions({
  'sum(a axis dtype keepdims)': sum,
  'mean(a axis dtype keepdims)': mean,
  'var(a axis ddof keepdims)': variance,
  'std(a axis ddof keepdims)': deviation,
  'max(a axis keepdims)': max,
  'min(a axis keepdims)': min,
  'amax(a axis keepdims)': max,
  'amin(a axis keepdims)': min,
  'argmax(a axis keepdims)': place('argmax', (x, than) => x > than),
  'argmin(a axis keepdims)': place('argmin', (x, than) => x < than),
  'prod(a axis keepdims)': product,
  'all(a axis keepdims)': logic(true),
  'any(a axis keepdims)': logic(false),
  'cumsum(a axis)': running((before, x) => before + x),
  'cumprod(a axis)': running((before, x) => before * x),
  'median(a axis keepdims)': median,
  'quantile(a q axis keepdims)': quantile,
  'percentile(a q axis keepdims)': (a: Value, q: Value, axis: Value, keepdims = false) =>
    quantile(a, typeof q === 'number' ? q / 100 : OPERATIONS['/'](q, 100), axis, keepdims),
  'ptp(a axis)': (a: Value, axis: Value) => OPERATIONS['-'](max(a, axis), min(a, axis)),
  'nanmean(a axis)': withoutNaN((all, axis) => mean(all, axis, undefined)),
  'nansum(a axis)': withoutNaN((all, axis) => sum(all, axis, undefined)),
  'nanmax(a axis)': withoutNaN((all, axis) => max(all, axis)),
  'nanmin(a axis)': withoutNaN((all, axis) => min(all, axis)),
  'nanstd(a axis)': withoutNaN((all, axis) => deviation(all, axis)),
  'count_nonzero(a axis)': (a: Value, axis: Value) => sum(elementwise.not_equal(a, 0), axis, undefined),
  'average(a axis weights)': (a: Value, axis: Value, weights: Value) =>
    weights === undefined
      ? mean(a, axis, undefined)
      : OPERATIONS['/'](sum(OPERATIONS['*'](a, weights), axis, undefined), sum(weights, undefined, undefined)),
});
