import type { MapKernel } from '../backends/kernels.js';
import { bool, type DType } from '../dtype.js';
import { RuntimeError } from '../errors.js';
import type { Tensor } from '../tensor.js';
import { execute } from './execute.js';
import { op, type BackwardFormula, type Op, type Variant } from './op.js';
import { pointwise, resultType, zerosLike, type OutputRule, type Scalar } from './pointwise.js';

const all: readonly Variant[] = ['function', 'method', 'inplace'];

interface Unary {
  doc: string;
  formula: string;
  gradient?: string;
  backward?: BackwardFormula;
  result?: OutputRule;
  kernel?: MapKernel;
  /** What PyTorch says of a bool (or of any integer), where it has no kernel for one. */
  noBool?: string;
  noInteger?: string;
  variants?: readonly Variant[];
}

/** An elementwise function of one tensor. */
function unary(
  name: string,
  { doc, formula, gradient, backward, result = 'float', kernel = name as MapKernel, variants = all, noBool, noInteger }: Unary,
): Op {
  return op({
    signature: `${name}(Tensor input, *, Tensor? out=None)`,
    doc,
    formula,
    variants,
    forward(input: Tensor) {
      const refusal = input.dtype === bool ? (noBool ?? noInteger) : input.dtype.is_floating_point ? undefined : noInteger;
      if (refusal !== undefined) throw new RuntimeError(refusal.replace('TYPE', input.dtype.scalarName));
      return pointwise(kernel, [input], { result });
    },
    ...(gradient === undefined ? {} : { gradient: `input: ${gradient}` }),
    ...(backward === undefined ? {} : { backward: { input: backward } }),
  });
}

/** Rounding and the like: of an integer, itself; flat, so its gradient is zero. */
const step = (name: 'floor' | 'ceil' | 'trunc', doc: string, formula: string): Op =>
  op({
    signature: `${name}(Tensor input, *, Tensor? out=None)`,
    doc,
    formula,
    gradient: 'input: 0',
    variants: all,
    forward(input: Tensor) {
      if (input.dtype === bool) throw new RuntimeError(`"${name}_vml_cpu" not implemented for 'Bool'`);
      return pointwise(input.dtype.is_floating_point ? name : 'identity', [input]);
    },
    backward: { input: (g) => zerosLike(g) },
  });

const twoOverRootPi = 2 / Math.sqrt(Math.PI);

export const neg = op({
  signature: 'neg(Tensor input, *, Tensor? out=None)',
  doc: 'The negative.',
  formula: 'out = −input',
  gradient: 'input: −g',
  variants: all,
  forward(input: Tensor) {
    if (input.dtype === bool) {
      throw new RuntimeError(
        'Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.',
      );
    }
    return pointwise('neg', [input]);
  },
  backward: { input: (g) => g.neg() },
});

export const round = op({
  signature: 'round(Tensor input, *, int decimals=0, Tensor? out=None)',
  doc: 'Rounds to the nearest integer (or to `decimals` places), half to even.',
  formula: 'out = round(input)',
  gradient: 'input: 0',
  variants: all,
  forward(input: Tensor, decimals: number) {
    if (input.dtype === bool) throw new RuntimeError('"round_vml_cpu" not implemented for \'Bool\'');
    if (!input.dtype.is_floating_point) return pointwise('identity', [input]);
    if (decimals === 0) return pointwise('round', [input]);
    const scale = 10 ** Math.abs(decimals);
    return decimals > 0 ? input.mul(scale).round().div(scale) : input.div(scale).round().mul(scale);
  },
  backward: { input: (g) => zerosLike(g) },
});

export const bitwiseNot = op({
  signature: 'bitwise_not(Tensor input, *, Tensor? out=None)',
  doc: 'Inverts every bit; of a bool, its negation.',
  formula: 'out = ~input',
  variants: all,
  forward: (input: Tensor) => pointwise(input.dtype === bool ? 'logical_not' : 'bitwise_not', [input]),
});

export const nanToNum = op({
  signature: 'nan_to_num(Tensor input, Scalar? nan=0.0, Scalar? posinf=None, Scalar? neginf=None, *, Tensor? out=None)',
  doc: 'Replaces NaN and infinities by numbers (0 and the greatest and least of the dtype).',
  formula: 'out = input where finite, else the number given',
  gradient: 'input: g where input is finite',
  variants: all,
  forward(input: Tensor, nan: Scalar | null, posinf: Scalar | null, neginf: Scalar | null) {
    const max = input.dtype.name === 'float32' ? 3.4028234663852886e38 : Number.MAX_VALUE;
    return pointwise('nan_to_num', [input], { params: [Number(nan ?? 0), Number(posinf ?? max), Number(neginf ?? -max)] });
  },
  backward: { input: (g, s) => g.mul(s.input.isfinite()) },
});

