import { iterable } from './iterables.js';
import { bare, type Node, type Of } from '../reading/tree.js';
import type { Writer } from './writer.js';

/** A dict from pairs: `{k: v for …}` where each pair is written out. */
export function dictOf(w: Writer, pairs: Node): string {
  const node = bare(pairs);
  if (node.type === 'ArrayExpression' && node.elements.length === 0) return '{}';
  if (
    node.type === 'ArrayExpression' &&
    (node.elements as Node[]).every((part) => part.type === 'ArrayExpression' && part.elements.length === 2)
  )
    return `{${(node.elements as Of<'ArrayExpression'>[]).map(({ elements }) => `${w.write(elements[0] as Node)}: ${w.write(elements[1] as Node)}`).join(', ')}}`;
  const text = iterable(w, node);
  const pair = /^\[\[([^,()[\]{}]+|\w+), (.*)\] for ((?:(?! for ).)*)\]$/s.exec(text);
  return pair && isBalanced(pair[2]!) ? `{${pair[1]}: ${pair[2]} for ${pair[3]}}` : `dict(${text})`;
}

/** True when all opened brackets are closed, and no others. */
function isBalanced(text: string): boolean {
  let depth = 0;
  for (const sign of text) {
    if ('([{'.includes(sign)) depth++;
    if (')]}'.includes(sign) && --depth < 0) return false;
  }
  return depth === 0;
}
