import { formulasAreRecorded } from '../../tensor/observe.js';
import { kernels } from '../../backends/dispatch.js';
import { widest } from '../../backends/registry.js';
import { numel, reducedSizes } from '../../shape.js';
import { Tensor } from '../../tensor/tensor.js';
import type { Way } from '../op.js';
import { cast, pointwise } from '../pointwise.js';

/** The shared part of batch, layer and group normalization: (x − mean) / √(variance + eps) over some dims. */

export interface Moments {
  /** With the sizes of the input, but 1 in reduced dims. */
  mean: Tensor;
  /** The biased variance. */
  variance: Tensor;
}

/** Mean and variance, in double precision where the device has it. */
export function moments(x: Tensor, dims: readonly number[]): Moments {
  const sizes = reducedSizes(x.sizes, dims, true);
  const flat = reducedSizes(x.sizes, dims, false);
  const mean = Tensor.zeros(flat, widest(x.device), x.device);
  const square = Tensor.zeros(flat, widest(x.device), x.device);
  if (numel(x.sizes) > 0) {
    kernels.fold('mean', x, dims, mean);
    kernels.fold('sum_square_around', x, dims, square, mean);
  }
  return { mean: mean.view(sizes), variance: square.div_(numel(dims.map((d) => x.sizes[d]))).view(sizes) };
}

export const inverseDeviation = (variance: Tensor, eps: number): Tensor => variance.add(eps).rsqrt();

/**
 * x · scale + shift in one pass; scale and shift are rounded to the dtype of `x` before. PyTorch does the same, which
 * decides the last digits where the mean is much greater than the deviation.
 */
export const affine = (x: Tensor, scale: Tensor, shift: Tensor): Tensor =>
  pointwise('affine', [x, cast(scale, x.dtype), cast(shift, x.dtype)], { dtype: x.dtype });

/** (x − mean) · rstd · weight + bias by `affine`, for moments and parameters of the same sizes. */
export function standardized(x: Tensor, mean: Tensor, rstd: Tensor, weight: Tensor | null, bias: Tensor | null): Tensor {
  const r = cast(rstd, x.dtype);
  const scale = weight ? r.mul(weight) : r;
  const shift = pointwise('mul', [cast(mean, x.dtype), cast(scale, x.dtype)], { dtype: widest(mean.device) }).neg();
  return affine(x, scale, bias ? shift.add(bias) : shift);
}

/**
 * Mean and inverse deviation for a backward formula: the saved ones. If the formula itself is recorded (for second
 * derivatives), they are computed again from the input, so that gradients reach the input.
 */
export function momentsFor(x: Tensor, dims: readonly number[], eps: number, mean: Tensor, rstd: Tensor): [Tensor, Tensor] {
  if (!formulasAreRecorded()) return [mean, rstd];
  const m = x.mean(dims, true);
  return [m, x.sub(m).square().mean(dims, true).add(eps).rsqrt()];
}

/**
 * The part of (x − mean) · rstd, weighted by `h`, that each entry of x contributes: its own value and its share of the
 * mean. The inverse deviation only multiplies these parts, so they have the magnitude at which x · scale + shift is
 * rounded.
 */
export const shares = (h: Tensor, x: Tensor, rstd: Tensor, dims: readonly number[]): Tensor => h.sub(h.mean(dims, true)).mul(rstd).mul(x);

/**
 * The data for the gradient of a standardized input: the gradient `h` of x̂, x̂ itself, the inverse deviation, and the
 * reduced dims (null when the moments are given).
 */
interface Standardized {
  readonly h: Tensor;
  readonly xhat: Tensor;
  readonly rstd: Tensor;
  readonly dims: readonly number[] | null;
}

/**
 * The three parts of `throughMoments`. They nearly cancel when few numbers are standardized, and each of them is
 * rounded before.
 */
export const waysBack = <S>(of: (g: Tensor, s: S) => Standardized): Record<Way, (g: Tensor, s: S) => Tensor> => {
  const way = (part: (all: Standardized) => Tensor) => (g: Tensor, s: S) => part(of(g, s)).reshape(g.sizes);
  return {
    itself: way(({ h, rstd }) => h.mul(rstd)),
    mean: way(({ h, xhat, rstd, dims }) => (dims ? h.mean(dims, true).mul(rstd).neg().expand_as(xhat) : h.mul(0))),
    deviation: way(({ h, xhat, rstd, dims }) => (dims ? xhat.mul(h.mul(xhat).mean(dims, true)).mul(rstd).neg() : h.mul(0))),
  };
};

/** The gradient of x from the gradient of the standardized x; it passes through the mean and the variance too. */
export function throughMoments(g: Tensor, xhat: Tensor, rstd: Tensor, dims: readonly number[]): Tensor {
  const centred = g.sub(g.mean(dims, true));
  return centred.sub(xhat.mul(g.mul(xhat).mean(dims, true))).mul(rstd);
}
