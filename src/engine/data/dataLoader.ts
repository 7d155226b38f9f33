import { ValueError } from '../errors.js';
import { readArguments, type Arguments } from '../nn/arguments.js';
import { unobserved } from '../tensor/observe.js';
import type { Generator } from '../random/generator.js';
import { default_collate, type Collated } from './collate.js';
import { IterableDataset, itemOf, noLength, type Indexed } from './dataset.js';
import { BatchSampler, checkBatchSize, drawSeed, inBatches, RandomSampler, SequentialSampler, type Sampler } from './samplers.js';

export interface DataLoaderOptions<T, Batch> {
  /** Samples in a batch; null for single samples. Default: 1 */
  batch_size?: number | null;
  /** Whether each round has a new random order. Default: false */
  shuffle?: boolean | null;
  /** Gives the order of the samples. */
  sampler?: Sampler | Iterable<number> | null;
  /** Gives the batches. */
  batch_sampler?: Iterable<readonly number[]> | null;
  /** Puts samples together. Default: default_collate */
  collate_fn?: ((samples: T[]) => Batch) | null;
  /** Whether a last batch that is too small is left out. Default: false */
  drop_last?: boolean;
  /** Where random numbers come from. */
  generator?: Generator | null;
  /** Accepted for PyTorch’s sake, as are all options that follow: samples are loaded one after another. Default: 0 */
  num_workers?: number;
  pin_memory?: boolean;
  timeout?: number;
  worker_init_fn?: unknown;
  multiprocessing_context?: unknown;
  prefetch_factor?: number | null;
  persistent_workers?: boolean;
  pin_memory_device?: string;
  in_order?: boolean;
}

/**
 * A dataset in batches, as `torch.utils.data.DataLoader`: `for (const [x, y] of loader)`. Each loop
 * is a round through all samples; shuffling draws PyTorch's random numbers.
 */
export class DataLoader<T, Batch = Collated<T>> {
  static readonly signature =
    "DataLoader(any dataset, any? batch_size=1, bool? shuffle=None, any sampler=None, any batch_sampler=None, int num_workers=0, function? collate_fn=None, bool pin_memory=False, bool drop_last=False, float timeout=0, any worker_init_fn=None, any multiprocessing_context=None, Generator? generator=None, *, int? prefetch_factor=None, bool persistent_workers=False, str pin_memory_device='', bool in_order=True)";

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the dataset that was given, of whatever class
  readonly dataset: any;
  readonly batch_size: number | null;
  readonly drop_last: boolean;
  readonly sampler: Sampler | Iterable<number> | null;
  readonly batch_sampler: Iterable<readonly number[]> | null;
  private readonly generator: Generator | null;
  private readonly collate: ((samples: T[]) => Batch) | null;

  constructor(
    dataset: Indexed<T> | IterableDataset<T>,
    ...args: Arguments<[], [batch_size: number | null, shuffle: boolean | null], DataLoaderOptions<T, Batch>>
  ) {
    const a = readArguments(DataLoader.signature, [dataset, ...args]) as unknown as Required<DataLoaderOptions<T, Batch>>;
    if (a.sampler && a.shuffle) throw new ValueError('sampler option is mutually exclusive with shuffle');
    if (a.batch_sampler) {
      if (a.batch_size !== 1 || a.shuffle || a.sampler || a.drop_last) {
        throw new ValueError('batch_sampler option is mutually exclusive with batch_size, shuffle, sampler, and drop_last');
      }
    } else if (a.batch_size === null) {
      if (a.drop_last) throw new ValueError('batch_size=None option disables auto-batching and is mutually exclusive with drop_last');
    } else checkBatchSize(a.batch_size);
    if (dataset instanceof IterableDataset && a.shuffle) {
      throw new ValueError(
        `DataLoader with IterableDataset: expected unspecified shuffle option, but got shuffle=${a.shuffle ? 'True' : 'False'}`,
      );
    }
    this.dataset = dataset;
    this.batch_size = a.batch_sampler ? null : a.batch_size;
    this.drop_last = a.drop_last;
    this.generator = a.generator;
    this.sampler = a.sampler ?? samplerFor(dataset, a.shuffle ?? false, a.generator);
    this.batch_sampler =
      a.batch_sampler ?? (this.sampler && a.batch_size ? new BatchSampler(this.sampler, a.batch_size, a.drop_last) : null);
    this.collate = a.collate_fn;
  }

  /** The number of batches in a round. @throws NotImplementedError for an IterableDataset */
  get length(): number {
    const sized = (this.batch_sampler ?? this.sampler) as { length?: number } | null;
    if (sized?.length === undefined) throw noLength('DataLoader');
    return sized.length;
  }

  *[Symbol.iterator](): IterableIterator<Batch> {
    // PyTorch draws a seed for its workers, even when there are none.
    drawSeed(this.generator ?? undefined);
    const put = (samples: T[]) => unobserved(() => (this.collate ?? (default_collate as (samples: T[]) => Batch))(samples));
    const { dataset, batch_size } = this;
    if (dataset instanceof IterableDataset) {
      if (batch_size === null) for (const sample of dataset) yield this.single(sample);
      else for (const samples of inBatches(dataset, batch_size, this.drop_last)) yield put(samples);
    } else if (this.batch_sampler) {
      for (const indices of this.batch_sampler) yield put(indices.map((i) => itemOf(dataset, i)));
    } else for (const i of this.sampler!) yield this.single(itemOf(dataset, i));
  }

  /** A sample that is no batch, when `batch_size` is null. */
  private single(sample: T): Batch {
    return this.collate ? unobserved(() => this.collate!([sample])) : (sample as unknown as Batch);
  }
}

function samplerFor<T>(dataset: Indexed<T> | IterableDataset<T>, shuffle: boolean, generator: Generator | null): Sampler | null {
  if (dataset instanceof IterableDataset) return null;
  return shuffle ? new RandomSampler(dataset, { generator }) : new SequentialSampler(dataset);
}
