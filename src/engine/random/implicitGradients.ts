/**
 * The derivative of a drawn number with respect to the parameter of its distribution: −(∂cdf/∂α) / pdf, approximated by
 * the same expansions as PyTorch's (ATen/native/Distributions.h).
 */
import { digamma } from '../backends/scalar.js';

const { exp, fround, log, sqrt } = Math;

const orZero = (v: number): number => (Number.isNaN(v) ? 0 : v);

/** c₀ + x · (c₁ + x · (c₂ + …)) */
const horner = (x: number, coefficients: readonly number[]): number => coefficients.reduceRight((sum, c) => c + x * sum, 0);

const uv = [
  [0.16009398, -0.094634809, 0.025146376, -0.0030648343, 1, 0.32668115, 0.10406089, 0.0014179084],
  [0.53487893, 0.1298071, 0.065735949, -0.0015649758, 0.16639465, 0.020070113, -0.0035938915, -0.00058392623],
  [0.040121004, -0.0065914022, -0.0026286047, -0.0013441777, 0.017050642, -0.0021309326, 0.00085092367, -1.5247877e-7],
];

/** The derivative of x, drawn from Gamma(alpha, 1), with respect to alpha. */
export function standardGammaGradient(alpha: number, x: number): number {
  if (x < fround(0.8)) return nearZero(alpha, x);
  if (alpha > 8) return ofLargeAlpha(alpha, x);
  const u = log(x / alpha);
  const v = log(alpha);
  const c = uv[0].map((_, i) => horner(u, [uv[0][i], uv[1][i], uv[2][i]]));
  return exp(horner(v, c.slice(0, 4)) / horner(v, c.slice(4)));
}

/** For small x: a Taylor series. */
function nearZero(alpha: number, x: number): number {
  let numerator = 1;
  let denominator = alpha;
  let series1 = numerator / denominator;
  let series2 = numerator / (denominator * denominator);
  for (let i = 1; i <= 5; i++) {
    numerator *= -x / i;
    denominator += 1;
    series1 += numerator / denominator;
    series2 += numerator / (denominator * denominator);
  }
  const power = x ** alpha;
  const pdf = x ** (alpha - 1) * exp(-x);
  return orZero(-((log(x) - digamma(alpha)) * power * series1 - power * series2) / pdf);
}

/** For large alpha: Rice's saddle point expansion. */
function ofLargeAlpha(alpha: number, x: number): number {
  if (fround(0.9) * alpha <= x && x <= fround(1.1) * alpha) {
    const first = 1 + 24 * alpha * (1 + 12 * alpha);
    const second = 1440 * alpha * alpha + 6 * x * (53 - 120 * x) - (65 * x * x) / alpha + alpha * (107 + 3600 * x);
    return (first * second) / (1244160 * alpha ** 4);
  }
  const denominator = sqrt(8 * alpha);
  const term2 = denominator / (alpha - x);
  const term3 = (x - alpha - alpha * log(x / alpha)) ** -1.5;
  const term1 =
    log(x / alpha) * (x < alpha ? term2 - term3 : term2 + term3) - (sqrt(2 / alpha) * (alpha + x)) / ((alpha - x) * (alpha - x));
  const stirling = 1 + (1 / (12 * alpha)) * (1 + 1 / (24 * alpha));
  return (-stirling * x * term1) / denominator;
}

/**
 * The derivative of x, one number of a draw from a Dirichlet distribution, by its own concentration; `total` is the sum
 * of all concentrations.
 */
export function dirichletGradient(x: number, alpha: number, total: number): number {
  const beta = total - alpha;
  const boundary = total * x * (1 - x);
  if (x <= 0.5 && boundary < 2.5) return byAlphaNearZero(x, alpha, beta);
  if (x >= 0.5 && boundary < 0.75) return -byBetaNearZero(1 - x, beta, alpha);
  if (alpha > 6 && beta > 6) return ofLargeBoth(x, alpha, beta);
  return byCorrection(x, alpha, total);
}

function byAlphaNearZero(x: number, alpha: number, beta: number): number {
  const factor = digamma(alpha) - digamma(alpha + beta) - log(x);
  let numerator = 1;
  let series = (numerator / alpha) * (factor + 1 / alpha);
  for (let i = 1; i <= 10; i++) {
    numerator *= ((i - beta) * x) / i;
    const denominator = alpha + i;
    series += (numerator / denominator) * (factor + 1 / denominator);
  }
  return orZero(x * (1 - x) ** -beta * series);
}

