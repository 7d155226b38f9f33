/** Numbers of a source that can be moved while the model runs again with each of them. */
import type { Range } from './trace.js';

/**
 * What a number is for: a `rate` is tried out over powers of ten, a `size` and a `seed` are whole; `data` is an entry
 * of a list; an `index` says which dim, or how many digits, and is of little interest.
 */
export type NumberKind = 'rate' | 'seed' | 'size' | 'number' | 'data' | 'index';

export interface SourceNumber {
  /** What it is called, by what is written around it: `lr`, `new nn.Linear(2, 16)`. */
  name: string;
  kind: NumberKind;
  range: Range;
  /** As it is written. */
  text: string;
  value: number;
}

/** An entry of a leaf that is moved: it is this number from the moment on at which that pass uses the leaf first. */
export interface MovedEntry {
  /** The index of the pass. */
  pass: number;
  /** The id of the leaf's node there. */
  node: string;
  /** The place among the elements, row major. */
  index: number;
  value: number;
}

/** What a run is made with instead of what the source says. */
export interface Moved {
  /** Of every number of the program, in order, what it is. */
  numbers: readonly number[];
  entries: readonly MovedEntry[];
}

/** What is moved by now, and what came of it: what the panel shows while one drags. */
export interface MovedState {
  /** Numbers of the source that differ from what is written, by their places among all. */
  numbers: [place: number, value: number][];
  entries: MovedEntry[];
  /** The pass that is shown: its loss before and now, with the gradient's prediction of the difference. */
  loss: { pass: number; before: number | null; after: number | null; predicted: number | null; why?: string } | null;
  /** A run with these numbers is under way. */
  isRunning: boolean;
  /** Why the last of them brought nothing, as a sentence. */
  problem?: string;
}
