/** Numbers in a source that a user can move while the model runs again with each new value. */
import type { Range } from './trace.js';

/**
 * The purpose of a number. A `rate` moves over powers of ten; a `size` and a `seed` are integers; `data` is an entry of
 * a list; an `index` names a dim or a number of digits, and is of little interest.
 */
export type NumberKind = 'rate' | 'seed' | 'size' | 'number' | 'data' | 'index';

export interface SourceNumber {
  /** The name of the number, from the text around it: `lr`, `new nn.Linear(2, 16)`. */
  name: string;
  kind: NumberKind;
  range: Range;
  /** The text of the number in the source. */
  text: string;
  value: number;
}

/** A moved entry of a leaf: it gets this number when the pass uses the leaf for the first time. */
export interface MovedEntry {
  /** The index of the pass. */
  pass: number;
  /** The id of the leaf's node in that pass. */
  node: string;
  /** The index among the elements, row major. */
  index: number;
  value: number;
}

/** The changed numbers for a run, in place of those in the source. */
export interface Moved {
  /** The value of every number of the program, in order. */
  numbers: readonly number[];
  entries: readonly MovedEntry[];
}

/** The numbers that are moved now, and their effect: the panel shows it while the user drags. */
export interface MovedState {
  /** The numbers that differ from the source, by their index among all numbers of the source. */
  numbers: [place: number, value: number][];
  entries: MovedEntry[];
  /** The shown pass: its loss before and after the change, with the gradient's prediction of the difference. */
  loss: { pass: number; before: number | null; after: number | null; predicted: number | null; why?: string } | null;
  /** True while a run with these numbers goes on. */
  isRunning: boolean;
  /** The reason why the last run with these numbers had no result, as a sentence. */
  problem?: string;
}
