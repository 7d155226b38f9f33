/** The draws that both of NumPy's generators have, from a source of random bits. */
import { float64, int64, type DType } from '../../dtype.js';
import { ValueError } from '../../errors.js';
import { exp, log } from '../../python/elementary.js';
import { listOf } from '../../memory.js';
import { quietly } from '../../quietly.js';
import { numel } from '../../shape.js';
import { Tensor } from '../../tensor/tensor.js';
import { arrayFrom, doublesOf, isArray, newShapeOf, numbersOf, of, plain, result, tensorOf, type ndarray, type Value } from '../array.js';
import { by } from '../calling.js';
import { linalg } from '../linalg.js';

/** A source of random numbers. */
export interface Source {
  /** A number from 0 (included) to 1 (not included). */
  double(): number;
  /** An index from 0 to `most`, both included. */
  upTo(most: number): number;
  /** A place from 0 to `most` for an exchange of rows; draws bits until the number is small enough. */
  place(most: number): number;
  /** A number of the standard normal distribution. */
  normal(): number;
  exponential(): number;
}

/** Draws random bits until their number is at most `most`. Takes as many bits as `most` has, from 32-bit words. */
export function fitting(most: number, word: () => number): number {
  if (most === 0) return 0;
  if (!(most > 0 && most <= Number.MAX_SAFE_INTEGER)) throw new ValueError('low >= high');
  const mask = 2 ** Math.ceil(Math.log2(most + 1)) - 1;
  const isWide = most > 0xffffffff;
  for (;;) {
    const high = isWide ? word() % ((mask + 1) / 2 ** 32) : 0;
    const low = word();
    const value = isWide ? high * 2 ** 32 + low : (low & mask) >>> 0;
    if (value <= most) return value;
  }
}

/** Random numbers of a shape; without a shape, one number. */
export function draw(size: Value, one: () => number, dtype: DType = float64): ndarray | number {
  if (size === undefined || size === null) return one();
  const sizes = newShapeOf(size);
  return arrayFrom(
    of(
      doublesOf(numel(sizes), () => one()),
      sizes,
      dtype,
    ),
  );
}

/** Draws with parameters that are numbers or arrays: each draw uses the parameters at its place. */
function drawWith(
  size: Value,
  parameters: readonly Value[],
  one: (...given: number[]) => number,
  dtype: DType = float64,
): ndarray | number {
  if (parameters.every((each) => !(each instanceof Tensor) && !Array.isArray(each)))
    return draw(size, () => one(...(parameters as number[])), dtype);
  return quietly(() => {
    const tensors = parameters.map((each) => tensorOf(each, float64));
    const sizes = size === undefined ? tensors.map((each) => each.sizes).reduce(stretched) : newShapeOf(size);
    const rows = tensors.map((each) => numbersOf(each.expand(sizes)));
    const values = doublesOf(numel(sizes), (i) => one(...rows.map((row) => row[i])));
    return sizes.length === 0 ? values[0] : arrayFrom(of(values, sizes, dtype));
  });
}

const stretched = (a: readonly number[], b: readonly number[]): number[] => {
  const rank = Math.max(a.length, b.length);
  return Array.from({ length: rank }, (_, i) => Math.max(a[i - rank + a.length] ?? 1, b[i - rank + b.length] ?? 1));
};

/** Shuffles the rows of an array in place. */
export function shuffle(source: Source, x: Value): void {
  if (isArray(x)) {
    const tensor = plain(x);
    const order = shuffled(source, tensor.sizes[0]);
    quietly(() => tensor.copy_(tensor.index_select(0, tensorOf(order))));
    return;
  }
  const list = x as unknown[];
  for (let i = list.length - 1; i > 0; i--) {
    const j = source.place(i);
    [list[i], list[j]] = [list[j], list[i]];
  }
}

