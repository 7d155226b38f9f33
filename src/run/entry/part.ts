/** The code that is loaded when a program first asks for it: namespaces that few programs use, and explanations. The engine is loaded already. */
export * as distributions from '../../engine/distributions/index.js';
export * as copy from '../../engine/namespaces/copy.js';
export * as func from '../../engine/namespaces/func.js';
export * as telling from '../../trace/telling.js';
export * as winograd from '../../engine/backends/cpu/wasm/convolution/winograd.js';
export * as optim from '../../engine/optim/later.js';
export { load, save } from '../../engine/files/index.js';
export * as tensorboard from '../../engine/tensorboard/index.js';
export * as numpy from '../../engine/numpy/index.js';
export * as sklearn from '../../engine/sklearn/index.js';
export * as torchvision from '../../engine/torchvision/index.js';
export { python } from '../../engine/python/given.js';
export { loggingTo } from '../../engine/python/contexts.js';
export { printing } from '../../engine/python/print.js';
export { Pyplot } from '../../engine/pyplot/pyplot.js';
export { wrongIn } from '../../protocol/figure.js';
export { OpenedFile } from '../inside/openedFile.js';
export * as late from '../../engine/ops/lateCode.js';
