import { look } from '../../../engine/backends/allocation.js';
import type { Tensor } from '../../../engine/tensor.js';

/** A `.grad` at a moment. */
export interface Gradient {
  readonly tensor: Tensor;
  readonly version: number;
}

export function gradientOf(leaf: Tensor): Gradient | null {
  const tensor = leaf.autograd?.grad;
  return tensor ? { tensor, version: tensor.version.current } : null;
}

export const isSame = (a: Gradient | null, b: Gradient | null): boolean => a?.tensor === b?.tensor && a?.version === b?.version;

/** Whether nothing is left of what `before` was: taken away, replaced or zeroed. Clipping it is none of these. */
export function isCleared(now: Gradient | null, before: Gradient): boolean {
  if (now?.tensor !== before.tensor) return true;
  if (now.version === before.version) return false;
  return look(now.tensor).every((v) => v === 0);
}
