/**
 * Texts that are nested more deeply than the readers of them can go: each of those calls itself once for every level.
 * They are refused at the deepest place.
 */
import type { Lines } from './lines.js';
import { children, type Node } from './nodes.js';
import { SourceError } from './sourceError.js';

/** Nodes around a node. All that walk over a tree come as far as this, whose readers come further with some kinds of nodes. */
export const MOST_DEEP = 1500;

export const isStackOverflow = (error: unknown): boolean =>
  error instanceof RangeError && error.message.includes('Maximum call stack size exceeded');

/** @param offset of the place that is nested most deeply */
export const tooDeep = (lines: Lines, offset: number): SourceError =>
  new SourceError(
    'This is nested too deeply to be read: too many brackets, calls or branches within each other. Give parts of it names of their own.',
    lines.wordAt(offset),
  );

/** The node with the most nodes around it, and their number. It may be deep: so this does not call itself. */
export function deepestNode(root: Node): { node: Node; depth: number } {
  let deepest = { node: root, depth: 0 };
  let level = [root];
  for (let depth = 1; level.length > 0; depth++) {
    deepest = { node: level[0]!, depth };
    level = level.flatMap(children);
  }
  return deepest;
}

/**
 * The line of a text at which its nesting is too deep for a reader, which cannot say so itself. The text up to there is
 * no program, and said to be none; what follows does not matter.
 * @param read throws what `isStackOverflow` knows when a text is nested too deeply
 */
export function deepestLine(text: string, read: (text: string) => unknown): number {
  const lines = text.split('\n');
  let [reads, fails] = [0, lines.length];
  while (fails - reads > 1) {
    const middle = (reads + fails) >> 1;
    if (overflows(() => read(lines.slice(0, middle).join('\n')))) fails = middle;
    else reads = middle;
  }
  return fails;
}

function overflows(read: () => unknown): boolean {
  try {
    read();
    return false;
  } catch (error) {
    return isStackOverflow(error);
  }
}
