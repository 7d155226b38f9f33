import { NotImplementedError_ } from '../../errors.js';
import { Tensor } from '../../tensor/tensor.js';
import { execute } from '../execute.js';
import * as kind from '../kind.js';
import { named } from '../refusing.js';
import { op, type Op } from '../op.js';
import { pointwise, resultType, type Operand } from '../pointwise.js';
import { special } from './define.js';

/** Functions of the normal distribution, of entropy, and logarithms that are safe at 0. */

const normal: Op[] = [
  special('erfcx', {
    kernel: 'erfcx',
    inSingle: 'erfcxSingle',
    doc: 'The complementary error function, scaled.',
    formula: 'out = e^(input²) · erfc(input)',
    gradient: 'g · (2 · input · out − 2/√π)',
    backward: (g, s) =>
      g.mul(
        s.input
          .mul(2)
          .mul(s.result)
          .sub(2 / Math.sqrt(Math.PI)),
      ),
  }),
  special('log_ndtr', {
    kernel: 'logNdtr',
    inSingle: 'logNdtrSingle',
    doc: 'The logarithm of the distribution function of the normal distribution.',
    formula: 'out = ln(½ · erfc(−input / √2))',
    gradient: 'g · e^(−out − input²/2) / √(2π)',
    backward: (g, s) => g.div(Math.sqrt(2 * Math.PI)).mul(s.result.add(s.input.square().div(2)).neg().exp()),
  }),
  special('ndtri', {
    kernel: 'ndtri',
    doc: 'The quantiles of the normal distribution.',
    formula: 'ndtr(out) = input',
    gradient: 'g · √(2π) · e^(out²/2)',
    backward: (g, s) => g.mul(Math.sqrt(2 * Math.PI)).mul(s.result.square().div(2).exp()),
    breaks: [{ how: 'interval', argument: 'input', from: 0, to: 1 }],
  }),
  special('entr', {
    ofHalves: true,
    kernel: 'entr',
    doc: 'The entropy of every element: 0 at 0, −∞ below.',
    formula: 'out = −input · ln(input)',
    gradient: '−g · (1 + ln(input))',
    backward: (g, s) => g.mul(s.input.log().add(1).neg()),
  }),
];

const asTensor = (v: Operand, like: Operand): Tensor => (v instanceof Tensor ? v : (like as Tensor).new_tensor(Number(v)));

const xlog1pyOf = (x: Tensor, y: Tensor): Tensor => execute(xlog1py, [x, y, null]) as Tensor;

const xlog1py: Op = op({
  signature: 'special.xlog1py(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)',
  needsTensor: true,
  kind: kind.elementwise({ breaks: [{ how: 'logarithm', argument: 'other', at: -1 }] }),
  doc: '`input · ln(1 + other)`, 0 where `input` is 0.',
  formula: 'out = input · ln(1 + other)',
  gradient: 'input: g · ln(1 + other);  other: g · input / (1 + other)',
  gradFnOf: ([x, y]) => `SpecialXlog1PyBackward${!(x instanceof Tensor) ? 1 : y instanceof Tensor ? 0 : 2}`,
  forward: (input, other) => pointwise('xlog1py', [input, other], { result: 'float' }),
  backward: {
    input(g, s) {
      const [x, y] = [asTensor(s.input, s.other), asTensor(s.other, s.input)];
      return xlog1pyOf(g, y).masked_fill(x.eq(0).logical_and(y.le(-1)), 0);
    },
    other: (g, s) => g.mul(asTensor(s.input, s.other)).div(asTensor(s.other, s.input).add(1)),
  },
});

export const normalOps: Op[] = [
  ...normal,
  xlog1py,
  op({
    signature: 'special.ndtr(Tensor input, *, Tensor? out=None)',
    kind: kind.elementwise(),
    doc: 'The distribution function of the normal distribution.',
    formula: 'out = ½ · (1 + erf(input / √2))',
    // As PyTorch computes it; it loses precision in the left tail.
    compose: (input) => input._mul_number(Math.SQRT1_2).erf().add(1)._mul_number(0.5),
  }),
  op({
    signature: 'special.xlogy(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)',
    kind: kind.elementwise({ breaks: [{ how: 'logarithm', argument: 'other', at: 0 }] }),
    doc: '`input · ln(other)`, 0 where `input` is 0.',
    formula: 'out = input · ln(other)',
    compose(input, other) {
      if (input instanceof Tensor) return input.xlogy(other);
      if (!(other instanceof Tensor)) return pointwise('xlogy', [input, other], { result: 'float' });
      const dtype = resultType([input, other]);
      return other.new_full([], Number(input), { dtype }).xlogy(other);
    },
  }),
  op({
    signature: 'special.logit(Tensor input, float? eps=None, *, Tensor? out=None)',
    kind: kind.elementwise({ computes: 'logarithm' }),
    doc: 'The inverse of sigmoid; another name of `logit`.',
    formula: 'out = ln(input / (1 − input))',
    compose: (input, eps) => (eps === null ? input.logit() : input.logit(eps)),
  }),
  op({
    signature: 'special.sinc(Tensor input, *, Tensor? out=None)',
    kind: kind.elementwise(),
    doc: 'The cardinal sine; another name of `sinc`.',
    formula: 'out = sin(π · input) / (π · input)',
    compose: (input) => input.sinc(),
  }),
  op({
    signature: 'special.round(Tensor input, *, int decimals=0, Tensor? out=None)',
    kind: kind.elementwise(),
    doc: 'Rounds half to even; another name of `round`.',
    formula: 'out = round(input)',
    compose(input, decimals) {
      if (!input.dtype.is_floating_point) {
        throw new NotImplementedError_(`"round_vml_cpu" not implemented for '${input.dtype.scalarName}'`);
      }
      return named(decimals === 0 ? input.round() : input.round({ decimals }), 'RoundBackward1');
    },
  }),
  op({
    signature: 'special.softmax(Tensor input, int dim, *, dtype? dtype=None)',
    kind: kind.activation({ gives: 'probabilities', each: false }),
    doc: 'Positive numbers that add up to 1 along a dim; another name of `softmax`.',
    formula: 'out = e^input / Σ_dim e^input',
    compose: (input, dim, dtype) => (dtype ? input.softmax(dim, dtype) : input.softmax(dim)),
  }),
  op({
    signature: 'special.log_softmax(Tensor input, int dim, *, dtype? dtype=None)',
    kind: kind.activation({ gives: 'log-probabilities', each: false }),
    doc: 'The logarithm of softmax; another name of `log_softmax`.',
    formula: 'out = input − ln Σ_dim e^input',
    compose: (input, dim, dtype) => (dtype ? input.log_softmax(dim, dtype) : input.log_softmax(dim)),
  }),
  op({
    signature: 'special.logsumexp(Tensor input, int[] dim, bool keepdim=False, *, Tensor? out=None)',
    kind: kind.reduction(),
    doc: 'The logarithm of a sum of exponentials; another name of `logsumexp`.',
    formula: 'out = ln Σ_dim e^input',
    compose: (input, dim, keepdim) => input.logsumexp(dim, keepdim),
  }),
];
