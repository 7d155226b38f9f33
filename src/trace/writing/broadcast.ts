import type { Kind } from '../../engine/ops/kind.js';
import { sameSizes } from '../../engine/shape.js';

/**
 * Whether broadcasting expanded an argument of an operation from one size to another. Only arguments that are used
 * element by element can be expanded.
 */
export function isStretched(kind: Kind | null, argument: string | undefined, from: readonly number[], to: readonly number[]): boolean {
  if (!kind || !(kind.each || (argument !== undefined && kind.stretches?.includes(argument)))) return false;
  if (sameSizes(from, to) || from.length > to.length) return false;
  return from.every((size, d) => size === 1 || size === to[d + to.length - from.length]);
}
