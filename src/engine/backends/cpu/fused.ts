/** The fused steps of the CPU, in float32: see FusedKernels. */
import { float32 } from '../../dtype.js';
import type { FusedKernels, View } from '../backend.js';
import { pickClasses, placeClasses } from './classes.js';
import { channelMoments, channelNormRowsBack, layerNormRows, layerNormRowsBack, softmaxRowsBack } from './rows.js';
import { addProduct } from './matmul.js';
import { meanShares, meanSharesBack } from './shares.js';
import { sweep } from './sweeps.js';
import { channelNormBack, layerNorm, layerNormBack, softmaxBack } from './wasm/norms.js';
import { depthwise, depthwiseBack, depthwiseBias, depthwiseWeight } from './depthwise.js';
import { convolveTaps, convolveTapsBack, convolveTapsBias, convolveTapsWeight } from './taps.js';
import { convolve, convolveBack, convolveWeight } from './wasm/convolution/faces.js';

const isView = (v: unknown): v is View => typeof v === 'object' && v !== null && 'storage' in v;

/** Runs the step only when all elements are float32. */
const ofFloats =
  <Args extends unknown[]>(step: (...args: Args) => boolean) =>
  (...args: Args): boolean =>
    args.every((v) => !isView(v) || v.dtype === float32) && step(...args);

/** The first of two ways that can do it. */
const either =
  <Args extends unknown[]>(first: (...args: Args) => boolean, second: (...args: Args) => boolean) =>
  (...args: Args): boolean =>
    first(...args) || second(...args);

export const fused: Partial<FusedKernels> = {
  sweep,
  addProduct: ofFloats(addProduct),
  convolve: ofFloats(either(depthwise, either(convolveTaps, convolve))),
  convolveBack: ofFloats(either(depthwiseBack, either(convolveTapsBack, convolveBack))),
  convolveBias: ofFloats(either(depthwiseBias, convolveTapsBias)),
  convolveWeight: ofFloats(either(depthwiseWeight, either(convolveTapsWeight, convolveWeight))),
  layerNorm: either(layerNorm, layerNormRows),
  layerNormBack: either(layerNormBack, layerNormRowsBack),
  channelMoments,
  channelNormBack: either(channelNormBack, channelNormRowsBack),
  meanShares: ofFloats(meanShares),
  meanSharesBack: ofFloats(meanSharesBack),
  softmaxBack: either(softmaxBack, softmaxRowsBack),
  pickClasses,
  placeClasses,
};
