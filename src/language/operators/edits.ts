/** What the two halves of the rewriting of operators, operators.ts and targets.ts, have in common. */
import type { Node } from '../syntax.js';

/** The program that is being written. All insertions are made from the outside in: see instrument.ts. */
export interface Edits {
  readonly text: string;
  open(offset: number, text: string): void;
  close(offset: number, text: string): void;
  replace(start: number, end: number, text: string): void;
  /** A new site over these offsets. */
  site(start: number, end: number): number;
  /** The call that reports what is bound to a target, up to its value; null for what has no name. */
  binding(target: Node): string | null;
}

/** What each operator is called in compiled code. */
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
  '<': 'lt',
  '<=': 'le',
  '>': 'gt',
  '>=': 'ge',
  '==': 'eq',
  '!=': 'ne',
};

const GAP = /(?:\s|\/\/[^\n]*\n|\/\*[^]*?\*\/)*/y;

/** Where the next sign stands, comments left out. */
export function tokenAfter(text: string, offset: number): number {
  GAP.lastIndex = offset;
  GAP.exec(text);
  return GAP.lastIndex;
}
