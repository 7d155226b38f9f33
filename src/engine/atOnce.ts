/** The part of `torch` that a worker loads at its start. The rest is loaded when a program asks for it: see src/run/entry/part.ts. */
import './install.js';

export * from './generated/torch.js';
export * as linalg from './namespaces/linalg.js';
export * as special from './generated/special.js';
export * as sparse from './generated/sparse.js';
export * as fft from './generated/fft.js';
export * as signal from './namespaces/signal.js';
export * as autograd from './namespaces/autograd.js';
export * as nn from './nn/index.js';
export * as optim from './optim/atOnce.js';
export * as utils from './namespaces/utilsAtOnce.js';
export * from './namespaces/torch.js';
export * as amp from './amp/index.js';
