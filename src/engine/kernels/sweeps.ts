/**
 * Several formulas over the same elements, in one pass over memory. A formula may replace operations that follow each other.
 * Then `kept` marks the values that each operation would have stored, so that the results have the same bits.
 */
import { call, variable, type NumberNode, type Operand, type Variable } from './expression.js';

export interface Sweep {
  /** The number of arrays that are read: they are the first ones. */
  readonly reads: number;
  /** The value that each array gets; the array may be one that is read. When a formula contains another one, both use the same object. */
  readonly writes: readonly (readonly [array: number, value: NumberNode])[];
}

/** The arrays that are read, in order. */
export const sweepInputs = (
  ['x', 'y', 'z', 'u', 'w', 'q', 'r', 's', 't', 'b0', 'b1', 'b2', 'b3'] as const satisfies readonly Variable[]
).map(named);
export const sweepParams = (['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7'] as const satisfies readonly Variable[]).map(named);

function named(name: Variable): NumberNode & { readonly name: Variable } {
  return { ...variable(name), name } as NumberNode & { readonly name: Variable };
}

/** The value, rounded as the dtype of the arithmetic would store it. */
export const kept = (v: Operand): NumberNode => call('fround', v);
