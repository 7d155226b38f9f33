/**
 * `-a`, and binary operators. JavaScript's operator is used where it does the same as Python's; elsewhere, a helper.
 */
import { t } from '../../../protocol/l10n.js';
import { asNumber, isNumber, isNumpy, unbound, withoutNone, type Type } from '../program/types.js';
import { isBeyond } from '../inference/largeInts.js';
import { isView } from '../inference/containerMethods.js';
import { OPERATORS } from '../reading/operators.js';
import { numberOf, type Any, type Expr, type Of } from '../reading/syntax.js';
import type { Context } from './context.js';
import type { Expressions } from './expressions.js';
import { isList } from './kinds.js';
import { atom, call, LEVEL, type Written } from './written.js';

const SIGNS: Readonly<Record<string, [string, number]>> = {
  Add: ['+', LEVEL.add],
  Sub: ['-', LEVEL.add],
  Mult: ['*', LEVEL.mul],
  Div: ['/', LEVEL.mul],
  Mod: ['%', LEVEL.mul],
  Pow: ['**', LEVEL.pow],
  BitAnd: ['&', LEVEL.bitand],
  BitOr: ['|', LEVEL.bitor],
  BitXor: ['^', LEVEL.bitxor],
};

/** Operators of sets, and their methods. */
const SET_OPERATORS: Readonly<Record<string, string>> = {
  BitAnd: 'intersection',
  BitOr: 'union',
  BitXor: 'symmetric_difference',
  Sub: 'difference',
};

/** The functions of `mixed`. */
export const MIXED: Readonly<Record<string, string>> = {
  Add: 'add',
  Sub: 'sub',
  Mult: 'mul',
  Mod: 'mod',
  FloorDiv: 'floordiv',
  Pow: 'power',
};

/** Powers for which JavaScript's `**` gives exactly Python's result. */
const EXACT_POWERS = new Set([0, 0.5, 1, 2]);

/** True when JavaScript may round a power differently in the last digit. Integers, squares and roots are exact. */
export function isRoundedOtherwise(base: Type, power: Type, written: Expr): boolean {
  if (written.nodeType === 'Constant' && EXACT_POWERS.has(Number(written.value))) return false;
  return base.k === 'float' || base.k === 'num' || power.k === 'float' || power.k === 'num' || written.nodeType === 'UnaryOp';
}

export class OperatorWriter {
  constructor(
    private readonly c: Context,
    private readonly e: Expressions,
  ) {}

  unary(node: Of<'UnaryOp'>): Written {
    const type = unbound(this.c.type(node.operand));
    switch (node.op.nodeType) {
      case 'Not':
        return this.e.conditions.negated(node.operand);
      case 'Invert':
        if (type.k === 'obj') return call(`${this.e.text(node.operand, LEVEL.call)}.__invert__()`);
        if (type.k === 'any' && this.c.hasOperators) return call(`${this.c.helper('invoke')}(${this.e.text(node.operand)}, '__invert__')`);
        return { text: `~${this.e.text(node.operand, LEVEL.unary)}`, level: LEVEL.unary };
      default: {
        const sign = node.op.nodeType === 'USub' ? '-' : '+';
        if (type.k === 'obj') return call(`${this.e.text(node.operand, LEVEL.call)}.${sign === '-' ? '__neg__' : '__pos__'}()`);
        if (type.k === 'dict') return call(`${this.e.text(node.operand, LEVEL.call)}.${sign === '-' ? '__neg__' : '__pos__'}()`);
        if (sign === '+') return this.e.write(node.operand);
        if (this.c.isMixed(type)) return call(`${this.c.mixed('neg')}(${this.e.text(node.operand)})`);
        if (type.k === 'any' && this.c.hasOperators) return call(`${this.c.helper('neg')}(${this.e.text(node.operand)})`);
        const inner = this.e.text(node.operand, LEVEL.unary);
        return { text: inner.startsWith('-') ? `-(${inner})` : `-${inner}`, level: LEVEL.unary };
      }
    }
  }

