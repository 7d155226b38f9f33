import type { Node } from './syntax.js';

export interface BoundName {
  name: string;
  start: number;
  end: number;
}

/** The plain names that a pattern or a parameter binds. A rest element is left out: it holds a list, never a tensor. */
export function boundNames(pattern: Node | null): BoundName[] {
  switch (pattern?.type) {
    case 'Identifier':
      return pattern.name === 'this' ? [] : [identifier(pattern)];
    case 'AssignmentPattern':
      return boundNames(pattern.left as Node);
    case 'TSParameterProperty':
      return boundNames(pattern.parameter as Node);
    case 'ArrayPattern':
      return (pattern.elements as (Node | null)[]).flatMap(boundNames);
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) => (property.type === 'ObjectProperty' ? boundNames(property.value as Node) : []));
    default:
      return [];
  }
}

/** The name of the target of an assignment: `w`, `w` for `this.w`, `state.h`, the key of a field. Null for `a[i]`. */
export function bindingName(target: Node, text: string): BoundName | null {
  switch (target.type) {
    case 'Identifier':
      return identifier(target);
    case 'PrivateName':
      return { name: `#${target.id.name}`, start: target.start, end: target.end };
    case 'StringLiteral':
      return { name: target.value, start: target.start, end: target.end };
    case 'MemberExpression': {
      const path = text.slice(target.start, target.end).replace(/\s+/g, '');
      return /^[\p{ID_Continue}$.#!]+$/u.test(path)
        ? { name: path.replaceAll('!', '').replace(/^this\./, ''), start: target.start, end: target.end }
        : null;
    }
    default:
      return null;
  }
}

/** The range of the name alone: Babel's range of a typed name includes its type annotation. */
const identifier = (node: { name: string } & Node): BoundName => ({
  name: node.name,
  start: node.start,
  end: node.start + node.name.length,
});

/**
 * True when a value is certainly no tensor. Functions and classes must not be wrapped: a wrapper would remove the name
 * that JavaScript gives them.
 */
export function holdsNoTensor(value: Node): boolean {
  switch (value.type) {
    case 'ParenthesizedExpression':
      return holdsNoTensor(value.expression as Node);
    case 'UnaryExpression':
      return !/^[-~]$/.test(value.operator) || value.argument.type.endsWith('Literal');
    default:
      return /Literal$|^(FunctionExpression|ArrowFunctionExpression|ClassExpression|ObjectExpression|ArrayExpression|UpdateExpression)$/.test(
        value.type,
      );
  }
}
