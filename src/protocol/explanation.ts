/** Explains a number: the terms whose sum is one entry of a value or a gradient. */
import type { Range, Scalar } from './trace.js';

/** The request: one entry of a node of a pass (by the index of the pass). */
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
   * The number at that entry: of the value of `node`, or, for a gradient, of its gradient. If `node` is null, it is a
   * plain number of the program.
   */
  number: Scalar;
  /** The number by which it is multiplied; null when the term is no product. */
  factor: Scalar | null;
  contribution: Scalar;
  /** The entry that holds the factor. */
  with?: EntryOf;
  /**
   * For a gradient that arrives in several ways: this part goes through the mean, or through the deviation, of all the
   * numbers.
   */
  through?: 'mean' | 'deviation';
}

/** `terms` and `rest` add up to `sum`, which equals `value` up to rounding. */
export interface Explanation {
  value: Scalar;
  op: string;
  source: Range | null;
  sum: Scalar;
  terms: ExplanationTerm[];
  /** The sum of the terms that are not listed, and the number of these terms. */
  rest: Scalar;
  rest_count: number;
  /** Set when the value depends on the terms, but is not their sum: one of them then carries the whole value. */
  depends?: true;
}
