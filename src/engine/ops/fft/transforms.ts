import { RuntimeError, TypeError_ } from '../../errors.js';
import type { Tensor } from '../../tensor/tensor.js';
import { op, type Op } from '../op.js';
import { checkPoints, dimOf, halfPlanOf, planOf, promoted, resized, scaleOf, shared } from './arguments.js';

/** `torch.fft`: transforms of one dim, of two, of many; of complex, real and Hermitian numbers. */

const one = <N extends string>(name: N) =>
  `fft.${name}(Tensor input, int? n=None, int dim=-1, str? norm=None, *, Tensor? out=None)` as const;
const two = <N extends string>(name: N) =>
  `fft.${name}(Tensor input, int[]? s=None, int[] dim=[-2, -1], str? norm=None, *, Tensor? out=None)` as const;
const many = <N extends string>(name: N) =>
  `fft.${name}(Tensor input, int[]? s=None, int[]? dim=None, str? norm=None, *, Tensor? out=None)` as const;

/** @throws TypeError for complex numbers where real numbers are expected */
function checkReal(name: string, x: Tensor, expected: string): void {
  if (x.dtype.is_complex) throw new TypeError_(`${name} expects a ${expected} input tensor, but got ${x.dtype.scalarName}`);
}

const sums = { forward: 'Σ_j input[j] · e^(−2πi jk/n)', back: '1/n · Σ_j input[j] · e^(2πi jk/n)' };

type Lengths = readonly number[] | null;

/** A transform of complex numbers over several dims at once. */
function complexTransform(input: Tensor, dims: number[], sizes: readonly number[], norm: string | null, forward: boolean): Tensor {
  const x = resized(input, dims, sizes);
  const scale = scaleOf(norm, forward);
  return dims.length === 0 ? x.clone() : x._fft_c2c(dims, scale, forward);
}

/** A transform of real numbers, which keeps half of the last dim. The inverse transform gives the conjugates. */
function realTransform(
  name: string,
  given: Tensor,
  n: number | null,
  unwrapped: number,
  norm: string | null,
  forward: boolean,
  half: boolean,
) {
  if (half) checkReal(name, given, 'real');
  const input = promoted(given);
  const dim = dimOf(input, unwrapped);
  checkPoints(n ?? input.sizes[dim]);
  const scale = scaleOf(norm, forward);
  const out = (n === null ? input : resized(input, [dim], [n]))._fft_r2c([dim], scale, half);
  return forward ? out : out.conj_physical();
}

/** A transform from half a Hermitian spectrum to real numbers. The forward transform takes the conjugates. */
function toReal(given: Tensor, n: number | null, unwrapped: number, norm: string | null, forward: boolean): Tensor {
  const input = promoted(given, true);
  const dim = dimOf(input, unwrapped);
  const points = n ?? 2 * (input.sizes[dim] - 1);
  checkPoints(points);
  const half = n === null ? input : resized(input, [dim], [Math.floor(n / 2) + 1]);
  const scale = scaleOf(norm, forward);
  return (forward ? half.conj() : half)._fft_c2r([dim], scale, points);
}

function ofOneDim(given: Tensor, n: number | null, unwrapped: number, norm: string | null, forward: boolean): Tensor {
  if (!given.dtype.is_complex) return realTransform('', given, n, unwrapped, norm, forward, false);
  const input = promoted(given);
  const dim = dimOf(input, unwrapped);
  const points = n ?? input.sizes[dim];
  checkPoints(points);
  return complexTransform(input, [dim], [points], norm, forward);
}

const oneDim: Op[] = [
  op({
    ...shared,
    signature: one('fft'),
    doc: 'The Fourier transform along a dim.',
    formula: `out[k] = ${sums.forward}`,
    compose: (input, n, dim, norm) => ofOneDim(input, n, dim, norm, true),
  }),
  op({
    ...shared,
    signature: one('ifft'),
    doc: 'The inverse Fourier transform along a dim.',
    formula: `out[k] = ${sums.back}`,
    compose: (input, n, dim, norm) => ofOneDim(input, n, dim, norm, false),
  }),
  op({
    ...shared,
    signature: one('rfft'),
    doc: 'The Fourier transform of real numbers: half of it, since the rest are conjugates.',
    formula: `out[k] = ${sums.forward}, k ≤ n/2`,
    compose: (input, n, dim, norm) => realTransform('rfft', input, n, dim, norm, true, true),
  }),
  op({
    ...shared,
    signature: one('irfft'),
    doc: 'The inverse of `rfft`: real numbers of half a Hermitian spectrum.',
    formula: `out[k] = ${sums.back}`,
    compose: (input, n, dim, norm) => toReal(input, n, dim, norm, false),
  }),
  op({
    ...shared,
    signature: one('hfft'),
    doc: 'The Fourier transform of a Hermitian signal, of which half is given: real numbers.',
    formula: `out[k] = ${sums.forward}`,
    compose: (input, n, dim, norm) => toReal(input, n, dim, norm, true),
  }),
  op({
    ...shared,
    signature: one('ihfft'),
    doc: 'The inverse of `hfft`: half of a Hermitian signal.',
    formula: `out[k] = ${sums.back}, k ≤ n/2`,
    compose: (input, n, dim, norm) => realTransform('ihfft', input, n, dim, norm, false, true),
  }),
];

