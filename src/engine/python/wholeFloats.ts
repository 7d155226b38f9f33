/**
 * Whole numbers that are floats, where a value may be an int or a float: JavaScript's numbers do not tell. A converted
 * program has them only where it cannot be known beforehand which of both a value is.
 */
import { pyFloat } from '../nn/pythonText.js';
import { Float } from '../ops/floats.js';
import { isOfFloats } from '../tensor/floatLists.js';

/** Such a number. It computes as the number that it is, and is printed as a float. */
export class WholeFloat extends Float {
  override toString(): string {
    return pyFloat(this.value);
  }

  __repr__(): string {
    return pyFloat(this.value);
  }

  __float__(): number {
    return this.value;
  }
}

/** A number that is a float, also if it is whole; the numbers of a tensor of floats are floats in their lists too. */
export function as_float<T>(x: T): T {
  if (typeof x === 'number') return Number.isInteger(x) ? (new WholeFloat(x) as T) : x;
  return Array.isArray(x) && isOfFloats(x) ? (x.map((one: unknown) => as_float(one)) as T) : x;
}

export const isFloat = (x: unknown): boolean => x instanceof Float || (typeof x === 'number' && !Number.isInteger(x));

/** The plain number of a float; any other value is returned as it is. */
export const plainly = (x: unknown): unknown => (x instanceof Float ? x.value : x);
