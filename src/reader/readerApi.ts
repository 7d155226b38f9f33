/** What the two sides of the thread ask of each other: plain data in both directions. */
import type { Description } from '../language/describe.js';
import type { LinkedProgram } from '../language/link.js';
import type { Change } from '../language/mend.js';
import type { NumberInText } from '../language/numbers.js';
import type { WrittenTest } from '../language/tests.js';
import type { Fix, Range } from '../protocol/trace.js';

/** What was read of a text, or what is wrong with it. */
export type Read<T> = { ok: T } | { mistake: { message: string; range: Range } };

/** What the thread does. A null stands for a text that is no program. */
export interface ReaderApi {
  /** @param ask stands for this request when the thread asks for files */
  link(ask: number, entry: string, movable: boolean): Promise<Read<LinkedProgram>>;
  locate(linked: LinkedProgram, stack: string): Range | null;
  describe(file: string, text: string): Description | null;
  numbers(file: string, text: string): NumberInText[] | null;
  tests(file: string, text: string): Promise<Read<WrittenTest[]>>;
  mend(file: string, text: string, source: Range, fix: Fix): Change | null;
}

/** What the thread asks for. */
export interface FilesApi {
  /** The text of a file that is linked; null for one that is not there. */
  read(ask: number, path: string): Promise<string | null>;
}
