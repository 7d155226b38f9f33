/** List and object literals. */
import { t } from '../../../protocol/l10n.js';
import { atom, type Code, level, quoted, within } from './code.js';
import { isNumber } from '../kinds/kind.js';
import { iterable } from './iterables.js';
import { pythonName } from './names.js';
import { calledHelper } from '../kinds/pythonHelper.js';
import { bare, isCall, type Node, type Of } from '../reading/tree.js';
import type { Writer } from './writer.js';

export function array(w: Writer, node: Of<'ArrayExpression'>): string {
  const parts = (node.elements as (Node | null)[]).map((part) => (part ? element(w, part) : 'None'));
  if (node.elements.length === 1 && node.elements[0]?.type === 'SpreadElement') return asList(w, node.elements[0].argument as Node);
  return `[${parts.join(', ')}]`;
}

/** A new list with the elements of another value. */
export function asList(w: Writer, node: Node): string {
  const inner = bare(node);
  if (
    inner.type === 'NewExpression' &&
    bare(inner.callee as Node).type === 'Identifier' &&
    (bare(inner.callee as Node) as Of<'Identifier'>).name === 'Set'
  )
    return `list(dict.fromkeys(${inner.arguments[0] ? iterable(w, inner.arguments[0] as Node) : '[]'}))`;
  const text = iterable(w, node);
  return /^\[[^\]]* for /.test(text) && text.endsWith(']') ? text : `list(${text})`;
}

/** One element of a list, or one argument of a call. */
export const element = (w: Writer, part: Node): string =>
  part.type === 'SpreadElement' && /^(by_name|spread)$/.test(calledHelper(w.scopes, part.argument as Node) ?? '')
    ? named(w, part.argument as Node)
    : part.type === 'SpreadElement'
      ? `*${within({ text: iterable(w, part.argument as Node), level: level.atom }, level.bitOr)}`
      : within(w.expression(part), level.ternary);

/** `...by_name(given, names)`: Python itself finds the parameters by name. */
function named(w: Writer, written: Node): string {
  const node = bare(written);
  const given = isCall(node) ? bare(node.arguments[0] as Node) : node;
  return given.type === 'ObjectExpression' ? keywords(w, given) : `**${within(w.expression(given), level.atom)}`;
}

/** An object literal: a dict where its names are data, a Record where the values are read as `x.name`. */
export function object(w: Writer, node: Of<'ObjectExpression'>): string {
  return w.kinds.of(node).is === 'record' && !isData(w, node) ? record(w, node) : dict(w, node);
}

/** An object whose values are read by name. */
export function record(w: Writer, node: Of<'ObjectExpression'>): string {
  const hasSpread = node.properties.some(({ type }) => type === 'SpreadElement');
  // If a name occurs twice, the last value counts. Keywords allow no name twice, so a dict is used.
  return `${w.use('Record')}(${hasSpread ? dict(w, node) : keywords(w, node)})`;
}

/** True for an object in a list argument of the library, such as a parameter group. PyTorch reads it as a dict. */
function isData(w: Writer, node: Node): boolean {
  const list = w.parents.get(node);
  const call = list && w.parents.get(list);
  return (
    list?.type === 'ArrayExpression' &&
    call !== undefined &&
    (isCall(call) || call.type === 'NewExpression') &&
    w.kinds.of(bare(call.callee as Node)).is === 'library'
  );
}

/** An object literal as the keywords of a call. */
export function keywords(w: Writer, node: Of<'ObjectExpression'>): string {
  return (node.properties as Node[])
    .map((part) => {
      if (part.type === 'SpreadElement') return `**${within(w.expression(part.argument as Node), level.atom)}`;
      const name = keyName(part);
      if (name === null || !/^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(name) || pythonName(name) !== name) return `**{${entry(w, part)}}`;
      return `${name}=${tupleOf(w, node, part) ?? within(valueOf(w, part), level.ternary)}`;
    })
    .join(', ');
}

/** Several numbers as an option of a layer or an optimizer become a tuple: `betas=(0.9, 0.95)`. */
function tupleOf(w: Writer, node: Node, part: Node): string | null {
  const value = part.type === 'ObjectProperty' ? bare(part.value as Node) : null;
  if (value?.type !== 'ArrayExpression') return null;
  const name = part.type === 'ObjectProperty' && part.key.type === 'Identifier' ? part.key.name : '';
  if (/^(in|out)_dims$|^argnums$/.test(name)) return tuple(w, value);
  return w.parents.get(node)?.type === 'NewExpression' && isNumbers(w, value) ? tuple(w, value) : null;
}

export const isNumbers = (w: Writer, node: Of<'ArrayExpression'>): boolean =>
  node.elements.length > 1 && (node.elements as Node[]).every((part) => isNumber(w.kinds.of(part)));

export const tuple = (w: Writer, node: Of<'ArrayExpression'>): string => {
  const parts = (node.elements as Node[]).map((part) => element(w, part));
  return parts.length === 1 ? `(${parts[0]},)` : `(${parts.join(', ')})`;
};

export const dict = (w: Writer, node: Of<'ObjectExpression'>): string =>
  `{${(node.properties as Node[]).map((part) => entry(w, part)).join(', ')}}`;

function entry(w: Writer, part: Node): string {
  if (part.type === 'SpreadElement') return `**${within(w.expression(part.argument as Node), level.atom)}`;
  const name = keyName(part);
  const key = name !== null ? quoted(name) : 'key' in part ? w.write(part.key as Node) : '';
  return `${key}: ${within(valueOf(w, part), level.ternary)}`;
}

function keyName(part: Node): string | null {
  if (!('key' in part) || ('computed' in part && part.computed)) return null;
  const { key } = part;
  return key.type === 'Identifier'
    ? key.name
    : key.type === 'StringLiteral'
      ? key.value
      : key.type === 'NumericLiteral'
        ? String(key.value)
        : null;
}

function valueOf(w: Writer, part: Node): Code {
  if (part.type === 'ObjectMethod') return w.expression(part);
  return part.type === 'ObjectProperty'
    ? w.expression(part.value as Node)
    : atom(w.refuse(part, t('This expression cannot be written in Python: give it a statement of its own.')));
}
