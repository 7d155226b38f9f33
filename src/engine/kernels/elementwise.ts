import {
  add,
  and,
  call,
  div,
  eq,
  flag,
  ge,
  gt,
  isFinite,
  isNaN,
  isNegative,
  le,
  lt,
  mod,
  mul,
  ne,
  neg,
  not,
  or,
  select,
  sub,
  variable,
} from './expression.js';
import type { NumberNode, Operand, ScalarFunction } from './expression.js';

/**
 * The formula of each elementwise kernel, for one element: a function of its inputs x, y, z and its parameters p0, p1, p2.
 * These formulas stand only in this table.
 */

const [x, y, z, p0, p1, p2] = (['x', 'y', 'z', 'p0', 'p1', 'p2'] as const).map(variable) as [
  NumberNode,
  NumberNode,
  NumberNode,
  NumberNode,
  NumberNode,
  NumberNode,
];

const exp = (v: Operand) => call('exp', v);
const abs = (v: Operand) => call('abs', v);
const logistic = (v: Operand) => div(1, add(1, exp(neg(v))));
const share = logistic(y);
/** ln(1 + e^(beta · v)) / beta. Above the threshold it is v itself, since the difference is negligible. */
const softplus = (v: Operand, beta: Operand, threshold: Operand) => {
  const scaled = mul(v, beta);
  return select(gt(scaled, threshold), v, div(call('log1p', exp(scaled)), beta));
};
/** min(max(v + 3, 0), 6) */
const ramp = (v: Operand) => call('min', call('max', add(v, 3), 0), 6);

/** ln(e^u + e^v) */
export const logAddExp = (u: Operand, v: Operand): NumberNode =>
  select(and(eq(u, v), not(isFinite(u))), u, add(call('max', u, v), call('log1p', exp(neg(abs(sub(u, v)))))));

/** Kernels that apply one function to x. */
const functions = <N extends ScalarFunction>(...names: N[]) =>
  Object.fromEntries(names.map((name) => [name, call(name, x)])) as Record<N, NumberNode>;

const unary = {
  identity: x,
  ...functions('abs', 'exp', 'expm1', 'log', 'log2', 'log10', 'log1p', 'sqrt', 'floor', 'ceil', 'trunc'),
  ...functions('sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh'),
  ...functions('erf', 'erfc', 'erfinv', 'lgamma', 'digamma', 'erfcx', 'logNdtr', 'ndtri'),
  ...functions('trigamma', 'trigammaSingle', 'erfcxSingle', 'logNdtrSingle'),
  ...functions('besselJ0Single', 'besselJ1Single', 'besselY0Single', 'besselY1Single', 'airyAiSingle'),
  ...functions('besselJ0', 'besselJ1', 'besselY0', 'besselY1', 'besselI0', 'besselI0e', 'besselI1', 'besselI1e'),
  ...functions('besselK0', 'besselK1', 'besselK0e', 'besselK1e', 'sphericalJ0', 'airyAi'),
  entr: select(isNaN(x), x, select(gt(x, 0), mul(neg(x), call('log', x)), select(eq(x, 0), 0, -Infinity))),
  neg: neg(x),
  sign: select(gt(x, 0), 1, select(lt(x, 0), -1, 0)),
  exp2: call('rawPow', 2, x),
  rsqrt: div(1, call('sqrt', x)),
  square: mul(x, x),
  reciprocal: div(1, x),
  sigmoid: logistic(x),
  log_sigmoid: sub(call('min', x, 0), call('log1p', exp(neg(abs(x))))),
  relu: select(or(gt(x, 0), isNaN(x)), x, 0),
  frac: sub(x, call('trunc', x)),
  round: call('roundEven', x),
  isnan: flag(isNaN(x)),
  isinf: flag(or(eq(x, Infinity), eq(x, -Infinity))),
  isfinite: flag(isFinite(x)),
  isposinf: flag(eq(x, Infinity)),
  isneginf: flag(eq(x, -Infinity)),
  logical_not: flag(eq(x, 0)),
  bitwise_not: sub(neg(x), 1),
  signbit: flag(isNegative(x)),
  angle: select(isNaN(x), x, select(lt(x, 0), Math.PI, 0)),
  silu: div(x, add(1, exp(neg(x)))),
  mish: mul(x, call('tanh', softplus(x, 1, 20))),
  gelu: mul(x, 0.5, add(1, call('erf', mul(x, Math.SQRT1_2)))),
  gelu_tanh: mul(0.5, x, add(1, call('tanh', mul(0.7978845608028654, add(x, mul(0.044715, mul(x, x, x))))))),
  hardswish: div(mul(x, ramp(x)), 6),
  hardsigmoid: div(ramp(x), 6),
  softsign: div(x, add(1, abs(x))),
};

