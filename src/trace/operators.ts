/**
 * What the operators of a model file are compiled to (language/operators): two numbers are JavaScript's affair, a
 * tensor is PyTorch's, and where in the source a tensor was computed is told.
 *
 * Each function asks for numbers itself, with a test of its own, so that V8 inlines it and keeps apart what it learns
 * of each operator; what is no number goes on to what they share. Written out, since code cannot be made of text here.
 */
import {
  compare,
  invert,
  isTensor,
  operate,
  operateInPlace,
  OPERATORS,
  toNumber,
  truth,
  type Operator,
} from '../engine/operators/meaning.js';
import { TypeError_ } from '../engine/errors.js';
import { subscripts } from './subscripts.js';

/** A value of the model, of which nothing is known. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- JavaScript's operators take anything
export type Any = any;
type Binary = (site: number, a: Any, b: Any) => Any;

/** @param computed is told the site at which a tensor was computed or changed */
export function operatorCalls(computed: (site: number) => void) {
  const told = <T>(site: number, value: T): T => {
    computed(site);
    return value;
  };
  const other =
    (operator: Operator, plain: (a: Any, b: Any) => unknown): Binary =>
    (site, a, b) =>
      isTensor(a) || isTensor(b) ? told(site, operate(operator, a, b)) : plain(a, b);
  const otherInPlace =
    (operator: Operator, apart: Binary): Binary =>
    (site, a, b) =>
      isTensor(a) ? told(site, operateInPlace(operator, a, b)) : apart(site, a, b);

  const { add, sub, mul, div, mod, pow, and, or, xor, lt, le, gt, ge } = OPERATORS;
  const addOther = other(add, (a, b) => a + b);
  const subOther = other(sub, (a, b) => a - b);
  const mulOther = other(mul, (a, b) => a * b);
  const divOther = other(div, (a, b) => a / b);
  const modOther = other(mod, (a, b) => a % b);
  const powOther = other(pow, (a, b) => a ** b);
  const andOther = other(and, (a, b) => a & b);
  const orOther = other(or, (a, b) => a | b);
  const xorOther = other(xor, (a, b) => a ^ b);
  const ltOther = other(lt, (a, b) => a < b);
  const leOther = other(le, (a, b) => a <= b);
  const gtOther = other(gt, (a, b) => a > b);
  const geOther = other(ge, (a, b) => a >= b);
  const iaddOther = otherInPlace(add, addOther);
  const isubOther = otherInPlace(sub, subOther);
  const imulOther = otherInPlace(mul, mulOther);
  const idivOther = otherInPlace(div, divOther);
  const imodOther = otherInPlace(mod, modOther);
  const ipowOther = otherInPlace(pow, powOther);
  const iandOther = otherInPlace(and, andOther);
  const iorOther = otherInPlace(or, orOther);
  const ixorOther = otherInPlace(xor, xorOther);
  // eslint-disable-next-line eqeqeq -- it is what the model wrote
  const eqOther: Binary = (site, a, b) => (isTensor(a) || isTensor(b) ? told(site, compare(a, b, false)) : a == b);
  // eslint-disable-next-line eqeqeq -- it is what the model wrote
  const neOther: Binary = (site, a, b) => (isTensor(a) || isTensor(b) ? told(site, compare(a, b, true)) : a != b);
  const negOther = (site: number, a: Any): Any => (isTensor(a) ? told(site, a.neg()) : -a);
  const notOther = (site: number, a: Any): Any => (isTensor(a) ? told(site, invert(a)) : ~a);
  let last: Any;
  /** As `++` and `--`, which go by 1n from a bigint and make a number of a text. */
  const up = (value: Any): Any => {
    let next = value;
    next++;
    return next as unknown;
  };
  const down = (value: Any): Any => {
    let next = value;
    next--;
    return next as unknown;
  };

  const calls = {
    add: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a + b : addOther(s, a, b)),
    sub: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a - b : subOther(s, a, b)),
    mul: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a * b : mulOther(s, a, b)),
    div: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a / b : divOther(s, a, b)),
    mod: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a % b : modOther(s, a, b)),
    pow: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a ** b : powOther(s, a, b)),
    and: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a & b : andOther(s, a, b)),
    or: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a | b : orOther(s, a, b)),
    xor: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a ^ b : xorOther(s, a, b)),
    lt: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a < b : ltOther(s, a, b)),
    le: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a <= b : leOther(s, a, b)),
    gt: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a > b : gtOther(s, a, b)),
    ge: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a >= b : geOther(s, a, b)),
    eq: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a === b : eqOther(s, a, b)),
    ne: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a !== b : neOther(s, a, b)),
    iadd: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a + b : iaddOther(s, a, b)),
    isub: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a - b : isubOther(s, a, b)),
    imul: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a * b : imulOther(s, a, b)),
    idiv: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a / b : idivOther(s, a, b)),
    imod: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a % b : imodOther(s, a, b)),
    ipow: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a ** b : ipowOther(s, a, b)),
    iand: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a & b : iandOther(s, a, b)),
    ior: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a | b : iorOther(s, a, b)),
    ixor: (s: number, a: Any, b: Any): Any => (typeof a === 'number' && typeof b === 'number' ? a ^ b : ixorOther(s, a, b)),
    neg: (s: number, a: Any): Any => (typeof a === 'number' ? -a : negOther(s, a)),
    not: (s: number, a: Any): Any => (typeof a === 'number' ? ~a : notOther(s, a)),
    inc: (s: number, a: Any): Any => (typeof a === 'number' ? a + 1 : isTensor(a) ? told(s, a.add_(1)) : up(a)),
    dec: (s: number, a: Any): Any => (typeof a === 'number' ? a - 1 : isTensor(a) ? told(s, a.sub_(1)) : down(a)),

    /** `x += v` where `x` is constant: it stays the tensor that it is. */
    fixed(site: number, name: 'iadd', x: Any, value: Any): Any {
      if (isTensor(x)) return calls[name](site, x, value);
      throw new TypeError('Assignment to constant variable.');
    },
    /** The left side of a comparison that is itself one: `0 < x < 1`. */
    chained(_site: number, value: Any): Any {
      if (isTensor(value)) throw new TypeError_("'a < b < c' would compare a truth value with c: write (a < b) & (b < c)");
      return value;
    },

    /** What only the truth of counts. The site is where an error belongs. */
    bool: (_site: number, value: Any): boolean => (typeof value === 'boolean' ? value : isTensor(value) ? truth(value) : Boolean(value)),
    /** A tensor's truth; anything else as it is, whose truth JavaScript takes. */
    truth: (_site: number, value: Any): Any => (isTensor(value) ? truth(value) : value),
    /** `a && b` is `falsy(a) ? last() : b`, `a || b` is `truthy(a) ? last() : b`: one of the two, as in Python. */
    falsy(site: number, value: Any): boolean {
      if (calls.bool(site, value)) return false;
      last = value;
      return true;
    },
    truthy(site: number, value: Any): boolean {
      if (!calls.bool(site, value)) return false;
      last = value;
      return true;
    },
    last(): Any {
      const value = last as unknown;
      last = undefined;
      return value;
    },
    /** What a function of JavaScript takes as a number: Python's `float(x)`. */
    num: (_site: number, value: Any): Any => (typeof value === 'number' || !isTensor(value) ? value : toNumber(value)),
  };
  return Object.freeze({ ...calls, ...subscripts(computed, calls) });
}
