import { listOf } from './memory.js';
import { Complex } from './complex.js';
import type { DType } from './dtype.js';

/** Nested lists of numbers, or one number. */
export type Nested = number | boolean | Nested[];

/**
 * The result of `tolist`. The caller knows how deep the lists are, or that the result is one number, and may use it as
 * either.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- no type can tell the depth
export type NestedList = any[] & number;

/** An element as a JavaScript value: a number, a boolean, or a complex number, which has the type `number` too. */
export function elementIn(dtype: DType, elements: ArrayLike<number>, i: number): number | boolean {
  if (dtype.is_complex) return new Complex(elements[2 * i], elements[2 * i + 1]) as unknown as number;
  return dtype.category === 0 ? elements[i] !== 0 : elements[i];
}

/** Elements in row-major order as nested lists. */
export function nested(elements: ArrayLike<number>, sizes: readonly number[], dtype: DType): Nested {
  let next = 0;
  const nest = (dim: number): Nested =>
    dim === sizes.length ? elementIn(dtype, elements, next++) : listOf(sizes[dim], () => nest(dim + 1));
  return nest(0);
}
