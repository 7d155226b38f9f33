/** Marks whole numbers that a program writes as floats (`1.0`). JavaScript cannot distinguish them from integers. */

/** One such number. */
export class Float {
  constructor(readonly value: number) {
    Object.freeze(this);
  }

  toString(): string {
    return Number.isInteger(this.value) ? `${this.value}.` : String(this.value);
  }
}

const lists = new WeakSet<object>();

/**
 * Compiled code calls this function for a number, or a list with a number, that is written as a float. A list is
 * returned itself.
 */
export function asFloat(value: unknown): unknown {
  if (typeof value === 'number') return new Float(value);
  if (Array.isArray(value)) lists.add(value);
  return value;
}

/** True when a list was marked as a list of floats, whatever its numbers are. */
export const isFloats = (list: readonly unknown[]): boolean => lists.has(list);
