/** The exports of 'tensor-lens/torchvision'. */
export * as io from './io.js';
