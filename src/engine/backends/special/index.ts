/** Special functions that only `torch.special` and gradients need. */
export * from './gamma.js';
export * from './bessel.js';
export * from './polynomials.js';
