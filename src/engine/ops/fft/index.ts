import { frequencyOps } from './frequencies.js';
import { complexToComplex, complexToReal, realToComplex } from './primitives.js';
import { spectra } from './stft.js';
import { transforms } from './transforms.js';
import { windows } from './windows.js';

/** Everything of `torch.fft`, and what of `torch` goes with it. */
export const fftOps = [complexToComplex, realToComplex, complexToReal, ...transforms, ...frequencyOps, ...spectra, ...windows];
