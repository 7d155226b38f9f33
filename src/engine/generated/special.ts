// Written by `npm run generate` from the op list (src/engine/ops/index.ts). Do not edit.
import type { Complex } from '../complex.js';
import type { DType } from '../dtype.js';
import { fn } from '../ops/registry.js';
import type { Tensor } from '../tensor/tensor.js';

/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/unified-signatures */

/**
 * Another name of `sigmoid`.
 *
 * `as sigmoid`
 *
 * PyTorch: `torch.special.expit(Tensor input, *, Tensor? out=None)`
 */
export const expit = fn('special.expit') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Another name of `erf`.
 *
 * `as erf`
 *
 * PyTorch: `torch.special.erf(Tensor input, *, Tensor? out=None)`
 */
export const erf = fn('special.erf') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Another name of `erfc`.
 *
 * `as erfc`
 *
 * PyTorch: `torch.special.erfc(Tensor input, *, Tensor? out=None)`
 */
export const erfc = fn('special.erfc') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Another name of `erfinv`.
 *
 * `as erfinv`
 *
 * PyTorch: `torch.special.erfinv(Tensor input, *, Tensor? out=None)`
 */
export const erfinv = fn('special.erfinv') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Another name of `exp2`.
 *
 * `as exp2`
 *
 * PyTorch: `torch.special.exp2(Tensor input, *, Tensor? out=None)`
 */
export const exp2 = fn('special.exp2') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Another name of `expm1`.
 *
 * `as expm1`
 *
 * PyTorch: `torch.special.expm1(Tensor input, *, Tensor? out=None)`
 */
export const expm1 = fn('special.expm1') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Another name of `log1p`.
 *
 * `as log1p`
 *
 * PyTorch: `torch.special.log1p(Tensor input, *, Tensor? out=None)`
 */
export const log1p = fn('special.log1p') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Another name of `lgamma`.
 *
 * `as lgamma`
 *
 * PyTorch: `torch.special.gammaln(Tensor input, *, Tensor? out=None)`
 */
export const gammaln = fn('special.gammaln') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Another name of `digamma`.
 *
 * `as digamma`
 *
 * PyTorch: `torch.special.digamma(Tensor input, *, Tensor? out=None)`
 */
export const digamma = fn('special.digamma') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Another name of `digamma`.
 *
 * `as digamma`
 *
 * PyTorch: `torch.special.psi(Tensor input, *, Tensor? out=None)`
 */
export const psi = fn('special.psi') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The Bessel function of the first kind, of order 0.
 *
 * `out = J0(input)`
 *
 * Gradient: `input: −g · J1(input)`
 *
 * PyTorch: `torch.special.bessel_j0(Tensor input, *, Tensor? out=None)`
 */
export const bessel_j0 = fn('special.bessel_j0') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The Bessel function of the first kind, of order 1.
 *
 * `out = J1(input)`
 *
 * Gradient: `input: g · (J0(input) − J1(input) / input)`
 *
 * PyTorch: `torch.special.bessel_j1(Tensor input, *, Tensor? out=None)`
 */
export const bessel_j1 = fn('special.bessel_j1') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The Bessel function of the second kind, of order 0.
 *
 * `out = Y0(input)`
 *
 * Gradient: `input: −g · Y1(input)`
 *
 * PyTorch: `torch.special.bessel_y0(Tensor input, *, Tensor? out=None)`
 */
export const bessel_y0 = fn('special.bessel_y0') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The Bessel function of the second kind, of order 1.
 *
 * `out = Y1(input)`
 *
 * Gradient: `input: g · (Y0(input) − Y1(input) / input)`
 *
 * PyTorch: `torch.special.bessel_y1(Tensor input, *, Tensor? out=None)`
 */
export const bessel_y1 = fn('special.bessel_y1') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The modified Bessel function of the first kind, of order 0.
 *
 * `out = I0(input)`
 *
 * Gradient: `input: g · I1(input)`
 *
 * PyTorch: `torch.special.i0(Tensor input, *, Tensor? out=None)`
 */
export const i0 = fn('special.i0') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The modified Bessel function of the first kind, of order 0, scaled.
 *
 * `out = e^−|input| · I0(input)`
 *
 * Gradient: `input: g · (i1e(input) − sign(input) · out)`
 *
 * PyTorch: `torch.special.i0e(Tensor input, *, Tensor? out=None)`
 */
