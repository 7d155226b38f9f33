import { indented } from './code.js';
import type { Writer } from './writer.js';
import type { Node } from '../reading/tree.js';

/** The body of a loop or a branch. */
export function body(w: Writer, node: Node): string[] {
  const lines = node.type === 'BlockStatement' ? w.block(node.body as Node[], node.end - 1) : w.block([node], node.end);
  return indented(lines.some((line) => !/^\s*(#.*)?$/.test(line)) ? lines : [...lines, 'pass']);
}
