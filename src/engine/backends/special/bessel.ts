import { polynomial } from './polynomial.js';
import { airy, i0, i1, j0, j1, k0, k1, y0, y1 } from './tables.js';

/** Bessel functions and Airy functions, after S. Moshier's Cephes library as PyTorch has them. */

/** A series of Chebyshev polynomials; the coefficients are given from the last to the first. */
function series(x: number, coefficients: readonly number[]): number {
  let [a, b, c] = [coefficients[0], 0, 0];
  for (let i = 1; i < coefficients.length; i++) [a, b, c] = [x * a - b + coefficients[i], a, b];
  return 0.5 * (a - c);
}

interface Wave {
  pp: readonly number[];
  pq: readonly number[];
  qp: readonly number[];
  qq: readonly number[];
}

type Rounding = (v: number) => number;
const exact: Rounding = (v) => v;

/** Bessel functions far from 0; `turned` for those of the second kind. What is rounded is the angle: it counts most where x is large. */
function wave(x: number, { pp, pq, qp, qq }: Wave, phase: number, turned: boolean, f: Rounding): number {
  const z = 25 / (x * x);
  const p = polynomial(z, pp) / polynomial(z, pq);
  const q = (5 / x) * (polynomial(z, qp) / polynomial(z, qq));
  const angle = f(x - f(phase));
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  return ((turned ? p * sine + q * cosine : p * cosine - q * sine) * 0.7978845608028654) / Math.sqrt(x);
}

const QUARTER = Math.PI / 4;

function besselJ0In(f: Rounding, given: number): number {
  const x = Math.abs(given);
  if (x < 0.00001) return 1 - (x * x) / 4;
  if (!(x <= 5)) return wave(x, j0, QUARTER, false, f);
  const z = x * x;
  return ((z - 5.783185962946785) * (z - 30.471262343662087) * polynomial(z, j0.rp)) / polynomial(z, j0.rq);
}

function besselJ1In(f: Rounding, x: number): number {
  if (x < 0) return -besselJ1In(f, -x);
  if (!(x <= 5)) return wave(x, j1, 3 * QUARTER, false, f);
  const z = x * x;
  return (polynomial(z, j1.rp) / polynomial(z, j1.rq)) * x * (z - 14.681970642123893) * (z - 49.2184563216946);
}

function besselY0In(f: Rounding, x: number): number {
  if (x <= 0) return x === 0 ? -Infinity : NaN;
  if (!(x <= 5)) return wave(x, j0, QUARTER, true, f);
  const z = x * x;
  return polynomial(z, y0.yp) / polynomial(z, y0.yq) + (2 / Math.PI) * Math.log(x) * besselJ0(x);
}

function besselY1In(f: Rounding, x: number): number {
  if (x <= 0) return x === 0 ? -Infinity : NaN;
  if (!(x <= 5)) return wave(x, j1, 3 * QUARTER, true, f);
  const z = x * x;
  return (x * polynomial(z, y1.yp)) / polynomial(z, y1.yq) + (2 / Math.PI) * (besselJ1(x) * Math.log(x) - 1 / x);
}

export const besselJ0 = (x: number): number => besselJ0In(exact, x);
export const besselJ1 = (x: number): number => besselJ1In(exact, x);
export const besselY0 = (x: number): number => besselY0In(exact, x);
export const besselY1 = (x: number): number => besselY1In(exact, x);
export const besselJ0Single = (x: number): number => besselJ0In(Math.fround, x);
export const besselJ1Single = (x: number): number => besselJ1In(Math.fround, x);
export const besselY0Single = (x: number): number => besselY0In(Math.fround, x);
export const besselY1Single = (x: number): number => besselY1In(Math.fround, x);

/** e^−|x| · I₀(x) */
export function besselI0e(given: number): number {
  const x = Math.abs(given);
  return x <= 8 ? series(x / 2 - 2, i0.a) : series(32 / x - 2, i0.b) / Math.sqrt(x);
}

/** e^−|x| · I₁(x) */
export function besselI1e(given: number): number {
  const x = Math.abs(given);
  const value = x <= 8 ? series(x / 2 - 2, i1.a) * x : series(32 / x - 2, i1.b) / Math.sqrt(x);
  return given < 0 ? -value : value;
}

export const besselI0 = (x: number): number => Math.exp(Math.abs(x)) * besselI0e(x);
export const besselI1 = (x: number): number => Math.exp(Math.abs(x)) * besselI1e(x);

/** K₀ and K₁, times e^x where `scaled`. */
function second(x: number, order: 0 | 1, scaled: boolean): number {
  if (x <= 0) return x === 0 ? Infinity : NaN;
  const { a, b } = order === 0 ? k0 : k1;
  if (!(x <= 2)) return ((scaled ? 1 : Math.exp(-x)) * series(8 / x - 2, b)) / Math.sqrt(x);
  const near = series(x * x - 2, a);
  const log = Math.log(0.5 * x);
  const value = order === 0 ? near - log * besselI0(x) : log * besselI1(x) + near / x;
  return scaled ? value * Math.exp(x) : value;
}

export const besselK0 = (x: number): number => second(x, 0, false);
export const besselK1 = (x: number): number => second(x, 1, false);
export const besselK0e = (x: number): number => second(x, 0, true);
export const besselK1e = (x: number): number => second(x, 1, true);

/** sin(x) / x */
export function sphericalJ0(x: number): number {
  if (x === Infinity || x === -Infinity) return 0;
  if (Math.abs(x) >= 0.5 || x !== x) return Math.sin(x) / x;
  return polynomial(x * x, [1 / 6227020800, -1 / 39916800, 1 / 362880, -1 / 5040, 1 / 120, -1 / 6, 1]);
}

function airyAiIn(f: Rounding, x: number): number {
  if (x === Infinity || x === -Infinity) return NaN;
  if (x > 103.892) return 0;
  const size = f(Math.sqrt(Math.abs(x)));
  const zeta = f(f(2 * Math.abs(x) * size) / 3);
  const scale = 0.5641895835477563 / Math.sqrt(size);
  if (x < -2.09) {
    const z = 1 / zeta;
    const u = 1 + (z * z * polynomial(z * z, airy.afn)) / polynomial(z * z, airy.afd);
    const v = (z * polynomial(z * z, airy.agn)) / polynomial(z * z, airy.agd);
    const angle = f(zeta + f(QUARTER));
    return scale * (Math.sin(angle) * u - Math.cos(angle) * v);
  }
  if (x >= 2.09) return (scale * polynomial(1 / zeta, airy.an)) / polynomial(1 / zeta, airy.ad) / (2 * Math.exp(zeta));
  let [u, v, m, n] = [1, x, 1, x];
  for (let k = 1, t = 1; t > 2 ** -52; k += 3) {
    m *= x ** 3 / ((k + 1) * (k + 2));
    n *= x ** 3 / ((k + 2) * (k + 3));
    u += m;
    v += n;
    t = Math.abs(m / u);
  }
  return 0.3550280538878172 * u - 0.2588194037928068 * v;
}

export const airyAi = (x: number): number => airyAiIn(exact, x);
export const airyAiSingle = (x: number): number => airyAiIn(Math.fround, x);
