/**
 * Convolutions by windows of 3 × 3 with stride 1, after Winograd's F(2 × 2, 3 × 3): an output of 2 × 2 takes 16 multiplications
 * instead of 36. Tiles of 4 × 4 of the input are transformed, then there are 16 products of matrices, [outputs, inputs] by
 * [inputs, tiles], and their results are transformed back. Each output still depends on nothing but what its window meets.
 */
import type { View, Window } from '../../../backend.js';
import { dataOf } from '../../buffer.js';
import { productFor } from '../../gemm.js';
import type { Code } from '../assembler/bytes.js';
import { bump, repeat, set, type Local } from '../assembler/control.js';
import { i32, v } from '../assembler/instructions.js';
import { fn, locals, type Type, type WasmFunction } from '../assembler/module.js';
import { scratchSize } from '../gemm/blocking.js';
import { roundUp, wholeOf, withPlaces, type Places } from '../places.js';
import { build, type Exports } from '../runtime.js';
import { stagingMemory } from '../staging.js';
import { copyRows } from './kernels.js';

/** What a transform finds: the address in a plane, that in the first of 16 matrices, and the bytes from row to row and from matrix to matrix. */
interface At {
  readonly plane: Local;
  readonly tiles: Local;
  readonly row: Local;
  readonly matrix: Local;
  readonly bias: Local;
  readonly local: (type: Type) => Local;
  /** Collects NaN when a value is not finite. */
  check(x: Code): Code;
}

/**
 * Walks along channels, rows of tiles, and groups of four tiles: (planes, bytes of a row, of a plane, matrices, bytes of a row of
 * them, of a matrix, channels, rows of tiles, groups, bias). Returns 1 when a checked value is not finite.
 */
const transform = (name: string, make: (at: At) => Code): WasmFunction =>
  fn(
    name,
    'iiiiiiiiii',
    ([x, row, plane, m, step, matrix, channels, rows, groups, bias], local) => {
      const [start, p, to, r, n] = locals(local, 'i', 5) as [Local, Local, Local, Local, Local];
      const bad = local('v');
      const check = (value: Code): Code => set(bad, v.add(bad, v.sub(value, value)));
      const body = make({ plane: p, tiles: to, row, matrix, bias, local, check });
      return [
        repeat(
          [
            [set(start, x), set(to, m), set(r, rows)],
            repeat(
              [
                [set(p, start), set(n, groups)],
                repeat([body, bump(p, 32), bump(to, 16), bump(n, -1)], n),
                [bump(start, i32.shl(row, i32.const(1))), bump(r, -1)],
              ],
              r,
            ),
            [bump(x, plane), bump(m, step), bump(bias, 4), bump(channels, -1)],
          ],
          channels,
        ),
        v.any(v.ne(bad, bad)),
      ];
    },
    'i',
  );

/** Writes vectors to the matrices, one after the other; `q` is overwritten. */
const scatter = (q: Local, { tiles, matrix }: At, values: readonly Code[]): Code => [
  set(q, tiles),
  values.map((value, i) => [v.store(q, value), i < 15 ? bump(q, matrix) : []]),
];

/** Bᵀ d B of four neighbouring tiles, whose columns overlap. */
const spread = transform('spread', (at) => {
  const { local, plane, row } = at;
  const [a, b, c, even, odd] = locals(local, 'v', 5);
  const q = local('i');
  const t = [0, 1, 2, 3].map(() => locals(local, 'v', 4));
  const [s0, s1, s2, s3] = t;
  return [
    set(q, plane),
    t.map((line) => [
      [set(a, v.load(q)), set(b, v.load(q, 16)), set(c, v.load(q, 32)), bump(q, row)],
      [set(even, v.shuffle(a, b, [0, 2, 4, 6])), set(odd, v.shuffle(a, b, [1, 3, 5, 7]))],
      [set(a, v.shuffle(even, c, [1, 2, 3, 4])), set(b, v.shuffle(odd, c, [1, 2, 3, 5]))],
      [set(line[0], v.sub(even, a)), set(line[1], v.add(odd, a)), set(line[2], v.sub(a, odd)), set(line[3], v.sub(odd, b))],
    ]),
    scatter(q, at, [
      ...s0.map((x, j) => v.sub(x, s2[j])),
      ...s1.map((x, j) => v.add(x, s2[j])),
      ...s2.map((x, j) => v.sub(x, s1[j])),
      ...s1.map((x, j) => v.sub(x, s3[j])),
    ]),
  ];
});

