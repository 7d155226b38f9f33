/** Makes the change that a fix writes into the text of a call. */
import { callAt } from './calls.js';
import { Lines } from './lines.js';
import type { Fix, Range } from '../protocol/trace.js';

export interface Change {
  range: Range;
  /** The text that replaces the range. */
  text: string;
}

/**
 * The change that mends the call with exactly this range; null when there is no such call. @throws SourceError when the
 * text is no program
 */
export function mend(
  file: string,
  text: string,
  source: Range,
  { callees, operand, append, instead, each, first, named }: Fix,
): Change | null {
  const call = callAt(file, text, source);
  if (!call || (callees.length > 0 && !callees.includes(call.callee))) return null;
  const lines = new Lines(file, text);
  const textOf = ({ line, column, endLine, endColumn }: Range) => text.slice(lines.offset(line, column), lines.offset(endLine, endColumn));
  if (instead !== undefined) return call.argumentsRange && { range: call.argumentsRange, text: instead };
  const target =
    named === undefined
      ? (callees.length > 0 ? call.operands : call.arguments)[operand]
      : call.operands.find(({ range }) => textOf(range) === named);
  if (!target) return null;
  const written = textOf(target.range);
  if (each) return withEach(written, target.range, append);
  if (first) return withFirst(written, target.range, append);
  // A variable that starts as null, such as a state that is carried from step to step, may still be null here.
  const mayBeNothing = /^\w+$/.test(written) && new RegExp(`\\b${written}\\b[^=\\n]*=\\s*(?:null|undefined)\\b`).test(text);
  return { range: target.range, text: (target.needsParentheses ? `(${written})` : written) + (mayBeNothing ? '?' : '') + append };
}

/**
 * `[h, c]` becomes `[h.detach(), c.detach()]`; `state` becomes a list of its two detached elements, as soon as it has
 * them.
 */
function withEach(written: string, range: Range, append: string): Change | null {
  const literal = /^\[\s*([\w.]+)\s*,\s*([\w.]+)\s*\]$/.exec(written);
  if (literal) return { range, text: `[${literal[1]}${append}, ${literal[2]}${append}]` };
  if (!/^[\w.]+$/.test(written)) return null;
  return { range, text: `${written} && [${written}[0]${append}, ${written}[1]${append}]` };
}

/** `[[1, 2], [3, 4]]` becomes `[[1.0, 2], [3, 4]]`. */
function withFirst(written: string, range: Range, append: string): Change | null {
  const [before] = /^\[[\s[\]+-]*\d+(?![\w.])/.exec(written) ?? [];
  return before === undefined ? null : { range, text: before + append + written.slice(before.length) };
}
