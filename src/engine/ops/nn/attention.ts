import { isAnomalyEnabled, isGradEnabled } from '../../autograd/gradMode.js';
import type { Saved } from '../../autograd/saved.js';
import { host } from '../../backends/registry.js';
import { bool, float32, float64 } from '../../dtype.js';
import { RuntimeError } from '../../errors.js';
import { mapping } from '../../mapping.js';
import { quietly } from '../../quietly.js';
import { numel, sameSizes, stretchesTo } from '../../shape.js';
import { grad as gradients } from '../../tensor/functional.js';
import { observer } from '../../tensor/observe.js';
import { requiresGrad } from '../../tensor/state.js';
import { Tensor } from '../../tensor/tensor.js';
import { fn } from '../registry.js';
import * as kind from '../kind.js';
import { lateCode } from '../later.js';
import { op, type Op } from '../op.js';
import type { Attended, AttentionGradients } from './attentionBlocks.js';
import { runAll, together } from './shared.js';

/** Attention. */

const dropout = fn('nn.functional.dropout') as (x: Tensor, p: number) => Tensor;

/** Applies a mask to the scores: a bool mask keeps scores where it is true, a floating mask is added to them. */
function masked(scores: Tensor, mask: Tensor | null): Tensor {
  if (!mask) return scores;
  return mask.dtype === bool ? scores.masked_fill(mask.logical_not(), -Infinity) : scores.add(mask);
}

/** A mask that is true on and below the diagonal. */
const causal = (q: Tensor, k: Tensor): Tensor => {
  const [rows, columns] = [q.sizes.at(-2)!, k.sizes.at(-2)!];
  const mask = new Uint8Array(rows * columns);
  for (let i = 0; i < rows; i++) mask.fill(1, i * columns, i * columns + Math.min(i + 1, columns));
  return Tensor.of(mask, [rows, columns], bool, q.device);
};

/** @throws RuntimeError for inputs that do not fit each other */
function check(q: Tensor, k: Tensor, v: Tensor, mask: Tensor | null, isCausal: boolean): void {
  if (q.dtype !== k.dtype || q.dtype !== v.dtype)
    throw new RuntimeError(
      `Expected query, key, and value to have the same dtype, but got query.dtype: ${q.dtype.cppName} key.dtype: ${k.dtype.cppName} and value.dtype: ${v.dtype.cppName} instead.`,
    );
  const [ofQ, ofK, ofV] = [q, k, v].map((t) => t.sizes.length);
  if (Math.min(ofQ, ofK, ofV) < 2)
    throw new RuntimeError(
      `Expected query, key, and value to all be  at least 2 dimensional, but got query.dim: ${ofQ} key.dim: ${ofK} and value.dim: ${ofV} instead.`,
    );
  if (mask && mask.dtype !== bool && mask.dtype !== float32 && mask.dtype !== q.dtype)
    throw new RuntimeError(
      `Expected attn_mask dtype to be bool or float or to match query dtype, but got attn_mask.dtype: ${mask.dtype.cppName} and  query.dtype: ${q.dtype.cppName} instead.`,
    );
  if (isCausal && mask) throw new RuntimeError('_scaled_dot_product_attention: Explicit attn_mask should not be set when is_causal=True');
}

/** Keys or values for groups of query heads: each head is repeated for all its queries. */
function repeated(q: Tensor, t: Tensor): Tensor {
  const [heads, own] = [q.sizes.at(-3) ?? 1, t.sizes.at(-3) ?? 1];
  if (own === 0 || heads % own !== 0) throw new RuntimeError('Number of heads in key and value must divide the number of heads in query');
  return heads === own ? t : t.repeat_interleave(heads / own, -3);
}

/** Softmax over keys; a query that may attend to no key gets zeros. */
function weigh(scores: Tensor, mayBeEmpty: boolean): Tensor {
  const empty = mayBeEmpty ? quietly(() => scores.detach().eq(-Infinity).all(-1, true)) : null;
  if (!empty || !quietly(() => empty.any().item())) return scores.softmax(-1);
  return scores.masked_fill(empty, 0).softmax(-1).masked_fill(empty, 0);
}

function attend(
  q: Tensor,
  k: Tensor,
  v: Tensor,
  mask: Tensor | null,
  dropoutP: number,
  isCausal: boolean,
  scale: number | null,
  isGrouped: boolean,
): Tensor {
  check(q, k, v, mask, isCausal);
  const [key, value] = isGrouped ? [repeated(q, k), repeated(q, v)] : [k, v];
  const query = q.mul(scale ?? 1 / Math.sqrt(q.sizes.at(-1)!));
  const x = { query, key, value, mask, isCausal, mayBeEmpty: mask !== null };
  return (dropoutP > 0 ? null : inBlocks(x, false)) ?? stepByStep(x, dropoutP);
}

