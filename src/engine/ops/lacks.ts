import type { DType } from '../dtype.js';
import { NotImplementedError_ } from '../errors.js';
import { Tensor } from '../tensor/tensor.js';

/** What PyTorch has no kernel for, although the numbers could be computed. */

/** By the names that messages call dtypes by (`Half`), the name of the kernel. */
export type Lacks = ReadonlyMap<string, string>;

export const lacking = (kernel: string, ...dtypes: string[]): Lacks => new Map(dtypes.map((dtype) => [dtype, kernel]));

/** The two dtypes of halves, as messages call them. */
export const halfNames = ['Half', 'BFloat16'] as const;

export const withoutKernelFor = (kernel: string, { scalarName }: DType): Error =>
  new NotImplementedError_(`"${kernel}" not implemented for '${scalarName}'`);

/** The first tensor among arguments, of which some are lists. */
export function firstTensor(values: readonly unknown[]): Tensor | null {
  for (const v of values) {
    if (v instanceof Tensor) return v;
    if (!Array.isArray(v)) continue;
    for (const e of v) if (e instanceof Tensor) return e;
  }
  return null;
}

/**
 * To be asked once the result is there: PyTorch looks at the shapes first.
 * @throws NotImplementedError where PyTorch has no kernel for the dtype of the first tensor
 */
export function refuseLacking(lacks: Lacks, values: readonly unknown[]): void {
  const first = firstTensor(values);
  const kernel = first === null ? undefined : lacks.get(first.dtype.scalarName);
  if (first && kernel !== undefined) throw withoutKernelFor(kernel, first.dtype);
}
