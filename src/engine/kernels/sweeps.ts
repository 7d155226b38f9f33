/**
 * Several formulas over the same elements, in one pass over memory. Where a formula stands for operations one after
 * another, `kept` marks what each of them would have stored, so that the results are the same bits.
 */
import { call, variable, type NumberNode, type Operand, type ScalarFunction, type TruthNode, type Variable } from './expression.js';

export interface Sweep {
  /** How many arrays are read: the first ones. */
  readonly reads: number;
  /** Which array gets what; it may be one that is read. */
  readonly writes: readonly (readonly [array: number, value: NumberNode])[];
}

/** The arrays that are read, in their order. */
export const sweepInputs = (['x', 'y', 'z', 'u', 'w', 'q', 'r'] as const satisfies readonly Variable[]).map(named);
export const sweepParams = (['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7'] as const satisfies readonly Variable[]).map(named);

function named(name: Variable): NumberNode & { readonly name: Variable } {
  return { ...variable(name), name } as NumberNode & { readonly name: Variable };
}

/** As it would be stored in the dtype of the arithmetic. */
export const kept = (v: Operand): NumberNode => call('fround', v);

/** The formula without `kept`: for arithmetic in doubles, which stores what it has. */
export function unrounded(root: NumberNode): NumberNode {
  const number = (v: NumberNode): NumberNode => {
    switch (v.kind) {
      case 'variable':
      case 'constant':
        return v;
      case 'arithmetic':
        return { ...v, left: number(v.left), right: number(v.right) };
      case 'negate':
        return { ...v, of: number(v.of) };
      case 'call':
        return v.name === ('fround' satisfies ScalarFunction) ? number(v.of[0]) : { ...v, of: v.of.map(number) };
      case 'select':
        return { ...v, when: truth(v.when), yes: number(v.yes), no: number(v.no) };
    }
  };
  const truth = (v: TruthNode): TruthNode => {
    switch (v.kind) {
      case 'compare':
        return { ...v, left: number(v.left), right: number(v.right) };
      case 'test':
        return { ...v, of: number(v.of) };
      case 'and':
      case 'or':
        return { ...v, left: truth(v.left), right: truth(v.right) };
      case 'not':
        return { ...v, of: truth(v.of) };
    }
  };
  return number(root);
}
