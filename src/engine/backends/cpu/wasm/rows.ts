/** Whole rows of float32 that are picked by their numbers, and rows that are added to the picked ones. */
import { isContiguous, numel } from '../../../shape.js';
import { float32 } from '../../../dtype.js';
import type { View } from '../../backend.js';
import { dataOf } from '../buffer.js';
import type { Code } from './assembler/bytes.js';
import { bump, repeat, set, type Local } from './assembler/control.js';
import { i32, v } from './assembler/instructions.js';
import { fn, locals } from './assembler/module.js';
import { build, type Exports } from './runtime.js';
import { addressOf } from './slices.js';
import { RESERVED, stage, stagingMemory } from './staging.js';

/** For each number in a list of int32: (list, count, rows that are picked, the other rows, bytes of a row in whole vectors). */
const rowsOf = (name: string, body: (picked: Local, other: Local) => Code) =>
  fn(name, 'iiiii', ([list, count, rows, others, bytes], local) => {
    const [p, left] = locals(local, 'i', 2);
    return repeat(
      [
        [set(p, i32.add(rows, i32.mul(i32.load(list), bytes))), set(left, bytes)],
        repeat([body(p, others), bump(p, 16), bump(others, 16), bump(left, -16)], left),
        [bump(list, 4), bump(count, -1)],
      ],
      count,
    );
  });

const functions = [
  rowsOf('pick', (picked, other) => v.store(other, v.load(picked))),
  rowsOf('add', (picked, other) => v.store(picked, v.add(v.load(picked), v.load(other)))),
];
let made: Exports | null | undefined;

function load(): Exports | null {
  if (made !== undefined) return made;
  const memory = stagingMemory();
  return (made = memory && build(functions, memory));
}

/**
 * Picks the rows of `table` at `index` along a dim into `others` (`pick`), or adds `others` to them (`add`). Returns false, and
 * changes nothing, where rows are not whole vectors in WebAssembly's memory, or an index differs within a row.
 */
export function rowVectors(how: 'pick' | 'add', table: View, dim: number, index: View, others: View): boolean {
  if ([table, others].some((x) => x.dtype !== float32 || !isContiguous(x.sizes, x.strides))) return false;
  const sizes = others.sizes;
  if (sizes.some((n, d) => n !== index.sizes[d] || (d !== dim && (n !== table.sizes[d] || index.strides[d] !== 0)))) return false;
  const [width, count] = [numel(sizes.slice(dim + 1)), sizes[dim]];
  const [from, to] = [table, others].map((x) => addressOf(dataOf(x.storage)));
  if (width % 4 !== 0 || width === 0 || count === 0 || from < 0 || to < 0) return false;
  const run = load();
  if (!run) return false;
  const list = new Int32Array(stage(count).buffer, RESERVED, count);
  const [numbers, step] = [dataOf(index.storage), index.strides[dim]];
  for (let i = 0, at = index.offset; i < count; i++, at += step) list[i] = numbers[at];
  const outer = numel(sizes.slice(0, dim));
  for (let o = 0; o < outer; o++)
    run[how](
      ...([RESERVED, count] as const),
      ...([from + 4 * (table.offset + o * table.sizes[dim] * width), to + 4 * (others.offset + o * count * width)] as const),
      4 * width,
    );
  return true;
}
