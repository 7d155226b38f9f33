/** The exports of 'tensor-lens/numpy'. */
import { bool, exponentsOf, float16, float32, float64, int16, int32, int64, int8, limitsOf, uint8, type DType } from '../dtype.js';
import { generic, ndarray, tensorOf, type Value } from './array.js';
import { by, functions } from './calling.js';
import { dtypeOf, MAKES, NumpyDType } from './dtypes.js';
import { elementwise } from './elementwise.js';
import { fitting, leastSquares } from './fitting.js';
import { grids } from './grids.js';
import { dtype_of, from_tensor } from './install.js';
import { linalg, ofEinstein, products } from './linalg.js';
import { making, meshgrid, numberOf } from './making.js';
import { arrayRepr, arrayText, printOptions } from './printing.js';
import { random } from './random/legacy.js';
import { reductions } from './reductions.js';
import { allSaying } from '../saying.js';
import { searching } from './searching.js';
import { shapes, shaping } from './shaping.js';

/** A function that makes numbers of a dtype, and also stands for the dtype. */
function maker(dtype: DType): (x?: Value) => ndarray {
  const make = Object.defineProperty(numberOf(dtype), 'name', { value: dtype.name });
  return Object.defineProperties(make, {
    [MAKES]: { value: dtype },
    [Symbol.hasInstance]: { value: (one: unknown) => one instanceof generic && one.dtype === dtype },
    __repr__: { value: () => `<class 'numpy.${dtype.name}'>` },
    toString: { value: () => `<class 'numpy.${dtype.name}'>` },
  });
}

/** A kind of numbers, for `isinstance`. */
const kind = (has: (dtype: DType) => boolean): object => ({
  [Symbol.hasInstance]: (one: unknown) => one instanceof generic && has(one.dtype),
});

/** As `np.finfo`. */
function finfo(given: Value): object {
  const dtype = dtypeOf(given);
  const [above, least] = exponentsOf(dtype);
  const number = numberOf(dtype);
  const max = (2 - 2 ** (1 - dtype.digits)) * 2 ** (above - 1);
  return { eps: number(2 ** (1 - dtype.digits)), max: number(max), min: number(-max), tiny: number(2 ** least), bits: 8 * dtype.itemsize };
}

/** As `np.iinfo`. */
function iinfo(given: Value): object {
  const [min, max] = limitsOf(dtypeOf(given));
  return { min, max, bits: 8 * dtypeOf(given).itemsize };
}

/** NumPy, with its names: `np.array([1, 2])`, `np.random.randn(3, 4)`. Keywords are given in an object at the end. */
export const np = Object.freeze(
  allSaying({
    ...making,
    ...shapes,
    ...shaping,
    ...elementwise,
    ...reductions,
    ...searching,
    ...products,
    ...fitting,
    ...grids,
    einsum: ofEinstein,
    meshgrid,
    linalg: Object.freeze({ ...linalg, ...functions({ 'lstsq(a b rcond)': leastSquares }) }),
    random,
    ndarray,
    generic,
    number: kind(() => true),
    floating: kind((dtype) => dtype.is_floating_point),
    integer: kind((dtype) => dtype.category === 1),
    float64: maker(float64),
    float32: maker(float32),
    float16: maker(float16),
    double: maker(float64),
    int64: maker(int64),
    int32: maker(int32),
    int16: maker(int16),
    int8: maker(int8),
    uint8: maker(uint8),
    int_: maker(int64),
    intp: maker(int64),
    finfo,
    iinfo,
    bool_: maker(bool),
    bool: maker(bool),
    dtype: (given: Value) => NumpyDType.for(dtypeOf(given)),
    dtype_of,
    from_tensor,
    pi: Math.PI,
    e: Math.E,
    inf: Infinity,
    nan: NaN,
    euler_gamma: 0.5772156649015329,
    newaxis: null,
    set_printoptions: by('set_printoptions', 'precision threshold edgeitems linewidth suppress floatmode', (...given: Value[]) => {
      const names = ['precision', 'threshold', 'edgeitems', 'linewidth', 'suppress', 'floatmode'] as const;
      for (const [i, name] of names.entries()) if (given[i] !== undefined) Object.assign(printOptions, { [name]: given[i] as unknown });
    }),
    array2string: by(
      'array2string',
      'a precision suppress_small separator',
      (a: Value, precision: Value, suppress: Value, separator = ' ') => {
        const before = { ...printOptions };
        if (precision !== undefined) printOptions.precision = precision as number;
        if (suppress !== undefined) printOptions.suppress = suppress as boolean;
        try {
          return arrayText(tensorOf(a), separator);
        } finally {
          Object.assign(printOptions, before);
        }
      },
    ),
    array_repr: (a: Value) => arrayRepr(tensorOf(a)),
    array_str: (a: Value) => arrayText(tensorOf(a)),
    vectorize:
      (f: (...given: Value[]) => Value) =>
      (...arrays: Value[]) => {
        const [first, ...rest] = arrays.map((one) => tensorOf(one));
        const flats = [first, ...rest].map((one) => one.reshape([-1]).tolist() as number[]);
        const made = flats[0].map((_, i): unknown => f(...flats.map((row) => row[i])));
        return shaping.reshape(made, [...first.sizes]) as unknown;
      },
    apply_along_axis: (f: (row: Value) => Value, axis: number, a: Value) => {
      const moved = shaping.moveaxis(a, axis, -1) as ndarray;
      return making.array([...moved].map((row: Value) => f(row) as unknown)) as unknown;
    },
  }),
);
