/** Attention with the weights that it is given: what `MultiheadAttention` and `multi_head_attention_forward` compute. */
import * as F from '../generated/functional.js';
import { cat } from '../generated/torch.js';
import { bool } from '../dtype.js';
import { RuntimeError } from '../errors.js';
import { wrongShape } from '../errors/shapes.js';
import type { Tensor } from '../tensor/tensor.js';
import { callable } from './arguments.js';
import { attend, checkedMask, type Projected } from './attention.js';

export interface AttentionWeights {
  /** Of queries, keys and values, one above the other: (3E, E). */
  together: Tensor | null;
  /** The same apart, where keys or values have another size. */
  apart: readonly [q: Tensor, k: Tensor, v: Tensor] | null;
  bias: Tensor | null;
  /** A key and a value that are added to the others. */
  biasK: Tensor | null;
  biasV: Tensor | null;
  out: { readonly weight: Tensor; readonly bias: Tensor | null };
}

interface Heads {
  heads: number;
  /** The size of the queries. */
  size: number;
  dropout: number;
  training: boolean;
  addZero: boolean;
}

interface Masked {
  key_padding_mask: Tensor | null;
  need_weights: boolean;
  attn_mask: Tensor | null;
  average_attn_weights: boolean;
  is_causal: boolean;
}

type Inputs = readonly [query: Tensor, key: Tensor, value: Tensor];

/** (L, N, E), (S, N, kdim), (S, N, vdim), or the same without N → the outputs (L, N, E), and the weights where they are needed. */
export function attendWith(
  inputs: Inputs,
  weights: AttentionWeights,
  { size, ...heads }: Heads,
  a: Masked,
): [output: Tensor, weights: Tensor | null] {
  if (a.is_causal && !a.attn_mask) {
    throw new RuntimeError(
      'Need attn_mask if specifying the is_causal hint. You may use the Transformer module method `generate_square_subsequent_mask` to create this mask.',
    );
  }
  checkInputs(inputs, size, a.key_padding_mask);
  const isBatched = inputs[0].sizes.length === 3;
  const isSelf = inputs[0] === inputs[1] && inputs[1] === inputs[2];
  const [query, key, value] = isBatched ? inputs : inputs.map((t) => t.unsqueeze(1));
  const [targets, batch] = query.sizes;
  let attentionMask = checkedMask(a.attn_mask, batch * heads.heads, targets, key.sizes[0]);
  let keyPaddingMask = isBatched || !a.key_padding_mask ? a.key_padding_mask : a.key_padding_mask.unsqueeze(0);
  const projected = project([query, key, value], weights, isSelf);
  if (weights.biasK && weights.biasV) {
    projected.k = cat([projected.k, weights.biasK.repeat(1, batch, 1)]);
    projected.v = cat([projected.v, weights.biasV.repeat(1, batch, 1)]);
    attentionMask &&= F.pad(attentionMask, [0, 1]);
    keyPaddingMask &&= F.pad(keyPaddingMask, [0, 1]);
  }
  const found = attend(projected, { ...heads, attentionMask, keyPaddingMask, needsWeights: a.need_weights });
  const out = projectOut(found.output, weights.out);
  const result = isBatched ? out : out.squeeze(1);
  if (!a.need_weights || !found.weights) return [result, null];
  const perHead = found.weights.view(batch, heads.heads, targets, found.weights.sizes[2]);
  const shown = a.average_attn_weights ? perHead.sum(1).div(heads.heads) : perHead;
  return [result, isBatched ? shown : shown.squeeze(0)];
}

function projectOut(output: Tensor, { weight, bias }: AttentionWeights['out']): Tensor {
  const [targets, batch, size] = output.sizes;
  return F.linear(output.view(targets * batch, size), weight, bias).view(targets, batch, -1);
}

/** Projects with one product if queries, keys and values are the same tensor, else with one product for each. */
function project([query, key, value]: Inputs, { together, apart, bias }: AttentionWeights, isSelf: boolean): Projected {
  if (together && isSelf) {
    const [q, k, v] = F.linear(query, together, bias).chunk(3, -1);
    return { q, k, v };
  }
  const [wq, wk, wv] = together?.chunk(3) ?? apart!;
  const [bq, bk, bv] = bias?.chunk(3) ?? [null, null, null];
  return { q: F.linear(query, wq, bq), k: F.linear(key, wk, bk), v: F.linear(value, wv, bv) };
}

function checkInputs([query, key, value]: Inputs, size: number, padding: Tensor | null): void {
  const rank = query.sizes.length;
  if (rank !== 2 && rank !== 3) {
    throw wrongShape(`query should be unbatched 2D or batched 3D tensor but received ${rank}-D query tensor`);
  }
  if (key.sizes.length !== rank || value.sizes.length !== rank) {
    throw wrongShape(
      `For ${rank === 3 ? 'batched (3-D)' : 'unbatched (2-D)'} \`query\`, expected \`key\` and \`value\` to be ${rank}-D but found ${key.sizes.length}-D and ${value.sizes.length}-D tensors respectively`,
    );
  }
  if (padding && padding.dtype !== bool && !padding.dtype.is_floating_point) {
    throw new RuntimeError('only bool and floating types of key_padding_mask are supported');
  }
  if (query.sizes[rank - 1] !== size) {
    throw wrongShape(`was expecting embedding dimension of ${size}, but got ${query.sizes[rank - 1]}`);
  }
}

/** Attention in several heads, with its weights as arguments: `[outputs, weights]`, or null instead of the weights. */
export const multi_head_attention_forward = callable(
  'multi_head_attention_forward(Tensor query, Tensor key, Tensor value, int embed_dim_to_check, int num_heads, Tensor? in_proj_weight, Tensor? in_proj_bias, Tensor? bias_k, Tensor? bias_v, bool add_zero_attn, float dropout_p, Tensor out_proj_weight, Tensor? out_proj_bias, bool training=True, Tensor? key_padding_mask=None, bool need_weights=True, Tensor? attn_mask=None, bool use_separate_proj_weight=False, Tensor? q_proj_weight=None, Tensor? k_proj_weight=None, Tensor? v_proj_weight=None, *, bool average_attn_weights=True, bool is_causal=False)',
  (a) => {
    const { q_proj_weight: q, k_proj_weight: k, v_proj_weight: v } = a;
    const weights: AttentionWeights = {
      together: a.use_separate_proj_weight ? null : a.in_proj_weight,
      apart: q && k && v && [q, k, v],
      bias: a.in_proj_bias,
      biasK: a.bias_k,
      biasV: a.bias_v,
      out: { weight: a.out_proj_weight, bias: a.out_proj_bias },
    };
    const heads = { heads: a.num_heads, size: a.embed_dim_to_check, dropout: a.dropout_p, training: a.training, addZero: a.add_zero_attn };
    return attendWith([a.query, a.key, a.value], weights, heads, a);
  },
);
