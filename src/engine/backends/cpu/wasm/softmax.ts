/** Softmax of rows in float32: each row is read while it is in the nearest cache. */
import type { TypedArray } from '../../../dtype.js';
import type { Code } from './assembler/bytes.js';
import { bump, repeat, set } from './assembler/control.js';
import { v } from './assembler/instructions.js';
import { fn, locals, type WasmFunction } from './assembler/module.js';
import { CHUNK, runnable, STEP, type Run } from './maps.js';
import { along, firstLaneOnly, rounded, seen, total, WIDTH } from './normKernels.js';
import { FEWEST_IN_ROWS } from './norms.js';
import { toRead, toWrite, written } from './reach.js';
import { build, hasMultiplyAdd } from './runtime.js';
import { addressOf } from './slices.js';
import { RESERVED, stage, stagingMemory } from './staging.js';
import { Emitter } from './vector/emit.js';
import { expUpToZero } from './vector/functions/exponential.js';
import { arg, sub } from './vector/nodes.js';
import { buildWide, fillForTrial, fillWithSpecial, Widening, type Trial } from './wide.js';

/**
 * For each row: (x, out, bytes from row to row, rows, columns, greatest: a float for each row, sums: a double for each row). Writes the
 * greatest element and the sum of the powers e^(x − greatest); and the powers' shares of it, unless `sumsOnly`. A NaN may not
 * become the greatest element, but its power is NaN.
 */
export const shareRows = (name: string, sumsOnly: boolean, joins = false): WasmFunction =>
  fn(name, 'iiiiiii', ([x, out, step, rows, columns, greatest, sums], local) => {
    const formulas = new Emitter(local, hasMultiplyAdd());
    const acc = locals(local, 'v', WIDTH);
    const [top, y, t] = locals(local, 'v', 3);
    const [p, o, left] = locals(local, 'i', 3);
    const power = expUpToZero(sub(arg(0), arg(1)));
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
    const ys = joins ? locals(local, 'v', WIDTH) : [];
    const powers = () =>
      formulas.writeTogether(
        [power],
        ys.map((_, n) => (leaf) => (leaf.n === 0 ? v.load(p, 16 * n) : top)),
        ys.map((l) => [l]),
        [ys.map((l, n) => v.store(o, l, 16 * n)), ys.map((l, n) => addPowers(n, l))],
      );
    const shares = [ys.map((l, n) => set(l, v.mul(v.load(o, 16 * n), t))), ys.map((l, n) => v.store(o, l, 16 * n))];
    const body = [
      acc.map((a) => set(a, v.const(-Infinity))),
      set(p, x),
      along(left, columns, [p], (n, at) => set(acc[n], v.pmax(acc[n], v.load(p, at))), set(acc[0], v.pmax(acc[0], v.splat32(p)))),
      seen(acc, joins),
      set(top, v.pmax(v.pmax(acc[0], acc[1]), v.pmax(acc[2], acc[3]))),
      set(top, v.pmax(top, v.shuffle(top, top, [2, 3, 0, 1]))),
      set(top, v.pmax(top, v.shuffle(top, top, [1, 0, 3, 2]))),
      acc.map((a) => set(a, v.const(0))),
      [set(p, x), set(o, out)],
      along(
        left,
        columns,
        [p, o],
        (n, at) => [powerOf(v.load(p, at)), sumsOnly ? [] : v.store(o, y, at), addPowers(n, y)],
        [powerOf(v.splat32(p)), sumsOnly ? [] : v.storeLane(o, y, 0), addPowers(0, firstLaneOnly(y))],
        joins ? powers() : undefined,
      ),
      seen(acc, joins),
      total(acc, t, sumsOnly),
      [v.storeLane(greatest, top, 0), v.store(sums, t)],
      sumsOnly
        ? []
        : [
            [set(t, rounded(v.ddiv(v.dconst(1), t))), set(o, out)],
            along(
              left,
              columns,
              [o],
              (_, at) => v.store(o, v.mul(v.load(o, at), t), at),
              v.storeLane(o, v.mul(v.splat32(o), t), 0),
              joins ? shares : undefined,
            ),
          ],
      [bump(x, step), bump(out, step), bump(greatest, 4), bump(sums, 8), bump(rows, -1)],
    ];
    return [formulas.init(), repeat(body, rows)];
  });

interface Steps {
  readonly shareRows: Widening<Run>;
  readonly sumRows: Run;
  /** x − m − l */
  readonly logarithms: Run;
}
let made: Steps | null | undefined;

function make(): Steps | null {
  const memory = stagingMemory();
  const logarithms = runnable(sub(sub(arg(0), arg(1)), arg(2)));
  if (!memory || !logarithms) return null;
  const { shareRows: narrow, sumRows } = build([shareRows('shareRows', false), shareRows('sumRows', true)], memory) as Record<string, Run>;
  const makeWide = () => buildWide([shareRows('wide', false, true)], memory).wide;
  return { shareRows: new Widening<Run>(narrow, makeWide, trial), sumRows: sumRows, logarithms };
}

/** What is done for each element, in multiply-adds. */
const WORK = 24;

/** Rows of a trial: some whose lengths are no whole vectors, and with special numbers; others are timed. */
const trial: Trial<Run> = {
  compute(run) {
    const [start, rows, columns] = [RESERVED / 4, 6, 101];
    const floats = stage(4 * STEP);
    fillForTrial(floats, start, start + STEP);
    fillWithSpecial(floats, start + 3 * columns, start + 5 * columns);
    const [out, numbers] = [start + STEP, start + 2 * STEP];
    run(4 * start, 4 * out, 4 * columns, rows, columns, 4 * numbers, 4 * (numbers + 8));
    return floats.slice(out, out + rows * columns);
  },
  work(run) {
    const start = RESERVED + 4 * 1024;
    run(start, start + 4 * STEP, 4096, 4, 1024, start + 8 * STEP, start + 8 * STEP + 64);
  },
};

/**
 * Writes the softmax of each row (or its logarithm) to `out`. Both arrays have rows of `n`, one behind the other. Returns
 * false, and changes nothing, when loops are quicker or there is no WebAssembly.
 */
export function softmaxRows(data: TypedArray, at: number, rows: number, n: number, log: boolean, out: TypedArray, to: number): boolean {
  if (rows * n < FEWEST_IN_ROWS || n < 8 || n > CHUNK) return false;
  const steps = made === undefined ? (made = make()) : made;
  if (!steps) return false;
  const share = log ? steps.sumRows : steps.shareRows.for(rows * n * WORK);
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
    share(x, y, 4 * n, h, n, 4 * greatest, 4 * sums);
    if (log) {
      // The sums of all rows come before their logarithms, which take half of the room.
      for (let i = 0; i < h; i++) floats[sums + i] = Math.log(doubles[i]);
      steps.logarithms(y, 4 * n, h, n, x, 4 * n, 1, 4 * greatest, 4, 0, 4 * sums, 4, 0);
    }
    written(floats, out, to + r * n, h * n, result);
  }
  return true;
}
