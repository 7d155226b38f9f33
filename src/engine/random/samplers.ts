/**
 * Random numbers of distributions that need rejection, one at a time. Each draw equals PyTorch's
 * (ATen/native/Distributions.h and Distributions.cpp). Where PyTorch computes in single precision, this file rounds.
 */
import { lgamma } from '../backends/scalar.js';
import type { Generator } from './generator.js';

const { abs, ceil, floor, fround, log, log1p, sqrt } = Math;

/** Rounds a number as the dtype of the parameters does. */
export type Rounding = (v: number) => number;

const third = fround(1 / 3);
const squeeze = fround(0.0331);

/** Gamma(alpha, 1), by Marsaglia and Tsang (2000). */
export function sampleGamma(given: number, round: Rounding, g: Generator): number {
  let scale = 1;
  let alpha = given;
  if (alpha < 1) {
    if (alpha === 0) return 0;
    scale = (1 - g.uniform64()) ** round(1 / alpha);
    alpha = round(alpha + 1);
  }
  const d = round(alpha - third);
  const c = 1 / sqrt(9 * d);
  for (;;) {
    let x: number;
    let y: number;
    do {
      x = g.normal64();
      y = 1 + c * x;
    } while (y <= 0);
    const v = y * y * y;
    const u = 1 - g.uniform64();
    const xx = x * x;
    if (u < 1 - squeeze * xx * xx || log(u) < 0.5 * xx + d * (1 - v + log(v))) return scale * d * v;
    if (Number.isNaN(d)) return NaN;
  }
}

/** Poisson(rate): by Hörmann's transformed rejection (1993) where the rate is not small, else by multiplication. */
export function samplePoisson(rate: number, g: Generator): number {
  if (rate === 0) return 0;
  if (rate < 10) {
    const least = Math.exp(-rate);
    let count = 0;
    for (let product = g.uniform64(); product > least; product *= g.uniform64()) count++;
    return count;
  }
  const root = sqrt(rate);
  const logRate = log(rate);
  const b = 0.931 + 2.53 * root;
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const vr = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = g.uniform64() - 0.5;
    const v = g.uniform64();
    const us = 0.5 - abs(u);
    const k = floor(((2 * a) / us + b) * u + rate + 0.43);
    if (us >= 0.07 && v <= vr) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    if (log(v) + log(inverseAlpha) - log(a / (us * us) + b) <= -rate + k * logRate - lgamma(k + 1)) return k;
    if (!Number.isFinite(rate)) return NaN;
  }
}

/** Binomial(count, prob), from the smaller of the probabilities of success and failure. */
export function sampleBinomial(count: number, prob: number, round: Rounding, g: Generator): number {
  if (count <= 0 || prob <= 0) return 0;
  if (prob >= 1) return count;
  if (Number.isNaN(count)) return NaN;
  if (prob <= 0.5) return fewSuccesses(count, prob, round, g);
  if (prob > 0.5) return count - fewSuccesses(count, round(1 - prob), round, g);
  return NaN;
}

const fewSuccesses = (count: number, prob: number, round: Rounding, g: Generator): number =>
  round(count * prob) >= 10 ? transformedRejection(count, prob, round, g) : inversion(count, prob, round, g);

/** Counts how many geometric waiting times fit into `count`. */
function inversion(count: number, prob: number, round: Rounding, g: Generator): number {
  const logFailure = round(log1p(-prob));
  let successes = 0;
  for (let waited = ceil(log(g.uniform64()) / logFailure); !(waited > count); waited += ceil(log(g.uniform64()) / logFailure)) successes++;
  return successes;
}

/** Hörmann's BTRS (1993), in the form of TensorFlow. */
function transformedRejection(count: number, prob: number, round: Rounding, g: Generator): number {
  const expected = round(count * prob);
  const stddev = round(sqrt(round(expected * round(1 - prob))));
  const b = 1.15 + 2.53 * stddev;
  const a = -0.0873 + 0.0248 * b + 0.01 * prob;
  const c = expected + 0.5;
  const vr = 0.92 - 4.2 / b;
  const r = round(prob / round(1 - prob));
  const alpha = (2.83 + 5.1 / b) * stddev;
  const m = floor(round(round(count + 1) * prob));
  for (;;) {
    const u = g.uniform64() - 0.5;
    const v = g.uniform64();
    const us = 0.5 - abs(u);
    const k = floor(((2 * a) / us + b) * u + c);
    if (k < 0 || k > count) continue;
    if (us >= 0.07 && v <= vr) return k;
    const bound =
      (m + 0.5) * log((m + 1) / (r * (count - m + 1))) +
      (count + 1) * log((count - m + 1) / (count - k + 1)) +
      (k + 0.5) * log((r * (count - k + 1)) / (k + 1)) +
      stirlingTail(m) +
      stirlingTail(count - m) -
      stirlingTail(k) -
      stirlingTail(count - k);
    if (log((v * alpha) / (a / (us * us) + b)) <= bound) return k;
  }
}

const tails = [
  0.0810614667953272, 0.0413406959554092, 0.0276779256849983, 0.02079067210376509, 0.0166446911898211, 0.0138761288230707,
  0.0118967099458917, 0.010411265261972, 0.00925546218271273, 0.00833056343336287,
];

/** The remainder of log k! after Stirling's formula. */
function stirlingTail(k: number): number {
  if (k < tails.length) return tails[Math.trunc(k)];
  const square = (k + 1) * (k + 1);
  return (1 / 12 - (1 / 360 - 1 / 1260 / square) / square) / (k + 1);
}
