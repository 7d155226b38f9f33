import { tridiagonalOf } from './householder.js';
import { divided, UNDIVIDED, type Solved } from './divided.js';
import { identity, transpose, type Numbers, type Values } from './numbers.js';
import type { Lapack } from './rotations.js';

/**
 * Eigenvalues and eigenvectors of symmetric matrices, after LAPACK's steqr: implicit QL or QR steps, so that the signs
 * equal LAPACK's.
 */

/** LAPACK's laev2: the eigenvalues of [a b; b c], the greater one first, and the eigenvector of the greater one. */
function twoByTwo(a: number, b: number, c: number): [greater: number, lesser: number, cosine: number, sine: number] {
  const [sum, difference, twice] = [a + c, a - c, 2 * b];
  const root = Math.hypot(difference, twice);
  const [most, least] = Math.abs(a) > Math.abs(c) ? [a, c] : [c, a];
  const first = sum < 0 ? 0.5 * (sum - root) : sum > 0 ? 0.5 * (sum + root) : 0.5 * root;
  const second = sum === 0 ? -0.5 * root : (most / first) * least - (b / first) * b;
  const [signOfFirst, signOfSecond] = [sum < 0 ? -1 : 1, difference >= 0 ? 1 : -1];
  const cs = difference + signOfSecond * root;
  let [cosine, sine] = [1, 0];
  if (Math.abs(cs) > Math.abs(twice)) {
    const ct = -twice / cs;
    sine = 1 / Math.sqrt(1 + ct * ct);
    cosine = ct * sine;
  } else if (twice !== 0) {
    const tn = -cs / twice;
    cosine = 1 / Math.sqrt(1 + tn * tn);
    sine = tn * cosine;
  }
  return signOfFirst === signOfSecond ? [first, second, -sine, cosine] : [first, second, cosine, sine];
}

/** Rotates two neighbouring columns of `z`, a matrix of `n` rows whose elements may have two parts. */
function turn(z: Values, n: number, column: number, c: number, s: number): void {
  const lanes = z.length / (n * n);
  for (let start = column * lanes; start < z.length; start += n * lanes)
    for (let at = start; at < start + lanes; at++) {
      const [x, y] = [z[at], z[at + lanes]];
      z[at + lanes] = c * y - s * x;
      z[at] = s * y + c * x;
    }
}

/** Solves one block from `start` to `end`, without changing its neighbours; `step` is 1 for QL and −1 for QR. */
function solveBlock(
  [d, e, z]: readonly [Float64Array, Float64Array, Values],
  start: number,
  end: number,
  step: 1 | -1,
  { epsilon, least, rotate }: Lapack,
): void {
  const n = d.length;
  /** The index of the off-diagonal number between `i` and the next row. */
  const beside = (i: number) => (step > 0 ? i : i - 1);
  const within = (i: number) => (end - i) * step >= 0;
  let l = start;
  for (let tries = 0; within(l) && tries < 30 * n;) {
    let m = l;
    while (m !== end && e[beside(m)] ** 2 > epsilon ** 2 * Math.abs(d[m]) * Math.abs(d[m + step]) + least) m += step;
    if (m !== end) e[beside(m)] = 0;
    if (m === l) {
      l += step;
      continue;
    }
    if (m === l + step) {
      const low = Math.min(l, m);
      const [greater, lesser, c, s] = twoByTwo(d[low], e[low], d[low + 1]);
      turn(z, n, low, c, s);
      [d[low], d[low + 1], e[low]] = [greater, lesser, 0];
      l += 2 * step;
      continue;
    }
    tries++;
    const shift = (d[l + step] - d[l]) / (2 * e[beside(l)]);
    let g = d[m] - d[l] + e[beside(l)] / (shift + (shift < 0 ? -1 : 1) * Math.hypot(shift, 1));
    let [s, c, p] = [1, 1, 0];
    const turns: [number, number, number][] = [];
    for (let i = m - step; (i - l) * step >= 0; i -= step) {
      const f = s * e[beside(i)];
      const b = c * e[beside(i)];
      let r: number;
      [c, s, r] = rotate(g, f);
      if (i !== m - step) e[beside(i + step)] = r;
      g = d[i + step] - p;
      r = (d[i] - g) * s + 2 * c * b;
      p = s * r;
      d[i + step] = g + p;
      g = c * r - b;
      turns.push([beside(i), c, step > 0 ? -s : s]);
    }
    for (const [column, cosine, sine] of turns) turn(z, n, column, cosine, sine);
    d[l] -= p;
    e[beside(l)] = g;
  }
}

