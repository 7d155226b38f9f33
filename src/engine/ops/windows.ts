import { getDefaultDType, float32, float64, type DType } from '../dtype.js';
import { TypeError_, ValueError } from '../errors.js';
import { cos, exp, linspace, ones, empty } from '../generated/torch.js';
import { i0 } from '../generated/special.js';
import { isSparseLayout, type Layout } from '../sparse/layout.js';
import type { Tensor } from '../tensor/tensor.js';
import { tensorOf } from './fromLists.js';

/** `torch.signal.windows`: windows that are symmetric unless `sym` is false. */

export interface WindowOptions {
  /** False: a period of a window, as the transform by frequencies takes it. */
  sym?: boolean;
  dtype?: DType | null;
  layout?: Layout;
  requires_grad?: boolean;
}

function checked(name: string, M: number, { dtype, layout }: WindowOptions): DType {
  const type = dtype ?? getDefaultDType();
  if (M < 0) throw new ValueError(`${name} requires non-negative window length, got M=${M}`);
  if (isSparseLayout(layout)) throw new ValueError(`${name} is implemented for strided tensors only, got: ${String(layout)}`);
  if (type !== float32 && type !== float64) throw new ValueError(`${name} expects float32 or float64 dtypes, got: ${String(type)}`);
  return type;
}

/** `M` numbers, `constant` apart, from `start` of these steps on. */
const steps = (start: number, constant: number, M: number, dtype: DType, requires_grad = false): Tensor =>
  linspace(start * constant, (start + (M - 1)) * constant, M, { dtype, requires_grad });

export function exponential(M: number, options: WindowOptions & { center?: number | null; tau?: number } = {}): Tensor {
  const { sym = true, center = null, tau = 1, requires_grad } = options;
  const dtype = checked('exponential', M, options);
  if (tau <= 0) throw new ValueError(`Tau must be positive, got: ${tau} instead.`);
  if (sym && center !== null) throw new ValueError('Center must be None for symmetric windows');
  if (M === 0) return empty(0, { dtype, requires_grad });
  return exp(
    steps(-(center ?? (!sym && M > 1 ? M : M - 1) / 2), 1 / tau, M, dtype, requires_grad)
      .abs()
      .neg(),
  );
}

export function cosine(M: number, options: WindowOptions = {}): Tensor {
  const { sym = true, requires_grad } = options;
  const dtype = checked('cosine', M, options);
  if (M === 0) return empty(0, { dtype, requires_grad });
  return steps(0.5, Math.PI / (!sym && M > 1 ? M + 1 : M), M, dtype, requires_grad).sin();
}

export function gaussian(M: number, options: WindowOptions & { std?: number } = {}): Tensor {
  const { sym = true, std = 1, requires_grad } = options;
  const dtype = checked('gaussian', M, options);
  if (std <= 0) throw new ValueError(`Standard deviation must be positive, got: ${std} instead.`);
  if (M === 0) return empty(0, { dtype, requires_grad });
  return exp(
    steps(-(!sym && M > 1 ? M : M - 1) / 2, 1 / (std * Math.sqrt(2)), M, dtype, requires_grad)
      .pow(2)
      .neg(),
  );
}

export function kaiser(M: number, options: WindowOptions & { beta?: number } = {}): Tensor {
  const { sym = true, beta: given = 12, requires_grad } = options;
  const dtype = checked('kaiser', M, options);
  if (given < 0) throw new ValueError(`beta must be non-negative, got: ${given} instead.`);
  if (M === 0) return empty(0, { dtype, requires_grad });
  if (M === 1) return ones(1, { dtype, requires_grad });
  const beta = tensorOf(given, dtype);
  const start = beta.neg();
  const constant = beta.mul(2).div(sym ? M - 1 : M);
  const k = linspace(start, beta.minimum(start.add(constant.mul(M - 1))), M, { dtype, requires_grad });
  return i0(beta.mul(beta).sub(k.pow(2)).sqrt()).div(i0(beta));
}

function cosines(name: string, M: number, a: readonly number[], options: WindowOptions): Tensor {
  const { sym = true, requires_grad } = options;
  const dtype = checked(name, M, options);
  if (M === 0) return empty(0, { dtype, requires_grad });
  if (M === 1) return ones(1, { dtype, requires_grad });
  if (!Array.isArray(a)) throw new TypeError_('Coefficients must be a list/tuple');
  if (a.length === 0) throw new ValueError('Coefficients cannot be empty');
  const k = steps(0, (2 * Math.PI) / (sym ? M - 1 : M), M, dtype, requires_grad);
  const signed = tensorOf(
    a.map((weight, i) => (i % 2 === 0 ? weight : -weight)),
    dtype,
  );
  const i = tensorOf(
    a.map((_, at) => at),
    dtype,
  );
  return signed
    .unsqueeze(-1)
    .mul(cos(i.unsqueeze(-1).mul(k)))
    .sum(0);
}

export const general_cosine = (M: number, options: WindowOptions & { a: readonly number[] }): Tensor =>
  cosines('general_cosine', M, options.a, options);
export const general_hamming = (M: number, options: WindowOptions & { alpha?: number } = {}): Tensor =>
  cosines('general_cosine', M, [options.alpha ?? 0.54, 1 - (options.alpha ?? 0.54)], options);
export const hamming = (M: number, options: WindowOptions = {}): Tensor => general_hamming(M, options);
export const hann = (M: number, options: WindowOptions = {}): Tensor => general_hamming(M, { ...options, alpha: 0.5 });

export function blackman(M: number, options: WindowOptions = {}): Tensor {
  checked('blackman', M, options);
  return cosines('general_cosine', M, [0.42, 0.5, 0.08], options);
}

export function bartlett(M: number, options: WindowOptions = {}): Tensor {
  const { sym = true, requires_grad } = options;
  const dtype = checked('bartlett', M, options);
  if (M === 0) return empty(0, { dtype, requires_grad });
  if (M === 1) return ones(1, { dtype, requires_grad });
  const constant = 2 / (sym ? M - 1 : M);
  return linspace(-1, -1 + (M - 1) * constant, M, { dtype, requires_grad })
    .abs()
    .rsub(1);
}

export const nuttall = (M: number, options: WindowOptions = {}): Tensor =>
  cosines('general_cosine', M, [0.3635819, 0.4891775, 0.1365995, 0.0106411], options);
