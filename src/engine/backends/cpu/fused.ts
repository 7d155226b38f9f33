/** The fused steps of the CPU, in float32: see FusedKernels. */
import { float32 } from '../../dtype.js';
import type { FusedKernels, View } from '../backend.js';
import { pickClasses, placeClasses } from './classes.js';
import { sweep } from './sweeps.js';
import { channelNormBack, layerNorm, layerNormBack, softmaxBack } from './wasm/norms.js';
import { convolve, convolveBack, convolveWeight } from './wasm/convolution/faces.js';

const isView = (v: unknown): v is View => typeof v === 'object' && v !== null && 'storage' in v;

/** Runs the step only when all elements are float32. */
const ofFloats =
  <Args extends unknown[]>(step: (...args: Args) => boolean) =>
  (...args: Args): boolean =>
    args.every((v) => !isView(v) || v.dtype === float32) && step(...args);

export const fused: Partial<FusedKernels> = {
  sweep,
  convolve: ofFloats(convolve),
  convolveBack: ofFloats(convolveBack),
  convolveWeight: ofFloats(convolveWeight),
  layerNorm,
  layerNormBack,
  channelNormBack,
  softmaxBack,
  pickClasses,
  placeClasses,
};
