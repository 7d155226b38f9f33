import type { DType } from '../../dtype.js';
import type { NumberNode, ScalarFunction, TruthNode } from '../../kernels/expression.js';

/** Turns formulas into JavaScript. The names in the text are those of `library` in codegen.ts. */

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
  /** The names of values that are computed already. */
  readonly known?: ReadonlyMap<NumberNode, string>;
  /** Whether nothing is rounded to float32, since the array that stores the result rounds. */
  readonly unrounded?: boolean;
  /** Whether each step is rounded to float32, as in PyTorch's vectors. `fused`: a product that is added to is not. */
  readonly single?: 'steps' | 'fused' | null;
}

/** Functions whose results are float32 if their arguments are. */
const exact = new Set<ScalarFunction>([
  ...(['abs', 'floor', 'ceil', 'trunc', 'roundEven', 'fround', 'half', 'brain', 'min', 'max', 'divisor', 'truth'] as const),
]);

/** The text of a formula, in the arithmetic of integers or of floating-point numbers. */
export function textOf(tree: NumberNode, integer: boolean, { known, unrounded = false, single = null }: TextOptions = {}): string {
  const rounded = (v: NumberNode, text: string): string => (single && v !== tree ? `Math.fround(${text})` : text);
  const product = (v: NumberNode): string =>
    single === 'fused' && v.kind === 'arithmetic' && v.operator === '*' ? `${number(v.left)} * ${number(v.right)}` : number(v);
  const isProduct = (v: NumberNode): boolean => v.kind === 'arithmetic' && v.operator === '*';
  const number = (v: NumberNode): string => {
    const name = known?.get(v);
    if (name !== undefined) return name;
    switch (v.kind) {
      case 'variable':
        return v.name;
      case 'constant':
        return constant(single ? Math.fround(v.value) : v.value);
      case 'arithmetic': {
        const isSum = v.operator === '+' || v.operator === '-';
        const right = isSum ? product(v.right) : number(v.right);
        const left = isSum && !isProduct(v.right) ? product(v.left) : number(v.left);
        return rounded(v, `(${left} ${v.operator} ${right})`);
      }
      case 'negate':
        return `(-${number(v.of)})`;
      case 'select':
        return `(${truth(v.when)} ? ${number(v.yes)} : ${number(v.no)})`;
      case 'call':
        if (v.name === 'divisor' && !integer) return number(v.of[0]);
        if (v.name === 'fround' && unrounded) return number(v.of[0]);
        return exact.has(v.name) ? called(v) : rounded(v, called(v));
    }
  };
  const called = (v: NumberNode & { kind: 'call' }): string =>
    `${single && v.name === 'exp' && v !== tree ? 'expSingle' : functionName(v.name)}(${v.of.map(number).join(', ')})`;
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

/** The text that loads an element for the arithmetic in `compute`: float32 arithmetic gets float32 values. */
export function loaded(from: DType, compute: DType, element: string): string {
  const value = from.load ? `${functionName(from.load)}(${element})` : element;
  return compute.round && from.digits > compute.digits ? `${functionName(compute.round)}(${value})` : value;
}

/** The text that turns a result into its stored form. Most typed arrays round and wrap by themselves. */
export const stored = (to: DType, value: string): string => (to.store ? `${functionName(to.store)}(${value})` : value);
