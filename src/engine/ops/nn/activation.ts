import type { MapKernel } from '../../kernels/elementwise.js';
import { isGradEnabled } from '../../autograd/gradMode.js';
import type { Saved } from '../../autograd/saved.js';
import { bool } from '../../dtype.js';
import { RuntimeError, ValueError } from '../../errors.js';
import { formulasAreRecorded } from '../../tensor/observe.js';
import type { Tensor } from '../../tensor/tensor.js';
import { activation as activationKind, type Kind } from '../kind.js';
import { familyOp, type BackwardFormula, type Formula, type LinearTerms, type Op, type Variant } from '../op.js';
import { pointwise } from '../pointwise.js';
import { needFloating, run, runInplace, zeroWhere } from './shared.js';

/** Activations that have a kernel. Each is an op, with a function of nn.functional around it that may work in place. */

interface Activation<Args extends string> {
  /** The kind; by default it only says that this is an activation. */
  kind?: Kind;
  doc: string;
  formula: string;
  gradient: string;
  /** The arguments after `input`, written as in a signature. */
  args?: Args;
  terms?: LinearTerms<'input'>;
  gradFn?: string;
  gradFnInPlace?: string;
  kernel: MapKernel;
  params?: (...args: number[]) => number[];
  backward: BackwardFormula<`(Tensor input, ${Args})`>;
  variants?: readonly Variant[];
  /** True: the function of nn.functional takes `inplace`. */
  inplace?: boolean;
  check?: (...args: number[]) => void;
  /** The activation for complex numbers, where PyTorch has it. */
  complex?: (input: Tensor) => Tensor;
}

/** The kernels that PyTorch has for integers too, each with PyTorch's message for a bool. */
const alsoIntegers = new Map([
  ['threshold', ''],
  ['hardtanh', 'Bool inputs not supported for hardtanh'],
  ['relu6', 'Bool inputs not supported for hardtanh'],
]);

const listed = (args: string | undefined) => (args ? `, ${args}` : '');

function activation<const Args extends string = ''>(name: string, a: Activation<Args>): Op[] {
  const { kind = activationKind(), doc, formula, gradient } = a;
  const primitive = familyOp({
    signature: `${name}(Tensor input${listed(a.args)})`,
    kind,
    doc,
    formula,
    gradient,
    roundsOnce: 'gradient',
    ...(a.terms && { terms: a.terms }),
    ...(a.gradFn ? { gradFn: a.gradFn } : {}),
    ...(a.gradFnInPlace ? { gradFnInPlace: a.gradFnInPlace } : {}),
    variants: a.variants ?? [],
    forward(...given) {
      const [input, ...args] = given as [Tensor, ...number[]];
      if (a.complex && input.dtype.is_complex) return a.complex(input);
      if (!alsoIntegers.has(name)) needFloating(`${name}_cpu`, input);
      const noBool = alsoIntegers.get(name);
      if (noBool && input.dtype === bool) throw new RuntimeError(noBool);
      a.check?.(...args);
      const params = a.params ? a.params(...args) : args;
      // The bounds for integers are integers.
      return pointwise(a.kernel, [input], { params: input.dtype.is_floating_point ? params : params.map(Math.trunc) });
    },
    backward: { input: (a.terms ? flatSlope(a.backward as Formula) : a.backward) as Formula },
  });
  return [primitive, functional(primitive, name, a.args, a.inplace ?? true)];
}

/**
 * A gradient with a second derivative of zero, for functions of straight pieces: PyTorch gives zeros when the gradient
 * is differentiated again.
 */
const flatSlope =
  (backward: Formula): Formula =>
  (g, s) => {
    const slope = backward(g, s) as Tensor;
    const { input } = s as unknown as Saved<'(Tensor input)'>;
    if (!isGradEnabled() || !input.requires_grad) return slope;
    return slope.add(input.masked_fill(input.new_ones(input.sizes, { dtype: bool }), 0));
  };

function functional(primitive: Op, name: string, args: string | undefined, inplace: boolean): Op {
  const { kind, doc, formula, gradient } = primitive;
  return familyOp({
    signature: `nn.functional.${name}(Tensor input${listed(args)}${inplace ? ', bool inplace=False' : ''})`,
    kind,
    doc,
    formula,
    gradient: gradient!,
    compose(...args) {
      if (name === 'hardtanh' && (args[1] as number) > (args[2] as number)) throw new ValueError('min_val cannot be greater than max_val');
      if (!inplace) return run(primitive, ...args);
      return args.pop() ? runInplace(primitive, ...args) : run(primitive, ...args);
    },
  });
}

const seluAlpha = 1.6732632423543772;
const seluScale = 1.0507009873554805;

