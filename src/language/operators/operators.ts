/**
 * Rewrites operators so that they work on tensors too. An operator that certainly meets no tensor is not changed
 * (kinds.ts).
 *
 *     w * x + b            __tl.add(1,__tl.mul(2,w, x), b)
 *     -x                   __tl.neg(1,x)
 *     if (x > 0)           if (__tl.bool(1,__tl.gt(2,x, 0)))
 *     a && b               __tl.falsy(1,a) ? __tl.last() : b      as a value; in a test, each side is one
 *
 * Targets of assignments, and subscripts, are in targets.ts. Each operator has its own site, whose number is the first
 * argument: it tells the place of the result and of an error.
 */
import type { Node } from '../syntax.js';
import { BINARY, tokenAfter, type Edits } from './edits.js';
import { Kinds } from './kinds.js';
import { unwrapped } from './kind.js';
import { Targets } from './targets.js';

type Of<Type extends Node['type']> = Extract<Node, { type: Type }>;

const COMPARISON = /^([<>]=?|[!=]=)$/;
/** Methods that use only the truth of what a callback returns. */
const PREDICATE = /^(filter|some|every|find|findIndex|findLast|findLastIndex)$/;

export class Operators {
  private readonly kinds: Kinds;
  private readonly targets: Targets;
  /** Expressions of which only the truth is used. */
  private readonly tests = new WeakSet<Node>();

  constructor(
    program: Node,
    private readonly edits: Edits,
  ) {
    this.kinds = new Kinds(program);
    this.targets = new Targets(edits, this.kinds, (operator, left, right) => this.meets(operator, left, right));
  }

  /** Must be called with every node before its children. */
  visit(node: Node, isContinued: boolean): void {
    this.targets.visit(node, isContinued);
    switch (node.type) {
      case 'BinaryExpression':
        return this.binary(node);
      case 'UnaryExpression':
        return this.unary(node);
      case 'IfStatement':
      case 'WhileStatement':
      case 'DoWhileStatement':
      case 'ConditionalExpression':
        return this.test(node.test as Node);
      case 'ForStatement':
        return node.test ? this.test(node.test as Node) : undefined;
      case 'LogicalExpression':
        return this.logical(node);
      case 'CallExpression':
        return this.call(node);
      default:
    }
  }

  /** Visits the callee of `new`, which cannot be wrapped. */
  visitConstructor(callee: Of<'MemberExpression'>): void {
    this.targets.visitConstructor(callee);
  }

  /** True when an operator on these operands may meet a tensor, or compare two shapes, which are lists of numbers. */
  private meets(operator: string, left: Node, right: Node): boolean {
    const isEquality = operator === '==' || operator === '!=';
    if (isEquality && this.maybeShape(left) && this.maybeShape(right)) return true;
    const [l, r] = [this.kinds.maybeTensor(left), this.kinds.maybeTensor(right)];
    if (!l && !r) return false;
    return !isEquality || (l && r) || this.kinds.of(l ? right : left) !== 'nothing';
  }

  private maybeShape(node: Node): boolean {
    return this.kinds.of(node) === 'numbers' || unwrapped(node).type === 'ArrayExpression';
  }

  private binary(node: Of<'BinaryExpression'>): void {
    const [left, right] = [node.left as Node, node.right as Node];
    const name = BINARY[node.operator];
    if (!name || !this.meets(node.operator, left, right)) return;
    this.edits.open(node.start, `__tl.${name}(${this.edits.site(node.start, node.end)},`);
    this.edits.close(node.end, ')');
    if (/[<>]/.test(node.operator) && left.type === 'BinaryExpression' && COMPARISON.test(left.operator)) this.wrap(left, 'chained', node);
    const sign = tokenAfter(this.edits.text, left.end);
    this.edits.replace(sign, sign + node.operator.length, ',');
  }

  private unary(node: Of<'UnaryExpression'>): void {
    const argument = node.argument as Node;
    if (node.operator === '!') return this.test(argument);
    if ((node.operator !== '-' && node.operator !== '~') || !this.kinds.maybeTensor(argument)) return;
    const name = node.operator === '-' ? 'neg' : 'not';
    this.edits.replace(node.start, node.start + 1, `__tl.${name}(${this.edits.site(node.start, node.end)},`);
    this.edits.close(node.end, ')');
  }

  /** Handles an expression of which only the truth is used. */
  private test(node: Node): void {
    const inner = unwrapped(node);
    if (inner.type === 'LogicalExpression' && inner.operator !== '??') this.tests.add(inner);
    else if (this.kinds.maybeTensor(inner)) this.wrap(node, 'bool');
  }

  private logical(node: Of<'LogicalExpression'>): void {
    const [left, right] = [node.left as Node, node.right as Node];
    if (node.operator === '??') return;
    if (this.tests.has(node)) {
      this.test(left);
      this.test(right);
    } else if (this.targets.isUnused(node)) this.test(left);
    else if (this.kinds.maybeTensor(left)) {
      this.edits.open(node.start, `__tl.${node.operator === '&&' ? 'falsy' : 'truthy'}(${this.edits.site(left.start, left.end)},`);
      const sign = tokenAfter(this.edits.text, left.end);
      this.edits.replace(sign, sign + 2, ')?__tl.last():');
    }
  }

  /**
   * Converts the arguments of JavaScript's own functions to numbers or booleans, as Python's `float(x)`, `math.sqrt(x)`
   * and `bool(x)` do.
   */
  private call(node: Of<'CallExpression'>): void {
    const callee = unwrapped(node.callee as Node);
    const given = (node.arguments as Node[]).filter((argument) => argument.type !== 'SpreadElement');
    if (callee.type === 'MemberExpression' && !callee.computed && callee.property.type === 'Identifier') {
      const [first] = given;
      if (this.kinds.isGlobal(callee.object as Node, 'Math')) this.wrapTensors(given, 'num');
      else if (PREDICATE.test(callee.property.name) && first?.type === 'ArrowFunctionExpression' && first.body.type !== 'BlockStatement')
        this.wrapTensors([first.body as Node], 'truth');
    } else if (this.kinds.isGlobal(callee, 'Boolean')) this.wrapTensors(given, 'bool');
    else if (['Number', 'isNaN', 'isFinite'].some((name) => this.kinds.isGlobal(callee, name))) this.wrapTensors(given, 'num');
  }

  private wrapTensors(nodes: Node[], name: string): void {
    for (const node of nodes) if (this.kinds.maybeTensor(node)) this.wrap(node, name);
  }

  private wrap(node: Node, name: string, at: Node = node): void {
    const isList = node.type === 'SequenceExpression';
    this.edits.open(node.start, `__tl.${name}(${this.edits.site(at.start, at.end)},${isList ? '(' : ''}`);
    this.edits.close(node.end, isList ? '))' : ')');
  }
}