const clampBounds = (min: Scalar | null, max: Scalar | null): readonly number[] => {
  if (min === null && max === null) throw new RuntimeError("torch.clamp: At least one of 'min' or 'max' must not be None");
  const high = max === null ? Infinity : Number(max);
  return [min === null ? -Infinity : Math.min(Number(min), high), high];
};

/** clamp's own words. */
const refusal = (from: DType, to: DType): string => `result type ${from.scalarName} can't be cast to the desired output type ${to.cppName}`;

export const clamp = op({
  signature: 'clamp(Tensor input, Scalar? min=None, Scalar? max=None, *, Tensor? out=None)',
  refusal,
  doc: 'Limits every element to [min, max].',
  formula: 'out = min(max(input, min), max)',
  gradient: 'input: g where min ≤ input ≤ max',
  gradFn: 'ClampBackward1',
  variants: all,
  forward(input: Tensor, min: Scalar | null, max: Scalar | null) {
    const params = clampBounds(min, max);
    const given = [min, max].filter((v): v is Scalar => v !== null);
    return pointwise('clamp', [input], { params, dtype: resultType([input, ...given]) });
  },
  backward: {
    input: (g, s) => {
      const within = [s.min === null ? null : s.input.ge(s.min), s.max === null ? null : s.input.le(s.max)].filter((m) => m !== null);
      return g.masked_fill(within.reduce((a: Tensor, b: Tensor) => a.logical_and(b)).logical_not(), 0);
    },
  },
});

export const clampTensor = op({
  signature: 'clamp.Tensor(Tensor input, Tensor? min=None, Tensor? max=None, *, Tensor? out=None)',
  doc: 'Limits every element to bounds of its own.',
  formula: 'out = min(max(input, min), max)',
  gradient: 'to the one of input, min and max that was taken',
  compose(input: Tensor, min: Tensor | null, max: Tensor | null) {
    if (!min && !max) throw new RuntimeError("torch.clamp: At least one of 'min' or 'max' must not be None");
    const raised = min ? input.maximum(min) : input;
    return max ? raised.minimum(max) : raised;
  },
});

export const clip = op({
  signature: 'clip(Tensor input, Tensor|Scalar? min=None, Tensor|Scalar? max=None)',
  doc: 'Another name of `clamp`.',
  formula: 'as clamp',
  variants: all,
  compose: (input: Tensor, min: Scalar | null, max: Scalar | null) => input.clamp(min, max),
});

/** The bound as a tensor of its own. */
const tensorBound = (name: 'clamp_min' | 'clamp_max', argument: 'min' | 'max', of: 'maximum' | 'minimum'): Op =>
  op({
    signature: `${name}.Tensor(Tensor input, Tensor ${argument})`,
    doc: 'Limits every element by one of its own.',
    formula: `out = ${of.slice(0, 3)}(input, ${argument})`,
    variants: all,
    compose: (input: Tensor, bound: Tensor) => input[of](bound),
  });

export const clampMin = op({
  signature: 'clamp_min(Tensor input, Scalar min, *, Tensor? out=None)',
  refusal,
  doc: 'Raises elements below `min` to it.',
  formula: 'out = max(input, min)',
  gradient: 'input: g where input ≥ min',
  variants: all,
  forward: (input: Tensor, min: Scalar) =>
    pointwise('clamp', [input], { params: [Number(min), Infinity], dtype: resultType([input, min]) }),
  backward: { input: (g, s) => g.masked_fill(s.input.lt(s.min), 0) },
});

export const clampMax = op({
  signature: 'clamp_max(Tensor input, Scalar max, *, Tensor? out=None)',
  refusal,
  doc: 'Lowers elements above `max` to it.',
  formula: 'out = min(input, max)',
  gradient: 'input: g where input ≤ max',
  variants: all,
  forward: (input: Tensor, max: Scalar) =>
    pointwise('clamp', [input], { params: [-Infinity, Number(max)], dtype: resultType([input, max]) }),
  backward: { input: (g, s) => g.masked_fill(s.input.gt(s.max), 0) },
});

