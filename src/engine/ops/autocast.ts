import { float32, float64, promoteTypes, type DType } from '../dtype.js';
import { isGradEnabled } from '../autograd/gradMode.js';
import { isLeaf, requiresGrad } from '../tensor/state.js';
import { Tensor } from '../tensor/tensor.js';
import type { Op } from './op.js';

/**
 * How `torch.autocast` casts the arguments of operations on the CPU. The entry of an operation says it (`autocast`):
 * products are computed in 16 bits, operations that would lose too much precision in float32, and operations that join
 * tensors in the widest of their dtypes. Operations that run inside such an operation are not cast.
 */

/** The present mode of autocast. */
export interface Autocast {
  readonly dtype: DType;
  /** Parameters that were cast already; null: they are cast each time. */
  readonly cache: Map<Tensor, Tensor> | null;
}

let current: Autocast | null = null;

export const autocasting = (): Autocast | null => current;

/** Sets the mode. @returns the previous mode */
export function setAutocast(next: Autocast | null): Autocast | null {
  const before = current;
  current = next;
  return before;
}

const isEligible = (v: unknown): v is Tensor => v instanceof Tensor && v.dtype.is_floating_point && v.dtype !== float64;

function converted(v: unknown, dtype: DType, { cache }: Autocast): unknown {
  if (Array.isArray(v)) return v.map((e) => converted(e, dtype, current!));
  if (!isEligible(v) || v.dtype === dtype) return v;
  const isKept = cache && dtype !== float32 && v.dtype === float32 && isGradEnabled() && requiresGrad(v) && isLeaf(v);
  if (!isKept) return v.to(dtype);
  let made = cache.get(v);
  if (!made) cache.set(v, (made = v.to(dtype)));
  return made;
}

function dtypeFor(op: Op, values: readonly unknown[], { dtype }: Autocast): DType | null {
  if (op.autocast === 'half') return dtype;
  if (op.autocast === 'float32') return float32;
  if (!op.autocast) return null;
  const given = values.flat().filter(isEligible);
  return given.some((t) => t.dtype === float32) || given.length === 0
    ? float32
    : given.map((t) => t.dtype).reduce((a, b) => promoteTypes(a, b));
}

/** Runs an operation on its arguments, cast as the present mode says. */
export function cast(op: Op, values: readonly unknown[], run: (values: unknown[]) => unknown): unknown {
  const mode = current!;
  const dtype = op.outIndex >= 0 && values[op.outIndex] ? null : dtypeFor(op, values, mode);
  if (!dtype) return run([...values]);
  const given = values.map((v) => converted(v, dtype, mode));
  current = null;
  try {
    return run(given);
  } finally {
    current = mode;
  }
}
