import { frequencyOps } from './frequencies.js';
import { complexToComplex, complexToReal, realToComplex } from './primitives.js';
import { spectra } from './stft.js';
import { transforms } from './transforms.js';
import { windows } from './windows.js';

/** All operations of `torch.fft`, and the related ones of `torch`. */
export const fftOps = [complexToComplex, realToComplex, complexToReal, ...transforms, ...frequencyOps, ...spectra, ...windows];
