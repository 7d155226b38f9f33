/** The three kernels of a convolution in float32: the output, the gradient of the input, the gradient of the weight. */
import { numel } from '../../../../shape.js';
import type { View, Window } from '../../../backend.js';
import { dataOf } from '../../buffer.js';
import { wholeOf, withPlaces, type Places } from '../places.js';
import { geometryOf, type Geometry } from './geometry.js';
import { SUMS, TAPS, TILE } from './kernels.js';
import { kernels, type Made } from './made.js';
import { winograd } from './smallWindows.js';

/** With fewer multiplications than this, the products of columns are used. */
const FEWEST = 16_384;

/** Cuts `count` outputs into blocks of the given sizes. */
function blocksOf(count: number, sizes: readonly number[]): { from: number; rows: number }[] {
  const blocks: { from: number; rows: number }[] = [];
  for (let from = 0; from < count;) {
    const rows = sizes.find((size) => size <= count - from)!;
    blocks.push({ from, rows });
    from += rows;
  }
  return blocks;
}

/** The sizes that the three kernels share, for [N, C, D, H, W], [O, C / groups, taps…] and [N, O, D, H, W], all dense. */
interface Sizes {
  readonly g: Geometry;
  readonly batch: number;
  readonly groups: number;
  /** The channels of one group. */
  readonly inputs: number;
  readonly outputs: number;
  readonly kernel: Made;
}

function sizesOf(x: View, y: View, window: Window, groups: number): Sizes | null {
  const g = geometryOf(x.sizes.slice(2), y.sizes.slice(2), window);
  const [batch, channels] = x.sizes as [number, number];
  const work = numel(y.sizes) * (channels / groups) * g.taps.length;
  const kernel = work < FEWEST ? undefined : kernels()?.for(work);
  return kernel ? { g, batch, groups, inputs: channels / groups, outputs: y.sizes[1] / groups, kernel } : null;
}

/** Lays the channels of one sample out in planes. */
function layOut(s: Sizes, x: number, sample: number, image: number): void {
  const { g, kernel } = s;
  const channels = s.groups * s.inputs;
  const from = x + 4 * sample * channels * g.inputs;
  const step = 4 * g.planes * g.plane;
  for (const r of g.runs) {
    const to = image + 4 * (r.plane * g.plane + r.at);
    kernel.run.copyRows(
      ...([from + 4 * r.input, to, channels, 4 * g.inputs, step] as const),
      ...([r.rows, 4 * r.inputRow, 4 * g.row, r.count, 4 * r.inputStep, 4] as const),
    );
  }
}

/** Copies outputs from a dense layout to rows with gaps, or back. */
function copyOutputs({ g, kernel }: Sizes, channels: number, dense: number, gaps: number, gapStep: number, spreads: boolean): void {
  const [depth, rows, count] = g.output as [number, number, number];
  const { copyRows: copy } = kernel.run;
  for (let d = 0; d < depth; d++) {
    const [side, wide] = [dense + 4 * d * rows * count, gaps + 4 * d * g.slice];
    if (spreads) copy(side, wide, channels, 4 * g.outputs, 4 * gapStep, rows, 4 * count, 4 * g.row, count, 4, 4);
    else copy(wide, side, channels, 4 * gapStep, 4 * g.outputs, rows, 4 * g.row, 4 * count, count, 4, 4);
  }
}

/** Writes a table of offsets; they are given in elements, and written in bytes. */
function writeOffsets({ floats }: Places, at: number, offsets: readonly number[]): void {
  const table = new Int32Array(floats.buffer, at, offsets.length);
  offsets.forEach((offset, i) => (table[i] = 4 * offset));
}