export const i0e = fn('special.i0e') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The modified Bessel function of the first kind, of order 1.
 *
 * `out = I1(input)`
 *
 * Gradient: `input: g · (I0(input) − out / input)`
 *
 * PyTorch: `torch.special.i1(Tensor input, *, Tensor? out=None)`
 */
export const i1 = fn('special.i1') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The modified Bessel function of the first kind, of order 1, scaled.
 *
 * `out = e^−|input| · I1(input)`
 *
 * Gradient: `input: g · (i0e(input) − out · (sign(input) + 1 / input))`
 *
 * PyTorch: `torch.special.i1e(Tensor input, *, Tensor? out=None)`
 */
export const i1e = fn('special.i1e') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The modified Bessel function of the second kind, of order 0.
 *
 * `out = K0(input)`
 *
 * Gradient: `input: −g · K1(input)`
 *
 * PyTorch: `torch.special.modified_bessel_k0(Tensor input, *, Tensor? out=None)`
 */
export const modified_bessel_k0 = fn('special.modified_bessel_k0') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The modified Bessel function of the second kind, of order 1.
 *
 * `out = K1(input)`
 *
 * Gradient: `input: −g · (K0(input) + K1(input) / input)`
 *
 * PyTorch: `torch.special.modified_bessel_k1(Tensor input, *, Tensor? out=None)`
 */
export const modified_bessel_k1 = fn('special.modified_bessel_k1') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The modified Bessel function of the first kind, of order 0.
 *
 * `out = I0(input)`
 *
 * Gradient: `input: g · I1(input)`
 *
 * PyTorch: `torch.special.modified_bessel_i0(Tensor input, *, Tensor? out=None)`
 */
export const modified_bessel_i0 = fn('special.modified_bessel_i0') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The modified Bessel function of the first kind, of order 1.
 *
 * `out = I1(input)`
 *
 * Gradient: `input: g · (I0(input) − I1(input) / input)`
 *
 * PyTorch: `torch.special.modified_bessel_i1(Tensor input, *, Tensor? out=None)`
 */
export const modified_bessel_i1 = fn('special.modified_bessel_i1') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The modified Bessel function of the second kind, of order 0, scaled.
 *
 * `out = e^input · K0(input)`
 *
 * PyTorch: `torch.special.scaled_modified_bessel_k0(Tensor input, *, Tensor? out=None)`
 */
export const scaled_modified_bessel_k0 = fn('special.scaled_modified_bessel_k0') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The modified Bessel function of the second kind, of order 1, scaled.
 *
 * `out = e^input · K1(input)`
 *
 * PyTorch: `torch.special.scaled_modified_bessel_k1(Tensor input, *, Tensor? out=None)`
 */
export const scaled_modified_bessel_k1 = fn('special.scaled_modified_bessel_k1') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The spherical Bessel function of the first kind, of order 0.
 *
 * `out = sin(input) / input`
 *
 * PyTorch: `torch.special.spherical_bessel_j0(Tensor input, *, Tensor? out=None)`
 */
export const spherical_bessel_j0 = fn('special.spherical_bessel_j0') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Airy's function.
 *
 * `out = Ai(input)`
 *
 * PyTorch: `torch.special.airy_ai(Tensor input, *, Tensor? out=None)`
 */
export const airy_ai = fn('special.airy_ai') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The complementary error function, scaled.
 *
 * `out = e^(input²) · erfc(input)`
 *
 * Gradient: `input: g · (2 · input · out − 2/√π)`
 *
 * PyTorch: `torch.special.erfcx(Tensor input, *, Tensor? out=None)`
 */
export const erfcx = fn('special.erfcx') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The logarithm of the distribution function of the normal distribution.
 *
 * `out = ln(½ · erfc(−input / √2))`
 *
 * Gradient: `input: g · e^(−out − input²/2) / √(2π)`
 *
 * PyTorch: `torch.special.log_ndtr(Tensor input, *, Tensor? out=None)`
 */
export const log_ndtr = fn('special.log_ndtr') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The quantiles of the normal distribution.
 *
 * `ndtr(out) = input`
 *
 * Gradient: `input: g · √(2π) · e^(out²/2)`
 *
 * PyTorch: `torch.special.ndtri(Tensor input, *, Tensor? out=None)`
 */
