/**
 * The names that the author of a model gives to the dimensions of a tensor: the names into which its shape is
 * destructured (`const [N, C] = x.shape`), or a comment on the line of the name (`// [batch, features]`, `// (N, C,
 * 8)`).
 */
import { keyOf, type DimTable } from './description/dimNames.js';
import type { Names } from './description/names.js';
import { Lines } from './lines.js';
import { children, isTypeOnly, parseModule, type Node } from './syntax.js';

const DIM = String.raw`(?:\d+|[A-Za-z_][\w.*/+-]*)`;
/** Matches names in brackets, or at least two names in parentheses: a single word in parentheses is ordinary text. */
const WRITTEN = new RegExp(String.raw`\[\s*(${DIM}(?:\s*[,×]\s*${DIM})*)\s*\]|\(\s*(${DIM}(?:\s*[,×]\s*${DIM})+)\s*\)`);

/** @throws SourceError when the text is no program */
export function dimNamesOf(file: string, text: string, names: Names): DimTable {
  const byDefinition = new Map<string, string[]>();
  const byLine = new Map<number, string[]>();
  const lines = new Lines(file, text);
  const { program, comments } = parseModule(file, text);
  for (const comment of comments ?? []) {
    const [, bracketed, parenthesised] = WRITTEN.exec(comment.value) ?? [];
    const written = bracketed ?? parenthesised;
    if (written && comment.start != null) byLine.set(lines.position(comment.start)[0], written.split(/\s*[,×]\s*/));
  }
  const visit = (node: Node): void => {
    const taken = node.type === 'VariableDeclarator' && node.id.type === 'ArrayPattern' && node.init && shapeTaken(node.init as Node);
    if (taken && node.type === 'VariableDeclarator' && node.id.type === 'ArrayPattern') {
      const [nearest] = names.at(...lines.position(taken.start))?.definitions ?? [];
      const dims = node.id.elements.map((element) => (element?.type === 'Identifier' ? element.name : ''));
      if (nearest) byDefinition.set(keyOf(nearest), dims);
    }
    for (const child of children(node)) if (!isTypeOnly(child)) visit(child);
  };
  visit(program as Node);
  return { byDefinition, byLine };
}

/** `x` in `x.shape` and in `x.size()`. */
function shapeTaken(node: Node): Node | null {
  if (node.type === 'CallExpression')
    return node.arguments.length === 0 && isMember(node.callee as Node, 'size') ? objectOf(node.callee as Node) : null;
  return isMember(node, 'shape') ? objectOf(node) : null;
}

const isMember = (node: Node, name: string): boolean =>
  node.type === 'MemberExpression' && node.property.type === 'Identifier' && node.property.name === name;

function objectOf(node: Node): Node | null {
  const object = node.type === 'MemberExpression' ? (node.object as Node) : null;
  return object?.type === 'Identifier' ? object : null;
}
