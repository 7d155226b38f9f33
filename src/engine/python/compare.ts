/** Python's operations that compare, join and count by value. */
import { TypeError_, ValueError } from '../errors.js';
import { float32, float64 } from '../dtype.js';
import { compare, OPERATORS, operate, truth } from '../operators/meaning.js';
import { Float } from '../ops/floats.js';
import { Tensor } from '../tensor/tensor.js';
import { Bytes } from './bytes.js';
import { ZeroDivisionError } from './exceptions.js';
import { Dict, Listed, Tuple, View } from './keys.js';
import { PySet } from './sets.js';
import { float, pow } from './numbers.js';
import { type_name } from './text.js';
import { as_float, plainly } from './wholeFloats.js';

type Special = Record<string, ((...args: unknown[]) => unknown) | undefined>;

const own = (value: unknown, name: string): ((...args: unknown[]) => unknown) | null => {
  const method = typeof value === 'object' && value !== null ? (value as Special)[name] : undefined;
  return typeof method === 'function' ? method.bind(value) : null;
};

/** As Python's `bool(x)`: empty lists, texts and dicts are false. */
export function bool(x: unknown = false): boolean {
  if (typeof x === 'number') return x !== 0;
  if (x instanceof Float) return x.value !== 0;
  if (x instanceof Tensor) return truth(x);
  if (Array.isArray(x)) return x.length > 0;
  if (x instanceof Map || x instanceof Set) return x.size > 0;
  const asked = own(x, '__bool__') ?? own(x, '__len__');
  if (asked) return Boolean(asked());
  if (
    typeof x === 'object' &&
    x !== null &&
    Object.getPrototypeOf(Object.getPrototypeOf(x) ?? x) === null &&
    !Object.hasOwn(x, 'constructor')
  )
    return !isRecord(x) || Object.keys(x).length > 0;
  return Boolean(x);
}

const isRecord = (x: object): boolean => Object.getPrototypeOf(x) !== null && Object.getPrototypeOf(Object.getPrototypeOf(x)) === null;

/** As Python's `a == b`: compares lists, tuples, dicts and sets by their contents. */
export function eq(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a instanceof Float || b instanceof Float) return eq(plainly(a), plainly(b));
  if (a instanceof Tensor || b instanceof Tensor) return compare(a, b, false) as boolean;
  const special = own(a, '__eq__');
  if (special) return special(b) as boolean;
  const reflected = own(b, '__eq__');
  if (reflected) return reflected(a) as boolean;
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a instanceof Tuple !== b instanceof Tuple && isListOf(a) && isListOf(b)) return false;
    return a.length === b.length && a.every((x, i) => bool(eq(x, b[i])));
  }
  const isOrdered = (x: unknown): boolean => x instanceof Map && x.constructor.name === 'OrderedDict';
  if (isOrdered(a) && isOrdered(b)) return eq([...(a as Map<unknown, unknown>)], [...(b as Map<unknown, unknown>)]);
  if (a instanceof Map && b instanceof Map) return a.size === b.size && [...a].every(([k, v]) => b.has(k) && bool(eq(v, b.get(k))));
  if (a instanceof Set && b instanceof Set) return a.size === b.size && [...a].every((x) => b.has(x));
  if (typeof a === 'boolean' || typeof b === 'boolean')
    return typeof a !== 'object' && typeof b !== 'object' && typeof a !== 'string' && typeof b !== 'string' && Number(a) === Number(b);
  return (a ?? null) === (b ?? null);
}

/** True for a list or a tuple. The engine's sizes and results are neither: they may equal both. */
const isListOf = (x: readonly unknown[]): boolean => x instanceof Tuple || x instanceof Listed || x.constructor.name === 'Array';

export const ne = (a: unknown, b: unknown): boolean => {
  if (a instanceof Tensor || b instanceof Tensor) return compare(a, b, true) as boolean;
  const special = own(a, '__ne__');
  return special ? (special(b) as boolean) : !bool(eq(a, b));
};

