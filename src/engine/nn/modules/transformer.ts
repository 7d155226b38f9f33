/** The layers of "Attention is all you need" (Vaswani and others, 2017). */
import * as F from '../../generated/functional.js';
import { full } from '../../generated/torch.js';
import { isGradEnabled } from '../../autograd/gradMode.js';
import { bool, float32 } from '../../dtype.js';
import { RuntimeError } from '../../errors.js';
import { listOf } from '../../memory.js';
import { wrongShape } from '../../errors/shapes.js';
import type { Tensor } from '../../tensor/tensor.js';
import type { ClassArguments } from '../../generated/classes.js';
import { readArguments, type Arguments } from '../arguments.js';
import { cloneModule } from '../clone.js';
import { xavier_uniform_ } from '../init.js';
import { Module } from '../module.js';
import type { Values } from '../signatureTypes.js';
import { MultiheadAttention } from './attention.js';
import { ModuleList } from './container.js';
import { Dropout } from './dropout.js';
import { Linear } from './linear.js';
import { LayerNorm } from './normalization.js';

/** The arguments of an encoder layer and of a decoder layer. */
const layerArguments =
  "int d_model, int nhead, int dim_feedforward=2048, float dropout=0.1, 'relu'|'gelu'|Callable[Tensor]|Module activation='relu', float layer_norm_eps=1e-05, bool batch_first=False, bool norm_first=False, bool bias=True, device=None, dtype? dtype=None" as const;

type Activation = Values<`(${typeof layerArguments})`>['activation'];

function activationOf(given: Activation): (x: Tensor) => Tensor {
  if (typeof given === 'function') return given as (x: Tensor) => Tensor;
  if (given === 'relu') return F.relu;
  if (given === 'gelu') return F.gelu;
  throw new RuntimeError(`activation should be relu/gelu, not ${String(given)}`);
}

/** The positions to which a layer may attend. */
interface Masks {
  mask: Tensor | null;
  padding: Tensor | null;
  /** A hint that the mask hides what comes later. */
  isCausal: boolean;
}

/** What attention is called with. */
const optionsOf = ({ mask, padding, isCausal }: Masks) => ({
  attn_mask: mask,
  key_padding_mask: padding,
  need_weights: false,
  is_causal: isCausal,
});

/**
 * Self-attention and two linear layers; the input is added to the result of each, and the sum is normalised. (L, N, E)
 * → (L, N, E)
 */
export class TransformerEncoderLayer extends Module {
  static readonly signature = `TransformerEncoderLayer(${layerArguments})` as const;

  self_attn: MultiheadAttention;
  linear1: Linear;
  dropout: Dropout;
  linear2: Linear;
  readonly norm_first: boolean;
  norm1: LayerNorm;
  norm2: LayerNorm;
  dropout1: Dropout;
  dropout2: Dropout;
  activation: (x: Tensor) => Tensor;

  constructor(...args: ClassArguments['TransformerEncoderLayer']) {
    super();
    const a = readArguments(TransformerEncoderLayer.signature, args);
    const { d_model, dropout, bias, dtype, batch_first, layer_norm_eps: eps } = a;
    this.self_attn = new MultiheadAttention(d_model, a.nhead, { dropout, bias, batch_first, dtype });
    this.linear1 = new Linear(d_model, a.dim_feedforward, { bias, dtype });
    this.dropout = new Dropout(dropout);
    this.linear2 = new Linear(a.dim_feedforward, d_model, { bias, dtype });
    this.norm_first = a.norm_first;
    this.norm1 = new LayerNorm(d_model, { eps, bias, dtype });
    this.norm2 = new LayerNorm(d_model, { eps, bias, dtype });
    this.dropout1 = new Dropout(dropout);
    this.dropout2 = new Dropout(dropout);
    this.activation = activationOf(a.activation);
  }

  override forward(
    src: Tensor,
    ...args: Arguments<
      [],
      [src_mask: Tensor | null, src_key_padding_mask: Tensor | null, is_causal: boolean],
      { src_mask?: Tensor | null; src_key_padding_mask?: Tensor | null; is_causal?: boolean }
    >
  ): Tensor {
    const a = readArguments('forward(Tensor src, Tensor? src_mask=None, Tensor? src_key_padding_mask=None, bool is_causal=False)', [
      src,
      ...args,
    ]);
    const masks = { mask: a.src_mask, padding: a.src_key_padding_mask, isCausal: a.is_causal };
    if (this.norm_first) {
      const x = src.add(this.attention(this.norm1(src), masks));
      return x.add(this.feedForward(this.norm2(x)));
    }
    const x = this.norm1(src.add(this.attention(src, masks)));
    return this.norm2(x.add(this.feedForward(x)));
  }

