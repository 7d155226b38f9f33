/**
 * Element types under NumPy's names: `np.float32` is a dtype, and also a function that makes a number of this dtype.
 */
import { bool, dtypes, float16, float32, float64, int16, int32, int64, int8, promoteTypes, uint16, uint8, DType } from '../dtype.js';
import { TypeError_ } from '../errors.js';
import { typeName } from '../operators/typeName.js';
import { bool as pyBool } from '../python/compare.js';
import { float as pyFloat, int as pyInt } from '../python/numbers.js';

/** The type of an array's `dtype`. */
export class NumpyDType {
  private static readonly all = new Map<DType, NumpyDType>();

  private constructor(readonly of: DType) {}

  static for(of: DType): NumpyDType {
    let found = NumpyDType.all.get(of);
    if (!found) NumpyDType.all.set(of, (found = new NumpyDType(of)));
    return found;
  }

  get name(): string {
    return this.of.name;
  }

  get itemsize(): number {
    return this.of.itemsize;
  }

  /** 'f', 'i', 'u' or 'b', as in NumPy. */
  get kind(): string {
    return this.of === bool ? 'b' : this.of.is_floating_point ? 'f' : this.of.isUnsigned ? 'u' : 'i';
  }

  toString(): string {
    return this.of.name;
  }

  __str__(): string {
    return this.of.name;
  }

  __repr__(): string {
    return `dtype('${this.of.name}')`;
  }

  __eq__(other: unknown): boolean {
    return namedType(other) === this.of;
  }

  __hash__(): number {
    return this.of.index;
  }
}

const LETTERS: Readonly<Record<string, DType>> = {
  f8: float64,
  f4: float32,
  f2: float16,
  d: float64,
  f: float32,
  i8: int64,
  i4: int32,
  i2: int16,
  i1: int8,
  u1: uint8,
  u2: uint16,
  l: int64,
  i: int32,
  '?': bool,
  int: int64,
  float: float64,
  float_: float64,
  int_: int64,
  intp: int64,
};

/** The property by which a function that makes numbers names their dtype. */
export const MAKES = Symbol('the dtype that this makes numbers of');

/** The dtype that a value names; null for a value that names no dtype. */
function namedType(given: unknown): DType | null {
  if (given instanceof DType) return given;
  if (given instanceof NumpyDType) return given.of;
  if (given === pyFloat) return float64;
  if (given === pyInt) return int64;
  if (given === pyBool) return bool;
  // A program has these functions in a net, under their names.
  const own = typeof given === 'function' ? { float: float64, int: int64, bool }[given.name] : undefined;
  if (own) return own;
  if (typeof given === 'function' && MAKES in given) return given[MAKES] as DType;
  if (typeof given === 'string') {
    const name = given.replace(/^[<>=|]/, '');
    const found = LETTERS[name] ?? (dtypes as Record<string, DType>)[name];
    if (found) return found;
  }
  return null;
}

/** The dtype that a value names. @throws TypeError for a value that names no dtype */
export function dtypeOf(given: unknown): DType {
  const found = namedType(given);
  if (!found)
    throw new TypeError_(
      typeof given === 'string' ? `data type '${given}' not understood` : `Cannot interpret '${typeName(given ?? null)}' as a data type`,
    );
  return found;
}

/** The dtype that an argument names; `other` when it is absent. */
export const typeOr = <Other extends DType | null>(given: unknown, other: Other): DType | Other =>
  given === undefined ? other : dtypeOf(given);

/** The floating dtype that can hold the integers of a dtype. */
const floatFor = (whole: DType): DType => (whole === bool || whole.itemsize === 1 ? float16 : whole.itemsize === 2 ? float32 : float64);

/**
 * The dtype that can hold both, as `np.result_type`. Float32 with integers of 32 or more bits gives float64, where
 * PyTorch keeps float32.
 */
export function resultType(a: DType, b: DType): DType {
  if (a === b) return a;
  const [x, y] = a.category >= b.category ? [a, b] : [b, a];
  if (x.is_floating_point && !y.is_floating_point && !y.is_complex) return y === bool ? x : promoteTypes(x, floatFor(y));
  if (x.category === 1 && y.category === 1 && x.isUnsigned !== y.isUnsigned) {
    const [unsigned, signed] = x.isUnsigned ? [x, y] : [y, x];
    if (signed.itemsize > unsigned.itemsize) return signed;
    return unsigned.itemsize === 1 ? int16 : int32;
  }
  return promoteTypes(x, y);
}

/** The floating dtype in which a function computes whose results are fractions. */
export const fractionType = (of: DType): DType => (of.is_floating_point || of.is_complex ? of : floatFor(of));
