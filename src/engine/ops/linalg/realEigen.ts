/** LAPACK's geev for real matrices: eigenvalues, and eigenvectors with LAPACK's signs. */
import { balance, hessenbergOf } from './hessenberg.js';
import { complex as C, real, type Pair, type Values } from './numbers.js';
import { quasiTriangulate } from './realSchur.js';
import type { Lapack } from './rotations.js';
import { lengthOf, putBack, type Eigen } from './schur.js';

/** Eigenvalues and eigenvectors of a real matrix, in LAPACK's order: complex ones come in conjugate pairs. */
export function realEigen(a: Values, n: number, lapack: Lapack): Eigen {
  const balanced = balance(real, a, n);
  const z = hessenbergOf(real, a, n);
  quasiTriangulate(a, z, n, balanced.window, lapack);
  const values: Pair[] = [];
  const vectors: Values[] = [];
  for (let k = 0; k < n; k++) {
    const isPair = k < n - 1 && a[(k + 1) * n + k] !== 0;
    const [above, below] = isPair ? [a[k * n + k + 1], a[(k + 1) * n + k]] : [0, 0];
    const value: Pair = [a[k * n + k], Math.sqrt(Math.abs(above)) * Math.sqrt(Math.abs(below))];
    const vector = putBack(vectorOf(a, z, n, [k, value], lapack), balanced);
    const length = lengthOf(vector);
    const unit = vector.map((x) => x / length);
    values.push(value);
    vectors.push(isPair ? withRealEntry(unit, lapack) : unit);
    if (!isPair) continue;
    values.push(C.conj(value));
    vectors.push(vectors[k].map((x, i) => (i % 2 === 1 ? -x : x)));
    k++;
  }
  return { values, vectors };
}

/** The vector turned so that its largest entry is real. */
function withRealEntry(v: Values, { rotate }: Lapack): Values {
  const n = v.length / 2;
  let at = 0;
  for (let i = 1; i < n; i++) if (v[2 * i] ** 2 + v[2 * i + 1] ** 2 > v[2 * at] ** 2 + v[2 * at + 1] ** 2) at = i;
  const [c, s] = rotate(v[2 * at], v[2 * at + 1]);
  const turned = new Float64Array(v.length);
  for (let i = 0; i < n; i++) C.put(turned, i, [c * v[2 * i] + s * v[2 * i + 1], c * v[2 * i + 1] - s * v[2 * i]]);
  turned[2 * at + 1] = 0;
  return turned;
}

/**
 * LAPACK's trevc: Z times the vector of the eigenvalue at `k` of a quasi-triangular T; of a pair, the one with the
 * positive imaginary part.
 */
function vectorOf(t: Values, z: Values, n: number, [k, value]: readonly [number, Pair], { epsilon, least }: Lapack): Values {
  const at = (i: number, j: number) => t[i * n + j];
  const x: Pair[] = Array.from({ length: n }, () => [0, 0]);
  const [, im] = value;
  if (im === 0) x[k] = [1, 0];
  else if (Math.abs(at(k, k + 1)) >= Math.abs(at(k + 1, k))) [x[k], x[k + 1]] = [[1, 0], [0, im / at(k, k + 1)]]; // prettier-ignore
  else [x[k], x[k + 1]] = [[-im / at(k + 1, k), 0], [0, 1]]; // prettier-ignore
  const end = im === 0 ? k : k + 1;
  const ulp = 2 * epsilon;
  const smallest = Math.max(ulp * C.roughSize(value), (least * n) / ulp);
  const gap = (i: number): Pair => C.sub([at(i, i), 0], value);
  const apart = (d: Pair): Pair => (C.roughSize(d) < smallest ? [smallest, 0] : d);
  /** What the known entries leave for row `i`. */
  const rest = (i: number, from: number): Pair => {
    let sum: Pair = [0, 0];
    for (let j = from; j <= end; j++) sum = C.sub(sum, C.mul([at(i, j), 0], x[j]));
    return sum;
  };
  for (let i = k - 1; i >= 0; i--) {
    if (i === 0 || at(i, i - 1) === 0) {
      x[i] = C.div(rest(i, i + 1), apart(gap(i)));
      continue;
    }
    const [p, q, r, s] = [gap(i - 1), at(i - 1, i), at(i, i - 1), gap(i)];
    const [up, low] = [rest(i - 1, i + 1), rest(i, i + 1)];
    const determinant = C.sub(C.mul(p, s), [q * r, 0]);
    const divisor = C.roughSize(determinant) < smallest * smallest ? ([smallest * smallest, 0] as const) : determinant;
    x[i - 1] = C.div(C.sub(C.mul(up, s), C.mul([q, 0], low)), divisor);
    x[i] = C.div(C.sub(C.mul(p, low), C.mul([r, 0], up)), divisor);
    i--;
  }
  const v = new Float64Array(2 * n);
  for (let i = 0; i < n; i++) {
    let sum: Pair = [0, 0];
    for (let j = 0; j <= end; j++) sum = C.add(sum, C.mul([z[i * n + j], 0], x[j]));
    C.put(v, i, sum);
  }
  return v;
}