/** Unary kernels with parameters. */
const parametric = {
  add_scalar: add(x, p0),
  mul_scalar: mul(x, p0),
  pow_scalar: call('pow', x, p0),
  rpow_scalar: call('pow', p0, x),
  clamp: select(isNaN(p0), p0, select(isNaN(p1), p1, select(lt(x, p0), p0, select(gt(x, p1), p1, x)))),
  leaky_relu: select(gt(x, 0), x, mul(x, p0)),
  elu: select(gt(x, 0), mul(x, p1), mul(call('expm1', mul(x, p2)), mul(p0, p1))),
  softplus: softplus(x, p0, p1),
  softshrink: select(gt(x, p0), sub(x, p0), select(lt(x, neg(p0)), add(x, p0), mul(x, 0))),
  hardshrink: select(and(ge(x, neg(p0)), le(x, p0)), 0, x),
  threshold: select(le(x, p0), p1, x),
  nan_to_num: select(isNaN(x), p0, select(eq(x, Infinity), p1, select(eq(x, -Infinity), p2, x))),
  polygamma: call('polygamma', p0, x),
};

/** The greater or lesser of x and y. `special` says whether NaN is kept or skipped. */
const choice = (better: typeof gt, special: 'keep' | 'skip') =>
  select(isNaN(x), special === 'keep' ? x : y, select(isNaN(y), special === 'keep' ? y : x, select(better(x, y), x, y)));

/** Kernels that apply one function to x and y. */
const pairs = <N extends ScalarFunction>(...names: N[]) =>
  Object.fromEntries(names.map((name) => [name, call(name, x, y)])) as Record<N, NumberNode>;

/** NaN for a degree above the limit p0, but 0 where PyTorch's conversion of the degree to an integer overflows. */
const limited = (name: ScalarFunction) => select(ge(y, 2 ** 63), 0, select(gt(y, p0), NaN, call(name, x, y)));

