/** LAPACK's gesdd: singular values and vectors. Its ways are taken, so that the signs of the vectors are its own. */
import { bidiagonalOf } from './bidiagonal.js';
import { UNDIVIDED } from './divided.js';
import { dividedSingular } from './dividedSingular.js';
import { diagonalize } from './bidiagonalQr.js';
import { multiply, qrOf } from './householder.js';
import { identity, transpose, type Numbers, type Values } from './numbers.js';
import { newRotation, signed, turnRows, type Lapack } from './rotations.js';

type Two = readonly [number, number];

export interface Factors {
  /** The columns of U one after the other. */
  u: Values;
  values: Float64Array;
  /** The columns of V one after the other. */
  v: Values;
}

/**
 * The singular value decomposition of one matrix: U with `left` columns, the singular values, and V with `right`
 * columns. Null where the steps came to no end. Changes `a`.
 */
export function singularFactors<S>(F: Numbers<S>, a: Values, [m, n]: Two, [left, right]: Two, lapack: Lapack): Factors | null {
  const k = Math.min(m, n);
  const isTall = m >= n;
  // From this shape on, a triangular matrix is made first, and reduced then.
  const many = Math.trunc(F.lanes === 1 ? (k * 11) / 6 : (k * 17) / 9);
  if (k > 0 && (isTall || F.lanes === 2 || lapack.isWideTriangular) && Math.max(m, n) >= many && m !== n)
    return byTriangle(F, a, [m, n], [left, right], lapack);
  const { d, e, byQ, byP } = bidiagonalOf(F, a, m, n);
  const small = solve(d, e, isTall, lapack);
  if (!small) return null;
  const [u, v] = [placed(F, widened(F, small.u), m, left), placed(F, widened(F, small.v), n, right)];
  byQ(u);
  byP(v);
  return { u: transpose(u, m, left, F.lanes), values: d, v: transpose(v, n, right, F.lanes) };
}

/** The same by way of the triangular factor of A, or of Aᴴ where it has more columns than rows. */
function byTriangle<S>(F: Numbers<S>, a: Values, [m, n]: Two, [left, right]: Two, lapack: Lapack): Factors | null {
  const isTall = m >= n;
  const [rows, k] = isTall ? [m, n] : [n, m];
  const { a: packed, tau } = qrOf(F, isTall ? a : transpose(a, m, n, F.lanes, true), rows, k);
  const r = packed.slice(0, k * k * F.lanes);
  for (let i = 1; i < k; i++) r.fill(0, i * k * F.lanes, (i * k + i) * F.lanes);
  const inner = singularFactors(F, isTall ? r : transpose(r, k, k, F.lanes, true), [k, k], [k, k], lapack);
  if (!inner) return null;
  const long = placed(F, transpose(isTall ? inner.u : inner.v, k, k, F.lanes), rows, isTall ? left : right);
  multiply(F, packed, tau, k, long, rows);
  const turned = transpose(long, rows, isTall ? left : right, F.lanes);
  return isTall ? { ...inner, u: turned } : { ...inner, v: turned };
}

/** Real numbers as elements. */
function widened<S>(F: Numbers<S>, values: Values): Values {
  if (F.lanes === 1) return values;
  const all = new Float64Array(2 * values.length);
  values.forEach((x, i) => (all[2 * i] = x));
  return all;
}

/** A square matrix as the upper left part of one with more rows and columns that has ones on the rest of its diagonal. */
function placed<S>(F: Numbers<S>, square: Values, rows: number, columns: number): Values {
  const k = Math.sqrt(square.length / F.lanes);
  const all = new Float64Array(rows * columns * F.lanes);
  for (let i = 0; i < k; i++) all.set(square.subarray(i * k * F.lanes, (i + 1) * k * F.lanes), i * columns * F.lanes);
  for (let i = k; i < Math.min(rows, columns); i++) F.put(all, i * columns + i, F.of(1));
  return all;
}

/** LAPACK's bdsdc for small matrices: changes `d` to the singular values. @returns U and V, row by row */
function solve(d: Float64Array, e: Float64Array, isUpper: boolean, lapack: Lapack): { u: Values; v: Values } | null {
  const n = d.length;
  if (n === 1) {
    const u = new Float64Array([signed(1, d[0])]);
    d[0] = Math.abs(d[0]);
    return { u, v: new Float64Array([1]) };
  }
  const turns: [c: number, s: number][] = [];
  for (let i = 0; !isUpper && i < n - 1; i++) {
    const [c, s, r] = newRotation(d[i], e[i]);
    [d[i], e[i], d[i + 1]] = [r, s * d[i + 1], c * d[i + 1]];
    turns.push([c, -s]);
  }
  const found = n > UNDIVIDED ? solveLarge(d, e, lapack) : solveSmall(d, e, lapack);
  if (!found) return null;
  const [u, v] = [found.u, found.vt].map((rows) => {
    const all = new Float64Array(n * n);
    rows.forEach((one, j) => one.forEach((x, i) => (all[i * n + j] = x)));
    return all;
  });
  for (let i = turns.length - 1; i >= 0; i--) {
    turnRows(u.subarray(i * n, (i + 1) * n), u.subarray((i + 1) * n, (i + 2) * n), ...turns[i]);
  }
  return { u, v };
}

const axes = (n: number): { u: Values[]; vt: Values[] } => {
  const rows = () => Array.from({ length: n }, (_, i) => identity(n).slice(i * n, (i + 1) * n));
  return { u: rows(), vt: rows() };
};

function solveSmall(d: Float64Array, e: Float64Array, lapack: Lapack): { u: Values[]; vt: Values[] } | null {
  const found = { d, e, ...axes(d.length) };
  return d.length === 0 || diagonalize(found, lapack) ? found : null;
}

/** LAPACK's bdsdc for large matrices: they are divided. Changes `d` to the singular values. */
function solveLarge(d: Float64Array, e: Float64Array, lapack: Lapack): { u: Values[]; vt: Values[] } | null {
  const n = d.length;
  const size = Math.max(...d.map(Math.abs), ...e.map(Math.abs));
  const { u, vt } = axes(n);
  if (size === 0) return { u, vt };
  const least = 0.9 * lapack.epsilon;
  const [scaledD, scaledE] = [d.map((x) => x / size), e.map((x) => x / size)];
  for (let i = 0; i < n; i++) if (Math.abs(scaledD[i]) < least) scaledD[i] = signed(least, scaledD[i]);
  const ends = [...scaledE.keys()].filter((i) => Math.abs(scaledE[i]) < least);
  let first = 0;
  for (const last of [...ends, n - 1]) {
    // A last row by itself has its sign on the left, others have theirs on the right.
    const isLast = first === n - 1;
    const part = dividedSingular(scaledD.slice(first, last + 1).map(isLast ? Math.abs : Number), scaledE.slice(first, last), lapack);
    if (!part) return null;
    d.set(part.values.map((x) => x * size), first); // prettier-ignore
    part.u.forEach((vector, j) => u[first + j].fill(0).set(vector, first));
    if (isLast) u[first][first] = signed(1, scaledD[first]);
    part.vt.forEach((vector, j) => vt[first + j].fill(0).set(vector, first));
    first = last + 1;
  }
  const order = [...d.keys()].sort((i, j) => d[j] - d[i]);
  d.set(order.map((i) => d[i]));
  return { u: order.map((i) => u[i]), vt: order.map((i) => vt[i]) };
}
