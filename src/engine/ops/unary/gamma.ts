import { float32 } from '../../dtype.js';
import { RuntimeError } from '../../errors.js';
import type { Tensor } from '../../tensor/tensor.js';
import * as kind from '../kind.js';
import { everywhere, type Op, op } from '../op.js';
import { pointwise, resultType } from '../pointwise.js';

/** Powers and the gamma function. */

export const twoOverRootPi = 2 / Math.sqrt(Math.PI);

export const square = op({
  signature: 'square(Tensor input, *, Tensor? out=None)',
  kind: kind.elementwise(),
  doc: 'The square.',
  formula: 'out = input²',
  gradient: 'input: 2 · g · input',
  // PyTorch records x ** 2, and counts bools.
  gradFn: 'PowBackward0',
  variants: everywhere,
  forward: (input) => pointwise('square', [input], { dtype: resultType([input, 2]) }),
  backward: { input: (g, s) => g.mul(s.input.mul(2)) },
});

/** ψ′ as PyTorch computes it in single precision, whose roundings show near poles. */
function trigamma(input: Tensor): Tensor {
  const below = input.lt(0.5);
  const sine = input.mul(Math.PI).sin();
  let x = input.rsub(1).where(below, input);
  let sum = sine
    .mul(sine)
    .reciprocal()
    .mul(-Math.PI * Math.PI)
    .masked_fill(below.logical_not(), 0);
  for (let i = 0; i < 6; i++) {
    sum = sum.add(x.mul(x).reciprocal());
    x = x.add(1);
  }
  const square = x.mul(x).reciprocal();
  const series = square.mul(square.mul(square.mul(1 / 42).rsub(1 / 30)).rsub(1 / 6));
  const tail = x.mul(2).reciprocal().add(1).add(series).div(x);
  const all = sum.add(tail);
  return all.neg().where(below, all);
}

/** Order first as in `torch.polygamma`, second as in the method. */
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
      if (n === 1 && input.dtype === float32) return trigamma(input);
      return pointwise(n === 0 ? 'digamma' : 'polygamma', [input], { result: 'float', params: [n] });
    },
    backward: { input: (g, s) => g.mul(s.input.polygamma(s.n + 1)) },
  }),
];
