/** Arrays: tensors that follow NumPy's rules. What makes and reads them; their operators and methods are installed from elsewhere. */
import { getDefaultDevice } from '../backends/registry.js';
import { bool, float64, int64, type DType } from '../dtype.js';
import { TypeError_, ValueError } from '../errors.js';
import { Float, isFloats } from '../ops/floats.js';
import { isOfFloats } from '../tensor/floatLists.js';
import { quietly } from '../quietly.js';
import { numel, sameSizes } from '../shape.js';
import { Tensor } from '../tensor/tensor.js';
import { resultType } from './dtypes.js';

/** What NumPy's functions take and give: arrays, numbers of NumPy, or numbers. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- as in Python, what comes of a call depends on its arguments
export type Value = any;

/** What an array has as fields; its methods are NumPy's, and not those of a tensor. */
const Fields = Tensor as unknown as new (
  storage: Tensor['storage'],
  sizes: readonly number[],
  strides: readonly number[],
  offset: number,
  dtype: DType,
  version: Tensor['version'],
) => Pick<Tensor, 'storage' | 'sizes' | 'strides' | 'offset' | 'dtype' | 'version' | 'item' | 'tolist'>;

/** As `numpy.ndarray`. Looks at the elements of a tensor, which it shares. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging -- the methods are installed from a list
export class ndarray extends Fields {
  /** What Python calls it. */
  static readonly shownAs: string = 'numpy.ndarray';

  constructor(of: Tensor) {
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

/** A number of NumPy, such as `np.float64(0.5)`: an array without dims that cannot be changed. */
export class generic extends ndarray {}

export const isArray = (value: unknown): value is ndarray => value instanceof ndarray;

/** The tensor that an array looks at. */
export const plain = (array: ndarray | Tensor): Tensor => {
  if (!isArray(array)) return array.detach();
  const { storage, sizes, strides, offset, dtype, version } = array;
  return new Tensor(storage, sizes, strides, offset, dtype, version);
};

/** An array of a tensor's elements. */
export const arrayFrom = (tensor: Tensor): ndarray => new ndarray(tensor);

/** What a function gives: a number where there are no dims. */
export const result = (tensor: Tensor): ndarray => (tensor.sizes.length === 0 ? new generic(tensor) : new ndarray(tensor));

/** An array of numbers in row-major order. A typed array is given away. */
export const of = (values: ArrayLike<number>, sizes: readonly number[], dtype: DType): Tensor =>
  Tensor.of(values, sizes, dtype, getDefaultDevice());

/** The numbers of an array in row-major order. */
export const numbersOf = (tensor: Tensor): Float64Array =>
  quietly(() => Float64Array.from(tensor.contiguous().reshape([-1]).tolist() as number[], Number));

/** With other elements: of another dtype, as C converts numbers. */
export const cast = (tensor: Tensor, dtype: DType): Tensor => (tensor.dtype === dtype ? tensor : quietly(() => tensor.to(dtype)));

/** Lists of numbers, gathered. */
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

/** The elements of what Python counts as a sequence; null for a number. */
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

/** A tensor of what NumPy makes an array of; itself of an array. */
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
  // A fraction becomes a whole number as C has it.
  const values = dtype.category < 2 && dtype !== bool ? gathered.values.map(Math.trunc) : gathered.values;
  return of(values, sizes, dtype);
}

/** A shape as NumPy takes it: a number or several. */
export function shapeOf(given: unknown): number[] {
  if (typeof given === 'number') return [given];
  if (given instanceof Tensor) return [...numbersOf(plain(given))];
  return [...(given as Iterable<unknown>)].map((one) => Number(one instanceof Tensor ? one.item() : one));
}

export const sizeOf = (tensor: Tensor): number => numel(tensor.sizes);
