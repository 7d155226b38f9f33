/** LAPACK's QR iteration on a real Hessenberg matrix: lahqr, with the 2 × 2 blocks of lanv2. */
import type { Pair, Values } from './numbers.js';
import { signed, type Lapack } from './rotations.js';

/** The iterations without a deflation after which another shift is tried. */
const STUCK = 10;

/** Rows and columns that are looked at: all others hold an eigenvalue already. */
export type Window = readonly [low: number, high: number];

/** A reflection of at most three entries, as LAPACK's larfg makes it. Its first entry counts as 1. */
function reflection(v: readonly number[]): [tau: number, beta: number, v2: number, v3: number] {
  const tail = Math.hypot(v[1], v[2] ?? 0);
  if (tail === 0) return [0, v[0], 0, 0];
  const beta = -signed(Math.hypot(v[0], tail), v[0]);
  return [(beta - v[0]) / beta, beta, v[1] / (v[0] - beta), (v[2] ?? 0) / (v[0] - beta)];
}

/** The shifts of the next step: the eigenvalues of the last 2 × 2 block; of two real ones, the nearer to the last entry. */
function shiftsOf(h: Values, n: number, first: number, last: number, stuck: number): [one: Pair, other: Pair] {
  const at = (i: number, j: number) => h[i * n + j];
  let [a, b, c, d] = [at(last - 1, last - 1), at(last - 1, last), at(last, last - 1), at(last, last)];
  if (stuck % STUCK === 0) {
    const fromEnd = stuck % (2 * STUCK) === 0;
    const s = fromEnd
      ? Math.abs(at(last, last - 1)) + Math.abs(at(last - 1, last - 2))
      : Math.abs(at(first + 1, first)) + Math.abs(at(first + 2, first + 1));
    a = d = 0.75 * s + (fromEnd ? at(last, last) : at(first, first));
    [b, c] = [-0.4375 * s, s];
  }
  const s = Math.abs(a) + Math.abs(b) + Math.abs(c) + Math.abs(d);
  if (s === 0) return [[0, 0], [0, 0]]; // prettier-ignore
  [a, b, c, d] = [a / s, b / s, c / s, d / s];
  const middle = (a + d) / 2;
  const determinant = (a - middle) * (d - middle) - b * c;
  const root = Math.sqrt(Math.abs(determinant));
  if (determinant >= 0) return [[middle * s, root * s], [middle * s, -root * s]]; // prettier-ignore
  const [one, other] = [middle + root, middle - root];
  const nearer: Pair = [(Math.abs(one - d) <= Math.abs(other - d) ? one : other) * s, 0];
  return [nearer, nearer];
}

/** The first row of the block that ends with `last`: the number before it on the subdiagonal is negligible. */
function beginningOf(h: Values, n: number, [low, high]: Window, last: number, ulp: number, small: number): number {
  const at = (i: number, j: number) => h[i * n + j];
  for (let k = last; k > low; k--) {
    const beside = Math.abs(at(k, k - 1));
    if (beside <= small) return k;
    let size = Math.abs(at(k - 1, k - 1)) + Math.abs(at(k, k));
    if (size === 0) {
      if (k - 2 >= low) size += Math.abs(at(k - 1, k - 2));
      if (k + 1 <= high) size += Math.abs(at(k + 1, k));
    }
    if (beside > ulp * size) continue;
    // The conservative test of Ahues and Tisseur.
    const other = Math.abs(at(k - 1, k));
    const [ab, ba] = [Math.max(beside, other), Math.min(beside, other)];
    const [p, q] = [Math.abs(at(k, k)), Math.abs(at(k - 1, k - 1) - at(k, k))];
    const [aa, bb] = [Math.max(p, q), Math.min(p, q)];
    const s = aa + ab;
    if (ba * (ab / s) <= Math.max(small, ulp * (bb * (aa / s)))) return k;
  }
  return low;
}

/** Where a step of the block can begin, and the first column of it. */
function startOf(
  h: Values,
  n: number,
  first: number,
  last: number,
  [[r1, i1], [r2, i2]]: readonly [Pair, Pair],
  ulp: number,
): [number, number[]] {
  const at = (i: number, j: number) => h[i * n + j];
  for (let m = last - 2; ; m--) {
    const size = Math.abs(at(m, m) - r2) + Math.abs(i2) + Math.abs(at(m + 1, m));
    const below = at(m + 1, m) / size;
    const v = [
      below * at(m, m + 1) + (at(m, m) - r1) * ((at(m, m) - r2) / size) - i1 * (i2 / size),
      below * (at(m, m) + at(m + 1, m + 1) - r1 - r2),
      below * at(m + 2, m + 1),
    ];
    const sum = Math.abs(v[0]) + Math.abs(v[1]) + Math.abs(v[2]);
    const scaled = v.map((x) => x / sum);
    if (m === first) return [m, scaled];
    const around = Math.abs(at(m - 1, m - 1)) + Math.abs(at(m, m)) + Math.abs(at(m + 1, m + 1));
    if (Math.abs(at(m, m - 1)) * (Math.abs(scaled[1]) + Math.abs(scaled[2])) <= ulp * Math.abs(scaled[0]) * around) return [m, scaled];
  }
}

