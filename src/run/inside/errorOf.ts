import { RecursionError, TorchError } from '../../engine/errors.js';
import { isA } from '../../engine/isA.js';
import { SourceError } from '../../language/sourceError.js';
import type { Range, RunError } from '../../protocol/trace.js';
import { inOwnWords, inWordsForInside } from './ownWords.js';
import { show } from './show.js';

/** The most characters of each part of an error. A model can write any text, of any length, into each part. */
const MOST = { name: 200, message: 20_000, stack: 200_000 };

/** What a model threw, as plain data. @param site the place of the model's own `throw` */
export function errorOf(thrown: unknown, site: Range | null): RunError {
  if (isA(thrown, SourceError)) return { name: thrown.name, message: thrown.message, source: thrown.range };
  if (!isA(thrown, Error)) return { name: 'Error', message: `The model threw what is no Error: ${showSafely(thrown)}`, source: site };
  const stack = read(thrown, 'stack');
  return {
    name: read(thrown, 'name') ?? 'Error',
    message: said(thrown) ?? 'It does not say what is wrong.',
    // The host finds the place of a stack. An error without a stack has the place of the model's own `throw`.
    source: stack === null ? site : null,
    ...(stack !== null && { stack }),
  };
}

const OF_JAVASCRIPT: ReadonlySet<string> = new Set([
  'TypeError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'URIError',
  'DataCloneError',
]);

function said(error: Error): string | null {
  const message = read(error, 'message');
  if (error instanceof RecursionError) return inOwnWords('Maximum call stack size exceeded');
  const isOurs = error instanceof TorchError || !OF_JAVASCRIPT.has(read(error, 'name') ?? '');
  if (message === null || isOurs) return message;
  return isOfEngine(read(error, 'stack') ?? '') ? inWordsForInside(message) : inOwnWords(message);
}

const PLACE = /^(.*):\d+:\d+$/;
/** Our bundles: files in the process, a blob in a browser's worker. */
const BUNDLE = /^(?:engine\.js$|part\.js$|blob:)/;

/** Whether the innermost frame that has a place is in one of our bundles. */
function isOfEngine(stack: string): boolean {
  // Line by line, and only what stands last on a line: a pattern for the whole would take minutes for some texts.
  for (const line of stack.split('\n')) {
    if (!line.startsWith('    at ')) continue;
    const place = PLACE.exec(line.slice(Math.max(line.lastIndexOf(' '), line.lastIndexOf('(')) + 1).replace(/\)$/, ''));
    if (place) return BUNDLE.test(place[1]!);
  }
  return false;
}

/** A property of an error; null when it is no text, or when reading it fails. */
function read(error: Error, key: 'name' | 'message' | 'stack'): string | null {
  try {
    const text: unknown = error[key];
    if (typeof text !== 'string') return null;
    // A stack begins with the message and ends with the places, so the end is kept.
    return key === 'stack' ? text.slice(-MOST.stack) : plain(text, MOST[key]);
  } catch {
    return null;
  }
}

function showSafely(value: unknown): string {
  try {
    return plain(show(value), MOST.message);
  } catch {
    return 'it cannot even be shown.';
  }
}

/**
 * The text without characters that a terminal takes for commands, and without those that change the direction of text.
 */
export const plain = (text: string, most: number): string =>
  (text.length > most ? `${text.slice(0, most)}…` : text).replace(
    // eslint-disable-next-line no-control-regex -- the pattern must find control characters
    /\x1b\[[0-9;?]*[ -/]*[@-~]|[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g,
    '',
  );
