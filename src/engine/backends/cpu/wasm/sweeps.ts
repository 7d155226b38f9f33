/** Sweeps over float32 in WebAssembly. */
import type { TypedArray } from '../../../dtype.js';
import type { Sweep } from '../../../kernels/sweeps.js';
import type { View } from '../../backend.js';
import { dataOf } from '../buffer.js';
import { bump, iff, repeat, set } from './assembler/control.js';
import { i32, v } from './assembler/instructions.js';
import { fn, locals, type WasmFunction } from './assembler/module.js';
import { allLowered } from './lower.js';
import { CHUNK, STEP } from './maps.js';
import { build, hasMultiplyAdd } from './runtime.js';
import { addressOf } from './slices.js';
import { RESERVED, stage, stagingMemory } from './staging.js';
import { sizeOf } from './elementwise.js';
import { Emitter, type LeafCode } from './vector/emit.js';
import type { Vector } from './vector/nodes.js';
import { buildWide, fillForTrial, fillWithSpecial, Widening, type Trial } from './wide.js';

/** Elements that lie side by side, in one row or in several evenly spaced rows. */
interface Rows {
  readonly data: TypedArray;
  readonly at: number;
  /** The distance from the first element of a row to that of the next. */
  readonly step: number;
}

type Run = (...args: number[]) => number;

/**
 * The kernel: (rows, elements of a row, the address of each array, the bytes from the end of a row to the next one in each,
 * params). The memory of each row consists of whole vectors.
 */
export function kernelOf({ writes }: Sweep, values: readonly Vector[], arrays: number, params: number, joins: boolean): WasmFunction {
  return fn(joins ? 'wide' : 'run', `ii${'ii'.repeat(arrays)}${'f'.repeat(params)}`, (p, local) => {
    const [rows, columns, ...rest] = p;
    const at = rest.slice(0, arrays);
    const left = local('i');
    const numbers = locals(local, 'v', params);
    const results = locals(local, 'v', writes.length);
    const formulas = new Emitter(local, hasMultiplyAdd());
    const codes = formulas.writeAll(values, (leaf) => (leaf.op === 'param' ? numbers[leaf.n] : v.load(at[leaf.n])));
    const more = i32.gt(left, i32.const(0));
    const step = [
      codes.map((code, i) => set(results[i], code)),
      writes.map(([to], i) => v.store(at[to], results[i])),
      [at.map((l) => bump(l, 16)), bump(left, -4)],
    ];
    const pairs = joins ? [0, 1].map(() => locals(local, 'v', writes.length)) : [];
    const leaves = pairs.map(
      (_, u): LeafCode =>
        (leaf) =>
          leaf.op === 'param' ? numbers[leaf.n] : v.load(at[leaf.n], 16 * u),
    );
    const stores = writes.map(([to], i) => pairs.map((pair, u) => v.store(at[to], pair[i], 16 * u)));
    const two = i32.ge(left, i32.const(8));
    const joined = [formulas.writeTogether(values, leaves, pairs, stores), at.map((l) => bump(l, 32)), bump(left, -8)];
    const row = [
      [set(left, columns), joins ? iff(two, repeat(joined, two)) : [], iff(more, repeat(step, more))],
      [at.map((l, i) => bump(l, rest[arrays + i])), bump(rows, -1)],
    ];
    return [formulas.init(), numbers.map((l, i) => set(l, v.splat(rest[2 * arrays + i]))), repeat(row, rows)];
  });
}

/** A kernel, and what it computes for each element. */
interface Made {
  readonly run: Widening<Run>;
  readonly nodes: number;
}
const made = new Map<Sweep, Made | null>();

function kernelFor(sweep: Sweep, arrays: number, params: number): Made | null {
  const known = made.get(sweep);
  if (known !== undefined) return known;
  const memory = stagingMemory();
  const values = allLowered(sweep.writes.map(([, value]) => value));
  const code = (joins: boolean) => [kernelOf(sweep, values!, arrays, params, joins)];
  const run = memory &&
    values && {
      run: new Widening<Run>(build(code(false), memory).run, () => buildWide(code(true), memory).wide, trialOf(sweep, arrays, params)),
      nodes: sizeOf(...values).nodes,
    };
  made.set(sweep, run);
  return run;
}

/** The elements of each array in a trial: special ones, then those with which the kernel is timed. */
const TRIED = 600;
const TIMED = 2048;

