import type { Range } from '../protocol/trace.js';

/** What is wrong with the text of a model file: a sentence, and the place it speaks of. */
export class SourceError extends Error {
  override name = 'SyntaxError';

  constructor(
    message: string,
    readonly range: Range,
  ) {
    super(message);
  }
}
