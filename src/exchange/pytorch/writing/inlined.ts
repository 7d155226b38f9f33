import type { Code } from './code.js';
import { condition } from './conditions.js';
import { bare, type Node, type Of } from '../reading/tree.js';
import type { Writer } from './writer.js';

/** The body of a function as one expression. Null where the body needs statements. */
export function inlined(w: Writer, node: Of<'ArrowFunctionExpression' | 'FunctionExpression'>, asked = false): Code | null {
  const body = bodyExpression(node);
  if (
    !body ||
    node.async ||
    node.generator ||
    (node.params as Node[]).some(({ type }) => type === 'AssignmentPattern' || type === 'RestElement' || type === 'ObjectPattern')
  )
    return null;
  const inner = bare(body);
  if (inner.type === 'AssignmentExpression' || inner.type === 'UpdateExpression') return null;
  const { pending } = w;
  const refusals = w.refusals.length;
  w.pending = [];
  const code = asked ? condition(w, body) : w.expression(body);
  const needsStatements = w.pending.length > 0;
  w.pending = pending;
  if (!needsStatements) return code;
  w.refusals.length = refusals;
  return null;
}

function bodyExpression(node: Of<'ArrowFunctionExpression' | 'FunctionExpression'>): Node | null {
  if (node.body.type !== 'BlockStatement') return node.body as Node;
  const [only, more] = node.body.body as Node[];
  return only?.type === 'ReturnStatement' && only.argument && !more ? (only.argument as Node) : null;
}