  private attention(x: Tensor, masks: Masks): Tensor {
    return this.dropout1(this.self_attn(x, x, x, optionsOf(masks))[0]);
  }

  private feedForward(x: Tensor): Tensor {
    return this.dropout2(this.linear2(this.dropout(this.activation(this.linear1(x)))));
  }
}

interface DecoderMasks {
  tgt_mask?: Tensor | null;
  memory_mask?: Tensor | null;
  tgt_key_padding_mask?: Tensor | null;
  memory_key_padding_mask?: Tensor | null;
  tgt_is_causal?: boolean | null;
  memory_is_causal?: boolean;
}

type DecoderArguments = Arguments<
  [],
  [
    tgt_mask: Tensor | null,
    memory_mask: Tensor | null,
    tgt_key_padding_mask: Tensor | null,
    memory_key_padding_mask: Tensor | null,
    tgt_is_causal: boolean | null,
    memory_is_causal: boolean,
  ],
  DecoderMasks
>;

const decoderCall =
  'forward(Tensor tgt, Tensor memory, Tensor? tgt_mask=None, Tensor? memory_mask=None, Tensor? tgt_key_padding_mask=None, Tensor? memory_key_padding_mask=None, bool? tgt_is_causal=None, bool memory_is_causal=False)';

/** Self-attention, attention to the output of the encoder, two linear layers. (L, N, E), (S, N, E) → (L, N, E) */
export class TransformerDecoderLayer extends Module {
  static readonly signature = `TransformerDecoderLayer(${layerArguments})` as const;

  self_attn: MultiheadAttention;
  multihead_attn: MultiheadAttention;
  linear1: Linear;
  dropout: Dropout;
  linear2: Linear;
  readonly norm_first: boolean;
  norm1: LayerNorm;
  norm2: LayerNorm;
  norm3: LayerNorm;
  dropout1: Dropout;
  dropout2: Dropout;
  dropout3: Dropout;
  activation: (x: Tensor) => Tensor;

  constructor(...args: ClassArguments['TransformerDecoderLayer']) {
    super();
    const a = readArguments(TransformerDecoderLayer.signature, args);
    const { d_model, dropout, bias, dtype, batch_first, layer_norm_eps: eps } = a;
    this.self_attn = new MultiheadAttention(d_model, a.nhead, { dropout, bias, batch_first, dtype });
    this.multihead_attn = new MultiheadAttention(d_model, a.nhead, { dropout, bias, batch_first, dtype });
    this.linear1 = new Linear(d_model, a.dim_feedforward, { bias, dtype });
    this.dropout = new Dropout(dropout);
    this.linear2 = new Linear(a.dim_feedforward, d_model, { bias, dtype });
    this.norm_first = a.norm_first;
    this.norm1 = new LayerNorm(d_model, { eps, bias, dtype });
    this.norm2 = new LayerNorm(d_model, { eps, bias, dtype });
    this.norm3 = new LayerNorm(d_model, { eps, bias, dtype });
    this.dropout1 = new Dropout(dropout);
    this.dropout2 = new Dropout(dropout);
    this.dropout3 = new Dropout(dropout);
    this.activation = activationOf(a.activation);
  }

  override forward(tgt: Tensor, memory: Tensor, ...args: DecoderArguments): Tensor {
    const a = readArguments(decoderCall, [tgt, memory, ...args]);
    const own = { mask: a.tgt_mask, padding: a.tgt_key_padding_mask, isCausal: a.tgt_is_causal ?? false };
    const other = { mask: a.memory_mask, padding: a.memory_key_padding_mask, isCausal: a.memory_is_causal };
    if (this.norm_first) {
      let x = tgt.add(this.attention(this.norm1(tgt), own));
      x = x.add(this.crossAttention(this.norm2(x), memory, other));
      return x.add(this.feedForward(this.norm3(x)));
    }
    let x = this.norm1(tgt.add(this.attention(tgt, own)));
    x = this.norm2(x.add(this.crossAttention(x, memory, other)));
    return this.norm3(x.add(this.feedForward(x)));
  }