/** A derivative of hot functions that is itself differentiable: one kernel forward, formulas behind. */
export const sigmoidBackward = op({
  signature: 'sigmoid_backward(Tensor grad_output, Tensor output)',
  doc: 'The gradient of sigmoid.',
  formula: 'out = grad_output · output · (1 − output)',
  gradient: 'grad_output: g · output · (1 − output);  output: g · grad_output · (1 − 2 · output)',
  forward: (grad: Tensor, output: Tensor) => pointwise('sigmoid_grad', [grad, output]),
  backward: {
    grad_output: (g, s) => g.mul(s.output).mul(s.output.rsub(1)),
    output: (g, s) => g.mul(s.grad_output).mul(s.output.mul(-2).add(1)),
  },
});

export const tanhBackward = op({
  signature: 'tanh_backward(Tensor grad_output, Tensor output)',
  doc: 'The gradient of tanh.',
  formula: 'out = grad_output · (1 − output²)',
  gradient: 'grad_output: g · (1 − output²);  output: −2 · g · grad_output · output',
  forward: (grad: Tensor, output: Tensor) => pointwise('tanh_grad', [grad, output]),
  backward: {
    grad_output: (g, s) => g.mul(s.output.square().rsub(1)),
    output: (g, s) => g.mul(s.grad_output).mul(s.output).mul(-2),
  },
});

export const reluBackward = op({
  signature: 'relu_backward(Tensor grad_output, Tensor output)',
  doc: 'The gradient of relu: passes where the output is positive.',
  formula: 'out = grad_output where output > 0',
  gradient: 'grad_output: g where output > 0',
  forward: (grad: Tensor, output: Tensor) => pointwise('relu_grad', [grad, output]),
  backward: { grad_output: (g, s) => g.mul(s.output.gt(0)), output: () => null },
});

const apply = (o: Op, ...args: unknown[]): Tensor => execute(o, args) as Tensor;

const square = op({
  signature: 'square(Tensor input, *, Tensor? out=None)',
  doc: 'The square.',
  formula: 'out = input²',
  gradient: 'input: 2 · g · input',
  // PyTorch records x ** 2, and counts bools.
  gradFn: 'PowBackward0',
  variants: all,
  forward: (input: Tensor) => pointwise('square', [input], { dtype: resultType([input, 2]) }),
  backward: { input: (g, s) => g.mul(s.input.mul(2)) },
});

/** Order first as in `torch.polygamma`, second as in the method. */
const polygammas: Op[] = [
  op({
    signature: 'polygamma(int n, Tensor input)',
    doc: 'The n-th derivative of digamma.',
    formula: 'out = ψ⁽ⁿ⁾(input)',
    compose: (n: number, input: Tensor) => input.polygamma(n),
  }),
  op({
    signature: 'polygamma.method(Tensor input, int n)',
    doc: 'The n-th derivative of digamma.',
    formula: 'out = ψ⁽ⁿ⁾(input)',
    gradient: 'input: g · ψ⁽ⁿ⁺¹⁾(input)',
    variants: ['method', 'inplace'],
    forward(input: Tensor, n: number) {
      if (n < 0) throw new RuntimeError('polygamma(n, x) does not support negative n.');
      return pointwise(n === 0 ? 'digamma' : 'polygamma', [input], { result: 'float', params: [n] });
    },
    backward: { input: (g, s) => g.mul(s.input.polygamma((s.n as number) + 1)) },
  }),
];

