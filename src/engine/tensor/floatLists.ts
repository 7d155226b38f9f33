/** Lists that hold the elements of a tensor of floats: Python prints 1.0 of them, though JavaScript has no such number. */

const known = new WeakSet<object>();

/** Notes that a list, and the lists in it, hold floats. */
export function markFloats<T>(list: T): T {
  if (!Array.isArray(list)) return list;
  known.add(list);
  if (Array.isArray(list[0])) for (const one of list as unknown[]) markFloats(one);
  return list;
}

export const isOfFloats = (value: object): boolean => known.has(value);
