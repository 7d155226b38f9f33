import type { Code } from '../assembler/bytes.js';
import { bump, iff, range, repeat, set } from '../assembler/control.js';
import { f32, i32, v } from '../assembler/instructions.js';
import { fn, locals, type WasmFunction } from '../assembler/module.js';
import { columnsOf, multiplyAdd, type Blocking } from './blocking.js';

const times4 = (x: Code): Code => i32.shl(x, i32.const(2));

/**
 * One strip of C, a tile wide, over all its rows: C (+)= A · panel of B. Parameters: A and its bytes from row to row; the
 * number of rows; B and its bytes from row to row; depth; C and its bytes from row to row; the number of columns (fewer than a
 * tile at the right edge); whether this is the first block of the depth (then C is written, otherwise added to); a place for an
 * edge tile.
 *
 * @param packed whether A lies in panels of a tile's rows, depth by depth; otherwise A lies row by row
 */
export function strip(name: string, blocking: Blocking, packed: boolean): WasmFunction {
  const { rows: R, vectors: V, unroll: U } = blocking;
  const columns = columnsOf(blocking);
  const madd = multiplyAdd(blocking.fused);
  return fn(name, 'iiiiiiiiiii', ([a, aStep, rows, b, bStep, depth, c, cStep, width, first, edge], local) => {
    const sums = Array.from({ length: R }, () => locals(local, 'v', V));
    const bs = locals(local, 'v', V);
    const x = local('v');
    const [i, p, pb, pc, left, r, j, t] = locals(local, 'i', 8);
    const lines = packed ? [] : locals(local, 'i', R);

    const step = (u: number) => [
      bs.map((l, n) => set(l, v.load(pb, 16 * n))),
      bump(pb, bStep),
      sums.map((row, q) => [
        set(x, packed ? v.splat32(a, 4 * (q + u * R)) : v.splat32(lines[q], 4 * u)),
        row.map((l, n) => set(l, madd(x, bs[n], l))),
      ]),
    ];
    const forward = (u: number) => (packed ? bump(a, 4 * R * u) : lines.map((q) => bump(q, 4 * u)));
    const write = (bytes: Code) => sums.map((row, q) => [row.map((l, n) => v.store(t, l, 16 * n)), q < R - 1 ? bump(t, bytes) : []]);
    const addWhatIsThere = sums.map((row, q) => [row.map((l, n) => set(l, v.add(l, v.load(t, 16 * n)))), q < R - 1 ? bump(t, cStep) : []]);

    // Rows beyond the last row repeat it: they are computed and not written.
    const startLines = lines.map((q, n) =>
      n === 0 ? set(q, i32.add(a, i32.mul(i, aStep))) : [set(q, lines[n - 1]), iff(i32.gt(left, i32.const(n)), bump(q, aStep))],
    );
    const wholeTile = [set(t, pc), iff(i32.eqz(first), [addWhatIsThere, set(t, pc)]), write(cStep)];
    const edgeTile = [
      set(t, edge),
      write(i32.const(columns * 4)),
      iff(i32.gt(left, i32.const(R)), set(left, i32.const(R))),
      set(t, pc),
      range(r, left, 1, [
        range(j, width, 1, [
          set(p, i32.add(edge, i32.add(times4(j), i32.mul(r, i32.const(columns * 4))))),
          set(pb, i32.add(t, times4(j))),
          iff(first, f32.store(pb, f32.load(p)), f32.store(pb, f32.add(f32.load(pb), f32.load(p)))),
        ]),
        bump(t, cStep),
      ]),
    ];
    return [
      set(pc, c),
      range(i, rows, R, [
        set(left, i32.sub(rows, i)),
        startLines,
        sums.flat().map((l) => set(l, v.const(0))),
        set(pb, b),
        set(p, depth),
        iff(
          i32.ge(p, i32.const(U)),
          repeat([Array.from({ length: U }, (_, u) => step(u)), forward(U), bump(p, -U)], i32.ge(p, i32.const(U))),
        ),
        U > 1 ? iff(p, repeat([step(0), forward(1), bump(p, -1)], p)) : [],
        iff(i32.and(i32.ge(left, i32.const(R)), i32.eq(width, i32.const(columns))), wholeTile, edgeTile),
        bump(pc, i32.mul(cStep, i32.const(R))),
      ]),
    ];
  });
}
