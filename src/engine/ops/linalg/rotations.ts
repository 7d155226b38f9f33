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

/** The same as of LAPACK 3.10, where c is never negative. Some algorithms have this one by now, and some the other. */
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

/** What an algorithm has to know of the elements: its steps end at their precision, as LAPACK's do. */
export interface Precision {
  /** LAPACK's `eps`: half of the distance from 1 to the next number. */
  readonly epsilon: number;
  /** The least normal number. */
  readonly least: number;
}

export const precisionOf = (dtype: DType): Precision =>
  dtype.to_real() === float32 ? { epsilon: 2 ** -24, least: 2 ** -126 } : { epsilon: 2 ** -53, least: 2 ** -1022 };
