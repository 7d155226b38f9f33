/**
 * LAPACK's bdsqr: the singular values of a real matrix that has numbers on the diagonal and beside it only, by implicit
 * QR steps with and without a shift (Demmel and Kahan, 1990). Each step is LAPACK's, so that the signs of the singular
 * vectors are LAPACK's too.
 */
import type { Values } from './numbers.js';
import { newRotation, signed, turnRows, type Lapack } from './rotations.js';

export interface Bidiagonal {
  /** The diagonal, and the numbers above it. */
  readonly d: Float64Array;
  readonly e: Float64Array;
  /** The columns of U and the rows of Vᵀ. */
  readonly u: Values[];
  readonly vt: Values[];
}

/** The iterations of LAPACK's limit, for each pair of rows. */
const MOST_ITERATIONS = 6;

/** LAPACK's lasv2: the singular values of [f g; 0 h], the smaller one first, and the rotations that make it diagonal. */
function twoByTwo(f: number, g: number, h: number, { epsilon }: Lapack) {
  const isSwapped = Math.abs(h) > Math.abs(f);
  const [ft, ht] = isSwapped ? [h, f] : [f, h];
  const [fa, ga, ha] = [Math.abs(ft), Math.abs(g), Math.abs(ht)];
  let largest = isSwapped ? 'h' : 'f';
  let [least, most, cosLeft, sinLeft, cosRight, sinRight] = [ha, fa, 1, 0, 1, 0];
  if (ga !== 0 && ga > fa) largest = 'g';
  if (ga !== 0 && ga > fa && fa / ga < epsilon) {
    most = ga;
    least = ha > 1 ? fa / (ga / ha) : (fa / ga) * ha;
    [cosLeft, sinLeft, cosRight, sinRight] = [1, ht / g, ft / g, 1];
  } else if (ga !== 0) {
    const gap = fa - ha;
    const l = gap === fa ? 1 : gap / fa;
    const m = g / ft;
    const t = 2 - l;
    const s = Math.sqrt(t * t + m * m);
    const r = l === 0 ? Math.abs(m) : Math.sqrt(l * l + m * m);
    const a = 0.5 * (s + r);
    [least, most] = [ha / a, fa * a];
    let tangent: number;
    if (m * m !== 0) tangent = (m / (s + t) + m / (r + l)) * (1 + a);
    else tangent = l === 0 ? signed(2, ft) * signed(1, g) : g / signed(gap, ft) + m / t;
    const length = Math.sqrt(tangent * tangent + 4);
    [cosRight, sinRight] = [2 / length, tangent / length];
    [cosLeft, sinLeft] = [(cosRight + sinRight * m) / a, ((ht / ft) * sinRight) / a];
  }
  const [csl, snl, csr, snr] = isSwapped ? [sinRight, cosRight, sinLeft, cosLeft] : [cosLeft, sinLeft, cosRight, sinRight];
  const of = { f: [csr, csl, f], g: [snr, csl, g], h: [snr, snl, h] }[largest]!;
  const sign = of.reduce((product, x) => product * signed(1, x), 1);
  return {
    most: signed(most, sign),
    least: signed(least, sign * signed(1, f) * signed(1, h)),
    left: [csl, snl],
    right: [csr, snr],
  } as const;
}

/** LAPACK's las2: the smaller singular value of [f g; 0 h]. */
function smaller(f: number, g: number, h: number): number {
  const [low, high, ga] = [Math.min(Math.abs(f), Math.abs(h)), Math.max(Math.abs(f), Math.abs(h)), Math.abs(g)];
  if (low === 0) return 0;
  const [as, at] = [1 + low / high, (high - low) / high];
  if (ga < high) {
    const au = (ga / high) ** 2;
    return low * (2 / (Math.sqrt(as * as + au) + Math.sqrt(at * at + au)));
  }
  const au = high / ga;
  if (au === 0) return (low * high) / ga;
  return 2 * (low * (1 / (Math.sqrt(1 + (as * au) ** 2) + Math.sqrt(1 + (at * au) ** 2))) * au);
}

/** Makes the matrix diagonal, with singular values in decreasing order. @returns whether it came to an end */
export function diagonalize(B: Bidiagonal, lapack: Lapack): boolean {
  const { d, e, u, vt } = B;
  const n = d.length;
  const { epsilon } = lapack;
  const tolerance = Math.max(10, Math.min(100, epsilon ** -0.125)) * epsilon;
  const threshold = thresholdOf(B, tolerance, lapack);
  let [oldFirst, oldLast, isDown] = [-1, -1, true];
  let left = MOST_ITERATIONS * n * n;
  for (let last = n - 1; last > 0;) {
    let first = last;
    let size = Math.abs(d[last]);
    while (first > 0 && !(Math.abs(e[first - 1]) <= threshold)) {
      first--;
      size = Math.max(size, Math.abs(d[first]), Math.abs(e[first]));
    }
    if (first > 0) e[first - 1] = 0;
    if (first === last) {
      last--;
      continue;
    }
    if (first === last - 1) {
      const { most, least, left: l, right: r } = twoByTwo(d[first], e[first], d[last], lapack);
      [d[first], e[first], d[last]] = [most, 0, least];
      turnRows(vt[first], vt[last], ...r);
      turnRows(u[first], u[last], ...l);
      last -= 2;
      continue;
    }
    // A new block: the steps go from its greater end to its smaller one.
    if (first > oldLast || last < oldFirst) isDown = Math.abs(d[first]) >= Math.abs(d[last]);
    const least = smallestOf(B, first, last, isDown, tolerance);
    if (least === null) continue;
    [oldFirst, oldLast] = [first, last];
    if ((left -= last - first) < 0) return false;
    let shift = 0;
    if (n * tolerance * (least / size) > Math.max(epsilon, 0.01 * tolerance)) {
      const start = Math.abs(isDown ? d[first] : d[last]);
      shift = isDown ? smaller(d[last - 1], e[last - 1], d[last]) : smaller(d[first], e[first], d[first + 1]);
      if (start > 0 && (shift / start) ** 2 < epsilon) shift = 0;
    }
    if (shift === 0) stepWithoutShift(B, first, last, isDown);
    else stepWithShift(B, first, last, isDown, shift);
    const end = isDown ? last - 1 : first;
    if (Math.abs(e[end]) <= threshold) e[end] = 0;
  }
  for (let i = 0; i < n; i++) {
    if (!(d[i] < 0 || Object.is(d[i], -0))) continue;
    d[i] = -d[i];
    for (let j = 0; j < vt[i].length; j++) vt[i][j] = -vt[i][j];
  }
  sort(B);
  return true;
}