export const ndtri = fn('special.ndtri') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The entropy of every element: 0 at 0, −∞ below.
 *
 * `out = −input · ln(input)`
 *
 * Gradient: `input: −g · (1 + ln(input))`
 *
 * PyTorch: `torch.special.entr(Tensor input, *, Tensor? out=None)`
 */
export const entr = fn('special.entr') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * `input · ln(1 + other)`, 0 where `input` is 0.
 *
 * `out = input · ln(1 + other)`
 *
 * Gradient: `input: g · ln(1 + other);  other: g · input / (1 + other)`
 *
 * PyTorch: `torch.special.xlog1py(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)`
 */
export const xlog1py = fn('special.xlog1py') as {
  (input: Tensor | number | boolean | Complex, other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor | number | boolean | Complex; other: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * The distribution function of the normal distribution.
 *
 * `out = ½ · (1 + erf(input / √2))`
 *
 * PyTorch: `torch.special.ndtr(Tensor input, *, Tensor? out=None)`
 */
export const ndtr = fn('special.ndtr') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * `input · ln(other)`, 0 where `input` is 0.
 *
 * `out = input · ln(other)`
 *
 * PyTorch: `torch.special.xlogy(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)`
 */
export const xlogy = fn('special.xlogy') as {
  (input: Tensor | number | boolean | Complex, other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor | number | boolean | Complex; other: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * The inverse of sigmoid; another name of `logit`.
 *
 * `out = ln(input / (1 − input))`
 *
 * PyTorch: `torch.special.logit(Tensor input, float? eps=None, *, Tensor? out=None)`
 */
export const logit = fn('special.logit') as {
  (input: Tensor, options?: { eps?: number | null; out?: Tensor | null }): Tensor;
  (input: Tensor, eps: number | null, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; eps?: number | null; out?: Tensor | null }): Tensor;
};

/**
 * The cardinal sine; another name of `sinc`.
 *
 * `out = sin(π · input) / (π · input)`
 *
 * PyTorch: `torch.special.sinc(Tensor input, *, Tensor? out=None)`
 */
export const sinc = fn('special.sinc') as {
  (input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * Rounds half to even; another name of `round`.
 *
 * `out = round(input)`
 *
 * PyTorch: `torch.special.round(Tensor input, *, int decimals=0, Tensor? out=None)`
 */
export const round = fn('special.round') as {
  (input: Tensor, options?: { decimals?: number; out?: Tensor | null }): Tensor;
  (options: { input: Tensor; decimals?: number; out?: Tensor | null }): Tensor;
};

/**
 * Positive numbers that add up to 1 along a dim; another name of `softmax`.
 *
 * `out = e^input / Σ_dim e^input`
 *
 * PyTorch: `torch.special.softmax(Tensor input, int dim, *, dtype? dtype=None)`
 */
export const softmax = fn('special.softmax') as {
  (input: Tensor, dim: number, options?: { dtype?: DType | null }): Tensor;
  (input: Tensor, options: ({ dim: number } | { axis: number }) & { dtype?: DType | null }): Tensor;
  (options: ({ dim: number } | { axis: number }) & { input: Tensor; dtype?: DType | null }): Tensor;
};

/**
 * The logarithm of softmax; another name of `log_softmax`.
 *
 * `out = input − ln Σ_dim e^input`
 *
 * PyTorch: `torch.special.log_softmax(Tensor input, int dim, *, dtype? dtype=None)`
 */
export const log_softmax = fn('special.log_softmax') as {
  (input: Tensor, dim: number, options?: { dtype?: DType | null }): Tensor;
  (input: Tensor, options: ({ dim: number } | { axis: number }) & { dtype?: DType | null }): Tensor;
  (options: ({ dim: number } | { axis: number }) & { input: Tensor; dtype?: DType | null }): Tensor;
};

/**
 * The logarithm of a sum of exponentials; another name of `logsumexp`.
 *
 * `out = ln Σ_dim e^input`
 *
 * PyTorch: `torch.special.logsumexp(Tensor input, int[] dim, bool keepdim=False, *, Tensor? out=None)`
 */
export const logsumexp = fn('special.logsumexp') as {
  (input: Tensor, dim: number | readonly number[], options?: { keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  (input: Tensor, dim: number | readonly number[], keepdim: boolean, options?: { out?: Tensor | null }): Tensor;
  (input: Tensor, options: ({ dim: number | readonly number[] } | { axis: number | readonly number[] }) & { keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
  (options: ({ dim: number | readonly number[] } | { axis: number | readonly number[] }) & { input: Tensor; keepdim?: boolean; keepdims?: boolean; out?: Tensor | null }): Tensor;
};

/**
 * The Hurwitz zeta function.
 *
 * `out = Σ_k 1 / (k + other)^input`
 *
 * Gradient: `other: −g · input · ζ(input + 1, other);  input: none, PyTorch has none`
 *
 * PyTorch: `torch.special.zeta(Tensor|Scalar input, Tensor|Scalar other, *, Tensor? out=None)`
 */
export const zeta = fn('special.zeta') as {
  (input: Tensor | number | boolean | Complex, other: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor | number | boolean | Complex; other: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * The regularized lower incomplete gamma function.
 *
 * `out = ∫₀^other t^(input−1) e^−t dt / Γ(input)`
 *
 * Gradient: `other: g · other^(input−1) · e^−other / Γ(input);  input: none, PyTorch has none`
 *
 * PyTorch: `torch.special.gammainc(Tensor input, Tensor other, *, Tensor? out=None)`
 */
export const gammainc = fn('special.gammainc') as {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; other: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The regularized upper incomplete gamma function.
 *
 * `out = ∫_other^∞ t^(input−1) e^−t dt / Γ(input)`
 *
 * Gradient: `other: −g · other^(input−1) · e^−other / Γ(input);  input: none, PyTorch has none`
 *
 * PyTorch: `torch.special.gammaincc(Tensor input, Tensor other, *, Tensor? out=None)`
 */
export const gammaincc = fn('special.gammaincc') as {
  (input: Tensor, other: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; other: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * The logarithm of the multivariate gamma function.
 *
 * `out = ln Γ_p(input)`
 *
 * PyTorch: `torch.special.multigammaln(Tensor input, int p)`
 */
export const multigammaln = fn('special.multigammaln') as {
  (input: Tensor, p: number): Tensor;
  (input: Tensor, options: { p: number }): Tensor;
  (options: { input: Tensor; p: number }): Tensor;
};

/**
 * The n-th derivative of digamma; another name of `polygamma`.
 *
 * `out = ψ⁽ⁿ⁾(input)`
 *
 * PyTorch: `torch.special.polygamma(int n, Tensor input, *, Tensor? out=None)`
 */
export const polygamma = fn('special.polygamma') as {
  (n: number, input: Tensor, options?: { out?: Tensor | null }): Tensor;
  (options: { n: number; input: Tensor; out?: Tensor | null }): Tensor;
};

/**
 * A chebyshev polynomial of degree n, of every element.
 *
 * `out = T_n(x)`
 *
 * PyTorch: `torch.special.chebyshev_polynomial_t(Tensor|Scalar input, Tensor|Scalar n, *, Tensor? out=None)`
 */
export const chebyshev_polynomial_t = fn('special.chebyshev_polynomial_t') as {
  (input: Tensor | number | boolean | Complex, n: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor | number | boolean | Complex; n: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * A chebyshev polynomial of degree n, of every element.
 *
 * `out = U_n(x)`
 *
 * PyTorch: `torch.special.chebyshev_polynomial_u(Tensor|Scalar input, Tensor|Scalar n, *, Tensor? out=None)`
 */
export const chebyshev_polynomial_u = fn('special.chebyshev_polynomial_u') as {
  (input: Tensor | number | boolean | Complex, n: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor | number | boolean | Complex; n: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * A chebyshev polynomial of degree n, of every element.
 *
 * `out = V_n(x)`
 *
 * PyTorch: `torch.special.chebyshev_polynomial_v(Tensor|Scalar input, Tensor|Scalar n, *, Tensor? out=None)`
 */
export const chebyshev_polynomial_v = fn('special.chebyshev_polynomial_v') as {
  (input: Tensor | number | boolean | Complex, n: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor | number | boolean | Complex; n: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * A chebyshev polynomial of degree n, of every element.
 *
 * `out = W_n(x)`
 *
 * PyTorch: `torch.special.chebyshev_polynomial_w(Tensor|Scalar input, Tensor|Scalar n, *, Tensor? out=None)`
 */
export const chebyshev_polynomial_w = fn('special.chebyshev_polynomial_w') as {
  (input: Tensor | number | boolean | Complex, n: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor | number | boolean | Complex; n: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * A shifted chebyshev polynomial of degree n, of every element.
 *
 * `out = T_n(2x − 1)`
 *
 * PyTorch: `torch.special.shifted_chebyshev_polynomial_t(Tensor|Scalar input, Tensor|Scalar n, *, Tensor? out=None)`
 */
export const shifted_chebyshev_polynomial_t = fn('special.shifted_chebyshev_polynomial_t') as {
  (input: Tensor | number | boolean | Complex, n: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor | number | boolean | Complex; n: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * A shifted chebyshev polynomial of degree n, of every element.
 *
 * `out = U_n(2x − 1)`
 *
 * PyTorch: `torch.special.shifted_chebyshev_polynomial_u(Tensor|Scalar input, Tensor|Scalar n, *, Tensor? out=None)`
 */
export const shifted_chebyshev_polynomial_u = fn('special.shifted_chebyshev_polynomial_u') as {
  (input: Tensor | number | boolean | Complex, n: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor | number | boolean | Complex; n: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * A shifted chebyshev polynomial of degree n, of every element.
 *
 * `out = V_n(2x − 1)`
 *
 * PyTorch: `torch.special.shifted_chebyshev_polynomial_v(Tensor|Scalar input, Tensor|Scalar n, *, Tensor? out=None)`
 */
export const shifted_chebyshev_polynomial_v = fn('special.shifted_chebyshev_polynomial_v') as {
  (input: Tensor | number | boolean | Complex, n: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor | number | boolean | Complex; n: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * A shifted chebyshev polynomial of degree n, of every element.
 *
 * `out = W_n(2x − 1)`
 *
 * PyTorch: `torch.special.shifted_chebyshev_polynomial_w(Tensor|Scalar input, Tensor|Scalar n, *, Tensor? out=None)`
 */
export const shifted_chebyshev_polynomial_w = fn('special.shifted_chebyshev_polynomial_w') as {
  (input: Tensor | number | boolean | Complex, n: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor | number | boolean | Complex; n: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * A hermite polynomial of degree n, of every element.
 *
 * `out = H_n(x)`
 *
 * PyTorch: `torch.special.hermite_polynomial_h(Tensor|Scalar input, Tensor|Scalar n, *, Tensor? out=None)`
 */
export const hermite_polynomial_h = fn('special.hermite_polynomial_h') as {
  (input: Tensor | number | boolean | Complex, n: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor | number | boolean | Complex; n: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * A hermite polynomial of degree n, of every element.
 *
 * `out = He_n(x)`
 *
 * PyTorch: `torch.special.hermite_polynomial_he(Tensor|Scalar input, Tensor|Scalar n, *, Tensor? out=None)`
 */
export const hermite_polynomial_he = fn('special.hermite_polynomial_he') as {
  (input: Tensor | number | boolean | Complex, n: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor | number | boolean | Complex; n: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * A laguerre polynomial of degree n, of every element.
 *
 * `out = L_n(x)`
 *
 * PyTorch: `torch.special.laguerre_polynomial_l(Tensor|Scalar input, Tensor|Scalar n, *, Tensor? out=None)`
 */
export const laguerre_polynomial_l = fn('special.laguerre_polynomial_l') as {
  (input: Tensor | number | boolean | Complex, n: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor | number | boolean | Complex; n: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
};

/**
 * A legendre polynomial of degree n, of every element.
 *
 * `out = P_n(x)`
 *
 * PyTorch: `torch.special.legendre_polynomial_p(Tensor|Scalar input, Tensor|Scalar n, *, Tensor? out=None)`
 */
export const legendre_polynomial_p = fn('special.legendre_polynomial_p') as {
  (input: Tensor | number | boolean | Complex, n: Tensor | number | boolean | Complex, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor | number | boolean | Complex; n: Tensor | number | boolean | Complex; out?: Tensor | null }): Tensor;
};