  /** True where the result may be an int or a float, and has to tell. */
  isMixed(op: string, a: Type, b: Type): boolean {
    const mayBeNumber = (type: Type): boolean => isNumber(type) || type.k === 'any' || type.k === 'nested';
    return (
      MIXED[op] !== undefined &&
      mayBeNumber(a) &&
      mayBeNumber(b) &&
      [a, b].some((one) => this.c.isMixed(one) || (this.c.kept !== null && one.k === 'num')) &&
      a.k !== 'float' &&
      b.k !== 'float'
    );
  }

  binary(node: Of<'BinOp'>): Written {
    const { c } = this;
    const op = node.op.nodeType;
    return this.operation(op, c.type(node.left), c.type(node.right), node.left, node.right, node);
  }

  /** `left op right`, which is also the value that `left op= right` assigns. */
  operation(op: string, leftType: Type, rightType: Type, left: Expr, right: Expr, node: Any): Written {
    const { c } = this;
    const [a, b] = [leftType, rightType].map((type) => unbound(asNumber(withoutNone(type)))) as [Type, Type];
    const both = () => `${this.e.text(left)}, ${this.e.text(right)}`;
    const helper = (name: string) => call(`${c.helper(name)}(${both()})`);
    const native = (sign: string, level: number): Written => ({
      text: `${this.e.text(left, level)} ${sign} ${this.e.text(right, level + 1)}`,
      level,
    });
    const method = (name: string) => call(`${this.e.text(left, LEVEL.call)}.${name}(${this.e.text(right)})`);
    if (a.k === 'obj' || b.k === 'obj') {
      const name = OPERATORS[op] ?? '';
      if (a.k === 'obj' && a.of.method(`__${name}__`)) return method(`__${name}__`);
      if (b.k === 'obj' && b.of.method(`__r${name}__`)) return call(`${this.e.text(right, LEVEL.call)}.__r${name}__(${this.e.text(left)})`);
      if (op === 'Add' && [a, b].some((one) => one.k === 'obj' && one.of.isTextEnum)) return helper('add');
      if (a.k === 'obj' && !a.of.isModule) return c.fail(node, t("this operator is not known of '{0}'", a.of.name));
    }
    const views = [left, right].map((one) => isView(one, (of) => c.type(of)));
    if (views.includes(true) && SET_OPERATORS[op]) {
      const own = views[0] ? `${c.helper('set')}(${this.e.text(left)})` : this.e.text(left, LEVEL.call);
      return call(`${own}.${SET_OPERATORS[op]}(${views[1] ? `${c.helper('set')}(${this.e.text(right)})` : this.e.text(right)})`);
    }
    if (op === 'MatMult') return a.k === 'any' && c.hasProducts ? helper('matmul') : method('matmul');
    if (this.isMixed(op, a, b)) return call(`${c.mixed(MIXED[op]!)}(${both()})`);
    const isTensor = a.k === 'tensor' || b.k === 'tensor';
    const areNumbers = isNumber(a) && isNumber(b);
    const areWhole = areNumbers && a.k !== 'float' && b.k !== 'float' && op !== 'Div' && op !== 'Pow';
    if (
      areWhole &&
      (op === 'Mod' || op === 'BitAnd') &&
      this.isLarge(left) &&
      a.k === 'int' &&
      b.k === 'int' &&
      (op === 'BitAnd' || (a.low && b.low))
    )
      return call(`Number(${this.big(left, LEVEL.mul)} ${SIGNS[op]![0]} ${this.big(right, LEVEL.pow)})`);
    if (areWhole && [left, right].some((one) => isBeyond(one, c.facts))) c.fail(node, t('a whole number beyond 2**53 has no counterpart'));
    switch (op) {
      case 'FloorDiv':
        if (a.k === 'tensor') return method('floor_divide');
        if (a.k === 'int' && b.k === 'int' && a.low && b.low && right.nodeType === 'Constant' && Number(right.value) > 0)
          return call(`Math.floor(${this.e.text(left, LEVEL.mul)} / ${this.e.text(right, LEVEL.unary)})`);
        return helper('floordiv');
      case 'Mod':
        if (a.k === 'str') return this.e.builtins.percent(left, right);
        if (isTensor) return this.withFloats(op, a, b, left, right);
        if (a.k === 'int' && b.k === 'int' && a.low && b.low && !c.catchesAll) return native('%', LEVEL.mul);
        return helper('mod');
      case 'Div':
        if (c.catchesAll && b.k === 'any' && (a.k === 'any' || isNumber(a))) return helper('div');
        if (areNumbers && c.catchesAll && !(right.nodeType === 'Constant' && right.value !== 0)) return helper('truediv');
        break;
      case 'LShift':
      case 'RShift':
        if (isTensor)
          return {
            text: `${this.e.text(left, LEVEL.shift)} ${op === 'LShift' ? '<<' : '>>'} ${this.e.text(right, LEVEL.add)}`,
            level: LEVEL.shift,
          };
        if (!areNumbers) return helper(op === 'LShift' ? 'left_shift' : 'right_shift');
        return op === 'LShift'
          ? { text: `${this.e.text(left, LEVEL.mul)} * 2 ** ${this.e.text(right, LEVEL.pow)}`, level: LEVEL.mul }
          : call(`Math.floor(${this.e.text(left, LEVEL.mul)} / 2 ** ${this.e.text(right, LEVEL.pow)})`);
      case 'Pow':
        if (areNumbers && isRoundedOtherwise(a, b, right)) return helper('power');
        break;
      case 'BitAnd':
      case 'BitOr':
      case 'BitXor':
        if (a.k === 'set' && b.k === 'set') return method(SET_OPERATORS[op]!);
        if (a.k === 'dict' && op === 'BitOr' && !a.counter) return helper('merge');
        if (!isTensor) return helper(op === 'BitAnd' ? 'bit_and' : op === 'BitOr' ? 'bit_or' : 'bit_xor');
        break;
      case 'Sub':
        if (a.k === 'set') return method('difference');
        if (a.k === 'dict') return helper('sub');
        break;
      case 'Add':
        if (a.k === 'list' && b.k === 'list')
          return atom(
            `[${[left, right]
              .map((one) => (one.nodeType === 'List' ? this.e.items(one.elts) : `...${this.e.text(one, LEVEL.assign)}`))
              .filter((text) => text !== '')
              .join(', ')}]`,
          );
        if ((isList(a) && isList(b)) || (isList(a) && b.k === 'any') || (a.k === 'any' && isList(b)))
          return helper(isList(a) && isList(b) ? 'concat' : 'add');
        // What an object of a library has under an unknown name may be a list.
        if (a.k === 'bytes' || a.k === 'dict' || a.k === 'method' || b.k === 'method') return helper('add');
        if (a.k === 'str' && b.k !== 'str') return helper('add');
        if (a.k === 'any' && !isTensor && !(isNumber(b) && b.k !== 'bool') && b.k !== 'str') return helper('add');
        if (b.k === 'any' && !isTensor && !isNumber(a)) return helper('add');
        if (isNumber(a) && b.k === 'str') return helper('add');
        break;
      case 'Mult': {
        if (a.k === 'str' && (isNumber(b) || b.k === 'nested'))
          return call(
            `${this.e.text(left, LEVEL.call)}.repeat(${right.nodeType === 'Constant' ? this.e.text(right) : `Math.max(0, ${this.e.text(right)})`})`,
          );
        if (b.k === 'str' && (isNumber(a) || a.k === 'nested'))
          return call(
            `${this.e.text(right, LEVEL.call)}.repeat(${left.nodeType === 'Constant' ? this.e.text(left) : `Math.max(0, ${this.e.text(left)})`})`,
          );
        if (isList(a)) return helper('repeat');
        if (isList(b)) return call(`${c.helper('repeat')}(${this.e.text(right)}, ${this.e.text(left)})`);
        const isUnknown = (x: Type, y: Type) => x.k === 'any' && (y.k === 'any' || y.k === 'int' || (c.hasOperators && isNumber(y)));
        if (isUnknown(a, b) || isUnknown(b, a)) return helper('mul');
        const isLarge = [left, right].some((one) => one.nodeType === 'Constant' && Number(one.value) > 65536);
        if (a.k === 'int' && b.k === 'int' && isLarge && !(left.nodeType === 'Constant' && right.nodeType === 'Constant'))
          return helper('intmul');
        break;
      }
      default:
    }
    const mayBeOwn = (type: Type): boolean => type.k === 'any' || isNumber(type) || (type.k === 'str' && op === 'Div');
    if (c.hasOperators && (a.k === 'any' || b.k === 'any') && mayBeOwn(a) && mayBeOwn(b) && /^(Add|Sub|Div|Pow)$/.test(op))
      return helper({ Add: 'add', Sub: 'sub', Div: 'div', Pow: 'power' }[op as 'Sub']);
    if (isTensor) return this.withFloats(op, a, b, left, right);
    return this.native(op, left, right, node);
  }

