import type { SavedBase } from '../autograd/saved.js';
import { bfloat16, float16, float32, type DType } from '../dtype.js';
import { Tensor } from '../tensor/tensor.js';
import { firstTensor } from './lacks.js';

/**
 * Numbers of 16 bits ("halves") in operations for which PyTorch has one kernel and this engine runs several operations:
 * PyTorch's kernel reads halves as float32, and rounds only its result.
 */

export const isHalf = (dtype: DType): boolean => dtype === float16 || dtype === bfloat16;

/** A tensor of halves as float32; also for lists of tensors. */
export const widened = (value: unknown): unknown =>
  value instanceof Tensor ? (isHalf(value.dtype) ? value.to(float32) : value) : Array.isArray(value) ? value.map(widened) : value;

/** The dtype of the first tensor if it is a 16-bit one, else null. */
export function halfAmong(values: readonly unknown[]): DType | null {
  const first = firstTensor(values);
  return first && isHalf(first.dtype) ? first.dtype : null;
}

/** The result of `compute` on the values in float32, rounded once. */
export function roundedOnce<R>(values: readonly unknown[], compute: (...values: unknown[]) => R): R {
  const half = halfAmong(values);
  if (!half) return compute(...values);
  const narrow = (t: unknown): unknown => (t instanceof Tensor && t.dtype === float32 ? t.to(half) : t);
  const wide = compute(...values.map(widened));
  return (Array.isArray(wide) ? wide.map(narrow) : narrow(wide)) as R;
}

/** The saved tensors; halves are read as float32. */
export function widenedSaved(saved: SavedBase): SavedBase {
  const wide = Object.create(saved) as SavedBase;
  wide.get = (slot) => widened(saved.get(slot));
  wide.resultAt = (index) => widened(saved.resultAt(index)) as Tensor;
  wide.grads = saved.grads.map((g) => widened(g) as Tensor | null);
  return wide;
}
