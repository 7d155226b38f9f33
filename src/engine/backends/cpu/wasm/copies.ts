/** Copies within WebAssembly's memory, of elements in any order; also fills with zeros. */
import type { TypedArray } from '../../../dtype.js';
import { walk, type Plan } from '../plan.js';
import { bump, range, set, setLesser, upTo } from './assembler/control.js';
import { i32, v } from './assembler/instructions.js';
import { fn, locals } from './assembler/module.js';
import { turned } from './assembler/turned.js';
import { copyRows } from './convolution/kernels.js';
import { build, type Exports } from './runtime.js';
import { addressOf } from './slices.js';
import { stagingMemory } from './staging.js';

/** Fills with zeros. Parameters: the address, the number of bytes. */
const clear = fn('clear', 'ii', ([at, bytes]) => [at, i32.const(0), bytes, 0xfc, 11, 0]);

const BLOCK = 16;

/**
 * Copies a plane whose columns lie side by side in the source, and whose rows lie side by side in the target. It goes by
 * blocks of 16 × 16, which are whole lines of the cache on both sides, and turns each 4 × 4 of them in registers.
 * Parameters: from and to; the number of rows and of columns, which are multiples of four; the bytes from column to column
 * in the source and from row to row in the target.
 */
const turn = fn('turn', 'iiiiii', ([from, to, rows, columns, fromColumn, toRow], local) => {
  const [topRow, left, row, column, rowEnd, columnEnd, p, q] = locals(local, 'i', 8);
  const x = locals(local, 'v', 8);
  const four = [
    set(p, i32.add(i32.add(from, i32.mul(column, fromColumn)), i32.shl(row, i32.const(2)))),
    set(q, i32.add(i32.add(to, i32.mul(row, toRow)), i32.shl(column, i32.const(2)))),
    x.slice(0, 4).map((vector) => [set(vector, v.load(p)), bump(p, fromColumn)]),
    turned(x, (_, vector) => [v.store(q, vector), bump(q, toRow)]),
  ];
  return range(topRow, rows, BLOCK, [
    [set(rowEnd, i32.add(topRow, i32.const(BLOCK))), setLesser(rowEnd, rowEnd, rows)],
    range(left, columns, BLOCK, [
      [set(columnEnd, i32.add(left, i32.const(BLOCK))), setLesser(columnEnd, columnEnd, columns)],
      [set(column, left), upTo(column, columnEnd, 4, [set(row, topRow), upTo(row, rowEnd, 4, four)])],
    ]),
  ]);
});

let made: Exports | null | undefined;
function load(): Exports | null {
  if (made !== undefined) return made;
  const memory = stagingMemory();
  return (made = memory && build([copyRows, clear, turn], memory));
}

/** With fewer elements than this, a call is not worth it. */
const WORTHWHILE = 64;

/** Of the planes, the rows and the columns of a block. */
type Three = readonly [planes: number, rows: number, columns: number];
/** A block with the bytes from one to the next. */
type Block = Record<'sizes' | 'to' | 'from', Three>;

const lastThree = (list: readonly number[], fill: number): Three => [fill, fill, fill, ...list].slice(-3) as unknown as Three;
/** The block with its dims in another order. */
function rearranged({ sizes, to, from }: Block, order: Three): Block {
  const take = (list: Three) => order.map((d) => list[d]) as unknown as Three;
  return { sizes: take(sizes), to: take(to), from: take(from) };
}

/** Copies by a plan with the strides of `to` and of `from`. Returns false, and changes nothing, when an array lives elsewhere. */
export function copyVectors({ sizes, strides }: Plan, to: TypedArray, toAt: number, from: TypedArray, fromAt: number): boolean {
  const [target, source] = [addressOf(to), addressOf(from)];
  if (target < 0 || source < 0) return false;
  const ofBlock = lastThree(sizes, 1);
  if (ofBlock[0] * ofBlock[1] * ofBlock[2] < WORTHWHILE) return false;
  const run = load();
  if (!run) return false;
  const [toBytes, fromBytes] = strides.map((list) =>
    lastThree(
      list.map((step) => 4 * step),
      0,
    ),
  ) as [Three, Three];
  const copy = copier(run, { sizes: ofBlock, to: toBytes, from: fromBytes });
  walk(
    sizes.slice(0, -3),
    strides.map((list) => list.slice(0, -3)),
    [toAt, fromAt],
    ([o, i]) => copy(target + 4 * o, source + 4 * i),
  );
  return true;
}

/** Copies a block to an address from another one. */
function copier(run: Exports, block: Block): (to: number, from: number) => void {
  const { sizes, to, from } = block;
  const [planes, rows, columns] = sizes;
  // What lies side by side are the columns of the target and the rows of the source, if that can be.
  if ((from[0] === 4 && from[1] !== 4 && to[2] === 4) || (to[0] === 4 && from[2] === 4)) return copier(run, rearranged(block, [1, 0, 2]));
  if (to[1] === 4 && from[2] === 4) return copier(run, rearranged(block, [0, 2, 1]));
  const copyRows = (top: number, height: number, left: number, width: number) => (q: number, p: number) =>
    run.copyRows(
      ...([p + top * from[1] + left * from[2], q + top * to[1] + left * to[2], planes, from[0], to[0]] as const),
      ...([height, from[1], to[1], width, from[2], to[2]] as const),
    );
  if (to[2] === 4 && from[1] === 4 && rows * columns >= WORTHWHILE) {
    const [height, width] = [rows & -4, columns & -4];
    const right = copyRows(0, height, width, columns - width);
    const bottom = copyRows(height, rows - height, 0, columns);
    return (q, p) => {
      for (let n = 0; n < planes; n++) run.turn(p + n * from[0], q + n * to[0], height, width, from[2], to[1]);
      if (height && width < columns) right(q, p);
      if (height < rows) bottom(q, p);
    };
  }
  // What lies far apart in the source is read in blocks, which stay in the cache.
  const width = from[2] > 4 * BLOCK ? Math.min(columns, BLOCK) : columns;
  const parts = Array.from({ length: Math.ceil(columns / width) }, (_, n) =>
    copyRows(0, rows, n * width, Math.min(width, columns - n * width)),
  );
  return (q, p) => parts.forEach((copy) => copy(q, p));
}

/** Writes zeros. Returns false, and changes nothing, when the array lives elsewhere. */
export function clearVectors(array: TypedArray, at: number, count: number): boolean {
  const address = addressOf(array);
  const run = address >= 0 ? load() : null;
  run?.clear(address + 4 * at, 4 * count);
  return run !== null;
}
