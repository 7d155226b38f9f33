/** LAPACK's rotations of two numbers, and of two rows. */
import { float32, type DType } from '../../dtype.js';
import type { Values } from './numbers.js';

/** LAPACK's sign: the size of `a` with the sign of `b`. */
export const signed = (a: number, b: number): number => (b < 0 || Object.is(b, -0) ? -Math.abs(a) : Math.abs(a));

/** LAPACK's lartg: [c, s; −s, c] turns (f, g) to (r, 0). */
export function rotation(f: number, g: number): [c: number, s: number, r: number] {
  if (g === 0) return [1, 0, f];
  if (f === 0) return [0, 1, g];
  const r = Math.hypot(f, g);
  const [c, s] = [f / r, g / r];
  return Math.abs(f) > Math.abs(g) && c < 0 ? [-c, -s, -r] : [c, s, r];
}

/** The same as of LAPACK 3.10, where c is never negative. */
export function newRotation(f: number, g: number): [c: number, s: number, r: number] {
  if (g === 0) return [1, 0, f];
  if (f === 0) return [0, Math.sign(g), Math.abs(g)];
  const size = Math.hypot(f, g);
  const r = signed(size, f);
  return [Math.abs(f) / size, g / r, r];
}

/** LAPACK's rot: turns the rows `x` and `y` to c · x + s · y and c · y − s · x. */
export function turnRows(x: Values, y: Values, c: number, s: number): void {
  for (let i = 0; i < x.length; i++) {
    const [p, q] = [x[i], y[i]];
    x[i] = c * p + s * q;
    y[i] = c * q - s * p;
  }
}

/** What the algorithms have to know of a library and of the elements. */
export interface Lapack {
  /** LAPACK's `eps`: half of the distance from 1 to the next number. Steps end at the precision of the elements. */
  readonly epsilon: number;
  /** The least normal number. */
  readonly least: number;
  /** The rotations of eigenvectors. */
  readonly rotate: typeof rotation;
  /** Whether a real matrix with many more columns than rows is made triangular first, as one with many more rows is. */
  readonly isWideTriangular: boolean;
}

/** The library that PyTorch is linked with: Intel's, in which some parts are older. */
export const mkl = { rotate: rotation, isWideTriangular: false };
/** The library of NumPy: LAPACK as it is published. */
export const published = { rotate: newRotation, isWideTriangular: true };

export const lapackOf = (dtype: DType, library: Pick<Lapack, 'rotate' | 'isWideTriangular'> = mkl): Lapack =>
  dtype.to_real() === float32 ? { ...library, epsilon: 2 ** -24, least: 2 ** -126 } : { ...library, epsilon: 2 ** -53, least: 2 ** -1022 };
