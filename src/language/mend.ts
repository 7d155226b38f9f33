/** What a fix writes into the text of a call. */
import { callAt } from './calls.js';
import { Lines } from './lines.js';
import type { Fix, Range } from '../protocol/trace.js';

export interface Change {
  range: Range;
  /** The text that replaces the range. */
  text: string;
}

/** The change that mends the call at exactly this range; null when it is not such a call. @throws SourceError when the text is no program */
export function mend(file: string, text: string, source: Range, { callees, operand, append, instead }: Fix): Change | null {
  const call = callAt(file, text, source);
  if (!call || (callees.length > 0 && !callees.includes(call.callee))) return null;
  if (instead !== undefined) return call.argumentsRange && { range: call.argumentsRange, text: instead };
  const target = (callees.length > 0 ? call.operands : call.arguments)[operand];
  if (!target) return null;
  const { line, column, endLine, endColumn } = target.range;
  const lines = new Lines(file, text);
  const written = text.slice(lines.offset(line, column), lines.offset(endLine, endColumn));
  return { range: target.range, text: (target.needsParentheses ? `(${written})` : written) + append };
}