/** A step with two shifts at once (Francis, 1961) on rows `first` to `last`, which begins at row `m`. */
function doubleStep(h: Values, z: Values, n: number, [first, last]: Window, m: number, start: readonly number[]): void {
  for (let k = m; k < last; k++) {
    const three = k < last - 1;
    const v = k > m ? [h[k * n + k - 1], h[(k + 1) * n + k - 1], three ? h[(k + 2) * n + k - 1] : 0] : start.slice(0, three ? 3 : 2);
    const [t1, beta, v2, v3] = reflection(v);
    if (k > m) {
      h[k * n + k - 1] = beta;
      h[(k + 1) * n + k - 1] = 0;
      if (three) h[(k + 2) * n + k - 1] = 0;
    } else if (m > first) h[k * n + k - 1] *= 1 - t1;
    const [t2, t3] = [t1 * v2, t1 * v3];
    const turn = (x: Values, at: number, step: number) => {
      const sum = x[at] + v2 * x[at + step] + (three ? v3 * x[at + 2 * step] : 0);
      x[at] -= sum * t1;
      x[at + step] -= sum * t2;
      if (three) x[at + 2 * step] -= sum * t3;
    };
    for (let j = k; j < n; j++) turn(h, k * n + j, n);
    for (let i = 0; i <= Math.min(k + 3, last); i++) turn(h, i * n + k, 1);
    for (let i = 0; i < n; i++) turn(z, i * n + k, 1);
  }
}

/** LAPACK's lanv2: turns [a b; c d] so that c is 0, or so that the diagonal is a pair of equal numbers. */
export function standardized(a: number, b: number, c: number, d: number, ulp: number): { block: number[]; cs: number; sn: number } {
  if (c === 0) return { block: [a, b, c, d], cs: 1, sn: 0 };
  if (b === 0) return { block: [d, -c, 0, a], cs: 0, sn: 1 };
  if (a - d === 0 && signed(1, b) !== signed(1, c)) return { block: [a, b, c, d], cs: 1, sn: 0 };
  const p = 0.5 * (a - d);
  const most = Math.max(Math.abs(b), Math.abs(c));
  const least = Math.min(Math.abs(b), Math.abs(c)) * signed(1, b) * signed(1, c);
  const scale = Math.max(Math.abs(p), most);
  const square = (p / scale) * p + (most / scale) * least;
  if (square >= 4 * ulp) {
    const z = p + signed(Math.sqrt(scale) * Math.sqrt(square), p);
    const tau = Math.hypot(c, z);
    return { block: [d + z, b - c, 0, d - (most / z) * least], cs: z / tau, sn: c / tau };
  }
  const sigma = b + c;
  const tau = Math.hypot(sigma, a - d);
  let cs = Math.sqrt(0.5 * (1 + Math.abs(sigma) / tau));
  let sn = -(p / (tau * cs)) * signed(1, sigma);
  const [aa, bb, cc, dd] = [a * cs + b * sn, -a * sn + b * cs, c * cs + d * sn, -c * sn + d * cs];
  let [e, f, g] = [aa * cs + cc * sn, bb * cs + dd * sn, -aa * sn + cc * cs];
  const middle = 0.5 * (e + (-bb * sn + dd * cs));
  e = middle;
  if (g === 0) return { block: [e, f, g, middle], cs, sn };
  if (f === 0) return { block: [e, -g, 0, middle], cs: -sn, sn: cs };
  if (signed(1, f) !== signed(1, g)) return { block: [e, f, g, middle], cs, sn };
  const [rootF, rootG] = [Math.sqrt(Math.abs(f)), Math.sqrt(Math.abs(g))];
  const apart = signed(rootF * rootG, g);
  const inverse = 1 / Math.sqrt(Math.abs(f + g));
  const [c1, s1] = [rootF * inverse, rootG * inverse];
  [cs, sn] = [cs * c1 - sn * s1, cs * s1 + sn * c1];
  return { block: [middle + apart, f - g, 0, middle - apart], cs, sn };
}

/**
 * Makes `h` quasi-triangular, H = Z · T · Zᵀ: numbers and 2 × 2 blocks on its diagonal. Changes `h`, and changes `z` to
 * z · Z.
 */
export function quasiTriangulate(h: Values, z: Values, n: number, [low, high]: Window, { epsilon, least }: Lapack): void {
  const ulp = 2 * epsilon;
  const small = least * ((high - low + 1) / ulp);
  let [stuck, left] = [0, 30 * Math.max(10, high - low + 1)];
  for (let last = high; last >= low;) {
    const first = left < 0 ? last : beginningOf(h, n, [low, high], last, ulp, small);
    if (first > low) h[first * n + first - 1] = 0;
    if (first >= last - 1) {
      if (first === last - 1) standardize(h, z, n, last, ulp);
      stuck = 0;
      last = first - 1;
      left = 30 * Math.max(10, high - low + 1);
      continue;
    }
    stuck++;
    left--;
    const [m, start] = startOf(h, n, first, last, shiftsOf(h, n, first, last, stuck), ulp);
    doubleStep(h, z, n, [first, last], m, start);
  }
}

function standardize(h: Values, z: Values, n: number, last: number, ulp: number): void {
  const [i, k] = [last - 1, last];
  const { block, cs, sn } = standardized(h[i * n + i], h[i * n + k], h[k * n + i], h[k * n + k], ulp);
  [h[i * n + i], h[i * n + k], h[k * n + i], h[k * n + k]] = block;
  const turn = (x: Values, p: number, q: number) => {
    const [a, b] = [x[p], x[q]];
    x[p] = cs * a + sn * b;
    x[q] = cs * b - sn * a;
  };
  for (let j = k + 1; j < n; j++) turn(h, i * n + j, k * n + j);
  for (let r = 0; r < i; r++) turn(h, r * n + i, r * n + k);
  for (let r = 0; r < n; r++) turn(z, r * n + i, r * n + k);
}