const eluSlope = (g: Tensor, x: Tensor, alpha: number, scale: number, inputScale: number): Tensor => {
  const low = x.le(0);
  const curved = g.mul(x.clamp(null, 0).mul(inputScale).exp()).mul(alpha * scale * inputScale);
  return curved.where(low, g.mul(scale));
};

const scaledElu = (
  name: string,
  doc: string,
  formula: string,
  extra: Partial<Activation<'float alpha=1.0'>>,
  constants: (alpha: number) => [number, number, number],
) =>
  activation<'float alpha=1.0'>(name, {
    doc,
    formula,
    gradient: 'input: g · slope of the curve',
    kernel: 'elu',
    params: (alpha: number) => constants(alpha),
    backward: (g, s) => eluSlope(g, s.input, ...constants(s.alpha)),
    ...extra,
  });

const eluFamily: Op[] = [
  ...scaledElu(
    'elu',
    'Exponential linear unit.',
    'out = input where input > 0, else alpha · (e^input − 1)',
    { args: 'float alpha=1.0', gradFnInPlace: 'EluBackward1' },
    (alpha) => [alpha, 1, 1],
  ),
  ...scaledElu(
    'selu',
    'Scaled exponential linear unit.',
    'out = 1.0507 · (input where input > 0, else 1.67326 · (e^input − 1))',
    { gradFn: 'EluBackward0', gradFnInPlace: 'EluBackward1', variants: ['function', 'inplace', 'inplaceFunction'] },
    () => [seluAlpha, seluScale, 1],
  ),
  ...scaledElu(
    'celu',
    'Continuously differentiable exponential linear unit.',
    'out = max(0, input) + min(0, alpha · (e^(input / alpha) − 1))',
    {
      args: 'float alpha=1.0',
      gradFnInPlace: 'CeluBackward1',
      variants: ['function', 'inplace', 'inplaceFunction'],
      check: (alpha) => {
        if (alpha === 0) throw new RuntimeError('ZeroDivisionError: alpha cannot be 0 for CELU');
      },
      // PyTorch rounds alpha to single precision here, whatever the dtype.
      backward: (g, s) => eluSlope(g, s.input, s.alpha, 1, 1 / Math.fround(s.alpha)),
    },
    (alpha) => [alpha, 1, 1 / alpha],
  ),
];

const outside = (x: Tensor, min: number, max: number): Tensor => x.le(min).logical_or(x.ge(max));

/** 1/6 in single precision: PyTorch multiplies by it, whatever the dtype. */
const sixth = Math.fround(1 / 6);

/**
 * The terms of functions of straight pieces: each piece passes through 0 (`straight`), or has a number added
 * (`pieces`).
 */
const straight: LinearTerms<'input'> = { sum: ['input'] };
const pieces: LinearTerms<'input'> = { sum: ['input'], number: true };

const clipped: Op[] = [
  ...activation('hardtanh', {
    terms: pieces,
    doc: 'Limits every element to [min_val, max_val].',
    formula: 'out = input, cut off to min_val ≤ out ≤ max_val',
    gradient: 'input: g where min_val < input < max_val',
    args: 'float min_val=-1.0, float max_val=1.0',
    kernel: 'clamp',
    params: (min, max) => [Math.min(min, max), max],
    backward: (g, s) => zeroWhere(g, outside(s.input, s.min_val, s.max_val)),
  }),
  ...activation('relu6', {
    terms: pieces,
    doc: 'Limits every element to [0, 6].',
    formula: 'out = min(max(input, 0), 6)',
    gradient: 'input: g where 0 < input < 6',
    gradFn: 'HardtanhBackward0',
    kernel: 'clamp',
    params: () => [0, 6],
    backward: (g, s) => zeroWhere(g, outside(s.input, 0, 6)),
  }),
  ...activation('hardsigmoid', {
    terms: pieces,
    kind: activationKind({ gives: 'probabilities', steepest: sixth }),
    doc: 'A sigmoid of straight pieces.',
    formula: 'out = min(max(input + 3, 0), 6) / 6',
    gradient: 'input: g / 6 where −3 < input < 3',
    kernel: 'hardsigmoid',
    backward: (g, s) => zeroWhere(g.mul(sixth), s.input.gt(-3).logical_and(s.input.lt(3)).logical_not()),
  }),
  ...activation('hardswish', {
    doc: 'A swish of straight pieces.',
    formula: 'out = input · min(max(input + 3, 0), 6) / 6',
    gradient: 'input: 0 below −3, g above 3, else g · (input / 3 + ½)',
    kernel: 'hardswish',
    backward: (g, s) => zeroWhere(g.mul(s.input.div(3).add(0.5)), s.input.le(-3)).where(s.input.lt(3), g),
  }),
  ...activation('hardshrink', {
    terms: straight,
    doc: 'Zeroes what lies within [−lambd, lambd].',
    formula: 'out = input where |input| > lambd, else 0',
    gradient: 'input: g where |input| > lambd',
    args: 'float lambd=0.5',
    kernel: 'hardshrink',
    params: (lambd) => [lambd],
    backward: (g, s) => zeroWhere(g, s.input.ge(-s.lambd).logical_and(s.input.le(s.lambd))),
    variants: ['function', 'method'],
    inplace: false,
  }),
  ...activation('softshrink', {
    terms: pieces,
    doc: 'Moves every element by lambd towards zero.',
    formula: 'out = input − lambd above lambd, input + lambd below −lambd, else 0',
    gradient: 'input: g where |input| > lambd',
    args: 'float lambd=0.5',
    kernel: 'softshrink',
    backward: (g, s) => zeroWhere(g, s.input.ge(-s.lambd).logical_and(s.input.le(s.lambd))),
    inplace: false,
    check: (lambd) => {
      if (lambd < 0) throw new RuntimeError(`lambda must be in range [0, 3.40282e+38] for input dtype Float, but found ${lambd}`);
    },
  }),
  ...activation('threshold', {
    terms: pieces,
    doc: 'Replaces what is not above `threshold` by `value`.',
    formula: 'out = input where input > threshold, else value',
    gradient: 'input: g where input > threshold',
    args: 'float threshold, float value',
    gradFnInPlace: 'ThresholdBackward1',
    kernel: 'threshold',
    backward: (g, s) => zeroWhere(g, s.input.le(s.threshold)),
    variants: ['function', 'inplace', 'inplaceFunction'],
  }),
];

