/** The methods and fields of a class of the program. */
import { ANY, either, NEVER, type Kind } from './kind.js';
import type { Kinds } from './kinds.js';
import { calledHelper } from './pythonHelper.js';
import { isEarlySelf, type Scopes } from '../reading/scopes.js';
import { bare, isCall, memberName, type ClassNode, type FunctionNode, type Node, type Of } from '../reading/tree.js';
import { annotatedKind } from './typeKinds.js';

export class ClassKinds {
  constructor(
    private readonly kinds: Kinds,
    private readonly scopes: Scopes,
  ) {}

  /** A method of a class, or of a class that it extends. */
  method(node: ClassNode, name: string): FunctionNode | null {
    const own = memberOf(node, name);
    if (own) return own;
    const base = this.base(node);
    return base.is === 'class' ? this.method(base.node, name) : null;
  }

  /** The class that a class extends. */
  private base(node: ClassNode): Kind {
    if (!node.superClass) return ANY;
    const inner = bare(node.superClass as Node);
    const isMade = isCall(inner) && /^(with_mixins|uninitialized)$/.test(calledHelper(this.scopes, inner) ?? '');
    return this.kinds.of(isMade ? (inner.arguments[0] as Node) : inner);
  }

  /** The library class at the end of a class's chain of bases, by its path. Null when there is none. */
  libraryBase(node: ClassNode): string | null {
    const base = this.base(node);
    return base.is === 'library' ? base.path : base.is === 'class' ? this.libraryBase(base.node) : null;
  }

  /** The kind of a field, from its declaration and from the assignments in the constructor. */
  field(node: ClassNode, name: string): Kind | null {
    let kind: Kind = NEVER;
    for (const part of node.body.body as Node[]) {
      const key =
        'key' in part && part.key.type === 'Identifier'
          ? part.key.name
          : 'key' in part && part.key.type === 'PrivateName'
            ? `_${part.key.id.name}`
            : null;
      if (key !== name) {
        if (part.type === 'ClassMethod' && part.kind === 'constructor')
          for (const parameter of part.params as Node[])
            if (parameter.type === 'TSParameterProperty') {
              const target =
                parameter.parameter.type === 'AssignmentPattern' ? (parameter.parameter.left as Node) : (parameter.parameter as Node);
              const variable = target.type === 'Identifier' && target.name === name ? this.scopes.of(target) : null;
              if (variable) kind = either(kind, this.kinds.ofVariable(variable));
            }
        continue;
      }
      if (part.type === 'ClassMethod' || part.type === 'ClassPrivateMethod')
        kind = either(kind, part.kind === 'get' ? this.kinds.returned(part) : { is: 'function', node: part });
      else if (part.type === 'ClassProperty' || part.type === 'ClassPrivateProperty') {
        const typed = part.typeAnnotation ? annotatedKind(part.typeAnnotation as Node, (inner) => this.kinds.of(inner)) : ANY;
        if (typed.is !== 'any' && typed.is !== 'number') return typed;
        if (part.value) kind = either(kind, this.kinds.of(part.value as Node));
        else if (typed.is === 'number') kind = either(kind, typed);
      }
    }
    const constructor = memberOf(node, 'constructor');
    for (const statement of (constructor && bodyStatements(constructor)) ?? []) {
      const assigned = statement.type === 'ExpressionStatement' ? (statement.expression as Node) : null;
      if (assigned?.type !== 'AssignmentExpression' || memberName(assigned.left as Node) !== name) continue;
      const on = bare((assigned.left as Of<'MemberExpression'>).object as Node);
      const variable = on.type === 'Identifier' ? this.scopes.of(on) : null;
      if (on.type === 'ThisExpression' || (variable && isEarlySelf(variable))) kind = either(kind, this.kinds.of(assigned.right as Node));
    }
    if (kind.is !== 'never') return kind;
    const base = this.base(node);
    return base.is === 'class' ? this.field(base.node, name) : null;
  }
}

const bodyStatements = (node: FunctionNode): Node[] | null => (node.body.type === 'BlockStatement' ? (node.body.body as Node[]) : null);

/** A method that the class itself defines. */
export function memberOf(node: ClassNode, name: string): FunctionNode | null {
  for (const part of node.body.body as Node[])
    if ((part.type === 'ClassMethod' || part.type === 'ClassPrivateMethod') && 'name' in part.key && part.key.name === name) return part;
  return null;
}
