/** Python's `enum.Enum`. */
import { KeyError, ValueError } from '../errors.js';
import { repr } from './text.js';

/** The base of an enumeration: static fields are its members. */
export class Enum {
  constructor(
    readonly name: string,
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a value of any type
    readonly value: any,
  ) {}

  static members<T extends typeof Enum>(this: T): InstanceType<T>[] {
    return Object.values(this).filter((one): one is InstanceType<T> => one instanceof this);
  }

  /** The member with a value. @throws ValueError */
  static of<T extends typeof Enum>(this: T, value: unknown): InstanceType<T> {
    const found = this.members().find((one) => one === value || one.value === value);
    if (!found) throw new ValueError(`${repr(value)} is not a valid ${this.name}`);
    return found;
  }

  /** The member with a name. @throws KeyError */
  static named<T extends typeof Enum>(this: T, name: string): InstanceType<T> {
    const found = this.members().find((one) => one.name === name);
    if (!found) throw KeyError.of(name);
    return found;
  }

  static [Symbol.iterator]<T extends typeof Enum>(this: T): Iterator<InstanceType<T>> {
    return this.members()[Symbol.iterator]();
  }

  static __len__(): number {
    return this.members().length;
  }

  __str__(): string {
    return `${this.constructor.name}.${this.name}`;
  }

  __eq__(other: unknown): boolean {
    return this === other;
  }

  __repr__(): string {
    return `<${this.constructor.name}.${this.name}: ${repr(this.value)}>`;
  }
}

/** Python's `enum.IntEnum`: its members are numbers too. */
export class IntEnum extends Enum {
  override valueOf(): number {
    return this.value as number;
  }

  override __str__(): string {
    return String(this.value);
  }

  override __eq__(other: unknown): boolean {
    return this === other || this.value === other;
  }
}

/** As `class Mode(str, Enum)`: its members are strings too. */
export class TextEnum extends Enum {
  override toString(): string {
    return this.value as string;
  }

  override __eq__(other: unknown): boolean {
    return this === other || this.value === other;
  }
}

/** Python's `enum.StrEnum`: its members are printed as the strings that they are. */
export class StrEnum extends TextEnum {
  override __str__(): string {
    return this.value as string;
  }
}
