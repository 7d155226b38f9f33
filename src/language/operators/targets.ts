/**
 * Rewrites targets of assignments with an operator, and subscripts:
 *
 *     w -= g               w = __tl.isub(1,w, g)                   for a constant: __tl.fixed(1,"isub",w, g)
 *     f().k += v           __tl.ref(1,f(), "k").$iadd(1,v)          f() is evaluated once, before v
 *     x[0]                 __tl.item(1,x[0])                       a plain access: a Proxy stands behind a tensor
 *     x[k]                 __tl.item(1,x[__tl.key(x,k)])           where k may be a tensor or a list
 *     x[0, '1:3']          __tl.get(1,x, 0, '1:3')
 *     x[k] = v             __tl.put(1,x[k] = v)
 *     x[i, j] -= v         __tl.refs(1,x, i, j).$isub(1,v)
 */
import { children, type Node } from '../syntax.js';
import type { Kinds } from './kinds.js';
import { unwrapped } from './kind.js';
import { BINARY, tokenAfter, type Edits } from './edits.js';

type Of<Type extends Node['type']> = Extract<Node, { type: Type }>;
type Member = Of<'MemberExpression'>;

export class Targets {
  /** Expressions whose value is not used. */
  private readonly unused = new WeakSet<Node>();
  /** Member accesses that are assigned to, called or deleted: they cannot be wrapped. */
  private readonly kept = new WeakSet<Node>();
  /** Member accesses whose parts were turned into arguments. */
  private readonly taken = new WeakSet<Node>();

  constructor(
    private readonly edits: Edits,
    private readonly kinds: Kinds,
    private readonly meets: (operator: string, left: Node, right: Node) => boolean,
  ) {}

  isUnused(node: Node): boolean {
    return this.unused.has(node);
  }

  /**
   * @param isContinued true when `node` is inside an optional chain that continues after it: a wrapper would end the
   * chain
   */
  visit(node: Node, isContinued: boolean): void {
    this.noteUses(node);
    switch (node.type) {
      case 'AssignmentExpression':
        this.kept.add(unwrapped(node.left as Node));
        return this.assignment(node);
      case 'UpdateExpression':
        this.kept.add(unwrapped(node.argument as Node));
        return this.update(node);
      case 'UnaryExpression':
        if (node.operator === 'delete') this.kept.add(unwrapped(node.argument as Node));
        return;
      case 'CallExpression':
      case 'OptionalCallExpression':
        return void this.kept.add(unwrapped(node.callee as Node));
      case 'TaggedTemplateExpression':
        return void this.kept.add(unwrapped(node.tag as Node));
      case 'ForOfStatement':
      case 'ForInStatement':
        return void this.kept.add(unwrapped(node.left as Node));
      case 'ArrayPattern':
      case 'RestElement':
        for (const child of children(node)) this.kept.add(unwrapped(child));
        return;
      case 'ObjectPattern':
        for (const property of node.properties) if (property.type === 'ObjectProperty') this.kept.add(unwrapped(property.value as Node));
        return;
      case 'AssignmentPattern':
        return void this.kept.add(unwrapped(node.left as Node));
      case 'MemberExpression':
      case 'OptionalMemberExpression':
        if (node.computed && !this.taken.has(node)) this.subscript(node, isContinued || this.kept.has(node));
        return;
      default:
    }
  }

  /** Handles subscripts in the callee of `new`, which cannot be wrapped. */
  visitConstructor(callee: Member): void {
    if (callee.computed) this.subscript(callee, true);
  }

  private noteUses(node: Node): void {
    if (node.type === 'ExpressionStatement') this.unused.add(node.expression as Node);
    else if (node.type === 'ForStatement' && node.update) this.unused.add(node.update as Node);
    else if (node.type === 'SequenceExpression') {
      const last = this.unused.has(node) ? node.expressions.length : node.expressions.length - 1;
      for (const part of node.expressions.slice(0, last)) this.unused.add(part as Node);
    } else if (this.unused.has(node)) {
      if (node.type === 'ParenthesizedExpression') this.unused.add(node.expression as Node);
      else if (node.type === 'LogicalExpression') this.unused.add(node.right as Node);
      else if (node.type === 'ConditionalExpression') {
        this.unused.add(node.consequent as Node);
        this.unused.add(node.alternate as Node);
      }
    }
  }

