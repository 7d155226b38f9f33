/**
 * Values as Python prints them. A JavaScript number can be an int or a float: whole numbers are printed as ints unless
 * `type` says otherwise.
 */
import { pyFloat } from '../nn/pythonText.js';
import { Tensor } from '../tensor/tensor.js';
import { isOfFloats } from '../tensor/floatLists.js';
import { Size } from '../shape.js';
import { Device } from '../device.js';
import { typeName } from '../operators/typeName.js';
import { Bytes } from './bytes.js';
import { isClass } from './calling.js';
import { OverflowError } from './exceptions.js';
import { inPython, nameInPython } from './inPython.js';
import { Dict, Listed, Tuple, View } from './keys.js';
import { Range } from './ranges.js';
import { PySet } from './sets.js';
import { ANY, shownOf, type Shown, valueTypeOf } from './shown.js';

/** The type of lists of floats, nested to any depth. */
const FLOAT: Shown = { name: 'float', of: [] };

/** As Python's `repr(value)`. */
export function repr(value: unknown, type = ''): string {
  if (value instanceof Device) return show(value, ANY, [null]);
  return show(value, shownOf(type), []);
}

/** As Python's `ascii(value)`: as `repr`, with every other sign by its number. */
export const ascii = (value: unknown, type = ''): string =>
  repr(value, type).replace(/[\u0080-\u{10ffff}]/gu, (sign) => {
    const code = sign.codePointAt(0)!;
    const hex = code.toString(16);
    return code < 256 ? `\\x${hex}` : code < 65536 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
  });

/** The type of an entry of a dict. @param types the types of the entries that may be floats */
export const type_at = (types: Readonly<Record<string, string>>, key: unknown): string =>
  (typeof key === 'string' && Object.hasOwn(types, key) && types[key]) || '';

/** Python's text for the arguments that `argparse` found. @param types the types of arguments that are floats */
export const namespace = (given: object, types: Readonly<Record<string, string>> = {}): string =>
  `Namespace(${Object.entries(given)
    .map(([name, value]) => `${name}=${repr(value, types[name])}`)
    .join(', ')})`;

/** As Python's `str(value)`. */
export function str(...given: [value?: unknown, type?: string]): string {
  if (given.length === 0) return '';
  const [value, type = ''] = given;
  if (typeof value === 'string') return value;
  if (value instanceof Error && typeof (value as { __str__?: unknown }).__str__ !== 'function') return inPython(value);
  if (typeof value === 'object' && value !== null && hasMethod(value, '__str__')) return value.__str__();
  return show(value, shownOf(type), []);
}

const hasMethod = <Name extends string>(value: object, name: Name): value is Record<Name, () => string> =>
  typeof (value as Record<string, unknown>)[name] === 'function';

function show(value: unknown, type: Shown, within: readonly unknown[]): string {
  switch (typeof value) {
    case 'string':
      return quoted(value);
    case 'number':
      return showNumber(value, type.name);
    case 'boolean':
      return value ? 'True' : 'False';
    case 'undefined':
      return 'None';
    case 'object':
      return value === null ? 'None' : within.includes(value) ? '...' : showObject(value, type, [...within, value]);
    case 'function': {
      if (Object.hasOwn(value, '_state') || typeof (value as { _get_name?: unknown })._get_name === 'function') return String(value);
      if (hasMethod(value, '__repr__') && !value.prototype) return value.__repr__();
      if (Object.hasOwn(value, 'shownAs')) return `<class '${(value as unknown as { shownAs: string }).shownAs}'>`;
      if (value.name === 'Tensor') return "<class 'torch.Tensor'>";
      return isClass(value) ? `<class '__main__.${name_of(value)}'>` : `<function ${value.name || '<lambda>'}>`;
    }
    default:
      return String(value);
  }
}

export function showNumber(value: number, type: string): string {
  if (type === 'float') return pyFloat(value);
  if (!Number.isInteger(value)) return pyFloat(value);
  if (Number.isSafeInteger(value)) return String(value);
  // A power of two is exact, and so is a number of few digits; of another one nobody knows what has been lost.
  const exact = BigInt(value).toString();
  const [digits = '', power = '0'] = String(value).replace('.', '').split('e+');
  const isRound = digits.replace(/0+$/, '').length < 16 && digits.padEnd(Number(power) + (value < 0 ? 2 : 1), '0') === exact;
  if (isRound || Number.isInteger(Math.log2(Math.abs(value)))) return exact;
  throw new OverflowError(`${exact} is beyond 2**53: whole numbers are exact up to there only`);
}

