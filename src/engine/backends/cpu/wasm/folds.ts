/** Sums and extremes of float32 in WebAssembly. Sums that PyTorch keeps in float32 have its order; the others are kept in doubles. */
import { float32 } from '../../../dtype.js';
import type { FoldKernel } from '../../../kernels/reductions.js';
import { numel } from '../../../shape.js';
import type { View } from '../../backend.js';
import { dataOf } from '../buffer.js';
import type { Code } from './assembler/bytes.js';
import { bump, iff, repeat, set, type Local } from './assembler/control.js';
import { i32, v } from './assembler/instructions.js';
import { fn, locals, type WasmFunction } from './assembler/module.js';
import { addInOrder } from './cascade.js';
import { CHUNK } from './maps.js';
import { each, merged, split, type Merged } from './merged.js';
import { roundUp } from './places.js';
import { build, type Exports } from './runtime.js';
import { addressOf } from './slices.js';
import { RESERVED, stage, stagingMemory } from './staging.js';

/** With fewer elements than this, a loop of JavaScript is quicker. */
const FEWEST = 1024;
/** With shorter rows than this, a loop is quicker too: a kernel does some work at the beginning and end of each row. */
const SHORTEST = 16;

/** Adds two elements to the vector of doubles that was reached. `m` is the number that deviations are taken from. */
type DoubleStep = (reached: Code, elements: Code, m: Code) => Code;
const sum: DoubleStep = (a, x) => v.dadd(a, x);
const squares =
  (d: Local): DoubleStep =>
  (a, x, m) => [set(d, v.dsub(x, m)), v.dadd(a, v.dmul(d, d))];

const firstLaneOnly = (x: Code): Code => v.and(x, [0xfd, 12, ...new Array<number>(8).fill(255), ...new Array<number>(8).fill(0)]);

/**
 * For each row: (x, bytes from row to row, rows, columns, means: the doubles that deviations are taken from, out: two doubles
 * for each row, which add up to the sum).
 */
const sumRows = (name: string, deviates: boolean): WasmFunction =>
  fn(name, 'iiiiii', ([x, rowStep, rows, columns, means, out], local) => {
    const acc = locals(local, 'v', 4);
    const [m, d, t] = locals(local, 'v', 3);
    const [p, left] = locals(local, 'i', 2);
    const step: DoubleStep = deviates ? squares(d) : sum;
    const pair = (a: Local, b: Local, offset: number): Code => [
      set(t, v.load(p, offset)),
      [set(a, step(a, v.promote(t), m)), set(b, step(b, v.promote(v.shuffle(t, t, [2, 3, 2, 3])), m))],
    ];
    const whole = i32.ge(left, i32.const(8));
    const one: Code = deviates
      ? [set(d, firstLaneOnly(v.dsub(v.promote(v.splat32(p)), m))), set(acc[0], v.dadd(acc[0], v.dmul(d, d)))]
      : set(acc[0], v.dadd(acc[0], v.promote(v.zero32(p))));
    return repeat(
      [
        acc.map((a) => set(a, v.dconst(0))),
        deviates ? set(m, v.splat64(means)) : [],
        [set(p, x), set(left, columns)],
        iff(whole, repeat([pair(acc[0], acc[1], 0), pair(acc[2], acc[3], 16), bump(p, 32), bump(left, -8)], whole)),
        iff(left, repeat([one, bump(p, 4), bump(left, -1)], left)),
        v.store(out, v.dadd(v.dadd(acc[0], acc[1]), v.dadd(acc[2], acc[3]))),
        [bump(x, rowStep), bump(out, 16), bump(means, 8), bump(rows, -1)],
      ],
      rows,
    );
  });

/**
 * For each row: (x, bytes from row to row, rows, columns, out: four floats for each row; the best of them is the extreme). NaN
 * wins over all.
 */
const extremeRows = (name: string, greatest: boolean): WasmFunction =>
  fn(name, 'iiiii', ([x, rowStep, rows, columns, out], local) => {
    const acc = locals(local, 'v', 4);
    const [t, nan] = locals(local, 'v', 2);
    const [p, left] = locals(local, 'i', 2);
    const better = greatest ? v.pmax : v.pmin;
    const take = (a: Local, elements: Code): Code => [set(t, elements), set(a, better(a, t)), set(nan, v.or(nan, v.ne(t, t)))];
    const whole = i32.ge(left, i32.const(16));
    return repeat(
      [
        [set(nan, v.const(0)), set(p, x), set(left, columns)],
        acc.map((a) => set(a, v.const(greatest ? -Infinity : Infinity))),
        iff(whole, repeat([acc.map((a, i) => take(a, v.load(p, 16 * i))), bump(p, 64), bump(left, -16)], whole)),
        iff(left, repeat([take(acc[0], v.splat32(p)), bump(p, 4), bump(left, -1)], left)),
        v.store(out, v.or(better(better(acc[0], acc[1]), better(acc[2], acc[3])), nan)),
        [bump(x, rowStep), bump(out, 16), bump(rows, -1)],
      ],
      rows,
    );
  });

