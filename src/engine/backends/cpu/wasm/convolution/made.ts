/** The kernels of convolutions, compiled for this machine. */
import { build, unrollsMultiplyAdd, type Exports } from '../runtime.js';
import { RESERVED, stage, stagingMemory } from '../staging.js';
import { buildWide, fillForTrial, Widening, type Trial } from '../wide.js';
import { accumulate, copyRows, SUMS, TAPS, TILE, weigh, WEIGHED } from './kernels.js';

export interface Made {
  readonly run: Exports;
  /** The block sizes: how many outputs are summed at once, the greatest first. */
  readonly rows: readonly number[];
}

function make(): Widening<Made> | null {
  const memory = stagingMemory();
  if (!memory) return null;
  const fused = unrollsMultiplyAdd();
  const rows = fused ? [6, 4, 3, 2, 1] : [4, 3, 2, 1];
  const functions = (accumulated: number, weighed: number) => [
    ...rows.map((r) => accumulate(r, accumulated, fused)),
    ...Array.from({ length: WEIGHED }, (_, i) => weigh(i + 1, weighed, fused)),
    copyRows,
  ];
  const narrow = { rows, run: build(functions(2, 1), memory) };
  return new Widening<Made>(narrow, () => ({ rows, run: buildWide(functions(4, 2), memory) }), trial);
}

let made: Widening<Made> | null | undefined;

/** Null where WebAssembly has no vectors. */
export const kernels = (): Widening<Made> | null => (made === undefined ? (made = make()) : made);

const POSITIONS = 4 * TILE;
const PLANES = 16;
const DEPTH = 9 * PLANES;

/** Places of the trial's numbers, in elements. */
const at = {
  image: RESERVED / 4,
  a: RESERVED / 4 + (PLANES + 1) * POSITIONS,
  offsets: RESERVED / 4 + (PLANES + 1) * POSITIONS + 6 * DEPTH,
  start: RESERVED / 4 + (PLANES + 1) * POSITIONS + 7 * DEPTH,
  out: RESERVED / 4 + (PLANES + 1) * POSITIONS + 8 * DEPTH,
  sums: RESERVED / 4 + (PLANES + 7) * POSITIONS + 8 * DEPTH,
  end: RESERVED / 4 + (PLANES + 7) * POSITIONS + (8 + WEIGHED * SUMS * 4) * DEPTH,
};

/** The trial sums nine taps of some planes for each block size of outputs, and then computes the gradients for their weights. */
const trial: Trial<Made> = {
  compute(kernel) {
    const floats = stage(at.end);
    fillForTrial(floats, at.image, at.offsets);
    const table = new Int32Array(floats.buffer, 4 * at.offsets, DEPTH);
    for (let k = 0; k < DEPTH; k++) table[k] = 4 * (Math.floor(k / 9) * POSITIONS + (k % 9));
    floats.fill(0, at.start, at.end);
    const results = kernel.rows.map((outputs) => {
      sumUp(kernel, outputs);
      return [...floats.slice(at.out, at.end)];
    });
    return Float32Array.from(results.flat());
  },
  work: (kernel) => sumUp(kernel, kernel.rows[0]),
};

function sumUp({ run }: Made, outputs: number): void {
  const weighed = Math.min(outputs, WEIGHED);
  run[`accumulate${outputs}`](4 * at.a, DEPTH, 4 * at.offsets, 4 * at.image, 4 * at.out, 4 * POSITIONS, POSITIONS, 4 * at.start);
  run[`weigh${weighed}`](4 * at.out, 4 * POSITIONS, 4 * at.image, 4 * at.offsets, DEPTH / TAPS, POSITIONS, 4 * at.sums);
}
