import type { DType } from '../../dtype.js';
import type { NumberNode, ScalarFunction, TruthNode } from '../../kernels/expression.js';

/** Formulas as JavaScript. The names that the text uses are those of `library` in codegen.ts. */

const constant = (v: number): string => (Object.is(v, -0) || v < 0 ? `(${Object.is(v, -0) ? '-0' : String(v)})` : String(v));

const ofMath = new Set<ScalarFunction>([
  ...(['abs', 'exp', 'expm1', 'log', 'log2', 'log10', 'log1p', 'sqrt', 'floor', 'ceil', 'trunc', 'fround', 'min', 'max'] as const),
  ...(['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh', 'atan2', 'hypot'] as const),
]);

function functionName(name: ScalarFunction): string {
  if (name === 'rawPow') return 'Math.pow';
  return ofMath.has(name) ? `Math.${name}` : name;
}

interface TextOptions {
  /** Names of what is computed already. */
  readonly known?: ReadonlyMap<NumberNode, string>;
  /** Nothing is rounded to float32: the arithmetic stores what it has. */
  readonly unrounded?: boolean;
}

/** The text of a formula in the arithmetic of integers or of floating numbers. */
export function textOf(tree: NumberNode, integer: boolean, { known, unrounded = false }: TextOptions = {}): string {
  const number = (v: NumberNode): string => {
    const name = known?.get(v);
    if (name !== undefined) return name;
    switch (v.kind) {
      case 'variable':
        return v.name;
      case 'constant':
        return constant(v.value);
      case 'arithmetic':
        return `(${number(v.left)} ${v.operator} ${number(v.right)})`;
      case 'negate':
        return `(-${number(v.of)})`;
      case 'select':
        return `(${truth(v.when)} ? ${number(v.yes)} : ${number(v.no)})`;
      case 'call':
        if (v.name === 'divisor' && !integer) return number(v.of[0]);
        if (v.name === 'fround' && unrounded) return number(v.of[0]);
        return `${functionName(v.name)}(${v.of.map(number).join(', ')})`;
    }
  };
  const truth = (v: TruthNode): string => {
    switch (v.kind) {
      case 'compare':
        return `(${number(v.left)} ${v.operator === '==' ? '===' : v.operator === '!=' ? '!==' : v.operator} ${number(v.right)})`;
      case 'and':
      case 'or':
        return `(${truth(v.left)} ${v.kind === 'and' ? '&&' : '||'} ${truth(v.right)})`;
      case 'not':
        return `(!${truth(v.of)})`;
      case 'test': {
        const of = number(v.of);
        if (v.test === 'nan') return `(${of} !== ${of})`;
        return v.test === 'finite' ? `(${of} - ${of} === 0)` : `(${of} < 0 || Object.is(${of}, -0))`;
      }
    }
  };
  return number(tree);
}

/** An element as arithmetic in `compute` sees it: float32 arithmetic sees float32 values. */
export function loaded(from: DType, compute: DType, element: string): string {
  const value = from.load ? `${functionName(from.load)}(${element})` : element;
  return compute.round && from.digits > compute.digits ? `${functionName(compute.round)}(${value})` : value;
}

/** A result as it is kept. Most typed arrays round and wrap by themselves. */
export const stored = (to: DType, value: string): string => (to.store ? `${functionName(to.store)}(${value})` : value);