/** Negative, 0 or positive, when `a` comes before, with or after `b`. @throws TypeError for values without an order */
export function order(a: unknown, b: unknown): number {
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  if (Array.isArray(a) && Array.isArray(b)) {
    const at = a.findIndex((x, i) => i >= b.length || !bool(eq(x, b[i])));
    if (at < 0) return a.length - b.length;
    return at >= b.length ? 1 : order(a[at], b[at]);
  }
  const less = own(a, '__lt__');
  if (less) return bool(less(b)) ? -1 : bool(own(b, '__lt__')?.(a)) ? 1 : 0;
  // A member of an enumeration of numbers stands for its number.
  const [x, y] = [a, b].map((v) => (/^(number|boolean)$/.test(typeof v?.valueOf()) || v instanceof Tensor ? float(v?.valueOf()) : null));
  if (x === null || y === null || x === undefined || y === undefined)
    throw new TypeError_(`'<' not supported between instances of '${type_name(a)}' and '${type_name(b)}'`);
  return x < y ? -1 : x > y ? 1 : x === y ? 0 : NaN;
}

/** A view of a dict as the set of what it shows. */
const plainSet = (x: unknown): unknown => (x instanceof View ? new PySet(x as View<unknown>) : x);

const comparison =
  (sign: 'lt' | 'le' | 'gt' | 'ge', name: string, test: (by: number) => boolean) =>
  (a: unknown, b: unknown): boolean => {
    if (a instanceof Tensor || b instanceof Tensor) return operate(OPERATORS[sign], a, b) as boolean;
    if (a instanceof View || b instanceof View) return comparison(sign, name, test)(plainSet(a), plainSet(b));
    if (a instanceof Set && b instanceof Set) {
      const [inner, outer] = sign === 'lt' || sign === 'le' ? [a, b] : [b, a];
      return [...inner].every((x) => outer.has(x)) && (sign.endsWith('e') || inner.size < outer.size);
    }
    const special = own(a, name);
    return special ? (special(b) as boolean) : test(order(a, b));
  };

/** The operators by their names, and the methods by which the other operand answers. */
const ANSWERS: Readonly<Record<string, readonly [string, string]>> = {
  add: ['+', 'radd'],
  sub: ['-', 'rsub'],
  mul: ['*', 'rmul'],
  truediv: ['/', 'rtruediv'],
  floordiv: ['//', 'rfloordiv'],
  mod: ['%', 'rmod'],
  pow: ['** or pow()', 'rpow'],
  matmul: ['@', 'rmatmul'],
  and: ['&', 'rand'],
  or: ['|', 'ror'],
  lt: ['<', 'gt'],
  le: ['<=', 'ge'],
  gt: ['>', 'lt'],
  ge: ['>=', 'le'],
};

/**
 * What comes of an operator whose method returns `NotImplemented`: the other operand is asked. @throws TypeError where
 * it has no answer either
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any result
export function not_implemented(name: string, a: unknown, b: unknown): any {
  const [sign, answer] = ANSWERS[name] ?? ANSWERS[name.replace(/^[ri]/, '')] ?? [name, ''];
  const reflected = name in ANSWERS ? own(b, `__${answer}__`) : null;
  if (reflected) return reflected(a);
  const [x, y] = (name in ANSWERS || !name.startsWith('r') ? [a, b] : [b, a]).map(type_name);
  if (/^[<>]/.test(sign)) throw new TypeError_(`'${sign}' not supported between instances of '${x}' and '${y}'`);
  throw new TypeError_(`unsupported operand type(s) for ${sign}: '${x}' and '${y}'`);
}

/** As Python's `a < b` and the other comparisons, for lists, tuples, sets and objects that define their own order. */
export const lt = comparison('lt', '__lt__', (by) => by < 0);
export const le = comparison('le', '__le__', (by) => by <= 0);
export const gt = comparison('gt', '__gt__', (by) => by > 0);
export const ge = comparison('ge', '__ge__', (by) => by >= 0);

/** As `functools.cmp_to_key(compare)`: a key that is ordered as `compare` says. */
export const cmp_to_key =
  (compare_: (a: unknown, b: unknown) => number) =>
  (value: unknown): { __lt__: (other: { value: unknown }) => boolean; value: unknown } => ({
    value,
    __lt__: (other) => compare_(value, other.value) < 0,
  });

/** The items of a value, as `iter` gives them: it is told by the room that knows sequences. */
let items: (all: unknown) => Iterable<unknown> = (all) => all as Iterable<unknown>;
export const tellItems = (given: typeof items): void => void (items = given);

