/** Normalizations of float32 and their gradients. Each row is read once or twice while it is in the cache. */
import { float32 } from '../../../dtype.js';
import { isContiguous, numel } from '../../../shape.js';
import type { View } from '../../backend.js';
import { dataOf } from '../buffer.js';
import { rowKernels } from './folds.js';
import { CHUNK, runnable, STEP, type Run } from './maps.js';
import { normKernels } from './normKernels.js';
import { build, hasMultiplyAdd } from './runtime.js';
import { toRead, toWrite, written } from './reach.js';
import { addressOf } from './slices.js';
import { RESERVED, stage, stagingMemory } from './staging.js';
import { exp } from './vector/functions/exponential.js';
import { arg, mul, sub, type Vector } from './vector/nodes.js';
import { buildWide, fillForTrial, Widening, type Trial } from './wide.js';

/** Fewer elements are worked on in PyTorch's order of vectors, see ../rows.ts. */
export const FEWEST_IN_ROWS = 8192;

interface Steps {
  readonly layerRows: Widening<(...args: number[]) => number>;
  readonly dotRows: (...args: number[]) => number;
  readonly mul: Run;
  /** g · p − (x − m) · q − c; p, q, m and c are numbers of the row. */
  readonly slope: Run;
  /** g · (x − m) · r; m and r are numbers of the row. */
  readonly weigh: Run;
  /** y · (g − s) */
  readonly softmax: Run;
  /** g − e^y · s */
  readonly logSoftmax: Run;
}
let made: Steps | null | undefined;

function make(): Steps | null {
  const memory = stagingMemory();
  if (!memory || !rowKernels()) return null;
  const [x, y, z, u, w, q] = [0, 1, 2, 3, 4, 5].map(arg) as [Vector, Vector, Vector, Vector, Vector, Vector];
  const formulas = {
    mul: mul(x, y),
    slope: sub(sub(mul(x, z), mul(sub(y, u), w)), q),
    weigh: mul(mul(x, sub(y, z)), u),
    softmax: mul(y, sub(x, z)),
    logSoftmax: sub(x, mul(exp(y), z)),
  };
  const runs = Object.fromEntries(Object.entries(formulas).map(([name, formula]) => [name, runnable(formula)!]));
  const { layerRows, dotRows } = build(normKernels(hasMultiplyAdd()), memory);
  const makeWide = () => buildWide(normKernels(hasMultiplyAdd(), true), memory).layerRows;
  return { layerRows: new Widening(layerRows, makeWide, trialOfRows), dotRows, ...runs } as unknown as Steps;
}

/** What layer norm does for each element, in multiply-adds. */
const WORK = 8;

/** Rows of a trial whose lengths are no whole vectors; others are timed. The weight and the bias are rows too. */
const trialOfRows: Trial<(...args: number[]) => number> = {
  compute(run) {
    const [start, rows, columns] = [RESERVED / 4, 5, 101];
    const floats = stage(4 * STEP);
    fillForTrial(floats, start, start + STEP);
    const [out, numbers] = [start + STEP, start + 2 * STEP];
    run(
      ...[start, out, columns].map((at) => 4 * at),
      rows,
      columns,
      ...[start + 7, start + 500, numbers, numbers + 8].map((at) => 4 * at),
      1e-5,
    );
    return floats.slice(out, out + rows * columns);
  },
  work(run) {
    const start = RESERVED + 4 * 1024;
    run(start, start + 4 * STEP, 4096, 4, 1024, start, start, start + 8 * STEP, start + 8 * STEP + 64, 1e-5);
  },
};

const steps = (): Steps | null => (made === undefined ? (made = make()) : made);

/** The place of staged array `i` of a chunk, in floats. Behind the arrays, there are four numbers for each row of the chunk. */
const arrayAt = (i: number): number => RESERVED / 4 + STEP * i;

