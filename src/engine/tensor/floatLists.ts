/**
 * Marks lists that hold the elements of a tensor of floats: Python prints their numbers as 1.0, a form that JavaScript
 * numbers do not have.
 */

const known = new WeakSet<object>();

/** Marks a list, and the lists in it, as lists of floats. */
export function markFloats<T>(list: T): T {
  if (!Array.isArray(list)) return list;
  known.add(list);
  if (Array.isArray(list[0])) for (const one of list as unknown[]) markFloats(one);
  return list;
}

export const isOfFloats = (value: object): boolean => known.has(value);
