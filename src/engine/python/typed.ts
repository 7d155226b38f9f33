/** Values that carry their types: a whole number does not tell whether it is an int or a float. */
import { fmt } from './format.js';
import { repr, str } from './text.js';

/** A value that is only printed. */
export class Typed {
  constructor(
    readonly value: unknown,
    readonly type: string,
  ) {}

  get isFloat(): boolean {
    return typeof this.value === 'number' && (!Number.isInteger(this.value) || this.__repr__() !== String(this.value));
  }

  __repr__(): string {
    return repr(this.value, this.type);
  }

  __str__(): string {
    return str(this.value, this.type);
  }

  __format__(spec: string): string {
    return fmt(this.value, spec, this.type);
  }
}

/** The value together with its type. It is that value for all that prints it. */
export const typed = <T>(value: T, type: string): T => (type === '' || value === null ? value : (new Typed(value, type) as T));
