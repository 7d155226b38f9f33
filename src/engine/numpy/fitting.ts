/** Curves through points: polynomials, least squares, areas and slopes. */
import { float64, int32, int64 } from '../dtype.js';
import * as torch from '../generated/linalg.js';
import { LinAlgError } from '../errors.js';
import { Tuple } from '../python/keys.js';
import { quietly } from '../quietly.js';
import type { Tensor } from '../tensor/tensor.js';
import { arrayFrom, cast, numbersOf, of, plain, result, tensorOf, vector, type ndarray, type Value } from './array.js';
import { functions } from './calling.js';
import { elementwise, OPERATIONS } from './elementwise.js';
import { numberOf } from './making.js';

const doubles = (x: Value): Tensor => cast(tensorOf(x), float64);

/** As `np.linalg.lstsq`: the solution, the squared residuals, the rank, the singular values. */
export function leastSquares(a: Value, b: Value, rcond: Value = undefined): Value {
  const [x, y] = [doubles(a), doubles(b)];
  const [rows, columns] = x.sizes;
  if (rows !== y.sizes[0]) throw new LinAlgError('Incompatible dimensions');
  return quietly(() => {
    const [u, s, v] = torch.svd(x, false) as unknown as Tensor[];
    const least = Number(rcond ?? Math.max(rows, columns) * 2 ** -52) * (numbersOf(s)[0] ?? 0);
    const rank = numbersOf(s).filter((one) => one > least).length;
    const right = y.sizes.length === 1 ? y.reshape([-1, 1]) : y;
    const inverse = vector(
      numbersOf(s).map((one) => (one > least ? 1 / one : 0)),
      float64,
    ).reshape([-1, 1]);
    const found = v.t().matmul(u.t().matmul(right).mul(inverse));
    const rest = x.matmul(found).sub(right).square().sum(0);
    const residuals = rank === columns && rows > columns ? rest : vector([], float64);
    return Tuple.from([
      arrayFrom(found.reshape([columns, ...y.sizes.slice(1)]).contiguous()),
      arrayFrom(residuals),
      numberOf(int32)(rank),
      arrayFrom(s),
    ]);
  });
}

/** Rows of powers of each number, from the highest (or from the lowest) to the other end. */
function vander(x: Value, N: Value = undefined, increasing = false): ndarray {
  const values = numbersOf(doubles(x));
  const count = Number(N ?? values.length);
  const power = (at: number): number => (increasing ? at : count - 1 - at);
  const all = Float64Array.from({ length: values.length * count }, (_, i) => {
    let product = 1;
    for (let k = power(i % count); k > 0; k--) product *= values[Math.floor(i / count)];
    return product;
  });
  return arrayFrom(of(all, [values.length, count], float64));
}

/** As `np.polyfit`: the coefficients of the polynomial through points, the highest power first. */
function polyfit(x: Value, y: Value, deg: number): ndarray {
  const powers = plain(vander(x, deg + 1));
  return quietly(() => {
    const scale = powers.mul(powers).sum(0).sqrt();
    const [found] = leastSquares(arrayFrom(powers.div(scale)), y, numbersOf(doubles(x)).length * 2 ** -52) as ndarray[];
    const solution = plain(found);
    return arrayFrom(solution.div(solution.sizes.length > 1 ? scale.reshape([-1, 1]) : scale));
  });
}

/** As `np.polyval`, by Horner's rule. */
function polyval(p: Value, x: Value): Value {
  const { '+': add, '*': times } = OPERATIONS;
  const given: Value = tensorOf(x).sizes.length === 0 ? x : arrayFrom(tensorOf(x));
  return [...(arrayFrom(tensorOf(p)) as Iterable<Value>)].reduce(
    (sum: Value, one: Value): Value => add(times(sum, given), one),
    times(given, 0),
  ) as unknown;
}

function convolve(a: Value, v: Value, mode = 'full'): ndarray {
  const isWhole = [a, v].every((one) => !tensorOf(one).dtype.is_floating_point);
  const [long, short] = [numbersOf(tensorOf(a)), numbersOf(tensorOf(v))].sort((x, y) => y.length - x.length);
  const full = Float64Array.from({ length: long.length + short.length - 1 }, (_, i) => {
    let sum = 0;
    for (let k = Math.max(0, i - long.length + 1); k <= Math.min(i, short.length - 1); k++) sum += short[k] * long[i - k];
    return sum;
  });
  const from = mode === 'full' ? 0 : mode === 'same' ? Math.floor((short.length - 1) / 2) : short.length - 1;
  const count = mode === 'full' ? full.length : mode === 'same' ? long.length : long.length - short.length + 1;
  const values = full.slice(from, from + count);
  return arrayFrom(vector(values, isWhole ? int64 : float64));
}

/** As `np.gradient` of a list of numbers: central differences inside, one-sided ones at the ends. */
function gradient(f: Value, spacing: Value = 1): ndarray {
  const y = numbersOf(doubles(f));
  const given = tensorOf(spacing);
  const at = given.sizes.length === 0 ? null : numbersOf(doubles(spacing));
  const step = at ? 1 : Number(spacing);
  const last = y.length - 1;
  const gap = (i: number, j: number): number => (at ? at[j] - at[i] : (j - i) * step);
  return arrayFrom(
    vector(
      Float64Array.from(y, (_, i) => {
        if (i === 0) return (y[1] - y[0]) / gap(0, 1);
        if (i === last) return (y[last] - y[last - 1]) / gap(last - 1, last);
        const [before, after] = [gap(i - 1, i), gap(i, i + 1)];
        if (before === after) return (y[i + 1] - y[i - 1]) / (before + after);
        const [a, b, c] = [-after / (before * (before + after)), (after - before) / (before * after), before / (after * (before + after))];
        return a * y[i - 1] + b * y[i] + c * y[i + 1];
      }),
      float64,
    ),
  );
}

function trapezoid(y: Value, x: Value = undefined, dx = 1): ndarray {
  const values = numbersOf(doubles(y));
  const at = x === undefined ? null : numbersOf(doubles(x));
  const parts = Float64Array.from(
    { length: Math.max(0, values.length - 1) },
    (_, i) => ((at ? at[i + 1] - at[i] : dx) * (values[i] + values[i + 1])) / 2,
  );
  return result(quietly(() => vector(parts, float64).sum()));
}

export const fitting = functions({
  'polyfit(x y deg)': (x: Value, y: Value, deg: Value) => polyfit(x, y, Number(deg)),
  'polyval(p x)': polyval,
  'vander(x N increasing)': vander,
  'convolve(a v mode)': convolve,
  'gradient(f spacing)': gradient,
  'trapezoid(y x dx)': trapezoid,
  'trapz(y x dx)': trapezoid,
  'heaviside(x1 x2)': (x: Value, half: Value) => {
    const zero = Number(half);
    return result(
      quietly(() =>
        vector(
          numbersOf(doubles(x)).map((one) => (one === 0 ? zero : Number(one > 0))),
          float64,
        ).reshape(tensorOf(x).sizes),
      ),
    );
  },
  'fmod(x1 x2)': (x: Value, y: Value) => result(quietly(() => tensorOf(x).fmod(tensorOf(y)))),
  'float_power(x1 x2)': (x: Value, y: Value) => elementwise.power(arrayFrom(doubles(x)), y) as unknown,
});
