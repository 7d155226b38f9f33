/**
 * Functions of Python's `math` whose last digit differs between JavaScript's engines and a C library, in up to one of
 * ten results: a program that prints all digits shows the C library's. Each function is computed to about 100 bits and
 * rounded once, which the library does in nearly all cases. For `expm1`, `log1p`, `log2`, `log10`, `sinh` and `tanh`,
 * both have the same code.
 */
import { add, divide, double2, type Double2, multiply, negative, productOf, scaled, subtract } from './doubles.js';

const ONE = double2(1);
const LN2 = double2(0.6931471805599453, 2.3190468138462996e-17);
/** π/2 as a sum of parts; multiples up to a million are exact. */
const HALF_PI = [1.5707963267948966, 6.123233995736766e-17, -1.4973849048591833e-33] as const;
/** For larger numbers, π/2 has too few digits here. */
const FARTHEST = 1e6;

/** How often the argument is halved before the series; the result is squared as often. */
const HALVINGS = 8;

/** e^x, for numbers up to a few hundred. */
function exponential(x: Double2): Double2 {
  const k = Math.round(x.hi / LN2.hi);
  const rest = subtract(x, multiply(LN2, double2(k)));
  let power = expOfSmall(scaled(rest, 2 ** -HALVINGS));
  // e^2x - 1 = (e^x - 1)² + 2 (e^x - 1): since 1 is not added, no digits are lost.
  for (let i = 0; i < HALVINGS; i++) power = add(multiply(power, power), scaled(power, 2));
  const result = add(power, ONE);
  // In two steps, so that no factor leaves the range of doubles when the result is inside it.
  const half = Math.trunc(k / 2);
  return scaled(scaled(result, 2 ** half), 2 ** (k - half));
}

/** e^x - 1 by its series, for |x| < 0.002. */
function expOfSmall(x: Double2): Double2 {
  let sum = double2(0);
  for (let n = 12; n > 0; n--) sum = divide(multiply(x, add(ONE, sum)), double2(n));
  return sum;
}

/** The natural logarithm, by one step of Newton's method from JavaScript's result. */
function logarithm(x: Double2, guess: number): Double2 {
  const error = subtract(multiply(x, exponential(double2(-guess))), ONE);
  // log(1 + e) = e - e²/2 + …, where e is as small as a double's last digit.
  return add(double2(guess), subtract(error, scaled(multiply(error, error), 0.5)));
}

/** The natural logarithm of a finite number above zero. */
function naturalLog(x: number): Double2 {
  // Near the ends of the range of doubles, a power of two is taken out first.
  const shift = x < 2 ** -900 ? 1000 : x > 2 ** 900 ? -1000 : 0;
  const at = x * 2 ** shift;
  return subtract(logarithm(double2(at), Math.log(at)), multiply(LN2, double2(shift)));
}

/** Sine and cosine. */
function circular(x: Double2): { sin: Double2; cos: Double2 } {
  const turns = Math.round(x.hi / HALF_PI[0]);
  const rest = HALF_PI.reduce((left, part) => subtract(left, productOf(part, turns)), x);
  const square = multiply(rest, rest);
  let [sin, cos] = [double2(0), double2(0)];
  for (let n = 27; n >= 3; n -= 2) {
    sin = divide(multiply(square, subtract(negative(ONE), sin)), double2(n * (n - 1)));
    cos = divide(multiply(square, subtract(negative(ONE), cos)), double2((n - 1) * (n - 2)));
  }
  const [s, c] = [multiply(rest, add(ONE, sin)), add(ONE, cos)];
  switch (((turns % 4) + 4) % 4) {
    case 0:
      return { sin: s, cos: c };
    case 1:
      return { sin: c, cos: negative(s) };
    case 2:
      return { sin: negative(s), cos: negative(c) };
    default:
      return { sin: negative(c), cos: s };
  }
}

/** True for arguments between these sizes; for all others, JavaScript's result is used. */
const near = (x: number, least: number, most: number): boolean => Math.abs(x) >= least && Math.abs(x) <= most;
const rounded = ({ hi, lo }: Double2): number => hi + lo;

export const exp = (x: number): number => (near(x, 1e-20, 700) ? rounded(exponential(double2(x))) : Math.exp(x));

export const log = (x: number): number => (x > 0 && x < Infinity && x !== 1 ? rounded(naturalLog(x)) : Math.log(x));
export const sin = (x: number): number => (near(x, 1e-200, FARTHEST) ? rounded(circular(double2(x)).sin) : Math.sin(x));
export const cos = (x: number): number => (near(x, 1e-200, FARTHEST) ? rounded(circular(double2(x)).cos) : Math.cos(x));
export const tan = (x: number): number => {
  if (!near(x, 1e-200, FARTHEST)) return Math.tan(x);
  const { sin, cos } = circular(double2(x));
  return rounded(divide(sin, cos));
};

export const atan = (x: number): number => {
  const guess = Math.atan(x);
  if (!near(x, 1e-200, 1e15)) return guess;
  // atan(x) - guess = atan((x - tan guess) / (1 + x tan guess)), which is as small as a double's last digit.
  const { sin, cos } = circular(double2(guess));
  const [across, along] = [subtract(multiply(double2(x), cos), sin), add(cos, multiply(double2(x), sin))];
  return rounded(add(double2(guess), divide(across, along)));
};
export const asin = (x: number): number => {
  const guess = Math.asin(x);
  if (!near(x, 1e-200, 0.9999)) return guess;
  const { sin, cos } = circular(double2(guess));
  return rounded(add(double2(guess), divide(subtract(double2(x), sin), cos)));
};
export const acos = (x: number): number => {
  const guess = Math.acos(x);
  if (!near(x, 0, 0.9999)) return guess;
  const { sin, cos } = circular(double2(guess));
  return rounded(add(double2(guess), divide(subtract(cos, double2(x)), sin)));
};

/** As C libraries compute it, from `exp` and `expm1`: they do not round it once only. */
export const cosh = (x: number): number => {
  const size = Math.abs(x);
  if (size >= 22) return size > 700 ? Math.cosh(x) : 0.5 * exp(size);
  if (size >= 0.5 * Math.LN2) {
    const e = exp(size);
    return 0.5 * e + 0.5 / e;
  }
  const less = Math.expm1(size);
  return 1 + (less * less) / (2 * (1 + less));
};

/** Whole powers up to this one are products, so that results that a double can hold exactly are exact. */
const MOST_FACTORS = 64;

/** x to the power of y, with C's rules for special numbers (1 to any power is 1). */
export function pow(x: number, y: number): number {
  if (x === 1) return 1;
  const known = x ** y;
  const size = Math.abs(known);
  if (!(size > 1e-290 && size < 1e290) || size === 1) return known;
  if (Number.isInteger(y) && Math.abs(y) <= MOST_FACTORS) {
    const whole = wholePower(x, Math.abs(y));
    return rounded(y < 0 ? divide(ONE, whole) : whole);
  }
  const result = rounded(exponential(multiply(naturalLog(Math.abs(x)), double2(y))));
  return known < 0 ? -result : result;
}

function wholePower(x: number, y: number): Double2 {
  let [result, factor] = [ONE, double2(x)];
  for (let left = y; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = multiply(result, factor);
    factor = multiply(factor, factor);
  }
  return result;
}
