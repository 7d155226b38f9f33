import { look } from '../../../engine/backends/allocation.js';
import type { TypedArray } from '../../../engine/dtype.js';
import type { Tensor } from '../../../engine/tensor/tensor.js';
import { whole } from '../../recording/snapshot.js';

/** A `.grad` at a moment. */
export interface Gradient {
  readonly tensor: Tensor;
  readonly version: number;
}

export function gradientOf(leaf: Tensor): Gradient | null {
  const tensor = leaf.autograd?.grad;
  return tensor ? { tensor, version: tensor.version.current } : null;
}

/** The elements of a gradient in row-major order, of a sparse one too. To be used at once. */
export const elementsOf = ({ tensor }: Gradient): TypedArray => look(whole(tensor));

export const isSame = (a: Gradient | null, b: Gradient | null): boolean => a?.tensor === b?.tensor && a?.version === b?.version;

/** Whether the gradient `before` is gone: taken away, replaced or zeroed. Clipping does not count as that. */
export function isCleared(now: Gradient | null, before: Gradient): boolean {
  if (now?.tensor !== before.tensor) return true;
  if (now.version === before.version) return false;
  return elementsOf(now).every((v) => v === 0);
}
