/** Why a number is what it is: the terms that add up to one entry of a value or a gradient. */
import type { Range, Scalar } from './trace.js';

/** What is asked for: one entry of a node of a pass (by its index). */
export interface ExplainRequest {
  pass: number;
  node: string;
  which: 'value' | 'grad';
  entry: number[];
}

/** An entry of the value of a node. */
export interface EntryOf {
  node: string | null;
  entry: number[];
}

export interface ExplanationTerm extends EntryOf {
  /**
   * The number of that entry: of the value of `node`, or for gradients of its gradient. A `node` of null is a plain
   * number of the program.
   */
  number: Scalar;
  /** What it is multiplied by; null where the term is no product. */
  factor: Scalar | null;
  contribution: Scalar;
  /** The entry that the factor came from. */
  with?: EntryOf;
  /** Of a gradient that comes several ways: it moves the mean, or the deviation, that all numbers are measured by. */
  through?: 'mean' | 'deviation';
}

/** `terms` and `rest` add up to `sum`, which is `value` but for rounding. */
export interface Explanation {
  value: Scalar;
  op: string;
  source: Range | null;
  sum: Scalar;
  terms: ExplanationTerm[];
  /** What the terms that are not listed add, and how many there are. */
  rest: Scalar;
  rest_count: number;
  /** Set where the value depends on the terms otherwise than by adding them: all of it is said of one of them. */
  depends?: true;
}
