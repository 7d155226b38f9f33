/** `torch.nn`. */
export * as functional from '../generated/functional.js';
export * as init from './init.js';
export { Module } from './module.js';
export { Parameter } from './parameter.js';
export * from './modules/linear.js';
export { Conv1d, Conv2d, Conv3d } from './modules/conv.js';
export * from './modules/convTranspose.js';
export * from './modules/container.js';
export * from './modules/parameterContainers.js';