function showObject(value: object, type: Shown, within: readonly unknown[]): string {
  const { name, of } = type;
  const other = name === 'float' ? FLOAT : ANY;
  const one = (item: unknown, at = 0) => show(item, (name === 'fields' && at === 0 ? undefined : of[at]) ?? other, within);
  const entry = (key: unknown, item: unknown) => show(item, valueTypeOf(type, key) ?? other, within);
  if (hasMethod(value, '__repr__')) return value.__repr__();
  if (value instanceof View) return `${value.name}(${showObject([...(value as View<unknown>)], type, within)})`;
  // Within a list it has another form than alone.
  if (value instanceof Device && within.length > 1)
    return `device(type='${value.type}'${value.index === null ? '' : `, index=${value.index}`})`;
  if (value instanceof Tensor || value instanceof Size) return String(value);
  if (value instanceof Tuple) {
    const items = value.map((item, i) => one(item, of.length > 1 ? i : 0));
    return `(${items.join(', ')}${items.length === 1 ? ',' : ''})`;
  }
  if (name === '' && isOfFloats(value)) return showObject(value, FLOAT, within);
  if (Array.isArray(value) && name === 'tuple' && isPlainArray(value) && !Object.hasOwn(value, 'toString')) {
    const items = value.map((item) => one(item));
    return `(${items.join(', ')}${items.length === 1 ? ',' : ''})`;
  }
  if (Array.isArray(value))
    return Object.hasOwn(value, 'toString') || !isPlainArray(value)
      ? String(value)
      : `[${value.map((v, i) => one(v, of.length > 1 ? i : 0)).join(', ')}]`;
  if (value instanceof Map) {
    const parts = [...(value as Map<unknown, unknown>)].map(([k, v]) => `${one(k)}: ${entry(k, v)}`);
    const text = `{${parts.join(', ')}}`;
    const shown = value as { shown?: (text: string, parts: readonly string[]) => string };
    return value instanceof Dict && 'shown' in value ? shown.shown!(text, parts) : text;
  }
  if (value instanceof Set) return value.size === 0 ? 'set()' : `{${[...(value as PySet)].map((v) => one(v)).join(', ')}}`;
  // The message of a KeyError is its key, in the form of `repr`.
  const { args } = value as { args?: unknown };
  if (value instanceof Error && Array.isArray(args)) return `${value.name}(${args.map((arg) => show(arg, ANY, within)).join(', ')})`;
  if (value instanceof Error)
    return `${value.name}(${value.message === '' || value.name === 'KeyError' ? value.message : quoted(value.message)})`;
  const prototype = Object.getPrototypeOf(value) as object | null;
  if (prototype === null || Object.getPrototypeOf(prototype) === null) {
    return `{${Object.entries(value)
      .map(([k, v]) => `${quoted(k)}: ${entry(k, v)}`)
      .join(', ')}}`;
  }
  const text = String(value);
  return text.startsWith('[object ') ? `<__main__.${name_of(value.constructor)} object>` : text;
}

/** True for a plain array; named results of PyTorch are arrays with their own text. */
const isPlainArray = (value: readonly unknown[]): boolean =>
  value instanceof Listed || value.constructor.name === 'Array' || value.constructor.name === 'deque';

function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const named: Record<string, string> = { '\n': '\\n', '\t': '\\t', '\r': '\\r', '\\': '\\\\' };
  // eslint-disable-next-line no-control-regex -- what Python escapes
  const inside = text.replace(/[\\\x00-\x1f\x7f]/g, (c) => named[c] ?? `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return quote + (quote === "'" ? inside.replaceAll("'", "\\'") : inside) + quote;
}

/** As Python's `type(value).__name__`. */
export function type_name(value: unknown): string {
  if (value instanceof Listed) return value.constructor.name;
  if (value instanceof View) return value.name;
  if (value instanceof Bytes) return 'bytes';
  if (value instanceof Range) return 'range';
  if (value instanceof Tuple) return value.constructor === Tuple ? 'tuple' : value.constructor.name;
  if (value instanceof Dict) return value.constructor === Dict ? 'dict' : value.constructor.name;
  if (value instanceof PySet) return 'set';
  const { _get_name: named } = (typeof value === 'function' ? value : {}) as { _get_name?: () => string };
  if (typeof named === 'function') return named.call(value);
  return value instanceof Error ? nameInPython(value) : typeName(value);
}

const types = new Map<string, object>();

/** As Python's `type(x)`. One of Python's own types is an object that only has its name. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a class of any kind
export function type_of(x: unknown): any {
  const name = type_name(x);
  // not operations: names of Python's types
  if (!/^(int|float|str|bool|list|tuple|dict|set|NoneType)$/.test(name)) return (x as object).constructor;
  if (!types.has(name)) types.set(name, Object.freeze({ __name__: name, name, __repr__: () => `<class '${name}'>` }));
  return types.get(name);
}

/** As Python's `x.__name__` of a function or a class. */
export const name_of = (x: { readonly name: string }): string =>
  Object.hasOwn(x, '__name__')
    ? (x as unknown as { __name__: string }).__name__
    : (x as { prototype?: unknown }).prototype instanceof Error
      ? x.name.replace(/_$/, '')
      : x.name.replace(/^bound /, '');