  /** True for a product of whole numbers that may be too large for JavaScript's numbers. */
  private isLarge(node: Expr): boolean {
    if (node.nodeType !== 'BinOp') return false;
    const op = node.op.nodeType;
    const isConstant = (one: Expr): boolean => one.nodeType === 'Constant';
    if (op === 'Mult' && [node.left, node.right].some((one) => numberOf(one) !== undefined && numberOf(one)! > 65536))
      return !(isConstant(node.left) && isConstant(node.right)) && [node.left, node.right].every((one) => this.c.type(one).k === 'int');
    return (
      /^(Add|Sub|Mult)$/.test(op) &&
      [node.left, node.right].every((one) => this.c.type(one).k === 'int') &&
      (this.isLarge(node.left) || this.isLarge(node.right))
    );
  }

  /** Whole numbers of any size, as JavaScript has them. */
  private big(node: Expr, least: number): string {
    if (node.nodeType === 'Constant' && typeof node.value === 'number') return `${this.e.text(node)}n`;
    const sign = node.nodeType === 'BinOp' ? SIGNS[node.op.nodeType] : undefined;
    if (node.nodeType !== 'BinOp' || !sign || !/^(Add|Sub|Mult|Pow)$/.test(node.op.nodeType)) return `BigInt(${this.e.text(node)})`;
    const [text, level] = sign;
    const written = `${this.big(node.left, level)} ${text} ${this.big(node.right, level + 1)}`;
    return level < least ? `(${written})` : written;
  }

