import { isContext } from '../kinds/kind.js';
import { bare, isArrow, isCall, memberName, type Node, type Of } from '../reading/tree.js';

/**
 * True when a function's body becomes part of the statement around it: for the functions given to `no_grad` and
 * `forEach`.
 */
export function becomesBlock(node: Node, parents: Map<Node, Node>): boolean {
  if (!isArrow(node) || node.async || node.generator) return false;
  let call = parents.get(node);
  while (call && bare(call) !== call) call = parents.get(call);
  if (!call || !isCall(call)) return false;
  const callee = bare(call.callee as Node);
  const name = callee.type === 'Identifier' ? callee.name : memberName(callee);
  if (name === 'forEach') return isStatement(call, parents) && returnsAt(node, 'anywhere but loops');
  if (name === null || !isContext(name) || call.arguments.at(-1) !== node || node.params.length > 0) return false;
  let at: Node = call;
  let parent = parents.get(at);
  while (parent && bare(parent) !== parent) [at, parent] = [parent, parents.get(parent)];
  if (parent?.type === 'ReturnStatement') return true;
  if (isArrow(parent) && parent.body === at) return isNamed(parent, parents);
  if (parent?.type === 'ExpressionStatement') return returnsAt(node, 'nowhere');
  const isValue =
    (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier') ||
    (parent?.type === 'AssignmentExpression' && parent.operator === '=' && isStatement(parent, parents));
  return isValue && returnsAt(node, 'the end');
}

/** True when a function becomes a `def`, which may contain statements. */
const isNamed = (node: Node, parents: Map<Node, Node>): boolean => {
  const parent = parents.get(node);
  return parent?.type === 'VariableDeclarator' || parent?.type === 'AssignmentExpression';
};

function isStatement(node: Node, parents: Map<Node, Node>): boolean {
  let parent = parents.get(node);
  while (parent && bare(parent) !== parent) parent = parents.get(parent);
  return parent?.type === 'ExpressionStatement';
}

function returnsAt(
  node: Of<'ArrowFunctionExpression' | 'FunctionExpression'>,
  where: 'nowhere' | 'the end' | 'anywhere but loops',
): boolean {
  if (node.body.type !== 'BlockStatement') return true;
  const statements = node.body.body as Node[];
  const found: Node[] = [];
  let isInLoop = false;
  const visit = (part: Node, inLoop: boolean): void => {
    if (part.type === 'ReturnStatement') {
      found.push(part);
      isInLoop ||= inLoop;
    }
    if (/Function|^Class|^ObjectMethod/.test(part.type)) return;
    for (const value of Object.values(part as object).flat() as unknown[])
      if (typeof value === 'object' && value !== null && 'type' in value && 'start' in value && !('loc' in value && !('type' in value)))
        visit(value as Node, inLoop || /^(For|While|DoWhile)/.test(part.type));
  };
  statements.forEach((part) => visit(part, false));
  if (where === 'nowhere') return found.length === 0;
  if (where === 'the end') return found.length === 0 || (found.length === 1 && found[0] === statements.at(-1));
  return !isInLoop && found.every((part) => part.type === 'ReturnStatement' && !part.argument);
}
