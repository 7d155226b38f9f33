/** Max pooling with windows of 2 × 2 side by side, the most common pooling. Rows are read where they lie. */
import type { TypedArray } from '../../../../dtype.js';
import type { Window } from '../../../backend.js';
import type { Code } from '../assembler/bytes.js';
import { bump, repeat, set } from '../assembler/control.js';
import { i32, v } from '../assembler/instructions.js';
import { fn, locals } from '../assembler/module.js';
import { withPlaces, type Piece } from '../places.js';
import { build, type Exports } from '../runtime.js';
import { stagingMemory } from '../staging.js';

/** The number of places that are found at a time: they stay in the cache. */
const TOGETHER = 4096;

/**
 * Finds the greatest element of each window, and its place in the image. The first of equal elements is kept; NaN wins over
 * all. Places are written as doubles, as the engine keeps whole numbers. Up to three more elements are written behind each row.
 * Parameters: the images, height and width of one image, rows and columns of windows, the number of images, where the values go,
 * and where the places go.
 */
const halve = fn('halve', 'iiiiiiii', ([image, height, width, rows, columns, images, values, places], local) => {
  const taps = locals(local, 'v', 4);
  const [best, where, at, first, wins, a, b] = locals(local, 'v', 7);
  const [row, line, p, q, left, to, toPlace, place] = locals(local, 'i', 8);
  const evenAndOdd = (even: number, address: Code): Code => [
    [set(a, v.load(address)), set(b, v.load(address, 16))],
    [set(taps[even], v.shuffle(a, b, [0, 2, 4, 6])), set(taps[even + 1], v.shuffle(a, b, [1, 3, 5, 7]))],
  ];
  const step = [
    [evenAndOdd(0, p), evenAndOdd(2, q)],
    [set(best, taps[0]), set(where, at)],
    taps.slice(1).map((x, k) => {
      const here = k === 0 ? v.iadd(at, v.iconst(1)) : v.iadd(at, v.isplat(k === 1 ? width : i32.add(width, i32.const(1))));
      return [set(wins, v.or(v.gt(x, best), v.ne(x, x))), set(best, v.select(x, best, wins)), set(where, v.select(here, where, wins))];
    }),
    [v.store(to, best), v.store(toPlace, v.dfromInt(where)), v.store(toPlace, v.dfromInt(v.shuffle(where, where, [2, 3, 2, 3])), 16)],
    [bump(p, 32), bump(q, 32), bump(to, 16), bump(toPlace, 32), bump(left, -4), set(at, v.iadd(at, v.iconst(8)))],
  ];
  const lineOfWindows = [
    [set(p, row), set(q, i32.add(row, i32.shl(width, i32.const(2)))), set(to, values), set(toPlace, places)],
    [set(left, columns), set(at, v.iadd(first, v.isplat(place)))],
    repeat(step, i32.gt(left, i32.const(0))),
    [bump(row, i32.shl(width, i32.const(3))), bump(place, i32.shl(width, i32.const(1)))],
    [bump(values, i32.shl(columns, i32.const(2))), bump(places, i32.shl(columns, i32.const(3))), bump(line, -1)],
  ];
  return [
    set(first, [0xfd, 12, 0, 0, 0, 0, 2, 0, 0, 0, 4, 0, 0, 0, 6, 0, 0, 0]),
    repeat(
      [
        [set(row, image), set(place, i32.const(0)), set(line, rows)],
        repeat(lineOfWindows, line),
        [bump(image, i32.shl(i32.mul(height, width), i32.const(2))), bump(images, -1)],
      ],
      images,
    ),
  ];
});

let made: Exports | null | undefined;
function load(): Exports | null {
  if (made !== undefined) return made;
  const memory = stagingMemory();
  return (made = memory && build([halve], memory));
}

const isAll = (values: readonly number[], n: number): boolean => values.every((v) => v === n);

/** Whether the windows are 2 × 2, side by side, and of two dims. */
const isHalving = ({ kernel: [depth, ...kernel], stride: [, ...stride], padding, dilation }: Window): boolean =>
  depth === 1 && isAll(kernel, 2) && isAll(stride, 2) && isAll(padding, 0) && isAll(dilation, 1);

/** Writes the greatest elements of `count` images and their places. Returns false for other windows, and then changes nothing. */
export function halves(
  window: Window,
  [depth, height, width]: readonly [number, number, number],
  count: number,
  x: Piece,
  out: Piece,
  where: TypedArray,
  whereAt: number,
): boolean {
  const run = depth === 1 && isHalving(window) ? load() : null;
  if (!run) return false;
  const [rows, columns] = [Math.floor(height / 2), Math.floor(width / 2)];
  const each = rows * columns;
  const together = Math.max(1, Math.min(count, Math.floor(TOGETHER / each)));
  return withPlaces([x], [out], 2 * (together * each + 4), ({ floats, at: [from, to], room }) => {
    const places = new Float64Array(floats.buffer, room, together * each);
    for (let n = 0; n < count; n += together) {
      const images = Math.min(together, count - n);
      run.halve(from + 4 * n * height * width, height, width, rows, columns, images, to + 4 * n * each, room);
      where.set(images < together ? places.subarray(0, images * each) : places, whereAt + n * each);
    }
  });
}