/** Aᵀ m A of four tiles, with the bias. */
const gather = transform('gather', ({ local, plane, tiles, row, matrix, bias, check }) => {
  const a = locals(local, 'v', 4);
  const [y, z, b] = locals(local, 'v', 3);
  const [from, q] = locals(local, 'i', 2);
  const [upper, lower] = [locals(local, 'v', 4), locals(local, 'v', 4)];
  const line = (s: readonly Local[]): Code => [
    set(y, v.add(v.add(s[0], s[1]), v.add(s[2], b))),
    set(z, v.add(v.sub(s[1], s[2]), v.sub(b, s[3]))),
    [v.store(q, v.shuffle(y, z, [0, 4, 1, 5])), v.store(q, v.shuffle(y, z, [2, 6, 3, 7]), 16)],
    [check(y), check(z)],
  ];
  return [
    [set(b, v.splat32(bias)), set(from, tiles)],
    upper.map((u, j) => [
      set(q, from),
      a.map((l, i) => [set(l, v.load(q)), i < 3 ? bump(q, i32.shl(matrix, i32.const(2))) : []]),
      [set(u, v.add(a[0], v.add(a[1], a[2]))), set(lower[j], v.sub(v.sub(a[1], a[2]), a[3])), bump(from, matrix)],
    ]),
    [set(q, plane), line(upper), bump(q, row), line(lower)],
  ];
});

/** A y Aᵀ of four tiles of 2 × 2. */
const expand = transform('expand', (at) => {
  const { local, plane, row } = at;
  const [a, b] = locals(local, 'v', 2);
  const q = local('i');
  const [s, t] = [locals(local, 'v', 4), locals(local, 'v', 4)];
  return [
    set(q, plane),
    [s, t].map((line) => [
      [set(a, v.load(q)), set(b, v.load(q, 16)), bump(q, row)],
      [set(line[0], v.shuffle(a, b, [0, 2, 4, 6])), set(b, v.shuffle(a, b, [1, 3, 5, 7]))],
      [set(line[1], v.add(line[0], b)), set(line[2], v.sub(line[0], b)), set(line[3], v.neg(b))],
    ]),
    scatter(q, at, [...s, ...s.map((x, j) => v.add(x, t[j])), ...s.map((x, j) => v.sub(x, t[j])), ...t.map((x) => v.neg(x))]),
  ];
});

let made: Exports | undefined;
const kernels = (): Exports => (made ??= build([spread, gather, expand, copyRows], stagingMemory()!));

/** The addresses of arrays of these lengths that lie one behind the other, and the address behind the last. */
function addressesOf(lengths: readonly number[], room: number): number[] {
  const at = [room];
  for (const length of lengths) at.push(at.at(-1)! + 4 * length);
  return at;
}

/** About how many tiles are transformed at once: their matrices stay in the second-level cache. */
const TILES = 256;

/** How images are cut into tiles, and blocks of tiles. Sizes are in elements. */
interface Cut {
  readonly across: number;
  readonly down: number;
  /** The rows of tiles in a block, of so many samples. */
  readonly rows: number;
  readonly samples: number;
  /** From row to row of a matrix; some more than there are tiles, so that rows do not fall on the same lines of the cache. */
  readonly step: number;
  /** From row to row of an image with its border, and from channel to channel. */
  readonly row: number;
  readonly plane: number;
}

function cutOf(height: number, width: number, batch: number): Cut {
  const [across, down] = [roundUp(Math.ceil(width / 2), 4), Math.ceil(height / 2)];
  const rows = Math.min(down, Math.max(1, Math.floor(TILES / across)));
  const samples = rows < down ? 1 : Math.min(batch, Math.max(1, Math.floor(TILES / (across * down))));
  const row = 2 * across + 4;
  return { across, down, rows, samples, step: samples * rows * across + 16, row, plane: (2 * down + 2) * row + 8 };
}

interface Block {
  readonly first: number;
  readonly samples: number;
  /** The first row of tiles, and their number. */
  readonly from: number;
  readonly rows: number;
}

function* blocksOf({ down, rows, samples }: Cut, batch: number): Generator<Block> {
  for (let first = 0; first < batch; first += samples)
    for (let from = 0; from < down; from += rows)
      yield { first, samples: Math.min(samples, batch - first), from, rows: Math.min(rows, down - from) };
}

/** A dense array of planes, and where they begin within an image. */
interface Planes {
  readonly sizes: readonly number[];
  readonly at: number;
  readonly image: number;
  readonly row: number;
  readonly plane: number;
  readonly padding: readonly [number, number];
}

