/** What both divided algorithms need as they merge two parts: roots between known values, and the vectors of these roots. */
import type { Values } from './numbers.js';

/** A root, as its distance from the nearer one of the two values around it, so that no digits are lost. */
export interface Root {
  readonly origin: number;
  readonly tau: number;
}

/**
 * The root of an increasing function behind the `j`-th of the values `d`. The function is infinite at each of them.
 *
 * @param last where the root behind the last value lies at most
 * @param at the function, of a distance from an origin
 */
export function rootBehind(d: readonly number[], j: number, last: number, at: (root: Root) => number): Root {
  const isLast = j + 1 >= d.length;
  const end = isLast ? last : d[j + 1];
  const half = (end - d[j]) / 2;
  const isNearStart = isLast || at({ origin: d[j], tau: half }) >= 0;
  const origin = isNearStart ? d[j] : end;
  const [low, high] = isLast ? [0, 2 * half] : isNearStart ? [0, half] : [-half, 0];
  return { origin, tau: bisect(low, high, (tau) => at({ origin, tau }) < 0) };
}

/** A number that is not 0, up to which `isBelow` is true and from which on it is false, to the last digit. */
function bisect(low: number, high: number, isBelow: (x: number) => boolean): number {
  for (;;) {
    const middle = (low + high) / 2;
    if (!(middle > low && middle < high)) return Math.abs(low) > Math.abs(high) ? low : high;
    if (isBelow(middle)) low = middle;
    else high = middle;
  }
}

/** The sum of vectors times factors, which are made to have length 1. */
export function combined(vectors: readonly Values[], factors: readonly number[]): Values {
  const length = Math.hypot(...factors);
  const sum = new Float64Array(vectors[0].length);
  vectors.forEach((vector, i) => {
    const by = factors[i] / length;
    for (let r = 0; r < sum.length; r++) sum[r] += by * vector[r];
  });
  return sum;
}