const isDense = (x: View): boolean => x.dtype === float32 && isContiguous(x.sizes, x.strides);

const isInPlace = (x: View): boolean => addressOf(dataOf(x.storage)) >= 0;

/** Whether rows of `columns` elements can be staged here. */
const fits = (n: number, columns: number): boolean => n >= FEWEST_IN_ROWS && columns >= 16 && columns <= CHUNK && steps() !== null;

class Staged {
  readonly floats: Float32Array;
  readonly height: number;
  /** The place where the numbers of rows begin. */
  private readonly numbers: number;
  /** The addresses of the arrays for this chunk. */
  private readonly at: number[];

  constructor(
    readonly columns: number,
    arrays: number,
    /** How many rows are worked on at once. Rows that are staged are at most a chunk. */
    height = 0,
  ) {
    this.height = Math.max(height, Math.floor(CHUNK / columns));
    this.numbers = arrayAt(arrays);
    this.at = Array.from({ length: arrays }, (_, i) => 4 * arrayAt(i));
    this.floats = stage(STEP * arrays + 16 * this.height);
  }

  put(i: number, x: View, row: number, rows: number): void {
    const from = x.offset + row * this.columns;
    this.at[i] = toRead(this.floats, dataOf(x.storage), from, rows * this.columns, arrayAt(i));
  }

  /** Makes array i the place of these rows of `out`; `take` must follow. */
  give(i: number, out: View, row: number): void {
    this.at[i] = toWrite(dataOf(out.storage), out.offset + row * this.columns, arrayAt(i));
  }

  take(i: number, out: View, row: number, rows: number): void {
    written(this.floats, dataOf(out.storage), out.offset + row * this.columns, rows * this.columns, arrayAt(i));
    this.at[i] = 4 * arrayAt(i);
  }

  /** The place of number k (0 to 3) of the first row. The same numbers of the next rows follow. */
  number(k: number): number {
    return this.numbers + k * this.height;
  }

  /** The room for two doubles of each row. */
  get doubles(): Float64Array {
    return new Float64Array(this.floats.buffer, 4 * this.answers, 2 * this.height);
  }

  /** The place where kernels of rows write their answers. */
  get answers(): number {
    return (this.numbers + 4 * this.height + 3) & ~3;
  }

  start(i: number): number {
    return this.at[i];
  }

  array(i: number): [at: number, row: number, step: number] {
    return [this.at[i], 4 * this.columns, 1];
  }

  /** A line that all rows share, such as a weight. */
  line(i: number): [at: number, row: number, step: number] {
    return [this.at[i], 0, 1];
  }

  ofRow(k: number): [at: number, row: number, step: number] {
    return [4 * this.number(k), 4, 0];
  }

  into(i: number, rows: number): [number, number, number, number] {
    return [this.at[i], 4 * this.columns, rows, this.columns];
  }
}

/** @see FusedKernels.layerNorm */
export function layerNorm(x: View, weight: View | null, bias: View | null, eps: number, out: View, mean: View, rstd: View): boolean {
  const [rows, columns] = x.sizes as [number, number];
  if (![x, out, mean, rstd, ...[weight, bias].filter((t) => t !== null)].every(isDense) || !fits(rows * columns, columns)) return false;
  const normalize = steps()!.layerRows.for(rows * columns * WORK);
  // Each row is worked on to its end, so that there may be many.
  const s = new Staged(columns, 4, isInPlace(x) && isInPlace(out) ? Math.min(rows, CHUNK) : 0);
  const { floats, height } = s;
  [weight, bias].forEach((line, i) => {
    if (line) s.put(2 + i, line, 0, 1);
    else floats.fill(1 - i, arrayAt(2 + i), arrayAt(2 + i) + columns);
  });
  for (let r = 0; r < rows; r += height) {
    const h = Math.min(height, rows - r);
    s.put(0, x, r, h);
    s.give(1, out, r);
    const addresses = [s.start(0), s.start(1), 4 * columns, h, columns, s.start(2), s.start(3)];
    if (normalize(...addresses, 4 * s.number(0), 4 * s.number(1), eps) !== 0) return false;
    [mean, rstd].forEach((to, k) => dataOf(to.storage).set(floats.subarray(s.number(k), s.number(k) + h), to.offset + r));
    s.take(1, out, r, h);
  }
  return true;
}

