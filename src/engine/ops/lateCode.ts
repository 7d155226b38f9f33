/** What is loaded when an operation first needs it: see later.ts. */
export * from './sparse/methods.js';
export { hspmm, sparseAddmmOf, sspaddmm } from './sparse/products.js';
export { hook } from './sparse/rules.js';
export { sampled, sparseMm } from './sparse/sampled.js';
export { atPlaces, compressed, nothingIn, withoutElements } from './sparse/making.js';
export { counted, grid } from './histograms.js';
export { truncatedNormal } from '../nn/truncatedNormal.js';
export { fractionalPooling } from './nn/fractionalPlaces.js';
export { segmentsOf } from './reduction/segmentReduction.js';
export { attendInBlocks, attendInBlocksBack } from './nn/attentionBlocks.js';
export { bagged } from './nn/bags.js';
export { checkGrid, placed, samples } from './nn/gridSteps.js';
export { complexEigen, realEigen } from './linalg/schur.js';
export { symmetricEigen } from './linalg/tridiagonal.js';
export { singularFactors } from './linalg/jacobi.js';
export { ldlOf, ldlSolve } from './linalg/ldl.js';
export { alignments, alphas, betas, ending, logAdd } from './nn/ctcSteps.js';
export { readCsv } from '../files/csv.js';
