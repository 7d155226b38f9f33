/** NumPy's elementwise functions, and its operators. */
import { bool, float64, int64, type DType } from '../dtype.js';
import { TypeError_, ValueError } from '../errors.js';
import { Float } from '../ops/floats.js';
import { acos, asin, atan, cos, cosh, exp, log, pow, sin, tan } from '../python/elementary.js';
import { quietly } from '../quietly.js';
import { broadcastSizes, sameSizes } from '../shape.js';
import type { Tensor } from '../tensor/tensor.js';
import { roundEven } from '../backends/scalar.js';
import { cast, numbersOf, of, plain, result, tensorOf, type ndarray, type Value } from './array.js';
import { functions } from './calling.js';
import { dtypeOf, fractionType, resultType } from './dtypes.js';

/** True for a number of Python. It takes the dtype of the array, unless the number is of a higher kind. */
const isLoose = (value: unknown): value is number | boolean | Float =>
  typeof value === 'number' || typeof value === 'boolean' || value instanceof Float;

function looseType(value: number | boolean | Float, other: DType): DType {
  const own = typeof value === 'boolean' ? bool : value instanceof Float || !Number.isInteger(value) ? float64 : int64;
  return own.category > other.category ? own : other;
}

/** The operands as tensors of their common dtype. */
export function operands(all: readonly Value[]): readonly [Tensor[], DType] {
  const fixed = all.map((one: unknown) => (isLoose(one) ? null : tensorOf(one)));
  const known = fixed.flatMap((one) => (one ? [one.dtype] : []));
  let dtype = known.length > 0 ? known.reduce(resultType) : all.map((one: unknown) => tensorOf(one).dtype).reduce(resultType);
  if (known.length > 0) for (const one of all as unknown[]) if (isLoose(one)) dtype = looseType(one, dtype);
  return [all.map((one: unknown, i) => (fixed[i] ? cast(fixed[i], dtype) : tensorOf(one, dtype))), dtype];
}

/** The tensor with `f` applied to every element. */
export function mapped(tensor: Tensor, dtype: DType, f: (x: number) => number): Tensor {
  return of(numbersOf(tensor).map(f), tensor.sizes, dtype);
}

const binary =
  (body: (a: Tensor, b: Tensor, dtype: DType) => Tensor) =>
  (a: Value, b: Value): ndarray =>
    quietly(() => {
      const [[x, y], dtype] = operands([a, b]);
      return result(body(x, y, dtype));
    });

/** A function of two numbers, applied to arrays that are broadcast to one shape. */
const between = (f: (x: number, y: number) => number, dtypeFor: (dtype: DType) => DType) =>
  binary((a, b, dtype) => {
    const sizes = broadcastSizes(a.sizes, b.sizes);
    const [p, q] = [numbersOf(a.expand(sizes)), numbersOf(b.expand(sizes))];
    return of(
      p.map((one, i) => f(one, q[i])),
      sizes,
      dtypeFor(dtype),
    );
  });

function powers(a: Tensor, b: Tensor, dtype: DType): Tensor {
  if (!dtype.is_floating_point) {
    if (numbersOf(b).some((one) => one < 0)) throw new ValueError('Integers to negative integer powers are not allowed.');
    return dtype === bool ? a.to(int64).pow(b.to(int64)) : a.pow(b);
  }
  const [first = 0, ...rest] = numbersOf(b);
  if (b.sizes.length === 0 && rest.length === 0) {
    if (first === 2) return a.mul(a);
    if (first === 0.5) return a.sqrt();
    if (first === -1) return a.reciprocal();
    return mapped(a, dtype, (x) => pow(x, first));
  }
  const sizes = broadcastSizes(a.sizes, b.sizes);
  const [x, y] = [numbersOf(a.expand(sizes)), numbersOf(b.expand(sizes))];
  return of(
    x.map((one, i) => pow(one, y[i])),
    sizes,
    dtype,
  );
}

