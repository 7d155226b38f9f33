import { numbers, readParts } from '../backends/allocation.js';
import { getDefaultDevice } from '../backends/registry.js';
import { Complex } from '../complex.js';
import { bool, checkFits, getDefaultComplexDType, getDefaultDType, int64, type DType } from '../dtype.js';
import { RuntimeError, TypeError_, ValueError } from '../errors.js';
import { wrongShape } from '../errors/shapes.js';
import { Tensor } from '../tensor/tensor.js';
import { Float, isFloats } from './floats.js';
import { cast, copyOf, type Scalar } from './pointwise.js';
import { pythonType } from './signature.js';

/** Makes tensors from the numbers in nested lists. */

export type Nested = Scalar | Complex | Tensor | readonly Nested[];

/** The dtype of a single number. */
export const scalarDType = (v: Scalar | Complex): DType =>
  v instanceof Complex ? getDefaultComplexDType() : typeof v === 'boolean' ? bool : Number.isInteger(v) ? int64 : getDefaultDType();

/** The largest number of dims that PyTorch allows. */
const MOST_DIMENSIONS = 128;

/**
 * The sizes of nested lists. @throws ValueError for lists that are nested too deeply, such as a list that contains
 * itself
 */
function sizesOf(data: Nested): number[] {
  const sizes: number[] = [];
  for (let at: Nested = data; ; at = at[0]!) {
    if (at instanceof Tensor) return [...sizes, ...at.sizes];
    if (!Array.isArray(at)) return sizes;
    sizes.push(at.length);
    if (sizes.length > MOST_DIMENSIONS) throw new ValueError("too many dimensions 'list'");
    if (at.length === 0) return sizes;
  }
}

interface Gathered {
  /** The real and imaginary part of each number. */
  values: number[];
  dtype: DType | null;
}

function widen(into: Gathered, dtype: DType): void {
  if (!into.dtype || dtype.category > into.dtype.category) into.dtype = dtype;
}

function collect(data: Nested, sizes: readonly number[], dim: number, into: Gathered): void {
  if (data instanceof Tensor) {
    if (data.sizes.length + dim !== sizes.length)
      throw wrongShape('only one element tensors can be converted to Python scalars', ValueError);
    into.dtype = into.dtype && into.dtype.category > data.dtype.category ? into.dtype : data.dtype;
    const elements = readParts(data);
    const { lanes } = data.dtype;
    for (let i = 0; i < elements.length; i += lanes) into.values.push(elements[i], lanes === 2 ? elements[i + 1] : 0);
    return;
  }
  if (Array.isArray(data)) {
    if (dim >= sizes.length) throw new TypeError_("'list' object cannot be interpreted as an integer");
    if (data.length !== sizes[dim]) throw new ValueError(`expected sequence of length ${sizes[dim]} at dim ${dim} (got ${data.length})`);
    for (const e of data as Nested[]) collect(e, sizes, dim + 1, into);
    if (isFloats(data)) widen(into, getDefaultDType());
    return;
  }
  if (dim < sizes.length) throw new TypeError_('not a sequence');
  // Only compiled code makes a Float, so the types do not mention it.
  if ((data as unknown) instanceof Float) {
    widen(into, getDefaultDType());
    into.values.push((data as unknown as Float).value, 0);
    return;
  }
  if (typeof data !== 'number' && typeof data !== 'boolean' && !(data instanceof Complex)) {
    // An object may stand for a number: a member of an enumeration of numbers.
    const given = data as { valueOf?: unknown } | null;
    const stands: unknown = typeof given?.valueOf === 'function' ? given.valueOf() : undefined;
    if (typeof stands === 'number') return collect(stands, sizes, dim, into);
    throw typeof data === 'string'
      ? new TypeError_("new(): invalid data type 'str'")
      : new RuntimeError(`Could not infer dtype of ${pythonType(data)}`);
  }
  widen(into, scalarDType(data));
  if (data instanceof Complex) into.values.push(data.re, data.im);
  else into.values.push(Number(data), 0);
}

/** A tensor of the numbers in nested lists. */
export function tensorOf(data: Nested, dtype: DType | null, device = getDefaultDevice()): Tensor {
  const plain = ArrayBuffer.isView(data) ? (Array.from(data as unknown as number[]) as Nested) : data;
  if (plain instanceof Tensor) return cast(plain, dtype ?? plain.dtype) === plain ? copyOf(plain) : cast(plain, dtype!);
  const sizes = sizesOf(plain);
  const gathered: Gathered = { values: [], dtype: null };
  collect(plain, sizes, 0, gathered);
  const type = dtype ?? gathered.dtype ?? getDefaultDType();
  const count = gathered.values.length / 2;
  const values = numbers(type, count);
  if (gathered.dtype?.is_complex && !type.is_complex) throw new TypeError_('must be real number, not complex');
  if (type.is_complex) {
    values.set(gathered.values);
    return Tensor.of(values, sizes, type, device);
  }
  const convert = type === bool ? (v: number) => Number(v !== 0) : type.is_floating_point ? (v: number) => v : Math.trunc;
  for (let i = 0; i < count; i++) {
    const value = gathered.values[2 * i];
    checkFits(value, type);
    values[i] = convert(value);
  }
  return Tensor.of(values, sizes, type, device);
}
