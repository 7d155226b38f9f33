/** Conditions: `and`, `or` and `not`, comparisons, and the test of a branch. */
import { t } from '../../../protocol/l10n.js';
import { elementOf } from '../program/join.js';
import { asNumber, isNumber, unbound, withoutNone, type Type } from '../program/types.js';
import { COMPARISONS } from '../reading/operators.js';
import type { Any, Expr, Of } from '../reading/syntax.js';
import type { Context } from './context.js';
import type { Expressions } from './expressions.js';
import { isList, isSimple } from './kinds.js';
import { call, LEVEL, wrap, type Written } from './written.js';

const COMPARED: Readonly<Record<string, string>> = { Lt: '<', LtE: '<=', Gt: '>', GtE: '>=' };

export class ConditionWriter {
  constructor(
    private readonly c: Context,
    private readonly e: Expressions,
  ) {}

  logical(node: Of<'BoolOp'>): Written {
    const { c } = this;
    const isOr = node.op.nodeType === 'Or';
    const [sign, level, name] = isOr ? (['||', LEVEL.or, 'or'] as const) : (['&&', LEVEL.and, 'and'] as const);
    const isPlain = (type: Type): boolean => {
      const of = withoutNone(type);
      return (
        (isNumber(of) && !c.mayBeKept(of)) ||
        of.k === 'str' ||
        of.k === 'none' ||
        of.k === 'tensor' ||
        of.k === 'func' ||
        of.k === 'class' ||
        of.k === 'inst' ||
        (of.k === 'obj' && !of.of.method('__bool__') && !of.of.method('__len__'))
      );
    };
    const firsts = node.values.slice(0, -1);
    if (firsts.every((one) => isPlain(c.type(one)))) {
      return { text: node.values.map((one, i) => this.e.text(one, i === 0 ? level : level + 1)).join(` ${sign} `), level };
    }
    const [first, ...rest] = node.values;
    return rest.reduce<Written>(
      (before, one) => call(`${c.helper(name)}(${before.text}, () => ${this.e.text(one)})`),
      this.e.write(first!),
    );
  }

  /** A value as the test of a branch. An empty list is false in Python and true in JavaScript. */
  truth(node: Expr, least: number = LEVEL.assign): string {
    return wrap(this.truthOf(node), least);
  }

  private truthOf(node: Expr): Written {
    const { c } = this;
    if (node.nodeType === 'BoolOp') {
      const isOr = node.op.nodeType === 'Or';
      const level = isOr ? LEVEL.or : LEVEL.and;
      return { text: node.values.map((one, i) => this.truth(one, i === 0 ? level : level + 1)).join(isOr ? ' || ' : ' && '), level };
    }
    if (node.nodeType === 'UnaryOp' && node.op.nodeType === 'Not') return this.negated(node.operand);
    const type = unbound(c.type(node));
    switch (type.k) {
      case 'list':
      case 'tuple':
      case 'tuples':
      case 'deque':
      case 'size':
        return { text: `${this.e.text(node, LEVEL.call)}.length > 0`, level: LEVEL.less };
      case 'dict':
      case 'set':
        return { text: `${this.e.text(node, LEVEL.call)}.size > 0`, level: LEVEL.less };
      case 'float':
      case 'num':
        if (c.kept) return call(`${c.helper('bool')}(${this.e.text(node)})`);
        return { text: `${this.e.text(node, LEVEL.equal)} !== 0`, level: LEVEL.equal };
      case 'obj':
        if (type.of.method('__bool__')) return call(`${this.e.text(node, LEVEL.call)}.__bool__()`);
        if (type.of.method('__len__') && !type.of.isModule) return call(`${c.helper('bool')}(${this.e.text(node)})`);
        return this.e.write(node);
      case 'opt': {
        const of = withoutNone(type);
        return (isSimple(of) && !c.mayBeKept(of)) ||
          of.k === 'tensor' ||
          of.k === 'func' ||
          of.k === 'class' ||
          of.k === 'inst' ||
          (of.k === 'obj' && !of.of.method('__len__'))
          ? this.e.write(node)
          : call(`${c.helper('bool')}(${this.e.text(node)})`);
      }
      case 'any':
      case 'nested':
      case 'record':
      case 'iter':
      case 'range':
        return node.nodeType === 'Compare' ? this.e.write(node) : call(`${c.helper('bool')}(${this.e.text(node)})`);
      default:
        return this.e.write(node);
    }
  }

