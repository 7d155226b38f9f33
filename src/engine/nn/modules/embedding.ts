/** Rows of a table that is learned. */
import * as F from '../../generated/functional.js';
import type { DType } from '../../dtype.js';
import { RuntimeError } from '../../errors.js';
import { quietly } from '../../quietly.js';
import { Tensor } from '../../tensor.js';
import { readArguments, type Arguments } from '../arguments.js';
import { normal_ } from '../init.js';
import { Module } from '../module.js';
import { emptyParameter, Parameter } from '../parameter.js';
import { py } from '../pythonText.js';

interface TableOptions {
  /** The row that stays zero and gets no gradient. */
  padding_idx?: number | null;
  /** Rows that are used become no longer than this. */
  max_norm?: number | null;
  /** Which norm `max_norm` is measured by. Default: 2 */
  norm_type?: number;
  /** Divides gradients by how often a row was used. Default: false */
  scale_grad_by_freq?: boolean;
  dtype?: DType | null;
}

interface TableSettings extends Required<TableOptions> {
  num_embeddings: number;
  embedding_dim: number;
  _weight: Tensor | null;
}

/** @throws AssertionError as PyTorch for a row that is not there */
function paddingRow(given: number | null, rows: number): number | null {
  if (given === null) return null;
  if (given >= rows || given < -rows) throw new RuntimeError('Padding_idx must be within num_embeddings');
  return given < 0 ? given + rows : given;
}

abstract class Table extends Module {
  readonly num_embeddings: number;
  readonly embedding_dim: number;
  readonly padding_idx: number | null;
  readonly max_norm: number | null;
  readonly norm_type: number;
  readonly scale_grad_by_freq: boolean;
  /** (num_embeddings, embedding_dim) */
  weight: Parameter;

  constructor(a: TableSettings) {
    super();
    this.num_embeddings = a.num_embeddings;
    this.embedding_dim = a.embedding_dim;
    this.padding_idx = paddingRow(a.padding_idx, a.num_embeddings);
    this.max_norm = a.max_norm;
    this.norm_type = a.norm_type;
    this.scale_grad_by_freq = a.scale_grad_by_freq;
    this.weight = a._weight ? new Parameter(a._weight) : emptyParameter([a.num_embeddings, a.embedding_dim], a.dtype);
    if (!a._weight) this.reset_parameters();
  }

  reset_parameters(): void {
    normal_(this.weight);
    if (this.padding_idx !== null) quietly(() => this.weight.at(this.padding_idx!).fill_(0));
  }

  /** The settings that differ from the defaults, in PyTorch's order. */
  protected rest(): string {
    const parts = [
      this.max_norm === null ? '' : `max_norm=${py(this.max_norm)}`,
      this.norm_type === 2 ? '' : `norm_type=${py(this.norm_type)}`,
      this.scale_grad_by_freq ? 'scale_grad_by_freq=True' : '',
    ];
    return parts.map((p) => (p === '' ? '' : `, ${p}`)).join('');
  }

  protected get paddingText(): string {
    return this.padding_idx === null ? '' : `, padding_idx=${this.padding_idx}`;
  }
}

/** @throws unless `weight` is a table */
function checkTable(name: string, weight: unknown): asserts weight is Tensor {
  if (!(weight instanceof Tensor) || weight.sizes.length !== 2) {
    throw new RuntimeError(`${name}s parameter is expected to be 2-dimensional`);
  }
}

interface PretrainedOptions extends Omit<TableOptions, 'dtype'> {
  /** Whether the table stays as it is. Default: true */
  freeze?: boolean;
}

/** Integers (*) → their rows (*, embedding_dim). The table starts standard normal. */
export class Embedding extends Table {
  constructor(
    ...args: Arguments<
      [num_embeddings: number, embedding_dim: number],
      [padding_idx: number | null, max_norm: number | null, norm_type: number, scale_grad_by_freq: boolean],
      TableOptions & { _weight?: Tensor | null; sparse?: boolean }
    >
  ) {
    super(
      readArguments<TableSettings>(
        'Embedding(int num_embeddings, int embedding_dim, int? padding_idx=None, float? max_norm=None, float norm_type=2.0, bool scale_grad_by_freq=False, bool sparse=False, Tensor? _weight=None, any device=None, dtype? dtype=None)',
        args,
      ),
    );
  }

  /** An embedding whose table is given; frozen unless `freeze` is false. */
  static from_pretrained(embeddings: Tensor, { freeze = true, ...options }: PretrainedOptions = {}): Embedding {
    checkTable('Embedding', embeddings);
    const [rows, columns] = embeddings.sizes;
    const made = new Embedding(rows, columns, { ...options, _weight: embeddings });
    made.weight.requires_grad_(!freeze);
    return made;
  }

  override forward(input: Tensor): Tensor {
    const { weight, padding_idx, max_norm, norm_type, scale_grad_by_freq } = this;
    return F.embedding(input, weight, padding_idx, max_norm, norm_type, scale_grad_by_freq);
  }

  override extra_repr(): string {
    return `${this.num_embeddings}, ${this.embedding_dim}${this.paddingText}${this.rest()}`;
  }
}

/** Sums, means or maxima of rows: bags (B, N), or (N) split at offsets (B), → (B, embedding_dim). */
export class EmbeddingBag extends Table {
  readonly mode: 'sum' | 'mean' | 'max';
  readonly include_last_offset: boolean;

  constructor(
    ...args: Arguments<
      [num_embeddings: number, embedding_dim: number],
      [max_norm: number | null, norm_type: number, scale_grad_by_freq: boolean, mode: 'sum' | 'mean' | 'max'],
      TableOptions & {
        /** Default: 'mean' */
        mode?: 'sum' | 'mean' | 'max';
        sparse?: boolean;
        _weight?: Tensor | null;
        include_last_offset?: boolean;
      }
    >
  ) {
    const a = readArguments<TableSettings & { mode: 'sum' | 'mean' | 'max'; include_last_offset: boolean }>(
      "EmbeddingBag(int num_embeddings, int embedding_dim, float? max_norm=None, float norm_type=2.0, bool scale_grad_by_freq=False, str mode='mean', bool sparse=False, Tensor? _weight=None, bool include_last_offset=False, int? padding_idx=None, any device=None, dtype? dtype=None)",
      args,
    );
    super(a);
    this.mode = a.mode;
    this.include_last_offset = a.include_last_offset;
  }

  override forward(input: Tensor, offsets: Tensor | null = null, per_sample_weights: Tensor | null = null): Tensor {
    const { weight, max_norm, norm_type, scale_grad_by_freq, mode, include_last_offset, padding_idx } = this;
    return F.embedding_bag(input, weight, offsets, {
      max_norm,
      norm_type,
      scale_grad_by_freq,
      mode,
      per_sample_weights,
      include_last_offset,
      padding_idx,
    });
  }

  override extra_repr(): string {
    return `${this.num_embeddings}, ${this.embedding_dim}${this.rest()}, mode=${this.mode}${this.paddingText}`;
  }
}
