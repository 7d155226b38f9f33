/** Max pooling in float32: windows meet planes of the input as in convolutions, see geometry.ts. */
import type { TypedArray } from '../../../../dtype.js';
import { numel } from '../../../../shape.js';
import type { View, Window } from '../../../backend.js';
import { dataOf } from '../../buffer.js';
import { bump, repeat, set } from '../assembler/control.js';
import { i32, v } from '../assembler/instructions.js';
import { fn, locals } from '../assembler/module.js';
import { wholeOf, withPlaces } from '../places.js';
import { build, type Exports } from '../runtime.js';
import { stagingMemory } from '../staging.js';
import { geometryOf } from './geometry.js';
import { halves } from './halving.js';
import { copyRows } from './kernels.js';

/** With fewer elements than this, loops are quicker. */
const FEWEST = 2048;

/**
 * For each position, finds the greatest element that a tap meets, and its distance from the first tap in the input (−1: no
 * element is greater than −∞). The first of equal elements is kept; NaN wins over all. Parameters: the image, the offset of
 * each tap in bytes, the distances of the taps, the number of vectors of positions, and two results.
 */
const greatest = fn('greatest', 'iiiiii', ([image, offsets, steps, vectors, values, places], local) => {
  const [x, best, wins, place] = locals(local, 'v', 4);
  const [k, o] = locals(local, 'i', 2);
  const step = [
    set(x, v.load(i32.add(image, i32.load(o)))),
    set(wins, v.or(v.gt(x, best), v.ne(x, x))),
    [set(best, v.select(x, best, wins)), set(place, v.select(v.splat32(k), place, wins))],
    [bump(o, 4), bump(k, 4)],
  ];
  return repeat(
    [
      [set(best, v.const(-Infinity)), set(place, v.iconst(-1)), set(k, steps), set(o, offsets)],
      repeat(step, i32.lt(o, steps)),
      [v.store(values, best), v.store(places, place)],
      [bump(image, 16), bump(values, 16), bump(places, 16), bump(vectors, -1)],
    ],
    vectors,
  );
});

let made: Exports | null | undefined;
function load(): Exports | null {
  if (made !== undefined) return made;
  const memory = stagingMemory();
  return (made = memory && build([greatest, copyRows], memory));
}

/** Does what `maxPool` in ../../windows.ts does; `x` is contiguous. Returns false when it cannot, and then changes nothing. */
export function maxPoolVectors(x: View, window: Window, out: View, indices: View): boolean {
  const run = numel(x.sizes) >= FEWEST ? load() : null;
  if (!run) return false;
  const [count, ...input] = x.sizes as [number, number, number, number];
  const [D, H, W] = input;
  const [OD, OH, OW] = out.sizes.slice(1) as [number, number, number];
  const where = dataOf(indices.storage);
  const [from, to] = [wholeOf(x), wholeOf(out)];
  // When sizes are rounded up, some windows lie partly outside.
  const isCut = OH * 2 <= H && OW * 2 <= W;
  if (isCut && halves(window, [D, H, W], count, from, to, where, indices.offset)) return true;
  const g = geometryOf(input, [OD, OH, OW], window);
  const [, KH, KW] = window.kernel as [number, number, number];
  const [sd, sh, sw] = window.stride as [number, number, number];
  const [pd, ph, pw] = window.padding as [number, number, number];
  const [dd, dh, dw] = window.dilation as [number, number, number];
  const taps = g.taps.length;
  /** The distance of each tap from the first tap, in the input. */
  const steps = Int32Array.from(
    g.taps,
    (_, k) => (Math.floor(k / (KH * KW)) * dd * H + (Math.floor(k / KW) % KH) * dh) * W + (k % KW) * dw,
  );
  /** The first tap that meets an element: with each tap before it, the window is outside. */
  const firstInside = (z: number, y: number, c: number): number => {
    const at = (o: number, stride: number, padding: number, dilation: number) => Math.max(0, Math.ceil((padding - o * stride) / dilation));
    const [kz, ky, kx] = [at(z, sd, pd, dd), at(y, sh, ph, dh), at(c, sw, pw, dw)];
    const isInside = z * sd - pd + kz * dd < D && y * sh - ph + ky * dh < H && c * sw - pw + kx * dw < W;
    return isInside && kz < window.kernel[0] && ky < KH && kx < KW ? (kz * KH + ky) * KW + kx : -1;
  };
  const image = g.planes * g.plane;
  return withPlaces([from], [to], image + 2 * (g.length + taps), (places) => {
    const { floats, at, room } = places;
    const [best, distance, table] = [room / 4 + image, room / 4 + image + g.length, room / 4 + image + 2 * g.length];
    const integers = new Int32Array(floats.buffer, 0, floats.length);
    g.taps.forEach((t, k) => (integers[table + k] = 4 * (t.plane * g.plane + t.shift)));
    integers.set(steps, table + taps);
    floats.fill(-Infinity, room / 4, best);
    for (let n = 0, o = indices.offset; n < count; n++) {
      for (const r of g.runs) {
        const from = at[0] + 4 * (n * g.inputs + r.input);
        const to = room + 4 * (r.plane * g.plane + r.at);
        run.copyRows(from, to, 1, 0, 0, r.rows, 4 * r.inputRow, 4 * g.row, r.count, 4 * r.inputStep, 4);
      }
      run.greatest(room, 4 * table, 4 * (table + taps), g.length / 4, 4 * best, 4 * distance);
      const to = at[1] + 4 * n * OD * OH * OW;
      run.copyRows(4 * best, to, OD, 4 * g.slice, 4 * OH * OW, OH, 4 * g.row, 4 * OW, OW, 4, 4);
      for (let z = 0; z < OD; z++)
        for (let y = 0; y < OH; y++, o += OW) {
          const start = ((z * sd - pd) * H + y * sh - ph) * W - pw;
          if (writePositions(where, o, integers, distance + z * g.slice + y * g.row, OW, start, sw)) continue;
          for (let c = 0; c < OW; c++) {
            if (integers[distance + z * g.slice + y * g.row + c] >= 0) continue;
            const tap = firstInside(z, y, c);
            where[o + c] = tap < 0 ? -1 : start + c * sw + steps[tap];
          }
        }
    }
  });
}

/** Writes a row of positions in the input. Returns false when some are unknown: there no tap has won. */
function writePositions(to: TypedArray, o: number, distances: Int32Array, at: number, count: number, start: number, step: number): boolean {
  let isKnown = true;
  for (let c = 0, place = start; c < count; c++, place += step) {
    const distance = distances[at + c];
    if (distance < 0) isKnown = false;
    to[o + c] = place + distance;
  }
  return isKnown;
}