/** Brings the samples of a block into an image, and from there into matrices. */
function transformed(
  name: 'spread' | 'expand',
  cut: Cut,
  block: Block,
  { sizes, at, image, row, plane, padding }: Planes,
  m: number,
): void {
  const [, channels, , height, width] = sizes as [number, number, number, number, number];
  const size = height * width;
  const length = block.rows * cut.across;
  for (let s = 0; s < block.samples; s++) {
    if (block.from === 0) {
      const [from, to] = [at + 4 * (block.first + s) * channels * size, image + 4 * (padding[0] * row + padding[1])];
      kernels().copyRows(from, to, channels, 4 * size, 4 * plane, height, 4 * width, 4 * row, width, 4, 4);
    }
    const start = image + 8 * block.from * row;
    const matrices = [m + 4 * s * length, 4 * cut.step, 4 * cut.step * channels] as const;
    kernels()[name](start, 4 * row, 4 * plane, ...matrices, channels, block.rows, cut.across / 4, 0);
  }
}

/** Where the windows of a weight lie: the steps from one output to the next, and from one input. */
interface Windows {
  readonly weight: View;
  readonly output: number;
  readonly input: number;
  /** Whether they are turned by half a turn. */
  readonly isTurned: boolean;
}

const between = new Float64Array(12);

/** G g Gᵀ of all windows: 16 matrices, [outputs, inputs]. */
function transformWindows(floats: Float32Array, to: number, outputs: number, inputs: number, w: Windows): void {
  const data = dataOf(w.weight.storage);
  const size = outputs * inputs;
  const [first, step] = w.isTurned ? [w.weight.offset + 8, -1] : [w.weight.offset, 1];
  for (let o = 0; o < outputs; o++)
    for (let c = 0; c < inputs; c++) {
      for (let k = 0, at = first + o * w.output + c * w.input; k < 3; k++, at += step) {
        const [x, y, z] = [data[at], data[at + 3 * step], data[at + 6 * step]];
        between[k] = x;
        between[k + 3] = (x + y + z) / 2;
        between[k + 6] = (x - y + z) / 2;
        between[k + 9] = z;
      }
      for (let i = 0, at = to + o * inputs + c; i < 12; i += 3, at += 4 * size) {
        const [x, y, z] = [between[i], between[i + 1], between[i + 2]];
        floats[at] = x;
        floats[at + size] = (x + y + z) / 2;
        floats[at + 2 * size] = (x - y + z) / 2;
        floats[at + 3 * size] = z;
      }
    }
}

/** Gᵀ s G of 16 matrices of `size` elements. Returns false when a result is not finite. */
function gatherWindows(floats: Float32Array, from: number, size: number, to: View): boolean {
  const data = dataOf(to.storage);
  let sum = 0;
  for (let n = 0; n < size; n++) {
    for (let i = 0, at = from + n; i < 12; i += 3, at += 4 * size) {
      const [x, y, z] = [floats[at], floats[at + size], floats[at + 2 * size]];
      between[i] = x + (y + z) / 2;
      between[i + 1] = (y - z) / 2;
      between[i + 2] = (y + z) / 2 + floats[at + 3 * size];
    }
    for (let k = 0, at = to.offset + 9 * n; k < 3; k++, at++) {
      const [x, y, z, last] = [between[k], between[k + 3], between[k + 6], between[k + 9]];
      data[at] = x + (y + z) / 2;
      data[at + 3] = (y - z) / 2;
      data[at + 6] = (y + z) / 2 + last;
      sum += data[at] + data[at + 3] + data[at + 6];
    }
  }
  return sum - sum === 0;
}

