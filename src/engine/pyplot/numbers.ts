/** Converts the data that programs plot to lists of numbers. */
import { readParts } from '../backends/allocation.js';
import { RuntimeError, TypeError_, ValueError } from '../errors.js';
import { typeName } from '../operators/typeName.js';
import { Tensor } from '../tensor/tensor.js';
import type { Numbers } from './data.js';

/** Numbers to plot: a tensor, or lists of numbers or of tensors, nested to any depth. */
export type Plottable = Tensor | number | boolean | string | Iterable<Plottable>;

export interface Given {
  shape: number[];
  data: number[];
}

/**
 * @throws RuntimeError for a tensor that requires a gradient, as with matplotlib ¶ @throws TypeError for a value that
 * is no number, ValueError for lists of different lengths
 */
export function given(what: Plottable): Given {
  if (what instanceof Tensor) {
    if (what.requires_grad) throw new RuntimeError("Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.");
    if (what.dtype.is_complex) throw new TypeError_('A plot shows real numbers: take abs() or angle() of complex ones.');
    return { shape: [...what.sizes], data: Array.from(readParts(what)) };
  }
  if (typeof what === 'number' || typeof what === 'boolean') return { shape: [], data: [Number(what)] };
  if (typeof what === 'string' || what == null || typeof what[Symbol.iterator] !== 'function')
    throw new TypeError_(`A plot shows numbers, not ${typeof what === 'string' ? `'${what.slice(0, 50)}'` : typeName(what ?? null)}.`);
  const parts = Array.from(what, given);
  const [first] = parts;
  if (!first) return { shape: [0], data: [] };
  if (parts.some(({ shape }) => shape.length !== first.shape.length || shape.some((size, i) => size !== first.shape[i])))
    throw new ValueError('setting an array element with a sequence: the lists to plot have different lengths.');
  return { shape: [parts.length, ...first.shape], data: parts.flatMap(({ data }) => data) };
}

/** All numbers in one list. */
export const flat = (what: Plottable): number[] => given(what).data;

/** The number of an argument that is one number; a tensor of one element is one too. */
export function single(what: Plottable): number {
  const { data } = given(what);
  if (data.length !== 1) throw new TypeError_(`only length-1 arrays can be converted to Python scalars, not ${data.length} numbers`);
  return data[0];
}

export const isNumeric = (what: unknown): what is Plottable => what instanceof Tensor || typeof what === 'number' || isList(what);

const isList = (what: unknown): boolean => typeof what === 'object' && what !== null && Symbol.iterator in what;

/** The numbers, with null for those that are not finite: JSON has no notation for them, and a plot has no place. */
export const finite = (numbers: readonly number[]): Numbers => numbers.map((one) => (Number.isFinite(one) ? one : null));

/** The smallest and the largest of the finite numbers. */
export function range(numbers: readonly number[]): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const one of numbers) {
    if (one < low && one !== -Infinity) low = one;
    if (one > high && one !== Infinity) high = one;
  }
  return low <= high ? [low, high] : [0, 1];
}

/** @throws ValueError as matplotlib, unless `x` and `y` have the same length */
export function checkSame(x: readonly number[], y: readonly number[], what = 'x and y must have same first dimension'): void {
  if (x.length !== y.length) throw new ValueError(`${what}, but have shapes (${x.length},) and (${y.length},)`);
}
