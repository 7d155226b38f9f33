/** Softmax of rows in float32: each row is read while it is in the nearest cache. */
import type { TypedArray } from '../../../dtype.js';
import type { Code } from './assembler/bytes.js';
import { bump, repeat, set } from './assembler/control.js';
import { v } from './assembler/instructions.js';
import { fn, locals, type WasmFunction } from './assembler/module.js';
import { CHUNK, FEWEST, runnable, STEP, type Run } from './maps.js';
import { along, firstLaneOnly, rounded, total, WIDTH } from './normKernels.js';
import { toRead, toWrite, written } from './reach.js';
import { build, hasMultiplyAdd } from './runtime.js';
import { addressOf } from './slices.js';
import { RESERVED, stage, stagingMemory } from './staging.js';
import { Emitter } from './vector/emit.js';
import { exp } from './vector/functions/exponential.js';
import { arg, sub } from './vector/nodes.js';

/**
 * For each row: (x, out, bytes from row to row, rows, columns, greatest: a float for each row, sums: a double for each row). Writes the
 * greatest element and the sum of the powers e^(x − greatest); and the powers' shares of it, unless `sumsOnly`. A NaN may not
 * become the greatest element, but its power is NaN.
 */
const shareRows = (name: string, sumsOnly: boolean): WasmFunction =>
  fn(name, 'iiiiiii', ([x, out, step, rows, columns, greatest, sums], local) => {
    const formulas = new Emitter(local, hasMultiplyAdd());
    const acc = locals(local, 'v', WIDTH);
    const [top, y, t] = locals(local, 'v', 3);
    const [p, o, left] = locals(local, 'i', 3);
    const power = exp(sub(arg(0), arg(1)));
    const powerOf = (element: Code) =>
      set(
        y,
        formulas.write(power, (leaf) => (leaf.n === 0 ? element : top)),
      );
    // For logarithms in doubles: beside the power 1 of the greatest element, small ones decide.
    const addPowers = (n: number, powers: Code): Code =>
      sumsOnly
        ? [set(t, powers), set(acc[n], v.dadd(acc[n], v.dadd(v.promote(t), v.promote(v.shuffle(t, t, [2, 3, 2, 3])))))]
        : set(acc[n], v.add(acc[n], powers));
    const body = [
      acc.map((a) => set(a, v.const(-Infinity))),
      set(p, x),
      along(left, columns, [p], (n, at) => set(acc[n], v.pmax(acc[n], v.load(p, at))), set(acc[0], v.pmax(acc[0], v.splat32(p)))),
      set(top, v.pmax(v.pmax(acc[0], acc[1]), v.pmax(acc[2], acc[3]))),
      set(top, v.pmax(top, v.shuffle(top, top, [2, 3, 0, 1]))),
      set(top, v.pmax(top, v.shuffle(top, top, [1, 0, 3, 2]))),
      acc.map((a) => set(a, v.const(0))),
      [set(p, x), set(o, out)],
      along(left, columns, [p, o], (n, at) => [powerOf(v.load(p, at)), sumsOnly ? [] : v.store(o, y, at), addPowers(n, y)], [
        powerOf(v.splat32(p)),
        sumsOnly ? [] : v.storeLane(o, y, 0),
        addPowers(0, firstLaneOnly(y)),
      ]),
      total(acc, t, sumsOnly),
      [v.storeLane(greatest, top, 0), v.store(sums, t)],
      sumsOnly
        ? []
        : [
            [set(t, rounded(v.ddiv(v.dconst(1), t))), set(o, out)],
            along(left, columns, [o], (_, at) => v.store(o, v.mul(v.load(o, at), t), at), v.storeLane(o, v.mul(v.splat32(o), t), 0)),
          ],
      [bump(x, step), bump(out, step), bump(greatest, 4), bump(sums, 8), bump(rows, -1)],
    ];
    return [formulas.init(), repeat(body, rows)];
  });

interface Steps {
  readonly shareRows: Run;
  readonly sumRows: Run;
  /** x − m − l */
  readonly logarithms: Run;
}
let made: Steps | null | undefined;

function make(): Steps | null {
  const memory = stagingMemory();
  const logarithms = runnable(sub(sub(arg(0), arg(1)), arg(2)));
  return memory && logarithms && ({ ...build([shareRows('shareRows', false), shareRows('sumRows', true)], memory), logarithms } as Steps);
}

/**
 * Writes the softmax of each row (or its logarithm) to `out`. Both arrays have rows of `n`, one behind the other. Returns
 * false, and changes nothing, when loops are quicker or there is no WebAssembly.
 */
export function softmaxRows(data: TypedArray, at: number, rows: number, n: number, log: boolean, out: TypedArray, to: number): boolean {
  if (rows * n < FEWEST || n < 8 || n > CHUNK) return false;
  const steps = made === undefined ? (made = make()) : made;
  if (!steps) return false;
  const isInPlace = addressOf(data) >= 0 && addressOf(out) >= 0;
  const height = isInPlace ? Math.min(rows, CHUNK) : Math.floor(CHUNK / n);
  // The layout: the result, the rows, the greatest element of each row, and the sum of each row.
  const floats = stage(2 * STEP + 4 * height + 2);
  const [result, source] = [RESERVED / 4, RESERVED / 4 + STEP];
  const greatest = source + STEP;
  const sums = greatest + height + (height % 2);
  const doubles = new Float64Array(floats.buffer, 4 * sums, height);
  for (let r = 0; r < rows; r += height) {
    const h = Math.min(height, rows - r);
    const x = toRead(floats, data, at + r * n, h * n, source);
    const y = toWrite(out, to + r * n, result);
    steps[log ? 'sumRows' : 'shareRows'](x, y, 4 * n, h, n, 4 * greatest, 4 * sums);
    if (log) {
      // The sums of all rows come before their logarithms, which take half of the room.
      for (let i = 0; i < h; i++) floats[sums + i] = Math.log(doubles[i]);
      steps.logarithms(y, 4 * n, h, n, x, 4 * n, 1, 4 * greatest, 4, 0, 4 * sums, 4, 0);
    }
    written(floats, out, to + r * n, h * n, result);
  }
  return true;
}
