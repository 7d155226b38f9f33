import { float64 } from '../dtype.js';
import { Float, isFloatAt } from '../ops/floats.js';
import { TypeError_ } from '../errors.js';
import { wrongShape } from '../errors/shapes.js';
import { stack, tensor } from '../generated/torch.js';
import { isPlainObject, pythonType } from '../ops/signature.js';
import { Tensor } from '../tensor/tensor.js';

/** The type of a batch for samples of a type. */
export type Collated<T> = 0 extends 1 & T
  ? any // eslint-disable-line @typescript-eslint/no-explicit-any -- of samples of any type
  : T extends Tensor | number | boolean
    ? Tensor
    : T extends string
      ? string[]
      : T extends readonly unknown[] | object
        ? { -readonly [K in keyof T]: Collated<T[K]> }
        : unknown;

/**
 * Puts the samples of a batch together, as `torch.utils.data.default_collate`: tensors are stacked, numbers become a tensor,
 * lists and objects are put together part by part, and strings become a list.
 */
export function default_collate<T>(batch: readonly T[]): Collated<T> {
  return collate(batch) as Collated<T>;
}

/** @param isFloat true when numbers are floats, though all of them may be whole */
function collate(batch: readonly unknown[], isFloat = false): unknown {
  const [first] = batch;
  if (first instanceof Tensor) return stack(batch as Tensor[]);
  if (first instanceof Float) return collate(batch.map(Number), true);
  if (typeof first === 'number') {
    if (batch.some((one) => one instanceof Float)) return collate(batch.map(Number), true);
    const isInt = !isFloat && batch.every((v) => Number.isInteger(v));
    return tensor([...batch] as number[], isInt ? {} : { dtype: float64 });
  }
  if (typeof first === 'boolean') return tensor([...batch] as boolean[]);
  if (typeof first === 'string') return [...batch];
  if (Array.isArray(first)) {
    const lists = batch as unknown[][];
    if (lists.some((list) => !Array.isArray(list) || list.length !== first.length))
      throw wrongShape('each element in list of batch should be of equal size');
    return first.map((_, i) => part(i, lists, (list) => list[i]));
  }
  if (first instanceof Map) {
    const maps = batch as Map<unknown, unknown>[];
    const made = new (first.constructor as MapConstructor)<unknown, unknown>();
    for (const key of first.keys())
      made.set(
        key,
        part(key, maps, (map) => map.get(key)),
      );
    return made;
  }
  if (isPlainObject(first)) {
    const objects = batch as Record<string, unknown>[];
    return Object.fromEntries(Object.keys(first).map((key) => [key, part(key, objects, (object) => object[key])]));
  }
  throw new TypeError_(`default_collate: batch must contain tensors, numpy arrays, numbers, dicts or lists; found ${pythonType(first)}`);
}

/** The batch of one part of all samples. @param key the index or the name of the part */
const part = <T extends object>(key: unknown, samples: readonly T[], of: (sample: T) => unknown): unknown =>
  collate(samples.map(of), isFloatAt(samples[0], key));
