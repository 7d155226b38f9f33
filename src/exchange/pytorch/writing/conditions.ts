import { type Code, level, within } from './code.js';
import { bare, type Node } from '../reading/tree.js';
import type { Writer } from './writer.js';

/** A value as a condition. In TypeScript, lists and objects are true even when they are empty. */
export function condition(w: Writer, node: Node): Code {
  const kind = w.kinds.of(node);
  const inner = bare(node);
  if (
    inner.type !== 'LogicalExpression' &&
    (kind.is === 'list' || kind.is === 'dict' || kind.is === 'record' || kind.is === 'map' || kind.is === 'set')
  )
    return { text: `${within(w.expression(node), level.bitOr)} is not None`, level: level.comparison };
  return w.expression(node);
}

export const isNothing = (node: Node): boolean => {
  const inner = bare(node);
  return inner.type === 'NullLiteral' || (inner.type === 'Identifier' && inner.name === 'undefined');
};