/** The operations, by their signs in a program. */
export const OPERATIONS: Readonly<Record<string, (a: Value, b: Value) => ndarray>> = {
  '+': binary((a, b) => a.add(b)),
  '-': binary((a, b, dtype) => {
    if (dtype === bool)
      throw new TypeError_(
        'numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the logical_xor function instead.',
      );
    return a.sub(b);
  }),
  '*': binary((a, b) => a.mul(b)),
  '/': binary((a, b, dtype) => cast(a, fractionTypeOf(dtype)).div(cast(b, fractionTypeOf(dtype)))),
  '//': binary((a, b) => a.floor_divide(b)),
  '%': binary((a, b) => a.remainder(b)),
  '**': binary(powers),
  '&': binary((a, b) => a.bitwise_and(b)),
  '|': binary((a, b) => a.bitwise_or(b)),
  '^': binary((a, b) => a.bitwise_xor(b)),
  '<<': binary((a, b) => a.bitwise_left_shift(b)),
  '>>': binary((a, b) => a.bitwise_right_shift(b)),
  '<': binary((a, b) => a.lt(b)),
  '<=': binary((a, b) => a.le(b)),
  '>': binary((a, b) => a.gt(b)),
  '>=': binary((a, b) => a.ge(b)),
  '==': binary((a, b) => a.eq(b)),
  '!=': binary((a, b) => a.ne(b)),
};

/** The dtype of a quotient: float64 for integers. */
const fractionTypeOf = (dtype: DType): DType => (dtype.is_floating_point || dtype.is_complex ? dtype : float64);

const unary =
  (body: (a: Tensor) => Tensor) =>
  (a: Value): ndarray =>
    quietly(() => result(body(tensorOf(a))));

/** A function whose results are fractions. */
const fraction = (f: (x: number) => number) =>
  unary((a) => {
    const dtype = fractionType(a.dtype);
    return mapped(cast(a, dtype), dtype, f);
  });

/** A function that does not change integers. */
const keepsWhole = (f: (x: number) => number) => unary((a) => (a.dtype.is_floating_point ? mapped(a, a.dtype, f) : a.clone()));
const truths = (f: (x: number) => boolean) => unary((a) => mapped(a, bool, (x) => Number(f(x))));
const absolute = unary((a) => (a.dtype === bool ? a.clone() : a.abs()));
const radians = fraction((x) => x * (Math.PI / 180));
const degrees = fraction((x) => x * (180 / Math.PI));

export function round(a: Value, decimals = 0): ndarray {
  const unit = 10 ** Math.abs(decimals);
  return keepsWhole((x) => (decimals === 0 ? roundEven(x) : decimals > 0 ? roundEven(x * unit) / unit : roundEven(x / unit) * unit))(a);
}

export function clip(a: Value, least: Value, most: Value): ndarray {
  const low = least === undefined ? a : elementwise.maximum(a, least);
  return most === undefined ? low : elementwise.minimum(low, most);
}

const ofLogic = (f: (x: boolean, y: boolean) => boolean) =>
  between(
    (x, y) => Number(f(x !== 0, y !== 0)),
    () => bool,
  );

/** `np.where(condition, x, y)`. */
export function choose(condition: Value, x: Value, y: Value): ndarray {
  return quietly(() => {
    const [[a, b]] = operands([x, y]);
    return result(a.where(tensorOf(condition, bool), b));
  });
}

function isclose(a: Value, b: Value, rtol = 1e-5, atol = 1e-8, equal_nan = false): ndarray {
  return quietly(() => {
    const [[x, y]] = operands([a, b]);
    return result(x.to(float64).isclose(y.to(float64), { rtol, atol, equal_nan }));
  });
}

const signs = OPERATIONS as Record<string, (a: Value, b: Value) => ndarray>;

/** Writes a value into the array of `out=`. */
function into(out: Value, value: Value): Value {
  const target = plain(out as ndarray);
  quietly(() => target.copy_(tensorOf(value, target.dtype)));
  return out;
}

