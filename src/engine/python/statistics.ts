/** Python's `statistics`. */
import { ValueError } from '../errors.js';
import { exactSum } from './doubles.js';
import { exp, log } from './elementary.js';

class StatisticsError extends ValueError {
  override name = 'StatisticsError';
}

/** The numbers as a list, at least `least` of them. @throws StatisticsError */
function numbers(given: Iterable<number>, least: number, name: string): number[] {
  const all = [...given];
  if (all.length < least) throw new StatisticsError(`${name} requires at least ${least === 1 ? 'one data point' : `${least} data points`}`);
  return all;
}

function mean(given: Iterable<number>): number {
  const all = numbers(given, 1, 'mean');
  return exactSum(all) / all.length;
}

/** @param missing the number of degrees of freedom to subtract */
function variance(given: Iterable<number>, missing: number, name: string): number {
  const all = numbers(given, 1 + missing, name);
  const middle = mean(all);
  return exactSum(all.map((x) => (x - middle) ** 2)) / (all.length - missing);
}

function median(given: Iterable<number>): number {
  const all = numbers(given, 1, 'no median for empty data: median').sort((a, b) => a - b);
  const half = all.length >> 1;
  return all.length % 2 === 1 ? all[half] : (all[half - 1] + all[half]) / 2;
}

/** The middle number, or the one below (-1) or above (0) the middle of an even count. */
function middle(given: Iterable<number>, by: number): number {
  const all = numbers(given, 1, 'no median for empty data: median').sort((a, b) => a - b);
  return all[all.length % 2 === 1 ? all.length >> 1 : (all.length >> 1) + by];
}

function mode<T>(given: Iterable<T>): T {
  for (const x of multimode(given)) return x;
  throw new StatisticsError('no mode for empty data');
}

/** As `statistics.multimode`: all values that occur most often. */
function multimode<T>(given: Iterable<T>): T[] {
  const counts = new Map<T, number>();
  for (const x of given) counts.set(x, (counts.get(x) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return [...counts].flatMap(([x, n]) => (n === most ? [x] : []));
}

/** As `statistics.covariance`. */
function covariance(x: Iterable<number>, y: Iterable<number>): number {
  const [xs, ys] = [numbers(x, 2, 'covariance'), numbers(y, 2, 'covariance')];
  if (xs.length !== ys.length) throw new StatisticsError('covariance requires that both inputs have same number of data points');
  const [a, b] = [mean(xs), mean(ys)];
  return exactSum(xs.map((one, i) => (one - a) * (ys[i] - b))) / (xs.length - 1);
}

/** As `statistics.correlation`. */
const correlation = (x: readonly number[], y: readonly number[]): number =>
  (covariance(x, y) * (x.length - 1)) / Math.sqrt(covariance(x, x) * (x.length - 1) * (covariance(y, y) * (x.length - 1)));

/** As `statistics.quantiles`: the values that divide the data into `n` parts. */
function quantiles(given: Iterable<number>, { n = 4, method = 'exclusive' }: { n?: number; method?: string } = {}): number[] {
  const all = numbers(given, 2, 'quantiles').sort((a, b) => a - b);
  const isInclusive = method === 'inclusive';
  const m = isInclusive ? all.length - 1 : all.length + 1;
  return Array.from({ length: n - 1 }, (_, k) => {
    const at = Math.floor(((k + 1) * m) / n);
    const j = isInclusive ? at : Math.max(1, Math.min(all.length - 1, at));
    const delta = (k + 1) * m - j * n;
    const [low, high] = isInclusive ? [all[j], all[j + 1]] : [all[j - 1], all[j]];
    return (low * (n - delta) + high * delta) / n;
  });
}

/** As `statistics.harmonic_mean`. */
function harmonic_mean(given: Iterable<number>): number {
  const all = numbers(given, 1, 'harmonic_mean');
  return all.some((x) => x === 0) ? 0 : all.length / exactSum(all.map((x) => 1 / x));
}

/** As `statistics.geometric_mean`. */
function geometric_mean(given: Iterable<number>): number {
  const all = numbers(given, 1, 'geometric_mean');
  return exp(exactSum(all.map((x) => log(x))) / all.length);
}

export const statistics = Object.freeze({
  mean,
  fmean: mean,
  median,
  median_low: (all: Iterable<number>): number => middle(all, -1),
  median_high: (all: Iterable<number>): number => middle(all, 0),
  covariance,
  correlation,
  mode,
  multimode,
  harmonic_mean,
  geometric_mean,
  quantiles,
  variance: (all: Iterable<number>): number => variance(all, 1, 'variance'),
  pvariance: (all: Iterable<number>): number => variance(all, 0, 'pvariance'),
  stdev: (all: Iterable<number>): number => Math.sqrt(variance(all, 1, 'stdev')),
  pstdev: (all: Iterable<number>): number => Math.sqrt(variance(all, 0, 'pstdev')),
});