  private attention(x: Tensor, masks: Masks): Tensor {
    return this.dropout1(this.self_attn(x, x, x, optionsOf(masks))[0]);
  }

  private crossAttention(x: Tensor, memory: Tensor, masks: Masks): Tensor {
    return this.dropout2(this.multihead_attn(x, memory, memory, optionsOf(masks))[0]);
  }

  private feedForward(x: Tensor): Tensor {
    return this.dropout3(this.linear2(this.dropout(this.activation(this.linear1(x)))));
  }
}

const copies = (layer: Module, n: number): ModuleList => new ModuleList(listOf(n, () => cloneModule(layer)));

/** Encoder layers one after another, each a copy of `encoder_layer`. */
export class TransformerEncoder extends Module {
  static readonly signature =
    'TransformerEncoder(Module encoder_layer, int num_layers, Module? norm=None, bool enable_nested_tensor=True, bool mask_check=True)';
  layers: ModuleList;
  readonly num_layers: number;
  norm: Module | null;
  private readonly nests: boolean;

  constructor(...args: ClassArguments['TransformerEncoder']) {
    super();
    const a = readArguments(TransformerEncoder.signature, args);
    this.layers = copies(a.encoder_layer, a.num_layers);
    this.num_layers = a.num_layers;
    this.norm = a.norm;
    this.nests = a.enable_nested_tensor;
  }

  /**
   * True where PyTorch computes the sequences without their padding, which is 0 in what comes of the layers: in evaluation,
   * with no gradient to compute, and with the padding at the end of each sequence.
   */
  private skipsPadding(src: Tensor, mask: Tensor | null, padding: Tensor | null): padding is Tensor {
    const [first] = this.layers;
    if (!this.nests || !padding || mask || src.dim() !== 3 || !(first instanceof TransformerEncoderLayer) || first.training) return false;
    const { self_attn, norm1, norm2, activation, norm_first } = first;
    const isKnown = activation === F.relu || activation === F.gelu || /^GELU|ReLU$/.test(activation.constructor.name);
    if (
      norm_first ||
      !self_attn.batch_first ||
      !self_attn.in_proj_bias ||
      self_attn.num_heads % 2 === 1 ||
      norm1.eps !== norm2.eps ||
      !isKnown
    )
      return false;
    if (isGradEnabled() && [src, ...first.parameters()].some((one) => one.requires_grad)) return false;
    const ends = isPadding(padding).to(float32);
    return Boolean(ends.diff().ge(0).all().item());
  }

  override forward(
    src: Tensor,
    ...args: Arguments<
      [],
      [mask: Tensor | null, src_key_padding_mask: Tensor | null, is_causal: boolean | null],
      { mask?: Tensor | null; src_key_padding_mask?: Tensor | null; is_causal?: boolean | null }
    >
  ): Tensor {
    const a = readArguments('forward(Tensor src, Tensor? mask=None, Tensor? src_key_padding_mask=None, bool? is_causal=None)', [
      src,
      ...args,
    ]);
    // Layers of a program may not know the hint, which changes nothing where there is a mask.
    const options = { src_mask: a.mask, src_key_padding_mask: a.src_key_padding_mask, ...(a.is_causal && { is_causal: true }) };
    let x = src;
    for (const layer of this.layers) x = layer(x, options) as Tensor;
    if (this.skipsPadding(src, a.mask, a.src_key_padding_mask)) x = x.masked_fill(isPadding(a.src_key_padding_mask).unsqueeze(-1), 0);
    return this.norm ? (this.norm(x) as Tensor) : x;
  }
}

/** True where a mask of padding, which may be of numbers to add, leaves a position out. */
const isPadding = (mask: Tensor): Tensor => (mask.dtype === bool ? mask : mask.ne(0));

/** Decoder layers one after another, each a copy of `decoder_layer`. */
export class TransformerDecoder extends Module {
  static readonly signature = 'TransformerDecoder(Module decoder_layer, int num_layers, Module? norm=None)';
  layers: ModuleList;
  readonly num_layers: number;
  norm: Module | null;

  constructor(...args: ClassArguments['TransformerDecoder']) {
    super();
    const a = readArguments(TransformerDecoder.signature, args);
    this.layers = copies(a.decoder_layer, a.num_layers);
    this.num_layers = a.num_layers;
    this.norm = a.norm;
  }