  private native(op: string, left: Expr, right: Expr, node: Any): Written {
    const sign = SIGNS[op];
    if (!sign) return this.c.fail(node, t('the operator {0} is not converted', op));
    const [text, level] = sign;
    if (op === 'Pow') return { text: `${this.e.text(left, LEVEL.call)} ** ${this.e.text(right, LEVEL.pow)}`, level };
    return { text: `${this.e.text(left, level)} ${text} ${this.e.text(right, level + 1)}`, level };
  }

  /**
   * An operator between a tensor and a number. JavaScript sees 2.0 as 2, so a tensor of integers is first converted to
   * floats.
   */
  private withFloats(op: string, a: Type, b: Type, left: Expr, right: Expr): Written {
    const [sign, level] = SIGNS[op]!;
    const isFloat = (type: Type) => type.k === 'float' || (type.k === 'num' && type.only === null);
    const lifts = (type: Type, other: Type, node: Expr) =>
      // not operations: names of Python's types and functions
      type.k === 'tensor' &&
      isFloat(other) &&
      op !== 'Div' &&
      // not operations: names of Python's types and functions
      (type.d === 'int' || type.d === 'bool' || (type.d === 'any' && node.nodeType === 'Constant'));
    const lifted = (node: Expr, type: Type) =>
      type.k === 'tensor' && type.d === 'any'
        ? `${this.c.helper('floating')}(${this.e.text(node)})`
        : isNumpy(type)
          ? `${this.e.text(node, LEVEL.call)}.astype(${this.c.np}.float64)`
          : `${this.e.text(node, LEVEL.call)}.to(${this.c.floats})`;
    const least = op === 'Pow' ? [LEVEL.call, LEVEL.pow] : [level, level + 1];
    const x = lifts(a, b, right) ? lifted(left, a) : this.e.text(left, least[0]);
    const y = lifts(b, a, left) ? lifted(right, b) : this.e.text(right, least[1]);
    return { text: `${x} ${sign} ${y}`, level };
  }
}
