/** Destructuring of lists and objects. */
import { t } from '../../../protocol/l10n.js';
import { level, quoted, within } from './code.js';
import { element } from './collections.js';
import type { Kind } from '../kinds/kind.js';
import { property } from './members.js';
import { pythonName } from './names.js';
import { place, target } from './targets.js';
import { bare, isMember, memberName, type Node, type Of } from '../reading/tree.js';
import type { Writer } from './writer.js';

/** Writes `const [a, b] = value` and similar statements as lines. */
export function destructure(w: Writer, pattern: Node, value: Node): string[] {
  const inner = bare(value);
  if (pattern.type === 'ArrayPattern') {
    const parts = pattern.elements as (Node | null)[];
    if (
      inner.type === 'ArrayExpression' &&
      inner.elements.length === parts.length &&
      isFlat(inner) &&
      parts.every((part) => part && part.type !== 'AssignmentPattern' && part.type !== 'RestElement')
    ) {
      // The list literal is unpacked as it stands: `a, b = x, y`.
      const values = (inner.elements as Node[]).map((part) => element(w, part));
      return [
        ...taken(w),
        `${parts.map((part) => (part!.type === 'ArrayPattern' ? `(${target(w, part!)})` : target(w, part!))).join(', ')} = ${values.join(', ')}`,
      ];
    }
  }
  const code = w.expression(value);
  return [...taken(w), ...unpack(w, pattern, within(code, level.atom), w.kinds.of(value), code.text, inner)];
}

const isFlat = (node: Of<'ArrayExpression'>): boolean => node.elements.every((part) => part && part.type !== 'SpreadElement');

function taken(w: Writer): string[] {
  const lines = w.pending;
  w.pending = [];
  return lines;
}

/** Gives the parts of `text`, a Python expression, to the names of a pattern. */
export function unpack(w: Writer, pattern: Node, text: string, kind: Kind | null, whole = text, value?: Node): string[] {
  return pattern.type === 'ArrayPattern'
    ? unpackList(w, pattern, text, kind, whole, value)
    : pattern.type === 'ObjectPattern'
      ? unpackObject(w, pattern, text, kind)
      : [`${place(w, pattern)} = ${whole}`];
}

function unpackList(w: Writer, pattern: Of<'ArrayPattern'>, text: string, kind: Kind | null, whole: string, value?: Node): string[] {
  const parts = pattern.elements as (Node | null)[];
  const isSimple = parts.every((part) => !part || (part.type !== 'AssignmentPattern' && part.type !== 'ObjectPattern'));
  const [only] = parts;
  if (parts.length === 1 && only && only.type !== 'RestElement') return unpack(w, withoutDefault(w, only), `${text}[0]`, null);
  if (!isSimple) {
    const name = /^\w+$/.test(text) ? text : w.invent('parts');
    return [
      ...(name === text ? [] : [`${name} = ${whole}`]),
      ...parts.flatMap((part, i) => {
        if (!part) return [];
        if (part.type === 'RestElement') return unpack(w, part.argument as Node, `${name}[${i}:]`, null);
        if (part.type !== 'AssignmentPattern') return unpack(w, part, `${name}[${i}]`, null);
        return unpack(w, part.left as Node, `${name}[${i}] if len(${name}) > ${i} else ${w.write(part.right as Node)}`, null);
      }),
    ];
  }
  const names = parts.map((part) => (!part ? '_' : part.type === 'ArrayPattern' ? `(${target(w, part)})` : target(w, part)));
  const known = kind?.is === 'list' && kind.items ? kind.items.length : null;
  const hasRest = parts.at(-1)?.type === 'RestElement';
  // A longer list is cut, since TypeScript ignores the elements without a name.
  const isShape = value !== undefined && ((isMember(value) && memberName(value) === 'shape') || (known === null && kind?.is === 'list'));
  const isCut = !hasRest && ((known !== null && known > parts.length) || (isShape && known === null && parts.length < 3));
  return [`${names.join(', ')} = ${isCut ? `${text}[:${parts.length}]` : whole}`];
}

const withoutDefault = (w: Writer, node: Node): Node => {
  if (node.type !== 'AssignmentPattern') return node;
  w.refuse(node, t('A part of a list or an object that has a value by default is given it in a statement of its own in Python.'));
  return node.left as Node;
};

function unpackObject(w: Writer, pattern: Of<'ObjectPattern'>, text: string, kind: Kind | null): string[] {
  const parts = pattern.properties as Node[];
  const isShort = /^[\w.]+$/.test(text) || parts.length === 1;
  const name = isShort ? text : w.invent('result');
  const given = kind ?? { is: 'any' };
  return [
    ...(isShort ? [] : [`${name} = ${text}`]),
    ...parts.flatMap((part) => {
      if (part.type !== 'ObjectProperty' || part.computed)
        return [w.refuse(part, t('What is left of an object cannot be taken out in Python: name each part.'))];
      const key = part.key.type === 'Identifier' ? part.key.name : part.key.type === 'StringLiteral' ? part.key.value : '';
      const value = part.value as Node;
      const isData = given.is === 'dict';
      const read = isData ? `${name}[${quoted(key)}]` : property(w, name, given, pythonName(key));
      if (value.type !== 'AssignmentPattern') return unpack(w, value, read, null);
      const other = within(w.expression(value.right as Node), level.ternary);
      const found = isData ? `${name}.get(${quoted(key)})` : `${name}.${pythonName(key)}`;
      return unpack(w, value.left as Node, `${found} if ${found} is not None else ${other}`, null);
    }),
  ];
}