  private assignment(node: Of<'AssignmentExpression'>): void {
    const target = unwrapped(node.left as Node);
    if (node.operator === '=') {
      if (target.type === 'MemberExpression' && target.computed && this.isIndexed(target)) this.put(node, target);
    } else if (node.operator === '&&=' || node.operator === '||=') this.logicalAssignment(node, target);
    else this.compound(node, target);
  }

  private put(node: Of<'AssignmentExpression'>, target: Member): void {
    const site = this.edits.site(node.start, node.end);
    if (target.property.type !== 'SequenceExpression') {
      this.edits.open(node.start, `__tl.put(${site},`);
      return this.edits.close(node.end, ')');
    }
    const sign = this.signOf(node);
    this.partsAsArguments(node.left as Node, target, `__tl.set(${site},`);
    this.edits.replace(sign, sign + 1, `).$to(${site},`);
    this.edits.close(node.end, ')');
  }

  /** Rewrites `x &&= v` as `x && (x = v)`, if `x` can be read twice. */
  private logicalAssignment(node: Of<'AssignmentExpression'>, target: Node): void {
    const read = this.readAgain(target);
    if (read === null || !this.kinds.maybeTensor(target)) return;
    const name = node.operator === '&&=' ? 'falsy' : 'truthy';
    this.edits.open(node.start, `__tl.${name}(${this.edits.site(target.start, target.end)},${read})?__tl.last():`);
    const sign = this.signOf(node);
    this.edits.replace(sign, sign + 3, '=');
  }

  private compound(node: Of<'AssignmentExpression'>, target: Node): void {
    const operator = node.operator.slice(0, -1);
    if (!(operator in BINARY) || !this.meets(operator, target, node.right as Node)) return;
    const name = `i${BINARY[operator]!}`;
    const sign = this.signOf(node);
    const site = this.edits.site(node.start, node.end);
    const read = this.readAgain(target);
    const bound = this.edits.binding(target) ?? '';
    const end = bound === '' ? ')' : '))';
    if (target.type === 'Identifier' && this.kinds.isConstant(target)) {
      this.edits.open(node.start, `${bound}__tl.fixed(${site},"${name}",`);
      this.edits.replace(sign, sign + node.operator.length, ',');
      this.edits.close(node.end, end);
    } else if (read !== null) {
      this.edits.replace(sign, sign + node.operator.length, `= ${bound}__tl.${name}(${site},${read},`);
      this.edits.close(node.end, end);
    } else if (this.asPlace(node.left as Node, target, site)) {
      this.edits.replace(sign, sign + node.operator.length, `).$${name}(${site},`);
      this.edits.close(node.end, ')');
    }
  }

  /** Rewrites `x++`. As a value it is left to JavaScript: a tensor then throws an error when it is converted. */
  private update(node: Of<'UpdateExpression'>): void {
    const target = unwrapped(node.argument as Node);
    const isUnused = this.unused.has(node);
    if (!this.kinds.maybeTensor(target) || (!node.prefix && !isUnused)) return;
    const name = node.operator === '++' ? 'inc' : 'dec';
    const read = this.readAgain(target);
    const isConstant = target.type === 'Identifier' && this.kinds.isConstant(target);
    if (read === null && !isPlace(target)) return;
    const site = this.edits.site(node.start, node.end);
    const needsParentheses = !isUnused && !isConstant && read !== null;
    const before = isConstant ? `__tl.fixed(${site},"${name}",` : needsParentheses ? '(' : '';
    const after = isConstant
      ? ')'
      : read === null
        ? `).$${name}(${site})`
        : ` = __tl.${name}(${site},${read})${needsParentheses ? ')' : ''}`;
    const sign = node.prefix ? node.start : tokenAfter(this.edits.text, (node.argument as Node).end);
    this.edits.replace(sign, sign + 2, node.prefix ? before : '');
    if (!node.prefix && before !== '') this.edits.open(node.start, before);
    this.edits.close(node.end, after);
    if (read === null) this.asPlace(node.argument as Node, target, site);
  }

