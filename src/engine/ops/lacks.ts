import type { DType } from '../dtype.js';
import { NotImplementedError_ } from '../errors.js';
import { Tensor } from '../tensor/tensor.js';

/** Operations for which PyTorch has no kernel, although the numbers could be computed. */

/** The name of the missing kernel, by the dtype's name in messages (`Half`). */
export type Lacks = ReadonlyMap<string, string>;

export const lacking = (kernel: string, ...dtypes: string[]): Lacks => new Map(dtypes.map((dtype) => [dtype, kernel]));

/** The two 16-bit dtypes, as messages call them. */
export const halfNames = ['Half', 'BFloat16'] as const;

export const withoutKernelFor = (kernel: string, { scalarName }: DType): Error =>
  new NotImplementedError_(`"${kernel}" not implemented for '${scalarName}'`);

/** The error for an operation that PyTorch has not for sparse tensors. `instead`: what to do. */
export const noSparseKernel = (kernel: string, backend: string, instead: string): Error =>
  new NotImplementedError_(`Could not run 'aten::${kernel}' with arguments from the '${backend}' backend. ${instead}`);

/** The first tensor among arguments, which may be lists. */
export function firstTensor(values: readonly unknown[]): Tensor | null {
  for (const v of values) {
    if (v instanceof Tensor) return v;
    if (!Array.isArray(v)) continue;
    for (const e of v) if (e instanceof Tensor) return e;
  }
  return null;
}

/**
 * Refuses a dtype without a kernel. Must be called when the result is computed: PyTorch checks the shapes first.
 * @throws NotImplementedError where PyTorch has no kernel for the dtype of the first tensor
 */
export function refuseLacking(lacks: Lacks, values: readonly unknown[]): void {
  const first = firstTensor(values);
  const kernel = first === null ? undefined : lacks.get(first.dtype.scalarName);
  if (first && kernel !== undefined) throw withoutKernelFor(kernel, first.dtype);
}
