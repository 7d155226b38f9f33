/** Sweeps over float32 in WebAssembly. */
import type { TypedArray } from '../../../dtype.js';
import type { Sweep } from '../../../kernels/sweeps.js';
import { bump, iff, repeat, set } from './assembler/control.js';
import { i32, v } from './assembler/instructions.js';
import { fn, locals, type WasmFunction } from './assembler/module.js';
import { allLowered } from './lower.js';
import { CHUNK, STEP } from './maps.js';
import { build, hasMultiplyAdd } from './runtime.js';
import { addressOf } from './slices.js';
import { RESERVED, stage, stagingMemory } from './staging.js';
import { Emitter } from './vector/emit.js';
import type { Vector } from './vector/nodes.js';

/** Elements that lie side by side, in one row or in several evenly spaced rows. */
export interface Rows {
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
function kernelOf({ writes }: Sweep, values: readonly Vector[], arrays: number, params: number, fused: boolean): WasmFunction {
  return fn('run', `ii${'ii'.repeat(arrays)}${'f'.repeat(params)}`, (p, local) => {
    const [rows, columns, ...rest] = p;
    const at = rest.slice(0, arrays);
    const left = local('i');
    const numbers = locals(local, 'v', params);
    const results = locals(local, 'v', writes.length);
    const formulas = new Emitter(local, fused);
    const codes = formulas.writeAll(values, (leaf) => (leaf.op === 'param' ? numbers[leaf.n] : v.load(at[leaf.n])));
    const more = i32.gt(left, i32.const(0));
    const step = [
      codes.map((code, i) => set(results[i], code)),
      writes.map(([to], i) => v.store(at[to], results[i])),
      [at.map((l) => bump(l, 16)), bump(left, -4)],
    ];
    const row = [
      [set(left, columns), iff(more, repeat(step, more))],
      [at.map((l, i) => bump(l, rest[arrays + i])), bump(rows, -1)],
    ];
    return [formulas.init(), numbers.map((l, i) => set(l, v.splat(rest[2 * arrays + i]))), repeat(row, rows)];
  });
}

const made = new Map<Sweep, Run | null>();

function runOf(sweep: Sweep, arrays: number, params: number): Run | null {
  const known = made.get(sweep);
  if (known !== undefined) return known;
  const memory = stagingMemory();
  const values = allLowered(sweep.writes.map(([, value]) => value));
  const run = memory && values && build([kernelOf(sweep, values, arrays, params, hasMultiplyAdd())], memory).run;
  made.set(sweep, run);
  return run;
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
const placeOf = ({ data, at }: Rows, rows: number, columns: number): number =>
  columns % 4 === 0 || (rows === 1 && at + columns === data.length) ? addressOf(data) : -1;

/** @see FusedKernels.sweep, for rows of float32. Returns false when it cannot, and then changes nothing. */
export function sweepVectors(sweep: Sweep, arrays: readonly Rows[], rows: number, columns: number, params: readonly number[]): boolean {
  const run = runOf(sweep, arrays.length, params.length);
  if (!run) return false;
  const inPlace = arrays.map((x) => placeOf(x, rows, columns));
  if (!inPlace.includes(-1)) {
    const isOneRow = arrays.every((x) => isDense(x, rows, columns));
    const args = isOneRow ? [1, rows * columns] : [rows, columns];
    for (let i = 0; i < arrays.length; i++) args.push(inPlace[i] + 4 * arrays[i].at);
    for (const { step } of arrays) args.push(4 * (step - columns));
    run(...args, ...params);
    return true;
  }
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
  return true;
}
