import { IndexError, NotImplementedError_, RuntimeError, TypeError_, ValueError } from '../errors.js';
import { wrongPosition } from '../errors/indices.js';
import { wrongShape } from '../errors/shapes.js';
import { randperm } from '../generated/torch.js';
import { readArguments, type Arguments } from '../nn/arguments.js';
import { isPlainObject, pythonType } from '../ops/signature.js';
import { unobserved } from '../tensor/observe.js';
import type { Generator } from '../random/generator.js';
import { Tensor } from '../tensor/tensor.js';

/**
 * Samples by index, as `torch.utils.data.Dataset`. A subclass says how many samples there are and returns each of them.
 * (Python's `__getitem__` and `__len__` are called `get` and `length` here.)
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- samples of any kind, where nobody says which
export abstract class Dataset<T = any> {
  /** Sample `index`. */
  abstract get(index: number): T;

  /** How many samples there are. */
  abstract get length(): number;

  *[Symbol.iterator](): IterableIterator<T> {
    for (let i = 0; i < this.length; i++) yield this.get(i);
  }
}

/** Samples one after another, without a known number: a subclass yields them. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- samples of any kind, where nobody says which
export abstract class IterableDataset<T = any> {
  abstract [Symbol.iterator](): Iterator<T>;
}

/** The data that a loader can read by index: a dataset, an array, or a tensor's rows. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what `get` returns is the type, also where the class does not say it
export type Indexed<T> = (Dataset<any> & { get(index: number): T }) | readonly T[] | (Tensor & { length: number });

/** Sample `index`. @throws IndexError out of range */
export function itemOf<T>(data: Indexed<T>, index: number): T {
  if (index < 0 || index >= data.length) throw wrongPosition(`index ${index} is out of range`, IndexError);
  if (data instanceof Dataset) {
    if (typeof data.get === 'function') return data.get(index);
    throw new NotImplementedError_(
      "Subclasses of Dataset should implement get(index), which is Python's __getitem__, and length, its __len__.",
    );
  }
  return (data instanceof Tensor ? unobserved(() => data.select(0, index)) : data[index]) as T;
}

/** Rows of several tensors together: sample i is row i of each. */
export class TensorDataset<T extends Tensor[]> extends Dataset<T> {
  static readonly signature = 'TensorDataset(Tensor... tensors)';

  readonly tensors: T;

  /** @throws RuntimeError unless all have the same number of rows */
  constructor(...tensors: T) {
    super();
    const odd: unknown = tensors.find((t: unknown) => !(t instanceof Tensor));
    if (odd !== undefined || tensors.length === 0)
      throw new TypeError_(`TensorDataset takes tensors one by one, but got ${pythonType(odd)}`);
    if (tensors.some((t) => t.sizes[0] !== tensors[0].sizes[0])) throw wrongShape('Size mismatch between tensors');
    this.tensors = tensors;
  }

  get(index: number): T {
    return unobserved(() => this.tensors.map((t) => t.select(0, index))) as T;
  }

  get length(): number {
    return this.tensors[0].sizes[0];
  }
}

/** Some samples of a dataset. */
export class Subset<T> extends Dataset<T> {
  static readonly signature = 'Subset(any dataset, int[] indices)';

  readonly dataset: Indexed<T>;
  readonly indices: readonly number[];

  constructor(...args: [dataset: Indexed<T>, indices: readonly number[]] | [options: { dataset: Indexed<T>; indices: readonly number[] }]) {
    super();
    const { dataset, indices } = readArguments(Subset.signature, args);
    this.dataset = dataset as Indexed<T>;
    this.indices = indices;
  }

  get(index: number): T {
    return itemOf(this.dataset, this.indices[index]);
  }

  get length(): number {
    return this.indices.length;
  }
}

/** Datasets one after another. */
export class ConcatDataset<T> extends Dataset<T> {
  static readonly signature = 'ConcatDataset(any datasets)';

  readonly datasets: readonly Indexed<T>[];

  /** @throws RuntimeError when there are no datasets */
  constructor(...args: [datasets: Iterable<Indexed<T>>] | [options: { datasets: Iterable<Indexed<T>> }]) {
    super();
    this.datasets = [...(readArguments(ConcatDataset.signature, args).datasets as Iterable<Indexed<T>>)];
    if (this.datasets.length === 0) throw new RuntimeError('datasets should not be an empty iterable');
  }