/** @see FusedKernels.layerNormBack */
export function layerNormBack(g: View, x: View, mean: View, rstd: View, weight: View | null, dx: View, sums: View | null): boolean {
  const [rows, columns] = x.sizes as [number, number];
  if (![g, x, mean, rstd, dx, ...(weight ? [weight] : [])].every(isDense) || !fits(rows * columns, columns)) return false;
  if (sums && columns % 4 !== 0) return false;
  const run = steps()!;
  const { sumColumns } = rowKernels()!;
  // The staged arrays: g, x, g · weight, the result, the weight; then two arrays for sums of columns, which take twice the
  // room.
  const s = new Staged(columns, 5 + (sums ? 4 : 0));
  const { floats, height, doubles } = s;
  const columnsAt = [5, 7].map(arrayAt);
  if (weight) s.put(4, weight, 0, 1);
  if (sums) for (const at of columnsAt) floats.fill(0, at, at + 2 * columns);
  const [means, deviations] = [dataOf(mean.storage), dataOf(rstd.storage)];
  const h0 = weight ? 2 : 0;
  for (let r = 0; r < rows; r += height) {
    const h = Math.min(height, rows - r);
    s.put(0, g, r, h);
    s.put(1, x, r, h);
    for (let i = 0; i < h; i++) {
      floats[s.number(0) + i] = deviations[rstd.offset + r + i]!;
      floats[s.number(1) + i] = means[mean.offset + r + i]!;
    }
    if (weight) run.mul(...s.into(2, h), ...s.array(0), ...s.line(4));
    run.dotRows(s.start(h0), s.start(1), 4 * columns, h, columns, 4 * s.number(1), 4 * s.answers);
    for (let i = 0; i < h; i++)
      slopeNumbers(s, i, deviations[rstd.offset + r + i], 1, doubles[2 * i] / columns, doubles[2 * i + 1] / columns);
    s.give(3, dx, r);
    run.slope(...s.into(3, h), ...s.array(h0), ...s.array(1), ...s.ofRow(0), ...s.ofRow(1), ...s.ofRow(2), ...s.ofRow(3));
    s.take(3, dx, r, h);
    if (!sums) continue;
    sumColumns(s.start(0), 4 * columns, h, columns, 0, 4 * columnsAt[1]);
    run.weigh(...s.into(3, h), ...s.array(0), ...s.array(1), ...s.ofRow(1), ...s.ofRow(0));
    sumColumns(s.start(3), 4 * columns, h, columns, 0, 4 * columnsAt[0]);
  }
  if (sums)
    columnsAt.forEach((at, k) => dataOf(sums.storage).set(new Float64Array(floats.buffer, 4 * at, columns), sums.offset + k * columns));
  return true;
}

/** Computes the numbers of a row for `slope`. `mean` and `product` are the means of h = g · w and of h · (x − m). */
function slopeNumbers(s: Staged, i: number, rstd: number, w: number, mean: number, product: number): void {
  s.floats[s.number(0) + i] = rstd * w;
  s.floats[s.number(2) + i] = rstd * rstd * rstd * product;
  s.floats[s.number(3) + i] = rstd * mean;
}

