import type { Range } from '../../protocol/trace.js';

/** A part that cannot be written in Python, with its place in the model file. */
export interface Refusal {
  message: string;
  range: Range;
}
