/** Operations that compute each element of the result from the elements at the same place, and stretch their arguments to it. */
const ELEMENTWISE = new Set(
  (
    'add sub mul div pow remainder fmod floor_divide true_divide rsub atan2 hypot maximum minimum fmax fmin where lerp clamp ' +
    'eq ne lt le gt ge logical_and logical_or logical_xor bitwise_and bitwise_or bitwise_xor addcmul addcdiv masked_fill copy heaviside xlogy dropout prelu expand'
  ).split(' '),
);

/** Operations that so stretch their first argument only, to what they compute of the others. */
const STRETCHES_FIRST = new Set('addmm addmv addbmm baddbmm'.split(' '));

export function isStretched(op: string, input: number, from: readonly number[], to: readonly number[]): boolean {
  const name = op.replace(/_$/, '');
  if (!ELEMENTWISE.has(name) && !(input === 0 && STRETCHES_FIRST.has(name))) return false;
  if (sameSizes(from, to) || from.length > to.length) return false;
  return from.every((size, d) => size === 1 || size === to[d + to.length - from.length]);
}

const sameSizes = (a: readonly number[], b: readonly number[]): boolean => a.length === b.length && a.every((size, d) => size === b[d]);
