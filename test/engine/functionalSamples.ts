import type { Sample } from './samples.js';

/** Samples of `nn.functional`: name to calls. */
export const functionalSamples: Record<string, () => Sample[]> = {};
