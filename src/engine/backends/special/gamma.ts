import { erfc, lgamma } from '../scalar.js';
import { polynomial } from './polynomial.js';
import { quantile, zeta as zetaTable } from './tables.js';

/** Zeta, the incomplete gamma functions, and the quantiles of the normal distribution, after Cephes. */

const EPSILON = 2 ** -53;

/** Σ 1 / (k + q)^x */
export function zeta(x: number, q: number): number {
  if (x === 1) return Infinity;
  if (x < 1) return NaN;
  if (q <= 0) {
    if (q === Math.floor(q)) return Infinity;
    if (x !== Math.floor(x)) return NaN;
    if (q < -1000) return zetaFarBelow(x, q);
  }
  // In C, 1 to any power is 1.
  let sum = q === 1 ? 1 : q ** -x;
  let [a, b] = [q, 0];
  for (let i = 0; i < 9 || a <= 9; i++) {
    a += 1;
    b = a ** -x;
    sum += b;
    if (Math.abs(b) < Math.abs(EPSILON * sum)) return sum;
  }
  const w = a;
  sum += (b * w) / (x - 1) - 0.5 * b;
  let [factor, k] = [1, 0];
  for (const c of zetaTable) {
    factor *= x + k;
    b /= w;
    const t = (factor * b) / c;
    sum += t;
    if (Math.abs(t / sum) < EPSILON) return sum;
    factor *= x + k + 1;
    b /= w;
    k += 2;
  }
  return sum;
}

/** The sum when it begins far below 0: the part above 0, plus the part below 0, mirrored, without the terms beyond q. */
function zetaFarBelow(x: number, q: number): number {
  const fraction = q - Math.floor(q);
  const mirrored = zeta(x, 1 - fraction) - zeta(x, 1 - q);
  return zeta(x, fraction) + (x % 2 === 0 ? mirrored : -mirrored);
}

/** The derivative of digamma as PyTorch computes it, with every step rounded. Below ½ it is mirrored: at −1 it is large, not infinite. */
function slopeOfDigamma(given: number, f: (v: number) => number): number {
  const isLow = given < 0.5;
  const wave = isLow ? f(Math.sin(f(f(Math.PI) * given))) : 1;
  let sum = isLow ? -f(f(f(Math.PI) * f(Math.PI)) / f(wave * wave)) : 0;
  let x = isLow ? f(1 - given) : given;
  for (let i = 0; i < 6; i++) {
    sum = f(sum + f(1 / f(x * x)));
    x = f(x + 1);
  }
  const s = f(1 / f(x * x));
  const inner = f(f(1 / 6) - f(s * f(f(1 / 30) - f(s * f(1 / 42)))));
  sum = f(sum + f(f(f(1 + f(1 / f(2 * x))) + f(s * inner)) / x));
  return isLow ? -sum : sum;
}

export const trigamma = (x: number): number => slopeOfDigamma(x, (v) => v);
/** In single precision. */
export const trigammaSingle = (x: number): number => slopeOfDigamma(x, Math.fround);

/** The n-th derivative of digamma, n > 0. */
export function polygamma(n: number, x: number): number {
  let factorial = 1;
  for (let i = 2; i <= n && factorial < Infinity; i++) factorial *= i;
  return (n % 2 === 0 ? -1 : 1) * factorial * zeta(n + 1, x);
}

/** ln(1 + t) − t */
function logLessLine(t: number): number {
  if (Math.abs(t) > 0.1) return Math.log1p(t) - t;
  let [sum, power] = [0, t];
  for (let k = 2; k < 24; k++) {
    power *= -t;
    sum += power / k;
  }
  return sum;
}

/** x^a · e^−x / Γ(a) */
function factor(a: number, x: number): number {
  if (a < 10) return Math.exp(a * Math.log(x) - x - lgamma(a));
  const r = 1 / (a * a);
  const stirling = polynomial(r, [-691 / 360360, 1 / 1188, -1 / 1680, 1 / 1260, -1 / 360, 1 / 12]) / a;
  return Math.sqrt(a / (2 * Math.PI)) * Math.exp(a * logLessLine((x - a) / a) - stirling);
}

function lowerSeries(a: number, x: number): number {
  let [sum, term] = [1, 1];
  for (let r = a + 1; term > EPSILON * sum; r++) sum += term *= x / r;
  return (sum * factor(a, x)) / a;
}

