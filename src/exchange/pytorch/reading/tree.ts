import { children, type Node } from '../../../language/nodes.js';

export { children, type Node };

/** The member of the union with this type. */
export type Of<T extends Node['type']> = Extract<Node, { type: T }>;

export type FunctionNode = Of<
  'FunctionDeclaration' | 'FunctionExpression' | 'ArrowFunctionExpression' | 'ObjectMethod' | 'ClassMethod' | 'ClassPrivateMethod'
>;
export type ClassNode = Of<'ClassDeclaration' | 'ClassExpression'>;
export type CallNode = Of<'CallExpression' | 'OptionalCallExpression' | 'NewExpression'>;
export type MemberNode = Of<'MemberExpression' | 'OptionalMemberExpression'>;

export const isFunction = (node: Node): node is FunctionNode =>
  /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression|ObjectMethod|ClassMethod|ClassPrivateMethod)$/.test(node.type);
export const isClass = (node: Node): node is ClassNode => node.type === 'ClassDeclaration' || node.type === 'ClassExpression';
export const isMember = (node: Node): node is MemberNode => node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression';
export const isCall = (node: Node): node is Of<'CallExpression' | 'OptionalCallExpression'> =>
  node.type === 'CallExpression' || node.type === 'OptionalCallExpression';
export const isArrow = (node: Node | undefined): node is Of<'ArrowFunctionExpression' | 'FunctionExpression'> =>
  node?.type === 'ArrowFunctionExpression' || node?.type === 'FunctionExpression';

/** Removes parentheses, `await`, and the parts that only the type checker reads. */
export function bare(node: Node): Node {
  switch (node.type) {
    case 'ParenthesizedExpression':
    case 'TSNonNullExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
      return bare(node.expression as Node);
    case 'AwaitExpression':
      return bare(node.argument as Node);
    default:
      return node;
  }
}

/** The name after the dot; null for `x[…]`. */
export function memberName(node: Node): string | null {
  if (!isMember(node) || node.computed) return null;
  return node.property.type === 'Identifier'
    ? node.property.name
    : node.property.type === 'PrivateName'
      ? `_${node.property.id.name}`
      : null;
}

/** The name of the called method. Null when the node calls no method. */
export const methodName = (node: Node): string | null => (isCall(node) ? memberName(bare(node.callee as Node)) : null);

/** The object of a method call: the `x` of `x.f()`. */
export const receiver = (node: Of<'CallExpression' | 'OptionalCallExpression'>): Node =>
  bare((bare(node.callee as Node) as MemberNode).object as Node);

/** The parent of each node below `top`. */
export function parents(top: Node): Map<Node, Node> {
  const found = new Map<Node, Node>();
  const visit = (node: Node): void => {
    for (const child of children(node)) {
      found.set(child, node);
      visit(child);
    }
  };
  visit(top);
  return found;
}

export function* descendants(node: Node, enters: (node: Node) => boolean = () => true): Iterable<Node> {
  for (const child of children(node)) {
    yield child;
    if (enters(child)) yield* descendants(child, enters);
  }
}

/** An expression as a statement. */
export const asStatement = (node: Node): Node =>
  ({ type: 'ExpressionStatement', expression: node, start: node.start, end: node.end }) as unknown as Node;
