import type { Scalar } from './trace.js';

/** Numbers as JSON can hold them: JSON has no word for those that are not finite. */
export const scalarOf = (x: number): Scalar => (x - x === 0 ? x : x !== x ? 'nan' : x > 0 ? 'inf' : '-inf');

export const numberOf = (scalar: Scalar): number =>
  typeof scalar === 'number' ? scalar : scalar === 'nan' ? NaN : scalar === 'inf' ? Infinity : -Infinity;

export const isScalar = (value: unknown): value is Scalar =>
  typeof value === 'number' || value === 'nan' || value === 'inf' || value === '-inf';
