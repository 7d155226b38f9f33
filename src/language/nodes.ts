import type * as t from '@babel/types';

export type Node = t.Node & { start: number; end: number };

/** Keys of a Babel node that hold no part of the program. */
const NO_CHILDREN = new Set(['loc', 'extra', 'leadingComments', 'trailingComments', 'innerComments', 'errors', 'comments', 'tokens']);

/**
 * The key under which a node keeps its children once they are found: about ten readers walk over each tree, and no
 * reader changes it.
 */
const FOUND = Symbol('children');

export function children(node: Node & { [FOUND]?: readonly Node[] }): readonly Node[] {
  return (node[FOUND] ??= childrenOf(node));
}

function childrenOf(node: Node): readonly Node[] {
  const found: Node[] = [];
  for (const key in node) {
    const value: unknown = node[key as keyof Node];
    if (typeof value !== 'object' || value === null || NO_CHILDREN.has(key)) continue;
    if (!Array.isArray(value)) {
      if (isNode(value)) found.push(value);
    } else for (const item of value as unknown[]) if (isNode(item)) found.push(item);
  }
  return found;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string' && 'start' in value;
