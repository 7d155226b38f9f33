/**
 * `x[0]`, `x['1:3']`, `x[mask] = 0` on a tensor, and `net[0]` on a list of modules, without help from a compiler: a
 * Proxy stands behind the prototype. JavaScript asks the Proxy only for names that no object before it has. So `x[0]`
 * on a value that is not a tensor is as fast as before.
 *
 * JavaScript turns a key into a string. An index that no string can express (`x[0, '1:3']`, `x[mask]`) is stored under
 * a symbol first: `keyOf` makes the symbol.
 */
import { IndexError } from '../errors.js';
import { quietly } from '../quietly.js';
import { withNumbers } from '../ops/indexing/spec.js';
import { assign, subscript } from '../ops/indexing/subscript.js';
import type { IndexSpec } from '../tensor/indexSpec.js';
import { sameSizes } from '../shape.js';
import { Tensor } from '../tensor/tensor.js';

/** The index that each symbol stands for. A symbol lives as long as the access for which it was made. */
const specsOfSymbol = new WeakMap<symbol, readonly IndexSpec[]>();

/** The last steps of the program, for the code that follows it. */
export const lately = {
  /** True when the program has written through `x[…] = value` since the flag was last reset. */
  isWritten: false,
  /** The tensor that an operator changed in place last. */
  changed: null as Tensor | null,
};

/** Makes the key under which a tensor finds these specs, as in `x[specs]`. */
export function keyOf(specs: readonly IndexSpec[]): symbol {
  const key = Symbol('index');
  (specsOfSymbol as { set(key: symbol, specs: readonly IndexSpec[]): void }).set(key, specs);
  return key;
}

const INTEGER = /^-?\d+$/;
const SLICE = /^\s*-?\d*\s*:\s*-?\d*\s*(:\s*-?\d*\s*)?$/;
/** The string that JavaScript makes of a list used as a key. */
const LIST = /^(-?\d+|true|false)(,(-?\d+|true|false))+$/;

/** Slices and numbers with commas between them; at least one of them is a slice or `...`. */
const SEVERAL = /^(?=.*[:.])\s*(-?\d+|-?\d*\s*:[-\d\s:]*|\.\.\.)\s*(,\s*(-?\d+|-?\d*\s*:[-\d\s:]*|\.\.\.)\s*)+$/;

/** The index that a key expresses, or null when the key is a name. */
export function specsOf(given: string | symbol): readonly IndexSpec[] | null {
  if (typeof given === 'symbol') return specsOfSymbol.get(given) ?? null;
  const key = withNumbers(given);
  // The names of properties begin with a letter, `_` or `$`; only these three are exceptions.
  const first = key.charCodeAt(0);
  if (first >= 65 && key !== 'null' && key !== 'true' && key !== 'false') return null;
  if (INTEGER.test(key)) return [Number(key)];
  if (LIST.test(key)) return [key.split(',').map(wordOf)];
  // Several indices in one string: `x[':, :-1']`.
  if (SEVERAL.test(key)) return key.split(',').map((part) => wordOf(part.trim()));
  // Any other key of digits, signs and spaces is meant as an index: `subscript` throws the error that explains the
  // mistake.
  return /^[-+.\d\s:]+$/.test(key) || key === 'null' || key === 'true' || key === 'false' ? [wordOf(key)] : null;
}

function wordOf(text: string): IndexSpec {
  if (text === 'null') return null;
  if (text === 'true' || text === 'false') return text === 'true';
  return SLICE.test(text) || text === '...' || !Number.isFinite(Number(text)) ? text : Number(text);
}

/** Makes the object that stands behind a prototype: indices go to `get` and `set`, all other names to `next`. */
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

/** Refuses an integer index on a tensor without dims, as PyTorch does for `x[0]`. @throws IndexError */
function checkNotScalar(input: Tensor, specs: readonly IndexSpec[]): void {
  if (input.sizes.length > 0 || specs.length !== 1 || typeof specs[0] !== 'number') return;
  throw new IndexError(
    'invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert a 0-dim tensor to a number',
  );
}

/**
 * True when `value` is the changed view of this place: `x[0] += 1` has then changed `x` already, and assigns the view
 * back.
 */
function isPlaceOf(input: Tensor, specs: readonly IndexSpec[], value: unknown): boolean {
  if (!(value instanceof Tensor) || value !== lately.changed || value.storage !== input.storage || specs.some(isGathering)) return false;
  const place = quietly(() => subscript(input.detach(), specs));
  return place.offset === value.offset && sameSizes(place.sizes, value.sizes) && sameSizes(place.strides, value.strides);
}

/** True for an index that makes a copy; the others make views. */
const isGathering = (spec: IndexSpec): boolean =>
  Array.isArray(spec) || typeof spec === 'boolean' || (spec instanceof Tensor && spec.sizes.length > 0);