/**
 * Adds rows up: (x, bytes from row to row, rows, columns in whole fours, means: a double for each column, out: a double for
 * each column, which is added to).
 */
const sumColumns = (name: string, deviates: boolean): WasmFunction =>
  fn(name, 'iiiiii', ([x, rowStep, rows, columns, means, out], local) => {
    const acc = locals(local, 'v', 4);
    const [d, t] = locals(local, 'v', 2);
    const m = deviates ? locals(local, 'v', 4) : [];
    const [p, left] = locals(local, 'i', 2);
    const step: DoubleStep = deviates ? squares(d) : sum;
    const add = (n: number): Code => [
      set(t, v.load(p, 16 * n)),
      set(acc[2 * n], step(acc[2 * n], v.promote(t), m[2 * n] ?? [])),
      set(acc[2 * n + 1], step(acc[2 * n + 1], v.promote(v.shuffle(t, t, [2, 3, 2, 3])), m[2 * n + 1] ?? [])),
    ];
    const block = (vectors: number): Code => [
      Array.from({ length: 2 * vectors }, (_, i) => [set(acc[i], v.load(out, 16 * i)), deviates ? set(m[i], v.load(means, 16 * i)) : []]),
      [set(p, x), set(left, rows)],
      repeat([Array.from({ length: vectors }, (_, n) => add(n)), bump(p, rowStep), bump(left, -1)], left),
      Array.from({ length: 2 * vectors }, (_, i) => v.store(out, acc[i], 16 * i)),
      [bump(x, 16 * vectors), bump(out, 32 * vectors), bump(means, 32 * vectors), bump(columns, -4 * vectors)],
    ];
    const whole = i32.ge(columns, i32.const(8));
    return [iff(whole, repeat(block(2), whole)), iff(columns, block(1))];
  });

const functions = [
  ...[sumRows('sumRows', false), sumRows('squareRows', true), extremeRows('maxRows', true), extremeRows('minRows', false)],
  ...[sumColumns('sumColumns', false), sumColumns('squareColumns', true)],
];
let made: Exports | null | undefined;

/** Functions of rows, by name. Null where there is no WebAssembly. */
export function rowKernels(): Exports | null {
  if (made !== undefined) return made;
  const memory = stagingMemory();
  return (made = memory && build(functions, memory));
}

/** The folds that are sums over all elements; those with `deviates` use the auxiliary view. */
const sums: Partial<Record<FoldKernel, { deviates: boolean }>> = {
  sum: { deviates: false },
  mean: { deviates: false },
  sum_square_around: { deviates: true },
};

/** Does what `fold` in ../reduce.ts does. Returns false when it cannot, and then changes nothing. */
export function foldVectors(kernel: FoldKernel, x: View, dims: readonly number[], out: View, aux?: View): boolean {
  const n = numel(x.sizes);
  if (n < FEWEST || x.dtype !== float32 || !out.dtype.is_floating_point) return false;
  const known = sums[kernel];
  const isExtreme = kernel === 'max' || kernel === 'min';
  if (!known && !isExtreme) return false;
  const all = merged(x, dims);
  const last = all.at(-1);
  if (!last || last.stride !== 1 || last.size < SHORTEST || !rowKernels()) return false;
  if (isExtreme) return last.isReduced && all.every((d, i) => i === all.length - 1 || !d.isReduced) && extremes(kernel, x, all, out);

  const results = numel(out.sizes);
  const target = dataOf(out.storage);
  const count = kernel === 'mean' ? n / results : 1;
  if (!known!.deviates && out.dtype === float32) {
    target.fill(0, out.offset, out.offset + results);
    if (addInOrder(x, all, out)) {
      if (count !== 1) for (let i = 0; i < results; i++) target[out.offset + i] /= count;
      return true;
    }
  }
  const reached = new Float64Array(results);
  const means = known!.deviates ? dataOf(aux!.storage) : null;
  const from = (result: number) => means![aux!.offset + result];
  if (last.isReduced) rowsOf(x, all, reached, means && from);
  else columnsOf(x, all, reached, means && from);
  for (let i = 0; i < results; i++) target[out.offset + i] = reached[i] / count;
  return true;
}

const place = RESERVED / 4;

/** Copies h rows of w elements so that they lie side by side; in `data`, the rows lie `row` apart. */
function put(floats: Float32Array, data: Float32Array, at: number, row: number, h: number, w: number, to: number): void {
  if (row === w) floats.set(data.subarray(at, at + h * w), to);
  else for (let i = 0; i < h; i++) floats.set(data.subarray(at + i * row, at + i * row + w), to + i * w);
}

/** A piece: h rows of w elements, beginning with row r. */
interface Rows {
  readonly floats: Float32Array;
  /** The address of the first row, and the bytes from row to row. */
  readonly from: number;
  readonly step: number;
  readonly r: number;
  readonly h: number;
  readonly w: number;
  /** The place of six floats for each row, in floats. */
  readonly room: number;
}

