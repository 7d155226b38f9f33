/**
 * Sums of float32 in the order in which PyTorch adds with vectors of eight, so that they have its bits. Many partial sums, in
 * levels, keep them about as exact as sums in doubles, without conversions.
 */
import type { View } from '../../backend.js';
import { dataOf } from '../buffer.js';
import type { Code } from './assembler/bytes.js';
import { bump, call, iff, repeat, set } from './assembler/control.js';
import { f32, i32, v } from './assembler/instructions.js';
import { fn, locals } from './assembler/module.js';
import { each, split, type Merged } from './merged.js';
import { build, type Exports } from './runtime.js';
import { addressOf } from './slices.js';
import { RESERVED, stage, STAGED_MOST, stagingMemory } from './staging.js';

/** Where the levels lie, in the reserved bytes, and behind them the eight sums of a row. */
const LEVELS_AT = 1024;
const LEVELS = 3;
const EIGHT = LEVELS_AT + 128 * LEVELS;

/**
 * Adds up `count` steps: (x, bytes between groups, bytes between steps, count, power, rest, out). A step is four groups of
 * eight elements. After 2^power steps the sums move to the next level. If `rest` is negative, `out` gets the 32 sums. Otherwise
 * the next `rest` groups are added to the first group, and `out` gets the sums over the four groups.
 */
const cascade = fn('cascade', 'iiiiiii', ([x, inner, step, count, power, rest, out], local) => {
  const acc = locals(local, 'v', 8);
  const groups = locals(local, 'i', 4);
  const [i, left, size] = locals(local, 'i', 3);
  const add = [
    acc.map((a, n) => set(a, v.add(a, v.load(groups[n >> 1], 16 * (n % 2))))),
    groups.map((group) => bump(group, step)),
    bump(left, -1),
  ];
  const base = i32.const(LEVELS_AT);
  const at = (level: number, n: number) => 128 * (level - 1) + 16 * n;
  const level = (j: number, n: number) => v.load(base, at(j, n));
  const clear = (j: number): Code => acc.map((_, n) => v.store(base, v.const(0), at(j, n)));
  /** 2^(power · j) */
  const span = (j: number): Code => i32.shl(i32.const(1), i32.mul(power, i32.const(j)));
  const levels = (body: (j: number) => Code): Code =>
    Array.from({ length: LEVELS }, (_, j) => iff(i32.ge(count, span(j + 1)), body(j + 1)));
  const flush = (j: number): Code => [
    acc.map((a, n) => v.store(base, v.add(level(j, n), j === 1 ? a : level(j - 1, n)), at(j, n))),
    j === 1 ? acc.map((a) => set(a, v.const(0))) : clear(j - 1),
    j < LEVELS ? iff(i32.eqz(i32.and(i, i32.sub(span(j + 1), i32.const(1)))), flush(j + 1)) : [],
  ];
  const whole = i32.le(i32.add(i, size), count);
  return [
    acc.map((a) => set(a, v.const(0))),
    groups.map((group, n) => set(group, n === 0 ? x : i32.add(groups[n - 1], inner))),
    [set(size, span(1)), levels(clear)],
    iff(whole, repeat([set(left, size), repeat(add, left), bump(i, size), flush(1)], whole)),
    set(left, i32.sub(count, i)),
    iff(left, repeat(add, left)),
    levels((j) => acc.map((a, n) => set(a, v.add(a, level(j, n))))),
    iff(
      i32.lt(rest, i32.const(0)),
      acc.map((a, n) => v.store(out, a, 16 * n)),
      [
        set(x, groups[0]),
        iff(rest, repeat([[0, 1].map((n) => set(acc[n], v.add(acc[n], v.load(x, 16 * n)))), bump(x, inner), bump(rest, -1)], rest)),
        [0, 1].map((n) => v.store(out, v.add(v.add(v.add(acc[n], acc[n + 2]), acc[n + 4]), acc[n + 6]), 16 * n)),
      ],
    ),
  ];
});