/** @see FusedKernels.convolve */
export function convolve(x: View, w: View, bias: View | null, window: Window, groups: number, y: View): boolean {
  if (winograd(x, y, window, groups)?.convolve(x, w, bias, window, y)) return true;
  const s = sizesOf(x, y, window, groups);
  if (!s) return false;
  const { g, inputs, outputs } = s;
  const { run, rows } = s.kernel;
  const depth = inputs * g.taps.length;
  const channel = g.planes * g.plane;
  const image = groups * inputs * channel + TILE;
  const out = rows[0] * g.length;
  const total = groups * outputs;
  const weights = dataOf(w.storage);
  return withPlaces([wholeOf(x)], [wholeOf(y)], image + out + total * (depth + 1) + depth, (places) => {
    const { floats, at, room } = places;
    const [outAt, packed] = [room + 4 * image, room + 4 * (image + out)];
    const [start, offsets] = [packed + 4 * total * depth, packed + 4 * total * (depth + 1)];
    floats.fill(0, room / 4, outAt / 4);
    floats.fill(0, start / 4, start / 4 + total);
    if (bias) for (let o = 0; o < total; o++) floats[start / 4 + o] = dataOf(bias.storage)[bias.offset + o * bias.strides[0]];
    writeOffsets(
      places,
      offsets,
      Array.from({ length: inputs }, (_, c) => g.taps.map((t) => c * channel + t.plane * g.plane + t.shift)).flat(),
    );
    const blocks = blocksOf(outputs, rows);
    let to = packed / 4;
    for (let group = 0; group < groups; group++)
      for (const b of blocks) {
        const first = w.offset + (group * outputs + b.from) * depth;
        for (let k = 0; k < depth; k++) for (let r = 0; r < b.rows; r++) floats[to++] = weights[first + r * depth + k];
      }
    for (let n = 0; n < s.batch; n++) {
      layOut(s, at[0], n, room);
      for (let group = 0; group < groups; group++)
        for (const b of blocks) {
          const o = group * outputs + b.from;
          const source = room + 4 * group * inputs * channel;
          run[`accumulate${b.rows}`](
            ...([packed + 4 * o * depth, depth, offsets, source, outAt, 4 * g.length, g.length, start + 4 * o] as const),
          );
          copyOutputs(s, b.rows, at[1] + 4 * (n * total + o) * g.outputs, outAt, g.length, false);
        }
    }
  });
}

/** @see FusedKernels.convolveBack */
export function convolveBack(y: View, w: View, window: Window, groups: number, x: View): boolean {
  if (winograd(x, y, window, groups)?.convolveBack(y, w, window, x)) return true;
  const s = sizesOf(x, y, window, groups);
  if (!s) return false;
  const { g, inputs, outputs } = s;
  const { run, rows } = s.kernel;
  const taps = g.taps.length;
  // The taps of an output spread over planes of the input, with zeros in front.
  const front = Math.ceil(g.largestShift / 4) * 4;
  const plane = front + g.positions + TILE;
  const [image, out] = [groups * outputs * plane, rows[0] * g.positions];
  const total = groups * inputs;
  const weights = dataOf(w.storage);
  return withPlaces([wholeOf(y)], [wholeOf(x)], image + out + total * outputs * taps + outputs * taps + total, (places) => {
    const { floats, at, room } = places;
    const [outAt, packed] = [room + 4 * image, room + 4 * (image + out)];
    const [offsets, start] = [packed + 4 * total * outputs * taps, packed + 4 * (total + 1) * outputs * taps];
    floats.fill(0, room / 4, outAt / 4);
    floats.fill(0, start / 4, start / 4 + total);
    floats.fill(0, at[1] / 4, at[1] / 4 + numel(x.sizes));
    const blocks = blocksOf(inputs, rows);
    const phases: { tapsOf: number[]; offsets: number; packed: number; runs: Geometry['runs'] }[] = [];
    let [to, table] = [packed / 4, offsets];
    for (let p = 0; p < g.planes; p++) {
      const tapsOf = g.taps.flatMap((t, i) => (t.plane === p ? i : []));
      if (tapsOf.length === 0) continue;
      phases.push({ tapsOf, offsets: table, packed: 4 * to, runs: g.runs.filter((r) => r.plane === p) });
      const shifts = Array.from({ length: outputs }, (_, o) => tapsOf.map((t) => o * plane + front - g.taps[t].shift)).flat();
      writeOffsets(places, table, shifts);
      table += 4 * shifts.length;
      for (let group = 0; group < groups; group++)
        for (const b of blocks)
          for (let o = 0; o < outputs; o++)
            for (const t of tapsOf)
              for (let r = 0; r < b.rows; r++) floats[to++] = weights[w.offset + ((group * outputs + o) * inputs + b.from + r) * taps + t];
    }
    for (let n = 0; n < s.batch; n++) {
      copyOutputs(s, groups * outputs, at[0] + 4 * n * groups * outputs * g.outputs, room + 4 * front, plane, true);
      for (const phase of phases) {
        const depth = outputs * phase.tapsOf.length;
        for (let group = 0; group < groups; group++)
          for (const b of blocks) {
            const c = group * inputs + b.from;
            const source = room + 4 * group * outputs * plane;
            run[`accumulate${b.rows}`](
              ...([phase.packed + 4 * c * depth, depth, phase.offsets, source] as const),
              ...([outAt, 4 * g.positions, g.positions, start + 4 * c] as const),
            );
            for (const r of phase.runs) {
              const target = at[1] + 4 * ((n * total + c) * g.inputs + r.input);
              run.copyRows(
                ...([outAt + 4 * r.at, target, b.rows, 4 * g.positions, 4 * g.inputs] as const),
                ...([r.rows, 4 * g.row, 4 * r.inputRow, r.count, 4, 4 * r.inputStep] as const),
              );
            }
          }
      }
    }
  });
}

