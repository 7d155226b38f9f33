// Written by `npm run generate` from the op list (src/engine/ops/index.ts). Do not edit.
import type { Device } from '../device.js';
import type { DType } from '../dtype.js';
import { fn } from '../ops/registry.js';
import type { Tensor } from '../tensor/tensor.js';

/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/unified-signatures */

/**
 * The Fourier transform along a dim.
 *
 * `out[k] = Σ_j input[j] · e^(−2πi jk/n)`
 *
 * PyTorch: `torch.fft.fft(Tensor input, int? n=None, int dim=-1, str? norm=None, *, Tensor? out=None)`
 */
export const fft = fn('fft.fft') as {
  (input: Tensor, options?: { n?: number | null; dim?: number; axis?: number; norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, n: number | null, options?: { dim?: number; axis?: number; norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, n: number | null, dim: number, options?: { norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, n: number | null, dim: number, norm: string | null, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; n?: number | null; dim?: number; axis?: number; norm?: string | null; out?: Tensor | null }): Tensor;
};

/**
 * The inverse Fourier transform along a dim.
 *
 * `out[k] = 1/n · Σ_j input[j] · e^(2πi jk/n)`
 *
 * PyTorch: `torch.fft.ifft(Tensor input, int? n=None, int dim=-1, str? norm=None, *, Tensor? out=None)`
 */
export const ifft = fn('fft.ifft') as {
  (input: Tensor, options?: { n?: number | null; dim?: number; axis?: number; norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, n: number | null, options?: { dim?: number; axis?: number; norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, n: number | null, dim: number, options?: { norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, n: number | null, dim: number, norm: string | null, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; n?: number | null; dim?: number; axis?: number; norm?: string | null; out?: Tensor | null }): Tensor;
};

/**
 * The Fourier transform of real numbers: half of it, since the rest are conjugates.
 *
 * `out[k] = Σ_j input[j] · e^(−2πi jk/n), k ≤ n/2`
 *
 * PyTorch: `torch.fft.rfft(Tensor input, int? n=None, int dim=-1, str? norm=None, *, Tensor? out=None)`
 */
export const rfft = fn('fft.rfft') as {
  (input: Tensor, options?: { n?: number | null; dim?: number; axis?: number; norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, n: number | null, options?: { dim?: number; axis?: number; norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, n: number | null, dim: number, options?: { norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, n: number | null, dim: number, norm: string | null, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; n?: number | null; dim?: number; axis?: number; norm?: string | null; out?: Tensor | null }): Tensor;
};

/**
 * The inverse of `rfft`: real numbers of half a Hermitian spectrum.
 *
 * `out[k] = 1/n · Σ_j input[j] · e^(2πi jk/n)`
 *
 * PyTorch: `torch.fft.irfft(Tensor input, int? n=None, int dim=-1, str? norm=None, *, Tensor? out=None)`
 */
export const irfft = fn('fft.irfft') as {
  (input: Tensor, options?: { n?: number | null; dim?: number; axis?: number; norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, n: number | null, options?: { dim?: number; axis?: number; norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, n: number | null, dim: number, options?: { norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, n: number | null, dim: number, norm: string | null, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; n?: number | null; dim?: number; axis?: number; norm?: string | null; out?: Tensor | null }): Tensor;
};

/**
 * The Fourier transform of a Hermitian signal, of which half is given: real numbers.
 *
 * `out[k] = Σ_j input[j] · e^(−2πi jk/n)`
 *
 * PyTorch: `torch.fft.hfft(Tensor input, int? n=None, int dim=-1, str? norm=None, *, Tensor? out=None)`
 */
export const hfft = fn('fft.hfft') as {
  (input: Tensor, options?: { n?: number | null; dim?: number; axis?: number; norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, n: number | null, options?: { dim?: number; axis?: number; norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, n: number | null, dim: number, options?: { norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, n: number | null, dim: number, norm: string | null, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; n?: number | null; dim?: number; axis?: number; norm?: string | null; out?: Tensor | null }): Tensor;
};

/**
 * The inverse of `hfft`: half of a Hermitian signal.
 *
 * `out[k] = 1/n · Σ_j input[j] · e^(2πi jk/n), k ≤ n/2`
 *
 * PyTorch: `torch.fft.ihfft(Tensor input, int? n=None, int dim=-1, str? norm=None, *, Tensor? out=None)`
 */
export const ihfft = fn('fft.ihfft') as {
  (input: Tensor, options?: { n?: number | null; dim?: number; axis?: number; norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, n: number | null, options?: { dim?: number; axis?: number; norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, n: number | null, dim: number, options?: { norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, n: number | null, dim: number, norm: string | null, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; n?: number | null; dim?: number; axis?: number; norm?: string | null; out?: Tensor | null }): Tensor;
};

/**
 * The Fourier transform over two dims.
 *
 * `out[k] = Σ_j input[j] · e^(−2πi jk/n)`
 *
 * PyTorch: `torch.fft.fft2(Tensor input, int[]? s=None, int[] dim=[-2, -1], str? norm=None, *, Tensor? out=None)`
 */
export const fft2 = fn('fft.fft2') as {
  (input: Tensor, options?: { s?: number | readonly number[] | null; dim?: number | readonly number[]; axis?: number | readonly number[]; norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, s: number | readonly number[] | null, options?: { dim?: number | readonly number[]; axis?: number | readonly number[]; norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, s: number | readonly number[] | null, dim: number | readonly number[], options?: { norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, s: number | readonly number[] | null, dim: number | readonly number[], norm: string | null, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; s?: number | readonly number[] | null; dim?: number | readonly number[]; axis?: number | readonly number[]; norm?: string | null; out?: Tensor | null }): Tensor;
};

/**
 * The Fourier transform over several dims, or all.
 *
 * `out[k] = Σ_j input[j] · e^(−2πi jk/n)`
 *
 * PyTorch: `torch.fft.fftn(Tensor input, int[]? s=None, int[]? dim=None, str? norm=None, *, Tensor? out=None)`
 */
export const fftn = fn('fft.fftn') as {
  (input: Tensor, options?: { s?: number | readonly number[] | null; dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, s: number | readonly number[] | null, options?: { dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, s: number | readonly number[] | null, dim: number | readonly number[] | null, options?: { norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, s: number | readonly number[] | null, dim: number | readonly number[] | null, norm: string | null, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; s?: number | readonly number[] | null; dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; norm?: string | null; out?: Tensor | null }): Tensor;
};

/**
 * The inverse Fourier transform over two dims.
 *
 * `out[k] = 1/n · Σ_j input[j] · e^(2πi jk/n)`
 *
 * PyTorch: `torch.fft.ifft2(Tensor input, int[]? s=None, int[] dim=[-2, -1], str? norm=None, *, Tensor? out=None)`
 */
export const ifft2 = fn('fft.ifft2') as {
  (input: Tensor, options?: { s?: number | readonly number[] | null; dim?: number | readonly number[]; axis?: number | readonly number[]; norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, s: number | readonly number[] | null, options?: { dim?: number | readonly number[]; axis?: number | readonly number[]; norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, s: number | readonly number[] | null, dim: number | readonly number[], options?: { norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, s: number | readonly number[] | null, dim: number | readonly number[], norm: string | null, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; s?: number | readonly number[] | null; dim?: number | readonly number[]; axis?: number | readonly number[]; norm?: string | null; out?: Tensor | null }): Tensor;
};

/**
 * The inverse Fourier transform over several dims, or all.
 *
 * `out[k] = 1/n · Σ_j input[j] · e^(2πi jk/n)`
 *
 * PyTorch: `torch.fft.ifftn(Tensor input, int[]? s=None, int[]? dim=None, str? norm=None, *, Tensor? out=None)`
 */
export const ifftn = fn('fft.ifftn') as {
  (input: Tensor, options?: { s?: number | readonly number[] | null; dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, s: number | readonly number[] | null, options?: { dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, s: number | readonly number[] | null, dim: number | readonly number[] | null, options?: { norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, s: number | readonly number[] | null, dim: number | readonly number[] | null, norm: string | null, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; s?: number | readonly number[] | null; dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; norm?: string | null; out?: Tensor | null }): Tensor;
};

/**
 * The Fourier transform of real numbers (half of the last dim) over two dims.
 *
 * `out[k] = Σ_j input[j] · e^(−2πi jk/n)`
 *
 * PyTorch: `torch.fft.rfft2(Tensor input, int[]? s=None, int[] dim=[-2, -1], str? norm=None, *, Tensor? out=None)`
 */
export const rfft2 = fn('fft.rfft2') as {
  (input: Tensor, options?: { s?: number | readonly number[] | null; dim?: number | readonly number[]; axis?: number | readonly number[]; norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, s: number | readonly number[] | null, options?: { dim?: number | readonly number[]; axis?: number | readonly number[]; norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, s: number | readonly number[] | null, dim: number | readonly number[], options?: { norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, s: number | readonly number[] | null, dim: number | readonly number[], norm: string | null, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; s?: number | readonly number[] | null; dim?: number | readonly number[]; axis?: number | readonly number[]; norm?: string | null; out?: Tensor | null }): Tensor;
};

/**
 * The Fourier transform of real numbers (half of the last dim) over several dims, or all.
 *
 * `out[k] = Σ_j input[j] · e^(−2πi jk/n)`
 *
 * PyTorch: `torch.fft.rfftn(Tensor input, int[]? s=None, int[]? dim=None, str? norm=None, *, Tensor? out=None)`
 */
export const rfftn = fn('fft.rfftn') as {
  (input: Tensor, options?: { s?: number | readonly number[] | null; dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, s: number | readonly number[] | null, options?: { dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, s: number | readonly number[] | null, dim: number | readonly number[] | null, options?: { norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, s: number | readonly number[] | null, dim: number | readonly number[] | null, norm: string | null, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; s?: number | readonly number[] | null; dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; norm?: string | null; out?: Tensor | null }): Tensor;
};

/**
 * The inverse of `rfft` over two dims.
 *
 * `out[k] = 1/n · Σ_j input[j] · e^(2πi jk/n)`
 *
 * PyTorch: `torch.fft.irfft2(Tensor input, int[]? s=None, int[] dim=[-2, -1], str? norm=None, *, Tensor? out=None)`
 */
export const irfft2 = fn('fft.irfft2') as {
  (input: Tensor, options?: { s?: number | readonly number[] | null; dim?: number | readonly number[]; axis?: number | readonly number[]; norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, s: number | readonly number[] | null, options?: { dim?: number | readonly number[]; axis?: number | readonly number[]; norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, s: number | readonly number[] | null, dim: number | readonly number[], options?: { norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, s: number | readonly number[] | null, dim: number | readonly number[], norm: string | null, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; s?: number | readonly number[] | null; dim?: number | readonly number[]; axis?: number | readonly number[]; norm?: string | null; out?: Tensor | null }): Tensor;
};

/**
 * The inverse of `rfft` over several dims, or all.
 *
 * `out[k] = 1/n · Σ_j input[j] · e^(2πi jk/n)`
 *
 * PyTorch: `torch.fft.irfftn(Tensor input, int[]? s=None, int[]? dim=None, str? norm=None, *, Tensor? out=None)`
 */
export const irfftn = fn('fft.irfftn') as {
  (input: Tensor, options?: { s?: number | readonly number[] | null; dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, s: number | readonly number[] | null, options?: { dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, s: number | readonly number[] | null, dim: number | readonly number[] | null, options?: { norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, s: number | readonly number[] | null, dim: number | readonly number[] | null, norm: string | null, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; s?: number | readonly number[] | null; dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; norm?: string | null; out?: Tensor | null }): Tensor;
};

/**
 * The Fourier transform of a Hermitian signal, of which half of the last dim is given over two dims.
 *
 * `out[k] = Σ_j input[j] · e^(−2πi jk/n)`
 *
 * PyTorch: `torch.fft.hfft2(Tensor input, int[]? s=None, int[] dim=[-2, -1], str? norm=None, *, Tensor? out=None)`
 */
export const hfft2 = fn('fft.hfft2') as {
  (input: Tensor, options?: { s?: number | readonly number[] | null; dim?: number | readonly number[]; axis?: number | readonly number[]; norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, s: number | readonly number[] | null, options?: { dim?: number | readonly number[]; axis?: number | readonly number[]; norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, s: number | readonly number[] | null, dim: number | readonly number[], options?: { norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, s: number | readonly number[] | null, dim: number | readonly number[], norm: string | null, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; s?: number | readonly number[] | null; dim?: number | readonly number[]; axis?: number | readonly number[]; norm?: string | null; out?: Tensor | null }): Tensor;
};

/**
 * The Fourier transform of a Hermitian signal, of which half of the last dim is given over several dims, or all.
 *
 * `out[k] = Σ_j input[j] · e^(−2πi jk/n)`
 *
 * PyTorch: `torch.fft.hfftn(Tensor input, int[]? s=None, int[]? dim=None, str? norm=None, *, Tensor? out=None)`
 */
export const hfftn = fn('fft.hfftn') as {
  (input: Tensor, options?: { s?: number | readonly number[] | null; dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, s: number | readonly number[] | null, options?: { dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, s: number | readonly number[] | null, dim: number | readonly number[] | null, options?: { norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, s: number | readonly number[] | null, dim: number | readonly number[] | null, norm: string | null, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; s?: number | readonly number[] | null; dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; norm?: string | null; out?: Tensor | null }): Tensor;
};

/**
 * The inverse of `hfft` over two dims.
 *
 * `out[k] = 1/n · Σ_j input[j] · e^(2πi jk/n)`
 *
 * PyTorch: `torch.fft.ihfft2(Tensor input, int[]? s=None, int[] dim=[-2, -1], str? norm=None, *, Tensor? out=None)`
 */
export const ihfft2 = fn('fft.ihfft2') as {
  (input: Tensor, options?: { s?: number | readonly number[] | null; dim?: number | readonly number[]; axis?: number | readonly number[]; norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, s: number | readonly number[] | null, options?: { dim?: number | readonly number[]; axis?: number | readonly number[]; norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, s: number | readonly number[] | null, dim: number | readonly number[], options?: { norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, s: number | readonly number[] | null, dim: number | readonly number[], norm: string | null, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; s?: number | readonly number[] | null; dim?: number | readonly number[]; axis?: number | readonly number[]; norm?: string | null; out?: Tensor | null }): Tensor;
};

/**
 * The inverse of `hfft` over several dims, or all.
 *
 * `out[k] = 1/n · Σ_j input[j] · e^(2πi jk/n)`
 *
 * PyTorch: `torch.fft.ihfftn(Tensor input, int[]? s=None, int[]? dim=None, str? norm=None, *, Tensor? out=None)`
 */
export const ihfftn = fn('fft.ihfftn') as {
  (input: Tensor, options?: { s?: number | readonly number[] | null; dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, s: number | readonly number[] | null, options?: { dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, s: number | readonly number[] | null, dim: number | readonly number[] | null, options?: { norm?: string | null; out?: Tensor | null }): Tensor;
  (input: Tensor, s: number | readonly number[] | null, dim: number | readonly number[] | null, norm: string | null, options?: { out?: Tensor | null }): Tensor;
  (options: { input: Tensor; s?: number | readonly number[] | null; dim?: number | readonly number[] | null; axis?: number | readonly number[] | null; norm?: string | null; out?: Tensor | null }): Tensor;
};

/**
 * The frequencies of a transform of `n` samples that lie `d` apart: 0 and the positive ones, then the negative ones.
 *
 * `out = [0, 1, …, (n−1)/2, −n/2, …, −1] / (n · d)`
 *
 * PyTorch: `torch.fft.fftfreq(int n, float d=1.0, *, dtype? dtype=None, bool requires_grad=False, Tensor? out=None)`
 */
export const fftfreq = fn('fft.fftfreq') as {
  (n: number, options?: { d?: number; dtype?: DType | null; requires_grad?: boolean; out?: Tensor | null; device?: Device | string | null }): Tensor;
  (n: number, d: number, options?: { dtype?: DType | null; requires_grad?: boolean; out?: Tensor | null; device?: Device | string | null }): Tensor;
  (options: { n: number; d?: number; dtype?: DType | null; requires_grad?: boolean; out?: Tensor | null; device?: Device | string | null }): Tensor;
};

/**
 * The frequencies of `rfft` of `n` samples that lie `d` apart.
 *
 * `out = [0, 1, …, n/2] / (n · d)`
 *
 * PyTorch: `torch.fft.rfftfreq(int n, float d=1.0, *, dtype? dtype=None, bool requires_grad=False, Tensor? out=None)`
 */
export const rfftfreq = fn('fft.rfftfreq') as {
  (n: number, options?: { d?: number; dtype?: DType | null; requires_grad?: boolean; out?: Tensor | null; device?: Device | string | null }): Tensor;
  (n: number, d: number, options?: { dtype?: DType | null; requires_grad?: boolean; out?: Tensor | null; device?: Device | string | null }): Tensor;
  (options: { n: number; d?: number; dtype?: DType | null; requires_grad?: boolean; out?: Tensor | null; device?: Device | string | null }): Tensor;
};

/**
 * A spectrum with the frequency 0 in the middle.
 *
 * `out = input, rolled by n/2`
 *
 * PyTorch: `torch.fft.fftshift(Tensor input, int[]? dim=None)`
 */
export const fftshift = fn('fft.fftshift') as {
  (input: Tensor, options?: { dim?: number | readonly number[] | null; axis?: number | readonly number[] | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null): Tensor;
  (options: { input: Tensor; dim?: number | readonly number[] | null; axis?: number | readonly number[] | null }): Tensor;
};

/**
 * The inverse of `fftshift`.
 *
 * `out = input, rolled by −n/2`
 *
 * PyTorch: `torch.fft.ifftshift(Tensor input, int[]? dim=None)`
 */
export const ifftshift = fn('fft.ifftshift') as {
  (input: Tensor, options?: { dim?: number | readonly number[] | null; axis?: number | readonly number[] | null }): Tensor;
  (input: Tensor, dim: number | readonly number[] | null): Tensor;
  (options: { input: Tensor; dim?: number | readonly number[] | null; axis?: number | readonly number[] | null }): Tensor;
};
