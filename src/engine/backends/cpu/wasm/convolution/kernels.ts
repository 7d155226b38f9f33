/** The kernels of convolutions: sums over a table of offsets, and copies of rows from one pitch to another. */
import type { Code } from '../assembler/bytes.js';
import { bump, iff, repeat, set } from '../assembler/control.js';
import { f32, i32, v } from '../assembler/instructions.js';
import { fn, locals, type WasmFunction } from '../assembler/module.js';
import { multiplyAdd } from '../gemm/blocking.js';

/** Rooms for positions are multiples of this: the most positions that any kernel sums at once. */
export const TILE = 16;

/**
 * For `rows` outputs and `vectors` of positions at once: out[r][p] = start[r] + Σ_k a[k][r] · image[p + offset k]. Parameters:
 * a, the number of k, the table of offsets in bytes, the image, out and its bytes from output to output, the number of
 * positions, start.
 */
export const accumulate = (rows: number, vectors: number, fused: boolean): WasmFunction =>
  fn(`accumulate${rows}`, 'iiiiiiii', ([a, depth, offsets, image, out, outStep, positions, start], local) => {
    const madd = multiplyAdd(fused);
    const sums = Array.from({ length: rows }, () => locals(local, 'v', vectors));
    const b = locals(local, 'v', vectors);
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
        [bump(image, 16 * vectors), bump(out, 16 * vectors), bump(positions, -4 * vectors)],
      ],
      positions,
    );
  });

/** The number of taps and of outputs in a tile of `weigh`. */
export const TAPS = 3;
export const WEIGHED = 3;
/** The number of vectors of sums for the gradient of a weight. They are added up at the end. */
export const SUMS = 2;

/**
 * For `rows` outputs: adds Σ_p dy[r][p] · image[p + offset t] to the sums of each tap t, lane by lane. Parameters: dy and its
 * bytes from output to output, the image, offsets, tiles of taps, positions, sums [tap / TAPS][TAPS][rows][SUMS][4]. `vectors`
 * sums are updated at once, the others in another turn: the resulting bits are the same.
 */
export const weigh = (rows: number, vectors: number, fused: boolean): WasmFunction =>
  fn(`weigh${rows}`, 'iiiiiii', ([dy, dyStep, image, offsets, tiles, positions, sums], local) => {
    const madd = multiplyAdd(fused);
    const acc = Array.from({ length: TAPS * rows }, () => locals(local, 'v', vectors));
    const xs = Array.from({ length: TAPS }, () => locals(local, 'v', vectors));
    const ds = locals(local, 'v', vectors);
    const [px, pd] = [locals(local, 'i', TAPS), locals(local, 'i', rows)];
    const n = local('i');
    const step = [
      px.map((l, t) => xs[t].map((x, i) => set(x, v.load(l, 16 * i)))),
      pd.map((l, r) => [
        ds.map((d, i) => set(d, v.load(l, 16 * i))),
        xs.map((x, t) => acc[t * rows + r].map((sum, i) => set(sum, madd(ds[i], x[i], sum)))),
      ]),
      [...px, ...pd].map((l) => bump(l, 16 * SUMS)),
      bump(n, -4 * SUMS),
    ];
    const turn = (first: number) => {
      const sumsAt = acc.map((row, j) => row.map((l, i) => [l, 16 * (j * SUMS + first + i)] as const)).flat();
      return [
        px.map((l, t) => set(l, i32.add(i32.add(image, i32.const(16 * first)), i32.load(offsets, 4 * t)))),
        pd.map((l, r) => set(l, r === 0 ? i32.add(dy, i32.const(16 * first)) : i32.add(pd[r - 1], dyStep))),
        sumsAt.map(([l, at]) => set(l, v.load(sums, at))),
        [set(n, positions), repeat(step, n)],
        sumsAt.map(([l, at]) => v.store(sums, l, at)),
      ];
    };
    const turns = Array.from({ length: SUMS / vectors }, (_, i) => turn(i * vectors));
    return repeat([turns, bump(sums, 16 * SUMS * acc.length), bump(offsets, 4 * TAPS), bump(tiles, -1)], tiles);
  });

/**
 * Copies planes of rows. Parameters: from and to; the number of planes and the bytes from one to the next on both sides; the
 * same for rows, and for the elements of a row. There is at least one of each.
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