function stepByStep({ query, key, value, mask, isCausal, mayBeEmpty }: Attended, dropoutP: number): Tensor {
  const scores = query.matmul(key.transpose(-2, -1));
  const weights = weigh(masked(scores, isCausal ? causal(query, key) : mask), mayBeEmpty);
  const kept = dropoutP > 0 ? dropout(weights, dropoutP) : weights;
  return kept.matmul(value);
}

/**
 * All of it as one operation that keeps no scores, for [samples, heads, rows, size]; see `attendInBlocks`. Null when an observer
 * watches the single operations, or when they are needed for another reason.
 */
export function inBlocks(x: Attended, rowsFirst: boolean): Tensor | null {
  if (observer() || mapping() || isAnomalyEnabled()) return null;
  const { query, key, value, mask } = x;
  const { dtype, sizes } = query;
  const [samples, heads, rows, size] = sizes as [number, number, number, number];
  if (sizes.length !== 4 || numel(sizes) === 0 || (dtype !== float32 && dtype !== float64)) return null;
  if ([query, key, value].some((t) => t.dtype !== dtype || t.device !== host || t.is_sparse)) return null;
  const columns = key.sizes[2];
  const width = value.sizes[3];
  if (!sameSizes(key.sizes, [samples, heads, columns, size]) || !sameSizes(value.sizes, [samples, heads, columns, width])) return null;
  if (!columns || !width) return null;
  if (mask) {
    const isKnown = (mask.dtype === bool || mask.dtype === dtype) && mask.device === host && !requiresGrad(mask) && !mask.is_sparse;
    if (!isKnown || !stretchesTo(mask.sizes, [samples, heads, rows, columns])) return null;
  }
  return runAll(blockwise, query, key, value, mask, x.isCausal, x.mayBeEmpty, rowsFirst)[0];
}

const signature =
  '_attention_in_blocks(Tensor query, Tensor key, Tensor value, Tensor? mask, bool is_causal, bool may_be_empty, bool rows_first) -> (Tensor output, Tensor kept)';
type Kept = Saved<typeof signature>;

const attendedBy = (s: Kept): Attended => ({
  query: s.query,
  key: s.key,
  value: s.value,
  mask: s.mask,
  isCausal: s.is_causal,
  mayBeEmpty: s.may_be_empty,
});

/** The gradients, when they are differentiated again: those of the single operations. */
function recorded(s: Kept, g: Tensor): AttentionGradients {
  const x = attendedBy(s);
  // Views of the arguments: the gradient must not also flow through the operations that made an argument.
  const [query, key, value] = [x.query, x.key, x.value].map((t) => (t.requires_grad ? t.view_as(t) : t.detach().requires_grad_())) as [
    Tensor,
    Tensor,
    Tensor,
  ];
  const out = stepByStep({ ...x, query, key, value }, 0);
  const [ofQuery, ofKey, ofValue] = gradients([out], [query, key, value], [g], { create_graph: true });
  return { query: ofQuery, key: ofKey, value: ofValue };
}

const found = (s: Kept, g: Tensor): AttentionGradients =>
  together(s, () => (isGradEnabled() ? recorded(s, g) : lateCode().attendInBlocksBack(g, attendedBy(s), s.resultAt(1))));

const blockwise: Op = op({
  signature,
  kind: kind.product(),
  doc: 'Attention as one operation, block by block.',
  formula: 'out = softmax(query · keyᵀ + mask) · value',
  gradient: 'through the two products and the softmax',
  gradFn: 'ScaledDotProductFlashAttentionForCpuBackward0',
  variants: [],
  differentiableOutputs: 1,
  forward: (query, key, value, mask, isCausal, mayBeEmpty, rowsFirst) =>
    lateCode().attendInBlocks({ query, key, value, mask, isCausal, mayBeEmpty }, rowsFirst),
  backward: {
    query: (g, s) => found(s, g).query,
    key: (g, s) => found(s, g).key,
    value: (g, s) => found(s, g).value,
  },
});

const attention = op({
  roundsOnce: 'all',
  signature:
    'nn.functional.scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask=None, float dropout_p=0.0, bool is_causal=False, *, float? scale=None, bool enable_gqa=False)',
  autocast: 'half',
  kind: kind.product(),
  doc: 'Values averaged by how well their keys match each query: (…, L, E), (…, S, E), (…, S, V) give (…, L, V).',
  formula: 'out = softmax(query · keyᵀ / √E + mask) · value',
  gradient: 'through the two products and the softmax',
  compose: (q, k, v, mask, dropoutP, isCausal, scale, isGrouped) => attend(q, k, v, mask, dropoutP, isCausal, scale, isGrouped),
});

export const attentions: Op[] = [attention, blockwise];
