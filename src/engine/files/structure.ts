/**
 * The structure of `.pt` files beyond tensors: lists, objects, numbers and strings, as in checkpoints. The tensors are in the
 * file under their path (`model.0.weight`); the rest is JSON in the file's metadata.
 */
import { RuntimeError, TypeError_ } from '../errors.js';
import { isPlainObject } from '../ops/signature.js';
import { Tensor } from '../tensor/tensor.js';
import type { Safetensors } from './safetensors.js';

const KEY = 'tensor-lens';

/** A part of the structure, in JSON. Values that JSON cannot express are wrapped. */
type Part =
  null | string | number | boolean | { tensor: string } | { number: string } | { list: Part[] } | { object: Record<string, Part> };

/** @throws TypeError for values that are no data: functions, modules, symbols */
export function flatten(value: unknown): Safetensors {
  const tensors: Record<string, Tensor> = {};
  const within = new Set<unknown>();

  const name = (path: string): string => {
    let free = path || 'tensor';
    while (Object.hasOwn(tensors, free)) free += '_';
    return free;
  };
  const part = (what: unknown, path: string): Part => {
    if (what instanceof Tensor) {
      const key = name(path);
      tensors[key] = what;
      return { tensor: key };
    }
    if (typeof what === 'number')
      return Number.isFinite(what) && !Object.is(what, -0) ? what : { number: Object.is(what, -0) ? '-0' : String(what) };
    if (what === null || what === undefined) return null;
    if (typeof what === 'string' || typeof what === 'boolean') return what;
    if (!Array.isArray(what) && !isPlainObject(what))
      throw new TypeError_(`${described(what)} at '${path}' cannot be saved${advice(what)}.`);
    if (within.has(what)) throw new TypeError_(`What is at '${path}' cannot be saved: it contains itself.`);
    within.add(what);
    const below = (key: string | number) => (path ? `${path}.${key}` : String(key));
    const made: Part = Array.isArray(what)
      ? { list: what.map((each, i) => part(each, below(i))) }
      : { object: Object.fromEntries(Object.entries(what).map(([key, each]) => [key, part(each, below(key))])) };
    within.delete(what);
    return made;
  };

  const structure = part(value, '');
  return { tensors, metadata: { [KEY]: JSON.stringify(structure) } };
}

/** Modules are functions here, but for a program they are objects of their class. */
const hasState = (what: unknown): boolean => typeof (what as { state_dict?: unknown }).state_dict === 'function';
const described = (what: unknown): string =>
  typeof what === 'object' || hasState(what) ? `An object of class ${what!.constructor.name}` : `A ${typeof what}`;
const advice = (what: unknown): string => (hasState(what) ? '. Save its state_dict() instead' : '');

/** The data that was flattened; for a file from another program, its tensors by name. */
export function unflatten({ tensors, metadata }: Safetensors, file: string): unknown {
  const text = metadata[KEY];
  if (typeof text !== 'string') return tensors;
  // Another program can have changed the file: any JSON may stand here, or text that is no JSON.
  const value = (part: unknown): unknown => {
    if (typeof part !== 'object' || part === null) return part;
    const { number, list, object, tensor } = part as Readonly<Record<string, unknown>>;
    if (typeof number === 'string') return Number(number);
    if (Array.isArray(list)) return list.map(value);
    if (isPlainObject(object)) return Object.fromEntries(Object.entries(object).map(([key, each]) => [key, value(each)]));
    if (typeof tensor !== 'string') throw damaged();
    if (!Object.hasOwn(tensors, tensor)) throw new RuntimeError(`'${file}' lacks its tensor '${tensor}'.`);
    return tensors[tensor];
  };
  const damaged = () => new RuntimeError(`What '${file}' says of the lists and objects around its tensors is damaged.`);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw damaged();
  }
  return value(parsed);
}
