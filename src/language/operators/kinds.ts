/**
 * The certain kind of every expression of a file, so that only operators that may meet a tensor are rewritten. The kind
 * of a variable covers all values that it ever gets; it is computed as the least fixed point.
 */
import type { Node } from '../syntax.js';
import {
  annotated,
  either,
  elementOf,
  globalKind,
  keepsElements,
  madeBy,
  NEVER,
  returnedBy,
  returnedByMethod,
  UNKNOWN,
  unwrapped,
  type Kind,
} from './kind.js';
import { Scopes } from './scopes.js';

export class Kinds {
  private readonly scopes: Scopes;
  private memo = new Map<Node, Kind>();

  constructor(program: Node) {
    this.scopes = new Scopes(program, (node) => this.infer(node));
    for (let isChanged = true; isChanged;) {
      isChanged = false;
      this.memo = new Map();
      for (const variable of this.scopes.variables) {
        const kind = variable.sources.reduce<Kind>((all, source) => either(all, typeof source === 'function' ? source() : source), NEVER);
        isChanged ||= kind !== variable.kind;
        variable.kind = kind;
      }
    }
    this.memo = new Map();
  }

  /** The certain kind of an expression; UNKNOWN where it may be a tensor. */
  of(node: Node): Kind {
    const kind = this.infer(node);
    return kind === NEVER ? 'plain' : kind;
  }

  maybeTensor(node: Node): boolean {
    return this.of(node) === UNKNOWN;
  }

  /**
   * True when the name cannot be assigned to: it comes from a `const` (also as a part of a pattern), or is imported.
   */
  isConstant(identifier: Node): boolean {
    return this.scopes.of(identifier)?.isConstant === true;
  }

  /** True when the name is a global of JavaScript. */
  isGlobal(node: Node, name: string): boolean {
    return node.type === 'Identifier' && node.name === name && !this.scopes.of(node);
  }

  private infer(node: Node): Kind {
    const known = this.memo.get(node);
    if (known !== undefined) return known;
    const kind = this.kindOf(unwrapped(node), node);
    this.memo.set(node, kind);
    return kind;
  }

  private kindOf(node: Node, written: Node): Kind {
    if (written.type === 'TSAsExpression' || written.type === 'TSTypeAssertion') {
      const known = annotated(written.typeAnnotation as Node);
      if (known !== UNKNOWN && known !== 'object') return known;
    }
    switch (node.type) {
      case 'NumericLiteral':
        return 'number';
      case 'StringLiteral':
      case 'TemplateLiteral':
        return 'text';
      case 'BigIntLiteral':
        return 'bigint';
      case 'BooleanLiteral':
        return 'truth';
      case 'NullLiteral':
        return 'nothing';
      case 'RegExpLiteral':
      case 'ObjectExpression':
      case 'ArrayExpression':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
      case 'ClassExpression':
        return 'object';
      case 'Identifier':
        return this.scopes.of(node)?.kind ?? globalKind(node.name);
      case 'UnaryExpression':
        return this.unary(node.operator, node.argument as Node);
      case 'UpdateExpression':
        return numeric(this.infer(node.argument as Node));
      case 'BinaryExpression':
        return this.operation(node.operator, node.left as Node, node.right as Node);
      case 'AssignmentExpression': {
        if (node.operator === '=') return this.infer(node.right as Node);
        const [left, right] = [node.left as Node, node.right as Node];
        const isLogical = /^(&&|\|\||\?\?)=$/.test(node.operator);
        return isLogical ? either(this.infer(left), this.infer(right)) : this.operation(node.operator.slice(0, -1), left, right);
      }
      case 'LogicalExpression':
        return either(this.infer(node.left as Node), this.infer(node.right as Node));
      case 'ConditionalExpression':
        return either(this.infer(node.consequent as Node), this.infer(node.alternate as Node));
      case 'SequenceExpression':
        return this.infer(node.expressions.at(-1) as Node);
      case 'MemberExpression':
      case 'OptionalMemberExpression':
        return this.member(node);
      case 'NewExpression':
        return node.callee.type === 'Identifier' && !this.scopes.of(node.callee as Node) ? madeBy(node.callee.name) : UNKNOWN;
      case 'CallExpression':
      case 'OptionalCallExpression':
        return this.call(unwrapped(node.callee as Node));
      default:
        return UNKNOWN;
    }
  }

  private unary(operator: string, argument: Node): Kind {
    if (operator === 'typeof') return 'text';
    if (operator === '!' || operator === 'delete') return 'truth';
    if (operator === 'void') return 'nothing';
    return operator === '+' && this.infer(argument) !== UNKNOWN ? 'number' : numeric(this.infer(argument));
  }

  private operation(operator: string, left: Node, right: Node): Kind {
    if (/^(===|!==|in|instanceof)$/.test(operator)) return 'truth';
    const [l, r] = [this.infer(left), this.infer(right)];
    if (operator === '+' && (l === 'text' || r === 'text')) return 'text';
    if (/^[!=]=$/.test(operator) && (l === 'nothing' || r === 'nothing' || l === 'text' || r === 'text')) return 'truth';
    if (l === UNKNOWN || r === UNKNOWN) return UNKNOWN;
    if (/^([!=]=|[<>]=?)$/.test(operator)) return 'truth';
    if (l === NEVER || r === NEVER) return l === NEVER ? r : l;
    if (l === r && (l === 'number' || l === 'bigint')) return l;
    return 'plain';
  }

  private member(node: Extract<Node, { type: 'MemberExpression' | 'OptionalMemberExpression' }>): Kind {
    const object = unwrapped(node.object as Node);
    if (node.computed) {
      const key = this.infer(node.property as Node);
      return key === 'number' || key === NEVER ? elementOf(this.infer(object)) : UNKNOWN;
    }
    const name = node.property.type === 'Identifier' ? node.property.name : '';
    if (name === 'length' || name === 'ndim') return 'number';
    if (name === 'shape') return 'numbers';
    return this.isGlobal(object, 'Math') || this.isGlobal(object, 'Number') ? 'number' : UNKNOWN;
  }

  private call(callee: Node): Kind {
    if (callee.type === 'Identifier') return this.scopes.of(callee)?.returns ?? returnedBy(callee.name);
    if (callee.type !== 'MemberExpression' && callee.type !== 'OptionalMemberExpression') return UNKNOWN;
    if (callee.computed || callee.property.type !== 'Identifier') return UNKNOWN;
    const { name } = callee.property;
    const object = unwrapped(callee.object as Node);
    if (this.isGlobal(object, 'Math')) return 'number';
    const of = this.infer(object);
    if (keepsElements(name) && (of === 'numbers' || of === 'rows')) return of;
    return returnedByMethod(name);
  }
}

/** The kind of a value after a sign before it, or after `++` or `--`. */
const numeric = (kind: Kind): Kind => (kind === 'number' || kind === 'bigint' || kind === NEVER || kind === UNKNOWN ? kind : 'plain');
