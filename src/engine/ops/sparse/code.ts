/** What operations do with sparse tensors: loaded when a program makes its first one. */
export * from './methods.js';
export { hspmm, sparseAddmmOf, sspaddmm } from './products.js';
export { hook } from './rules.js';
export { sampled, sparseMm } from './sampled.js';
