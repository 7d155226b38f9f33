import { setRequiresGrad } from '../../tensor/state.js';
import { float32, float64, getDefaultDType, type DType } from '../../dtype.js';
import { RuntimeError } from '../../errors.js';
import { quietly } from '../../quietly.js';
import type { Tensor } from '../../tensor/tensor.js';
import * as kind from '../kind.js';
import { op, type Op } from '../op.js';
import { fn } from '../registry.js';

/** Windows: weights for a piece of a signal that decrease towards its ends. */

const arange = fn('arange') as (n: number, options: { dtype: DType }) => Tensor;
const i0 = fn('special.i0') as (x: Tensor) => Tensor;
const ones = fn('ones') as (n: number, options: { dtype: DType }) => Tensor;

/** `points` weights of a window. A periodic window leaves out the last weight, which would equal the first. */
function windowOf(
  name: string,
  length: number,
  periodic: boolean,
  dtype: DType | null,
  requiresGrad: boolean,
  weights: (points: number, dtype: DType) => Tensor,
): Tensor {
  const type = dtype ?? getDefaultDType();
  if (!type.isContinuous) {
    throw new RuntimeError(
      `${name} expects floating point dtypes, got: TensorOptions(dtype=${type.cppName}, device=cpu, layout=Strided (default), ` +
        'requires_grad=false (default), pinned_memory=false, memory_format=(nullopt))',
    );
  }
  if (length < 0) throw new RuntimeError(`${name} requires non-negative window_length, got window_length=${length}`);
  const out = quietly(() => {
    if (length <= 1) return ones(length, { dtype: type });
    const all = weights(periodic ? length + 1 : length, type);
    return periodic ? all.narrow(0, 0, length) : all;
  }).detach();
  if (requiresGrad) setRequiresGrad(out, true);
  return out;
}

const row = (points: number, dtype: DType, factor: number): Tensor => arange(points, { dtype }).mul(factor);

/** alpha − beta · cos */
const cosine = (alpha: number, beta: number) => (points: number, dtype: DType) =>
  row(points, dtype, (2 * Math.PI) / (points - 1))
    .cos()
    .mul(-beta)
    .add(alpha);

function blackman(points: number, dtype: DType): Tensor {
  const angles = row(points, dtype, Math.PI / (points - 1));
  return angles.mul(4).cos().mul(0.08).sub(angles.mul(2).cos().mul(0.5)).add(0.42);
}

function bartlett(points: number, dtype: DType): Tensor {
  const rising = row(points, dtype, 2 / (points - 1));
  const half = ((points - 1) >> 1) + 1;
  rising
    .narrow(0, half, points - half)
    .mul_(-1)
    .add_(2);
  return rising;
}

const kaiser = (beta: number) => (points: number, dtype: DType) => {
  const wide = dtype === float64 ? float64 : float32;
  const places = arange(points, { dtype: wide })
    .mul(2 / (points - 1))
    .sub(1);
  const roots = places.square().rsub(1).clamp(0).sqrt().mul(beta);
  return i0(roots)
    .div(i0(ones(1, { dtype: wide }).mul(beta)))
    .to(dtype);
};

const options = '*, dtype? dtype=None, bool requires_grad=False';
const simple = (name: string) => `${name}_window(int window_length, bool periodic=True, ${options})` as const;

const about = (name: string, formula: string) => ({
  kind: kind.creation(),
  doc: `The weights of a ${name} window.`,
  formula,
});

export const windows: Op[] = [
  op({
    ...about('Hann', 'out[i] = ½ − ½ · cos(2πi/(N−1))'),
    signature: simple('hann') as 'hann_window(int window_length, bool periodic=True, *, dtype? dtype=None, bool requires_grad=False)',
    forward: (n, periodic, dtype, grad) => windowOf('hann_window', n, periodic, dtype, grad, cosine(0.5, 0.5)),
  }),
  op({
    ...about('Hamming', 'out[i] = alpha − beta · cos(2πi/(N−1))'),
    signature: `hamming_window(int window_length, bool periodic=True, float alpha=0.54, float beta=0.46, ${options})`,
    forward: (n, periodic, alpha, beta, dtype, grad) => windowOf('hamming_window', n, periodic, dtype, grad, cosine(alpha, beta)),
  }),
  op({
    ...about('Blackman', 'out[i] = 0.42 − 0.5 · cos(2πi/(N−1)) + 0.08 · cos(4πi/(N−1))'),
    signature: simple(
      'blackman',
    ) as 'blackman_window(int window_length, bool periodic=True, *, dtype? dtype=None, bool requires_grad=False)',
    forward: (n, periodic, dtype, grad) => windowOf('blackman_window', n, periodic, dtype, grad, blackman),
  }),
  op({
    ...about('Bartlett', 'out[i] = 1 − |2i/(N−1) − 1|'),
    signature: simple(
      'bartlett',
    ) as 'bartlett_window(int window_length, bool periodic=True, *, dtype? dtype=None, bool requires_grad=False)',
    forward: (n, periodic, dtype, grad) => windowOf('bartlett_window', n, periodic, dtype, grad, bartlett),
  }),
  op({
    ...about('Kaiser', 'out[i] = I₀(beta · √(1 − (2i/(N−1) − 1)²)) / I₀(beta)'),
    signature: `kaiser_window(int window_length, bool periodic=True, float beta=12.0, ${options})`,
    forward: (n, periodic, beta, dtype, grad) => windowOf('kaiser_window', n, periodic, dtype, grad, kaiser(beta)),
  }),
];
