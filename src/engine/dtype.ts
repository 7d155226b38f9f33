import { RuntimeError } from './errors.js';
import type { ScalarFunction } from './kernels/expression.js';

export type TypedArray = Float32Array | Float64Array | Int32Array | Int16Array | Int8Array | Uint16Array | Uint8Array;
export type DTypeName =
  | 'float32'
  | 'float64'
  | 'float16'
  | 'bfloat16'
  | 'complex32'
  | 'bcomplex32'
  | 'complex64'
  | 'complex128'
  | 'int64'
  | 'int32'
  | 'int16'
  | 'int8'
  | 'uint16'
  | 'uint8'
  | 'bool';

/** bool < integer < floating < complex. `torch.result_type` compares categories before it compares sizes. */
export type Category = 0 | 1 | 2 | 3;

export type ArrayConstructor = new (n: number) => TypedArray;

/** All facts about a dtype, in one place; see "a dtype" in CONTRIBUTING.md. */
export interface DTypeSpec {
  readonly name: DTypeName;
  readonly category: Category;
  /** Promotion prefers the higher rank within a category. */
  readonly rank: number;
  /** Bytes of an element, as PyTorch counts them. */
  readonly itemsize: number;
  /** The binary digits of the greatest integer up to which all integers are exact. Arithmetic rounds operands with more digits. */
  readonly digits: number;
  /** The name in error messages: `Float`, `Long`. */
  readonly scalarName: string;
  /** The name of the C++ type, which some messages show. */
  readonly cppName: string;
  /** For complex numbers: the dtype of the real and of the imaginary part, which are stored side by side. */
  readonly part?: DType;
  /** The typed array that stores elements in JavaScript's memory. */
  readonly array: ArrayConstructor;
  /**
   * Functions of backends/scalar.ts: `load` turns the stored form into the number, `store` turns the number into the stored
   * form. Absent where the typed array does this itself.
   */
  readonly load?: ScalarFunction;
  readonly store?: ScalarFunction;
  /**
   * The function of backends/scalar.ts that rounds an operand to this dtype before arithmetic in it. Absent where nothing needs
   * rounding.
   */
  readonly round?: ScalarFunction;
}

/** The type of a tensor's elements: `torch.float32` and so on. */
export class DType implements DTypeSpec {
  private static count = 0;
  /** The position among the dtypes, by which tables are indexed. @internal */
  readonly index = DType.count++;
  readonly name: DTypeName;
  /** @internal */ readonly category: Category;
  /** @internal */ readonly rank: number;
  readonly itemsize: number;
  /** @internal */ readonly digits: number;
  /** @internal */ readonly scalarName: string;
  /** @internal */ readonly cppName: string;
  /** @internal */ readonly part: DType | undefined;
  /** @internal */ readonly array: ArrayConstructor;
  /** @internal */ readonly load: ScalarFunction | undefined;
  /** @internal */ readonly store: ScalarFunction | undefined;
  /** @internal */ readonly round: ScalarFunction | undefined;

  /** @internal */
  constructor(spec: DTypeSpec) {
    this.name = spec.name;
    this.category = spec.category;
    this.rank = spec.rank;
    this.itemsize = spec.itemsize;
    this.digits = spec.digits;
    this.scalarName = spec.scalarName;
    this.cppName = spec.cppName;
    this.part = spec.part;
    this.array = spec.array;
    this.load = spec.load;
    this.store = spec.store;
    this.round = spec.round;
  }

  get is_floating_point(): boolean {
    return this.category === 2;
  }

  get is_complex(): boolean {
    return this.category === 3;
  }

  /** Whether gradients can have this dtype: floating and complex numbers. @internal */
  get isContinuous(): boolean {
    return this.category >= 2;
  }

  /** The number of stored numbers in an element. @internal */
  get lanes(): 1 | 2 {
    return this.part ? 2 : 1;
  }