/** As Python's `x in all`. */
export function contains(all: unknown, x: unknown): boolean {
  if (typeof all === 'string') return all.includes(x as string);
  if (all instanceof Map || all instanceof Set) return all.has(x);
  if (all instanceof Tensor) return bool(all.eq(x as number).any());
  const special = own(all, '__contains__');
  if (special) return bool(special(x));
  if (Array.isArray(all)) return all.some((one) => one === x || bool(eq(one, x)));
  const {
    [Symbol.iterator]: iterator,
    __iter__,
    __getitem__,
  } = all as { [Symbol.iterator]?: unknown; __iter__?: unknown; __getitem__?: unknown };
  if ([iterator, __iter__, __getitem__].some((one) => typeof one === 'function')) {
    // What is found ends no generator: the program may go on with it.
    const each = items(all)[Symbol.iterator]();
    for (let one = each.next(); !one.done; one = each.next()) if (bool(eq(one.value, x))) return true;
    return false;
  }
  return typeof all === 'object' && all !== null && (x as string) in all;
}

/** An operator on unknown values: an object's own method, lists and strings as in Python, tensors and numbers. */
const operator =
  (sign: keyof typeof OPERATORS, name: string, plain: (a: never, b: never) => unknown) =>
  (a: unknown, b: unknown): unknown => {
    if (typeof a === 'number' && typeof b === 'number') return plain(a as never, b as never);
    if (a instanceof Float || b instanceof Float) {
      const [x, y] = [plainly(a), plainly(b)];
      if (typeof x === 'number' && typeof y === 'number') return as_float(plain(x as never, y as never));
    }
    const special = own(a, `__${name}__`);
    if (special && !(a instanceof Tensor)) return special(b);
    const reflected = own(b, `__r${name}__`);
    if (reflected && !(b instanceof Tensor)) return reflected(a);
    if (a instanceof Tensor || b instanceof Tensor) return operate(OPERATORS[sign], a, b);
    const isOdd = (x: unknown): boolean => x === null || x === undefined || (typeof x === 'string' && !/^(add|mul)$/.test(name));
    if (isOdd(a) || isOdd(b)) {
      const [x, y] = [a, b].map(type_name);
      throw new TypeError_(
        name === 'add' && x === 'str'
          ? `can only concatenate str (not "${y}") to str`
          : `unsupported operand type(s) for ${ANSWERS[name]?.[0] ?? name}: '${x}' and '${y}'`,
      );
    }
    return plain(a as never, b as never);
  };

export const add = operator('add', 'add', (a: number, b: number): unknown => {
  if (Array.isArray(a) && Array.isArray(b)) return concat(a as unknown[], b as unknown[]);
  if ((typeof a === 'string') !== (typeof b === 'string')) {
    const types = [a, b].map(type_name);
    throw new TypeError_(
      types[0] === 'str'
        ? `can only concatenate str (not "${types[1]}") to str`
        : `unsupported operand type(s) for +: '${types[0]}' and '${types[1]}'`,
    );
  }
  return a + b;
}) as (a: unknown, b: unknown) => any; // eslint-disable-line @typescript-eslint/no-explicit-any -- as Python's
/* eslint-disable @typescript-eslint/no-explicit-any -- nothing is known of what these return */
export const sub = operator('sub', 'sub', (first: number, second: number): unknown => {
  const [a, b] = [first, second].map(plainSet);
  return a instanceof PySet ? a.difference(b as PySet) : (a as number) - (b as number);
}) as (a: unknown, b: unknown) => any;
export const mul = operator('mul', 'mul', (a: number, b: number): unknown => {
  for (const [x, n] of [
    [a, b],
    [b, a],
  ] as [unknown, number][]) {
    if (typeof x === 'string') return x.repeat(Math.max(0, n));
    if (Array.isArray(x)) return repeat(x as unknown[], n);
  }
  return a * b;
}) as (a: unknown, b: unknown) => any;
export const div = operator('div', 'truediv', (a: number, b: number) => {
  if (typeof b === 'number' && b === 0) throw new ZeroDivisionError(Number.isInteger(a) ? 'division by zero' : 'float division by zero');
  return a / b;
}) as (a: unknown, b: unknown) => any;
/** As Python's `a @ b`, of tensors or of objects that define it. */
export const matmul = (a: any, b: any): any =>
  a instanceof Tensor ? a.matmul(b as Tensor) : (own(a, '__matmul__')?.(b) ?? own(b, '__rmatmul__')?.(a) ?? a.matmul(b));
