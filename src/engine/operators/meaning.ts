/**
 * The meaning of an operator when an operand is a tensor: Python's `__add__` and its relatives as `torch.Tensor`
 * defines them, with their reflected forms (a number on the left) and their in-place forms (`+=`). For two values that
 * are not tensors, the operator does what it does in JavaScript.
 */
import { Complex } from '../complex.js';
import { RuntimeError, TypeError_, ValueError } from '../errors.js';
import { bitwise_left_shift, bitwise_right_shift, pow, remainder } from '../generated/torch.js';
import { mapping } from '../mapping.js';
import { Float } from '../ops/floats.js';
import { numel, sameSizes, Size } from '../shape.js';
import { gradReads } from '../tensor/state.js';
import { Tensor } from '../tensor/tensor.js';
import { lately } from './subscripts.js';
import { typeName } from './typeName.js';

type Scalar = number | boolean;
type Operand = Tensor | Scalar;

/** One operator between two values. */
export interface Operator {
  readonly sign: string;
  /** Computes with the tensor on the left. */
  readonly of: (input: Tensor, other: Operand) => Tensor;
  /** Computes with a number on the left. */
  readonly reflected: (input: Scalar, other: Tensor) => Tensor;
  /** Computes in place; absent for a comparison. */
  readonly inPlace?: (input: Tensor, other: Operand) => Tensor;
}

/** The operators, by the name that compiled code uses for each of them. */
export const OPERATORS = {
  add: { sign: '+', of: (t, v) => t.add(v), reflected: (n, t) => t.add(n), inPlace: (t, v) => t.add_(v) },
  sub: { sign: '-', of: (t, v) => t.sub(v), reflected: (n, t) => t.rsub(n), inPlace: (t, v) => t.sub_(v) },
  mul: { sign: '*', of: (t, v) => t.mul(v), reflected: (n, t) => t.mul(n), inPlace: (t, v) => t.mul_(v) },
  div: { sign: '/', of: (t, v) => t.div(v), reflected: (n, t) => t.reciprocal().mul(n), inPlace: (t, v) => t.div_(v) },
  mod: { sign: '%', of: (t, v) => t.remainder(v), reflected: (n, t) => remainder(n, t), inPlace: (t, v) => t.remainder_(v) },
  pow: {
    sign: '**',
    of: (t, v) => t.pow(v as number),
    reflected: (n, t) => pow(n, t),
    inPlace: (t, v) => t.pow_(v as number),
  },
  and: { sign: '&', of: (t, v) => t.bitwise_and(v), reflected: (n, t) => t.bitwise_and(n), inPlace: (t, v) => t.bitwise_and_(v) },
  or: { sign: '|', of: (t, v) => t.bitwise_or(v), reflected: (n, t) => t.bitwise_or(n), inPlace: (t, v) => t.bitwise_or_(v) },
  xor: { sign: '^', of: (t, v) => t.bitwise_xor(v), reflected: (n, t) => t.bitwise_xor(n), inPlace: (t, v) => t.bitwise_xor_(v) },
  shl: {
    sign: '<<',
    of: (t, v) => t.bitwise_left_shift(v),
    reflected: (n, t) => bitwise_left_shift(n, t),
    inPlace: (t, v) => t.bitwise_left_shift_(v),
  },
  shr: {
    sign: '>>',
    of: (t, v) => t.bitwise_right_shift(v),
    reflected: (n, t) => bitwise_right_shift(n, t),
    inPlace: (t, v) => t.bitwise_right_shift_(v),
  },
  lt: { sign: '<', of: (t, v) => t.lt(v), reflected: (n, t) => t.gt(n) },
  le: { sign: '<=', of: (t, v) => t.le(v), reflected: (n, t) => t.ge(n) },
  gt: { sign: '>', of: (t, v) => t.gt(v), reflected: (n, t) => t.lt(n) },
  ge: { sign: '>=', of: (t, v) => t.ge(v), reflected: (n, t) => t.le(n) },
} satisfies Record<string, Operator>;

/** The meaning of operators for tensors with rules of their own: arrays of NumPy. */
export interface Arithmetic {
  /** Returns null where PyTorch's rules apply. */
  operate(sign: string, a: unknown, b: unknown): { value: unknown } | null;
  inPlace(sign: string, a: Tensor, b: unknown): unknown;
  invert(a: Tensor): Tensor;
  /** The error for asking whether `count` elements together are true. */
  ambiguous(count: number): Error;
}

const arithmeticOf = (value: unknown): Arithmetic | null => (isTensor(value) ? (value.arithmetic as Arithmetic | null) : null);

function operateOtherwise(sign: string, a: unknown, b: unknown): { value: unknown } | null {
  return (arithmeticOf(a) ?? arithmeticOf(b))?.operate(sign, a, b) ?? null;
}