function ofDims(input: Tensor, s: Lengths, dim: Lengths, norm: string | null, forward: boolean): Tensor {
  const { dims, sizes } = planOf(input, s, dim);
  return complexTransform(promoted(input, true), dims, sizes, norm, forward);
}

function realOfDims(name: string, input: Tensor, s: Lengths, dim: Lengths, norm: string | null): Tensor {
  checkReal(name, input, 'real-valued');
  const { dims, sizes } = planOf(input, s, dim);
  if (dims.length === 0) throw new RuntimeError(`${name} must transform at least one axis`);
  return resized(promoted(input), dims, sizes)._fft_r2c(dims, scaleOf(norm, true), true);
}

function toRealOfDims(name: string, input: Tensor, s: Lengths, dim: Lengths, norm: string | null): Tensor {
  const { dims, sizes, last } = halfPlanOf(name, input, s, dim);
  return resized(promoted(input, true), dims, sizes)._fft_c2r(dims, scaleOf(norm, false), last);
}

function hermitianOfDims(name: string, input: Tensor, s: Lengths, dim: Lengths, norm: string | null): Tensor {
  const { dims, sizes, last } = halfPlanOf(name, input, s, dim);
  const x = resized(promoted(input, true), dims, sizes);
  const scale = scaleOf(norm, true);
  const others = dims.slice(0, -1);
  const there = others.length > 0 ? x._fft_c2c(others, scale, true) : x;
  return there.conj()._fft_c2r([dims.at(-1)!], scale, last);
}

function toHermitianOfDims(name: string, input: Tensor, s: Lengths, dim: Lengths, norm: string | null): Tensor {
  const { dims, sizes } = planOf(input, s, dim);
  if (dims.length === 0) throw new RuntimeError(`${name} must transform at least one axis`);
  if (input.dtype.is_complex) throw new TypeError_(`Only supports floating-point dtypes, but found: ${input.dtype.scalarName}`);
  const x = resized(promoted(input), dims, sizes);
  const scale = scaleOf(norm, false);
  const half = x._fft_r2c([dims.at(-1)!], scale, true).conj_physical();
  return dims.length === 1 ? half : half._fft_c2c(dims.slice(0, -1), scale, false);
}

type Transform = (name: string, input: Tensor, s: Lengths, dim: Lengths, norm: string | null) => Tensor;

const families: [stem: string, doc: string, formula: string, compute: Transform][] = [
  ['fft', 'The Fourier transform', `out[k] = ${sums.forward}`, (_, x, s, dim, norm) => ofDims(x, s, dim, norm, true)],
  ['ifft', 'The inverse Fourier transform', `out[k] = ${sums.back}`, (_, x, s, dim, norm) => ofDims(x, s, dim, norm, false)],
  ['rfft', 'The Fourier transform of real numbers (half of the last dim)', `out[k] = ${sums.forward}`, realOfDims],
  ['irfft', 'The inverse of `rfft`', `out[k] = ${sums.back}`, toRealOfDims],
  [
    'hfft',
    'The Fourier transform of a Hermitian signal, of which half of the last dim is given',
    `out[k] = ${sums.forward}`,
    hermitianOfDims,
  ],
  ['ihfft', 'The inverse of `hfft`', `out[k] = ${sums.back}`, toHermitianOfDims],
];

const manyDims: Op[] = families.flatMap(([stem, doc, formula, compute]) => [
  op({
    ...shared,
    signature: two(`${stem}2`) as 'fft.fft2(Tensor input, int[]? s=None, int[] dim=[-2, -1], str? norm=None, *, Tensor? out=None)',
    doc: `${doc} over two dims.`,
    formula,
    compose: (input, s, dim, norm) => compute(`${stem}n`, input, s, dim, norm),
  }),
  op({
    ...shared,
    signature: many(`${stem}n`) as 'fft.fftn(Tensor input, int[]? s=None, int[]? dim=None, str? norm=None, *, Tensor? out=None)',
    doc: `${doc} over several dims, or all.`,
    formula,
    compose: (input, s, dim, norm) => compute(`${stem}n`, input, s, dim, norm),
  }),
]);

export const transforms: Op[] = [...oneDim, ...manyDims];
