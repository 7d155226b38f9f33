/** Providers that work on the results of a run: a bundle of their own under Node, which is loaded at the first request. */
export { hoverOfBinding, Hovers } from './hovers.js';
export { NumberHovers } from './numberHovers.js';
export { QuickFixes } from './quickFixes.js';