/** Writes the sums of all windows over `x` to `y`. Returns false when one of them is not finite: then it may be another one. */
function windows(x: View, y: View, weight: Windows, bias: View | null, padding: readonly [number, number]): boolean {
  const [batch, inputs] = x.sizes as [number, number];
  const [, outputs, , height, width] = y.sizes as [number, number, number, number, number];
  const cut = cutOf(height, width, batch);
  const { blocking, gemm } = productFor(9 * batch * outputs * inputs * height * width);
  const isWhole = height === 2 * cut.down && width === 2 * cut.across;
  const line = 2 * cut.across;
  const gaps = isWhole ? 0 : outputs * 2 * cut.rows * line;
  const sizes = [inputs * cut.plane + 16, outputs, 16 * outputs * inputs, 16 * inputs * cut.step, 16 * outputs * cut.step, gaps].map((n) =>
    roundUp(n, 16),
  );
  const extra = sizes.reduce((a, b) => a + b) + scratchSize(blocking, cut.step);
  let bad = 0;
  const ran = withPlaces([wholeOf(x)], [wholeOf(y)], extra, ({ floats, at, room }: Places) => {
    const [image, start, u, spreadAt, m, out, scratch] = addressesOf(sizes, room);
    floats.fill(0, image / 4, u / 4);
    if (bias) for (let o = 0; o < outputs; o++) floats[start / 4 + o] = dataOf(bias.storage)[bias.offset + o * bias.strides[0]];
    transformWindows(floats, u / 4, outputs, inputs, weight);
    const planes = { sizes: x.sizes, at: at[0], image, row: cut.row, plane: cut.plane, padding };
    for (const block of blocksOf(cut, batch)) {
      transformed('spread', cut, block, planes, spreadAt);
      const length = block.rows * cut.across;
      const step = 4 * cut.step;
      for (let i = 0; i < 16; i++)
        gemm(
          outputs,
          block.samples * length,
          inputs,
          u + 4 * i * outputs * inputs,
          4 * inputs,
          4,
          spreadAt + i * inputs * step,
          step,
          4,
          m + i * outputs * step,
          step,
          scratch,
          0,
        );
      for (let s = 0; s < block.samples; s++) {
        const target = at[1] + 4 * ((block.first + s) * outputs * height + 2 * block.from) * width;
        const rows = 2 * block.rows;
        const [to, row, plane] = isWhole ? [target, 4 * width, 4 * height * width] : [out, 4 * line, 4 * rows * line];
        bad |= kernels().gather(to, row, plane, m + 4 * s * length, step, outputs * step, outputs, block.rows, cut.across / 4, start);
        const left = Math.min(rows, height - 2 * block.from);
        if (!isWhole) kernels().copyRows(out, target, outputs, plane, 4 * height * width, left, row, 4 * width, width, 4, 4);
      }
    }
  });
  return ran && bad === 0;
}

const paddingOf = ({ padding }: Window): [number, number] => [padding[1], padding[2]];

/** @see FusedKernels.convolve */
export const convolve = (x: View, weight: View, bias: View | null, window: Window, y: View): boolean =>
  windows(x, y, { weight, output: 9 * x.sizes[1], input: 9, isTurned: false }, bias, paddingOf(window));

/** @see FusedKernels.convolveBack */
export function convolveBack(y: View, weight: View, window: Window, x: View): boolean {
  const [down, across] = paddingOf(window);
  return windows(y, x, { weight, output: 9, input: 9 * x.sizes[1], isTurned: true }, null, [2 - down, 2 - across]);
}

/** @see FusedKernels.convolveWeight */
export function convolveWeight(x: View, y: View, window: Window, w: View): boolean {
  const [batch, inputs] = x.sizes as [number, number];
  const [, outputs, , height, width] = y.sizes as [number, number, number, number, number];
  const cut = cutOf(height, width, batch);
  const { blocking, gemm } = productFor(9 * batch * outputs * inputs * height * width);
  const flat = 4 * cut.down * cut.across;
  const sizes = [inputs * cut.plane + 16, outputs * flat, 16 * inputs * cut.step, 16 * outputs * cut.step, 16 * outputs * inputs].map((n) =>
    roundUp(n, 16),
  );
  const extra = sizes.reduce((a, b) => a + b) + scratchSize(blocking, inputs);
  let isFinite = true;
  const ran = withPlaces([wholeOf(x), wholeOf(y)], [], extra, ({ floats, at, room }) => {
    const [image, grads, spreadAt, d, sums, scratch] = addressesOf(sizes, room);
    floats.fill(0, image / 4, spreadAt / 4);
    const step = 4 * cut.step;
    let add = 0;
    for (const block of blocksOf(cut, batch)) {
      transformed(
        'spread',
        cut,
        block,
        { sizes: x.sizes, at: at[0], image, row: cut.row, plane: cut.plane, padding: paddingOf(window) },
        spreadAt,
      );
      transformed('expand', cut, block, { sizes: y.sizes, at: at[1], image: grads, row: 2 * cut.across, plane: flat, padding: [0, 0] }, d);
      for (let i = 0; i < 16; i++)
        gemm(
          outputs,
          inputs,
          block.samples * block.rows * cut.across,
          d + i * outputs * step,
          step,
          4,
          spreadAt + i * inputs * step,
          4,
          step,
          sums + 4 * i * outputs * inputs,
          4 * inputs,
          scratch,
          add,
        );
      add = 1;
    }
    isFinite = gatherWindows(floats, sums / 4, outputs * inputs, w);
  });
  return ran && isFinite;
}
