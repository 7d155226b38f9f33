import { ANY, either, type Kind, listOf, NEVER, simple } from './kind.js';
import type { Node } from '../reading/tree.js';

/** The kind that a type annotation tells. A type that the program declares tells nothing here; its values do. */
export function annotatedKind(type: Node, of: (node: Node) => Kind): Kind {
  switch (type.type) {
    case 'TSTypeAnnotation':
      return annotatedKind(type.typeAnnotation as Node, of);
    case 'TSParenthesizedType':
      return annotatedKind(type.typeAnnotation as Node, of);
    case 'TSNumberKeyword':
      return simple('number');
    case 'TSStringKeyword':
      return simple('str');
    case 'TSBooleanKeyword':
      return simple('bool');
    case 'TSNullKeyword':
    case 'TSUndefinedKeyword':
      return simple('none');
    case 'TSTypeOperator':
      return annotatedKind(type.typeAnnotation as Node, of);
    case 'TSUnionType':
      return (type.types as Node[]).map((part) => annotatedKind(part, of)).reduce(either, NEVER);
    case 'TSArrayType':
      return listOf(annotatedKind(type.elementType as Node, of));
    case 'TSTupleType': {
      const items = (type.elementTypes as Node[]).map((part) =>
        annotatedKind(part.type === 'TSNamedTupleMember' ? (part.elementType as Node) : part, of),
      );
      return listOf(items.reduce(either, NEVER), items);
    }
    case 'TSTypeLiteral':
      return type.members.some(({ type: member }) => member === 'TSIndexSignature') ? { is: 'dict', of: ANY } : ANY;
    case 'TSTypeReference':
      return named(type, of);
    default:
      return ANY;
  }
}

function named(type: Extract<Node, { type: 'TSTypeReference' }>, of: (node: Node) => Kind): Kind {
  const name = type.typeName.type === 'Identifier' ? type.typeName.name : type.typeName.right.name;
  const given = ((type.typeParameters?.params ?? []) as Node[]).map((part) => annotatedKind(part, of));
  if (type.typeName.type === 'TSQualifiedName') return name === 'Tensor' || name === 'Parameter' ? simple('tensor') : simple('module');
  const declared = of(type.typeName as Node);
  if (declared.is === 'class') return { is: 'instance', node: declared.node };
  if (name === 'Tensor') return simple('tensor');
  if (name === 'Record' && given.length > 0) return { is: 'dict', of: given[1] ?? ANY };
  if (name === 'Map') return { is: 'map', key: given[0] ?? ANY, of: given[1] ?? ANY };
  if (name === 'Set') return { is: 'set', of: given[0] ?? ANY };
  if (/^(Readonly)?Array$|^Iterable$/.test(name)) return listOf(given[0] ?? ANY);
  if (name === 'Error') return simple('error');
  return ANY;
}
