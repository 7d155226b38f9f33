/**
 * `x[0]`, `x['1:3']`, `x[mask] = 0` on a tensor, and `net[0]` on a row of modules, with no help of who compiles them:
 * behind the prototype stands a Proxy, which is asked only for names that nothing else has. So `x[0]` is as fast as
 * it was for everything that is no tensor.
 *
 * JavaScript turns a key into a text. What no text can say (`x[0, '1:3']`, `x[mask]`) is put under a symbol first:
 * that is `keyOf`.
 */
import { IndexError } from '../errors.js';
import { quietly } from '../quietly.js';
import { assign, subscript } from '../ops/indexing/subscript.js';
import type { IndexSpec } from '../tensor/indexSpec.js';
import { sameSizes } from '../shape.js';
import { Tensor } from '../tensor/tensor.js';

/** What a symbol stands for. The symbol lives as long as the access it was made for. */
const specsOfSymbol = new WeakMap<symbol, readonly IndexSpec[]>();

/** What those who follow a program want to know of its last steps. */
export const lately = {
  /** Whether something was written through `x[…] = value` since this was last taken down. */
  isWritten: false,
  /** What an operator changed in place last. */
  changed: null as Tensor | null,
};

/** The key under which a tensor finds these specs, as in `x[specs]`. */
export function keyOf(specs: readonly IndexSpec[]): symbol {
  const key = Symbol('index');
  (specsOfSymbol as { set(key: symbol, specs: readonly IndexSpec[]): void }).set(key, specs);
  return key;
}

const INTEGER = /^-?\d+$/;
const SLICE = /^\s*-?\d*\s*:\s*-?\d*\s*(:\s*-?\d*\s*)?$/;
/** A list as a key becomes this text. */
const LIST = /^(-?\d+|true|false)(,(-?\d+|true|false))+$/;

/** Slices and numbers with commas between them, one slice or `...` at least. */
const SEVERAL = /^(?=.*[:.])\s*(-?\d+|-?\d*\s*:[-\d\s:]*|\.\.\.)\s*(,\s*(-?\d+|-?\d*\s*:[-\d\s:]*|\.\.\.)\s*)+$/;

/** Null for a key that is no index, but a name. */
export function specsOf(key: string | symbol): readonly IndexSpec[] | null {
  if (typeof key === 'symbol') return specsOfSymbol.get(key) ?? null;
  // The names of properties begin with a letter, `_` or `$`, but for these three.
  const first = key.charCodeAt(0);
  if (first >= 65 && key !== 'null' && key !== 'true' && key !== 'false') return null;
  if (INTEGER.test(key)) return [Number(key)];
  if (LIST.test(key)) return [key.split(',').map(wordOf)];
  // Several in one text: `x[':, :-1']`.
  if (SEVERAL.test(key)) return key.split(',').map((part) => wordOf(part.trim()));
  // Anything else of digits, signs and spaces can only be meant as an index: `subscript` says what is wrong with it.
  return /^[-+.\d\s:]+$/.test(key) || key === 'null' || key === 'true' || key === 'false' ? [wordOf(key)] : null;
}

function wordOf(text: string): IndexSpec {
  if (text === 'null') return null;
  if (text === 'true' || text === 'false') return text === 'true';
  return SLICE.test(text) || text === '...' || !Number.isFinite(Number(text)) ? text : Number(text);
}

/** What stands behind a prototype: `get` and `set` are asked for indices, the rest is as without. */
export function behind(
  next: object,
  get: (receiver: object, specs: readonly IndexSpec[]) => unknown,
  set: (receiver: object, specs: readonly IndexSpec[], value: unknown) => boolean,
): object {
  return new Proxy(Object.create(next) as object, {
    get(target, key, receiver: object) {
      const specs = specsOf(key);
      return specs ? get(receiver, specs) : (Reflect.get(target, key, receiver) as unknown);
    },
    set(target, key, value, receiver: object) {
      const specs = specsOf(key);
      return specs ? set(receiver, specs, value) : Reflect.set(target, key, value, receiver);
    },
  });
}

export function installSubscripts(): void {
  const set = (input: object, specs: readonly IndexSpec[], value: unknown): boolean => {
    lately.isWritten = true;
    checkNotScalar(input as Tensor, specs);
    if (!isPlaceOf(input as Tensor, specs, value)) assign(input as Tensor, specs, value, false);
    return true;
  };
  const get = (input: object, specs: readonly IndexSpec[]): Tensor => {
    checkNotScalar(input as Tensor, specs);
    return subscript(input as Tensor, specs);
  };
  Object.setPrototypeOf(Tensor.prototype, behind(Object.prototype, get, set));
}

/** @throws IndexError where PyTorch tells `x[0]` of a number from `x[(0,)]` */
function checkNotScalar(input: Tensor, specs: readonly IndexSpec[]): void {
  if (input.sizes.length > 0 || specs.length !== 1 || typeof specs[0] !== 'number') return;
  throw new IndexError(
    'invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert a 0-dim tensor to a number',
  );
}

/** `x[0] += 1` has changed `x` already, through the view that it puts back here. */
function isPlaceOf(input: Tensor, specs: readonly IndexSpec[], value: unknown): boolean {
  if (!(value instanceof Tensor) || value !== lately.changed || value.storage !== input.storage || specs.some(isGathering)) return false;
  const place = quietly(() => subscript(input.detach(), specs));
  return place.offset === value.offset && sameSizes(place.sizes, value.sizes) && sameSizes(place.strides, value.strides);
}

/** An index that copies, where the others make views. */
const isGathering = (spec: IndexSpec): boolean =>
  Array.isArray(spec) || typeof spec === 'boolean' || (spec instanceof Tensor && spec.sizes.length > 0);
