import { float64 } from '../dtype.js';
import { ValueError } from '../errors.js';
import { multinomial, randint, randperm, tensor } from '../generated/torch.js';
import { readArguments, type Arguments } from '../nn/arguments.js';
import { py } from '../nn/pythonText.js';
import { unobserved } from '../observe.js';
import { defaultGenerator, Generator } from '../random/generator.js';
import type { Tensor } from '../tensor.js';

/** What has a length. */
interface Sized {
  readonly length: number;
}

/** Gives the indices of samples, in the order in which they are to be taken. */
export interface Sampler<T = number> extends Iterable<T>, Sized {}

const numbers = (make: () => Tensor): number[] => unobserved(() => make().tolist() as number[]);

/** A seed as PyTorch draws it: 64 bits, of which a generator uses the lower half. */
export const drawSeed = (generator: Generator = defaultGenerator): number => Number(generator.random64() & 0xffffffffn);

/** 0, 1, 2, ... */
export class SequentialSampler implements Sampler {
  constructor(private readonly data_source: Sized) {}

  get length(): number {
    return this.data_source.length;
  }

  *[Symbol.iterator](): IterableIterator<number> {
    for (let i = 0; i < this.length; i++) yield i;
  }
}

interface RandomOptions {
  /** Whether a sample may come more than once. Default: false */
  replacement?: boolean;
  /** Default: as many as there are */
  num_samples?: number | null;
  generator?: Generator | null;
}

/** How many are drawn with replacement at a time. */
const AT_ONCE = 32;

/** In random order, another one each time. */
export class RandomSampler implements Sampler {
  private readonly settings: Required<RandomOptions>;

  constructor(
    private readonly data_source: Sized,
    ...args: Arguments<[], [replacement: boolean, num_samples: number | null, generator: Generator | null], RandomOptions>
  ) {
    const signature = 'RandomSampler(any data_source, bool replacement=False, float? num_samples=None, any generator=None)';
    this.settings = readArguments<Required<RandomOptions>>(signature, [data_source, ...args]);
    const { num_samples: n } = this.settings;
    if (n !== null && (n <= 0 || !Number.isInteger(n))) {
      throw new ValueError(`num_samples should be a positive integer value, but got num_samples=${py(n)}`);
    }
  }

  get length(): number {
    return this.settings.num_samples ?? this.data_source.length;
  }

  *[Symbol.iterator](): IterableIterator<number> {
    const n = this.data_source.length;
    const { replacement } = this.settings;
    const generator = this.settings.generator ?? new Generator(drawSeed());
    const draw = (count: number) =>
      replacement ? numbers(() => randint(n, [count], { generator })) : numbers(() => randperm(n, { generator }));
    const atOnce = replacement ? AT_ONCE : n;
    if (n === 0) return;
    for (let i = 0; i < Math.floor(this.length / atOnce); i++) yield* draw(atOnce);
    yield* draw(this.length % atOnce).slice(0, this.length % atOnce);
  }
}

/** The given indices in random order. */
export class SubsetRandomSampler implements Sampler {
  constructor(
    private readonly indices: readonly number[],
    private readonly generator: Generator | null = null,
  ) {}

  get length(): number {
    return this.indices.length;
  }

  *[Symbol.iterator](): IterableIterator<number> {
    const { generator } = this;
    for (const i of numbers(() => randperm(this.indices.length, { generator }))) yield this.indices[i];
  }
}

/** Indices drawn by weights. */
export class WeightedRandomSampler implements Sampler {
  private readonly settings: { num_samples: number; replacement: boolean; generator: Generator | null };

  constructor(
    private readonly weights: readonly number[],
    ...args: Arguments<
      [num_samples: number],
      [replacement: boolean, generator: Generator | null],
      { replacement?: boolean; generator?: Generator | null }
    >
  ) {
    const signature = 'WeightedRandomSampler(any weights, float num_samples, bool replacement=True, any generator=None)';
    this.settings = readArguments(signature, [weights, ...args]);
    const { num_samples: n } = this.settings;
    if (n <= 0 || !Number.isInteger(n)) {
      throw new ValueError(`num_samples should be a positive integer value, but got num_samples=${py(n)}`);
    }
  }

  get length(): number {
    return this.settings.num_samples;
  }

  *[Symbol.iterator](): IterableIterator<number> {
    const { num_samples, replacement, generator } = this.settings;
    yield* numbers(() => multinomial(tensor([...this.weights], { dtype: float64 }), num_samples, replacement, { generator }));
  }
}

/** Indices in batches. */
export class BatchSampler implements Sampler<number[]> {
  constructor(
    private readonly sampler: Sampler | Iterable<number>,
    private readonly batch_size: number,
    private readonly drop_last: boolean,
  ) {
    checkBatchSize(batch_size);
  }

  get length(): number {
    const n = (this.sampler as Sized).length / this.batch_size;
    return this.drop_last ? Math.floor(n) : Math.ceil(n);
  }

  *[Symbol.iterator](): IterableIterator<number[]> {
    yield* inBatches(this.sampler, this.batch_size, this.drop_last);
  }
}

/** @throws ValueError unless it is a positive integer */
export function checkBatchSize(n: unknown): void {
  if (typeof n !== 'number' || !Number.isInteger(n) || n <= 0) {
    throw new ValueError(`batch_size should be a positive integer value, but got batch_size=${py(n)}`);
  }
}

export function* inBatches<T>(items: Iterable<T>, size: number, dropLast: boolean): IterableIterator<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0 && !dropLast) yield batch;
}
