/** The type of `a + b`, and of the other binary operators. */
import { elementOf, join } from '../program/join.js';
import {
  ANY,
  array,
  asNumber,
  BOOL,
  FLOAT,
  inside,
  INT,
  isNumber,
  isWhole,
  LOW,
  NEVER,
  STR,
  tensor,
  type Type,
  unbound,
  withoutNone,
} from '../program/types.js';
import { OPERATORS } from '../reading/operators.js';
import type { Any } from '../reading/syntax.js';
import { isView } from './containerMethods.js';
import type { Facts } from './facts.js';
import type { Finders } from './finders.js';
import { kindOf, promote } from './library.js';

export class OperatorTypes {
  constructor(
    private readonly facts: Facts,
    private readonly finders: Finders,
  ) {}

  binary(op: string, left: Type, right: Type, node: Any): Type {
    const [a, b] = [asNumber(withoutNone(left)), asNumber(withoutNone(right))];
    if (this.facts.isLast && (unbound(a).k === 'any' || unbound(b).k === 'any')) this.open(op, [a, b]);
    if (a.k === 'obj' || b.k === 'obj') {
      const name = OPERATORS[op] ?? '';
      const own = a.k === 'obj' ? a.of.method(`__${name}__`) : null;
      if (own) return this.finders.calls.bind(own, a, [b], new Map());
      const reflected = b.k === 'obj' ? b.of.method(`__r${name}__`) : null;
      if (reflected) return this.finders.calls.bind(reflected, b, [a], new Map());
      if (a.k === 'obj' && b.k === 'obj' && a.of.isEnum) return ANY;
    }
    if (a.k === 'never' || b.k === 'never') return a.k === 'tensor' ? a : b.k === 'tensor' ? b : NEVER;
    if (a.k === 'tensor' || b.k === 'tensor') {
      if (a.k === 'str' && op === 'Mod') return STR;
      const d = promote(kindOf(a), kindOf(b));
      const kind = op === 'Div' ? 'float' : op === 'Pow' && d === 'bool' ? 'int' : d;
      const isTorch = (one: Type) => one.k === 'tensor' && !one.numpy;
      return isTorch(a) || isTorch(b) ? tensor(kind) : array(kind);
    }
    if (a.k === 'bytes' && (b.k === 'bytes' || op === 'Mult')) return a;
    if (a.k === 'str' && op === 'Mod') return STR;
    if (a.k === 'str' && (b.k === 'str' || op === 'Mult')) return STR;
    if (op === 'Mult' && b.k === 'str') return STR;
    if (a.k === 'nested' || b.k === 'nested') return op === 'Div' ? FLOAT : { k: 'num', only: null };
    if (isNumber(a) && isNumber(b)) return this.numbers(op, a, b);
    if (op === 'Add' && a.k === 'list' && b.k === 'list') return this.facts.newList(node, join(inside(a.cell), inside(b.cell)));
    if (op === 'Mult' && (a.k === 'list' || b.k === 'list')) return this.facts.newList(node, elementOf(a.k === 'list' ? a : b));
    if (op === 'Add' && a.k === 'tuple' && b.k === 'tuple') return { k: 'tuple', items: [...a.items, ...b.items] };
    if (op === 'Add' && (a.k === 'tuples' || a.k === 'tuple' || a.k === 'size'))
      return { k: 'tuples', of: join(elementOf(a), elementOf(b)) };
    if (op === 'Mult' && (a.k === 'tuples' || a.k === 'tuple')) return { k: 'tuples', of: elementOf(a) };
    if (a.k === 'set' && b.k === 'set') return this.facts.newList(node, join(inside(a.cell), inside(b.cell)), 'set');
    if (node.nodeType === 'BinOp' && /^(Sub|Bit(And|Or|Xor))$/.test(op)) {
      const isKeys = [node.left, node.right].some((one) => isView(one, (of) => this.facts.types.get(of) ?? NEVER));
      if (isKeys) return this.facts.newList(node, join(elementOf(a), elementOf(b)), 'set');
    }
    if (a.k === 'dict' && b.k === 'dict' && (op === 'BitOr' || a.counter)) {
      const made = this.facts.newDict(node, join(inside(a.key), inside(b.key)), join(inside(a.cell), inside(b.cell)));
      return a.counter ? { ...made, counter: true } : made;
    }
    // A quotient is never an int. A sum with a float is never an int either.
    const isNoInt = (type: Type): boolean => type.k === 'float' || (type.k === 'any' && Boolean(type.float) && !type.int);
    return (op === 'Div' && a.k !== 'obj' && b.k !== 'obj') || isNoInt(a) || isNoInt(b) ? { k: 'any', int: false, float: true } : ANY;
  }

  /** An operator on a value of unknown type may be that of any class: its other operand may be anything too. */
  private open(op: string, operands: readonly Type[]): void {
    const name = OPERATORS[op] ?? '';
    const other = operands.find((one) => unbound(one).k !== 'any' && one.k !== 'never') ?? ANY;
    for (const of of this.facts.scopes.classes.values())
      for (const func of [of.methods.get(`__${name}__`), of.methods.get(`__r${name}__`)])
        if (func?.params[1]) this.facts.set(func.params[1], other);
  }

  private numbers(op: string, a: Type, b: Type): Type {
    if (op === 'Div') return FLOAT;
    const isPlain = /^(Add|Sub|Mult)$/.test(op);
    const areWhole = [a, b].every((one) => one.k === 'bool' || isWhole(one));
    if (isPlain && areWhole && (a.k === 'num' || b.k === 'num')) return { k: 'num', only: null, whole: true, plain: true };
    if (a.k === 'float' || b.k === 'float') return FLOAT;
    if (a.k === 'num' || b.k === 'num') {
      // A sum that begins with the int 0 stays an int until something is added.
      const [x, y] = [a, b].map((one) => (one.k === 'num' || one.k === 'int' ? one.only : null));
      return { k: 'num', only: x === 0 && y === 0 ? 0 : null };
    }
    const low = (type: Type) => type.k === 'bool' || (type.k === 'int' && type.low);
    switch (op) {
      case 'Sub':
        return INT;
      case 'Mod':
      case 'BitAnd':
        return low(b) || (op === 'BitAnd' && low(a)) ? LOW : INT;
      case 'BitOr':
      case 'BitXor':
        return a.k === 'bool' && b.k === 'bool' ? BOOL : low(a) && low(b) ? LOW : INT;
      default:
        return low(a) && low(b) ? LOW : INT;
    }
  }
}
