/** What convolutions are made of: sums over a table of offsets, and rows that are copied from one pitch to another. */
import type { Code } from '../assembler/bytes.js';
import { bump, iff, repeat, set } from '../assembler/control.js';
import { f32, i32, v } from '../assembler/instructions.js';
import { fn, locals, type WasmFunction } from '../assembler/module.js';
import { multiplyAdd } from '../gemm/blocking.js';

/** Vectors of positions that are summed at once. */
const VECTORS = 2;
/** Positions that are summed at once: rooms are multiples of it. */
export const TILE = 4 * VECTORS;
/** Taps and outputs of a tile of `weigh`. */
export const TAPS = 3;
export const WEIGHED = 3;

/**
 * For `rows` outputs at once: out[r][p] = start[r] + Σ_k a[k][r] · image[p + offset k]. Parameters: a, how many k, the
 * table of offsets in bytes, the image, out and its bytes from output to output, tiles of positions, start.
 */
export const accumulate = (rows: number, fused: boolean): WasmFunction =>
  fn(`accumulate${rows}`, 'iiiiiiii', ([a, depth, offsets, image, out, outStep, tiles, start], local) => {
    const madd = multiplyAdd(fused);
    const sums = Array.from({ length: rows }, () => locals(local, 'v', VECTORS));
    const b = locals(local, 'v', VECTORS);
    const x = local('v');
    const [p, pa, k, o, to] = locals(local, 'i', 5);
    const step = [
      set(p, i32.add(image, i32.load(o))),
      b.map((l, n) => set(l, v.load(p, 16 * n))),
      sums.map((row, r) => [set(x, v.splat32(pa, 4 * r)), row.map((l, n) => set(l, madd(x, b[n], l)))]),
      [bump(pa, 4 * rows), bump(o, 4), bump(k, -1)],
    ];
    return repeat(
      [
        sums.map((row, r) => [set(x, v.splat32(start, 4 * r)), row.map((l) => set(l, x))]),
        [set(pa, a), set(o, offsets), set(k, depth), repeat(step, k), set(to, out)],
        sums.map((row, r) => [row.map((l, n) => v.store(to, l, 16 * n)), r < rows - 1 ? bump(to, outStep) : []]),
        [bump(image, 4 * TILE), bump(out, 4 * TILE), bump(tiles, -1)],
      ],
      tiles,
    );
  });

/**
 * For `rows` outputs: adds Σ_p dy[r][p] · image[p + offset t] to the sums of each tap t, four lanes each. Parameters: dy
 * and its bytes from output to output, the image, offsets, tiles of taps, vectors of positions, sums [tap / TAPS][TAPS][rows].
 */
export const weigh = (rows: number, fused: boolean): WasmFunction =>
  fn(`weigh${rows}`, 'iiiiiii', ([dy, dyStep, image, offsets, tiles, vectors, sums], local) => {
    const madd = multiplyAdd(fused);
    const acc = locals(local, 'v', rows * TAPS);
    const xs = locals(local, 'v', TAPS);
    const d = local('v');
    const [px, pd] = [locals(local, 'i', TAPS), locals(local, 'i', rows)];
    const n = local('i');
    const step = [
      px.map((l, t) => set(xs[t], v.load(l))),
      pd.map((l, r) => [set(d, v.load(l)), xs.map((x, t) => set(acc[t * rows + r], madd(d, x, acc[t * rows + r])))]),
      [...px, ...pd].map((l) => bump(l, 16)),
      bump(n, -1),
    ];
    return repeat(
      [
        px.map((l, t) => set(l, i32.add(image, i32.load(offsets, 4 * t)))),
        pd.map((l, r) => set(l, r === 0 ? dy : i32.add(pd[r - 1], dyStep))),
        acc.map((l, j) => set(l, v.load(sums, 16 * j))),
        [set(n, vectors), repeat(step, n)],
        acc.map((l, j) => v.store(sums, l, 16 * j)),
        [bump(sums, 16 * acc.length), bump(offsets, 4 * TAPS), bump(tiles, -1)],
      ],
      tiles,
    );
  });

/**
 * Copies planes of rows. Parameters: from and to; planes and the bytes from one to the next on both sides; rows and the
 * bytes from one to the next; elements of a row and the bytes from one to the next. There is at least one of each.
 */
export const copyRows: WasmFunction = fn(
  'copyRows',
  'iiiiiiiiiii',
  ([from, to, planes, fromPlane, toPlane, rows, fromRow, toRow, count, fromStep, toStep], local) => {
    const [p, q, row, a, b, left] = locals(local, 'i', 6);
    const whole = i32.ge(left, i32.const(4));
    const vectors: Code = [
      iff(whole, repeat([v.store(b, v.load(a)), bump(a, 16), bump(b, 16), bump(left, -4)], whole)),
      iff(left, repeat([f32.store(b, f32.load(a)), bump(a, 4), bump(b, 4), bump(left, -1)], left)),
    ];
    const single = repeat([f32.store(b, f32.load(a)), bump(a, fromStep), bump(b, toStep), bump(left, -1)], left);
    const sideBySide = i32.and(i32.eq(fromStep, i32.const(4)), i32.eq(toStep, i32.const(4)));
    return repeat(
      [
        [set(p, from), set(q, to), set(row, rows)],
        repeat(
          [
            [set(a, p), set(b, q), set(left, count), iff(sideBySide, vectors, single)],
            [bump(p, fromRow), bump(q, toRow), bump(row, -1)],
          ],
          row,
        ),
        [bump(from, fromPlane), bump(to, toPlane), bump(planes, -1)],
      ],
      planes,
    );
  },
);