  /** The text that reads a target again, if that has no side effects and is cheap; else null. */
  private readAgain(target: Node): string | null {
    const text = this.edits.text.slice(target.start, target.end);
    if (target.type === 'Identifier') return target.name;
    if (target.type !== 'MemberExpression' || !/^(Identifier|ThisExpression|Super)$/.test(target.object.type)) return null;
    if (!target.computed) return text;
    const { property } = target;
    if (property.type === 'NumericLiteral' || property.type === 'StringLiteral') return text;
    return property.type === 'Identifier' && /^(number|text)$/.test(this.kinds.of(property as Node)) ? text : null;
  }

  /** Rewrites `f().k` to `__tl.ref(1,f(), "k"`. Returns false for a target that cannot be written so. */
  private asPlace(written: Node, target: Node, site: number): boolean {
    if (!isPlace(target)) return false;
    this.partsAsArguments(written, target, `__tl.${target.property.type === 'SequenceExpression' ? 'refs' : 'ref'}(${site},`);
    return true;
  }

  private partsAsArguments(written: Node, target: Member, head: string): void {
    this.taken.add(target);
    const { text } = this.edits;
    // Leaves out the text around the target: parentheses, `!`, a cast.
    this.leaveOut(written.start, target.start);
    this.leaveOut(target.end, written.end);
    this.edits.open(target.start, head);
    const sign = tokenAfter(text, (target.object as Node).end);
    this.edits.replace(sign, sign + 1, ',');
    if (target.computed) this.edits.replace(target.end - 1, target.end, '');
    else if (target.property.type === 'Identifier')
      this.edits.replace(target.property.start!, target.property.end!, `"${target.property.name}"`);
  }

  private leaveOut(start: number, end: number): void {
    if (start < end) this.edits.replace(start, end, this.edits.text.slice(start, end).replace(/[^\r\n\u2028\u2029]/g, ''));
  }

  private subscript(node: Member | Of<'OptionalMemberExpression'>, isBare: boolean): void {
    const property = node.property as Node;
    if (!this.isIndexed(node)) return;
    if (property.type === 'SequenceExpression' && !isBare && node.type === 'MemberExpression') {
      const site = this.edits.site(node.start, node.end);
      this.edits.open(node.start, `__tl.get(${site},`);
      const bracket = tokenAfter(this.edits.text, (node.object as Node).end);
      this.edits.replace(bracket, bracket + 1, ',');
      this.edits.replace(node.end - 1, node.end, ')');
      return;
    }
    if (!isBare) {
      this.edits.open(node.start, `__tl.item(${this.edits.site(node.start, node.end)},`);
      this.edits.close(node.end, ')');
    }
    const isList = property.type === 'SequenceExpression';
    if (!isList && /^(number|text|bigint|truth|nothing)$/.test(this.kinds.of(property))) return;
    const object = node.object.type === 'Identifier' ? node.object.name : node.object.type === 'ThisExpression' ? 'this' : 'void 0';
    this.edits.open(property.start, `__tl.${isList ? 'keys' : 'key'}(${object},`);
    this.edits.close(property.end, ')');
  }

  /** True when a computed access may be an access to a tensor or to a list of modules. */
  private isIndexed({ object, property }: Member | Of<'OptionalMemberExpression'>): boolean {
    if (object.type === 'Super' || !this.kinds.maybeTensor(object as Node)) return false;
    return property.type !== 'StringLiteral' || /^(null|true|false|[-\d\s:.,]*)$/.test(property.value);
  }

  /** The offset of the sign of an assignment. */
  private signOf(node: Of<'AssignmentExpression'>): number {
    return tokenAfter(this.edits.text, (node.left as Node).end);
  }
}

const isPlace = (target: Node): target is Member =>
  target.type === 'MemberExpression' && target.object.type !== 'Super' && target.property.type !== 'PrivateName';