/** @see FusedKernels.convolveWeight */
export function convolveWeight(x: View, y: View, window: Window, groups: number, w: View): boolean {
  if (winograd(x, y, window, groups)?.convolveWeight(x, y, window, w)) return true;
  const s = sizesOf(x, y, window, groups);
  if (!s) return false;
  const { g, inputs, outputs } = s;
  const { run } = s.kernel;
  const depth = inputs * g.taps.length;
  const tiles = Math.ceil(depth / TAPS);
  const channel = g.planes * g.plane;
  const [image, grads] = [groups * inputs * channel + TILE, groups * outputs * g.length];
  const sums = groups * outputs * tiles * TAPS * SUMS * 4;
  const blocks = blocksOf(outputs, [3, 2, 1]);
  let isFinite = true;
  const ran = withPlaces([wholeOf(x), wholeOf(y)], [], image + grads + sums + tiles * TAPS, (places) => {
    const { floats, at, room } = places;
    const [gradAt, sumsAt] = [room + 4 * image, room + 4 * (image + grads)];
    const offsets = sumsAt + 4 * sums;
    floats.fill(0, room / 4, offsets / 4);
    const shifts = Array.from({ length: inputs }, (_, c) => g.taps.map((t) => c * channel + t.plane * g.plane + t.shift)).flat();
    writeOffsets(places, offsets, [...shifts, ...new Array<number>(tiles * TAPS - depth).fill(0)]);
    for (let n = 0; n < s.batch; n++) {
      layOut(s, at[0], n, room);
      copyOutputs(s, groups * outputs, at[1] + 4 * n * groups * outputs * g.outputs, gradAt, g.length, true);
      for (let group = 0; group < groups; group++)
        for (const b of blocks) {
          const o = group * outputs + b.from;
          const source = room + 4 * group * inputs * channel;
          const to = sumsAt + 16 * SUMS * o * tiles * TAPS;
          run[`weigh${b.rows}`](gradAt + 4 * o * g.length, 4 * g.length, source, offsets, tiles, g.length, to);
        }
    }
    const target = dataOf(w.storage);
    for (let group = 0; group < groups; group++)
      for (const { from, rows } of blocks)
        for (let k = 0; k < depth; k++)
          for (let r = 0; r < rows; r++) {
            const o = group * outputs + from;
            const tap = (k - (k % TAPS)) * rows + (k % TAPS) * rows + r;
            const lane = sumsAt / 4 + 4 * SUMS * (o * tiles * TAPS + tap);
            let sum = 0;
            for (let i = lane; i < lane + 4 * SUMS; i++) sum += floats[i];
            if (sum - sum !== 0) isFinite = false;
            target[w.offset + (o + r) * depth + k] = sum;
          }
  });
  // Between the rows, a zero is multiplied by elements that do not belong to it. An infinite element would change the sum
  // there.
  return ran && isFinite;
}