/** The numbers below n, shuffled; `first` is the first place that may be exchanged. */
export function shuffled(source: Source, n: number, first = 1, place = (most: number) => source.place(most)): number[] {
  const order = listOf(n, (i) => i);
  for (let i = n - 1; i >= first; i--) {
    const j = place(i);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

export function permutation(source: Source, x: Value): ndarray {
  if (typeof x === 'number') return arrayFrom(tensorOf(shuffled(source, x)));
  const tensor = tensorOf(x);
  return arrayFrom(quietly(() => tensor.index_select(0, tensorOf(shuffled(source, tensor.sizes[0])))));
}

/** For each draw, its position among the cumulated probabilities. */
function byWeight(weights: Float64Array, draws: readonly number[]): number[] {
  let sum = 0;
  const upTo = weights.map((w) => (sum += w));
  const all = upTo.map((w) => w / upTo.at(-1)!);
  return draws.map((x) => {
    const at = all.findIndex((w) => w > x);
    return at < 0 ? all.length - 1 : at;
  });
}

/** Different positions, drawn by their probabilities. */
function differentByWeight(source: Source, weights: Float64Array, count: number): number[] {
  const found: number[] = [];
  const left = weights.slice();
  while (found.length < count) {
    const draws = Array.from({ length: count - found.length }, () => source.double());
    for (const one of found) left[one] = 0;
    for (const one of new Set(byWeight(left, draws))) found.push(one);
  }
  return found;
}

/** As `choice`: draws positions in `a`, and returns the items there. */
export function choice(
  source: Source,
  without: (population: number, count: number) => number[],
  a: Value,
  size: Value = undefined,
  replace = true,
  p: Value = undefined,
): Value {
  const isCount = typeof a === 'number';
  const list = isCount ? null : Array.isArray(a) && a.some((one) => typeof one === 'string') ? (a as unknown[]) : null;
  const tensor = isCount || list ? null : tensorOf(a);
  const population = isCount ? a : list ? list.length : tensor!.sizes[0];
  if (!(population > 0))
    throw new ValueError(
      isCount ? 'a must be greater than 0 unless no samples are taken' : "'a' cannot be empty unless no samples are taken",
    );
  const sizes = size === undefined ? [] : newShapeOf(size);
  const count = numel(sizes);
  const weights = p === undefined ? null : numbersOf(tensorOf(p));
  if (weights && weights.length !== population) throw new ValueError("'a' and 'p' must have same size");
  if (weights?.some((one) => one < 0)) throw new ValueError('probabilities are not non-negative');
  if (weights && !(Math.abs(weights.reduce((x, y) => x + y, 0) - 1) <= 1e-8)) throw new ValueError('probabilities do not sum to 1');
  if (!replace && count > population) throw new ValueError("Cannot take a larger sample than population when 'replace=False'");
  if (!replace && weights && weights.filter((one) => one > 0).length < count) throw new ValueError('Fewer non-zero entries in p than size');
  let places: number[];
  if (replace) {
    places = weights
      ? byWeight(
          weights,
          listOf(count, () => source.double()),
        )
      : listOf(count, () => source.upTo(population - 1));
  } else places = weights ? differentByWeight(source, weights, count) : without(population, count);
  if (list) {
    if (size === undefined) return list[places[0]];
    return places.map((one) => list[one]);
  }
  if (isCount) return size === undefined ? places[0] : arrayFrom(of(places, sizes, int64));
  const rows = quietly(() => tensor!.index_select(0, tensorOf(places)));
  if (size === undefined) return result(quietly(() => rows.select(0, 0)));
  return arrayFrom(quietly(() => rows.reshape([...sizes, ...tensor!.sizes.slice(1)])));
}

/** The greatest rate that NumPy draws with. */
const MOST_EXPECTED = 9.223372006484771e18;

/** Poisson counts (W. Hörmann, 1993, for large rates). */
function poisson(source: Source, lam: number): number {
  if (!(lam >= 0)) throw new ValueError('lam < 0 or lam is NaN');
  if (lam > MOST_EXPECTED) throw new ValueError('lam value too large');
  if (lam === 0) return 0;
  if (lam < 10) {
    const least = exp(-lam);
    let product = source.double();
    let count = 0;
    for (; product > least; count++) product *= source.double();
    return count;
  }
  const root = Math.sqrt(lam);
  const b = 0.931 + 2.53 * root;
  const a = -0.059 + 0.02483 * b;
  const inverse = 1.1239 + 1.1328 / (b - 3.4);
  const edge = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = source.double() - 0.5;
    const v = source.double();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + lam + 0.43);
    if (us >= 0.07 && v <= edge) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    if (log(v) + log(inverse) - log(a / (us * us) + b) <= -lam + k * log(lam) - logGamma(k + 1)) return k;
  }
}

