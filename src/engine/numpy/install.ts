/** The operators, methods and attributes of arrays. */
import { behind } from '../operators/subscripts.js';
import { operate, OPERATORS, type Arithmetic, type Operator } from '../operators/meaning.js';
import { getDefaultDType } from '../dtype.js';
import { assign, subscript } from '../ops/indexing/subscript.js';
import { IndexError, RuntimeError, TypeError_, ValueError } from '../errors.js';
import { quietly } from '../quietly.js';
import { saying } from '../saying.js';
import { Tuple } from '../python/keys.js';
import { Tensor } from '../tensor/tensor.js';
import type { IndexSpec } from '../tensor/indexSpec.js';
import { arrayFrom, cast, generic, isArray, ndarray, plain, result, sizeOf, tensorOf, type Value } from './array.js';
import { NumpyDType } from './dtypes.js';
import { astype, elementwise, OPERATIONS, round } from './elementwise.js';
import { matmul, products } from './linalg.js';
import { arrayRepr, arrayText, scalarRepr, scalarText } from './printing.js';
import { reductions } from './reductions.js';
import { searching, sortInPlace } from './searching.js';
import { shaping } from './shaping.js';

const bySign = new Map<string, Operator>(Object.values(OPERATORS).map((one) => [one.sign, one]));

/**
 * An operator between a number of NumPy and a tensor: the number counts as a number of Python. It does not affect the
 * dtype, except that a fraction turns a tensor of integers into one of floats.
 */
function withTensor(sign: string, a: unknown, b: unknown): { value: unknown } | null {
  const operator = bySign.get(sign);
  if (!operator || !(a instanceof generic || b instanceof generic)) return null;
  const beside = (one: unknown, other: unknown): unknown => {
    if (one instanceof generic) return one.item();
    const isLifted = one instanceof Tensor && other instanceof generic && other.dtype.is_floating_point && one.dtype.category < 2;
    return isLifted ? one.to(getDefaultDType()) : one;
  };
  return { value: operate(operator, beside(a, b), beside(b, a)) };
}

/** The operators of arrays. With a tensor of PyTorch, the result is a tensor. */
const arithmetic: Arithmetic = {
  operate(sign, a, b) {
    const isTorch = (one: unknown) => one instanceof Tensor && !isArray(one);
    if (isTorch(a) || isTorch(b)) return withTensor(sign, a, b);
    if (typeof a === 'string' || typeof b === 'string') return null;
    return { value: OPERATIONS[sign](a, b) };
  },
  inPlace(sign, a, b) {
    const value = OPERATIONS[sign](a, b);
    if (a instanceof generic) return value;
    const own = plain(a);
    if (value.dtype.category > own.dtype.category)
      throw new TypeError_(
        `Cannot cast ufunc '${UFUNCS[sign] ?? sign}' output from dtype('${value.dtype.name}') to dtype('${own.dtype.name}') with casting rule 'same_kind'`,
      );
    quietly(() => own.copy_(cast(plain(value), own.dtype)));
    return a;
  },
  invert: (a) => elementwise.invert(a) as Tensor,
  ambiguous: (count) =>
    new ValueError(
      count === 0
        ? 'The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is not empty.'
        : 'The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()',
    ),
};

const UFUNCS: Readonly<Record<string, string>> = { '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide', '**': 'power' };

/**
 * Indices in the form that the engine takes: NumPy's numbers become numbers, arrays become tensors, negative steps
 * become positive ones.
 */
function indices(tensor: Tensor, specs: readonly IndexSpec[]): { specs: IndexSpec[]; flips: number[] } {
  const flips: number[] = [];
  let dim = 0;
  let out = 0;
  const found = specs.map((spec): IndexSpec => {
    if (spec === '...') {
      const rest = specs.filter((one) => one !== null && one !== '...').length;
      out += tensor.sizes.length - rest;
      dim += tensor.sizes.length - rest;
      return spec;
    }
    if (spec === null) {
      out++;
      return spec;
    }
    const length = tensor.sizes[dim++];
    if (spec instanceof Tensor) {
      if (isArray(spec) && spec instanceof generic && spec.dtype.category === 1) return Number(spec.item());
      return plain(spec);
    }
    if (Array.isArray(spec)) return plain(tensorOf(spec));
    if (typeof spec !== 'string') return spec;
    const [from, to, step = '1'] = spec.split(':').map((one) => one.trim());
    const by = Number(step === '' ? 1 : step);
    if (by < 0 && length !== undefined) {
      const wrap = (text: string | undefined, other: number) => {
        if (text === undefined || text === '') return other;
        const at = Number(text);
        return Math.max(-1, Math.min(at < 0 ? at + length : at, length - 1));
      };
      const [first, last] = [wrap(from, length - 1), wrap(to, -1)];
      const count = Math.max(0, Math.ceil((first - last) / -by));
      flips.push(out++);
      return count === 0 ? '0:0' : `${first + (count - 1) * by}:${first + 1}:${-by}`;
    }
    out++;
    return spec;
  });
  return { specs: found, flips };
}

