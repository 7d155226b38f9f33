/** `torch.nn`. */
export * as functional from './functional.js';
import './furtherModule.js';

export * as attention from './attentionBackends.js';
export * as init from './init.js';
export * as utils from './utils/index.js';
export { Module } from './module.js';
export { Buffer, Parameter } from './parameter.js';
export { UninitializedBuffer, UninitializedParameter } from './uninitialized.js';
export * from './modules/activation.js';
export * from './modules/adaptiveSoftmax.js';
export { MultiheadAttention } from './modules/attention.js';
export * from './modules/container.js';
export { Sequential } from './modules/sequentialOf.js';
export { Conv1d, Conv2d, Conv3d } from './modules/conv.js';
export { ConvTranspose1d, ConvTranspose2d, ConvTranspose3d } from './modules/convTranspose.js';
export * from './modules/distance.js';
export * from './modules/dropout.js';
export { Embedding, EmbeddingBag } from './modules/embedding.js';
export { Bilinear, Identity, Linear } from './modules/linear.js';
export * from './modules/lazy.js';
export * from './modules/loss.js';
export {
  BatchNorm1d,
  BatchNorm2d,
  BatchNorm3d,
  InstanceNorm1d,
  InstanceNorm2d,
  InstanceNorm3d,
  SyncBatchNorm,
} from './modules/batchnorm.js';
export { CrossMapLRN2d, GroupNorm, LayerNorm, LocalResponseNorm, RMSNorm } from './modules/normalization.js';
export * from './modules/padding.js';
export * from './modules/parameterContainers.js';
export * from './modules/pooling.js';
export { GRU, LSTM, RNN } from './modules/rnn.js';
export { GRUCell, LSTMCell, RNNCell } from './modules/rnnCells.js';
export * from './modules/shape.js';
export * from './modules/upsample.js';
export {
  Transformer,
  TransformerDecoder,
  TransformerDecoderLayer,
  TransformerEncoder,
  TransformerEncoderLayer,
} from './modules/transformer.js';
