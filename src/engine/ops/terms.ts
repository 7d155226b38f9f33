/**
 * The terms whose sum is an entry of a result. The entry of the operation states them, else its kind. A result that
 * consists of elements of its arguments, or of their sums, is linear in these arguments; an elementwise result has one
 * term; for any other result, only its dependences are known.
 */
import type { KindName } from './kind.js';
import type { LinearTerms, Op, PartTerms, PlaceTerms } from './op.js';

/** Kinds whose results consist of entries of the differentiable arguments: moved, chosen, limited or added. */
const OF_ENTRIES: ReadonlySet<KindName> = new Set(['view', 'copy', 'indexing', 'joining', 'order', 'pooling', 'resampling']);

const LINEAR: ReadonlySet<string | undefined> = new Set(['sum', 'difference', 'negation', 'mean', 'extreme']);

export type OpTerms = LinearTerms<string> | PartTerms | PlaceTerms<string> | 'each' | 'dependence';

export function termsOf({ kind, differentiable, terms }: Op): OpTerms {
  if (terms) return terms;
  const names = differentiable.map(({ name }) => name);
  if (kind.is === 'selection' || kind.is === 'placement') return { sum: names, number: true };
  if (OF_ENTRIES.has(kind.is) || LINEAR.has(kind.computes)) return { sum: names };
  if (kind.is === 'product' || kind.is === 'convolution') return { sum: names.slice(0, 1), by: names.slice(1, 2) };
  return kind.each && kind.is !== 'loss' ? 'each' : 'dependence';
}

/** True when each entry of the result is computed from one entry of each tensor, so that it can be explained alone. */
export const isEach = ({ kind }: Op): boolean => kind.each === true && kind.is !== 'view' && kind.is !== 'loss';
