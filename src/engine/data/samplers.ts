import { float64 } from '../dtype.js';
import { TypeError_, ValueError } from '../errors.js';
import { pythonType } from '../ops/signature.js';
import { multinomial, randint, randperm, tensor } from '../generated/torch.js';
import type { ClassArguments } from '../generated/classes.js';
import { readArguments } from '../nn/arguments.js';
import { py } from '../nn/pythonText.js';
import type { Values } from '../nn/signatureTypes.js';
import { unobserved } from '../tensor/observe.js';
import { defaultGenerator, Generator } from '../random/generator.js';
import { wrongShape } from '../errors/shapes.js';
import { Tensor } from '../tensor/tensor.js';

/** Anything with a length. */
interface Sized {
  readonly length: number;
}

/** The base of all samplers: gives the indices of samples, in the order of their use. */
export abstract class Sampler<T = number> implements Iterable<T>, Sized {
  abstract get length(): number;
  abstract [Symbol.iterator](): Iterator<T>;
}

declare module '../nn/signatureTypes.js' {
  interface SignatureTypes {
    Sized: Sized;
    Sampler: Sampler | Iterable<number>;
  }
}

const numbers = (make: () => Tensor): number[] => unobserved(() => make().tolist() as number[]);

/** A seed as PyTorch draws it: 64 bits. A generator uses the lower half. */
export const drawSeed = (generator: Generator = defaultGenerator): number => Number(generator.random64() & 0xffffffffn);

/** 0, 1, 2, ... */
export class SequentialSampler extends Sampler {
  static readonly signature = 'SequentialSampler(Sized data_source)';
  private readonly data_source: Sized;

  constructor(...args: ClassArguments['SequentialSampler']) {
    super();
    this.data_source = readArguments(SequentialSampler.signature, args).data_source;
  }

  get length(): number {
    return this.data_source.length;
  }

  *[Symbol.iterator](): IterableIterator<number> {
    for (let i = 0; i < this.length; i++) yield i;
  }
}

/** The number of indices that are drawn at a time, with replacement. */
const AT_ONCE = 32;

/** Indices in random order, with a new order for each round. */
export class RandomSampler extends Sampler {
  static readonly signature =
    'RandomSampler(Sized data_source, bool replacement=False, float? num_samples=None, Generator? generator=None)';
  private readonly settings: Values<typeof RandomSampler.signature>;

  constructor(...args: ClassArguments['RandomSampler']) {
    super();
    this.settings = readArguments(RandomSampler.signature, args);
    const { num_samples: n } = this.settings;
    if (n !== null && (n <= 0 || !Number.isInteger(n))) {
      throw new ValueError(`num_samples should be a positive integer value, but got num_samples=${py(n)}`);
    }
  }

  get length(): number {
    return this.settings.num_samples ?? this.settings.data_source.length;
  }

  *[Symbol.iterator](): IterableIterator<number> {
    const { data_source, replacement } = this.settings;
    const n = data_source.length;
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
export class SubsetRandomSampler extends Sampler {
  static readonly signature = 'SubsetRandomSampler(int[] indices, Generator? generator=None)';
  private readonly indices: readonly number[];
  private readonly generator: Generator | null;

  constructor(...args: ClassArguments['SubsetRandomSampler']) {
    super();
    const { indices, generator } = readArguments(SubsetRandomSampler.signature, args);
    this.indices = indices;
    this.generator = generator;
  }

  get length(): number {
    return this.indices.length;
  }

  *[Symbol.iterator](): IterableIterator<number> {
    const { generator } = this;
    for (const i of numbers(() => randperm(this.indices.length, { generator }))) yield this.indices[i];
  }
}

/** Random indices, drawn with the given weights. */
export class WeightedRandomSampler extends Sampler {
  static readonly signature = 'WeightedRandomSampler(any weights, float num_samples, bool replacement=True, Generator? generator=None)';
  private readonly settings: Values<typeof WeightedRandomSampler.signature>;
  readonly weights: Tensor;

  constructor(...args: ClassArguments['WeightedRandomSampler']) {
    super();
    this.settings = readArguments(WeightedRandomSampler.signature, args);
    const { num_samples: n } = this.settings;
    if (n <= 0 || !Number.isInteger(n)) {
      throw new ValueError(`num_samples should be a positive integer value, but got num_samples=${py(n)}`);
    }
    const weights = this.settings.weights as Tensor | Iterable<number>;
    if (typeof weights !== 'object' || weights === null || !(Symbol.iterator in weights))
      throw new TypeError_(`weights should be a sequence of numbers, not ${pythonType(weights)}`);
    this.weights = unobserved(() => (weights instanceof Tensor ? weights.detach().to(float64) : tensor([...weights], { dtype: float64 })));
    if (this.weights.sizes.length !== 1) {
      throw wrongShape(`weights should be a 1d sequence but given weights have shape ${this.weights.shape}`, ValueError);
    }
  }

  get length(): number {
    return this.settings.num_samples;
  }

  *[Symbol.iterator](): IterableIterator<number> {
    const { num_samples, replacement, generator } = this.settings;
    yield* numbers(() => multinomial(this.weights, num_samples, replacement, { generator }));
  }
}

/** Indices in batches. */
export class BatchSampler extends Sampler<number[]> {
  static readonly signature = 'BatchSampler(Sampler sampler, any batch_size, bool drop_last)';
  private readonly sampler: Sampler | Iterable<number>;
  private readonly batch_size: number;
  private readonly drop_last: boolean;

  constructor(...args: ClassArguments['BatchSampler']) {
    super();
    const { sampler, batch_size, drop_last } = readArguments(BatchSampler.signature, args);
    checkBatchSize(batch_size);
    this.sampler = sampler;
    this.batch_size = batch_size;
    this.drop_last = drop_last;
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
export function checkBatchSize(n: unknown): asserts n is number {
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
