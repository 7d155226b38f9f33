/**
 * Formulas on vectors, as data. A formula says what one step of a kernel computes in four float32 lanes. Functions such as exp
 * are formulas too, so the compiler sees a kernel as one straight piece of code.
 *
 * A node that is used twice is computed once. `f`: four float32; `i`: four int32, or a mask (all bits of a lane set or none);
 * `d`: two float64.
 */
import type { v } from '../assembler/instructions.js';

type Instruction = keyof typeof v;

interface Base {
  readonly args: readonly Vector[];
}

/** The same number in every lane. */
interface Constant extends Base {
  readonly op: 'const' | 'iconst' | 'dconst';
  readonly value: number;
}
/** An element of an operand (`arg`), or a number that each call is given (`param`). */
interface Leaf extends Base {
  readonly op: 'arg' | 'param';
  readonly n: number;
}
interface Plain extends Base {
  readonly op: 'plain';
  readonly instruction: Instruction;
}
/** Moves all bits of each lane by a fixed count. */
interface Shift extends Base {
  readonly op: 'shift';
  readonly instruction: 'shl' | 'shr' | 'shru' | 'lshl' | 'lshru';
  readonly by: number;
}
/** `high`: lanes 2 and 3 as lanes 0 and 1. `join`: the low halves of two vectors as one vector. */
interface Halves extends Base {
  readonly op: 'high' | 'join';
}
/** args: mask, slow, fast. Computes `slow` for all lanes when the mask holds in one of them, otherwise `fast`. */
interface Branch extends Base {
  readonly op: 'branch';
}
/** args: result, mask, x. Where the mask holds, the JavaScript function computes the lane from x. This is for rare lanes. */
interface Rescue extends Base {
  readonly op: 'rescue';
  readonly ask: (x: number) => number;
}

export type Vector = Constant | Leaf | Plain | Shift | Halves | Branch | Rescue;

/** A node, or a number that stands for a constant. */
export type Operand = Vector | number;

const NONE: readonly Vector[] = [];

export const constant = (value: number): Vector => ({ op: 'const', value, args: NONE });
export const integer = (value: number): Vector => ({ op: 'iconst', value, args: NONE });
const double = (value: number): Vector => ({ op: 'dconst', value, args: NONE });

/** Operand number `n`. */
export const arg = (n: number): Vector => ({ op: 'arg', n, args: NONE });
/** Number `n` of those that each call is given. */
export const param = (n: number): Vector => ({ op: 'param', n, args: NONE });

type Make = (value: number) => Vector;
const node =
  (instruction: Instruction, make: Make) =>
  (...args: Operand[]): Vector => ({ op: 'plain', instruction, args: args.map((x) => (typeof x === 'number' ? make(x) : x)) });

type Builder = (...args: Operand[]) => Vector;
const builders = <K extends Instruction>(make: Make, ...names: K[]): Record<K, Builder> =>
  Object.fromEntries(names.map((name) => [name, node(name, make)])) as Record<K, Builder>;

export const { add, sub, mul, div, neg, abs, sqrt, floor, ceil, trunc, nearest, madd, nmadd, pmin, pmax, lt, gt, le, ge, eq, ne, toInt } =
  builders(
    constant,
    ...(['add', 'sub', 'mul', 'div', 'neg', 'abs', 'sqrt', 'floor', 'ceil', 'trunc', 'nearest', 'madd', 'nmadd', 'pmin', 'pmax'] as const),
    ...(['lt', 'gt', 'le', 'ge', 'eq', 'ne', 'toInt'] as const),
  );

/** On int32 lanes and on bits. `andnot(a, b)` is a & ~b. */
export const { iadd, isub, ieq, and, or, xor, not, andnot, toFloat } = builders(
  integer,
  ...(['iadd', 'isub', 'ieq', 'and', 'or', 'xor', 'not', 'andnot', 'toFloat'] as const),
);

/** On float64 lanes. */
export const { dadd, dsub, dmul, ddiv, dnearest, dpmin, dpmax, dmadd, demote, promote, dtoInt } = builders(
  double,
  ...(['dadd', 'dsub', 'dmul', 'ddiv', 'dnearest', 'dpmin', 'dpmax', 'dmadd', 'demote', 'promote', 'dtoInt'] as const),
);

export const shift = (instruction: Shift['instruction'], x: Vector, by: number): Vector => ({ op: 'shift', instruction, by, args: [x] });

const toNode = (x: Operand): Vector => (typeof x === 'number' ? constant(x) : x);

/** `a` where the mask holds, otherwise `b`. */
export const select = (mask: Vector, a: Operand, b: Operand): Vector => ({
  op: 'plain',
  instruction: 'select',
  args: [toNode(a), toNode(b), mask],
});

/** @see Branch */
export const branch = (mask: Vector, slow: Operand, fast: Operand): Vector => ({ op: 'branch', args: [mask, toNode(slow), toNode(fast)] });

/** @see Rescue */
export const rescue = (result: Vector, mask: Vector, x: Vector, ask: Rescue['ask']): Vector => ({
  op: 'rescue',
  args: [result, mask, x],
  ask,
});

/** Lanes 0 and 1, and lanes 2 and 3, as float64. */
export const lowHalf = (x: Vector): Vector => promote(x);
export const highHalf = (x: Vector): Vector => promote({ op: 'high', args: [x] });

/** Two vectors of float64 as four float32, or as four int32. */
export const joinFloats = (low: Vector, high: Vector): Vector => ({ op: 'join', args: [demote(low), demote(high)] });
export const joinIntegers = (low: Vector, high: Vector): Vector => ({ op: 'join', args: [dtoInt(low), dtoInt(high)] });

/** c₀xⁿ + … + cₙ, by Horner's rule. */
export const polynomial = (x: Vector, ...coefficients: number[]): Vector =>
  coefficients.slice(1).reduce<Vector>((sum, next) => madd(sum, x, next), constant(coefficients[0]));

export const doublePolynomial = (x: Vector, ...coefficients: number[]): Vector =>
  coefficients.slice(1).reduce<Vector>((sum, next) => dmadd(sum, x, next), double(coefficients[0]));

/** The sign bit alone; as a float it is −0 or 0. */
export const signOf = (x: Vector): Vector => and(x, -0x80000000);

/** `x` with the sign of `y`; the sign of `x` must not be set. */
export const withSignOf = (x: Vector, y: Vector): Vector => or(x, signOf(y));