/** For each row: (x, bytes from row to row, rows, columns, power, out: a float for each row). */
const addRows = fn('addRows', 'iiiiii', ([x, rowStep, rows, columns, power, out], local) => {
  const sum = local('f');
  const [p, left] = locals(local, 'i', 2);
  const eight = i32.const(EIGHT);
  const groups = i32.shr(columns, i32.const(3));
  const take = (value: Code) => set(sum, f32.add(sum, value));
  return repeat(
    [
      call(0, x, i32.const(32), i32.const(128), i32.shr(columns, i32.const(5)), power, i32.and(groups, i32.const(3)), eight),
      [set(sum, f32.const(0)), set(left, i32.and(columns, i32.const(7))), set(p, i32.add(x, i32.shl(groups, i32.const(5))))],
      iff(left, repeat([take(f32.load(p)), bump(p, 4), bump(left, -1)], left)),
      Array.from({ length: 8 }, (_, n) => take(f32.load(eight, 4 * n))),
      [f32.store(out, sum), bump(x, rowStep), bump(out, 4), bump(rows, -1)],
    ],
    rows,
  );
});

let made: Exports | null | undefined;

/** Null where there is no WebAssembly. */
export function cascades(): Exports | null {
  if (made !== undefined) return made;
  const memory = stagingMemory();
  return (made = memory && build([cascade, addRows], memory));
}

/** The logarithm of how many steps are added up before their sum moves to the next level. */
export const powerOf = (count: number): number => Math.max(4, (32 - Math.clz32(Math.max(1, count - 1))) >> 2);

/** The elements that are staged at once, unless a single row has more. */
const PIECE = 16_384;

/**
 * Adds the sums of `x` to `out`, which lie side by side. Returns false, and changes nothing, when PyTorch's order is another
 * one.
 */
export function addInOrder(x: View, all: readonly Merged[], out: View): boolean {
  const { outer, row, column } = split(all);
  const run = cascades();
  if (!run || !(column.isReduced || row.isReduced)) return false;
  const data = dataOf(x.storage) as Float32Array;
  const address = addressOf(data);
  const target = dataOf(out.storage);
  const place = RESERVED / 4;
  /** The elements of a line that are staged at least. */
  const least = column.isReduced ? column.size : 32 * row.size;
  if (address < 0 && 4 * least > STAGED_MOST / 2) return false;
  /** h rows of w elements: their address, the bytes from row to row, and the place of the results, in floats. */
  const reach = (start: number, h: number, w: number): [number, number, number, Float32Array] => {
    if (address >= 0) return [address + 4 * start, 4 * row.stride, place, stage(PIECE)];
    const floats = stage(h * w + 64 + PIECE);
    for (let i = 0; i < h; i++) floats.set(data.subarray(start + i * row.stride, start + i * row.stride + w), place + i * w);
    return [4 * place, 4 * w, place + h * w + 64, floats];
  };
  if (column.isReduced) {
    const height = address >= 0 ? PIECE : Math.max(1, Math.floor(PIECE / column.size));
    each(x, outer, (at, result) => {
      for (let r = 0; r < row.size; r += height) {
        const h = Math.min(height, row.size - r);
        const [from, step, to, floats] = reach(at + r * row.stride, h, column.size);
        run.addRows(from, step, h, column.size, powerOf(column.size >> 5), 4 * to);
        for (let i = 0; i < h; i++) target[out.offset + result + (r + i) * row.resultStride] += floats[to + i];
      }
    });
    return true;
  }
  const width = address >= 0 ? 4096 : Math.max(32, Math.min(4096, Math.floor(PIECE / row.size) & -32));
  // When there are further dims to add up, PyTorch has four partial sums of each column.
  const isParted = outer.some(({ isReduced }) => isReduced);
  each(x, outer, (at, result) => {
    for (let c = 0; c < column.size; c += width) {
      const w = Math.min(width, column.size - c);
      const [from, step, to, floats] = reach(at + c, row.size, w);
      let k = 0;
      if (!isParted) for (; k + 32 <= w; k += 32) run.cascade(from + 4 * k, 32, step, row.size, powerOf(row.size), -1, 4 * (to + k));
      for (; k < w; k += 8) run.cascade(from + 4 * k, step, 4 * step, row.size >> 2, powerOf(row.size >> 2), row.size & 3, 4 * (to + k));
      for (let i = 0, t = out.offset + result + c; i < w; i++) target[t + i] += floats[to + i];
    }
  });
  return true;
}