/** The number of rows in a piece when nothing is copied. */
const MANY = 16_384;

/** Splits rows into pieces that fit into the memory. */
function inPieces(x: View, at: number, row: Merged, columns: number, body: (rows: Rows) => void): void {
  const data = dataOf(x.storage) as Float32Array;
  const address = addressOf(data);
  const width = address >= 0 ? columns : CHUNK;
  const height = address >= 0 ? MANY : Math.max(1, Math.floor(CHUNK / columns));
  for (let r = 0; r < row.size; r += height)
    for (let c = 0; c < columns; c += width) {
      const h = Math.min(height, row.size - r);
      const w = Math.min(width, columns - c);
      const start = at + r * row.stride + c;
      const floats = stage(CHUNK + 16 + 6 * h);
      if (address >= 0) body({ floats, from: address + 4 * start, step: 4 * row.stride, r, h, w, room: place });
      else {
        put(floats, data, start, row.stride, h, w, place);
        body({ floats, from: 4 * place, step: 4 * w, r, h, w, room: place + roundUp(h * w, 16) });
      }
    }
}

function rowsOf(x: View, all: readonly Merged[], reached: Float64Array, from: ((result: number) => number) | null): void {
  const { outer, row, column } = split(all);
  const run = rowKernels()!;
  each(x, outer, (at, result) =>
    inPieces(x, at, row, column.size, ({ floats, from: start, step, r, h, w, room }) => {
      const doubles = new Float64Array(floats.buffer, 4 * room, 3 * h);
      if (from) for (let i = 0; i < h; i++) doubles[2 * h + i] = from(result + (r + i) * row.resultStride);
      run[from ? 'squareRows' : 'sumRows'](start, step, h, w, 4 * room + 16 * h, 4 * room);
      for (let i = 0; i < h; i++) reached[result + (r + i) * row.resultStride] += doubles[2 * i] + doubles[2 * i + 1];
    }),
  );
}

/** The number of columns that are added up at once: their sums stay in the first-level cache. */
const WIDTH = 1024;

function columnsOf(x: View, all: readonly Merged[], reached: Float64Array, from: ((result: number) => number) | null): void {
  const { outer, row, column } = split(all);
  const run = rowKernels()!;
  const data = dataOf(x.storage) as Float32Array;
  const address = addressOf(data);
  each(x, outer, (at, result) => {
    for (let c = 0; c < column.size; c += WIDTH) {
      const w = Math.min(WIDTH, column.size - c);
      const width = roundUp(w, 4);
      const height = !row.isReduced ? 1 : address >= 0 ? row.size : Math.min(row.size, Math.floor(CHUNK / width));
      const floats = stage(CHUNK + 16 + 4 * WIDTH);
      const room = place + CHUNK + 16;
      const doubles = new Float64Array(floats.buffer, 4 * room, 2 * width);
      for (let r = 0; r < row.size; r += height) {
        const h = Math.min(height, row.size - r);
        const first = result + (row.isReduced ? 0 : r * row.resultStride) + c;
        for (let i = 0; i < w; i++) doubles[i] = reached[first + i]!;
        if (from) for (let i = 0; i < w; i++) doubles[width + i] = from(first + i);
        const start = at + r * row.stride + c;
        if (address < 0) for (let i = 0, k = start; i < h; i++, k += row.stride) floats.set(data.subarray(k, k + w), place + i * width);
        const [rows, step] = address >= 0 ? [address + 4 * start, 4 * row.stride] : [4 * place, 4 * width];
        run[from ? 'squareColumns' : 'sumColumns'](rows, step, h, width, 4 * room + 8 * width, 4 * room);
        reached.set(doubles.subarray(0, w), first);
      }
    }
  });
}

function extremes(kernel: 'max' | 'min', x: View, all: readonly Merged[], out: View): boolean {
  const { outer, row, column } = split(all);
  const data = dataOf(x.storage) as Float32Array;
  const target = dataOf(out.storage);
  const sign = kernel === 'max' ? 1 : -1;
  const isBetter = (a: number, b: number) => a * sign > b * sign || a !== a;
  each(x, outer, (at, result) => {
    for (let r = 0; r < row.size; r++) target[out.offset + result + r * row.resultStride] = -Infinity * sign;
    inPieces(x, at, row, column.size, ({ floats, from, step, r, h, w, room }) => {
      rowKernels()![`${kernel}Rows`](from, step, h, w, 4 * room);
      for (let i = 0; i < h; i++) {
        const to = out.offset + result + (r + i) * row.resultStride;
        for (let lane = 4 * i + room; lane < 4 * i + room + 4; lane++) if (isBetter(floats[lane], target[to])) target[to] = floats[lane]!;
      }
    });
    // The first zero decides the sign, and lanes do not tell which zero came first.
    for (let r = 0; r < row.size; r++) {
      const to = out.offset + result + r * row.resultStride;
      if (target[to] === 0) target[to] = data.subarray(at + r * row.stride, at + r * row.stride + column.size).find((e) => e === 0)!;
    }
  });
  return true;
}
