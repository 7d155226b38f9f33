/** Providers that work on the results of a run: a bundle of their own under Node, loaded when the first of them is asked. */
export { hoverOfBinding, Hovers } from './hovers.js';
export { NumberHovers } from './numberHovers.js';
export { QuickFixes } from './quickFixes.js';