/** The size below which a number beside the diagonal counts as zero. */
function thresholdOf({ d, e }: Bidiagonal, tolerance: number, { least }: Lapack): number {
  const n = d.length;
  let lowest = Math.abs(d[0]);
  for (let i = 1, mu = lowest; i < n && lowest !== 0; i++) {
    mu = Math.abs(d[i]) * (mu / (mu + Math.abs(e[i - 1])));
    lowest = Math.min(lowest, mu);
  }
  return Math.max((tolerance * lowest) / Math.sqrt(n), MOST_ITERATIONS * n * n * least);
}

/**
 * A lower bound of the block's smallest singular value. Null where a number beside the diagonal was found to be so
 * small that it is zero now: the block has become another one.
 */
function smallestOf({ d, e }: Bidiagonal, first: number, last: number, isDown: boolean, tolerance: number): number | null {
  const step = isDown ? 1 : -1;
  const [start, end] = isDown ? [first, last] : [last, first];
  const beside = (i: number) => (isDown ? i : i - 1);
  const final = isDown ? last - 1 : first;
  if (Math.abs(e[final]) <= tolerance * Math.abs(d[end])) {
    e[final] = 0;
    return null;
  }
  let mu = Math.abs(d[start]);
  let least = mu;
  for (let i = start; i !== end; i += step) {
    if (Math.abs(e[beside(i)]) <= tolerance * mu) {
      e[beside(i)] = 0;
      return null;
    }
    mu = Math.abs(d[i + step]) * (mu / (mu + Math.abs(e[beside(i)])));
    least = Math.min(least, mu);
  }
  return least;
}

/** Turns the neighbours `i` and `i + step`; upwards, the rotation has the other sense. */
function turnNeighbours(rows: Values[], i: number, isDown: boolean, c: number, s: number): void {
  if (isDown) turnRows(rows[i], rows[i + 1], c, s);
  else turnRows(rows[i - 1], rows[i], c, -s);
}

function stepWithoutShift({ d, e, u, vt }: Bidiagonal, first: number, last: number, isDown: boolean): void {
  const step = isDown ? 1 : -1;
  const [start, end] = isDown ? [first, last] : [last, first];
  const beside = (i: number) => (isDown ? i : i - 1);
  const [near, far] = isDown ? [vt, u] : [u, vt];
  let [c, oldC, oldS] = [1, 1, 0];
  for (let i = start; i !== end; i += step) {
    const [cosine, s, r] = newRotation(d[i] * c, e[beside(i)]);
    c = cosine;
    if (i !== start) e[beside(i - step)] = oldS * r;
    [oldC, oldS, d[i]] = newRotation(oldC * r, d[i + step] * s);
    turnNeighbours(near, i, isDown, c, s);
    turnNeighbours(far, i, isDown, oldC, oldS);
  }
  const h = d[end] * c;
  d[end] = h * oldC;
  e[beside(end - step)] = h * oldS;
}

function stepWithShift({ d, e, u, vt }: Bidiagonal, first: number, last: number, isDown: boolean, shift: number): void {
  const step = isDown ? 1 : -1;
  const [start, end] = isDown ? [first, last] : [last, first];
  const beside = (i: number) => (isDown ? i : i - 1);
  const [near, far] = isDown ? [vt, u] : [u, vt];
  let f = (Math.abs(d[start]) - shift) * (signed(1, d[start]) + shift / d[start]);
  let g = e[beside(start)];
  for (let i = start; i !== end; i += step) {
    const at = beside(i);
    const [c, s, r] = newRotation(f, g);
    if (i !== start) e[beside(i - step)] = r;
    f = c * d[i] + s * e[at];
    e[at] = c * e[at] - s * d[i];
    g = s * d[i + step];
    d[i + step] = c * d[i + step];
    const [c2, s2, r2] = newRotation(f, g);
    d[i] = r2;
    f = c2 * e[at] + s2 * d[i + step];
    d[i + step] = c2 * d[i + step] - s2 * e[at];
    if (i + step !== end) {
      g = s2 * e[beside(i + step)];
      e[beside(i + step)] = c2 * e[beside(i + step)];
    }
    turnNeighbours(near, i, isDown, c, s);
    turnNeighbours(far, i, isDown, c2, s2);
  }
  e[beside(end - step)] = f;
}

/** LAPACK's order of exchanges, which decides where equal values go. */
function sort({ d, u, vt }: Bidiagonal): void {
  for (let end = d.length - 1; end > 0; end--) {
    let least = 0;
    for (let j = 1; j <= end; j++) if (d[j] <= d[least]) least = j;
    if (least === end) continue;
    [d[least], d[end]] = [d[end], d[least]];
    [u[least], u[end]] = [u[end], u[least]];
    [vt[least], vt[end]] = [vt[end], vt[least]];
  }
}
