import { t } from '../../../protocol/l10n.js';
import { level, within } from './code.js';
import { bare, isCall, memberName, type Node, receiver } from '../reading/tree.js';
import type { Writer } from './writer.js';

/** The iterable of a Python `for`. It avoids a list that would be made only for the loop. */
export function iterable(w: Writer, written: Node): string {
  const node = bare(written);
  const plain = (): string => {
    w.passing = node;
    return within(w.expression(node), level.or);
  };
  if (node.type === 'ArrayExpression' && node.elements.length === 1 && node.elements[0]?.type === 'SpreadElement')
    return iterable(w, node.elements[0].argument as Node);
  if (node.type === 'NewExpression') {
    const callee = bare(node.callee as Node);
    if (callee.type === 'Identifier' && callee.name === 'Set' && !w.scopes.of(callee))
      return `dict.fromkeys(${node.arguments[0] ? iterable(w, node.arguments[0] as Node) : '[]'})`;
  }
  const kind = w.kinds.of(node);
  if (kind.is === 'map') return `${within(w.expression(node), level.atom)}.items()`;
  if (kind.is === 'set')
    return w.refuse(node, t("A Set of Python has no order: go through '[...new Set(…)]', or through a list that is kept beside it."));
  if (!isCall(node)) return plain();
  const name = memberName(bare(node.callee as Node));
  if (name === null || !/^(entries|keys|values)$/.test(name)) return plain();
  const on = receiver(node);
  if (on.type === 'Identifier' && on.name === 'Object' && !w.scopes.of(on)) return members(w, node.arguments[0] as Node, name);
  const holder = w.kinds.of(on);
  if (holder.is === 'map') return name === 'keys' ? plainOf(w, on) : `${plainOf(w, on)}.${name === 'entries' ? 'items' : 'values'}()`;
  const isOfPython = w.isPython && (holder.is === 'any' || holder.is === 'never');
  if (isOfPython || holder.is === 'set' || holder.is === 'instance' || holder.is === 'module') return plain();
  if (name === 'entries') return `enumerate(${iterable(w, on)})`;
  if (name === 'values') return iterable(w, on);
  const count = arrayLength(w, on);
  return `range(${count ?? `len(${w.write(on)})`})`;
}

const plainOf = (w: Writer, node: Node): string => within(w.expression(node), level.atom);

/** `Object.entries(x)`, `Object.keys(x)` and `Object.values(x)`. */
function members(w: Writer, node: Node, name: string): string {
  const kind = w.kinds.of(node);
  const on = kind.is === 'instance' ? `vars(${w.write(node)})` : plainOf(w, node);
  return name === 'keys' ? on : `${on}.${name === 'entries' ? 'items' : 'values'}()`;
}

/** The `n` of `Array(n)`, `new Array(n)` and `{ length: n }`. */
export function arrayLength(w: Writer, written: Node): string | null {
  const node = bare(written);
  if (node.type === 'ObjectExpression') {
    const [part] = node.properties as Node[];
    return part?.type === 'ObjectProperty' && part.key.type === 'Identifier' && part.key.name === 'length'
      ? w.write(part.value as Node)
      : null;
  }
  if (node.type !== 'NewExpression' && !isCall(node)) return null;
  const callee = bare(node.callee as Node);
  if (callee.type !== 'Identifier' || callee.name !== 'Array' || w.scopes.of(callee) || node.arguments.length !== 1) return null;
  return w.write(node.arguments[0] as Node);
}