export const power = operator('pow', 'pow', (a: number, b: number) => pow(a, b)) as (a: unknown, b: unknown) => any;
/** As Python's `a += b`: a list is extended in place. */
export const iadd = (a: any, b: any): any => {
  if (!Array.isArray(a) || a instanceof Tuple || !Array.isArray(b)) return a instanceof Tensor ? a.add_(b as number) : add(a, b);
  a.push(...(b as unknown[]));
  return a;
};
/** As Python's `-x`. */
export const neg = (x: any): any =>
  x instanceof Tensor ? x.neg() : x instanceof Float ? as_float(-x.value) : (own(x, '__neg__')?.() ?? -x);

const bits =
  (f: (a: bigint, b: bigint) => bigint, name: 'and' | 'or' | 'xor', plain: (a: boolean, b: boolean) => boolean) =>
  (first: any, second: any): any => {
    const [a, b] = [first, second].map(plainSet) as [any, any];
    if (a instanceof Tensor || b instanceof Tensor) return operate(OPERATORS[name], a, b);
    const special = own(a, `__${name}__`);
    if (special) return special(b);
    if (typeof a === 'boolean' && typeof b === 'boolean') return plain(a, b);
    if (a instanceof PySet)
      return name === 'and' ? a.intersection(b as PySet) : name === 'or' ? a.union(b as PySet) : a.symmetric_difference(b as PySet);
    if (a instanceof Map) return new Dict([...(a as Dict), ...(b as Dict)]);
    return Number(f(BigInt(a as number), BigInt(b as number)));
  };
/** As Python's `a & b`, `a | b`, `a ^ b` for integers of any size, booleans and sets. */
export const bit_and = bits(
  (a, b) => a & b,
  'and',
  (a, b) => a && b,
);
export const bit_or = bits(
  (a, b) => a | b,
  'or',
  (a, b) => a || b,
);
export const bit_xor = bits(
  (a, b) => a ^ b,
  'xor',
  (a, b) => a !== b,
);
const shift =
  (name: 'shl' | 'shr', special: string, f: (a: bigint, b: bigint) => bigint) =>
  (a: any, b: any): any => {
    if (a instanceof Tensor || b instanceof Tensor) return operate(OPERATORS[name], a, b);
    if (typeof b === 'number' && b < 0) throw new ValueError('negative shift count');
    return own(a, special)?.(b) ?? Number(f(BigInt(a as number), BigInt(b as number)));
  };
/** As Python's `a << b` and `a >> b` for integers of any size. */
export const left_shift = shift('shl', '__lshift__', (a, b) => a << b);
export const right_shift = shift('shr', '__rshift__', (a, b) => a >> b);
/**
 * Converts a tensor of integers to floats, for an operation with a number such as 2.0, which JavaScript cannot
 * distinguish from 2.
 */
export const floating = (x: any): any => (x instanceof Tensor && !x.dtype.is_floating_point ? x.to(x.arithmetic ? float64 : float32) : x);
/* eslint-enable @typescript-eslint/no-explicit-any */

const like = <T>(model: readonly unknown[], items: T[]): T[] =>
  model instanceof Tuple ? Tuple.from(items) : model instanceof Bytes ? (Bytes.from(items as number[]) as unknown as T[]) : items;

/** As Python's `a + b` of lists or of tuples. */
export const concat = <T>(a: readonly T[], b: readonly T[]): T[] => like(a, [...a, ...b]);

/** As Python's `list * n`. */
export const repeat = <T>(list: readonly T[], n: number): T[] =>
  like(
    list,
    Array.from({ length: Math.max(0, n) }, () => [...list]).flatMap((items) => items),
  );

/** As Python's `a | b` of dicts and of sets. */
export function merge<K, V>(a: Dict<K, V>, b: Dict<K, V>): Dict<K, V>;
export function merge<T>(a: PySet<T>, b: PySet<T>): PySet<T>;
export function merge(a: unknown, b: unknown): unknown {
  return a instanceof Map ? new Dict([...(a as Dict), ...(b as Dict)]) : (a as PySet).union(b as PySet);
}
