/** Data in the plane that are made up: two classes that no line separates. With scikit-learn's names, the draws are its own. */
import { ValueError } from '../errors.js';
import { readArguments } from '../nn/arguments.js';
import { np } from '../numpy/index.js';
import { random } from '../numpy/random/legacy.js';
import { operateInPlace, OPERATORS } from '../operators/meaning.js';
import type { Value } from '../numpy/array.js';

interface Made {
  shuffle?: boolean;
  /** The standard deviation of what is added to each coordinate; null for none. */
  noise?: number | null;
  /** The seed; null: other points each time, unless `np.random.seed` was called. */
  random_state?: number | null;
}
type Samples = number | [first: number, second: number];

/** Python's arguments of all of them. `more` are those of one of them. */
const signature = (name: string, more = ''): string =>
  `${name}(int|int[] n_samples=100, *, bool shuffle=True, float? noise=None, any random_state=None${more})`;

interface Read {
  n_samples: Samples;
  shuffle: boolean;
  noise: number | null;
  random_state: unknown;
  factor: number;
  turns: number;
}
const read = (text: string, given: readonly unknown[]): Read => readArguments(text, given) as unknown as Read;

/**
 * Two half circles that reach into each other, as `sklearn.datasets.make_moons`: points of size [n_samples, 2] and the class of
 * each, as arrays of 'tensor-lens/numpy'.
 *
 * `const [X, y] = datasets.make_moons(200, { noise: 0.1, random_state: 0 });`
 */
export function make_moons(n_samples?: Samples | (Made & { n_samples?: Samples }), options?: Made): [X: Value, y: Value];
export function make_moons(...all: unknown[]): [X: Value, y: Value] {
  const given = read(signature('make_moons'), all);
  const [outer, inner] = counts(given.n_samples);
  const [above, below] = [np.linspace(0, Math.PI, outer), np.linspace(0, Math.PI, inner)];
  return finished(given, [
    [np.cos(above), np.sin(above)],
    [np.subtract(1, np.cos(below)), np.subtract(np.subtract(1, np.sin(below)), 0.5)],
  ]);
}

/** A circle within a circle, as `sklearn.datasets.make_circles`; `factor` is the inner one's radius: see `make_moons`. */
export function make_circles(
  n_samples?: Samples | (Made & { n_samples?: Samples; factor?: number }),
  options?: Made & { factor?: number },
): [X: Value, y: Value];
export function make_circles(...all: unknown[]): [X: Value, y: Value] {
  const given = read(signature('make_circles', ', float factor=0.8'), all);
  const { factor } = given;
  if (!(factor >= 0 && factor < 1))
    throw new ValueError(`The 'factor' parameter of make_circles must be a float in the range [0.0, 1.0). Got ${factor} instead.`);
  const [outer, inner] = counts(given.n_samples);
  const [out, within] = [outer, inner].map((n): Value => np.linspace(0, 2 * Math.PI, n, { endpoint: false }));
  return finished(given, [
    [np.cos(out), np.sin(out)],
    [np.multiply(np.cos(within), factor), np.multiply(np.sin(within), factor)],
  ]);
}

/**
 * Two spirals around each other. scikit-learn has none: the arguments are those of `make_moons`, and `turns` says how often each
 * goes around.
 */
export function make_spirals(
  n_samples?: Samples | (Made & { n_samples?: Samples; turns?: number }),
  options?: Made & { turns?: number },
): [X: Value, y: Value];
export function make_spirals(...all: unknown[]): [X: Value, y: Value] {
  const given = read(signature('make_spirals', ', float turns=1.5'), all);
  const arms = counts(given.n_samples).map((n, arm): Value[] => {
    const radius: Value = np.linspace(0.05, 1, n);
    const angle: Value = np.add(np.multiply(radius, 2 * Math.PI * given.turns), arm * Math.PI);
    return [np.multiply(radius, np.cos(angle)), np.multiply(radius, np.sin(angle))];
  });
  return finished(given, arms);
}

function counts(given: Samples): [number, number] {
  if (typeof given === 'number') return [Math.floor(given / 2), given - Math.floor(given / 2)];
  const isPair = Array.isArray(given) && given.length === 2 && given.every((n) => Number.isInteger(n) && n >= 0);
  if (!isPair) throw new ValueError('`n_samples` can be either an int or a two-element tuple.');
  return given;
}

/** Both classes in one array, shuffled and with noise. */
function finished({ shuffle, noise, random_state: seed }: Read, classes: readonly Value[][]): [X: Value, y: Value] {
  const state: Value = seed === null ? random : typeof seed === 'number' ? new random.RandomState(seed) : seed;
  const stacked: Value = np.vstack([0, 1].map((axis) => np.concatenate(classes.map((points): Value => points[axis]))));
  let X: Value = stacked.T.copy();
  let y: Value = np.concatenate(classes.map(([x], one): Value => np.full(x.length, one)));
  if (shuffle) {
    const order: Value = np.arange(y.length);
    state.shuffle(order);
    [X, y] = [np.take(X, order, { axis: 0 }), np.take(y, order, { axis: 0 })];
  }
  if (noise !== null) X = operateInPlace(OPERATORS.add, X, state.normal({ scale: noise, size: X.shape }));
  return [X, y];
}
