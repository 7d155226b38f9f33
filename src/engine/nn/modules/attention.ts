import type { ClassArguments } from '../../generated/classes.js';
import { AssertionError } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { sameSizes } from '../../shape.js';
import type { Tensor } from '../../tensor/tensor.js';
import { readArguments, type Arguments } from '../arguments.js';
import { attendWith, type AttentionWeights } from '../attentionForward.js';
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
    const { batch_first, num_heads: heads, dropout, training, add_zero_attn: addZero } = this;
    const a = readArguments(callSignature, [query, key, value, ...args]);
    if (this.in_proj_weight && query.sizes.length === key.sizes.length && !sameSizes(key.sizes, value.sizes)) {
      throw wrongShape(`key shape ${String(key.shape)} does not match value shape ${String(value.shape)}`);
    }
    // The sequence dim comes first from here on, whatever the form of the input.
    const isTurned = batch_first && query.sizes.length === 3;
    const same = query === key && key === value;
    const turned = (t: Tensor) => (isTurned && t.sizes.length === 3 ? t.transpose(1, 0) : t);
    const first = turned(query);
    const inputs = same ? [first, first, first] : [first, turned(key), turned(value)];
    const settings = { heads, dropout, training, addZero, size: this.embed_dim };
    const [output, weights] = attendWith(inputs as [Tensor, Tensor, Tensor], this.weights(), settings, a);
    return [isTurned ? output.transpose(1, 0) : output, weights];
  }

  private weights(): AttentionWeights {
    const { in_proj_weight: together, in_proj_bias: bias, q_proj_weight: q, k_proj_weight: k, v_proj_weight: v } = this;
    return { together, apart: q && k && v && [q, k, v], bias, biasK: this.bias_k, biasV: this.bias_v, out: this.out_proj };
  }
}
