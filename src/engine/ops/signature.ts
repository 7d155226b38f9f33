import { listed } from './listed.js';
import { Complex } from '../complex.js';
import { getDefaultDevice } from '../backends/registry.js';
import { Device } from '../device.js';
import { DType, getDefaultDType } from '../dtype.js';
import { MemoryFormat } from '../layout.js';
import { Tensor } from '../tensor/tensor.js';
import { Float } from './floats.js';
import { complexOperand, scalarTensor } from './pointwise.js';

/**
 * Signatures as PyTorch's documentation writes them, and the reading of a call by them:
 *
 *     add(Tensor input, Tensor|Scalar other, *, Scalar alpha=1, Tensor? out=None)
 *     view(Tensor input, int... size)
 *     max.dim(Tensor input, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)
 *
 * Types: Tensor, Scalar (number or bool; where a tensor will do too, a complex number is made one), complex, int, float, bool, str, dtype, memory_format, device, int[] (a single int will
 * do), float[], Tensor[], int... (spread or a list), any; joined by |; ? admits null. Classes have
 * texts to choose from besides ('mean'|'sum'), names of their own (Module), which are not checked
 * here, and arguments of any type, which have none.
 */
export interface Parameter {
  name: string;
  types: string[];
  nullable: boolean;
  variadic: boolean;
  keywordOnly: boolean;
  /** Absent: required. */
  defaultValue?: unknown;
  required: boolean;
  /** True: the argument may be any iterable of tensors or modules. */
  isIterable: boolean;
  /** True: the argument may be a list of numbers. */
  isOfNumbers: boolean;
  /** Types of values that are accepted unchanged at this position: a quick check of the type is enough. */
  takes: { readonly tensor: boolean; readonly number: boolean; readonly int: boolean; readonly bool: boolean; readonly null: boolean };
  /** The parameter as the signature writes it, for messages and typings. */
  text: string;
}

export interface Signature {
  /** `nn.functional.relu`, `max` */
  name: string;
  /** The part that distinguishes overloads: `dim` in `max.dim`. */
  overload: string;
  parameters: Parameter[];
  returns: string;
  /** Names of the results, when there are several. */
  resultNames: string[] | null;
  text: string;
}

const literals: Record<string, unknown> = { None: null, True: true, False: false, inf: Infinity, '-inf': -Infinity };

function parseDefault(text: string): unknown {
  if (text in literals) return literals[text];
  if (/^'.*'$/.test(text)) return text.slice(1, -1);
  if (text.startsWith('[')) return JSON.parse(text.replaceAll(/\bNone\b/g, 'null'));
  return Number(text);
}

