/** Layers that look up rows of a learned table. */
import * as F from '../../generated/functional.js';
import type { DType } from '../../dtype.js';
import { RuntimeError } from '../../errors.js';
import { quietly } from '../../quietly.js';
import { Tensor } from '../../tensor/tensor.js';
import type { ClassArguments, EmbeddingBagOptions, EmbeddingOptions } from '../../generated/classes.js';
import { readArguments, type Arguments } from '../arguments.js';
import { settingsText } from '../configured.js';
import { normal_ } from '../init.js';
import { Module } from '../module.js';
import { emptyParameter, Parameter } from '../parameter.js';

interface TableSettings {
  num_embeddings: number;
  embedding_dim: number;
  padding_idx: number | null;
  max_norm: number | null;
  norm_type: number;
  scale_grad_by_freq: boolean;
  sparse: boolean;
  _weight: Tensor | null;
  dtype: DType | null;
}

/** The number of the padding row, or null. @throws RuntimeError for a row that does not exist */
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
  /** True: the gradient of the table is a sparse tensor that holds only the rows that were looked up. */
  readonly sparse: boolean;
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
    this.sparse = a.sparse;
    this.weight = a._weight ? new Parameter(a._weight) : emptyParameter([a.num_embeddings, a.embedding_dim], a.dtype);
    if (!a._weight) this.reset_parameters();
  }

  reset_parameters(): void {
    normal_(this.weight);
    if (this.padding_idx !== null) quietly(() => this.weight.at(this.padding_idx!).fill_(0));
  }
}

/** Checks a given table. @throws RuntimeError unless `weight` has two dims */
function checkTable(name: string, weight: unknown): asserts weight is Tensor {
  if (!(weight instanceof Tensor) || weight.sizes.length !== 2) {
    throw new RuntimeError(`${name}s parameter is expected to be 2-dimensional`);
  }
}

interface Freezing {
  /** Whether the table stays as it is. Default: True */
  freeze?: boolean;
}

/** A layer with a given table, which learns only where it is not frozen. */
function given<Layer extends Table>(embeddings: Tensor, freeze: boolean, make: (rows: number, columns: number) => Layer): Layer {
  checkTable('Embedding', embeddings);
  const [rows, columns] = embeddings.sizes;
  const made = make(rows, columns);
  made.weight.requires_grad_(!freeze);
  return made;
}

/** Integers (*) → their rows (*, embedding_dim). The table starts with standard normal numbers. */
export class Embedding extends Table {
  static readonly signature =
    'Embedding(int num_embeddings, int embedding_dim, int? padding_idx=None, float? max_norm=None, float norm_type=2.0, bool scale_grad_by_freq=False, bool sparse=False, Tensor? _weight=None, bool _freeze=False, device=None, dtype? dtype=None)';

  constructor(...args: ClassArguments['Embedding']) {
    const a = readArguments(Embedding.signature, args);
    super(a);
    if (a._freeze) this.weight.requires_grad_(false);
  }

  /** An embedding with a given table. The table is frozen unless `freeze` is false. */
  static from_pretrained(embeddings: Tensor, { freeze = true, ...options }: EmbeddingOptions & Freezing = {}): Embedding {
    return given(embeddings, freeze, (rows, columns) => new Embedding(rows, columns, { ...options, _weight: embeddings }));
  }

  override forward(input: Tensor): Tensor {
    const { weight, padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse } = this;
    return F.embedding(input, weight, padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse);
  }

  override extra_repr(): string {
    const shown = ['=num_embeddings', '=embedding_dim', 'padding_idx?', 'max_norm?', 'norm_type?', 'scale_grad_by_freq?', 'sparse?'];
    return settingsText(this, Embedding.signature, shown);
  }
}

const bagCall = 'forward(Tensor input, Tensor? offsets=None, Tensor? per_sample_weights=None)';

/** Sums, means or maxima of rows for each bag: bags (B, N), or (N) split at offsets (B), → (B, embedding_dim). */
export class EmbeddingBag extends Table {
  static readonly signature =
    "EmbeddingBag(int num_embeddings, int embedding_dim, float? max_norm=None, float norm_type=2.0, bool scale_grad_by_freq=False, 'sum'|'mean'|'max' mode='mean', bool sparse=False, Tensor? _weight=None, bool include_last_offset=False, int? padding_idx=None, device=None, dtype? dtype=None)";

  readonly mode: 'sum' | 'mean' | 'max';
  readonly include_last_offset: boolean;

  constructor(...args: ClassArguments['EmbeddingBag']) {
    const a = readArguments(EmbeddingBag.signature, args);
    super(a);
    this.mode = a.mode;
    this.include_last_offset = a.include_last_offset;
  }

  /** Bags over a given table. The table is frozen unless `freeze` is false. */
  static from_pretrained(embeddings: Tensor, { freeze = true, ...options }: EmbeddingBagOptions & Freezing = {}): EmbeddingBag {
    return given(embeddings, freeze, (rows, columns) => new EmbeddingBag(rows, columns, { ...options, _weight: embeddings }));
  }

  override forward(
    input: Tensor,
    ...args: Arguments<
      [],
      [offsets: Tensor | null, per_sample_weights: Tensor | null],
      { offsets?: Tensor | null; per_sample_weights?: Tensor | null }
    >
  ): Tensor {
    const { offsets, per_sample_weights } = readArguments(bagCall, [input, ...args]);
    const { weight, max_norm, norm_type, scale_grad_by_freq, mode, sparse, include_last_offset, padding_idx } = this;
    return F.embedding_bag(input, weight, offsets, {
      max_norm,
      norm_type,
      scale_grad_by_freq,
      mode,
      sparse,
      per_sample_weights,
      include_last_offset,
      padding_idx,
    });
  }

  override extra_repr(): string {
    const shown = ['=num_embeddings', '=embedding_dim', 'max_norm?', 'norm_type?', 'scale_grad_by_freq?', 'mode', 'padding_idx?'];
    return settingsText(this, EmbeddingBag.signature, shown);
  }
}
