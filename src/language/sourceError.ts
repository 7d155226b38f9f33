import type { Range } from '../protocol/trace.js';

/** A mistake in the text of a model file: a message, and its place. */
export class SourceError extends Error {
  override name = 'SyntaxError';

  constructor(
    message: string,
    readonly range: Range,
  ) {
    super(message);
  }
}
