/** Numbers that a program writes as floats although they are whole, which JavaScript cannot tell from integers: `1.0`. */

/** One of them, by itself. */
export class Float {
  constructor(readonly value: number) {
    Object.freeze(this);
  }

  toString(): string {
    return Number.isInteger(this.value) ? `${this.value}.` : String(this.value);
  }
}

const lists = new WeakSet<object>();

/** What compiled code calls for a number, or a list with a number, that is written as a float. Gives a list back as it is. */
export function asFloat(value: unknown): unknown {
  if (typeof value === 'number') return new Float(value);
  if (Array.isArray(value)) lists.add(value);
  return value;
}

/** Whether a list is one of floats, whatever its numbers are. */
export const isFloats = (list: readonly unknown[]): boolean => lists.has(list);
