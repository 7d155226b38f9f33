import { Tensor } from '../tensor/tensor.js';
import type { Parameter } from './signature.js';

/**
 * An iterable that can be read only once, as a list: its elements are checked before they are used. A list of numbers is copied for
 * the same reason: a program's list may tell another number each time, and may have holes.
 */
export const listed = (p: Parameter, value: unknown): unknown => {
  if (p.isOfNumbers && Array.isArray(value)) {
    const list: unknown[] = [];
    for (let i = 0; i < value.length; i++) list.push(value[i]);
    return list;
  }
  return p.isIterable &&
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Symbol.iterator in value &&
    !(value instanceof Tensor)
    ? [...(value as Iterable<unknown>)]
    : value;
};