function upperSeries(a: number, x: number): number {
  let [power, sum] = [1, 0];
  for (let n = 1; n < 2000; n++) {
    power *= -x / n;
    const term = power / (a + n);
    sum += term;
    if (Math.abs(term) <= EPSILON * Math.abs(sum)) break;
  }
  const log = a * Math.log(x);
  return -Math.expm1(log - lgamma(1 + a)) - Math.exp(log - lgamma(a)) * sum;
}

function upperFraction(a: number, x: number): number {
  let [y, z] = [1 - a, x - a + 2];
  let [p2, q2, p1, q1] = [1, x, x + 1, z * x];
  let answer = p1 / q1;
  for (let c = 1; c < 100000; c++) {
    y += 1;
    z += 2;
    const p = p1 * z - p2 * y * c;
    const q = q1 * z - q2 * y * c;
    const before = answer;
    if (q !== 0) answer = p / q;
    [p2, q2, p1, q1] = [p1, q1, p, q];
    if (Math.abs(p) > 2 ** 52) [p2, q2, p1, q1] = [p2, q2, p1, q1].map((v) => v * 2 ** -52) as [number, number, number, number];
    if (q !== 0 && Math.abs((before - answer) / answer) <= EPSILON) break;
  }
  return answer * factor(a, x);
}

/** From here on a series would take about √a steps, or would never end because a + 1 equals a. */
const LARGE = 1e6;

/** The upper function, or the lower one, for large a. It is close to that of a normal variable (Temme, 1979; DLMF 8.12). */
function largeShape(a: number, x: number, isUpper: boolean): number {
  const mu = (x - a) / a;
  if (mu === Infinity) return isUpper ? 0 : 1;
  const eta = Math.sign(mu) * Math.sqrt(-2 * logLessLine(mu));
  const correction = Math.abs(eta) < 1e-3 ? -1 / 3 + eta / 12 - (2 / 135) * eta * eta : 1 / mu - 1 / eta;
  const rest = (Math.exp((-a * eta * eta) / 2) / Math.sqrt(2 * Math.PI * a)) * correction;
  const t = eta * Math.sqrt(a / 2);
  return isUpper ? erfc(t) / 2 + rest : erfc(-t) / 2 - rest;
}

/** The values of both incomplete functions at the ends, or null. */
function atEnds(a: number, x: number, nothing: number, all: number): number | null {
  if (x < 0 || a < 0) return NaN;
  if (a === 0) return x > 0 ? all : NaN;
  if (x === 0) return nothing;
  if (a === Infinity) return x === Infinity ? NaN : nothing;
  if (x === Infinity) return all;
  return a !== a || x !== x ? NaN : null;
}

/** The regularized lower incomplete gamma function. */
export function igamma(a: number, x: number): number {
  const end = atEnds(a, x, 0, 1);
  if (end !== null) return end;
  if (a > LARGE) return largeShape(a, x, false);
  return x > 1 && x > a ? 1 - igammac(a, x) : lowerSeries(a, x);
}

/** The regularized upper incomplete gamma function. */
export function igammac(a: number, x: number): number {
  const end = atEnds(a, x, 1, 0);
  if (end !== null) return end;
  if (a > LARGE) return largeShape(a, x, true);
  if (x > 1.1) return x < a ? 1 - lowerSeries(a, x) : upperFraction(a, x);
  const isLower = x <= 0.5 ? -0.4 / Math.log(x) < a : x * 1.1 < a;
  return isLower ? 1 - lowerSeries(a, x) : upperSeries(a, x);
}

/** The value below which a normal variable lies with probability `p`. */
export function ndtri(p: number): number {
  if (p === 0) return -Infinity;
  if (p === 1) return Infinity;
  if (!(p > 0 && p < 1)) return NaN;
  const isHigh = p > 1 - Math.exp(-2);
  const y = isHigh ? 1 - p : p;
  if (y > Math.exp(-2)) {
    const v = y - 0.5;
    const z = v * v;
    return (v + v * ((z * polynomial(z, quantile.p0)) / polynomial(z, quantile.q0))) * 2.5066282746310007;
  }
  const x = Math.sqrt(-2 * Math.log(y));
  const z = 1 / x;
  const [above, below] = x < 8 ? [quantile.p1, quantile.q1] : [quantile.p2, quantile.q2];
  const value = x - Math.log(x) / x - (z * polynomial(z, above)) / polynomial(z, below);
  return isHigh ? value : -value;
}
