/** The places of a text above which the editor shows a line: calls of `backward()`, and classes of modules. */
import { Lines } from './lines.js';
import type { Range } from '../protocol/trace.js';
import { children, isTypeOnly, parseModule, type Node } from './syntax.js';

export interface Outline {
  /** The ranges of the calls `loss.backward()`; each range covers the whole call. */
  backwards: Range[];
  /** The classes that extend a class named Module; the range is that of the class's name. */
  modules: { name: string; range: Range }[];
}

/** @throws SourceError when the text is no program */
export function outline(file: string, text: string): Outline {
  const lines = new Lines(file, text);
  const found: Outline = { backwards: [], modules: [] };
  const visit = (node: Node): void => {
    if (isTypeOnly(node)) return;
    if (node.type === 'CallExpression' && nameOf(node.callee as Node) === 'backward') {
      found.backwards.push(lines.range(node.start, node.end));
    }
    if (
      (node.type === 'ClassDeclaration' || node.type === 'ClassExpression') &&
      node.id &&
      nameOf(node.superClass as Node | null) === 'Module'
    ) {
      found.modules.push({ name: node.id.name, range: lines.range(node.id.start!, node.id.end!) });
    }
    children(node).forEach(visit);
  };
  visit(parseModule(file, text).program as Node);
  return found;
}

/** The last name of `a.b.c`. */
function nameOf(node: Node | null): string | null {
  if (node?.type === 'Identifier') return node.name;
  return node?.type === 'MemberExpression' && node.property.type === 'Identifier' && !node.computed ? node.property.name : null;
}
