/**
 * The functions that operators of a model file are compiled to (language/operators), where an operand may be a tensor.
 * With a tensor they do what PyTorch does, otherwise what JavaScript does. They also report the place in the source
 * where a tensor was computed. Numbers hardly come here, because the model's own realm handles them
 * (run/inside/numbersFirst.ts).
 */
import {
  compare,
  invert,
  isTensor,
  needGradient,
  operate,
  operateInPlace,
  sameShape,
  OPERATORS,
  toNumber,
  truth,
  type Operator,
} from '../engine/operators/meaning.js';
import { TypeError_ } from '../engine/errors.js';
import { subscripts } from './subscripts.js';

/** A value of the model. Its type is not known. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- JavaScript's operators take anything
export type Any = any;
type Binary = (site: number, a: Any, b: Any) => Any;

/** @param computed receives the site at which a tensor was computed or changed */
export function operatorCalls(computed: (site: number) => void) {
  const told = <T>(site: number, value: T): T => {
    computed(site);
    return value;
  };
  const other =
    (operator: Operator, plain: (a: Any, b: Any) => unknown): Binary =>
    (site, a, b) =>
      isTensor(a) || isTensor(b) ? told(site, operate(operator, a, b)) : plain(a, b);
  /** As `other`, for operators whose operand may be a `.grad` that is null. */
  const needing = (operator: Operator, plain: (a: Any, b: Any) => unknown): Binary =>
    other(operator, (a, b) => {
      needGradient(operator, a, b);
      return plain(a, b);
    });
  const otherInPlace =
    (operator: Operator, apart: Binary): Binary =>
    (site, a, b) =>
      isTensor(a) ? told(site, operateInPlace(operator, a, b)) : apart(site, a, b);

  const { add, sub, mul, div, mod, pow, and, or, xor, shl, shr, lt, le, gt, ge } = OPERATORS;
  let last: Any;
  /** Like `++` and `--`: a bigint changes by 1n, and a string becomes a number. */
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

  const apart = {
    add: needing(add, (a, b) => a + b),
    sub: needing(sub, (a, b) => a - b),
    mul: needing(mul, (a, b) => a * b),
    div: needing(div, (a, b) => a / b),
    mod: needing(mod, (a, b) => a % b),
    pow: needing(pow, (a, b) => a ** b),
    and: other(and, (a, b) => a & b),
    or: other(or, (a, b) => a | b),
    xor: other(xor, (a, b) => a ^ b),
    shl: other(shl, (a, b) => a << b),
    shr: other(shr, (a, b) => a >> b),
    lt: needing(lt, (a, b) => a < b),
    le: needing(le, (a, b) => a <= b),
    gt: needing(gt, (a, b) => a > b),
    ge: needing(ge, (a, b) => a >= b),
  };
  const calls = {
    ...apart,
    iadd: otherInPlace(add, apart.add),
    isub: otherInPlace(sub, apart.sub),
    imul: otherInPlace(mul, apart.mul),
    idiv: otherInPlace(div, apart.div),
    imod: otherInPlace(mod, apart.mod),
    ipow: otherInPlace(pow, apart.pow),
    iand: otherInPlace(and, apart.and),
    ior: otherInPlace(or, apart.or),
    ixor: otherInPlace(xor, apart.xor),
    ishl: otherInPlace(shl, apart.shl),
    ishr: otherInPlace(shr, apart.shr),
    eq: (site: number, a: Any, b: Any): Any =>
      // eslint-disable-next-line eqeqeq -- the model wrote this operator
      isTensor(a) || isTensor(b) ? told(site, compare(a, b, false)) : (sameShape(a, b) ?? a == b),
    ne: (site: number, a: Any, b: Any): Any =>
      isTensor(a) || isTensor(b) ? told(site, compare(a, b, true)) : !(calls.eq(site, a, b) as boolean),
    neg: (site: number, a: Any): Any => (isTensor(a) ? told(site, a.neg()) : -a),
    not: (site: number, a: Any): Any => (isTensor(a) ? told(site, invert(a)) : ~a),
    inc: (site: number, a: Any): Any => (isTensor(a) ? told(site, a.add_(1)) : up(a)),
    dec: (site: number, a: Any): Any => (isTensor(a) ? told(site, a.sub_(1)) : down(a)),

    /** `x += v` where `x` is constant. A tensor is changed in place, so `x` stays the same tensor. */
    fixed(site: number, name: 'iadd', x: Any, value: Any): Any {
      if (isTensor(x)) return calls[name](site, x, value);
      throw new TypeError('Assignment to constant variable.');
    },
    /** The left side of a comparison, when that is itself a comparison: `0 < x < 1`. */
    chained(_site: number, value: Any): Any {
      if (isTensor(value)) throw new TypeError_("'a < b < c' would compare a truth value with c: write (a < b) & (b < c)");
      return value;
    },

    /** A value of which only the truth counts. An error is reported at the site. */
    bool: (_site: number, value: Any): boolean => (isTensor(value) ? truth(value) : Boolean(value)),
    /** The truth of a tensor. Any other value is returned as it is, and JavaScript takes its truth. */
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
    /** The number that a function of JavaScript needs, as Python's `float(x)` gives it. */
    num: (_site: number, value: Any): Any => (isTensor(value) ? toNumber(value) : value),
  };
  return Object.freeze({ ...calls, ...subscripts(computed, calls) });
}