function checkPlaces(tensor: Tensor, specs: readonly IndexSpec[]): void {
  const counted = specs.filter((one) => one !== null && one !== '...' && typeof one !== 'boolean');
  if (counted.length > tensor.sizes.length)
    throw new IndexError(`too many indices for array: array is ${tensor.sizes.length}-dimensional, but ${counted.length} were indexed`);
  specs.forEach((spec, dim) => {
    if (typeof spec !== 'number' || specs.slice(0, dim).some((one) => one === null || one === '...')) return;
    const size = tensor.sizes[dim];
    if (spec >= size || spec < -size) throw new IndexError(`index ${spec} is out of bounds for axis ${dim} with size ${size}`);
  });
}

/** The indices that a tuple stands for. */
const several = (given: readonly IndexSpec[]): readonly IndexSpec[] =>
  given.length === 1 && (given[0] as unknown) instanceof Tuple ? [...(given[0] as unknown as IndexSpec[])] : given;

function get(input: object, given: readonly IndexSpec[]): ndarray {
  const tensor = plain(input as ndarray);
  const { specs, flips } = indices(tensor, several(given));
  checkPlaces(tensor, specs);
  return quietly(() => {
    const found = subscript(tensor, specs);
    return result(flips.length > 0 ? found.flip(flips) : found);
  });
}

function set(input: object, given: readonly IndexSpec[], value: Value): boolean {
  if (input instanceof generic) throw new TypeError_(`'numpy.${input.dtype.name}' object does not support item assignment`);
  const tensor = plain(input as ndarray);
  const { specs, flips } = indices(tensor, several(given));
  checkPlaces(tensor, specs);
  quietly(() => {
    const elements = tensorOf(value, tensor.dtype);
    assign(tensor, specs, flips.length > 0 && elements.sizes.length > 0 ? elements.flip(flips) : elements, false);
  });
  return true;
}

const define = (name: string | symbol, property: PropertyDescriptor): void =>
  void Object.defineProperty(ndarray.prototype, name, { configurable: true, ...property });
const method = (name: string | symbol, body: (this: ndarray, ...given: Value[]) => Value): void =>
  define(name, { value: saying(String(name), body), writable: true });
const attribute = (name: string, of: (array: ndarray) => Value): void =>
  define(name, {
    get(this: ndarray): unknown {
      return of(this);
    },
  });

/** Functions that also are methods; the array is their first argument. */
const METHODS =
  'sum mean var std max min argmax argmin prod all any cumsum cumprod ptp swapaxes squeeze ravel repeat clip dot trace diagonal nonzero take argsort searchsorted'.split(
    ' ',
  );

const NOT_FOUND: Readonly<Record<string, string>> = Object.fromEntries(
  'backward detach unsqueeze view permute requires_grad_ cpu cuda numel'.split(' ').map((name) => [name, name]),
);

