/**
 * Refuses texts that are nested too deeply: the readers of a text call themselves once for every level of nesting. The
 * error is at the deepest place.
 */
import type { Lines } from './lines.js';
import { children, type Node } from './nodes.js';
import { SourceError } from './sourceError.js';

/**
 * The greatest allowed number of nodes around a node. All functions that walk over a tree can go this deep. The parsers
 * read some kinds of nodes even when they are deeper.
 */
export const MOST_DEEP = 1500;

export const isStackOverflow = (error: unknown): boolean =>
  error instanceof RangeError && error.message.includes('Maximum call stack size exceeded');

/** @param offset the place that is nested most deeply */
export const tooDeep = (lines: Lines, offset: number): SourceError =>
  new SourceError(
    'This is nested too deeply to be read: too many brackets, calls or branches within each other. Give parts of it names of their own.',
    lines.wordAt(offset),
  );

/**
 * The node with the most nodes around it, and their number. The function does not call itself, since the tree may be
 * deep.
 */
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
 * The line at which a text becomes too deep for a reader that cannot say the line itself. The text up to a line is no
 * complete program, so the reader throws another error for it, which does not matter.
 * @param read throws an error that `isStackOverflow` recognises when a text is nested too deeply
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
