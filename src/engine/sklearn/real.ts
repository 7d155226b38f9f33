/**
 * Real data. Each set is a file of its own that comes with the product, with its source and its licence in it; see
 * media/shipped.
 */
import { strFromU8 } from 'fflate/browser';
import { ValueError } from '../errors.js';
import { float64, int64 } from '../dtype.js';
import { readShipped } from '../files/access.js';
import { parseSafetensors } from '../files/safetensors.js';
import { arrayFrom, cast, of, type Value } from '../numpy/array.js';
import { readArguments } from '../nn/arguments.js';
import { quietly } from '../quietly.js';
import type { Tensor } from '../tensor/tensor.js';

/** A data set with what is known of it. The arrays are those of 'tensor-lens/numpy'. */
export interface Bunch {
  /** A row a sample. */
  data: Value;
  /** The class of each sample, as a number. */
  target: Value;
  target_names: string[];
  feature_names: string[];
  /** Where the data are from, and under which licence. */
  DESCR: string;
}
export type Iris = Bunch;
export interface Digits extends Bunch {
  /** The samples as pictures of 8 × 8 pixels, from 0 to 16. */
  images: Value;
}
export interface Text {
  data: string;
  DESCR: string;
}

interface Both {
  return_X_y: true;
}
type Pair = [X: Value, y: Value];

/**
 * 150 flowers of three kinds of iris, with four measures each, as `sklearn.datasets.load_iris`. Returns a promise.
 *
 * `const { data, target } = await datasets.load_iris();`
 */
export function load_iris(options: Both): Promise<Pair>;
export function load_iris(options?: { return_X_y?: false }): Promise<Iris>;
export async function load_iris(...given: unknown[]): Promise<Iris | Pair> {
  const { return_X_y: isPair } = readArguments('load_iris(*, bool return_X_y=False)', given);
  const { data, target, ...rest } = await loaded('iris.safetensors');
  return isPair ? [data, target] : { data, target, ...rest };
}

/**
 * 1797 handwritten digits of 8 × 8 pixels, from 0 to 16, as `sklearn.datasets.load_digits`. Returns a promise.
 *
 * `const { images, target } = await datasets.load_digits({ n_class: 2 });`
 */
export function load_digits(options: Both & { n_class?: number }): Promise<Pair>;
export function load_digits(options?: { n_class?: number; return_X_y?: false }): Promise<Digits>;
export async function load_digits(...given: unknown[]): Promise<Digits | Pair> {
  const { n_class: count, return_X_y: isPair } = readArguments('load_digits(*, int n_class=10, bool return_X_y=False)', given);
  if (count < 1 || count > 10)
    throw new ValueError(`The 'n_class' parameter of load_digits must be an int in the range [1, 10]. Got ${count} instead.`);
  const all = await loaded('digits.safetensors', count);
  if (isPair) return [all.data, all.target];
  const { data } = all as { data: { reshape(...sizes: number[]): Value } };
  return { ...all, images: data.reshape(-1, 8, 8) };
}

/**
 * The beginning of Shakespeare's plays, as character models are often trained on it: `data` is the text. Returns a promise.
 * (scikit-learn has no text of this size.)
 */
export async function load_shakespeare(): Promise<Text> {
  const text = strFromU8(await readShipped('shakespeare.txt'));
  const end = text.indexOf('\n\n');
  return { data: text.slice(end + 2), DESCR: text.slice(0, end) };
}

/** @param count the number of classes to keep: of those from 0 */
async function loaded(file: string, count = Infinity): Promise<Bunch> {
  const { tensors, metadata } = parseSafetensors(await readShipped(file), file);
  const classes = tensors['target'].tolist() as number[];
  const kept = [...classes.keys()].filter((row) => classes[row] < count);
  const rows = (tensor: Tensor): Tensor =>
    quietly(() => (kept.length === classes.length ? tensor : tensor.index_select(0, of(kept, [kept.length], int64))));
  const target_names = listed(metadata['target_names']);
  return {
    data: arrayFrom(cast(rows(tensors['data']), float64)),
    target: arrayFrom(cast(rows(tensors['target']), int64)),
    target_names: target_names.slice(0, count),
    feature_names: listed(metadata['feature_names']),
    DESCR: metadata['DESCR'],
  };
}

const listed = (text: string): string[] => text.split(',');