  negated(node: Expr): Written {
    const type = this.c.type(node);
    if (type.k === 'list' || type.k === 'tuple' || type.k === 'tuples' || type.k === 'deque')
      return { text: `${this.e.text(node, LEVEL.call)}.length === 0`, level: LEVEL.equal };
    if (type.k === 'dict' || type.k === 'set') return { text: `${this.e.text(node, LEVEL.call)}.size === 0`, level: LEVEL.equal };
    return { text: `!${this.truth(node, LEVEL.unary)}`, level: LEVEL.unary };
  }

  compare(node: Of<'Compare'>): Written {
    const all = [node.left, ...node.comparators];
    const middle = all.slice(1, -1);
    if (middle.some((one) => !this.isRead(one))) {
      if (middle.length > 1) return this.c.fail(node, t('so many comparisons in a row are not converted'));
      const name = this.c.fresh('value');
      const [first, last] = node.ops;
      const own = this.c.held(name, this.c.type(middle[0]!));
      return call(
        `((${name}: any) => ${wrap(this.comparison(first!.nodeType, node.left, own, node), LEVEL.and)} && ${wrap(this.comparison(last!.nodeType, own, all[2]!, node), LEVEL.and)})(${this.e.text(middle[0]!)})`,
      );
    }
    const parts = node.ops.map((op, i) => this.comparison(op.nodeType, all[i]!, all[i + 1]!, node));
    if (parts.length === 1) return parts[0]!;
    return { text: parts.map((one) => wrap(one, LEVEL.and)).join(' && '), level: LEVEL.and };
  }

  /** True for a value that is only read: it may stand twice. */
  private isRead(node: Expr): boolean {
    switch (node.nodeType) {
      case 'Name':
      case 'Constant':
      case 'Attribute':
      case 'UnaryOp':
        return true;
      case 'Subscript':
        return this.isRead(node.value) && this.isRead(node.slice) && this.c.type(node.value).k !== 'obj';
      case 'BinOp':
        return this.isRead(node.left) && this.isRead(node.right) && isNumber(this.c.type(node));
      default:
        return false;
    }
  }

  private comparison(op: string, left: Expr, right: Expr, node: Any): Written {
    const { c } = this;
    const [a, b] = [c.type(left), c.type(right)];
    const isPlainEnum = (type: Type) => type.k === 'obj' && type.of.isEnum && !type.of.isNumberEnum && !type.of.isTextEnum;
    const isTextEnum = (type: Type) => type.k === 'obj' && type.of.isTextEnum;
    const isNone = (one: Expr) => one.nodeType === 'Constant' && (one.value === null || one.value === undefined);
    const two = (sign: string, level: number = LEVEL.equal): Written => ({
      text: `${this.e.text(left, level)} ${sign} ${this.e.text(right, level + 1)}`,
      level,
    });
    const helper = (name: string) => call(`${c.helper(name)}(${this.e.text(left)}, ${this.e.text(right)})`);
    switch (op) {
      case 'Is':
      case 'IsNot':
        if (this.isTypeCall(left)) return this.typeComparison(left as Of<'Call'>, right, op === 'Is');
        if (this.e.builtins.isError(right))
          return op === 'Is'
            ? helper('is')
            : { text: `!${c.helper('is')}(${this.e.text(left)}, ${this.e.text(right)})`, level: LEVEL.unary };
        return isNone(right) ? two(op === 'Is' ? '==' : '!=') : two(op === 'Is' ? '===' : '!==');
      case 'In':
        return this.membership(left, right);
      case 'NotIn':
        return { text: `!${wrap(this.membership(left, right), LEVEL.unary)}`, level: LEVEL.unary };
      case 'Eq':
      case 'NotEq': {
        const isEq = op === 'Eq';
        if (this.isTypeCall(left)) return this.typeComparison(left as Of<'Call'>, right, isEq);
        if (a.k === 'obj' && a.of.method('__eq__'))
          return { text: `${isEq ? '' : '!'}${this.e.text(left, LEVEL.call)}.__eq__(${this.e.text(right)})`, level: LEVEL.unary };
        if (isNone(right) || isNone(left)) return two(isEq ? '==' : '!=');
        if (c.mayBeKept(a) || c.mayBeKept(b)) return helper(isEq ? 'eq' : 'ne');
        if (isNumber(a) && isNumber(b) && (a.k === 'bool') !== (b.k === 'bool')) return helper(isEq ? 'eq' : 'ne');
        if (isSimple(a) && isSimple(b)) return two(isEq ? '===' : '!==');
        if (a.k === 'tensor' || b.k === 'tensor') return two(isEq ? '==' : '!=');
        if ((isTextEnum(a) || isTextEnum(b)) && (a.k === 'str' || b.k === 'str')) return helper(isEq ? 'eq' : 'ne');
        if (a.k === 'str' || b.k === 'str') return two(isEq ? '===' : '!==');
        if (isPlainEnum(a) || isPlainEnum(b)) return two(isEq ? '===' : '!==');
        if (c.isMixed(a) || c.isMixed(b)) return helper(isEq ? 'eq' : 'ne');
        if ((isNumber(withoutNone(a)) && (b.k === 'any' || isNumber(withoutNone(b)))) || (isNumber(withoutNone(b)) && a.k === 'any'))
          return two(isEq ? '==' : '!=');
        return helper(isEq ? 'eq' : 'ne');
      }
      default: {
        const sign = COMPARED[op];
        if (!sign) return c.fail(node, t('the comparison {0} is not converted', op));
        const name = COMPARISONS[op]!;
        if (a.k === 'obj' && a.of.method(name)) return call(`${this.e.text(left, LEVEL.call)}.${name}(${this.e.text(right)})`);
        const isFine = (type: Type) => isNumber(asNumber(withoutNone(type))) || type.k === 'tensor';
        if (
          (a.k === 'str' && b.k === 'str') ||
          (isFine(a) && isFine(b)) ||
          ((isFine(a) || isFine(b)) && (a.k === 'any' || b.k === 'any')) ||
          a.k === 'nested' ||
          b.k === 'nested'
        )
          return two(sign, LEVEL.less);
        return helper({ '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge' }[sign]!);
      }
    }
  }

