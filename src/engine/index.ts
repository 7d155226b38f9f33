/** The exports of 'tensor-lens' for a model file: PyTorch's `torch` namespace. */
import * as lateCode from './ops/lateCode.js';
import { loadLateCodeBy } from './ops/later.js';

export * from './atOnce.js';
export * as func from './namespaces/func.js';
export * as optim from './optim/index.js';
export { load, save } from './files/index.js';
export * as distributions from './distributions/index.js';
export * as copy from './namespaces/copy.js';
export * as testing from './namespaces/testing.js';
export * as utils from './namespaces/utils.js';

loadLateCodeBy(() => lateCode);
