import * as F from '../../generated/functional.js';
import { cat } from '../../generated/torch.js';
import type { ClassArguments } from '../../generated/classes.js';
import { bool } from '../../dtype.js';
import { AssertionError, RuntimeError } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { sameSizes } from '../../shape.js';
import type { Tensor } from '../../tensor/tensor.js';
import { readArguments, type Arguments } from '../arguments.js';
import { attend, checkedMask, type Projected } from '../attention.js';
import { constant_, xavier_normal_, xavier_uniform_ } from '../init.js';
import { Module } from '../module.js';
import { emptyParameter } from '../parameter.js';
import { Linear } from './linear.js';
import type { OptionalProjections } from '../optional.js';

/** The class of the output projection: PyTorch prints it under this name. */
export class NonDynamicallyQuantizableLinear extends Linear {}

export interface AttentionCall {
  /** (N, S): true where a key is ignored. */
  key_padding_mask?: Tensor | null;
  /** True: the weights are returned too. Default: true */
  need_weights?: boolean;
  /** (L, S) or (N · heads, L, S): true where a query must not attend to a key, or numbers to add to the scores. */
  attn_mask?: Tensor | null;
  /** True: the weights are averaged over heads. Default: true */
  average_attn_weights?: boolean;
  /** True: `attn_mask`, which must be given, is the causal mask. Default: false */
  is_causal?: boolean;
}

const callSignature =
  'forward(Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask=None, bool need_weights=True, Tensor? attn_mask=None, bool average_attn_weights=True, bool is_causal=False)';

export interface MultiheadAttention extends OptionalProjections {}
/**
 * Attention in several heads, as `torch.nn.MultiheadAttention`: queries (L, N, E), keys (S, N, kdim),
 * values (S, N, vdim) → [outputs (L, N, E), weights (N, L, S)].
 */
export class MultiheadAttention extends Module {
  static readonly signature =
    'MultiheadAttention(int embed_dim, int num_heads, float dropout=0.0, bool bias=True, bool add_bias_kv=False, bool add_zero_attn=False, int? kdim=None, int? vdim=None, bool batch_first=False, device=None, dtype? dtype=None)';
  readonly embed_dim: number;
  readonly kdim: number;
  readonly vdim: number;
  readonly num_heads: number;
  readonly dropout: number;
  readonly batch_first: boolean;
  readonly head_dim: number;
  readonly add_zero_attn: boolean;
  out_proj: Linear;

  /** @throws AssertionError unless the heads divide embed_dim */
  constructor(...args: ClassArguments['MultiheadAttention']) {
    super();
    const a = readArguments(MultiheadAttention.signature, args);
    const { embed_dim: e, dtype } = a;
    if (e % a.num_heads !== 0) throw new AssertionError('embed_dim must be divisible by num_heads');
    this.embed_dim = e;
    this.kdim = a.kdim ?? e;
    this.vdim = a.vdim ?? e;
    this.num_heads = a.num_heads;
    this.dropout = a.dropout;
    this.batch_first = a.batch_first;
    this.head_dim = e / a.num_heads;
    const isTogether = this.kdim === e && this.vdim === e;
    this.in_proj_weight = isTogether ? emptyParameter([3 * e, e], dtype) : null;
    this.q_proj_weight = isTogether ? null : emptyParameter([e, e], dtype);
    this.k_proj_weight = isTogether ? null : emptyParameter([e, this.kdim], dtype);
    this.v_proj_weight = isTogether ? null : emptyParameter([e, this.vdim], dtype);
    this.in_proj_bias = a.bias ? emptyParameter([3 * e], dtype) : null;
    this.out_proj = new NonDynamicallyQuantizableLinear(e, e, { bias: a.bias, dtype });
    this.bias_k = a.add_bias_kv ? emptyParameter([1, 1, e], dtype) : null;
    this.bias_v = a.add_bias_kv ? emptyParameter([1, 1, e], dtype) : null;
    this.add_zero_attn = a.add_zero_attn;
    this.reset_parameters();
  }

  reset_parameters(): void {
    for (const weight of [this.in_proj_weight, this.q_proj_weight, this.k_proj_weight, this.v_proj_weight]) {
      if (weight) xavier_uniform_(weight);
    }
    if (this.in_proj_bias) {
      constant_(this.in_proj_bias, 0);
      constant_(this.out_proj.bias, 0);
    }
    for (const bias of [this.bias_k, this.bias_v]) if (bias) xavier_normal_(bias);
  }

