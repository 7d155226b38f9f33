import { RuntimeError } from '../../errors.js';
import { dimOutOfRange } from '../../errors/indices.js';
import { wrongShape } from '../../errors/shapes.js';
import { read, numbers } from '../../backends/allocation.js';
import { defaultGenerator } from '../../random/generator.js';
import { numel, wrapDim } from '../../shape.js';
import { formulasAreRecorded } from '../../tensor/observe.js';
import { Tensor } from '../../tensor/tensor.js';
import { withoutKernel } from '../arithmetic/checks.js';
import { fn } from '../registry.js';
import * as kind from '../kind.js';
import { op, type Op } from '../op.js';
import { notConverted } from '../outDtype.js';
import { pointwise, zerosLike } from '../pointwise.js';
import { inBoth, needFloating, run, runInplace, zeroWhere } from './shared.js';
import { lacking } from '../lacks.js';

/** Activations with weights, gates or random slopes, and activations that are built from others. */

const inverseRoot2Pi = 1 / Math.sqrt(2 * Math.PI);
const rootOf2OverPi = Math.sqrt(2 / Math.PI);

/** The derivative of gelu. */
function geluSlope(x: Tensor, approximate: string): Tensor {
  if (approximate === 'none') {
    const cdf = x.mul(Math.SQRT1_2).erf().add(1).mul(0.5);
    return cdf.add(x.mul(x.square().mul(-0.5).exp()).mul(inverseRoot2Pi));
  }
  const t = x.add(x.pow(3).mul(0.044715)).mul(rootOf2OverPi).tanh();
  const inner = x
    .square()
    .mul(3 * 0.044715)
    .add(1)
    .mul(rootOf2OverPi);
  return t
    .add(1)
    .mul(0.5)
    .add(x.mul(0.5).mul(t.square().rsub(1)).mul(inner));
}

const gelu = op({
  roundsOnce: 'gradient',
  signature: "nn.functional.gelu(Tensor input, *, str approximate='none', Tensor? out=None)",
  wrongOut: notConverted,
  kind: kind.activation(),
  doc: "Gaussian error linear unit, exact or by its 'tanh' approximation.",
  formula: 'out = input · Φ(input)',
  gradient: 'input: g · (Φ(input) + input · φ(input))',
  forward(input, approximate) {
    if (approximate !== 'none' && approximate !== 'tanh') throw new RuntimeError('approximate argument must be either none or tanh.');
    needFloating('GeluKernelImpl', input);
    return pointwise(approximate === 'tanh' ? 'gelu_tanh' : 'gelu', [input]);
  },
  backward: {
    input: (g, s) =>
      formulasAreRecorded()
        ? g.mul(geluSlope(s.input, s.approximate))
        : pointwise(s.approximate === 'none' ? 'gelu_grad' : 'gelu_tanh_grad', [g, s.input]),
  },
});

const glu = op({
  lacks: lacking('glu_cpu', 'ComplexFloat', 'ComplexDouble'),
  signature: 'nn.functional.glu(Tensor input, int dim=-1)',
  kind: kind.activation({ each: false }),
  doc: 'Gated linear unit: the first half of a dim, gated by the sigmoid of the second.',
  formula: 'out = a · sigmoid(b),  input = [a, b] along dim',
  gradient: 'a: g · sigmoid(b);  b: g · a · sigmoid(b) · (1 − sigmoid(b))',
  forward(input, dim) {
    if (input.sizes.length === 0) throw wrongShape('glu does not support scalars because halving size must be even');
    const d = wrapDim(dim, input.sizes.length);
    const n = input.sizes[d];
    if (n % 2 !== 0) throw wrongShape(`Halving dimension must be even, but dimension ${d} is size ${n}`);
    if (!input.dtype.isContinuous) throw withoutKernel('glu_cpu', input.dtype, [input]);
    return input.narrow(d, 0, n / 2).mul(input.narrow(d, n / 2, n / 2).sigmoid());
  },
  backward: {
    input: (g, s) => {
      const [a, b] = s.input.chunk(2, s.dim) as [Tensor, Tensor];
      const gate = b.sigmoid();
      const ga = g.mul(gate);
      return catAlong([ga, ga.mul(gate.rsub(1)).mul(a)], s.dim);
    },
  },
});

const catAlong = fn('cat') as (tensors: Tensor[], dim: number) => Tensor;

/** The slope of each channel, shaped to broadcast with `input`. */
const slopes = (input: Tensor, weight: Tensor): Tensor =>
  weight.sizes.length === 0 || input.sizes.length < 2
    ? weight.reshape([])
    : weight.reshape(input.sizes.map((_, d) => (d === 1 ? weight.sizes[0] : 1)));

