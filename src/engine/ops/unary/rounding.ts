import { bool } from '../../dtype.js';
import { NotImplementedError_, RuntimeError } from '../../errors.js';
import { withoutKernel } from '../arithmetic/checks.js';
import * as kind from '../kind.js';
import { everywhere, op } from '../op.js';
import { notConverted } from '../outDtype.js';
import { pointwise, zerosLike } from '../pointwise.js';
import { all } from './define.js';

/** Signs, rounding, bits, and tests for NaN and infinity. */

export const neg = op({
  signature: 'neg(Tensor input, *, Tensor? out=None)',
  wrongOut: notConverted,
  kind: kind.elementwise({ computes: 'negation' }),
  doc: 'The negative.',
  formula: 'out = −input',
  gradient: 'input: −g',
  variants: everywhere,
  forward(input) {
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
  wrongOut: notConverted,
  kind: kind.elementwise(),
  doc: 'Rounds to the nearest integer (or to `decimals` places), half to even.',
  formula: 'out = round(input)',
  gradient: 'input: 0',
  gradFnOf: ([, decimals]) => (decimals === 0 ? 'RoundBackward0' : 'RoundBackward1'),
  variants: everywhere,
  forward(input, decimals) {
    if (input.dtype === bool) throw new RuntimeError('"round_vml_cpu" not implemented for \'Bool\'');
    if (input.dtype.is_complex) throw new NotImplementedError_('round is not supported for complex inputs');
    if (!input.dtype.is_floating_point && decimals !== 0) throw withoutKernel('round_cpu', input.dtype, [input]);
    if (!input.dtype.is_floating_point) return pointwise('identity', [input]);
    if (decimals === 0) return pointwise('round', [input]);
    const scale = 10 ** Math.abs(decimals);
    return decimals > 0 ? input.mul(scale).round().div(scale) : input.div(scale).round().mul(scale);
  },
  backward: { input: (g) => zerosLike(g) },
});

export const bitwiseNot = op({
  signature: 'bitwise_not(Tensor input, *, Tensor? out=None)',
  wrongOut: notConverted,
  kind: kind.elementwise(),
  doc: 'Inverts every bit; of a bool, its negation.',
  formula: 'out = ~input',
  variants: all,
  forward(input) {
    if (input.dtype.isContinuous) throw withoutKernel('bitwise_not_cpu', input.dtype, [input]);
    return pointwise(input.dtype === bool ? 'logical_not' : 'bitwise_not', [input]);
  },
});

export const nanToNum = op({
  signature: 'nan_to_num(Tensor input, Scalar? nan=0.0, Scalar? posinf=None, Scalar? neginf=None, *, Tensor? out=None)',
  wrongOut: (result, out) => `nan_to_num: dtype of out: ${out.scalarName} should be same as input: ${result.scalarName}`,
  kind: kind.elementwise(),
  terms: { sum: ['input'], number: true },
  doc: 'Replaces NaN and infinities by numbers (0 and the greatest and least of the dtype).',
  formula: 'out = input where finite, else the number given',
  gradient: 'input: g where input is finite',
  variants: everywhere,
  forward(input, nan, posinf, neginf) {
    const max = input.dtype.to_real().name === 'float32' ? 3.4028234663852886e38 : Number.MAX_VALUE;
    return pointwise('nan_to_num', [input], { params: [Number(nan ?? 0), Number(posinf ?? max), Number(neginf ?? -max)] });
  },
  backward: { input: (g, s) => g.mul(s.input.isfinite()) },
});