function parseParameter(text: string, keywordOnly: boolean): Parameter {
  const match = /^(?:([\w|[\]'-]+)(\?)?(\.\.\.)? )?(\w+)(?:=(.+))?$/.exec(text);
  if (!match) throw new Error(`cannot read the parameter "${text}"`);
  const [, types = 'any', optional, spread, name, value] = match;
  const kinds = types.split('|');
  const nullable = optional !== undefined || value === 'None';
  const isPlain = spread === undefined && !keywordOnly;
  const isList = kinds[0].endsWith('[]');
  const parameter: Parameter = {
    name: name,
    types: kinds,
    nullable,
    variadic: spread !== undefined,
    keywordOnly,
    required: value === undefined,
    isIterable: types.includes('Iterable[') && !types.includes('dict'),
    isOfNumbers: kinds.some((kind) => kind === 'int[]' || kind === 'float[]' || (spread !== undefined && kind === 'int')),
    takes: {
      tensor: isPlain && kinds.includes('Tensor'),
      number: isPlain && !isList && (kinds.includes('Scalar') || kinds.includes('float')),
      int: isPlain && !isList && kinds.includes('int'),
      bool: isPlain && (kinds.includes('Scalar') || kinds.includes('bool')),
      null: isPlain && nullable,
    },
    text,
  };
  if (value !== undefined) parameter.defaultValue = parseDefault(value);
  return parameter;
}

/** Splits at commas that are not within brackets. */
const splitList = (text: string): string[] => text.split(/,\s*(?![^[(]*[\])])/).filter((s) => s !== '');

export function parseSignature(text: string): Signature {
  const match = /^((?:nn\.functional\.|linalg\.|special\.|fft\.|sparse\.)?\w+)(?:\.(\w+))?\((.*?)\)(?: -> (.+))?$/s.exec(text);
  if (!match) throw new Error(`cannot read the signature "${text}"`);
  const [, name, overload, list, returns = 'Tensor'] = match;
  let keywordOnly = false;
  const parameters: Parameter[] = [];
  for (const part of splitList(list)) {
    if (part === '*') keywordOnly = true;
    else parameters.push(parseParameter(part, keywordOnly));
  }
  const named = /^\((.*)\)$/.exec(returns);
  return {
    name: name,
    overload: overload ?? '',
    parameters,
    returns,
    resultNames: named ? splitList(named[1]).map((r) => r.split(' ')[1] ?? r) : null,
    text,
  };
}

/** Python's name for the type of a value. */
export function pythonType(value: unknown): string {
  if (value instanceof Tensor) return 'Tensor';
  if (value === null || value === undefined) return 'NoneType';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
  if (value instanceof Float) return 'float';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'string') return 'str';
  if (Array.isArray(value)) return 'list';
  if (value instanceof Complex) return 'complex';
  if (value instanceof DType) return 'torch.dtype';
  if (value instanceof MemoryFormat) return 'torch.memory_format';
  if (typeof value === 'function') return 'function';
  // What is not awaited yet.
  return typeof (value as { then?: unknown }).then === 'function' ? 'coroutine' : 'dict';
}

const isReal = (v: unknown): boolean => typeof v === 'number' || v instanceof Float;
const isInt = (v: unknown): v is number => typeof v === 'number' && Number.isInteger(v);

const accepts: Partial<Record<string, (v: unknown) => boolean>> & { any: (v: unknown) => boolean } = {
  Tensor: (v) => v instanceof Tensor,
  Scalar: (v) => typeof v === 'number' || typeof v === 'boolean' || v instanceof Float,
  complex: (v) => v instanceof Complex,
  int: isInt,
  float: isReal,
  bool: (v) => typeof v === 'boolean',
  str: (v) => typeof v === 'string',
  dtype: (v) => v instanceof DType,
  device: (v) => typeof v === 'string' || v instanceof Device,
  memory_format: (v) => v instanceof MemoryFormat,
  'int[]': (v) => isInt(v) || (Array.isArray(v) && v.every(isInt)),
  'float[]': (v) => isReal(v) || (Array.isArray(v) && v.every(isReal)),
  'Tensor[]': (v) => Array.isArray(v) && v.every((e) => e instanceof Tensor),
  'any[]': (v) => Array.isArray(v),
  any: () => true,
};

/** Registers how to recognise a type that only classes and functions take. */
export function accept(type: string, isOf: (value: unknown) => boolean): void {
  accepts[type] = isOf;
}

/**
 * `Module[]`, `Iterable[Tensor]`: checks a list of items of another type. Groups of options are not checked here:
 * optimizers check them.
 */
function listOf(type: string): (v: unknown) => boolean {
  const item = /^Iterable\[(?!dict)(.+)\]$/.exec(type)?.[1] ?? /^(.+)\[\]$/.exec(type)?.[1];
  const isItem = item === undefined ? null : acceptedBy(item);
  return (accepts[type] = isItem ? (v) => Array.isArray(v) && v.every((e) => isItem(e)) : accepts.any);
}

const shownTypes: Record<string, string> = {
  Scalar: 'Number',
  complex: 'Number',
  'int[]': 'tuple of ints',
  'float[]': 'tuple of floats',
  'Tensor[]': 'tuple of Tensors',
};

/** Other spellings of argument names that PyTorch accepts too: NumPy's, and that of `Tensor.split`. */
const aliases: Record<string, string> = {
  axis: 'dim',
  keepdims: 'keepdim',
  self: 'input',
  x: 'input',
  split_size: 'split_size_or_sections',
};

export const isPlainObject = (v: unknown): v is Record<string, unknown> => {
  if (typeof v !== 'object' || v === null) return false;
  const proto: unknown = Object.getPrototypeOf(v);
  // True for objects of another realm too: the objects of a model come from there.
  return proto === null || Object.getPrototypeOf(proto) === null;
};

/** The values of a call in the order of the parameters, or the problem with the call. */
export type Bound = { values: unknown[]; device?: unknown; layout?: unknown } | { problem: string };

const convert = (p: Parameter, value: unknown): unknown => {
  if (value instanceof Complex && standsForTensor(p)) return complexOperand(value);
  // The float becomes a tensor without dims, so that it decides the dtype beside integers, as a float of Python does.
  if (p.types[0] === 'float[]' && (value instanceof Float || (Array.isArray(value) && value.some((one) => one instanceof Float))))
    return [value].flat().map(Number);
  if (value instanceof Float)
    return p.types.includes('Tensor') ? scalarTensor(value.value, getDefaultDType(), getDefaultDevice()) : value.value;
  if ((p.types[0] === 'int[]' || p.types[0] === 'float[]' || p.variadic) && typeof value === 'number') return [value];
  return value;
};

/** True when a complex number is converted to a tensor for this parameter. */
const standsForTensor = ({ types }: Parameter): boolean =>
  types.includes('Tensor') && (types.includes('Scalar') || types.includes('complex'));

const fits = (p: Parameter, value: unknown): boolean => {
  if (value === null) return p.nullable;
  if (value instanceof Complex && standsForTensor(p)) return true;
  return p.types.some((type) => acceptedBy(p.variadic ? `${type}[]` : type)(value));
};

function acceptedBy(type: string): (v: unknown) => boolean {
  if (isChoice(type)) return accepts['str']!;
  if (type.startsWith('Callable') && !type.endsWith('[]')) return isFunction;
  return accepts[type] ?? listOf(type);
}

const isFunction = (v: unknown): boolean => typeof v === 'function';

const isChoice = (type: string): boolean => type.startsWith("'");

const mustBe = (s: Signature, p: Parameter, position: number | null, value: unknown): string => {
  const at = position === null ? '' : ` (position ${position + 1})`;
  const bad = Array.isArray(value) && p.types[0] === 'Tensor[]' ? value.findIndex((e) => !(e instanceof Tensor)) : -1;
  if (bad >= 0) return `expected Tensor as element ${bad} in argument ${position ?? 0}, but got ${pythonType((value as unknown[])[bad])}`;
  const names = p.types.map((t) => (isChoice(t) ? 'str' : (shownTypes[p.variadic ? `${t}[]` : t] ?? t.replace(/^Callable.*/, 'function'))));
  const type = [...new Set(names)].join(' or ');
  return `${shortName(s)}(): argument '${p.name}'${at} must be ${type}, not ${pythonType(value)}`;
};

/** The name in messages: `gelu`, but `linalg_solve`. */
export const shortName = (s: Signature): string => s.name.replace(/^nn\.functional\./, '').replace('.', '_');

/** Reads a call: positional arguments, then one plain object of keyword arguments. */
export function bind(s: Signature, args: readonly unknown[]): Bound {
  const { parameters } = s;
  const last = args.length - 1;
  const kwargs = last >= 0 && isPlainObject(args[last]) && !takesObject(parameters[last]) ? args[last] : null;
  let count = kwargs ? last : args.length;
  const values = new Array<unknown>(parameters.length);
  let given = 0;
  for (let i = 0; i < parameters.length; i++) {
    const p = parameters[i];
    if (given < count && !p.keywordOnly) {
      let value = listed(p, args[given]);
      if (p.variadic && !Array.isArray(value)) {
        const start = given;
        const isItem = (v: unknown): boolean => p.types.some((type) => acceptedBy(type)(v));
        while (given < count && (typeof args[given] === 'number' || isItem(args[given]))) given++;
        value = args.slice(start, given);
        if (given === start || !fits(p, value))
          return {
            problem: mustBe(
              s,
              p,
              start,
              args.slice(start).find((v) => !isItem(v)),
            ),
          };
        values[i] = value;
        continue;
      }
      if (value === undefined && !p.required) values[i] = p.defaultValue;
      else if (!fits(p, value)) return { problem: mustBe(s, p, given, value) };
      else values[i] = convert(p, value);
      given++;
    } else if (!p.required) values[i] = p.defaultValue;
    // Modules in a row may be none: `nn.Sequential()`.
    else values[i] = p.variadic && p.types[0] === 'Module' ? [] : missing;
  }
  if (given < count) {
    const most = parameters.filter((p) => !p.keywordOnly).length;
    return { problem: `${shortName(s)}() takes ${most} positional argument${most === 1 ? '' : 's'} but ${count} were given` };
  }
  if (kwargs) {
    const problem = bindKeywords(s, kwargs, values, given);
    if (problem) return { problem };
  }
  count = values.indexOf(missing);
  if (count >= 0) {
    // PyTorch has the plural where one is missing.
    const names = parameters.filter((_, i) => values[i] === missing).map((p) => `"${p.name}"`);
    return {
      problem: `${shortName(s)}() missing ${names.length} required positional argument${names.length === 1 ? 's' : ''}: ${names.join(', ')}`,
    };
  }
  if (args.some((v) => v instanceof Float) || (kwargs && Object.values(kwargs).some((v) => v instanceof Float))) madeOfFloats(s, values);
  const besides = (name: string): unknown =>
    kwargs && Object.hasOwn(kwargs, name) && !parameters.some((p) => p.name === name) ? kwargs[name] : undefined;
  return { values, device: besides('device'), layout: besides('layout') };
}

/** A tensor made from a number that is written as a float gets the default dtype, if no dtype was given. */
function madeOfFloats({ parameters }: Signature, values: unknown[]): void {
  const at = parameters.findIndex(({ name }) => name === 'dtype');
  if (at >= 0) values[at] ??= getDefaultDType();
}

/** True when a plain object in this place is the argument itself, and not a set of named arguments. */
const takesObject = (p: Parameter | undefined): boolean => p?.types.some((type) => type.startsWith('dict')) ?? false;

const missing = Symbol('missing');

/**
 * The values of a call that has positional arguments only, each of an easily recognised type: most calls. Null for any
 * other call, which `bind` reads (or refuses).
 */
export function bindQuickly({ parameters }: Signature, args: readonly unknown[]): unknown[] | null {
  if (args.length > parameters.length) return null;
  const values = new Array<unknown>(parameters.length);
  for (let i = 0; i < parameters.length; i++) {
    const p = parameters[i];
    if (i >= args.length) {
      if (p.required) return null;
      values[i] = p.defaultValue;
      continue;
    }
    const v = args[i];
    if (!isPlainly(p.takes, v)) return null;
    values[i] = v;
  }
  return values;
}

function isPlainly(takes: Parameter['takes'], v: unknown): boolean {
  if (v instanceof Tensor) return takes.tensor;
  if (typeof v === 'number') return takes.number || (takes.int && Number.isInteger(v));
  return typeof v === 'boolean' ? takes.bool : v === null && takes.null;
}

/** The parameter with this name, or with the name that stands for it; -1 where there is none. */
export function placeOf({ parameters }: Signature, key: string): number {
  const at = parameters.findIndex((p) => p.name === key);
  return at < 0 ? parameters.findIndex((p) => p.name === aliases[key]) : at;
}

function bindKeywords(s: Signature, kwargs: Record<string, unknown>, values: unknown[], given: number): string | null {
  for (const key in kwargs) {
    // A program may have added properties to the prototype of all objects.
    if (!Object.hasOwn(kwargs, key)) continue;
    const i = placeOf(s, key);
    if (i < 0) {
      if (ignoredKeywords.has(key)) continue;
      return `${shortName(s)}() got an unexpected keyword argument '${key}'`;
    }
    const p = s.parameters[i];
    const value = listed(p, kwargs[key]);
    if (i < given && !p.keywordOnly && !p.variadic) return `${shortName(s)}() got multiple values for argument '${key}'`;
    if (value === undefined && !p.required) continue;
    if (!fits(p, value)) return mustBe(s, p, null, value);
    values[i] = convert(p, value);
  }
  return null;
}

/**
 * Keywords of all operations. `device` says where the result goes; the others have no effect here, but are common in
 * PyTorch code.
 */
export const ignoredKeywords: ReadonlySet<string> = new Set(['device', 'layout', 'pin_memory', 'non_blocking']);