export const unaries: Op[] = [
  ...polygammas,
  neg,
  unary('abs', {
    noBool: '"abs_cpu" not implemented for \'Bool\'',
    doc: 'The absolute value.',
    formula: 'out = |input|',
    gradient: 'g · sign(input)',
    backward: (g, s) => g.mul(s.input.sign()),
    result: 'same',
  }),
  unary('sign', {
    doc: 'The sign: −1, 0 or 1.',
    formula: 'out = sign(input)',
    gradient: '0',
    backward: (g) => zerosLike(g),
    result: 'same',
  }),
  unary('exp', { doc: 'The exponential.', formula: 'out = e^input', gradient: 'g · out', backward: (g, s) => g.mul(s.result) }),
  unary('exp2', {
    doc: 'The power of two.',
    formula: 'out = 2^input',
    gradient: 'g · out · ln 2',
    backward: (g, s) => g.mul(s.result).mul(Math.LN2),
  }),
  unary('expm1', {
    doc: 'The exponential, less one.',
    formula: 'out = e^input − 1',
    gradient: 'g · (out + 1)',
    backward: (g, s) => g.mul(s.result.add(1)),
  }),
  unary('log', { doc: 'The natural logarithm.', formula: 'out = ln(input)', gradient: 'g / input', backward: (g, s) => g.div(s.input) }),
  unary('log2', {
    doc: 'The logarithm to base 2.',
    formula: 'out = log₂(input)',
    gradient: 'g / (input · ln 2)',
    backward: (g, s) => g.div(s.input.mul(Math.LN2)),
  }),
  unary('log10', {
    doc: 'The logarithm to base 10.',
    formula: 'out = log₁₀(input)',
    gradient: 'g / (input · ln 10)',
    backward: (g, s) => g.div(s.input.mul(Math.LN10)),
  }),
  unary('log1p', {
    doc: 'The natural logarithm of 1 + input.',
    formula: 'out = ln(1 + input)',
    gradient: 'g / (input + 1)',
    backward: (g, s) => g.div(s.input.add(1)),
  }),
  unary('sqrt', {
    doc: 'The square root.',
    formula: 'out = √input',
    gradient: 'g / (2 · out)',
    backward: (g, s) => g.div(s.result.mul(2)),
  }),
  unary('rsqrt', {
    doc: 'The reciprocal of the square root.',
    formula: 'out = 1 / √input',
    gradient: '−½ · g · out³',
    backward: (g, s) => g.mul(s.result.pow(3)).mul(-0.5),
  }),
  square,
  unary('reciprocal', {
    doc: 'The reciprocal.',
    formula: 'out = 1 / input',
    gradient: '−g · out²',
    backward: (g, s) => g.neg().mul(s.result.mul(s.result)),
  }),
  unary('sin', { doc: 'The sine.', formula: 'out = sin(input)', gradient: 'g · cos(input)', backward: (g, s) => g.mul(s.input.cos()) }),
  unary('cos', {
    doc: 'The cosine.',
    formula: 'out = cos(input)',
    gradient: '−g · sin(input)',
    backward: (g, s) => g.mul(s.input.sin().neg()),
  }),
  unary('tan', {
    doc: 'The tangent.',
    formula: 'out = tan(input)',
    gradient: 'g · (1 + out²)',
    backward: (g, s) => g.mul(s.result.square().add(1)),
  }),
  unary('asin', {
    doc: 'The arcsine.',
    formula: 'out = asin(input)',
    gradient: 'g / √(1 − input²)',
    backward: (g, s) => g.mul(s.input.square().rsub(1).rsqrt()),
  }),
  unary('acos', {
    doc: 'The arccosine.',
    formula: 'out = acos(input)',
    gradient: '−g / √(1 − input²)',
    backward: (g, s) => g.neg().mul(s.input.square().rsub(1).rsqrt()),
  }),
  unary('atan', {
    doc: 'The arctangent.',
    formula: 'out = atan(input)',
    gradient: 'g / (1 + input²)',
    backward: (g, s) => g.div(s.input.square().add(1)),
  }),
  unary('sinh', {
    doc: 'The hyperbolic sine.',
    formula: 'out = sinh(input)',
    gradient: 'g · cosh(input)',
    backward: (g, s) => g.mul(s.input.cosh()),
  }),
  unary('cosh', {
    doc: 'The hyperbolic cosine.',
    formula: 'out = cosh(input)',
    gradient: 'g · sinh(input)',
    backward: (g, s) => g.mul(s.input.sinh()),
  }),
  unary('tanh', {
    doc: 'The hyperbolic tangent.',
    formula: 'out = tanh(input)',
    gradient: 'g · (1 − out²)',
    backward: (g, s) => apply(tanhBackward, g, s.result),
  }),
  unary('asinh', {
    doc: 'The inverse hyperbolic sine.',
    formula: 'out = asinh(input)',
    gradient: 'g / √(input² + 1)',
    backward: (g, s) => g.mul(s.input.square().add(1).rsqrt()),
  }),
  unary('acosh', {
    doc: 'The inverse hyperbolic cosine.',
    formula: 'out = acosh(input)',
    gradient: 'g / √(input² − 1)',
    backward: (g, s) => g.mul(s.input.square().sub(1).rsqrt()),
  }),
  unary('atanh', {
    doc: 'The inverse hyperbolic tangent.',
    formula: 'out = atanh(input)',
    gradient: 'g / (1 − input²)',
    backward: (g, s) => g.div(s.input.square().rsub(1)),
  }),
  unary('sigmoid', {
    doc: 'The logistic function.',
    formula: 'out = 1 / (1 + e^−input)',
    gradient: 'g · out · (1 − out)',
    backward: (g, s) => apply(sigmoidBackward, g, s.result),
  }),
  unary('relu', {
    noBool: 'Boolean inputs not supported for relu',
    doc: 'Rectified linear unit: negative elements become 0.',
    formula: 'out = max(0, input)',
    gradient: 'g where out > 0',
    backward: (g, s) => apply(reluBackward, g, s.result),
    result: 'same',
  }),
  step('floor', 'Rounds down.', 'out = ⌊input⌋'),
  step('ceil', 'Rounds up.', 'out = ⌈input⌉'),
  step('trunc', 'Rounds towards zero.', 'out = trunc(input)'),
  round,
  unary('frac', {
    noInteger: '"frac_cpu" not implemented for \'TYPE\'',
    doc: 'The fractional part.',
    formula: 'out = input − trunc(input)',
    gradient: 'g',
    backward: (g) => g,
    result: 'same',
  }),
  unary('erf', {
    doc: 'The error function.',
    formula: 'out = 2/√π ∫₀^input e^−t² dt',
    gradient: 'g · 2/√π · e^−input²',
    backward: (g, s) => g.mul(s.input.square().neg().exp().mul(twoOverRootPi)),
  }),
  unary('erfc', {
    doc: 'The complementary error function.',
    formula: 'out = 1 − erf(input)',
    gradient: '−g · 2/√π · e^−input²',
    backward: (g, s) => g.mul(s.input.square().neg().exp().mul(-twoOverRootPi)),
  }),
  unary('erfinv', {
    doc: 'The inverse error function.',
    formula: 'out = erf⁻¹(input)',
    gradient: 'g · √π/2 · e^(out²)',
    backward: (g, s) => g.mul(s.result.square().exp().div(twoOverRootPi)),
  }),
  unary('lgamma', {
    doc: 'The logarithm of the absolute gamma function.',
    formula: 'out = ln |Γ(input)|',
    gradient: 'g · digamma(input)',
    backward: (g, s) => g.mul(s.input.digamma()),
  }),
  unary('digamma', {
    doc: 'The derivative of lgamma.',
    formula: 'out = Γ′(input) / Γ(input)',
    gradient: 'g · polygamma(1, input)',
    backward: (g, s) => g.mul(s.input.polygamma(1)),
  }),
  unary('isnan', { doc: 'Whether an element is NaN.', formula: 'out = input is NaN', result: 'bool', variants: ['function', 'method'] }),
  unary('isinf', {
    doc: 'Whether an element is infinite.',
    formula: 'out = input is ±inf',
    result: 'bool',
    variants: ['function', 'method'],
  }),
  unary('isfinite', {
    doc: 'Whether an element is neither NaN nor infinite.',
    formula: 'out = input is finite',
    result: 'bool',
    variants: ['function', 'method'],
  }),
  unary('logical_not', { doc: 'Whether an element is zero.', formula: 'out = not input', result: 'bool' }),
  unary('isposinf', {
    doc: 'Whether an element is +inf.',
    formula: 'out = input is +inf',
    result: 'bool',
    variants: ['function', 'method'],
  }),
  unary('isneginf', {
    doc: 'Whether an element is −inf.',
    formula: 'out = input is −inf',
    result: 'bool',
    variants: ['function', 'method'],
  }),
  unary('signbit', {
    doc: 'Whether the sign bit is set.',
    formula: 'out = sign bit of input',
    result: 'bool',
    variants: ['function', 'method'],
  }),
  bitwiseNot,
  nanToNum,
  clamp,
  clampTensor,
  clip,
  clampMin,
  tensorBound('clamp_min', 'min', 'maximum'),
  clampMax,
  tensorBound('clamp_max', 'max', 'minimum'),
  sigmoidBackward,
  tanhBackward,
  reluBackward,
];

/** Names that PyTorch has beside its own. */
export const unaryAliases: Op[] = Object.entries({
  absolute: 'abs',
  negative: 'neg',
  arcsin: 'asin',
  arccos: 'acos',
  arctan: 'atan',
  arcsinh: 'asinh',
  arccosh: 'acosh',
  arctanh: 'atanh',
  fix: 'trunc',
  sgn: 'sign',
  'special.expit': 'sigmoid',
  'special.erf': 'erf',
}).map(([alias, of]) =>
  op({
    signature: `${alias}(Tensor input)`,
    doc: `Another name of \`${of}\`.`,
    formula: `as ${of}`,
    variants: alias.includes('.') ? ['function'] : all,
    compose: (input: Tensor) => input[of as 'abs'](),
  }),
);
