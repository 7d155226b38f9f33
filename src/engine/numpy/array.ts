/**
 * Arrays: tensors that follow NumPy's rules. This file makes and reads them; other files install their operators and
 * methods.
 */
import { read } from '../backends/allocation.js';
import { getDefaultDevice } from '../backends/registry.js';
import { bool, float64, int64, type DType } from '../dtype.js';
import { TypeError_, ValueError } from '../errors.js';
import { ensureRoom } from '../memory.js';
import { typeName } from '../operators/typeName.js';
import { Float, isFloats } from '../ops/floats.js';
import { sharing } from '../ops/sharing.js';
import { isOfFloats } from '../tensor/floatLists.js';
import { quietly } from '../quietly.js';
import { numel, sameSizes } from '../shape.js';
import { Tensor } from '../tensor/tensor.js';
import { resultType } from './dtypes.js';

/** The arguments and results of NumPy's functions: arrays, numbers of NumPy, or numbers. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- as in Python, what comes of a call depends on its arguments
export type Value = any;

/** The fields of an array. An array has the methods of NumPy, not those of a tensor. */
const Fields = Tensor as unknown as new (
  storage: Tensor['storage'],
  sizes: readonly number[],
  strides: readonly number[],
  offset: number,
  dtype: DType,
  version: Tensor['version'],
) => Pick<Tensor, 'storage' | 'sizes' | 'strides' | 'offset' | 'dtype' | 'version' | 'item' | 'tolist'>;

/** As `numpy.ndarray`. An array shares the elements of a tensor. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging -- the methods are installed from a list
export class ndarray extends Fields {
  /** Python's name for the class. */
  static readonly shownAs: string = 'numpy.ndarray';

  constructor(of: Tensor) {
    if (!(of instanceof Tensor))
      throw new TypeError_(`an array is made by np.array(...), np.zeros(...) and the like, not of '${typeName(of ?? null)}'`);
    super(of.storage, of.sizes, of.strides, of.offset, of.dtype, of.version);
  }
}

// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging
export interface ndarray extends Iterable<Value> {
  readonly shape: readonly number[];
  readonly ndim: number;
  readonly size: number;
  readonly length: number;
  readonly T: ndarray;
  [name: string]: Value;
}

/** A number of NumPy, such as `np.float64(0.5)`: an array without dims, which cannot be changed. */
export class generic extends ndarray {}

export const isArray = (value: unknown): value is ndarray => value instanceof ndarray;

/** The tensor whose elements an array shares. */
export const plain = (array: ndarray | Tensor): Tensor => (isArray(array) ? sharing(array) : array.detach());

/** An array that shares a tensor's elements. */
export const arrayFrom = (tensor: Tensor): ndarray => new ndarray(tensor);

/** The result of a function: a number if it has no dims, else an array. */
export const result = (tensor: Tensor): ndarray => (tensor.sizes.length === 0 ? new generic(tensor) : new ndarray(tensor));

/** An array of numbers in row-major order. A typed array is given away: it may become the memory. */
export const of = (values: ArrayLike<number>, sizes: readonly number[], dtype: DType): Tensor =>
  Tensor.of(values, sizes, dtype, getDefaultDevice());

/** An array with one dimension. */
export const vector = (values: ArrayLike<number>, dtype: DType): Tensor => of(values, [values.length], dtype);

/** The numbers of an array in row-major order. */
export const numbersOf = (tensor: Tensor): Float64Array => read(tensor);

/** The tensor in another dtype; numbers are converted as in C. */
export const cast = (tensor: Tensor, dtype: DType): Tensor => (tensor.dtype === dtype ? tensor : quietly(() => tensor.to(dtype)));

/** Collects the numbers of nested lists. */
class Gathered {
  readonly values: number[] = [];
  dtype: DType | null = null;

  constructor(readonly sizes: readonly number[]) {}

  private widen(dtype: DType): void {
    this.dtype = this.dtype ? resultType(this.dtype, dtype) : dtype;
  }