const sigmoidOf = (x: Tensor): Tensor => x.sigmoid();

const smooth: Op[] = [
  ...activation('leaky_relu', {
    terms: straight,
    doc: 'Negative elements are scaled by `negative_slope`.',
    formula: 'out = input where input > 0, else negative_slope · input',
    gradient: 'input: g where input > 0, else negative_slope · g',
    args: 'float negative_slope=0.01',
    gradFnInPlace: 'LeakyReluBackward1',
    kernel: 'leaky_relu',
    backward: (g, s) => g.where(s.input.gt(0), g.mul(s.negative_slope)),
  }),
  ...activation('silu', {
    doc: 'Sigmoid-weighted linear unit, also called swish.',
    formula: 'out = input · sigmoid(input)',
    gradient: 'input: g · σ · (1 + input · (1 − σ))',
    kernel: 'silu',
    complex: (input) => input.mul(sigmoidOf(input)),
    backward: (g, s) => {
      if (!formulasAreRecorded() && !g.dtype.is_complex) return pointwise('silu_grad', [g, s.input]);
      const sigmoid = sigmoidOf(s.input);
      return g.mul(sigmoid.mul(sigmoid.rsub(1).mul(s.input).add(1)));
    },
  }),
  ...activation('mish', {
    doc: 'A smooth activation that is not monotonic.',
    formula: 'out = input · tanh(softplus(input))',
    gradient: 'input: g · (tanh(sp) + input · σ · (1 − tanh²(sp)))',
    kernel: 'mish',
    backward: (g, s) => {
      if (!formulasAreRecorded()) return pointwise('mish_grad', [g, s.input]);
      const t = run(softplus, s.input, 1, 20).tanh();
      return g.mul(t.add(s.input.mul(sigmoidOf(s.input)).mul(t.square().rsub(1))));
    },
  }),
  ...activation('softplus', {
    doc: 'A smooth relu; linear where beta · input is above `threshold`.',
    formula: 'out = ln(1 + e^(beta · input)) / beta',
    gradient: 'input: g · sigmoid(beta · input)',
    args: 'float beta=1, float threshold=20',
    kernel: 'softplus',
    backward: (g, s) => {
      if (!formulasAreRecorded()) return pointwise('softplus_grad', [g, s.input], { params: [s.beta, s.threshold] });
      const z = s.input.mul(s.beta);
      return g.where(z.gt(s.threshold), g.mul(sigmoidOf(z)));
    },
    inplace: false,
  }),
  ...activation('logsigmoid', {
    kind: activationKind({ gives: 'log-probabilities', computes: 'logarithm' }),
    doc: 'The logarithm of sigmoid.',
    formula: 'out = ln(sigmoid(input))',
    gradient: 'input: g · sigmoid(−input)',
    gradFn: 'LogSigmoidBackward0',
    kernel: 'log_sigmoid',
    backward: (g, s) => (formulasAreRecorded() ? g.mul(sigmoidOf(s.input.neg())) : pointwise('log_sigmoid_grad', [g, s.input])),
    inplace: false,
  }),
];

const softplus = smooth.find((o) => o.name === 'softplus')!;

export const kernelActivations: Op[] = [...eluFamily, ...clipped, ...smooth];
