/** Small products of float32, added up in doubles: examples that people compute by hand keep their exact results. */
import type { TypedArray } from '../../../../dtype.js';
import { bump, repeat, set } from '../assembler/control.js';
import { i32, v } from '../assembler/instructions.js';
import { fn, locals } from '../assembler/module.js';
import { roundUp } from '../places.js';
import { build, hasMultiplyAdd, type Exports } from '../runtime.js';
import { RESERVED, stage, stagingMemory } from '../staging.js';
import type { MultiplyAdd } from './blocking.js';

/** A tile of C in registers: two rows of four vectors of two doubles. */
const ROWS = 2;
const COLUMNS = 8;

/**
 * (rows, columns, depth, a, b, c): all row major. The rows and columns are whole tiles. The product of two float32 is exact in
 * doubles, so it does not matter whether one instruction multiplies and adds.
 */
const product = (madd: MultiplyAdd) =>
  fn('product', 'iiiiii', ([rows, columns, depth, a, b, c], local) => {
    const sums = Array.from({ length: ROWS }, () => locals(local, 'v', COLUMNS / 2));
    const bs = locals(local, 'v', COLUMNS / 2);
    const [x, t] = locals(local, 'v', 2);
    const [pa, pb, k, j, to, aStep, bStep] = locals(local, 'i', 7);
    const step = [
      [0, 1].map((n) => [
        set(t, v.load(pb, 16 * n)),
        set(bs[2 * n], v.promote(t)),
        set(bs[2 * n + 1], v.promote(v.shuffle(t, t, [2, 3, 2, 3]))),
      ]),
      sums.map((row, r) => [set(x, v.promote(v.splat32(r === 0 ? pa : i32.add(pa, aStep)))), row.map((l, n) => set(l, madd(x, bs[n], l)))]),
      [bump(pa, 4), bump(pb, bStep), bump(k, -1)],
    ];
    const joined = (row: (typeof sums)[number], n: number) => v.shuffle(v.demote(row[2 * n]), v.demote(row[2 * n + 1]), [0, 1, 4, 5]);
    return [
      [set(aStep, i32.shl(depth, i32.const(2))), set(bStep, i32.shl(columns, i32.const(2)))],
      repeat(
        [
          set(j, i32.const(0)),
          repeat(
            [
              sums.flat().map((l) => set(l, v.dconst(0))),
              [set(pa, a), set(pb, i32.add(b, i32.shl(j, i32.const(2)))), set(k, depth)],
              repeat(step, k),
              set(to, i32.add(c, i32.shl(j, i32.const(2)))),
              sums.map((row, r) => [[0, 1].map((n) => v.store(to, joined(row, n), 16 * n)), r < ROWS - 1 ? bump(to, bStep) : []]),
              bump(j, COLUMNS),
            ],
            i32.lt(j, columns),
          ),
          [bump(a, i32.shl(aStep, i32.const(1))), bump(c, i32.shl(bStep, i32.const(1))), bump(rows, -ROWS)],
        ],
        rows,
      ),
    ];
  });

let made: Exports | null | undefined;
function load(): Exports | null {
  if (made !== undefined) return made;
  const memory = stagingMemory();
  return (made = memory && build([product(hasMultiplyAdd() ? v.dmadd : (a, b, c) => v.dadd(c, v.dmul(a, b)))], memory));
}

/** A matrix within an array: its start, and its steps from row to row and from column to column. */
export interface Strided {
  readonly data: TypedArray;
  readonly at: number;
  readonly row: number;
  readonly column: number;
}

/** Copies a matrix row by row; the copied rows lie `width` apart. */
function put(floats: Float32Array, place: number, m: Strided, rows: number, columns: number, width: number): void {
  const { data, row, column } = m;
  if (column === 1 && row === width && columns === width) return floats.set(data.subarray(m.at, m.at + rows * columns), place);
  for (let i = 0; i < rows; i++)
    for (let j = 0, from = m.at + i * row, to = place + i * width; j < columns; j++, from += column) floats[to++] = data[from]!;
}

/** Writes a · b (m × k by k × n) to `out`, row major. False where there is no WebAssembly. */
export function exactProduct(a: Strided, b: Strided, out: Float32Array, at: number, m: number, n: number, k: number): boolean {
  const run = load();
  if (!run) return false;
  const [rows, columns] = [roundUp(m, ROWS), roundUp(n, COLUMNS)];
  const placeA = RESERVED / 4;
  const placeB = placeA + roundUp(rows * k, 4);
  const placeC = placeB + k * columns;
  const floats = stage(placeC + rows * columns - placeA);
  put(floats, placeA, a, m, k, k);
  put(floats, placeB, b, k, n, columns);
  run.product(rows, columns, k, 4 * placeA, 4 * placeB, 4 * placeC);
  if (n === columns) out.set(floats.subarray(placeC, placeC + m * n), at);
  else for (let i = 0, to = at; i < m; i++) for (let j = 0, from = placeC + i * columns; j < n; j++) out[to++] = floats[from++]!;
  return true;
}
