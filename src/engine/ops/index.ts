import { addedProducts } from './addedProducts.js';
import { arithmetic } from './arithmetic/index.js';
import { comparisons } from './comparison.js';
import { complexOps } from './complex/index.js';
import { histograms } from './histogram.js';
import { setting } from './setting.js';
import { composed } from './composed.js';
import { copying } from './copying.js';
import { counting } from './counting.js';
import { creation } from './creation.js';
import { fakeQuantize } from './fakeQuantize.js';
import { fftOps } from './fft/index.js';
import { floatParts } from './floatParts.js';
import { gradientOps } from './gradient.js';
import { indexing } from './indexing/index.js';
import { joining } from './joining.js';
import { linalg } from './linalg/index.js';
import { products } from './matmul.js';
import { norms } from './norm.js';
import { nnFunctional } from './nn/index.js';
import type { Op } from './op.js';
import { partScatters } from './partScatters.js';
import { random } from './random.js';
import { reduction } from './reduction/index.js';
import { repeating } from './repeating.js';
import { sampling } from './sampling.js';
import { sparseOps } from './sparse/index.js';
import { specialOps } from './special/index.js';
import { unaryAliases } from './unary/aliases.js';
import { unaries } from './unary/index.js';
import { viewCopies } from './viewCopies.js';
import { views } from './views/index.js';

/** All operations. A new family is one file and one line here. */
export const ops: readonly Op[] = [
  ...creation,
  ...copying,
  ...arithmetic,
  ...unaries,
  ...unaryAliases,
  ...specialOps,
  ...complexOps,
  ...comparisons,
  ...views,
  ...joining,
  ...repeating,
  ...indexing,
  ...reduction,
  ...products,
  ...addedProducts,
  ...fakeQuantize,
  ...norms,
  ...gradientOps,
  ...linalg,
  ...fftOps,
  ...sparseOps,
  ...counting,
  ...composed,
  ...setting,
  ...histograms,
  ...partScatters,
  ...viewCopies,
  ...floatParts,
  ...random,
  ...sampling,
  ...nnFunctional,
];