/** ln Γ(x), computed as in NumPy (Zhang and Jin, 1996). */
function logGamma(x: number): number {
  const parts = [
    8.333333333333333e-2, -2.777777777777778e-3, 7.936507936507937e-4, -5.952380952380952e-4, 8.417508417508418e-4, -1.917526917526918e-3,
    6.41025641025641e-3, -2.955065359477124e-2, 1.796443723688307e-1, -1.3924322169059,
  ];
  if (x === 1 || x === 2) return 0;
  const n = x < 7 ? Math.floor(7 - x) : 0;
  let at = x + n;
  const square = (1 / at) * (1 / at);
  let sum = parts[9];
  for (let k = 8; k >= 0; k--) sum = sum * square + parts[k];
  let found = sum / at + 0.5 * 1.8378770664093453 + (at - 0.5) * log(at) - at;
  for (let k = 1; k <= n; k++) {
    found -= log(at - 1);
    at -= 1;
  }
  return found;
}

/** The number of successes in n trials, when at most 30 are expected. */
function binomial(source: Source, n: number, p: number): number {
  if (!(n >= 0)) throw new ValueError('n < 0');
  if (!(p >= 0 && p <= 1)) throw new ValueError('p < 0, p > 1 or p is NaN');
  if (n === 0 || p === 0) return 0;
  if (p > 0.5) return n - binomial(source, n, 1 - p);
  if (p * n > 30) throw new ValueError('binomial draws are here for expected numbers up to 30');
  const q = 1 - p;
  const first = exp(n * log(q));
  const bound = Math.min(n, n * p + 10 * Math.sqrt(n * p * q + 1));
  let [count, share, u] = [0, first, source.double()];
  while (u > share) {
    count++;
    if (count > bound) [count, share, u] = [0, first, source.double()];
    else {
      u -= share;
      share = ((n - count + 1) * p * share) / (count * q);
    }
  }
  return count;
}

function manyNormals(source: Source, mean: Value, cov: Value, size: Value): ndarray {
  const middle = tensorOf(mean, float64);
  const length = middle.sizes[0];
  const sizes = [...(size === undefined ? [] : newShapeOf(size)), length];
  const x = plain(draw(sizes, () => source.normal()) as ndarray);
  return quietly(() => {
    const [, s, v] = (linalg.svd(cov) as ndarray[]).map(plain);
    return arrayFrom(middle.add(x.reshape([-1, length]).matmul(s.sqrt().reshape([-1, 1]).mul(v))).reshape(sizes));
  });
}

/** The draws that both kinds of generator have under the same name. */
export function commonDraws(source: Source) {
  return {
    uniform: by('uniform', 'low high size', (low: Value = 0, high: Value = 1, size: Value = undefined) =>
      drawWith(size, [low, high], (a, b) => a + (b - a) * source.double()),
    ),
    normal: by('normal', 'loc scale size', (loc: Value = 0, scale: Value = 1, size: Value = undefined) =>
      drawWith(size, [loc, scale], (a, b) => a + b * source.normal()),
    ),
    standard_normal: by('standard_normal', 'size', (size: Value) => draw(size, () => source.normal())),
    exponential: by('exponential', 'scale size', (scale: Value = 1, size: Value = undefined) =>
      drawWith(size, [scale], (a) => a * source.exponential()),
    ),
    poisson: by('poisson', 'lam size', (lam: Value = 1, size: Value = undefined) =>
      drawWith(size, [lam], (a) => poisson(source, a), int64),
    ),
    binomial: by('binomial', 'n p size', (n: Value, p: Value, size: Value) =>
      drawWith(size, [n, p], (a, b) => binomial(source, a, b), int64),
    ),
    multivariate_normal: by('multivariate_normal', 'mean cov size', (mean: Value, cov: Value, size: Value) =>
      manyNormals(source, mean, cov, size),
    ),
    shuffle: by('shuffle', 'x', (x: Value) => shuffle(source, x)),
    permutation: by('permutation', 'x', (x: Value) => permutation(source, x)),
  };
}
