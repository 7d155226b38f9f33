import { bool } from '../../dtype.js';
import { RuntimeError } from '../../errors.js';
import { Tensor } from '../../tensor.js';
import { fn } from '../registry.js';
import * as kind from '../kind.js';
import { op, type Op } from '../op.js';

/** Attention. */

const dropout = fn('nn.functional.dropout') as (x: Tensor, p: number) => Tensor;

/** Where a query may look: a bool mask keeps where true, a floating one is added to the scores. */
function masked(scores: Tensor, mask: Tensor | null): Tensor {
  if (!mask) return scores;
  return mask.dtype === bool ? scores.masked_fill(mask.logical_not(), -Infinity) : scores.add(mask);
}

/** True on and below the diagonal. */
const causal = (q: Tensor, k: Tensor): Tensor => {
  const [rows, columns] = [q.sizes.at(-2)!, k.sizes.at(-2)!];
  const mask = new Uint8Array(rows * columns);
  for (let i = 0; i < rows; i++) mask.fill(1, i * columns, i * columns + Math.min(i + 1, columns));
  return Tensor.of(mask, [rows, columns], bool, q.device);
};

function attend(q: Tensor, k: Tensor, v: Tensor, mask: Tensor | null, dropoutP: number, isCausal: boolean, scale: number | null): Tensor {
  if (isCausal && mask) {
    throw new RuntimeError('_scaled_dot_product_attention: Explicit attn_mask should not be set when is_causal=True');
  }
  const scores = q.mul(scale ?? 1 / Math.sqrt(q.sizes.at(-1)!)).matmul(k.transpose(-2, -1));
  const weights = masked(scores, isCausal ? causal(q, k) : mask).softmax(-1);
  const kept = dropoutP > 0 ? dropout(weights, dropoutP) : weights;
  return kept.matmul(v);
}

const attention = op({
  signature:
    'nn.functional.scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask=None, float dropout_p=0.0, bool is_causal=False, *, float? scale=None)',
  kind: kind.product(),
  doc: 'Values averaged by how well their keys match each query: (…, L, E), (…, S, E), (…, S, V) give (…, L, V).',
  formula: 'out = softmax(query · keyᵀ / √E + mask) · value',
  gradient: 'through the two products and the softmax',
  compose: (q, k, v, mask, dropoutP, isCausal, scale) => attend(q, k, v, mask, dropoutP, isCausal, scale),
});

export const attentions: Op[] = [attention];
