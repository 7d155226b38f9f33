/** Members of a value: `x.name`, `x[i]`. */
import { level, quoted, within } from './code.js';
import { type Kind, simple } from '../kinds/kind.js';
import { pythonName } from './names.js';
import { isSlice, slice } from './slices.js';
import { bare, type Node } from '../reading/tree.js';
import type { Writer } from './writer.js';

/** `x.name`, where `on` is x. */
export function property(w: Writer, on: string, kind: Kind, name: string): string {
  const isLibraryClass = kind.is === 'library' && /\.[A-Z]\w*$/.test(kind.path);
  if (name === 'name' && (kind.is === 'class' || isLibraryClass || on === 'cls' || on.startsWith('type(')))
    return isLibraryClass ? `${on}.__name__` : nameOfClass(w, on, kind);
  if (kind.is === 'library') return `${on}.${pythonName(name)}`;
  if (name === 'length' && !hasOwnLength(w, kind)) return `len(${on})`;
  if (name === 'message' && kind.is === 'any' && /^(e|err|error|exc|ex|exception)\d*_?$/.test(on)) return `str(${on})`;
  if (name === 'size' && (kind.is === 'map' || kind.is === 'set')) return `len(${on})`;
  if (kind.is === 'dict') return `${on}[${quoted(name)}]`;
  if (kind.is === 'error' && name === 'message') return `str(${on})`;
  if (name === 'constructor') return `type(${on})`;
  // Parameter groups of an optimizer are dicts.
  if (/\bparam_groups\b(\[[^\]]*\])?$/.test(on)) return `${on}[${quoted(name)}]`;
  return `${on}.${pythonName(name)}`;
}

/** True where `length` is an attribute of the program, and not how long something is. */
export const hasOwnLength = (w: Writer, kind: Kind): boolean =>
  kind.is === 'record' || kind.is === 'class' || (kind.is === 'instance' && w.kinds.classes.method(kind.node, 'length') === null);

/** `x.name` of a class: its name, or what the class keeps under that name. */
function nameOfClass(w: Writer, on: string, kind: Kind): string {
  const hasOwn = /\bstatic (readonly )?name\b/.test(w.source.text);
  if (!hasOwn) return `${on}.__name__`;
  const isOwn = (part: Node): boolean =>
    part.type === 'ClassProperty' && part.static && part.key.type === 'Identifier' && part.key.name === 'name';
  if (kind.is === 'class') return `${on}.${(kind.node.body.body as Node[]).some(isOwn) ? 'name' : '__name__'}`;
  return `getattr(${on}, 'name', ${on}.__name__)`;
}

/** The text in the brackets. */
export function index(w: Writer, node: Node, on: Kind): string {
  const inner = bare(node);
  if (inner.type === 'SequenceExpression') return (inner.expressions as Node[]).map((part) => index(w, part, simple('tensor'))).join(', ');
  if (on.is !== 'dict' && on.is !== 'record' && on.is !== 'map' && isSlice(inner)) return slice(w, inner);
  return within(w.expression(node), level.ternary);
}