/**
 * Eigenvalues of a Hermitian matrix in increasing order, and eigenvectors as columns. Reads the lower triangle, and works
 * in `a`. The steps end at the precision of the elements, as LAPACK's do: one step more can turn a vector round.
 */
export function symmetricEigen<S>(F: Numbers<S>, a: Values, n: number, lapack: Lapack): { values: Float64Array; vectors: Values } {
  const { diagonal: d, beside: e, q } = tridiagonalOf(F, a, n);
  if (n > UNDIVIDED) return solveLarge(F, [d, e, q], lapack);
  solveInSteps([d, e, q], F.lanes, lapack);
  return { values: d, vectors: q };
}

type Tridiagonal = readonly [d: Float64Array, e: Float64Array, z: Values];

/** The places where a matrix falls apart, since what is beside the diagonal there is negligible: the end of each part. */
function* endsOf(d: Float64Array, e: Float64Array, { epsilon }: Lapack): Iterable<number> {
  const n = d.length;
  for (let i = 0; i < n; i++) {
    if (i < n - 1 && Math.abs(e[i]) > Math.sqrt(Math.abs(d[i])) * Math.sqrt(Math.abs(d[i + 1])) * epsilon) continue;
    if (i < n - 1) e[i] = 0;
    yield i;
  }
}

/** LAPACK's steqr: changes `d` to the eigenvalues, and turns the columns of `z`. */
function solveInSteps([d, e, z]: Tridiagonal, lanes: 1 | 2, lapack: Lapack): void {
  let first = 0;
  for (const last of endsOf(d, e, lapack)) {
    if (last > first) {
      if (Math.abs(d[last]) < Math.abs(d[first])) solveBlock([d, e, z], last, first, -1, lapack);
      else solveBlock([d, e, z], first, last, 1, lapack);
    }
    first = last + 1;
  }
  sortColumns(d, z, d.length, lanes);
}

/** LAPACK's stedc: parts with many rows are divided. */
function solveLarge<S>(F: Numbers<S>, [d, e, q]: Tridiagonal, lapack: Lapack): { values: Float64Array; vectors: Values } {
  const n = d.length;
  const inner = new Float64Array(n * n);
  let first = 0;
  for (const last of [...endsOf(d, e, lapack)]) {
    const part = [d.slice(first, last + 1), e.slice(first, last + 1)] as const;
    const { values, vectors } = part[0].length > UNDIVIDED ? divided(...part, lapack, solveSmall) : solveSmall(...part);
    d.set(values, first);
    vectors.forEach((vector, j) => vector.forEach((x, i) => (inner[(first + i) * n + first + j] = x)));
    first = last + 1;
  }
  sortColumns(d, inner, n, 1);
  const vectors = new Float64Array(q.length);
  for (let i = 0; i < n; i++)
    for (let k = 0; k < n; k++) {
      const by = F.at(q, i * n + k);
      for (let j = 0; j < n; j++) F.put(vectors, i * n + j, F.add(F.at(vectors, i * n + j), F.mul(by, F.of(inner[k * n + j]))));
    }
  return { values: d, vectors };

  function solveSmall(d: Float64Array, e: Float64Array): Solved {
    const z = identity(d.length);
    solveInSteps([d, e, z], 1, lapack);
    const columns = transpose(z, d.length, d.length);
    return { values: d, vectors: Array.from(d, (_, i) => columns.slice(i * d.length, (i + 1) * d.length)) };
  }
}

function sortColumns(d: Float64Array, z: Values, n: number, lanes: number): void {
  for (let i = 0; i < n - 1; i++) {
    let k = i;
    for (let j = i + 1; j < n; j++) if (d[j] < d[k]) k = j;
    if (k === i) continue;
    [d[i], d[k]] = [d[k], d[i]];
    for (let r = 0; r < n; r++)
      for (let l = 0; l < lanes; l++) {
        const [p, q] = [(r * n + i) * lanes + l, (r * n + k) * lanes + l];
        [z[p], z[q]] = [z[q], z[p]];
      }
  }
}