const binary = {
  ...pairs('zeta', 'igamma', 'igammac', 'chebyshevT', 'chebyshevU', 'chebyshevV', 'chebyshevW'),
  ...pairs('shiftedT', 'shiftedU', 'shiftedV', 'shiftedW', 'laguerreL', 'legendreP'),
  hermiteH: limited('hermiteH'),
  hermiteHe: limited('hermiteHe'),
  xlog1py: select(isNaN(y), y, select(eq(x, 0), 0, mul(x, call('log1p', y)))),
  add: add(x, y),
  sub: sub(x, y),
  mul: mul(x, y),
  div: div(x, y),
  floor_divide: call('floorDivide', x, call('divisor', y)),
  trunc_divide: call('trunc', div(x, call('divisor', y))),
  remainder: call('remainder', x, call('divisor', y)),
  fmod: mod(x, call('divisor', y)),
  pow: call('pow', x, y),
  maximum: choice(gt, 'keep'),
  minimum: choice(lt, 'keep'),
  fmax: choice(gt, 'skip'),
  fmin: choice(lt, 'skip'),
  atan2: call('atan2', x, y),
  hypot: call('hypot', x, y),
  copysign: select(isNegative(y), neg(abs(x)), abs(x)),
  logaddexp: logAddExp(x, y),
  logaddexp2: div(logAddExp(mul(x, Math.LN2), mul(y, Math.LN2)), Math.LN2),
  xlogy: select(isNaN(y), y, select(eq(x, 0), 0, mul(x, call('log', y)))),
  heaviside: select(eq(x, 0), y, select(gt(x, 0), 1, 0)),
  gcd: call('gcd', x, y),
  lcm: select(or(eq(x, 0), eq(y, 0)), 0, abs(mul(div(x, call('gcd', x, y)), y))),
  /** For integers: a negative power is the integer part of the fraction. */
  pow_int: select(ge(y, 0), call('rawPow', x, y), select(eq(x, 1), 1, select(eq(x, -1), select(eq(mod(y, 2), 0), 1, -1), 0))),
  eq: flag(eq(x, y)),
  ne: flag(ne(x, y)),
  lt: flag(lt(x, y)),
  le: flag(le(x, y)),
  gt: flag(gt(x, y)),
  ge: flag(ge(x, y)),
  logical_and: flag(and(ne(x, 0), ne(y, 0))),
  logical_or: flag(or(ne(x, 0), ne(y, 0))),
  logical_xor: flag(ne(flag(ne(x, 0)), flag(ne(y, 0)))),
  bitwise_and: call('bitwiseAnd', x, y),
  bitwise_or: call('bitwiseOr', x, y),
  bitwise_xor: call('bitwiseXor', x, y),
  shift_left: select(or(lt(y, 0), ge(y, p0)), 0, mul(x, call('rawPow', 2, y))),
  shift_right: call('floor', div(x, call('rawPow', 2, select(or(lt(y, 0), ge(y, p0)), p1, y)))),
  add_scaled: add(x, mul(p0, y)),
  sub_scaled: sub(x, mul(p0, y)),
  isclose: flag(or(or(eq(x, y), and(le(abs(sub(x, y)), add(p1, mul(p0, abs(y)))), isFinite(y))), and(ne(p2, 0), and(isNaN(x), isNaN(y))))),
  /** Gradients that are frequent enough for their own kernel: x is the incoming gradient. */
  relu_grad: select(le(y, 0), 0, x),
  sigmoid_grad: mul(x, sub(1, y), y),
  tanh_grad: mul(x, sub(1, mul(y, y))),
  gelu_grad: mul(
    x,
    add(mul(0.5, add(1, call('erf', mul(y, Math.SQRT1_2)))), mul(y, mul(1 / Math.sqrt(2 * Math.PI), exp(mul(y, y, -0.5))))),
  ),
  silu_grad: mul(x, share, add(1, mul(y, sub(1, share)))),
};

/** For the gradient of the hyperbolic tangent's GELU, with y as the input. */
const innerGelu = call('tanh', mul(0.7978845608028654, add(y, mul(0.044715, mul(y, y, y)))));
const rootOfGelu = mul(0.7978845608028654, add(1, mul(3 * 0.044715, mul(y, y))));
const mishGate = call('tanh', softplus(y, 1, 20));
/** e^−|y| */
const decay = exp(neg(abs(y)));
const tail = div(decay, add(1, decay));
const grown = exp(mul(y, p0));

/** Gradients as PyTorch computes them: x is the incoming gradient, y the input. */
const slopes = {
  gelu_tanh_grad: mul(x, add(mul(0.5, add(1, innerGelu)), mul(mul(0.5, y), sub(1, mul(innerGelu, innerGelu)), rootOfGelu))),
  mish_grad: mul(x, add(mishGate, mul(mul(y, share), sub(1, mul(mishGate, mishGate))))),
  softplus_grad: select(gt(mul(y, p0), p1), x, div(mul(x, grown), add(grown, 1))),
  log_sigmoid_grad: mul(select(lt(y, 0), sub(1, tail), tail), x),
};

const ternary = {
  where: select(ne(x, 0), y, z),
  lerp: select(lt(abs(z), 0.5), add(x, mul(z, sub(y, x))), add(y, mul(sub(z, 1), sub(y, x)))),
  addcmul: add(x, mul(p0, y, z)),
  affine: add(mul(x, y), z),
  addcdiv: add(x, div(mul(p0, y), z)),
};

export const mapKernels = { ...unary, ...parametric, ...binary, ...slopes, ...ternary };
export type MapKernel = keyof typeof mapKernels;
