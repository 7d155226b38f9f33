/** The computation of multi-head attention, apart from its parameters. */
import * as F from '../generated/functional.js';
import { baddbmm, bmm, cat, zeros_like } from '../generated/torch.js';
import { bool } from '../dtype.js';
import { RuntimeError } from '../errors.js';
import { wrongShape } from '../errors/shapes.js';
import { inBlocks } from '../ops/nn/attention.js';
import { sameSizes } from '../shape.js';
import { observer } from '../tensor/observe.js';
import type { Tensor } from '../tensor/tensor.js';
import { py } from './pythonText.js';

/** Queries, keys and values after their projections: (L, N, E), (S, N, E), (S, N, E). */
export interface Projected {
  q: Tensor;
  k: Tensor;
  v: Tensor;
}

/** A mask as numbers to add to the scores: −∞ where a boolean mask is true. */
export function additive(mask: Tensor, like: Tensor): Tensor {
  if (mask.dtype !== bool) return mask;
  return zeros_like(mask, { dtype: like.dtype }).masked_fill(mask, -Infinity);
}

/** The padding mask (N, S), repeated for each head: (N · heads, 1, S). */
function paddingMask(mask: Tensor, heads: number, batch: number, length: number): Tensor {
  if (!sameSizes(mask.sizes, [batch, length])) {
    throw wrongShape(`expecting key_padding_mask shape of ${py([batch, length])}, but got ${String(mask.shape)}`);
  }
  return mask
    .view(batch, 1, 1, length)
    .expand(-1, heads, -1, -1)
    .reshape(batch * heads, 1, length);
}

/** Checks the size of a mask. @throws RuntimeError unless it is (L, S) or (N · heads, L, S) */
export function checkedMask(mask: Tensor | null, batchHeads: number, targets: number, sources: number): Tensor | null {
  if (!mask) return null;
  if (mask.dtype !== bool && !mask.dtype.is_floating_point) {
    throw new RuntimeError(`Only float, byte, and bool types are supported for attn_mask, not ${String(mask.dtype)}`);
  }
  const rank = mask.sizes.length;
  if (rank !== 2 && rank !== 3) throw wrongShape(`attn_mask's dimension ${rank} is not supported`);
  const expected = rank === 2 ? [targets, sources] : [batchHeads, targets, sources];
  if (!sameSizes(mask.sizes, expected)) {
    throw wrongShape(`The shape of the ${rank}D attn_mask is ${String(mask.shape)}, but should be ${py(expected)}.`);
  }
  return rank === 2 ? mask.unsqueeze(0) : mask;
}

/** Both masks as one, to add to the scores. */
function combined(
  attention: Tensor | null,
  padding: Tensor | null,
  { heads, batch, sources, like }: { heads: number; batch: number; sources: number; like: Tensor },
): Tensor | null {
  const padded = padding && additive(paddingMask(padding, heads, batch, sources), like);
  const masked = attention && additive(attention, like);
  return masked && padded ? masked.add(padded) : (masked ?? padded);
}

export interface AttentionSettings {
  heads: number;
  /** Adds a key and a value of zeros. */
  addZero: boolean;
  dropout: number;
  training: boolean;
  attentionMask: Tensor | null;
  keyPaddingMask: Tensor | null;
  needsWeights: boolean;
}

/** `attend` where nobody needs or watches the weights; null where that has to be done step by step. */
function attendInBlocks({ q, k, v }: Projected, settings: AttentionSettings): Tensor | null {
  const { heads, addZero, dropout, training, needsWeights } = settings;
  if (needsWeights || addZero || (training && dropout > 0) || observer()) return null;
  const [targets, batch, size] = q.sizes as [number, number, number];
  const each = size / heads;
  if ([k, v].some(({ sizes: [, n, width] }) => n !== batch || width !== size)) return null;
  const [query, key, value] = [q, k, v].map((t) => t.view(t.sizes[0], batch, heads, each).permute(1, 2, 0, 3)) as [Tensor, Tensor, Tensor];
  const given = combined(settings.attentionMask, settings.keyPaddingMask, { heads, batch, sources: key.sizes[2], like: q });
  const mask = given && (given.sizes[0] === 1 ? given.unsqueeze(0) : given.view(batch, heads, given.sizes[1], given.sizes[2]));
  const x = { query: query.div(Math.sqrt(each)), key, value, mask, isCausal: false, mayBeEmpty: false };
  return inBlocks(x, true)?.permute(2, 0, 1, 3).view(targets, batch, size) ?? null;
}

/** softmax(QKᵀ / √d + mask) V for each head: the outputs side by side (L, N, E), the weights (N · heads, L, S). */
export function attend(projected: Projected, settings: AttentionSettings): { output: Tensor; weights: Tensor | null } {
  const atOnce = attendInBlocks(projected, settings);
  if (atOnce) return { output: atOnce, weights: null };
  const { q, k, v } = projected;
  const { heads, addZero, dropout, training } = settings;
  const [targets, batch, size] = q.sizes;
  const each = size / heads;
  const perHead = (t: Tensor) =>
    t
      .contiguous()
      .view(t.sizes[0], batch * heads, each)
      .transpose(0, 1);
  const query = perHead(q);
  let key = perHead(k);
  let value = perHead(v);
  let { attentionMask, keyPaddingMask } = settings;
  if (addZero) {
    const zero = () => key.new_zeros([batch * heads, 1, each]);
    key = cat([key, zero()], 1);
    value = cat([value, zero()], 1);
    attentionMask &&= F.pad(attentionMask, [0, 1]);
    keyPaddingMask &&= F.pad(keyPaddingMask, [0, 1]);
  }
  const mask = combined(attentionMask, keyPaddingMask, { heads, batch, sources: key.sizes[1], like: query });
  const scaled = query.div(Math.sqrt(each));
  const scores = mask ? baddbmm(mask, scaled, key.transpose(-2, -1)) : bmm(scaled, key.transpose(-2, -1));
  let weights = F.softmax(scores, -1);
  if (training && dropout > 0) weights = F.dropout(weights, dropout);
  const output = bmm(weights, value).transpose(0, 1).contiguous().view(targets, batch, size);
  return { output, weights };
}