export const isTensor = (value: unknown): value is Tensor => value instanceof Tensor;

const isOperand = (value: unknown): value is Operand =>
  typeof value === 'number' || typeof value === 'boolean' || isTensor(value) || value instanceof Float || value instanceof Complex;

/**
 * `a sign b`, where one of the two is a tensor. A string is joined to the printed tensor. @throws TypeError for any
 * other operand
 */
export function operate({ sign, of, reflected }: Operator, a: unknown, b: unknown): unknown {
  const other = operateOtherwise(sign, a, b);
  if (other) return other.value;
  if (isTensor(a) && isOperand(b)) return of(a, b);
  if (isTensor(b) && isOperand(a)) return reflected(a as Scalar, b);
  if (sign === '+' && (typeof a === 'string' || typeof b === 'string')) return String(a) + String(b);
  throw refused(sign, a, b);
}

/**
 * `a sign= b` where `a` is a tensor: changes `a` and returns it. @throws TypeError for an operand that is no tensor or
 * number
 */
export function operateInPlace({ sign, inPlace }: Operator, a: Tensor, b: unknown): unknown {
  const other = arithmeticOf(a);
  if (other) return other.inPlace(sign, a, b);
  if (inPlace && isOperand(b)) return (lately.changed = inPlace(a, b));
  if (sign === '+' && typeof b === 'string') return String(a) + b;
  throw refused(`${sign}=`, a, b);
}

/**
 * Refuses an operator for a `.grad` that is null, as Python refuses None. JavaScript would take null for 0, so that
 * `w - 0.1 * w.grad` would do nothing without a word. Where no `.grad` was null, null has JavaScript's meaning.
 * @throws TypeError
 */
export function needGradient({ sign }: Operator, a: unknown, b: unknown): void {
  const isText = sign === '+' && (typeof a === 'string' || typeof b === 'string');
  if (gradReads.hadNone && (a === null || b === null) && !isText) throw refused(sign, a, b);
}

function refused(sign: string, a: unknown, b: unknown): TypeError_ {
  const types = `'${typeName(a)}' and '${typeName(b)}'`;
  if (/^[<>]/.test(sign)) return new TypeError_(`'${sign}' not supported between instances of ${types}`);
  return new TypeError_(`unsupported operand type(s) for ${sign === '**' ? '** or pow()' : sign}: ${types}`);
}

/**
 * `a == b` or, with `negated`, `a != b`, where one is a tensor: compares the elements with a tensor or a number; any
 * other value is unequal.
 */
export function compare(a: unknown, b: unknown, negated: boolean): Tensor | boolean {
  const otherwise = operateOtherwise(negated ? '!=' : '==', a, b);
  if (otherwise) return otherwise.value as Tensor;
  const [tensor, other] = isTensor(a) ? [a, b] : [b as Tensor, a];
  if (!isOperand(other)) return negated;
  return negated ? tensor.ne(other) : tensor.eq(other);
}

/** Whether two values are equal as shapes are in Python: size by size. Null unless one of them is a `torch.Size`. */
export function sameShape(a: unknown, b: unknown): boolean | null {
  if (!(a instanceof Size || b instanceof Size)) return null;
  return Array.isArray(a) && Array.isArray(b) && sameSizes(a as number[], b as number[]);
}

/** `~x`. @throws TypeError for floating dtypes */
export function invert(input: Tensor): Tensor {
  const other = arithmeticOf(input);
  if (other) return other.invert(input);
  if (input.dtype.is_floating_point) throw new TypeError_('~ (operator.invert) is only implemented on integer and Boolean-type tensors');
  return input.bitwise_not();
}

/** Python's `bool(x)`. @throws RuntimeError unless there is one element */
export function truth(input: Tensor): boolean {
  mapping()?.refuseTruth(input);
  const count = numel(input.sizes);
  if (count === 1) {
    const value: unknown = input.item();
    // NaN is true in Python and false in JavaScript. A complex number is an object, which JavaScript takes for true
    // even if it is zero.
    return value instanceof Complex ? value.re !== 0 || value.im !== 0 : Number(value) !== 0;
  }
  const other = arithmeticOf(input);
  if (other) throw other.ambiguous(count);
  throw new RuntimeError(`Boolean value of Tensor with ${count === 0 ? 'no values' : 'more than one value'} is ambiguous`, {
    kind: 'truth',
    sizes: input.sizes,
  });
}

/** Python's `float(x)`. @throws ValueError unless there is one element */
export function toNumber(input: Tensor): number {
  if (numel(input.sizes) !== 1) throw new ValueError('only one element tensors can be converted to Python scalars');
  return Number(input.item());
}