function trialOf({ writes }: Sweep, arrays: number, params: number): Trial<Run> {
  const start = RESERVED / 4;
  const run = (kernel: Run, from: number, n: number): void => {
    const places = Array.from({ length: arrays }, (_, i) => 4 * (start + STEP * i + from));
    kernel(1, n, ...places, ...places.map(() => 0), ...new Array<number>(params).fill(0.5));
  };
  return {
    compute(kernel) {
      const floats = stage(STEP * arrays);
      for (let i = 0, at = start; i < arrays; i++, at += STEP) {
        fillWithSpecial(floats, at, at + TRIED);
        fillForTrial(floats, at + TRIED, at + TRIED + TIMED);
      }
      run(kernel, 0, TRIED);
      const results = new Float32Array(TRIED * writes.length);
      writes.forEach(([to], i) => results.set(floats.subarray(start + STEP * to, start + STEP * to + TRIED), TRIED * i));
      return results;
    },
    work: (kernel) => run(kernel, TRIED, TIMED),
  };
}

/** Copies h rows of w elements from an array to the staged memory, or back. */
function move(
  { data, at, step }: Rows,
  floats: Float32Array,
  place: number,
  r: number,
  c: number,
  h: number,
  w: number,
  back: boolean,
): void {
  const from = at + r * step + c;
  if (step === w || h === 1) {
    if (back) data.set(floats.subarray(place, place + h * w), from);
    else floats.set(data.subarray(from, from + h * w), place);
  } else
    for (let i = 0; i < h; i++) {
      const [here, there] = [from + i * step, place + i * w];
      if (back) data.set(floats.subarray(there, there + w), here);
      else floats.set(data.subarray(here, here + w), there);
    }
}

const isDense = (x: Rows, rows: number, columns: number): boolean => x.step === columns || rows === 1;

/** The address of an array, if whole vectors of a row may be written there without reaching beyond it; otherwise −1. */
const placeOf = (data: TypedArray, at: number, rows: number, columns: number): number =>
  columns % 4 === 0 || (rows === 1 && at + columns === data.length) ? addressOf(data) : -1;

/** What a kernel is given when all arrays are in WebAssembly's memory; otherwise null. This runs for each step of a recurrent layer. */
function inPlace(arrays: readonly View[], rows: number, columns: number): number[] | null {
  const args = [rows, columns];
  for (let i = 0; i < arrays.length; i++) {
    const { storage, offset } = arrays[i];
    const place = placeOf(dataOf(storage), offset, rows, columns);
    if (place < 0) return null;
    args.push(place + 4 * offset);
  }
  for (let i = 0; i < arrays.length; i++) args.push(rows === 1 ? 0 : 4 * (arrays[i].strides[0] - columns));
  return args;
}

/**
 * @see FusedKernels.sweep, for float32 in rows whose elements lie side by side. Returns false when it cannot, and then changes
 * nothing.
 */
export function sweepVectors(sweep: Sweep, views: readonly View[], rows: number, columns: number, params: readonly number[]): boolean {
  const found = kernelFor(sweep, views.length, params.length);
  if (!found) return false;
  const run = found.run.for(rows * columns * found.nodes);
  const args = inPlace(views, rows, columns);
  if (args) run(...args, ...params);
  else {
    const step = ({ strides }: View) => (rows === 1 ? columns : strides[0]);
    staged(
      run,
      sweep,
      views.map((x) => ({ data: dataOf(x.storage), at: x.offset, step: step(x) })),
      rows,
      columns,
      params,
    );
  }
  return true;
}

function staged(run: Run, sweep: Sweep, arrays: readonly Rows[], rows: number, columns: number, params: readonly number[]): void {
  const inPlace = arrays.map(({ data, at }) => placeOf(data, at, rows, columns));
  const places = arrays.map((_, i) => RESERVED / 4 + STEP * i);
  const floats = stage(STEP * arrays.length);
  const addresses = places.map((place) => 4 * place);
  const none = arrays.map(() => 0);
  const isStaged = arrays.map((x, i) => inPlace[i] < 0 || !isDense(x, rows, columns));
  const height = Math.max(1, Math.floor(CHUNK / columns));
  for (let r = 0; r < rows; r += height)
    for (let c = 0; c < columns; c += CHUNK) {
      const [h, w] = [Math.min(height, rows - r), Math.min(CHUNK, columns - c)];
      arrays.forEach((x, i) => {
        if (!isStaged[i]) addresses[i] = inPlace[i] + 4 * (x.at + r * columns + c);
        else if (i < sweep.reads) move(x, floats, places[i], r, c, h, w, false);
      });
      run(1, h * w, ...addresses, ...none, ...params);
      for (const [to] of sweep.writes) if (isStaged[to]) move(arrays[to], floats, places[to], r, c, h, w, true);
    }
}
