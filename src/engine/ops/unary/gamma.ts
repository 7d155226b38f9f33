import { float32 } from '../../dtype.js';
import { RuntimeError } from '../../errors.js';
import * as kind from '../kind.js';
import { everywhere, type Op, op } from '../op.js';
import { floatOf, pointwise, resultType } from '../pointwise.js';

/** Powers and the gamma function. */

export const twoOverRootPi = 2 / Math.sqrt(Math.PI);

export const square = op({
  signature: 'square(Tensor input, *, Tensor? out=None)',
  kind: kind.elementwise(),
  doc: 'The square.',
  formula: 'out = input²',
  gradient: 'input: 2 · g · input',
  // PyTorch records x ** 2, and turns bools into integers.
  gradFn: 'PowBackward0',
  variants: everywhere,
  forward: (input) => pointwise('square', [input], { dtype: resultType([input, 2]) }),
  backward: { input: (g, s) => g.mul(s.input.mul(2)) },
});

/** The order comes first in `torch.polygamma`, and second in the method. */
export const polygammas: Op[] = [
  op({
    signature: 'polygamma(int n, Tensor input)',
    kind: kind.elementwise(),
    doc: 'The n-th derivative of digamma.',
    formula: 'out = ψ⁽ⁿ⁾(input)',
    compose: (n, input) => input.polygamma(n),
  }),
  op({
    signature: 'polygamma.method(Tensor input, int n)',
    kind: kind.elementwise(),
    doc: 'The n-th derivative of digamma.',
    formula: 'out = ψ⁽ⁿ⁾(input)',
    gradient: 'input: g · ψ⁽ⁿ⁺¹⁾(input)',
    variants: ['method', 'inplace'],
    forward(input, n) {
      if (n < 0) throw new RuntimeError('polygamma(n, x) does not support negative n.');
      if (n === 1) return pointwise(floatOf(input) === float32 ? 'trigammaSingle' : 'trigamma', [input], { result: 'float' });
      return pointwise(n === 0 ? 'digamma' : 'polygamma', [input], { result: 'float', params: [n] });
    },
    backward: { input: (g, s) => g.mul(s.input.polygamma(s.n + 1)) },
  }),
];
