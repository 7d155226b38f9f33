/** The targets to which values are assigned: names, places, and lists of these. */
import { t } from '../../../protocol/l10n.js';
import { level, within } from './code.js';
import { elementOf } from '../kinds/kind.js';
import { index, property } from './members.js';
import { bare, isMember, memberName, type Node } from '../reading/tree.js';
import type { Writer } from './writer.js';

/** The target of an assignment or a loop, or a parameter. A list of names has no parentheses. */
export function target(w: Writer, node: Node): string {
  switch (node.type) {
    case 'Identifier':
      return w.scopes.of(node)?.python ?? node.name;
    case 'AssignmentPattern':
      return w.refuse(
        node,
        t('A part of a list or an object that has a value by default is given it in a statement of its own in Python.'),
      );
    case 'RestElement':
      return `*${target(w, node.argument as Node)}`;
    case 'ArrayPattern': {
      const parts = (node.elements as (Node | null)[]).map((part) =>
        part ? (part.type === 'ArrayPattern' ? `(${target(w, part)})` : target(w, part)) : '_',
      );
      const kind = patternKind(w, node);
      const known = kind?.is === 'list' && kind.items ? kind.items.length : null;
      while (known !== null && parts.length < known && !parts.at(-1)?.startsWith('*')) parts.push('_');
      return parts.length === 1 && !parts[0]!.startsWith('*') ? `${parts[0]}, *_` : parts.join(', ');
    }
    case 'ObjectPattern':
      return w.refuse(node, t('An object is not taken apart here in Python: give it a name, and read its parts from that.'));
    default:
      return place(w, node);
  }
}

/** The kind of the value that a loop or a callback gives to a pattern. */
function patternKind(w: Writer, node: Node) {
  const parent = w.parents.get(node);
  if (parent?.type === 'VariableDeclarator') {
    const loop = w.parents.get(w.parents.get(parent)!);
    return loop?.type === 'ForOfStatement' ? elementOf(w.kinds.of(loop.right as Node), null) : null;
  }
  return parent && 'params' in parent ? w.kinds.calls.parameter(parent, (parent.params as unknown as Node[]).indexOf(node)) : null;
}

/** `x.name`, `x[i]` as the target of an assignment. */
export function place(w: Writer, written: Node): string {
  const node = bare(written);
  if (!isMember(node)) return node.type === 'Identifier' ? target(w, node) : w.refuse(node, t('This cannot be assigned to in Python.'));
  const on = within(w.expression(node.object as Node), level.atom);
  const kind = w.kinds.of(node.object as Node);
  const name = memberName(node);
  return name === null ? `${on}[${index(w, node.property as Node, kind)}]` : property(w, on, kind, name);
}