  get(index: number): T {
    if (-index > this.length) throw new ValueError('absolute value of index should not exceed dataset length');
    let at = index < 0 ? index + this.length : index;
    for (const dataset of this.datasets) {
      if (at < dataset.length) return itemOf(dataset, at);
      at -= dataset.length;
    }
    throw wrongPosition(`index ${index} is out of range`, IndexError);
  }

  get length(): number {
    return this.datasets.reduce((sum, d) => sum + d.length, 0);
  }

  /** Where each dataset ends. */
  get cumulative_sizes(): number[] {
    let end = 0;
    return this.datasets.map((d) => (end += d.length));
  }
}

/** Samples of several datasets together: sample i has sample i of each dataset, in a list or under the given names. */
export class StackDataset<T = unknown> extends Dataset<T[] | Record<string, T>> {
  static readonly signature = 'StackDataset(any... args)';

  readonly datasets: readonly Indexed<T>[] | Readonly<Record<string, Indexed<T>>>;
  private readonly each: readonly Indexed<T>[];

  /** @throws ValueError when there are no datasets, or when their lengths differ */
  constructor(...args: Indexed<T>[] | [named: Readonly<Record<string, Indexed<T>>>]) {
    super();
    const [first] = args;
    this.datasets = args.length === 1 && isPlainObject(first) ? first : (args as Indexed<T>[]);
    this.each = Object.values<Indexed<T>>(this.datasets);
    if (this.each.length === 0) throw new ValueError('At least one dataset should be passed');
    if (this.each.some((d) => d.length !== this.each[0].length)) throw new ValueError('Size mismatch between datasets');
  }

  get(index: number): T[] | Record<string, T> {
    const { datasets } = this;
    if (Array.isArray(datasets)) return (datasets as Indexed<T>[]).map((d) => itemOf(d, index));
    return Object.fromEntries(Object.entries(datasets).map(([name, d]) => [name, itemOf(d, index)]));
  }

  get length(): number {
    return this.each[0].length;
  }
}

/** The samples that several datasets yield, one dataset after another. */
export class ChainDataset<T> extends IterableDataset<T> {
  readonly datasets: Iterable<Iterable<T>>;

  constructor(datasets: Iterable<Iterable<T>>) {
    super();
    this.datasets = datasets;
  }

  *[Symbol.iterator](): Iterator<T> {
    for (const dataset of this.datasets) yield* dataset;
  }
}

/** Turns fractions of `total` into whole numbers. What is left over goes to the first parts, one to each. */
function wholeParts(lengths: readonly number[], total: number): number[] {
  const sum = lengths.reduce((a, b) => a + b, 0);
  if (Math.abs(sum - 1) > 1e-9 || sum > 1 + 1e-12) return [...lengths];
  lengths.forEach((f, i) => {
    if (f < 0 || f > 1) throw new ValueError(`Fraction at index ${i} is not between 0 and 1`);
  });
  const parts = lengths.map((f) => Math.floor(total * f));
  const left = total - parts.reduce((a, b) => a + b, 0);
  for (let i = 0; i < left; i++) parts[i % parts.length]++;
  return parts;
}

const splitAtRandom = 'random_split(any dataset, float[] lengths, Generator? generator=None)';

/**
 * Splits a dataset at random into parts of the given lengths (or fractions of 1).
 * @throws ValueError when the lengths do not add up, TypeError for data without a length
 */
export const random_split = Object.assign(
  <T>(
    dataset: Indexed<T>,
    lengths: readonly number[],
    ...args: Arguments<[], [generator: Generator | null], { generator?: Generator | null }>
  ): Subset<T>[] => {
    const { generator, ...given } = readArguments(splitAtRandom, [dataset, lengths, ...args]);
    const { length } = (dataset as Partial<Indexed<T>> | null | undefined) ?? {};
    if (typeof length !== 'number') throw new TypeError_(`object of type '${pythonType(dataset)}' has no len()`);
    const parts = wholeParts(given.lengths, length);
    if (parts.reduce((a, b) => a + b, 0) !== length) {
      throw new ValueError('Sum of input lengths does not equal the length of the input dataset!');
    }
    const order = unobserved(() => randperm(length, { generator }).tolist()) as number[];
    let offset = 0;
    return parts.map((n) => {
      offset += n;
      return new Subset(dataset, order.slice(offset - n, offset));
    });
  },
  { signature: splitAtRandom },
);

/** The error for a dataset that does not know its length. */
export const noLength = (what: string): Error => new NotImplementedError_(`${what} has no length: its dataset is an IterableDataset.`);
