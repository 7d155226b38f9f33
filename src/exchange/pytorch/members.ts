/** Members of a value: `x.name`, `x[i]`. */
import { level, quoted, within } from './code.js';
import { type Kind, simple } from './kind.js';
import { pythonName } from './names.js';
import { isSlice, slice } from './slices.js';
import { bare, type Node } from './tree.js';
import type { Writer } from './writer.js';

/** `x.name`, where `on` is x. */
export function property(on: string, kind: Kind, name: string): string {
  if (name === 'name' && (kind.is === 'class' || (kind.is === 'library' && /\.[A-Z]\w*$/.test(kind.path)))) return `${on}.__name__`;
  if (kind.is === 'library') return `${on}.${pythonName(name)}`;
  if (name === 'length' && kind.is !== 'record' && kind.is !== 'class') return `len(${on})`;
  if (name === 'message' && kind.is === 'any' && /^(e|err|error|exc|ex|exception)\d*_?$/.test(on)) return `str(${on})`;
  if (name === 'size' && (kind.is === 'map' || kind.is === 'set')) return `len(${on})`;
  if (kind.is === 'dict') return `${on}[${quoted(name)}]`;
  if (kind.is === 'error' && name === 'message') return `str(${on})`;
  if (name === 'constructor') return `type(${on})`;
  if (name === 'name' && (on === 'cls' || on.startsWith('type('))) return `${on}.__name__`;
  // Parameter groups of an optimizer are dicts.
  if (/\bparam_groups\b(\[[^\]]*\])?$/.test(on)) return `${on}[${quoted(name)}]`;
  return `${on}.${pythonName(name)}`;
}

/** The text in the brackets. */
export function index(w: Writer, node: Node, on: Kind): string {
  const inner = bare(node);
  if (inner.type === 'SequenceExpression') return (inner.expressions as Node[]).map((part) => index(w, part, simple('tensor'))).join(', ');
  if (on.is !== 'dict' && on.is !== 'record' && on.is !== 'map' && isSlice(inner)) return slice(w, inner);
  return within(w.expression(node), level.ternary);
}
