import { bool, uint16 } from '../../dtype.js';
import { wrongDtype } from '../../errors/dtypes.js';
import { Tensor } from '../../tensor/tensor.js';
import * as kind from '../kind.js';
import { op } from '../op.js';
import { pointwise, resultType, scaledAndMoved } from '../pointwise.js';
import { all, withoutKernel } from './checks.js';
import { withoutKernelFor } from '../lacks.js';

/** Operations that combine several steps. */

export const lerp = op({
  signature: 'lerp(Tensor input, Tensor end, Tensor|Scalar weight, *, Tensor? out=None)',
  kind: kind.elementwise(),
  terms: { sum: ['input', 'end'] },
  doc: 'The point between `input` and `end` at `weight`.',
  formula: 'out = input + weight · (end − input)',
  gradient: 'input: g · (1 − weight);  end: g · weight;  weight: g · (end − input)',
  gradFnOf: ([, , weight]) => (weight instanceof Tensor ? 'LerpBackward1' : 'LerpBackward0'),
  variants: all,
  forward(input, end, weight) {
    if (end.dtype !== input.dtype) {
      throw wrongDtype('same', `expected dtype ${input.dtype.cppName} for \`end\` but got dtype ${end.dtype.cppName}`);
    }
    if (!input.dtype.isContinuous) throw withoutKernel('lerp_kernel_scalar', input.dtype, [input, end, weight]);
    return pointwise('lerp', [input, end, weight]);
  },
  backward: {
    input: (g, s) => (s.weight instanceof Tensor ? g.mul(scaledAndMoved(s.weight, -1, 1)) : g.mul(1 - Number(s.weight))),
    end: (g, s) => g.mul(s.weight),
    weight: (g, s) => g.mul(s.end.sub(s.input)),
  },
});

export const addcmul = op({
  signature: 'addcmul(Tensor input, Tensor tensor1, Tensor tensor2, *, Scalar value=1, Tensor? out=None)',
  kind: kind.elementwise(),
  terms: { sum: ['input', 'tensor1'], by: ['tensor2'] },
  doc: 'Adds a product.',
  formula: 'out = input + value · tensor1 · tensor2',
  gradient: 'input: g;  tensor1: g · value · tensor2;  tensor2: g · value · tensor1',
  variants: all,
  forward(input, a, b, value) {
    // For integers, the factor is truncated to an integer.
    const dtype = resultType([input, a, b]);
    if (dtype === bool || dtype === uint16) throw withoutKernelFor('addcmul_cpu_out', dtype);
    const factor = dtype.isContinuous ? Number(value) : Math.trunc(Number(value));
    return pointwise('addcmul', [input, a, b], { params: [factor] });
  },
  backward: {
    input: (g) => g,
    tensor1: (g, s) => g.mul(s.tensor2.mul(s.value)),
    tensor2: (g, s) => g.mul(s.tensor1.mul(s.value)),
  },
});

export const addcdiv = op({
  signature: 'addcdiv(Tensor input, Tensor tensor1, Tensor tensor2, *, Scalar value=1, Tensor? out=None)',
  kind: kind.elementwise({ breaks: [{ how: 'division', argument: 'tensor2', dividend: 'tensor1' }] }),
  terms: { sum: ['input', 'tensor1'], by: ['tensor2'] },
  doc: 'Adds a quotient.',
  formula: 'out = input + value · tensor1 / tensor2',
  gradient: 'input: g;  tensor1: g · value / tensor2;  tensor2: −g · value · tensor1 / tensor2²',
  variants: all,
  forward(input, a, b, value) {
    if (!a.dtype.isContinuous && !b.dtype.isContinuous) {
      throw wrongDtype(
        'floating',
        'Integer division with addcdiv is no longer supported, and in a future  release addcdiv will perform a true division of tensor1 and tensor2. ' +
          'The historic addcdiv behavior can be implemented as (input + value * torch.trunc(tensor1 / tensor2)).to(input.dtype) for integer inputs and as ' +
          '(input + value * tensor1 / tensor2) for float inputs. The future addcdiv behavior is just the latter implementation: (input + value * tensor1 / tensor2), for all dtypes.',
      );
    }
    return pointwise('addcdiv', [input, a, b], { params: [Number(value)] });
  },
  backward: {
    input: (g) => g,
    tensor1: (g, s) => g.mul(s.tensor2.reciprocal().mul(s.value)),
    tensor2: (g, s) => g.neg().mul(s.tensor1.mul(s.value).div(s.tensor2.square())),
  },
});