  override forward(
    query: Tensor,
    key: Tensor,
    value: Tensor,
    ...args: Arguments<
      [],
      [key_padding_mask: Tensor | null, need_weights: boolean, attn_mask: Tensor | null, average_attn_weights: boolean, is_causal: boolean],
      AttentionCall
    >
  ): [output: Tensor, weights: Tensor | null] {
    const a = readArguments(callSignature, [query, key, value, ...args]);
    if (a.is_causal && !a.attn_mask) {
      throw new RuntimeError(
        'Need attn_mask if specifying the is_causal hint. You may use the Transformer module method `generate_square_subsequent_mask` to create this mask.',
      );
    }
    const isBatched = query.sizes.length === 3;
    this.checkInputs(query, key, value, a.key_padding_mask);
    // The sequence dim comes first from here on, whatever the form of the input.
    const arranged = (t: Tensor) => (!isBatched ? t.unsqueeze(1) : this.batch_first ? t.transpose(1, 0) : t);
    const [targets, batch] = arranged(query).sizes;
    const sources = arranged(key).sizes[0];
    let attentionMask = checkedMask(a.attn_mask, batch * this.num_heads, targets, sources);
    let keyPaddingMask = isBatched || !a.key_padding_mask ? a.key_padding_mask : a.key_padding_mask.unsqueeze(0);
    const projected = this.project(arranged(query), arranged(key), arranged(value), query === key && key === value);
    if (this.bias_k && this.bias_v) {
      projected.k = cat([projected.k, this.bias_k.repeat(1, batch, 1)]);
      projected.v = cat([projected.v, this.bias_v.repeat(1, batch, 1)]);
      attentionMask &&= F.pad(attentionMask, [0, 1]);
      keyPaddingMask &&= F.pad(keyPaddingMask, [0, 1]);
    }
    const { output, weights } = attend(projected, {
      heads: this.num_heads,
      addZero: this.add_zero_attn,
      dropout: this.dropout,
      training: this.training,
      attentionMask,
      keyPaddingMask,
      needsWeights: a.need_weights,
    });
    const out = this.projectOut(output);
    const result = !isBatched ? out.squeeze(1) : this.batch_first ? out.transpose(1, 0) : out;
    if (!a.need_weights || !weights) return [result, null];
    const perHead = weights.view(batch, this.num_heads, targets, weights.sizes[2]);
    const shown = a.average_attn_weights ? perHead.sum(1).div(this.num_heads) : perHead;
    return [result, isBatched ? shown : shown.squeeze(0)];
  }

  private projectOut(output: Tensor): Tensor {
    const [targets, batch, size] = output.sizes;
    return F.linear(output.view(targets * batch, size), this.out_proj.weight, this.out_proj.bias).view(targets, batch, size);
  }

  /** Projects with one product if queries, keys and values are the same tensor, else with one product for each. */
  private project(query: Tensor, key: Tensor, value: Tensor, isSelf: boolean): Projected {
    const { in_proj_weight: together, in_proj_bias: bias } = this;
    if (together && isSelf) {
      const [q, k, v] = F.linear(query, together, bias).chunk(3, -1);
      return { q, k, v };
    }
    const [wq, wk, wv] = together?.chunk(3) ?? [this.q_proj_weight, this.k_proj_weight, this.v_proj_weight];
    const [bq, bk, bv] = bias?.chunk(3) ?? [null, null, null];
    return { q: F.linear(query, wq, bq), k: F.linear(key, wk, bk), v: F.linear(value, wv, bv) };
  }

  private checkInputs(query: Tensor, key: Tensor, value: Tensor, padding: Tensor | null): void {
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
    if (query.sizes[rank - 1] !== this.embed_dim) {
      throw wrongShape(`was expecting embedding dimension of ${this.embed_dim}, but got ${query.sizes[rank - 1]}`);
    }
    if (this.in_proj_weight && !sameSizes(key.sizes, value.sizes)) {
      throw wrongShape(`key shape ${String(key.shape)} does not match value shape ${String(value.shape)}`);
    }
  }
}