  private isTypeCall = (node: Expr): boolean =>
    node.nodeType === 'Call' && node.func.nodeType === 'Name' && node.func.id === 'type' && node.args.length === 1;

  private typeComparison(node: Of<'Call'>, right: Expr, isEq: boolean): Written {
    const value = node.args[0]!;
    if (this.isTypeCall(right)) {
      const [a, b] = [value, (right as Of<'Call'>).args[0]!];
      const areObjects = [a, b].every((one) => this.c.type(one).k === 'obj');
      const [one, other] = [a, b].map((of) =>
        areObjects ? `${this.e.text(of, LEVEL.call)}.constructor` : `${this.c.helper('type_of')}(${this.e.text(of)})`,
      );
      return { text: `${one} ${isEq ? '===' : '!=='} ${other}`, level: LEVEL.equal };
    }
    const kind = this.e.builtins.kindName(right);
    if (kind?.startsWith("'")) return call(`${isEq ? '' : '!'}${this.e.builtins.isInstance(value, [right], node)}`);
    const other = this.e.text(right, LEVEL.equal + 1);
    return { text: `${this.e.text(value, LEVEL.call)}.constructor ${isEq ? '===' : '!=='} ${other}`, level: LEVEL.equal };
  }

  private membership(left: Expr, right: Expr): Written {
    const { c } = this;
    const [a, b] = [c.type(left), withoutNone(c.type(right))];
    const list =
      right.nodeType === 'Tuple' || right.nodeType === 'List' || right.nodeType === 'Set' ? `[${this.e.items(right.elts)}]` : null;
    if ((isList(b) || list !== null) && isSimple(a) && isSimple(elementOf(b)) && a.k !== 'bool' && elementOf(b).k !== 'bool')
      return call(`${list ?? this.e.text(right, LEVEL.call)}.includes(${this.e.text(left)})`);
    if (b.k === 'dict' || b.k === 'set') return call(`${this.e.text(right, LEVEL.call)}.has(${this.e.text(left)})`);
    if (b.k === 'str' && a.k === 'str') return call(`${this.e.text(right, LEVEL.call)}.includes(${this.e.text(left)})`);
    if (b.k === 'record')
      return { text: `${this.e.text(left, LEVEL.less + 1)} in ${this.e.text(right, LEVEL.less + 1)}`, level: LEVEL.less };
    return call(`${c.helper('contains')}(${list ?? this.e.text(right)}, ${this.e.text(left)})`);
  }
}
