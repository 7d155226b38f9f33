import { gradFnOf, requiresGrad } from '../tensor/state.js';
import { bool, getDefaultComplexDType, getDefaultDType, int64 } from '../dtype.js';
import { elementsText, withSuffixes } from '../repr/repr.js';
import { quietly } from '../quietly.js';
import { numel } from '../shape.js';
import type { Tensor } from '../tensor/tensor.js';
import { byColumn, sparse_coo, type Layout } from './layout.js';

interface Shown {
  readonly kept: Tensor;
  readonly places: Tensor;
  readonly sizes: readonly number[];
  readonly kind: Layout;
  starts(): Tensor;
}

const tuple = (sizes: readonly number[]): string => `(${sizes.join(', ')}${sizes.length === 1 ? ',' : ''})`;
const prefix = 'tensor(';

function part(name: string, t: Tensor): string {
  const head = `${name}=tensor(`;
  const size = numel(t.sizes) === 0 ? `, size=${tuple(t.sizes)}` : '';
  return `${head}${elementsText(t, prefix.length + head.length)}${size})`;
}

/**
 * A sparse tensor as text, as PyTorch writes it: its places, its elements, its size and the number of stored elements.
 */
export const sparseText = (x: Shown): string => quietly(() => textOf(x));

function textOf(x: Shown): string {
  const { kept, places, kind } = x;
  const isColumns = byColumn(kind);
  const parts =
    kind === sparse_coo
      ? [part('indices', places)]
      : [
          part(isColumns ? 'ccol_indices' : 'crow_indices', x.starts()),
          part(isColumns ? 'row_indices' : 'col_indices', places.select(0, isColumns ? 0 : 1)),
        ];
  const text = prefix + [...parts, part('values', kept)].join(`,\n${' '.repeat(prefix.length)}`);
  const isUsual = [getDefaultDType(), getDefaultComplexDType(), int64, bool].includes(kept.dtype);
  const fn = gradFnOf(kept);
  const suffixes = [
    `size=${tuple(x.sizes)}`,
    `nnz=${places.sizes[1]}`,
    ...(isUsual ? [] : [`dtype=${String(kept.dtype)}`]),
    `layout=${String(kind)}`,
    ...(fn ? [`grad_fn=<${fn.name()}>`] : requiresGrad(kept) ? ['requires_grad=True'] : []),
  ];
  return withSuffixes(text, suffixes, prefix.length, kind === sparse_coo);
}
