import { add, call, div, eq, gt, isNaN, lt, mul, ne, not, or, select, sub, variable, type NumberNode } from './expression.js';
import { logAddExp } from './elementwise.js';

const [a, x, m, n] = (['a', 'x', 'm', 'n'] as const).map(variable) as [NumberNode, NumberNode, NumberNode, NumberNode];

export interface Fold {
  /** The value before the first element. */
  readonly start: number;
  /** The value after the element x, computed from the value before (a) and from the element of the auxiliary view (m). */
  readonly step: NumberNode;
  /** The result, computed from the last value (a) and the number of elements (n). */
  readonly end: NumberNode;
}

const fold = (start: number, step: NumberNode, end: NumberNode = a): Fold => ({ start, step, end });

const size = call('abs', x);
const deviation = sub(x, m);
const greater = (v: NumberNode) => select(or(gt(v, a), isNaN(v)), v, a);
const lesser = (v: NumberNode) => select(or(lt(v, a), isNaN(v)), v, a);

/** Reductions. Intermediate values are doubles. */
export const foldKernels = {
  sum: fold(0, add(a, x)),
  mean: fold(0, add(a, x), div(a, n)),
  prod: fold(1, mul(a, x)),
  max: fold(-Infinity, greater(x)),
  min: fold(Infinity, lesser(x)),
  any: fold(0, select(ne(x, 0), 1, a)),
  all: fold(1, select(ne(x, 0), a, 0)),
  nansum: fold(0, select(not(isNaN(x)), add(a, x), a)),
  sum_abs: fold(0, add(a, size)),
  sum_square: fold(0, add(a, mul(x, x))),
  max_abs: fold(0, greater(size)),
  min_abs: fold(Infinity, lesser(size)),
  count_nonzero: fold(0, select(eq(x, 0), a, add(a, 1))),
  /** m is the power. */
  sum_pow: fold(0, add(a, call('rawPow', size, m))),
  /** m is the mean. */
  sum_square_around: fold(0, add(a, mul(deviation, deviation))),
  /** m is the greatest element (0 where the greatest is infinite). */
  sum_exp_around: fold(0, add(a, call('exp', deviation))),
};
export type FoldKernel = keyof typeof foldKernels;

/** Running results: the value with the element x, computed from the value before (a). It begins with the first element. */
export const scanKernels = {
  sum: add(a, x),
  prod: mul(a, x),
  logsumexp: logAddExp(a, x),
};
export type ScanKernel = keyof typeof scanKernels;
