import type { TypedArray } from '../../dtype.js';
import { numel } from '../../shape.js';
import type { View } from '../backend.js';
import { dataOf } from './buffer.js';
import { dense } from './plan.js';

/** Rows with fewer elements are sorted by comparisons. */
const FEWEST = 256;
const SIGN = 0x80000000;

/** @see Kernels.sort */
export function sort(x: View, descending: boolean, values: View, indices: View): void {
  const n = x.sizes.at(-1) ?? 1;
  const rowCount = n === 0 ? 0 : numel(x.sizes) / n;
  const { data, at } = dense(x);
  const [sorted, places] = [dataOf(values.storage), dataOf(indices.storage)];
  for (let r = 0; r < rowCount; r++) {
    const start = at + r * n;
    const keys = n >= FEWEST ? keysOf(data, start, n, descending) : null;
    const order = keys ? orderOf(keys) : compared(data, start, n, descending);
    for (let i = 0; i < n; i++) {
      sorted[values.offset + r * n + i] = data[start + order[i]];
      places[indices.offset + r * n + i] = order[i];
    }
  }
}

/** The order of the elements, by comparisons. Equal ones keep theirs; NaN is greater than all numbers. */
function compared(data: TypedArray, start: number, n: number, descending: boolean): Uint32Array {
  const sign = descending ? -1 : 1;
  const order = new Uint32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  return order.sort((i, j) => {
    const a = data[start + i];
    const b = data[start + j];
    if (a < b) return -sign;
    if (a > b) return sign;
    return (Number(a !== a) - Number(b !== b)) * sign || i - j;
  });
}

/** For each element a number of 32 bits, in the same order. Null when an element has more bits. */
function keysOf(data: TypedArray, start: number, n: number, descending: boolean): Uint32Array | null {
  const keys = new Uint32Array(n);
  if (data instanceof Float32Array) {
    const bits = new Uint32Array(data.buffer, data.byteOffset, data.length);
    for (let i = 0; i < n; i++) {
      const v = data[start + i];
      const b = bits[start + i];
      // Both zeros are equal, and so are all NaN.
      keys[i] = v !== v ? 0xffffffff : v === 0 ? SIGN : b >= SIGN ? ~b : b | SIGN;
    }
  } else {
    for (let i = 0; i < n; i++) {
      const v = data[start + i];
      if ((v | 0) !== v) return null;
      keys[i] = v ^ SIGN;
    }
  }
  if (descending) for (let i = 0; i < n; i++) keys[i] = ~keys[i];
  return keys;
}

const DIGITS = 3;
const BITS = 11;
const BUCKETS = 2 ** BITS;

/** The order of keys, by their digits, the lowest first (Knuth, "Sorting and Searching", 5.2.5). Equal ones keep theirs. */
function orderOf(given: Uint32Array): Uint32Array {
  const n = given.length;
  const counts = new Uint32Array(DIGITS * BUCKETS);
  for (let i = 0; i < n; i++) {
    const key = given[i];
    counts[key & (BUCKETS - 1)]++;
    counts[BUCKETS + ((key >>> BITS) & (BUCKETS - 1))]++;
    counts[2 * BUCKETS + (key >>> (2 * BITS))]++;
  }
  let keys = given;
  let moved: Uint32Array = new Uint32Array(n);
  let [order, next] = [new Uint32Array(n), new Uint32Array(n)];
  for (let i = 0; i < n; i++) order[i] = i;
  for (let digit = 0; digit < DIGITS; digit++) {
    const shift = digit * BITS;
    const begins = counts.subarray(digit * BUCKETS, (digit + 1) * BUCKETS);
    // All keys have the same digit.
    if (begins[(keys[0] >>> shift) & (BUCKETS - 1)] === n) continue;
    for (let bucket = 0, sum = 0; bucket < BUCKETS; bucket++) {
      const count = begins[bucket];
      begins[bucket] = sum;
      sum += count;
    }
    for (let i = 0; i < n; i++) {
      const key = keys[i];
      const to = begins[(key >>> shift) & (BUCKETS - 1)]++;
      moved[to] = key;
      next[to] = order[i];
    }
    [keys, moved] = [moved, keys];
    [order, next] = [next, order];
  }
  return order;
}
