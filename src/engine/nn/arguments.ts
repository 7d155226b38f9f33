/**
 * How constructors, and functions that are not ops, read their arguments: positional ones, then keywords in a plain
 * object.
 */
import { TypeError_ } from '../errors.js';
import type { ClassArguments } from '../generated/classes.js';
import { bind, type Bound, isPlainObject, parseSignature, type Parameter, type Signature } from '../ops/signature.js';
import { unknownKeyword, withNumbers } from '../ops/unfit.js';
import { py } from './pythonText.js';
import type { Signed, Values } from './signatureTypes.js';

type OrOptions<T extends readonly unknown[], Options> = { [I in keyof T]?: T[I] | Options };

/**
 * The argument types of a function, for TypeScript: arguments without a default, arguments with one, and an object of
 * named arguments.
 */
export type Arguments<Required extends unknown[], Optional extends unknown[], Options> = [
  ...required: Required,
  ...optional: OrOptions<Optional, Options>,
  options?: Options,
];

/** The argument types of the constructor with this signature, as `npm run generate` wrote them. */
export type ArgumentsOf<S extends string> = S extends `${infer Name}(${string}`
  ? Name extends keyof ClassArguments
    ? Extract<ClassArguments[Name], unknown[]>
    : unknown[]
  : never;

const signatures = new Map<string, Signature>();

/**
 * Python's message for a problem that `bind` found. A name with a capital is a class, and the message then names its
 * `__init__`.
 */
function inPythonsWords(problem: string, name: string): string {
  const callee = /^[A-Z]/.test(name) ? `${name}.__init__()` : `${name}()`;
  if (problem.includes(' missing ')) {
    const missing = [...problem.matchAll(/"(\w+)"/g)].map((m) => `'${m[1]}'`);
    const last = missing.pop();
    const list = missing.length > 0 ? `${missing.join(', ')}${missing.length > 1 ? ',' : ''} and ${last}` : last;
    return `${callee} missing ${missing.length + 1} required positional argument${missing.length > 0 ? 's' : ''}: ${list}`;
  }
  return / (takes|got) /.test(problem) ? problem.replace(`${name}()`, callee) : problem;
}

function boundTo(signature: Signature, args: readonly unknown[]): Extract<Bound, { values: unknown[] }> {
  const bound = bind(signature, args);
  if ('values' in bound) return bound;
  const own = withNumbers(signature, args);
  const again = own === args ? bound : bind(signature, own);
  if ('values' in again) return again;
  throw new TypeError_(inPythonsWords(bound.problem, signature.name), unknownKeyword(signature, args));
}

/** The signature that a text states. Each text is parsed once. */
export function signatureOf(text: string): Signature {
  let signature = signatures.get(text);
  if (!signature) signatures.set(text, (signature = parseSignature(text)));
  return signature;
}

/**
 * The arguments of a call by their names.
 * @param text as an op's signature: `Linear(int in_features, int out_features, bool bias=True)`
 * @throws TypeError with Python's message
 */
export function readArguments<const S extends string>(text: S, args: readonly unknown[]): Values<S> {
  const signature = signatureOf(text);
  const bound = boundTo(signature, args);
  return Object.fromEntries(signature.parameters.map((p, i) => [p.name, asList(p, bound.values[i])])) as Values<S>;
}

/** A single number is turned into a list of one; a default too. */
const asList = ({ types: [type] }: Parameter, value: unknown): unknown =>
  (type === 'int[]' || type === 'float[]') && typeof value === 'number' ? [value] : value;

/**
 * A function that takes its arguments as PyTorch's: by position, or by name in a last plain object.
 *
 *     const constant_ = callable('constant_(Tensor tensor, float val)', ({ tensor, val }) => tensor.fill_(val))
 */
export function callable<const S extends string, R>(
  signature: S,
  run: (given: Values<S>) => R,
): ((...args: ArgumentsOf<S>) => R) & Signed<S> {
  return Object.assign((...args: unknown[]) => run(readArguments(signature, args)), { signature });
}

/**
 * Checks arguments against a signature. Arguments beyond those of the signature are ignored.
 * @returns the values in the order of the signature
 * @throws TypeError with Python's message
 */
export const checkArguments = (text: string, args: readonly unknown[]): unknown[] => boundBy(text, args).values;

function boundBy(text: string, args: readonly unknown[]): { values: unknown[]; hasNames: boolean } {
  const signature = signatureOf(text);
  const isVariadic = signature.parameters.some((p) => p.variadic);
  const most = isVariadic ? Infinity : signature.parameters.filter((p) => !p.keywordOnly).length;
  const last = args.at(-1);
  const given = args.length <= most ? args : [...args.slice(0, most), ...(isPlainObject(last) ? [last] : [])];
  const bound = boundTo(signature, given);
  return { values: bound.values, hasNames: isPlainObject(given.at(-1)) };
}

/**
 * Checks the arguments of a call and returns them by position. Arguments given by name move to their position, unless
 * the function reads names itself.
 * @throws TypeError with Python's message
 */
export function positional(text: string, args: readonly unknown[]): unknown[] {
  const { values, hasNames } = boundBy(text, args);
  const { parameters } = signatureOf(text);
  const takesNames = parameters.some((p) => p.keywordOnly || p.variadic || p.types.some((type) => type.startsWith('dict')));
  if (takesNames || !hasNames) return [...args];
  return values.map((value, i) => (value === parameters[i].defaultValue ? undefined : value));
}

/** The same function or method; it checks its arguments first. */
export function checkedBy(text: string, run: (...args: unknown[]) => unknown): (...args: unknown[]) => unknown {
  const checked = function (this: unknown, ...args: unknown[]): unknown {
    return run.apply(this, positional(text, args));
  };
  return Object.defineProperty(checked, 'name', { value: signatureOf(text).name });
}

/** The type of an argument that comes after those without a default: by position, or by name in an object. */
export type OrByName<Name extends string, T> = T | { [K in Name]?: T };

/** Reads such an argument: `unpool(x, indices, { output_size: [4, 4] })`. @throws TypeError for another name */
export function byName<T>(name: string, given: OrByName<string, T> | null | undefined): T | null {
  if (!isPlainObject(given)) return given ?? null;
  const other = Object.keys(given).find((key) => key !== name);
  if (other !== undefined) throw new TypeError_(`forward() got an unexpected keyword argument '${other}'`);
  return given[name] ?? null;
}

/** A value as Python writes it. A value that equals the default is written as in the signature: `1.0`, not `1`. */
export function spelled(text: string, name: string, value: unknown): string {
  const parameter = signatureOf(text).parameters.find((p) => p.name === name);
  const isDefault = typeof value === 'number' && parameter?.defaultValue === value;
  return isDefault ? parameter.text.slice(parameter.text.indexOf('=') + 1) : py(value);
}

/** One value for each of `n` dims: `3` or `[3, 3]`. */
export function perDim(value: number | readonly number[], n: number): number[] {
  const list = typeof value === 'number' ? [value] : [...value];
  return list.length === 1 ? new Array<number>(n).fill(list[0]) : list;
}