/** @see FusedKernels.channelNormBack */
export function channelNormBack(g: View, x: View, mean: View, rstd: View, weight: View | null, dx: View, sums: View): boolean {
  const [samples, channels, columns] = x.sizes as [number, number, number];
  const rows = samples * channels;
  if (![g, x, mean, rstd, dx, ...(weight ? [weight] : [])].every(isDense) || !fits(rows * columns, columns)) return false;
  const run = steps()!;
  const s = new Staged(columns, 3);
  const { floats, height, doubles } = s;
  const count = numel(mean.sizes);
  // The moments belong to channels of the whole batch, or to groups of channels in one sample.
  const momentOf = mean.sizes.length === 1 ? (r: number) => r % channels : (r: number) => Math.floor((r * count) / rows);
  const [means, deviations] = [dataOf(mean.storage), dataOf(rstd.storage)];
  const meanOf = (r: number) => means[mean.offset + momentOf(r)];
  const rstdOf = (r: number) => deviations[rstd.offset + momentOf(r)];
  const weightOf = (r: number) => (weight ? dataOf(weight.storage)[weight.offset + (r % channels)] : 1);
  const byChannel = [new Float64Array(channels), new Float64Array(channels)] as const;
  const byMoment = [new Float64Array(count), new Float64Array(count)] as const;
  for (let r = 0; r < rows; r += height) {
    const h = Math.min(height, rows - r);
    s.put(0, g, r, h);
    s.put(1, x, r, h);
    for (let i = 0; i < h; i++) floats[s.number(1) + i] = meanOf(r + i);
    run.dotRows(s.start(0), s.start(1), 4 * columns, h, columns, 4 * s.number(1), 4 * s.answers);
    for (let i = 0; i < h; i++) {
      const [c, m, w] = [(r + i) % channels, momentOf(r + i), weightOf(r + i)];
      const [alone, product] = [doubles[2 * i], doubles[2 * i + 1]];
      byChannel[0][c] += product * rstdOf(r + i);
      byChannel[1][c] += alone;
      byMoment[0][m] += w * alone;
      byMoment[1][m] += w * product;
    }
  }
  byChannel.forEach((values, k) => dataOf(sums.storage).set(values, sums.offset + k * channels));
  const each = (rows * columns) / count;
  for (let r = 0; r < rows; r += height) {
    const h = Math.min(height, rows - r);
    s.put(0, g, r, h);
    s.put(1, x, r, h);
    for (let i = 0; i < h; i++) {
      const m = momentOf(r + i);
      floats[s.number(1) + i] = meanOf(r + i);
      slopeNumbers(s, i, rstdOf(r + i), weightOf(r + i), byMoment[0][m] / each, byMoment[1][m] / each);
    }
    s.give(2, dx, r);
    run.slope(...s.into(2, h), ...s.array(0), ...s.array(1), ...s.ofRow(0), ...s.ofRow(1), ...s.ofRow(2), ...s.ofRow(3));
    s.take(2, dx, r, h);
  }
  return true;
}

/** @see FusedKernels.softmaxBack */
export function softmaxBack(g: View, y: View, log: boolean, dx: View): boolean {
  const columns = y.sizes.at(-1) ?? 0;
  const n = numel(y.sizes);
  if (![g, y, dx].every(isDense) || !fits(n, columns)) return false;
  const run = steps()!;
  const s = new Staged(columns, 3);
  const { floats, height, doubles } = s;
  const rows = n / columns;
  floats.fill(0, s.number(1), s.number(1) + height);
  for (let r = 0; r < rows; r += height) {
    const h = Math.min(height, rows - r);
    s.put(0, g, r, h);
    s.put(1, y, r, h);
    run.dotRows(s.start(0), s.start(1), 4 * columns, h, columns, 4 * s.number(1), 4 * s.answers);
    for (let i = 0; i < h; i++) floats[s.number(0) + i] = doubles[2 * i + (log ? 0 : 1)];
    s.give(2, dx, r);
    run[log ? 'logSoftmax' : 'softmax'](...s.into(2, h), ...s.array(0), ...s.array(1), ...s.ofRow(0));
    s.take(2, dx, r, h);
  }
  return true;
}
