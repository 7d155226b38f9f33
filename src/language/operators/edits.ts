/** The shared part of operators.ts and targets.ts, which together rewrite operators. */
import type { Node } from '../syntax.js';

/** Changes to the text of a program. All insertions are made from the outside in: see instrument.ts. */
export interface Edits {
  readonly text: string;
  open(offset: number, text: string): void;
  close(offset: number, text: string): void;
  replace(start: number, end: number, text: string): void;
  /** Makes a new site for these offsets. */
  site(start: number, end: number): number;
  /** The beginning of the call that reports a value bound to a target; null for a target without a name. */
  binding(target: Node): string | null;
}

/** The name of each operator in compiled code. */
export const BINARY: Readonly<Record<string, string>> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'div',
  '%': 'mod',
  '**': 'pow',
  '&': 'and',
  '|': 'or',
  '^': 'xor',
  '<<': 'shl',
  '>>': 'shr',
  '<': 'lt',
  '<=': 'le',
  '>': 'gt',
  '>=': 'ge',
  '==': 'eq',
  '!=': 'ne',
};

const GAP = /(?:\s|\/\/[^\n]*\n|\/\*[^]*?\*\/)*/y;

/** The offset of the next token, after spaces and comments. */
export function tokenAfter(text: string, offset: number): number {
  GAP.lastIndex = offset;
  GAP.exec(text);
  return GAP.lastIndex;
}