  override forward(tgt: Tensor, memory: Tensor, ...args: DecoderArguments): Tensor {
    const { tgt: _tgt, memory: _memory, tgt_is_causal, memory_is_causal, ...given } = readArguments(decoderCall, [tgt, memory, ...args]);
    const masks = { ...given, ...(tgt_is_causal && { tgt_is_causal }), ...(memory_is_causal && { memory_is_causal }) };
    let x = tgt;
    for (const layer of this.layers) x = layer(x, memory, masks) as Tensor;
    return this.norm ? (this.norm(x) as Tensor) : x;
  }
}

interface TransformerMasks extends DecoderMasks {
  src_mask?: Tensor | null;
  src_key_padding_mask?: Tensor | null;
  src_is_causal?: boolean | null;
}

/** Encoder and decoder: (S, N, E), (L, N, E) → (L, N, E). */
export class Transformer extends Module {
  static readonly signature =
    "Transformer(int d_model=512, int nhead=8, int num_encoder_layers=6, int num_decoder_layers=6, int dim_feedforward=2048, float dropout=0.1, 'relu'|'gelu'|Callable[Tensor]|Module activation='relu', Module? custom_encoder=None, Module? custom_decoder=None, float layer_norm_eps=1e-05, bool batch_first=False, bool norm_first=False, bool bias=True, device=None, dtype? dtype=None)";

  encoder: TransformerEncoder;
  decoder: TransformerDecoder;
  readonly d_model: number;
  readonly nhead: number;
  readonly batch_first: boolean;

  constructor(...args: ClassArguments['Transformer']) {
    super();
    const a = readArguments(Transformer.signature, args);
    const { d_model, nhead, dim_feedforward, dropout, activation, layer_norm_eps, batch_first, norm_first, bias, dtype } = a;
    const options = { dim_feedforward, dropout, activation, layer_norm_eps, batch_first, norm_first, bias, dtype };
    const norm = () => new LayerNorm(d_model, { eps: layer_norm_eps, bias, dtype });
    // Own modules are called like those of the library; what else they have, only the program knows.
    this.encoder = (a.custom_encoder ??
      new TransformerEncoder(new TransformerEncoderLayer(d_model, nhead, options), a.num_encoder_layers, norm())) as TransformerEncoder;
    this.decoder = (a.custom_decoder ??
      new TransformerDecoder(new TransformerDecoderLayer(d_model, nhead, options), a.num_decoder_layers, norm())) as TransformerDecoder;
    this.reset_parameters();
    this.d_model = d_model;
    this.nhead = nhead;
    this.batch_first = batch_first;
  }

  reset_parameters(): void {
    for (const p of this.parameters()) if (p.sizes.length > 1) xavier_uniform_(p);
  }

  /** A mask of −∞ above the diagonal and 0 elsewhere: no position attends to later positions. */
  static generate_square_subsequent_mask(size: number): Tensor {
    return full([size, size], -Infinity).triu(1);
  }

  override forward(
    src: Tensor,
    tgt: Tensor,
    ...args: Arguments<[], [src_mask: Tensor | null, tgt_mask: Tensor | null, memory_mask: Tensor | null], TransformerMasks>
  ): Tensor {
    const a = readArguments(
      'forward(Tensor src, Tensor tgt, Tensor? src_mask=None, Tensor? tgt_mask=None, Tensor? memory_mask=None, Tensor? src_key_padding_mask=None, Tensor? tgt_key_padding_mask=None, Tensor? memory_key_padding_mask=None, bool? src_is_causal=None, bool? tgt_is_causal=None, bool memory_is_causal=False)',
      [src, tgt, ...args],
    );
    const batchDim = this.batch_first ? 0 : 1;
    if (src.sizes.length === 3 && src.sizes[batchDim] !== tgt.sizes[batchDim]) {
      throw wrongShape('the batch number of src and tgt must be equal');
    }
    if (src.sizes.at(-1) !== this.d_model || tgt.sizes.at(-1) !== this.d_model) {
      throw wrongShape('the feature number of src and tgt must be equal to d_model');
    }
    const { src_mask: mask, src_key_padding_mask, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask } = a;
    const memory = this.encoder(src, { mask, src_key_padding_mask, ...(a.src_is_causal && { is_causal: true }) });
    const hints = { ...(a.tgt_is_causal && { tgt_is_causal: true }), ...(a.memory_is_causal && { memory_is_causal: true }) };
    return this.decoder(tgt, memory, { tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask, ...hints });
  }
}
