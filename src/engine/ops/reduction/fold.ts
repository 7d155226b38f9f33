import { kernels } from '../../backends/dispatch.js';
import type { FoldKernel } from '../../kernels/reductions.js';
import { type DType, int64 } from '../../dtype.js';
import { IndexError, RuntimeError } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { numel, reducedSizes, wrapDim, wrapDims } from '../../shape.js';
import { Tensor } from '../../tensor/tensor.js';
import { cast } from '../pointwise.js';
import { refuseUnsigned } from '../unsigned.js';

/** Functions that all reductions share. */

/** Reductions for which PyTorch has no uint16 kernel. */
const unsignedFolds = new Set<FoldKernel>(['max', 'min', 'count_nonzero']);

/** Folds `dims` of `x`; the other dims keep their order. */
export function fold(kernel: FoldKernel, x: Tensor, dims: readonly number[], keepdim: boolean, dtype: DType, aux?: Tensor): Tensor {
  if (unsignedFolds.has(kernel)) refuseUnsigned(`${kernel}_all`, x.dtype);
  if (kernel === 'sum') refuseUnsigned('sum_cpu', dtype);
  const out = Tensor.empty(reducedSizes(x.sizes, dims, keepdim), dtype, x.device);
  kernels.fold(kernel, x, dims, out, aux);
  return out;
}

export const allDims = (x: Tensor): number[] => [...x.sizes.keys()];

/** The dtype of a sum: int64 for integers. */
export const sumType = (x: Tensor, dtype: DType | null): DType => dtype ?? (x.dtype.isContinuous ? x.dtype : int64);

/** The elements in the requested dtype, if it must be applied before they are added. */
export const asAsked = (x: Tensor, dtype: DType | null): Tensor =>
  dtype && ((x.dtype.isContinuous && !dtype.isContinuous) || x.dtype.is_complex !== dtype.is_complex) ? cast(x, dtype) : x;

/** The gradient of a reduction, expanded to the sizes of its input. */
export function spread(g: Tensor, sizes: readonly number[], dims: readonly number[] | null, keepdim: boolean): Tensor {
  const wrapped = wrapDims(dims, sizes.length);
  const kept = keepdim || sizes.length === 0 ? g : wrapped.reduce((t, d) => t.unsqueeze(d), g);
  return kept.expand(sizes);
}

export const countOf = (sizes: readonly number[], dims: readonly number[] | null): number =>
  numel(wrapDims(dims, sizes.length).map((d) => sizes[d]));

export function checkNotEmpty(name: string, x: Tensor, dims: readonly number[]): void {
  for (const d of dims) {
    if (x.sizes[d] === 0 && !x.sizes.some((n, i) => n === 0 && !dims.includes(i))) {
      throw wrongShape(`${name}(): Expected reduction dim ${d} to have non-zero size.`, IndexError);
    }
  }
}

export function checkAnyElement(name: string, x: Tensor): void {
  if (numel(x.sizes) === 0)
    throw new RuntimeError(
      `${name}(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument.`,
    );
}

/** Zeros, with `g` at `indices` along a dim. */
export function placed(g: Tensor, sizes: readonly number[], dim: number, indices: Tensor, keepdim: boolean): Tensor {
  if (sizes.length === 0) return g;
  const d = wrapDim(dim, sizes.length);
  const [where, what] = keepdim ? [indices, g] : [indices.unsqueeze(d), g.unsqueeze(d)];
  return g.new_zeros(sizes).scatter_add(d, where, what);
}