function byBetaNearZero(x: number, alpha: number, beta: number): number {
  const factor = digamma(alpha + beta) - digamma(beta);
  let numerator = 1;
  let betas = 1;
  let derivatives = 0;
  let series = factor / alpha;
  for (let i = 1; i <= 8; i++) {
    numerator *= -x / i;
    derivatives = derivatives * (beta - i) + betas;
    betas *= beta - i;
    series += (numerator / (alpha + i)) * (derivatives + factor * betas);
  }
  return orZero(-((1 - x) ** (1 - beta)) * series);
}

function ofLargeBoth(x: number, alpha: number, beta: number): number {
  const total = alpha + beta;
  const mean = alpha / total;
  const std = sqrt((alpha * beta) / (total + 1)) / total;
  if (mean - 0.1 * std <= x && x <= mean + 0.1 * std) {
    const polynomial = horner(alpha, [
      47 * x * beta ** 4,
      (43 + 20 * (16 + 27 * beta) * x) * beta ** 3,
      3 * (59 + 180 * beta - 90 * x) * beta ** 2,
      (453 + 1620 * beta * (1 - x) - 455 * x) * beta,
      8 * (1 - x) * (135 * beta - 11),
    ]);
    const numerator = ((1 + 12 * alpha) * (1 + 12 * beta)) / (total * total);
    return ((numerator / (1 - x)) * polynomial) / (12960 * alpha ** 3 * beta ** 2 * (1 + 12 * total));
  }
  const stirlingOf = (v: number) => 1 + 1 / (12 * v) + 1 / (288 * v * v);
  const stirling = (stirlingOf(alpha) * stirlingOf(beta)) / stirlingOf(total);
  const axbx = alpha * (x - 1) + beta * x;
  const term1 =
    (2 * alpha * alpha * (x - 1) + alpha * beta * (x - 1) - x * beta * beta) / (sqrt((2 * alpha) / beta) * total ** 1.5 * axbx * axbx);
  const term2 = 0.5 * log(alpha / (total * x));
  const term3 = sqrt((8 * alpha * beta) / total) / axbx;
  const term4 = (beta * log(beta / (total * (1 - x))) + alpha * log(alpha / (total * x))) ** -1.5;
  const prefactor = -x / sqrt((2 * alpha * beta) / total);
  return stirling * prefactor * (term1 + term2 * (term3 + (x < mean ? term4 : -term4)));
}

/** Coefficients of a rational function: by powers of u, of a, of b. */
const above = [
  [
    [1.003668233, -0.01061107488, -0.0657888334, 0.01201642863],
    [0.6336835991, -0.3557432599, 0.05486251648, -0.001465281033],
    [-0.03276231906, 0.004474107445, 0.002429354597, -0.0001557569013],
  ],
  [
    [0.221950385, -0.3187676331, 0.01799915743, 0.01074823814],
    [-0.2951249643, 0.06219954479, 0.01535556598, 0.001550077057],
    [0.02155310298, 0.004170831599, 0.001292462449, 6.976601077e-5],
  ],
  [
    [-0.05980841433, 0.008441916499, 0.01085618172, 0.002319392565],
    [0.02911413504, 0.01400243777, -0.002721828457, 0.000751041181],
    [0.005900514878, -0.001936558688, -9.495446725e-6, 5.385558597e-5],
  ],
];
const below = [
  [
    [1, -0.02924021934, -0.04438342661, 0.007285809825],
    [0.6357567472, -0.3473456711, 0.05454656494, -0.002407477521],
    [-0.03301322327, 0.004845219414, 0.00231480583, -0.0002307248149],
  ],
  [
    [0.5925320577, -0.1757678135, 0.01505928619, 0.000564515273],
    [0.1014815858, -0.06589186703, 0.01272886114, -0.0007316646956],
    [-0.007258481865, 0.001096195486, 0.0003934994223, -4.12701925e-5],
  ],
  [
    [0.06469649321, -0.0236701437, 0.002902096474, -5.896963079e-5],
    [0.001925008108, -0.002869809258, 0.0008000589141, -6.063713228e-5],
    [-0.0003477407336, 6.959756487e-5, 1.097287507e-5, -1.650964693e-6],
  ],
];

/** A rational correction to an analytic approximation. */
function byCorrection(x: number, alpha: number, total: number): number {
  const u = log(x);
  const a = log(alpha) - u;
  const b = log(total) - a;
  const polynomial = (c: typeof above) =>
    horner(
      u,
      c.map((rows) =>
        horner(
          a,
          rows.map((row) => horner(b, row)),
        ),
      ),
    );
  const approximation = (x * (digamma(total) - digamma(alpha))) / (total - alpha);
  return (polynomial(above) / polynomial(below)) * approximation;
}
