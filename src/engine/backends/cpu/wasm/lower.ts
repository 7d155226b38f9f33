/** Turns formulas of kernels into formulas on vectors: arithmetic in float32. */
import type { Arithmetic, Comparison, NumberNode, ScalarFunction, TruthNode, Variable } from '../../../kernels/expression.js';
import { sweepInputs } from '../../../kernels/sweeps.js';
import { erf } from './vector/functions/erf.js';
import { exp, log } from './vector/functions/exponential.js';
import { tanh } from './vector/functions/hyperbolic.js';
import { cos, sin } from './vector/functions/trigonometric.js';
import * as n from './vector/nodes.js';
import type { Vector } from './vector/nodes.js';

const leaves: Partial<Record<Variable, Vector>> = {
  ...Object.fromEntries(sweepInputs.map(({ name }, i) => [name, n.arg(i)])),
  ...Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`p${i}`, n.param(i)])),
};

const arithmetic: Partial<Record<Arithmetic, (a: Vector, b: Vector) => Vector>> = { '+': n.add, '-': n.sub, '*': n.mul, '/': n.div };

const comparisons: Record<Comparison, (a: Vector, b: Vector) => Vector> = {
  '<': n.lt,
  '<=': n.le,
  '>': n.gt,
  '>=': n.ge,
  '==': n.eq,
  '!=': n.ne,
};

const functions: Partial<Record<ScalarFunction, (x: Vector) => Vector>> = {
  ...{ abs: n.abs, sqrt: n.sqrt, floor: n.floor, ceil: n.ceil, trunc: n.trunc, roundEven: n.nearest },
  ...{ exp, log, tanh, erf, sin, cos },
  divisor: (x) => x,
  // Here all numbers are float32 already.
  fround: (x) => x,
};

const isProduct = (x: NumberNode): x is NumberNode & { kind: 'arithmetic' } => x.kind === 'arithmetic' && x.operator === '*';

/** The error for something in a formula that vectors cannot compute. */
class NotLowered extends Error {}

function known<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new NotLowered(what);
  return found;
}

/** The formula on vectors; null when vectors cannot compute it. */
export const lowered = (root: NumberNode): Vector | null => allLowered([root])?.[0] ?? null;

/** The formulas of one kernel. Parts that they share stay shared. Null as for `lowered`. */
export function allLowered(roots: readonly NumberNode[]): Vector[] | null {
  // A node that occurs twice stays one node.
  const numbers = new Map<NumberNode, Vector>();
  const number = (x: NumberNode): Vector => {
    let made = numbers.get(x);
    if (!made) numbers.set(x, (made = make(x)));
    return made;
  };
  /** What PyTorch's compiler multiplies and adds at once: the second of two products. */
  const contracted = ({ operator, left, right }: NumberNode & { kind: 'arithmetic' }): Vector | null => {
    const isSum = operator === '+';
    if (!isSum && operator !== '-') return null;
    if (isProduct(right)) return (isSum ? n.madd : n.nmadd)(number(right.left), number(right.right), number(left));
    if (isProduct(left)) return n.madd(number(left.left), number(left.right), isSum ? number(right) : n.neg(number(right)));
    return null;
  };
  const make = (x: NumberNode): Vector => {
    switch (x.kind) {
      case 'variable':
        return known(leaves[x.name], x.name);
      case 'constant':
        return n.constant(x.value);
      case 'arithmetic':
        return contracted(x) ?? known(arithmetic[x.operator], x.operator)(number(x.left), number(x.right));
      case 'negate':
        return n.neg(number(x.of));
      case 'call':
        return known(functions[x.name], x.name)(number(x.of[0]));
      case 'select':
        return n.select(truth(x.when), number(x.yes), number(x.no));
    }
  };
  /** A mask. */
  const truth = (x: TruthNode): Vector => {
    switch (x.kind) {
      case 'compare':
        return comparisons[x.operator](number(x.left), number(x.right));
      case 'test':
        if (x.test === 'nan') return n.ne(number(x.of), number(x.of));
        if (x.test === 'finite') return n.lt(n.abs(number(x.of)), Infinity);
        return n.shift('shr', number(x.of), 31);
      case 'and':
        return n.and(truth(x.left), truth(x.right));
      case 'or':
        return n.or(truth(x.left), truth(x.right));
      case 'not':
        return n.not(truth(x.of));
    }
  };
  try {
    return roots.map(number);
  } catch (error) {
    if (error instanceof NotLowered) return null;
    throw error;
  }
}
