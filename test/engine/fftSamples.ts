import { complexSpread } from './complexSamples.js';
import { spread, type Sample } from './samples.js';

/**
 * Arguments for `torch.fft` and related functions. Half spectra of more than one dim are not Hermitian; PyTorch accepts
 * them too.
 */

const real = spread([2, 6]);
const complex = complexSpread([2, 5]);
const half = complexSpread([3, 4]);

export const fftSamples: Record<string, () => Sample[]> = {
  _fft_c2c: () => [
    [complex, [1], 0, true],
    [complex, [0, 1], 1, false],
  ],
  _fft_r2c: () => [
    [real, [1], 2, true],
    [spread([3, 5]), [0, 1], 1, false],
    [spread([3, 5]), [1, 0], 0, true],
  ],
  _fft_c2r: () => [
    [half, [1], 0, 6],
    [half, [0, 1], 1, 7],
  ],
  'fft.fft': () => [[complex], [real, 4], [real, { n: 7, norm: 'ortho' }]],
  'fft.ifft': () => [[complex, { norm: 'forward' }], [real]],
  'fft.rfft': () => [[real], [spread([7]), 5]],
  'fft.irfft': () => [[half], [half, { n: 5, dim: 0 }]],
  'fft.hfft': () => [[half], [half, 7]],
  'fft.ihfft': () => [[real]],
  'fft.fft2': () => [[complex], [real, { s: [3, 3] }]],
  'fft.ifft2': () => [[complex]],
  'fft.rfft2': () => [[real], [real, { dim: [1, 0] }]],
  'fft.irfft2': () => [[half]],
  'fft.hfft2': () => [[half]],
  'fft.ihfft2': () => [[real]],
  'fft.fftn': () => [[complex], [complexSpread([2, 2, 3]), { dim: [0, 2] }]],
  'fft.ifftn': () => [[complex]],
  'fft.rfftn': () => [[real]],
  'fft.irfftn': () => [[half]],
  'fft.hfftn': () => [[half]],
  'fft.ihfftn': () => [[real]],
  'fft.fftfreq': () => [[5], [6, 0.5]],
  'fft.rfftfreq': () => [[5], [6, 0.5]],
  'fft.fftshift': () => [[real], [real, [1]]],
  'fft.ifftshift': () => [[real], [real, [1]]],
  stft: () => [
    [spread([2, 12]), 4, 2, { window: spread([4], 0.3, 1), return_complex: true }],
    [spread([12]), 6, 3, 4, { window: spread([4], 0.3, 1), center: false, normalized: true, return_complex: false }],
    [complexSpread([12]), 4, { onesided: false }],
  ],
  istft: () => [
    [complexSpread([3, 5]), 4, 2, { window: spread([4], 0.3, 1) }],
    [complexSpread([4, 4]), 4, 1, { window: spread([4], 0.3, 1), onesided: false, return_complex: true, length: 9 }],
  ],
  hann_window: () => [[5], [5, false]],
  hamming_window: () => [[5], [5, false, 0.5]],
  blackman_window: () => [[5]],
  bartlett_window: () => [[5]],
  kaiser_window: () => [[5], [5, false, 4]],
};
