/**
 * Formulas as data: small typed trees of numbers and truths. A backend translates a tree into the language that it runs
 * (JavaScript, WebAssembly, GLSL). The tables beside this file hold the formulas. A node that occurs twice is one object, so a
 * backend can compute it once.
 */

/** Functions that are no operators, with the number of their arguments. Each backend defines how it computes them. */
export const scalarFunctions = {
  abs: 1,
  exp: 1,
  expm1: 1,
  log: 1,
  log2: 1,
  log10: 1,
  log1p: 1,
  sqrt: 1,
  sin: 1,
  cos: 1,
  tan: 1,
  asin: 1,
  acos: 1,
  atan: 1,
  sinh: 1,
  cosh: 1,
  tanh: 1,
  asinh: 1,
  acosh: 1,
  atanh: 1,
  floor: 1,
  ceil: 1,
  trunc: 1,
  /** Rounds half to even. */
  roundEven: 1,
  /** Rounds to the nearest float32, float16, bfloat16. */
  fround: 1,
  half: 1,
  brain: 1,
  erf: 1,
  erfc: 1,
  erfinv: 1,
  lgamma: 1,
  digamma: 1,
  polygamma: 2,
  /** Those whose name ends in Single compute each step in single precision. */
  trigamma: 1,
  trigammaSingle: 1,
  /** Special functions, as `torch.special` has them. */
  erfcx: 1,
  logNdtr: 1,
  erfcxSingle: 1,
  logNdtrSingle: 1,
  besselJ0Single: 1,
  besselJ1Single: 1,
  besselY0Single: 1,
  besselY1Single: 1,
  airyAiSingle: 1,
  ndtri: 1,
  besselJ0: 1,
  besselJ1: 1,
  besselY0: 1,
  besselY1: 1,
  besselI0: 1,
  besselI0e: 1,
  besselI1: 1,
  besselI1e: 1,
  besselK0: 1,
  besselK1: 1,
  besselK0e: 1,
  besselK1e: 1,
  sphericalJ0: 1,
  airyAi: 1,
  zeta: 2,
  igamma: 2,
  igammac: 2,
  chebyshevT: 2,
  chebyshevU: 2,
  chebyshevV: 2,
  chebyshevW: 2,
  shiftedT: 2,
  shiftedU: 2,
  shiftedV: 2,
  shiftedW: 2,
  hermiteH: 2,
  hermiteHe: 2,
  laguerreL: 2,
  legendreP: 2,
  /** NaN if one of the arguments is NaN. */
  min: 2,
  max: 2,
  atan2: 2,
  hypot: 2,
  pow: 2,
  /** The power as the machine computes it, without rules for special cases. */
  rawPow: 2,
  floorDivide: 2,
  /** The result has the sign of the divisor. */
  remainder: 2,
  gcd: 2,
  bitwiseAnd: 2,
  bitwiseOr: 2,
  bitwiseXor: 2,
  /** Returns the number itself. In integer arithmetic, 0 is an error. */
  divisor: 1,
  /** 1 for numbers other than 0, and 0 for 0. */
  truth: 1,
  /** The number without its fraction; an error beyond ±2^53. */
  exactInteger: 1,
} as const;
export type ScalarFunction = keyof typeof scalarFunctions;

/**
 * The variables of a formula: inputs `x y z` and parameters `p0 p1 p2`; in reductions also `a m n` (see reductions.ts), in
 * sweeps more (see sweeps.ts).
 */
export type Variable =
  | 'x'
  | 'y'
  | 'z'
  | 'u'
  | 'w'
  | 'q'
  | 'r'
  | 's'
  | 't'
  | 'b0'
  | 'b1'
  | 'b2'
  | 'b3'
  | 'p0'
  | 'p1'
  | 'p2'
  | 'p3'
  | 'p4'
  | 'p5'
  | 'p6'
  | 'p7'
  | 'a'
  | 'm'
  | 'n';
export type Arithmetic = '+' | '-' | '*' | '/' | '%';
export type Comparison = '<' | '<=' | '>' | '>=' | '==' | '!=';
/** A test of one number; `negative` tests the sign bit, so it holds for −0. */
export type Test = 'nan' | 'finite' | 'negative';

export type NumberNode =
  | { readonly kind: 'variable'; readonly name: Variable }
  | { readonly kind: 'constant'; readonly value: number }
  /** `%` has the sign of the dividend. */
  | { readonly kind: 'arithmetic'; readonly operator: Arithmetic; readonly left: NumberNode; readonly right: NumberNode }
  | { readonly kind: 'negate'; readonly of: NumberNode }
  | { readonly kind: 'call'; readonly name: ScalarFunction; readonly of: readonly NumberNode[] }
  | { readonly kind: 'select'; readonly when: TruthNode; readonly yes: NumberNode; readonly no: NumberNode };

export type TruthNode =
  | { readonly kind: 'compare'; readonly operator: Comparison; readonly left: NumberNode; readonly right: NumberNode }
  | { readonly kind: 'test'; readonly test: Test; readonly of: NumberNode }
  | { readonly kind: 'and' | 'or'; readonly left: TruthNode; readonly right: TruthNode }
  | { readonly kind: 'not'; readonly of: TruthNode };

/** A number stands for a constant. */
export type Operand = NumberNode | number;

const node = (v: Operand): NumberNode => (typeof v === 'number' ? { kind: 'constant', value: v } : v);

export const variable = (name: Variable): NumberNode => ({ kind: 'variable', name });

const arithmetic =
  (operator: Arithmetic) =>
  (left: Operand, right: Operand): NumberNode => ({
    kind: 'arithmetic',
    operator,
    left: node(left),
    right: node(right),
  });
/** A chain of operations, from left to right. */
const chain =
  (operator: Arithmetic) =>
  (first: Operand, ...rest: Operand[]): NumberNode =>
    rest.reduce<NumberNode>(arithmetic(operator), node(first));
export const add = chain('+');
export const mul = chain('*');
export const sub = arithmetic('-');
export const div = arithmetic('/');
export const mod = arithmetic('%');
export const neg = (of: Operand): NumberNode => ({ kind: 'negate', of: node(of) });
export const call = (name: ScalarFunction, ...of: Operand[]): NumberNode => ({ kind: 'call', name, of: of.map(node) });
/** `when ? yes : no` */
export const select = (when: TruthNode, yes: Operand, no: Operand): NumberNode => ({ kind: 'select', when, yes: node(yes), no: node(no) });
/** 1 where the condition holds, otherwise 0. */
export const flag = (when: TruthNode): NumberNode => select(when, 1, 0);

const compare =
  (operator: Comparison) =>
  (left: Operand, right: Operand): TruthNode => ({
    kind: 'compare',
    operator,
    left: node(left),
    right: node(right),
  });
export const lt = compare('<');
export const le = compare('<=');
export const gt = compare('>');
export const ge = compare('>=');
export const eq = compare('==');
export const ne = compare('!=');

const test =
  (name: Test) =>
  (of: Operand): TruthNode => ({ kind: 'test', test: name, of: node(of) });
export const isNaN = test('nan');
export const isFinite = test('finite');
export const isNegative = test('negative');
export const and = (left: TruthNode, right: TruthNode): TruthNode => ({ kind: 'and', left, right });
export const or = (left: TruthNode, right: TruthNode): TruthNode => ({ kind: 'or', left, right });
export const not = (of: TruthNode): TruthNode => ({ kind: 'not', of });
