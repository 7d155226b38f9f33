import type { Range } from '../../protocol/trace.js';

/** Something that cannot be written in Python, at its place in the model file. */
export interface Refusal {
  message: string;
  range: Range;
}
