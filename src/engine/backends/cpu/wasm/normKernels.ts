/**
 * Kernels for rows of norms. Within a row, sums are kept in float32, sixteen lanes apart, and from there on in doubles: a row
 * is short, and conversions take longer than additions.
 */
import type { Code } from './assembler/bytes.js';
import { bump, iff, repeat, set, type Local } from './assembler/control.js';
import { i32, v } from './assembler/instructions.js';
import { fn, locals, type WasmFunction } from './assembler/module.js';
import { multiplyAdd, type MultiplyAdd } from './gemm/blocking.js';

/** The number of vectors of sums. */
export const WIDTH = 4;

/** Σ of all lanes, of floats or of doubles, as a double in both lanes; `t` is overwritten. */
export function total(sums: readonly Code[], t: Local, areDoubles = false): Code {
  const add = areDoubles ? v.dadd : v.add;
  const [a, b, c, d] = sums as [Code, Code, Code, Code];
  return [
    set(t, add(add(a, b), add(c, d))),
    areDoubles ? [] : set(t, v.dadd(v.promote(t), v.promote(v.shuffle(t, t, [2, 3, 2, 3])))),
    set(t, v.dadd(t, v.shuffle(t, t, [2, 3, 0, 1]))),
  ];
}

/** Where sums are stored, so that a compiler joins neighbouring ones: it looks for neighbours among what is stored. */
const SUMS = i32.const(2048);

/** The sums, as `total` takes them: where vectors are to be joined, read again from where they were stored. */
export const seen = (sums: readonly Local[], joins: boolean): Code =>
  joins ? [sums.map((l, n) => v.store(SUMS, l, 16 * n)), sums.map((l, n) => set(l, v.load(SUMS, 16 * n)))] : [];

/** The float32 nearest to a double, in all lanes. */
export const rounded = (x: Code): Code => [v.demote(x), v.splat(v.lane([], 0))];

/**
 * Calls `body` for each vector of a row (with the number of the sum that it adds to), then `one` for each element that is left.
 * @param four the code for four vectors at once
 */
export function along(
  left: Local,
  columns: Code,
  pointers: readonly Local[],
  body: (n: number, offset: number) => Code,
  one: Code,
  four: Code = Array.from({ length: WIDTH }, (_, n) => body(n, 16 * n)),
): Code {
  const advance = (elements: number): Code => [pointers.map((p) => bump(p, 4 * elements)), bump(left, -elements)];
  const atLeast = (n: number) => i32.ge(left, i32.const(n));
  return [
    set(left, columns),
    iff(atLeast(16), repeat([four, advance(16)], atLeast(16))),
    iff(atLeast(4), repeat([body(0, 0), advance(4)], atLeast(4))),
    iff(left, repeat([one, advance(1)], left)),
  ];
}

export const firstLaneOnly = (x: Code): Code => v.and(x, [0xfd, 12, 255, 255, 255, 255, ...new Array<number>(12).fill(0)]);

/**
 * Layer norm: (x, out, bytes from row to row, rows, columns, weight, bias, mean: a float for each row, rstd, eps). Returns 0,
 * or NaN when a row has a variance that is not finite. Deviations are taken from the mean of the first 16 elements (there are as
 * many), and their mean corrects both moments. So the moments are about as exact as in doubles, unless that first mean is far
 * from the row's: then deviations are taken once more, from the row's mean.
 */