function checkPrelu(input: Tensor, weight: Tensor): void {
  const count = numel(weight.sizes);
  if (count !== 1) {
    if (input.sizes.length === 0) throw wrongShape('Not allow zero-dim input tensor.');
    const channels = input.sizes.length > 1 ? input.sizes[1] : 1;
    if (channels !== count) {
      throw wrongShape(
        `Mismatch of parameter numbers and input channel size. Found parameter numbers = ${count} and channel size = ${channels}.`,
      );
    }
  }
  if (weight.sizes.length > 1) {
    throw wrongShape(`prelu: Expected \`weight\` to be a scalar or 1D tensor, but got: ndim = ${weight.sizes.length}`);
  }
}

const preluKernel = op({
  shown: 'prelu',
  signature: '_prelu_kernel(Tensor input, Tensor weight)',
  kind: kind.activation(),
  terms: { sum: ['input'], by: ['weight'] },
  doc: 'A leaky relu with a slope that is learnt.',
  formula: 'out = input where input > 0, else weight · input',
  gradient: 'input: g where input > 0, else weight · g;  weight: Σ g · input where input ≤ 0',
  gradFn: 'PreluKernelBackward0',
  variants: [],
  forward(input, weight) {
    const slope = slopes(input, weight);
    return input.where(input.gt(0), input.mul(slope));
  },
  backward: {
    input: (g, s) => g.where(s.input.gt(0), g.mul(slopes(s.input, s.weight))),
    weight: (g, s) => {
      const each = zeroWhere(g.mul(s.input), s.input.gt(0));
      const { length: rank } = each.sizes;
      const count: number = s.weight.sizes[0] ?? 1;
      if (count === 1 || rank < 2) return each.sum().reshape(s.sizesOf('weight'));
      return each.sum([...each.sizes.keys()].filter((d) => d !== 1)).reshape(s.sizesOf('weight'));
    },
  },
});

const prelu: Op[] = ['prelu', 'nn.functional.prelu'].map((name) =>
  op({
    signature: `${name}(Tensor input, Tensor weight)`,
    autocast: 'half',
    kind: kind.activation(),
    doc: preluKernel.doc,
    formula: preluKernel.formula,
    gradient: preluKernel.gradient!,
    compose(input, weight) {
      checkPrelu(input, weight);
      return run(preluKernel, input, weight);
    },
  }),
);

/** A slope for each element: in training mode random for negative elements, else the mean of the bounds. */
function randomSlopes(input: Tensor, lower: number, upper: number, training: boolean): Tensor {
  const negative = training ? input.le(0) : input.gt(0).logical_not();
  if (!training && !input.dtype.isContinuous) throw withoutKernel('leaky_relu_cpu', input.dtype, [input]);
  if (!training) return input.new_full([], (lower + upper) / 2).where(negative, input.new_full([], 1));
  const slopes = numbers(input.dtype, numel(input.sizes));
  const random = read(negative);
  for (let i = 0; i < slopes.length; i++) slopes[i] = random[i] ? defaultGenerator.uniform64() * (upper - lower) + lower : 1;
  return Tensor.of(slopes, input.sizes, input.dtype, input.device);
}

const rreluKernel = op({
  signature: 'rrelu_with_noise(Tensor input, Tensor noise)',
  kind: kind.activation(),
  terms: { sum: ['input'], by: ['noise'] },
  doc: 'A leaky relu whose slopes are given.',
  formula: 'out = input · noise',
  gradient: 'input: g · noise',
  variants: ['inplace'],
  keeps: ['input'],
  constants: { noise: 'rrelu_with_noise' },
  forward: (input, noise) => pointwise('mul', [input, noise]),
  backward: { input: (g, s) => g.mul(s.noise) },
});

const rrelu: Op[] = inBoth(
  'rrelu(Tensor input, float lower=0.125, float upper=0.3333333333333333, bool training=False, bool inplace=False)',
  {
    kind: kind.activation({ random: true }),
    doc: 'A leaky relu whose slope is random between `lower` and `upper` while training, their mean otherwise.',
    formula: 'out = input where input > 0, else a · input,  a ~ U[lower, upper]',
    gradient: 'input: g where input > 0, else a · g',
    compose(input, lower, upper, training, inplace) {
      if (lower > upper) throw new RuntimeError('Lower bound should be less than or equal to the upper bound');
      const noise = randomSlopes(input.detach(), lower, upper, training);
      return inplace ? runInplace(rreluKernel, input, noise) : run(rreluKernel, input, noise);
    },
  },
);