function install(): void {
  Object.setPrototypeOf(ndarray.prototype, behind(Tensor.prototype, get, set));
  const all = { ...reductions, ...shaping, ...products, ...searching, ...elementwise } as Record<string, (...given: Value[]) => Value>;
  for (const name of METHODS)
    method(name, function (...given) {
      return all[name](this, ...given) as unknown;
    });
  for (const name of Object.keys(NOT_FOUND))
    attribute(name, (array) => {
      throw new RuntimeError(
        `'${array instanceof generic ? `numpy.${array.dtype.name}` : 'numpy.ndarray'}' object has no attribute '${name}'`,
      );
    });
  attribute('arithmetic', () => arithmetic);
  attribute('shape', (array) => Tuple.from(array.sizes));
  attribute('size', (array) => sizeOf(plain(array)));
  attribute('T', (array) => arrayFrom(quietly(() => plain(array).T)));
  attribute('itemsize', (array) => array.dtype.itemsize);
  attribute('nbytes', (array) => array.dtype.itemsize * sizeOf(plain(array)));
  attribute('flat', (array) => arrayFrom(quietly(() => plain(array).reshape([-1]))));
  attribute('length', (array) => {
    if (array.sizes.length === 0) throw new TypeError_('len() of unsized object');
    return array.sizes[0];
  });
  method('astype', function (dtype) {
    return astype(this, dtype);
  });
  method('copy', function () {
    return result(quietly(() => plain(this).clone()));
  });
  method('fill', function (value) {
    quietly(() => plain(this).fill_(Number(value instanceof Tensor ? value.item() : value)));
  });
  method('flatten', function () {
    return arrayFrom(quietly(() => plain(this).reshape([-1]).clone()));
  });
  method('reshape', function (...sizes) {
    return shaping.reshape(this, sizes.length === 1 ? sizes[0] : sizes) as unknown;
  });
  method('transpose', function (...axes) {
    return shaping.transpose(this, axes.length === 0 ? undefined : axes.length === 1 ? axes[0] : axes) as unknown;
  });
  method('sort', function (axis) {
    sortInPlace(this, typeof axis === 'object' && axis !== null ? axis.axis : axis);
  });
  method('round', function (decimals = 0) {
    return round(this, typeof decimals === 'object' ? (decimals.decimals as number) : (decimals as number));
  });
  method('item', function (...at) {
    const tensor = plain(this);
    if (at.length === 0) {
      if (sizeOf(tensor) !== 1) throw new ValueError('can only convert an array of size 1 to a Python scalar');
      return tensor.item();
    }
    return (at.length === 1 ? tensor.reshape([-1]).select(0, at[0] as number) : tensor.at(...(at as number[]))).item();
  });
  method('index', function (...specs) {
    return get(this, specs as IndexSpec[]);
  });
  method('index_put_', function (specs, value) {
    set(this, specs as IndexSpec[], value);
  });
  method('abs', function () {
    return elementwise.abs(this) as unknown;
  });
  method('neg', function () {
    return elementwise.negative(this) as unknown;
  });
  method('matmul', function (other) {
    return matmul(this, other);
  });
  method('floor_divide', function (other) {
    return OPERATIONS['//'](this, other);
  });
  method('remainder', function (other) {
    return OPERATIONS['%'](this, other);
  });
  method('to', function (dtype) {
    return astype(this, dtype);
  });
  method(Symbol.iterator, function* () {
    if (this.sizes.length === 0) throw new TypeError_(`'numpy.${this.dtype.name}' object is not iterable`);
    for (const one of quietly(() => plain(this).unbind(0))) yield result(one) as unknown;
  });
  method('toString', function () {
    return this instanceof generic ? scalarText(plain(this)) : arrayText(plain(this));
  });
  method('__str__', function () {
    return this.toString();
  });
  method('__repr__', function () {
    return this instanceof generic ? scalarRepr(plain(this)) : arrayRepr(plain(this));
  });
  method('tolist', function () {
    return plain(this).tolist();
  });
  // A number of NumPy works as a key of a dict, and JavaScript can use it as a number.
  Object.defineProperty(generic.prototype, '__index__', {
    value(this: ndarray): unknown {
      return plain(this).item();
    },
  });
  Object.defineProperty(generic.prototype, Symbol.toPrimitive, {
    value(this: ndarray, hint: string): unknown {
      return hint === 'string' ? scalarText(plain(this)) : Number(plain(this).item());
    },
  });
}

install();

/** The dtype of an array, as NumPy names it; of any other value, its `dtype`. */
export const dtype_of = (x: Value): unknown => (isArray(x) ? NumpyDType.for(x.dtype) : (x as { dtype: unknown }).dtype);

/**
 * As `tensor.numpy()`: an array that shares the tensor's elements. @throws RuntimeError for a tensor that requires grad
 */
export function from_tensor(x: Value): ndarray {
  if (isArray(x)) throw new TypeError_("'numpy.ndarray' object has no attribute 'numpy'");
  const tensor = x as Tensor;
  if (tensor.requires_grad) throw new RuntimeError("Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.");
  return arrayFrom(tensor);
}
