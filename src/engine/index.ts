/** The exports of 'tensor-lens' for a model file: PyTorch's `torch` namespace. */
import * as sparseCode from './ops/sparse/code.js';
import { loadSparseCodeBy } from './ops/sparse/later.js';

export * from './atOnce.js';
export * as func from './namespaces/func.js';
export * as optim from './optim/index.js';
export { load, save } from './files/index.js';
export * as distributions from './distributions/index.js';
export * as utils from './namespaces/utils.js';

loadSparseCodeBy(() => sparseCode);
