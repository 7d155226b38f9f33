import { RuntimeError } from './errors.js';

export type TypedArray = Float32Array | Float64Array | Int32Array | Int16Array | Int8Array | Uint8Array;
export type DTypeName = 'float32' | 'float64' | 'int64' | 'int32' | 'int16' | 'int8' | 'uint8' | 'bool';

/** bool < integer < floating: what `torch.result_type` compares before it looks at sizes. */
export type Category = 0 | 1 | 2;

type ArrayConstructor = new (n: number) => TypedArray;

/** The type of a tensor's elements: `torch.float32` and so on. */
export class DType {
  readonly category: Category;
  private static count = 0;
  /** Its place among the dtypes: what tables are indexed by. @internal */
  readonly index = DType.count++;
  /** @internal */ readonly array: ArrayConstructor;

  /** @internal */
  constructor(
    readonly name: DTypeName,
    readonly itemsize: number,
    /** What error messages call it: `Float`, `Long`. */
    /** @internal */ readonly scalarName: string,
    /** The order in which promotion prefers within a category. @internal */ readonly rank: number,
    array: unknown,
  ) {
    this.category = name === 'bool' ? 0 : name.startsWith('float') ? 2 : 1;
    this.array = array as ArrayConstructor;
  }

  /** The C++ type, which some messages show. @internal */
  get cppName(): string {
    return cppNames[this.name];
  }

  get is_floating_point(): boolean {
    return this.category === 2;
  }

  toString(): string {
    return `torch.${this.name}`;
  }
}

const cppNames: Record<DTypeName, string> = {
  float32: 'float',
  float64: 'double',
  int64: 'long int',
  int32: 'int',
  int16: 'short int',
  int8: 'signed char',
  uint8: 'unsigned char',
  bool: 'bool',
};

export const float32 = new DType('float32', 4, 'Float', 1, Float32Array);
export const float64 = new DType('float64', 8, 'Double', 2, Float64Array);
/** Kept in doubles: exact to ±2^53, and kernels say so when a result would not be. */
export const int64 = new DType('int64', 8, 'Long', 4, Float64Array);
export const int32 = new DType('int32', 4, 'Int', 3, Int32Array);
export const int16 = new DType('int16', 2, 'Short', 2, Int16Array);
export const int8 = new DType('int8', 1, 'Char', 1, Int8Array);
export const uint8 = new DType('uint8', 1, 'Byte', 1, Uint8Array);
export const bool = new DType('bool', 1, 'Bool', 0, Uint8Array);

/** Every dtype, with the other names that PyTorch has for it. */
export const dtypes = {
  float32,
  float64,
  int64,
  int32,
  int16,
  int8,
  uint8,
  bool,
  float: float32,
  double: float64,
  long: int64,
  int: int32,
  short: int16,
};

let defaultDType = float32;

/** The dtype of floating results that nothing else decides, as `torch.get_default_dtype`. */
export const getDefaultDType = (): DType => defaultDType;

/** `torch.set_default_dtype`: float32 or float64. */
export function setDefaultDType(dtype: DType): void {
  if (!(dtype instanceof DType) || !dtype.is_floating_point) {
    throw new RuntimeError('only floating-point types are supported as the default type');
  }
  defaultDType = dtype;
}

/** The dtype that holds both, as `torch.promote_types`. */
export function promoteTypes(a: DType, b: DType): DType {
  if (a === b) return a;
  if (a.category !== b.category) return a.category > b.category ? a : b;
  // uint8 and int8 have no common byte: PyTorch takes the next signed type.
  if ((a === uint8 && b === int8) || (a === int8 && b === uint8)) return int16;
  return a.rank >= b.rank ? a : b;
}

/** Whether `from` may be stored in `to` by an in-place or `out=` operation, as `torch.can_cast`. */
export function canCast(from: DType, to: DType): boolean {
  return from.category <= to.category;
}