const layerRows = (madd: MultiplyAdd, joins: boolean): WasmFunction =>
  fn(
    'layerRows',
    'iiiiiiiiid',
    ([x, out, step, rows, columns, weight, bias, mean, rstd, eps], local) => {
      const [sums, squares] = [locals(local, 'v', WIDTH), locals(local, 'v', WIDTH)];
      const [m, s, d, t, n, bad, raw] = locals(local, 'v', 7);
      const [p, o, w, b, left, tries] = locals(local, 'i', 6);
      const clear = (all: readonly Local[]) => all.map((l) => set(l, v.const(0)));
      const deviate = (i: number): Code => [set(sums[i], v.add(sums[i], d)), set(squares[i], madd(d, d, squares[i]))];
      const scaled = (element: Code, by: Code, and: Code) => madd(v.mul(v.sub(element, m), s), by, and);
      const ds = joins ? locals(local, 'v', WIDTH) : [];
      const four = (value: (n: number) => Code, use: (n: number) => Code) =>
        joins ? [ds.map((l, n) => set(l, value(n))), ds.map((_, n) => use(n))] : undefined;
      const result = (at: number) => scaled(v.load(p, at), v.load(w, at), v.load(b, at));
      return [
        set(n, v.dfromInt(v.isplat(columns))),
        repeat(
          [
            total(
              [0, 16, 32, 48].map((at) => v.load(x, at)),
              t,
            ),
            [set(m, rounded(v.dmul(t, v.dconst(1 / 16)))), set(tries, i32.const(3))],
            repeat(
              [
                [clear(sums), clear(squares), set(p, x)],
                along(
                  left,
                  columns,
                  [p],
                  (i, at) => [set(d, v.sub(v.load(p, at), m)), deviate(i)],
                  [set(d, firstLaneOnly(v.sub(v.splat32(p), m))), deviate(0)],
                  four(
                    (n) => v.sub(v.load(p, 16 * n), m),
                    (n) => [set(sums[n], v.add(sums[n], ds[n])), set(squares[n], madd(ds[n], ds[n], squares[n]))],
                  ),
                ),
                [seen(sums, joins), total(sums, t), set(d, v.ddiv(t, n))],
                [seen(squares, joins), total(squares, t), set(raw, v.ddiv(t, n)), set(t, v.dsub(raw, v.dmul(d, d)))],
                [set(m, rounded(v.dadd(v.promote(m), d))), bump(tries, -1)],
              ],
              i32.and(i32.gt(tries, i32.const(0)), v.any(v.dlt(t, v.dmul(raw, v.dconst(0.25))))),
            ),
            set(bad, v.dadd(bad, v.dsub(t, t))),
            set(s, rounded(v.ddiv(v.dconst(1), v.dsqrt(v.dadd(v.dpmax(t, v.dconst(0)), v.dsplat(eps)))))),
            [v.storeLane(mean, m, 0), v.storeLane(rstd, s, 0)],
            [set(p, x), set(o, out), set(w, weight), set(b, bias)],
            along(
              left,
              columns,
              [p, o, w, b],
              (_, at) => v.store(o, result(at), at),
              v.storeLane(o, scaled(v.splat32(p), v.splat32(w), v.splat32(b)), 0),
              four(
                (n) => result(16 * n),
                (n) => v.store(o, ds[n], 16 * n),
              ),
            ),
            [bump(x, step), bump(out, step), bump(mean, 4), bump(rstd, 4), bump(rows, -1)],
          ],
          rows,
        ),
        v.dlane(bad, 0),
      ];
    },
    'd',
  );

/**
 * For each row: (g, x, bytes from row to row, rows, columns, m: a float for each row, out). Writes Σ g and Σ g · (x − m), as
 * doubles.
 */
const dotRows = (madd: MultiplyAdd): WasmFunction =>
  fn('dotRows', 'iiiiiii', ([g, x, step, rows, columns, m, out], local) => {
    const [sums, products] = [locals(local, 'v', WIDTH), locals(local, 'v', WIDTH)];
    const [mean, a, t] = locals(local, 'v', 3);
    const [p, q, left] = locals(local, 'i', 3);
    const take = (n: number, elements: Code, others: Code): Code => [
      [set(a, elements), set(sums[n], v.add(sums[n], a))],
      set(products[n], madd(a, v.sub(others, mean), products[n])),
    ];
    return repeat(
      [
        [...sums, ...products].map((l) => set(l, v.const(0))),
        [set(mean, v.splat32(m)), set(p, g), set(q, x)],
        // For a single element, the further lanes of g are zero.
        along(left, columns, [p, q], (n, at) => take(n, v.load(p, at), v.load(q, at)), take(0, v.zero32(p), v.splat32(q))),
        [total(sums, t), v.store(out, t)],
        [total(products, t), v.store(out, t, 8)],
        [bump(g, step), bump(x, step), bump(m, 4), bump(out, 16), bump(rows, -1)],
      ],
      rows,
    );
  });

export function normKernels(fused: boolean, joins = false): WasmFunction[] {
  const madd = multiplyAdd(fused);
  return [layerRows(madd, joins), dotRows(madd)];
}