  /** The complex dtype whose parts have this dtype, as `dtype.to_complex()`. @throws RuntimeError for dtypes without a complex one */
  to_complex(): DType {
    return toComplex(this);
  }

  /** For a complex dtype, the dtype of its parts; otherwise the dtype itself. As `dtype.to_real()`. */
  to_real(): DType {
    return this.part ?? this;
  }

  /** For integers: whether all numbers of the dtype are at least 0. @internal */
  get isUnsigned(): boolean {
    return this.name.startsWith('u');
  }

  /** The C++ name of the type in PyTorch's message about a number that does not fit. @internal */
  get fixedName(): string {
    return this.name === 'int32' ? 'int' : `${this.name}_t`;
  }

  /** Whether elements are stored in an array of a wider type, so that they must be rounded before they are stored. @internal */
  get isRounded(): boolean {
    return this.is_floating_point && this.store !== undefined && !this.load;
  }

  toString(): string {
    return `torch.${this.name}`;
  }
}

const make = (
  name: DTypeName,
  [category, rank]: readonly [Category, number],
  [itemsize, digits]: readonly [number, number],
  [scalarName, cppName]: readonly [string, string],
  // The constructors' overloads are more than the type needs.
  array: unknown,
  functions: Pick<DTypeSpec, 'load' | 'store' | 'round'> = {},
): DType => new DType({ name, category, rank, itemsize, digits, scalarName, cppName, array: array as ArrayConstructor, ...functions });

export const float32 = make('float32', [2, 1], [4, 24], ['Float', 'float'], Float32Array, { round: 'fround' });
export const float64 = make('float64', [2, 2], [8, 53], ['Double', 'double'], Float64Array);
/**
 * Half precision is stored in float32, which can hold all its numbers. Arithmetic is that of float32, as in PyTorch on a CPU,
 * and each result is rounded to the dtype.
 */
export const float16 = make('float16', [2, 0], [2, 11], ['Half', 'c10::Half'], Float32Array, { round: 'half', store: 'half' });
export const bfloat16 = make('bfloat16', [2, 0], [2, 8], ['BFloat16', 'c10::BFloat16'], Float32Array, { round: 'brain', store: 'brain' });
const complexOf = (name: DTypeName, rank: number, part: DType, scalarName: string): DType =>
  new DType({
    name,
    category: 3,
    rank,
    itemsize: 2 * part.itemsize,
    digits: part.digits,
    scalarName,
    cppName: `c10::complex<${part.cppName}>`,
    part,
    array: part.array,
  });

/** The binary exponents of a floating dtype: one above that of its greatest number, and that of its least normal number. */
export const exponentsOf = (dtype: DType): readonly [above: number, least: number] =>
  dtype === float64 ? [1024, -1022] : dtype === float16 ? [16, -14] : [128, -126];

/** A complex number is stored as two numbers of its part's dtype, the real one first, as in PyTorch. */
export const complex32 = complexOf('complex32', 0, float16, 'ComplexHalf');
export const bcomplex32 = complexOf('bcomplex32', 0, bfloat16, 'BComplex32');
export const complex64 = complexOf('complex64', 1, float32, 'ComplexFloat');
export const complex128 = complexOf('complex128', 2, float64, 'ComplexDouble');
/** Stored in doubles, which are exact to ±2^53. Kernels throw an error when a result would not be exact. */
export const int64 = make('int64', [1, 4], [8, 53], ['Long', 'long int'], Float64Array, { store: 'exactInteger' });
export const int32 = make('int32', [1, 3], [4, 31], ['Int', 'int'], Int32Array);
export const int16 = make('int16', [1, 2], [2, 15], ['Short', 'short int'], Int16Array);
export const int8 = make('int8', [1, 1], [1, 7], ['Char', 'signed char'], Int8Array);
export const uint16 = make('uint16', [1, 3], [2, 16], ['UInt16', 'short unsigned int'], Uint16Array);
export const uint8 = make('uint8', [1, 1], [1, 8], ['Byte', 'unsigned char'], Uint8Array);
export const bool = make('bool', [0, 0], [1, 1], ['Bool', 'bool'], Uint8Array, { store: 'truth' });

