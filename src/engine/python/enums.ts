/** Python's `enum.Enum`. */
import { KeyError, ValueError } from '../errors.js';
import { bool, eq } from './compare.js';
import { Tuple } from './keys.js';
import { repr } from './text.js';

/** The base of an enumeration: static fields are its members. */
export class Enum {
  constructor(
    readonly name: string,
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a value of any type
    readonly value: any,
  ) {
    // What a member is made of is given to its `__init__`.
    const { __init__: init } = this as { __init__?: (...given: unknown[]) => void };
    if (typeof init === 'function') init.call(this, ...(Array.isArray(value) ? (value as unknown[]) : [value]));
  }

  static members<T extends typeof Enum>(this: T): InstanceType<T>[] {
    return Object.values(this).filter((one): one is InstanceType<T> => one instanceof this);
  }

  /** The member with a value. @throws ValueError */
  static of<T extends typeof Enum>(this: T, value: unknown): InstanceType<T> {
    // A list in the text may stand for a tuple.
    const plain = Array.isArray(value) ? Tuple.from(value as unknown[]) : value;
    const found = this.members().find((one) => one === value || bool(eq(one.value, value)) || bool(eq(one.value, plain)));
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

/** Python's `enum.Flag`: its members are joined by operators. */
export class Flag extends Enum {
  constructor(name: string, value: unknown) {
    // `FAST = GPU | SSD` within the class
    super(name, value instanceof Flag ? value.value : value);
  }

  static override of<T extends typeof Enum>(this: T, value: unknown): InstanceType<T> {
    const found = this.members().find((one) => one.value === value);
    if (found) return found;
    const parts = this.members().filter((one) => one.value !== 0 && (Number(value) & one.value) === one.value);
    // What is joined is one object for each value, and no member.
    const all = ((this as unknown as { joined?: Map<unknown, unknown> }).joined ??= new Map());
    if (!all.has(value)) all.set(value, new this(parts.map(({ name }) => name).join('|') || (null as never), value));
    return all.get(value) as InstanceType<T>;
  }

  static override members<T extends typeof Enum>(this: T): InstanceType<T>[] {
    return Object.values(this).filter((one): one is InstanceType<T> => one instanceof this);
  }

  private made(value: number): Flag {
    return (this.constructor as typeof Flag).of(value);
  }

  __or__(other: Flag): Flag {
    return this.made(this.value | other.value);
  }

  __and__(other: Flag): Flag {
    return this.made(this.value & other.value);
  }

  __xor__(other: Flag): Flag {
    return this.made(this.value ^ other.value);
  }

  __invert__(): Flag {
    const all = (this.constructor as typeof Flag).members().reduce((sum, one) => sum | one.value, 0);
    return this.made(all & ~this.value);
  }

  __contains__(other: Flag): boolean {
    return (this.value & other.value) === other.value;
  }

  __bool__(): boolean {
    return this.value !== 0;
  }

  override __str__(): string {
    return `${this.constructor.name}.${this.name ?? this.value}`;
  }

  override __repr__(): string {
    return `<${this.constructor.name}${this.name === null ? '' : `.${this.name}`}: ${this.value}>`;
  }
}

/** Python's `enum.IntFlag`: its members are numbers too. */
export class IntFlag extends Flag {
  override valueOf(): number {
    return this.value as number;
  }

  __int__(): number {
    return this.value as number;
  }

  override __str__(): string {
    return String(this.value);
  }

  override __eq__(other: unknown): boolean {
    return this === other || this.value === other;
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

  __add__(other: unknown): string {
    return (this.value as string) + String(other);
  }

  __radd__(other: unknown): string {
    return String(other) + (this.value as string);
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
