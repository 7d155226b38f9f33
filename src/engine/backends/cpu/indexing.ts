import { isContiguous, numel } from '../../shape.js';
import type { View } from '../backend.js';
import { dense, gather, plan } from './plan.js';

/** Where each row-major position of a view lies in its storage. */
function offsets(x: View): (position: number) => number {
  if (isContiguous(x.sizes, x.strides)) return (p) => x.offset + p;
  const { sizes, strides } = plan(x.sizes, [x.strides]);
  const steps = strides[0];
  return (p) => {
    let at = x.offset;
    for (let d = sizes.length - 1; d >= 0; d--) {
      const n = sizes[d];
      at += (p % n) * steps[d];
      p = Math.floor(p / n);
    }
    return at;
  };
}

/** @see Backend.take */
export function take(source: View, positions: Float64Array, out: View): void {
  const from = offsets(source);
  const data = source.storage.data;
  const target = out.storage.data;
  for (let i = 0; i < positions.length; i++) target[out.offset + i] = data[from(positions[i])]!;
}

/** @see Backend.put */
export function put(out: View, positions: Float64Array, values: View, mode: 'set' | 'add' | 'mul'): void {
  const to = offsets(out);
  const target = out.storage.data;
  const { data, at } = dense(values);
  for (let i = 0; i < positions.length; i++) {
    const o = to(positions[i]);
    const v = data[at + i];
    target[o] = mode === 'set' ? v : mode === 'add' ? target[o] + v : target[o] * v;
  }
}

/** @see Backend.read */
export const read = (x: View): Float64Array => gather(x, new Float64Array(numel(x.sizes)));

/** @see Backend.sort */
export function sort(x: View, descending: boolean, values: View, indices: View): void {
  const n = x.sizes.at(-1) ?? 1;
  const rows = n === 0 ? 0 : numel(x.sizes) / n;
  const { data, at } = dense(x);
  const sign = descending ? -1 : 1;
  const order = new Uint32Array(n);
  for (let r = 0; r < rows; r++) {
    const start = at + r * n;
    for (let i = 0; i < n; i++) order[i] = i;
    order.sort((i, j) => {
      const a = data[start + i];
      const b = data[start + j];
      if (a < b) return -sign;
      if (a > b) return sign;
      return (Number(a !== a) - Number(b !== b)) * sign || i - j;
    });
    for (let i = 0; i < n; i++) {
      values.storage.data[values.offset + r * n + i] = data[start + order[i]]!;
      indices.storage.data[indices.offset + r * n + i] = order[i]!;
    }
  }
}