export const elementwise = functions(
  {
    'add(x1 x2)': signs['+'],
    'subtract(x1 x2)': signs['-'],
    'multiply(x1 x2)': signs['*'],
    'divide(x1 x2)': signs['/'],
    'true_divide(x1 x2)': signs['/'],
    'floor_divide(x1 x2)': signs['//'],
    'mod(x1 x2)': signs['%'],
    'remainder(x1 x2)': signs['%'],
    'power(x1 x2)': signs['**'],
    'less(x1 x2)': signs['<'],
    'less_equal(x1 x2)': signs['<='],
    'greater(x1 x2)': signs['>'],
    'greater_equal(x1 x2)': signs['>='],
    'equal(x1 x2)': signs['=='],
    'not_equal(x1 x2)': signs['!='],
    'bitwise_and(x1 x2)': signs['&'],
    'bitwise_or(x1 x2)': signs['|'],
    'bitwise_xor(x1 x2)': signs['^'],
    'left_shift(x1 x2)': signs['<<'],
    'right_shift(x1 x2)': signs['>>'],
    'maximum(x1 x2)': binary((a, b) => a.maximum(b)),
    'minimum(x1 x2)': binary((a, b) => a.minimum(b)),
    'arctan2(x1 x2)': between(Math.atan2, fractionType),
    'hypot(x1 x2)': between(Math.hypot, fractionType),
    'logaddexp(x1 x2)': between((x, y) => (x === y ? x + Math.LN2 : Math.max(x, y) + Math.log1p(exp(-Math.abs(x - y)))), fractionType),
    'logical_and(x1 x2)': ofLogic((x, y) => x && y),
    'logical_or(x1 x2)': ofLogic((x, y) => x || y),
    'logical_xor(x1 x2)': ofLogic((x, y) => x !== y),
    'logical_not(x)': truths((x) => x === 0),
    'negative(x)': unary((a) => {
      if (a.dtype === bool)
        throw new TypeError_(
          'The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not function instead.',
        );
      return a.neg();
    }),
    'invert(x)': unary((a) => a.bitwise_not()),
    'abs(x)': absolute,
    'absolute(x)': absolute,
    'sign(x)': unary((a) => a.sign()),
    'square(x)': unary((a) => a.mul(a)),
    'reciprocal(x)': unary((a) => a.reciprocal()),
    'floor(x)': keepsWhole(Math.floor),
    'ceil(x)': keepsWhole(Math.ceil),
    'trunc(x)': keepsWhole(Math.trunc),
    'rint(x)': fraction(roundEven),
    'round(a decimals)': round,
    'around(a decimals)': round,
    'clip(a a_min a_max)': clip,
    'exp(x)': fraction(exp),
    'exp2(x)': fraction((x) => pow(2, x)),
    'expm1(x)': fraction(Math.expm1),
    'log(x)': fraction(log),
    'log2(x)': fraction(Math.log2),
    'log10(x)': fraction(Math.log10),
    'log1p(x)': fraction(Math.log1p),
    'sqrt(x)': fraction(Math.sqrt),
    'cbrt(x)': fraction(Math.cbrt),
    'sin(x)': fraction(sin),
    'cos(x)': fraction(cos),
    'tan(x)': fraction(tan),
    'arcsin(x)': fraction(asin),
    'arccos(x)': fraction(acos),
    'arctan(x)': fraction(atan),
    'sinh(x)': fraction(Math.sinh),
    'cosh(x)': fraction(cosh),
    'tanh(x)': fraction(Math.tanh),
    'arctanh(x)': fraction(Math.atanh),
    'sinc(x)': fraction((x) => (x === 0 ? 1 : sin(Math.PI * x) / (Math.PI * x))),
    'deg2rad(x)': radians,
    'radians(x)': radians,
    'rad2deg(x)': degrees,
    'degrees(x)': degrees,
    'isnan(x)': truths(Number.isNaN),
    'isinf(x)': truths((x) => Math.abs(x) === Infinity),
    'isfinite(x)': truths(Number.isFinite),
    'nan_to_num(x copy nan posinf neginf)': (x: Value, _copy: Value, nan = 0, posinf = Number.MAX_VALUE, neginf = -Number.MAX_VALUE) =>
      keepsWhole((one) => (Number.isNaN(one) ? nan : one === Infinity ? posinf : one === -Infinity ? neginf : one) as number)(x),
    'isclose(a b rtol atol equal_nan)': isclose,
    'allclose(a b rtol atol equal_nan)': (a: Value, b: Value, rtol?: number, atol?: number, equal_nan?: boolean) =>
      numbersOf(tensorOf(isclose(a, b, rtol, atol, equal_nan))).every((one) => one !== 0),
    'array_equal(a1 a2)': (a: Value, b: Value) => {
      const [x, y] = [tensorOf(a), tensorOf(b)];
      const [p, q] = [numbersOf(x), numbersOf(y)];
      return sameSizes(x.sizes, y.sizes) && p.every((one, i) => one === q[i]);
    },
  },
  into,
);

/** Converts the elements, as `x.astype(dtype)`. */
export const astype = (a: Value, dtype: unknown): ndarray => {
  const type = dtypeOf(dtype);
  return quietly(() => {
    const from = tensorOf(a);
    return result(from.dtype === type ? from.clone() : from.to(type));
  });
};
