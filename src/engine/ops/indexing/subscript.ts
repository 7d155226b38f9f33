import { Complex } from '../../complex.js';
import { TypeError_ } from '../../errors.js';
import { bool } from '../../dtype.js';
import { wrongDtype } from '../../errors/dtypes.js';
import { wrongShape } from '../../errors/shapes.js';
import { kernels } from '../../backends/dispatch.js';
import { broadcastSizes, numel, sameSizes, showSizes } from '../../shape.js';
import { Tensor } from '../../tensor/tensor.js';
import type { IndexSpec } from '../../tensor/indexSpec.js';
import { locate, planIndex, indexedRank } from './spec.js';
import * as kind from '../kind.js';
import { op } from '../op.js';
import { Float } from '../floats.js';
import { cast, copyOf } from '../pointwise.js';
import { pythonType } from '../signature.js';
import { takeAt } from './shared.js';

/** Python's `x[...]` and `x[...] = value`. */

/** Advanced indexing: `x.index(...)` with a tensor or a list among the specs. */
export const indexTensors = op({
  signature: '_index(Tensor input, any[] indices)',
  kind: kind.indexing({ indices: ['indices'] }),
  doc: 'Elements at the positions that index tensors give, some dims by a tensor, others whole.',
  formula: 'out[i…] = input[indices[0][i…], …]',
  gradient: 'input: g, added at the indices',
  gradFn: 'IndexBackward0',
  variants: ['method'],
  forward(input, indices) {
    const { positions, sizes } = locate(input, indices as (Tensor | null)[]);
    return takeAt(input, positions, sizes);
  },
  backward: { input: (g, s) => g.new_zeros(s.sizesOf('input'))._index_put(s.indices, g, true) },
});

export const indexPut = op({
  signature: '_index_put(Tensor input, any[] indices, Tensor values, bool accumulate=False)',
  kind: kind.placement({ indices: ['indices'] }),
  doc: 'Writes (or adds) values at the positions that index tensors give.',
  formula: 'out = input;  out[indices] = values',
  gradient: 'input: g, 0 at the indices (g when accumulating);  values: g[indices]',
  gradFn: 'IndexPutBackward0',
  writesOverlaps: true,
  variants: ['method', 'inplace'],
  forward(input, indices, values, accumulate) {
    const { positions, sizes } = locate(input, indices as (Tensor | null)[]);
    const out = copyOf(input);
    kernels.put(out, positions, stretched(values, sizes, input), accumulate ? 'add' : 'set');
    return out;
  },
  backward: {
    input: (g, s) => (s.accumulate ? g : g._index_put(s.indices, g.new_zeros([]))),
    values: (g, s) => g._index(s.indices),
  },
});

function stretched(values: Tensor, sizes: readonly number[], input: Tensor): Tensor {
  if (values.dtype !== input.dtype) {
    throw wrongDtype(
      'same',
      `Index put requires the source and destination dtypes match, got ${input.dtype.scalarName} for the destination and ${values.dtype.scalarName} for the source.`,
    );
  }
  let common: readonly number[] = [];
  try {
    common = broadcastSizes(values.sizes, sizes);
  } catch {
    // The check below throws the error.
  }
  if (!sameSizes(common, sizes)) {
    throw wrongShape(
      `shape mismatch: value tensor of shape ${showSizes(values.sizes)} cannot be broadcast to indexing result of shape ${showSizes(sizes)}`,
    );
  }
  return cast(values, input.dtype).expand(sizes);
}

const hasTensor = (indices: readonly (Tensor | null)[]) => indices.some((t) => t !== null);

/** Python's `x[specs]`. */
export function subscript(input: Tensor, specs: readonly IndexSpec[]): Tensor {
  const plan = planIndex(input, specs);
  if (hasTensor(plan.indices)) return plan.view._index(plan.indices);
  return plan.view === input ? input._alias() : plan.view;
}

/** The view for an `x[...]` that selects everything; PyTorch calls it AliasBackward. */
export const alias = op({
  signature: '_alias(Tensor input)',
  kind: kind.view(),
  doc: 'The tensor again, as a view of itself.',
  formula: 'out = input',
  gradient: 'input: g',
  gradFn: 'AliasBackward0',
  variants: ['method'],
  forward: (input) => input.alias(),
  backward: { input: (g) => g },
});

/** Python's `x[specs] = value`; a number is made a tensor. */
export function assign(input: Tensor, specs: readonly IndexSpec[], given: unknown, accumulate: boolean): Tensor {
  const value = given instanceof Float ? given.value : given;
  if (!(value instanceof Tensor) && typeof value !== 'number' && typeof value !== 'boolean' && !(value instanceof Complex)) {
    throw new TypeError_(`can't assign a ${pythonType(value)} to a torch.${input.dtype.scalarName}Tensor`);
  }
  const chosen = oneMask(input, specs);
  if (chosen && !accumulate && (!(value instanceof Tensor) || numel(value.sizes) === 1)) {
    const one = value instanceof Tensor ? value.reshape([]).to(input.dtype) : value;
    return input.masked_fill_(chosen, one as Tensor);
  }
  const plan = planIndex(input, specs);
  const source = value instanceof Tensor ? value : input.new_full([], value);
  if (hasTensor(plan.indices)) {
    const mask = accumulate || numel(source.sizes) !== 1 ? null : maskOf(plan.view, plan.indices);
    if (mask) {
      plan.view.masked_fill_(mask, source.reshape([]).to(input.dtype));
      return input;
    }
    plan.view._index_put_(plan.indices, dropLeadingOnes(source, plan), accumulate);
  } else if (accumulate) plan.view.add_(source);
  else if (value instanceof Tensor) plan.view.copy_(assignable(source, plan.view).expand(plan.view.sizes));
  else plan.view.fill_(value);
  return input;
}

/** The mask that is the only index, shaped to broadcast over all dims; null for other indices, and for one that does not fit. */
function oneMask(input: Tensor, specs: readonly IndexSpec[]): Tensor | null {
  const [mask] = specs;
  if (specs.length !== 1 || !(mask instanceof Tensor) || mask.dtype !== bool) return null;
  const rank = mask.sizes.length;
  if (rank === 0 || !sameSizes(mask.sizes, input.sizes.slice(0, rank))) return null;
  return mask.reshape([...mask.sizes, ...input.sizes.slice(rank).map(() => 1)]);
}

/** The mask, shaped to broadcast over all dims, if it is the only index and fits; else null. */
function maskOf(view: Tensor, indices: readonly (Tensor | null)[]): Tensor | null {
  const at = indices.findIndex((t) => t !== null);
  const mask = indices[at]!;
  const rank = mask.sizes.length;
  if (mask.dtype !== bool || rank === 0 || indices.some((t, i) => t !== null && i !== at)) return null;
  if (!sameSizes(mask.sizes, view.sizes.slice(at, at + rank))) return null;
  return mask.reshape([...mask.sizes, ...new Array<number>(view.sizes.length - at - rank).fill(1)]);
}

/**
 * The value without leading dims of size 1: PyTorch allows a value with more dims than the place if these have size 1.
 */
function assignable(value: Tensor, view: Tensor): Tensor {
  let v = value;
  while (v.sizes.length > view.sizes.length && v.sizes[0] === 1) v = v.squeeze(0);
  return v;
}

const dropLeadingOnes = (value: Tensor, plan: { view: Tensor; indices: (Tensor | null)[] }): Tensor => {
  const rank = indexedRank(plan.view, plan.indices);
  let v = value;
  while (v.sizes.length > rank && v.sizes[0] === 1) v = v.squeeze(0);
  return v;
};
