/** The requests between the two sides of the thread: plain data in both directions. */
import type { Description } from '../language/describe.js';
import type { LinkedProgram } from '../language/link.js';
import type { Change } from '../language/mend.js';
import type { NumberInText } from '../language/numbers.js';
import type { WrittenTest } from '../language/tests.js';
import type { Fix, Range } from '../protocol/trace.js';

/** The result of reading a text, or the mistake in the text. */
export type Read<T> = { ok: T } | { mistake: { message: string; range: Range } };

/** The requests to the thread. A null result means that the text is no program. */
export interface ReaderApi {
  /** @param ask identifies this request when the thread asks for files */
  link(ask: number, entry: string, movable: boolean): Promise<Read<LinkedProgram>>;
  locate(linked: LinkedProgram, stack: string): Range | null;
  describe(file: string, text: string): Description | null;
  numbers(file: string, text: string): NumberInText[] | null;
  tests(file: string, text: string): Promise<Read<WrittenTest[]>>;
  mend(file: string, text: string, source: Range, fix: Fix): Change | null;
}

/** The requests from the thread. */
export interface FilesApi {
  /** The text of a linked file; null when the file does not exist. */
  read(ask: number, path: string): Promise<string | null>;
}
