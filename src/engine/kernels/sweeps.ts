/**
 * Several formulas over the same elements, in one pass over memory. Where a formula stands for operations one after
 * another, `kept` marks what each of them would have stored, so that the results are the same bits.
 */
import { call, variable, type NumberNode, type Operand, type Variable } from './expression.js';

export interface Sweep {
  /** How many arrays are read: the first ones. */
  readonly reads: number;
  /** Which array gets what; it may be one that is read. A formula that another one contains is the same object there. */
  readonly writes: readonly (readonly [array: number, value: NumberNode])[];
}

/** The arrays that are read, in their order. */
export const sweepInputs = (['x', 'y', 'z', 'u', 'w', 'q', 'r', 's', 't'] as const satisfies readonly Variable[]).map(named);
export const sweepParams = (['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7'] as const satisfies readonly Variable[]).map(named);

function named(name: Variable): NumberNode & { readonly name: Variable } {
  return { ...variable(name), name } as NumberNode & { readonly name: Variable };
}

/** As it would be stored in the dtype of the arithmetic. */
export const kept = (v: Operand): NumberNode => call('fround', v);