/** Every dtype, with PyTorch's other names for it. */
export const dtypes = {
  float32,
  float64,
  float16,
  bfloat16,
  complex32,
  bcomplex32,
  complex64,
  complex128,
  int64,
  int32,
  int16,
  int8,
  uint16,
  uint8,
  bool,
  float: float32,
  double: float64,
  half: float16,
  long: int64,
  int: int32,
  short: int16,
  chalf: complex32,
  cfloat: complex64,
  cdouble: complex128,
};

const complexByPart = new Map([complex32, bcomplex32, complex64, complex128].map((dtype) => [dtype.part!, dtype]));

/** @throws RuntimeError for a dtype without a complex one */
function toComplex(dtype: DType): DType {
  const found = dtype.is_complex ? dtype : complexByPart.get(dtype);
  if (!found) throw new RuntimeError(`Unknown Complex ScalarType for ${dtype.scalarName}`);
  return found;
}

let defaultDType = float32;

/** The dtype of floating results when nothing else decides it, as `torch.get_default_dtype`. */
export const getDefaultDType = (): DType => defaultDType;

/** The dtype of complex results when nothing else decides it. */
export const getDefaultComplexDType = (): DType => toComplex(defaultDType);

/** `torch.set_default_dtype`: float32 or float64. */
export function setDefaultDType(dtype: DType): void {
  if (!(dtype instanceof DType) || !dtype.is_floating_point) {
    throw new RuntimeError('only floating-point types are supported as the default type');
  }
  defaultDType = dtype;
}

/** The dtype that can hold both, as `torch.promote_types`. @throws RuntimeError for uint16 with another integer or bool */
export function promoteTypes(a: DType, b: DType): DType {
  if (a === b) return a;
  if ((a === uint16 || b === uint16) && !a.is_floating_point && !b.is_floating_point) {
    throw new RuntimeError(
      `Promotion for uint16, uint32, uint64 types is not supported, attempted to promote ${a.scalarName} and ${b.scalarName}`,
    );
  }
  if (a.is_complex || b.is_complex) {
    const [p, q] = [a, b].map((d) => d.part ?? (d.is_floating_point ? d : null));
    return toComplex(p && q ? promoteTypes(p, q) : (p ?? q)!);
  }
  if (a.category !== b.category) return a.category > b.category ? a : b;
  // No dtype of one byte holds both uint8 and int8: PyTorch takes the next signed type.
  if ((a === uint8 && b === int8) || (a === int8 && b === uint8)) return int16;
  // Neither of the two half-precision dtypes holds the other.
  if (a.rank === b.rank) return float32;
  return a.rank > b.rank ? a : b;
}

/** The least and the greatest number of an integer dtype. For int64, the bounds within which all integers are exact here. */
export function limitsOf(dtype: DType): readonly [number, number] {
  const greatest = 2 ** dtype.digits - 1;
  return [dtype.isUnsigned ? 0 : -greatest - 1, greatest];
}

/**
 * @throws RuntimeError for a number out of an integer dtype's range, as PyTorch when a number becomes an element; `shown` is
 * the dtype's name in the message
 */
export function checkFits(value: number, dtype: DType, shown: string = dtype.name): void {
  if (dtype.category !== 1) return;
  const [least, greatest] = limitsOf(dtype);
  // Negative numbers wrap around in unsigned dtypes.
  const low = dtype.isUnsigned ? -greatest : least;
  if (Math.trunc(value) >= low && Math.trunc(value) <= greatest) return;
  if (dtype === int64 && Number.isFinite(value)) return;
  throw new RuntimeError(`value cannot be converted to type ${shown} without overflow`);
}

/** Whether `from` may be stored in `to` by an in-place or `out=` operation, as `torch.can_cast`. */
export function canCast(from: DType, to: DType): boolean {
  return from.category <= to.category;
}
