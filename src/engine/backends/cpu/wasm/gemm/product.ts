import type { Code } from '../assembler/bytes.js';
import { call, choose, iff, range, set, setLesser } from '../assembler/control.js';
import { i32 } from '../assembler/instructions.js';
import { fn, locals, type WasmFunction } from '../assembler/module.js';
import { blockRows, columnsOf, DEPTH, EDGE, type Blocking } from './blocking.js';
import { pack } from './pack.js';
import { strip } from './strip.js';

/** When B has up to this many elements, the product reads B in place: its panels are in the cache anyway. */
const SMALL = 128 * 128;

const times4 = (x: Code): Code => i32.shl(x, i32.const(2));

/**
 * The functions of one product: `gemm(m, n, k, a, aRow, aColumn, b, bRow, bColumn, c, cRow, scratch, add)` computes C = A · B
 * (or C += A · B), with the steps between rows and columns in bytes. The elements of a row of C lie side by side. `packB`,
 * `panels` and `asIs` are the parts of `gemm`, for code that multiplies by the same B again and again.
 */
export function gemmFunctions(blocking: Blocking): WasmFunction[] {
  const parts = [
    pack('packA', blocking.rows),
    pack('packB', columnsOf(blocking)),
    strip('panels', blocking, true),
    strip('asIs', blocking, false),
  ];
  return [...parts, product(blocking, { packA: 0, packB: 1, panels: 2, asIs: 3 })];
}

function product(blocking: Blocking, at: Record<'packA' | 'packB' | 'panels' | 'asIs', number>): WasmFunction {
  const columns = columnsOf(blocking);
  const rows = blockRows(blocking);
  return fn('gemm', 'iiiiiiiiiiiii', ([m, n, k, a, aRow, aColumn, b, bRow, bColumn, c, cRow, scratch, add], local) => {
    const cut = local('i');
    /** What is less deep than two blocks is cut into halves. */
    const isHalved = i32.and(i32.gt(k, i32.const(DEPTH)), i32.lt(k, i32.const(2 * DEPTH)));
    const [p, depth, i, height, j, panels, width, panel, step, block, tile, direct, whole, first, edge] = locals(local, 'i', 15);
    // The scratch holds an edge tile, then a block of A, then panels of B.
    const blockOfA = i32.add(scratch, i32.const(EDGE * 4));
    const panelsOfB = i32.add(scratch, i32.const((EDGE + rows * DEPTH) * 4));
    return [
      set(edge, scratch),
      // When rows of A are read only a few times, copying them is not worth it.
      set(whole, i32.and(i32.eq(aColumn, i32.const(4)), i32.le(n, i32.const(128)))),
      set(cut, choose('i', isHalved, i32.shr(k, i32.const(1)), i32.const(DEPTH))),
      range(p, k, cut, [
        setLesser(depth, i32.sub(k, p), cut),
        set(first, i32.and(i32.eqz(p), i32.eqz(add))),
        set(direct, i32.and(i32.eq(bColumn, i32.const(4)), i32.le(i32.mul(n, k), i32.const(SMALL)))),
        iff(
          direct,
          [set(panels, i32.add(b, i32.mul(p, bRow))), set(step, bRow)],
          [
            set(panels, panelsOfB),
            set(step, i32.const(columns * 4)),
            call(at.packB, i32.add(b, i32.mul(p, bRow)), bColumn, bRow, n, depth, panels),
          ],
        ),
        range(i, m, rows, [
          setLesser(height, i32.sub(m, i), i32.const(rows)),
          set(block, i32.add(a, i32.add(i32.mul(i, aRow), i32.mul(p, aColumn)))),
          iff(i32.eqz(whole), call(at.packA, block, aRow, aColumn, height, depth, blockOfA)),
          range(j, n, columns, [
            setLesser(width, i32.sub(n, j), i32.const(columns)),
            set(panel, i32.add(panels, choose('i', direct, times4(j), i32.mul(j, times4(depth))))),
            set(tile, i32.add(c, i32.add(i32.mul(i, cRow), times4(j)))),
            iff(
              whole,
              call(at.asIs, block, aRow, height, panel, step, depth, tile, cRow, width, first, edge),
              call(at.panels, blockOfA, i32.const(0), height, panel, step, depth, tile, cRow, width, first, edge),
            ),
          ]),
        ]),
      ]),
    ];
  });
}
