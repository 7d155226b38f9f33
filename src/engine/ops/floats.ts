/** Marks whole numbers that a program writes as floats (`1.0`). JavaScript cannot distinguish them from integers. */

/** One such number. */
export class Float {
  constructor(readonly value: number) {
    Object.freeze(this);
  }

  valueOf(): number {
    return this.value;
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

const places = new WeakMap<object, readonly unknown[]>();

/**
 * Notes which parts of a sample, or which arguments of a layer or an optimizer (by index or by name), are floats, though
 * they may be whole. @returns the sample
 */
export function floatsAt<T extends object>(sample: T, at: readonly unknown[]): T {
  places.set(sample, at);
  return sample;
}

/** Notes the same of a copy. */
export function sameFloats(from: object, to: object): void {
  const at = places.get(from);
  if (at) places.set(to, at);
}

/** True for a part of a sample that was noted as a float. */
export const isFloatAt = (sample: unknown, at: unknown): boolean => places.get(sample as object)?.includes(at) === true;

/** True when a list was marked as a list of floats, whatever its numbers are. */
export const isFloats = (list: readonly unknown[]): boolean => lists.has(list);
