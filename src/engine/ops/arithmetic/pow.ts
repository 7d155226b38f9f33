import { bool } from '../../dtype.js';
import { RuntimeError } from '../../errors.js';
import { Tensor } from '../../tensor/tensor.js';
import * as kind from '../kind.js';
import { op } from '../op.js';
import { copyOf, type Operand, pointwise, resultType, scaledAndMoved, zerosLike } from '../pointwise.js';
import { type Other, all, checkNotBool } from './checks.js';

/** Powers. */

const powKernel = (base: Operand, exponent: Operand) => (resultType([base, exponent]).isContinuous ? 'pow' : 'pow_int');

function checkIntegerPower(base: Operand, exponent: Operand): void {
  const integral = !resultType([base, exponent]).isContinuous;
  if (integral && !(exponent instanceof Tensor) && Number(exponent) < 0) {
    throw new RuntimeError('Integers to negative integer powers are not allowed.');
  }
}

/** The gradient of x^p with respect to x. Where p is 0, it is 0 for every x. */
const powGrad = (g: Tensor, input: Other, exponent: Other): Tensor => {
  if (!(exponent instanceof Tensor)) {
    const p = Number(exponent);
    return p === 0 ? zerosLike(g) : g.mul((input as Tensor).pow(p - 1).mul(p));
  }
  const slope = (input as Tensor).pow(scaledAndMoved(exponent, 1, -1)).mul(exponent);
  return g.mul(slope.masked_fill(exponent.eq(0), 0));
};

/** The kind of x^p: a fractional power of a negative number is NaN; at 0 the slope of a small power is infinite. */
const power = kind.elementwise({
  computes: 'power',
  breaks: [
    { how: 'power', argument: 'input' },
    { how: 'slope', argument: 'input', at: 0 },
  ],
});

const isNotNegative = (exponent: Tensor): Tensor =>
  exponent.dtype.is_complex ? exponent.real.ge(0).logical_and(exponent.imag.eq(0)) : exponent.ge(0);

/** The gradient of x^p with respect to p. It is 0 where x is 0 and p is not negative. */
const powExponentGrad = (g: Tensor, input: Other, exponent: Tensor, result: Tensor): Tensor => {
  if (!(input instanceof Tensor)) {
    const base = Number(input);
    if (base === 0) return g.mul(result.mul(-Infinity).masked_fill(isNotNegative(exponent), 0));
    return g.mul(result.mul(Math.log(base)));
  }
  return g.mul(result.mul(input.to(result.dtype).log()).masked_fill(input.eq(0).logical_and(isNotNegative(exponent)), 0));
};

export const pow = op({
  signature: 'pow.Tensor_Scalar(Tensor input, Scalar exponent, *, Tensor? out=None)',
  kind: power,
  doc: 'Raises `input` to the power `exponent`.',
  formula: 'out = input ^ exponent',
  gradient: 'input: g · exponent · input^(exponent−1)',
  gradFn: 'PowBackward0',
  variants: all,
  forward(input, exponent) {
    checkIntegerPower(input, exponent);
    // For the exponents 0 and 1, PyTorch fills or copies; both work for bools too.
    if (Number(exponent) === 1 && (input.dtype.is_floating_point || resultType([input, exponent]) === bool)) return copyOf(input);
    if (Number(exponent) === 0 && input.dtype.is_complex) return copyOf(input).fill_(1);
    if (Number(exponent) !== 0) checkNotBool('pow', [input, exponent]);
    // PyTorch multiplies, and rounds each time.
    if (exponent === 2 && input.dtype.is_floating_point) return pointwise('square', [input]);
    if (exponent === 3 && input.dtype.is_floating_point) return input.mul(input).mul(input);
    return pointwise(powKernel(input, exponent), [input, exponent]);
  },
  backward: { input: (g, s) => powGrad(g, s.input, s.exponent) },
});

export const powTensor = op({
  signature: 'pow.Tensor_Tensor(Tensor|complex input, Tensor|complex exponent, *, Tensor? out=None)',
  kind: power,
  doc: 'Raises `input` to the power `exponent`, element by element.',
  formula: 'out = input ^ exponent',
  gradient: 'input: g · exponent · input^(exponent−1);  exponent: g · out · ln(input)',
  gradFn: 'PowBackward1',
  variants: all,
  forward(input, exponent) {
    checkNotBool('pow', [input, exponent]);
    return pointwise(powKernel(input, exponent), [input, exponent]);
  },
  backward: {
    input: (g, s) => powGrad(g, s.input, s.exponent),
    exponent: (g, s) => powExponentGrad(g, s.input, s.exponent, s.result),
  },
});

export const powScalar = op({
  signature: 'pow.Scalar(Scalar input, Tensor exponent, *, Tensor? out=None)',
  kind: power,
  doc: 'Raises a number to the power `exponent`.',
  formula: 'out = input ^ exponent',
  gradient: 'exponent: g · out · ln(input)',
  gradFn: 'PowBackward2',
  variants: ['function'],
  forward(input, exponent) {
    checkNotBool('pow', [input, exponent]);
    return pointwise(powKernel(input, exponent), [input, exponent]);
  },
  backward: { exponent: (g, s) => powExponentGrad(g, s.input, s.exponent, s.result) },
});