/** A function of nn.functional that also is a method of tensors. */
const asMethod = (name: 'relu' | 'tanh' | 'sigmoid', facts: kind.Facts<'input'>, doc: string, formula: string): Op =>
  op({
    signature: `nn.functional.${name}(Tensor input${name === 'relu' ? ', bool inplace=False' : ''})`,
    kind: kind.activation(facts),
    doc,
    formula,
    compose: (input, inplace = false) => (inplace ? input[`${name}_`]() : input[name]()),
  });

const softsign = op({
  signature: 'nn.functional.softsign(Tensor input)',
  kind: kind.activation(),
  doc: 'A rational sigmoid.',
  formula: 'out = input / (1 + |input|)',
  gradient: 'input: g / (1 + |input|)²',
  compose: (input) => input.div(input.abs().add(1)),
});

const tanhshrink = op({
  signature: 'nn.functional.tanhshrink(Tensor input)',
  kind: kind.activation(),
  doc: 'What tanh takes away.',
  formula: 'out = input − tanh(input)',
  gradient: 'input: g · tanh²(input)',
  compose: (input) => input.sub(input.tanh()),
});

/** The dim that PyTorch uses when none is given. */
const implicitDim = (input: Tensor): number => ([0, 1, 3].includes(input.sizes.length) ? 0 : 1);

const softmaxLike = (
  name: string,
  facts: kind.Facts<'input'>,
  doc: string,
  formula: string,
  compute: (x: Tensor, dim: number) => Tensor,
): Op =>
  op({
    signature: `nn.functional.${name}(Tensor input, int? dim=None, int _stacklevel=3, dtype? dtype=None)`,
    kind: kind.activation({ each: false, breaks: [{ how: 'masked', argument: 'input' }], ...facts }),
    doc,
    formula,
    compose: (input, dim, _, dtype) => compute(dtype ? input.to(dtype) : input, dim ?? implicitDim(input)),
  });

const gumbelSoftmax = op({
  signature: 'nn.functional.gumbel_softmax(Tensor logits, float tau=1, bool hard=False, float eps=1e-10, int dim=-1)',
  kind: kind.activation({ each: false, random: true, takes: 'scores', gives: 'probabilities' }),
  doc: 'A random one-hot vector along a dim (soft, or exactly one with `hard`) with gradients through the soft one.',
  formula: 'out = softmax((logits + G) / tau),  G ~ Gumbel(0, 1)',
  compose(logits, tau, hard, _eps, dim) {
    if (dim >= logits.sizes.length || dim < -logits.sizes.length) {
      throw dimOutOfRange(dim, logits.sizes.length);
    }
    const gumbels = Tensor.empty(logits.sizes, logits.dtype, logits.device).exponential_().log().neg();
    const soft = logits.add(gumbels).div(tau).softmax(dim);
    if (!hard) return soft;
    const index = soft.max(dim, true)[1];
    const one = zerosLike(logits).scatter_(dim, index, 1);
    return one.sub(soft.detach()).add(soft);
  },
});

export const gates: Op[] = [
  asMethod('relu', { rectifies: true }, 'Rectified linear unit: negative elements become 0.', 'out = max(0, input)'),
  asMethod('tanh', {}, 'The hyperbolic tangent.', 'out = tanh(input)'),
  asMethod('sigmoid', { gives: 'probabilities', steepest: 0.25 }, 'The logistic function.', 'out = 1 / (1 + e^−input)'),
  gelu,
  glu,
  preluKernel,
  ...prelu,
  rreluKernel,
  ...rrelu,
  softsign,
  tanhshrink,
  softmaxLike(
    'softmax',
    { gives: 'probabilities' },
    'Exponentials, scaled to a sum of 1 along a dim.',
    'out = e^input / Σ_dim e^input',
    (x, dim) => x.softmax(dim),
  ),
  softmaxLike(
    'log_softmax',
    { computes: 'logarithm', takes: 'scores', gives: 'log-probabilities', applies: 'log_softmax' },
    'The logarithm of softmax.',
    'out = input − ln Σ_dim e^input',
    (x, dim) => x.log_softmax(dim),
  ),
  softmaxLike('softmin', { gives: 'probabilities' }, 'Softmax of the negative.', 'out = e^−input / Σ_dim e^−input', (x, dim) =>
    x.neg().softmax(dim),
  ),
  gumbelSoftmax,
];