  add(data: unknown, dim: number): void {
    if (data instanceof Tensor) {
      if (!sameSizes(data.sizes, this.sizes.slice(dim))) throw ragged(this.sizes, dim);
      this.widen(data.dtype);
      for (const value of numbersOf(plain(data))) this.values.push(value);
      return;
    }
    const list = listOf(data);
    if (list) {
      if (dim >= this.sizes.length || list.length !== this.sizes[dim]) throw ragged(this.sizes, dim);
      for (const one of list) this.add(one, dim + 1);
      if (isFloats(list) || isOfFloats(list)) this.widen(float64);
      return;
    }
    if (dim < this.sizes.length) throw ragged(this.sizes, dim);
    if (data instanceof Float) {
      this.widen(float64);
      this.values.push(data.value);
    } else if (typeof data === 'number' || typeof data === 'boolean') {
      this.widen(typeof data === 'boolean' ? bool : Number.isInteger(data) ? int64 : float64);
      this.values.push(Number(data));
    } else
      throw new TypeError_(`arrays hold numbers here, and no ${data === null ? 'None' : typeof data === 'string' ? 'texts' : 'objects'}`);
  }
}

const ragged = (sizes: readonly number[], dim: number): ValueError =>
  new ValueError(
    `setting an array element with a sequence. The requested array has an inhomogeneous shape after ${Math.max(dim, 1)} dimensions. The detected shape was (${sizes.slice(0, Math.max(dim, 1)).join(', ')}${dim <= 1 ? ',' : ''}) + inhomogeneous part.`,
  );

/** The items of a value that Python treats as a sequence; null for a number. */
function listOf(data: unknown): readonly unknown[] | null {
  if (Array.isArray(data)) return data;
  if (data instanceof Map || data instanceof Set || data instanceof Float || data instanceof Tensor) return null;
  const counts = typeof data === 'object' && data !== null && Symbol.iterator in data;
  return counts ? [...(data as Iterable<unknown>)] : null;
}

function sizesOf(data: unknown): number[] {
  if (data instanceof Tensor) return [...data.sizes];
  const list = listOf(data);
  return list ? [list.length, ...(list.length > 0 ? sizesOf(list[0]) : [])] : [];
}

/** A tensor of a value that NumPy can make an array of. For an array, its own tensor. */
export function tensorOf(data: unknown, dtype: DType | null = null): Tensor {
  if (data instanceof Tensor) {
    if (data.requires_grad && !isArray(data))
      throw new TypeError_("Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.");
    return dtype ? cast(plain(data), dtype) : plain(data);
  }
  const sizes = sizesOf(data);
  const gathered = new Gathered(sizes);
  gathered.add(data, 0);
  const found = gathered.dtype ?? float64;
  if (dtype === null || dtype === found) return of(gathered.values, sizes, found);
  // A fraction becomes a whole number as in C: it is truncated.
  const values = dtype.category < 2 && dtype !== bool ? gathered.values.map(Math.trunc) : gathered.values;
  return of(values, sizes, dtype);
}

/** A whole number that an argument gives. */
export function wholeOf(given: unknown): number {
  const one = given instanceof Tensor && given.sizes.length === 0 && !given.dtype.is_floating_point ? Number(given.item()) : given;
  if (!Number.isSafeInteger(one)) throw new TypeError_(`'${typeName(given ?? null)}' object cannot be interpreted as an integer`);
  return one as number;
}

/** A shape as NumPy accepts it: one number or several. */
export function shapeOf(given: unknown): number[] {
  if (given instanceof Tensor && given.sizes.length > 0) return [...numbersOf(plain(given))].map(wholeOf);
  const isMany = typeof given === 'object' && given !== null && Symbol.iterator in given && !(given instanceof Tensor);
  return isMany ? [...(given as Iterable<unknown>)].map(wholeOf) : [wholeOf(given)];
}

/** The shape of an array that is to be made. */
export function newShapeOf(given: unknown): number[] {
  const sizes = shapeOf(given);
  if (sizes.some((n) => n < 0)) throw new ValueError('negative dimensions are not allowed');
  return sizes;
}

/** So many numbers, as many as an argument says. @throws RuntimeError when there is no room for them */
export function doublesOf(length: number, make: (i: number) => number): Float64Array {
  if (!Number.isSafeInteger(length)) throw new ValueError('Maximum allowed size exceeded');
  if (length < 0) throw new ValueError('negative dimensions are not allowed');
  ensureRoom(8 * length);
  return Float64Array.from({ length }, (_, i) => make(i));
}

/** A shape as NumPy prints it. */
export const showShape = (sizes: readonly number[]): string => `(${sizes.join(',')}${sizes.length === 1 ? ',' : ''})`;

export const sizeOf = (tensor: Tensor): number => numel(tensor.sizes);
