import type { View } from '../backends/backend.js';
import { sharedInput, writtenTwice } from '../errors/memory.js';
import { broadcastStrides, extent, isContiguous, isDense, numel } from '../shape.js';
import { Tensor } from '../tensor/tensor.js';

/** Which tensors may be written to, by the rules of ATen's MemoryOverlap.h. */

/**
 * True when several elements share one place in memory because of an expanded dim; false where that is hard to decide.
 */
const isStretched = ({ sizes, strides }: View): boolean => !sizes.includes(0) && sizes.some((n, d) => n > 1 && strides[d] === 0);

/** True when two views share only part of their memory; false where that is hard to decide. */
function overlapsInPart(a: View, b: View): boolean {
  if (a.storage !== b.storage || !isDense(a.sizes, a.strides) || !isDense(b.sizes, b.strides)) return false;
  const [lengthOfA, lengthOfB] = [numel(a.sizes), numel(b.sizes)];
  if (lengthOfA === 0 || lengthOfB === 0) return false;
  if (a.offset === b.offset && lengthOfA === lengthOfB) return a.strides.some((s, d) => s !== b.strides[d]);
  return a.offset < b.offset + lengthOfB && b.offset < a.offset + lengthOfA;
}

/**
 * True when elements share places for another reason than an expanded dim: then each element is changed after the
 * other.
 */
export const overlapsItself = ({ sizes, strides }: View): boolean => !isContiguous(sizes, strides) && numel(sizes) > extent(sizes, strides);

/** Each element of `x`, expanded to `sizes`, as a tensor without dims, in row-major order. */
export function elementsOf(x: Tensor, sizes: readonly number[]): Tensor[] {
  const strides = broadcastStrides(x.sizes, x.strides, sizes);
  let offsets = [x.offset];
  sizes.forEach((n, d) => (offsets = offsets.flatMap((at) => Array.from({ length: n }, (_, i) => at + i * strides[d]))));
  return offsets.map((at) => x.alias([], [], at));
}

/** @throws RuntimeError where the written tensor overlaps with itself, or partly with a tensor that is read */
export function checkOverlap(written: Tensor, values: readonly unknown[]): void {
  if (isStretched(written)) throw writtenTwice();
  for (const v of values) if (v instanceof Tensor && v !== written && overlapsInPart(written, v)) throw sharedInput();
}
