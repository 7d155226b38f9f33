/**
 * What the author of a model calls the dimensions of a tensor: the names that its shape is taken apart
 * into (`const [N, C] = x.shape`), or a comment on the line of the name (`// [batch, features]`, `// (N, C, 8)`).
 */
import { Lines } from './lines.js';
import type { Names } from './names.js';
import type { Range } from '../protocol/trace.js';
import { children, isTypeOnly, parseModule, type Node } from './syntax.js';

const DIM = String.raw`(?:\d+|[A-Za-z_][\w.*/+-]*)`;
/** Names in brackets, or at least two names in parentheses: a single word in parentheses is prose. */
const WRITTEN = new RegExp(String.raw`\[\s*(${DIM}(?:\s*[,×]\s*${DIM})*)\s*\]|\(\s*(${DIM}(?:\s*[,×]\s*${DIM})+)\s*\)`);

export class DimNames {
  private readonly byDefinition = new Map<string, string[]>();
  private readonly byLine = new Map<number, string[]>();

  /** @throws SourceError when the text is no program */
  constructor(file: string, text: string, names: Names) {
    const lines = new Lines(file, text);
    const { program, comments } = parseModule(file, text);
    for (const comment of comments ?? []) {
      const [, bracketed, parenthesised] = WRITTEN.exec(comment.value) ?? [];
      const written = bracketed ?? parenthesised;
      if (written && comment.start != null) this.byLine.set(lines.position(comment.start)[0], written.split(/\s*[,×]\s*/));
    }
    const visit = (node: Node): void => {
      const taken = node.type === 'VariableDeclarator' && node.id.type === 'ArrayPattern' && node.init && shapeTaken(node.init as Node);
      if (taken && node.type === 'VariableDeclarator' && node.id.type === 'ArrayPattern') {
        const [nearest] = names.at(...lines.position(taken.start))?.definitions ?? [];
        const dims = node.id.elements.map((element) => (element?.type === 'Identifier' ? element.name : ''));
        if (nearest) this.byDefinition.set(keyOf(nearest), dims);
      }
      for (const child of children(node)) if (!isTypeOnly(child)) visit(child);
    };
    visit(program as Node);
  }

  /** The names of the dimensions of a tensor of this shape that was bound to `name`; '' for a dimension without a name. Null where no text that was written fits the shape. */
  of(definition: Range, shape: readonly number[]): readonly string[] | null {
    const found = this.byDefinition.get(keyOf(definition)) ?? this.byLine.get(definition.line);
    return found && fits(found, shape) ? found : null;
  }
}

/** Whether the written names fit a shape: as many dimensions, numbers equal to the sizes, one size for each name. */
function fits(dims: readonly string[], shape: readonly number[]): boolean {
  if (dims.length !== shape.length) return false;
  return dims.every((dim, i) => (/^\d+$/.test(dim) ? Number(dim) === shape[i] : dim === '' || shape[dims.indexOf(dim)] === shape[i]));
}

/** `x` of `x.shape` and of `x.size()`. */
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

const keyOf = ({ line, column }: Range): string => `${line}:${column}`;
