import { deviceOf } from '../../device.js';
import { dtypes } from '../../dtype.js';
import type { Backend, Kernels } from '../backend.js';
import { copy, fill, map } from './elementwise.js';
import { gather, put, scatter, sort, take } from './indexing.js';
import { matmul } from './matmul.js';
import { fused } from './fused.js';
import { allocate, element, read, reinterpret, upload, zeros } from './memory.js';
import { argfold, fold, scan, scanExtreme, softmax } from './reduce.js';
import { avgPool, avgPoolBackward, col2im, im2col, maxPool } from './windows.js';

const kernels: Kernels = {
  map,
  copy,
  fill,
  fold,
  argfold,
  scan,
  scanExtreme,
  softmax,
  matmul,
  gather,
  scatter,
  take,
  put,
  sort,
  im2col,
  col2im,
  maxPool,
  avgPool,
  avgPoolBackward,
};

/** Typed arrays and loops: always there, has everything, and is the measure of the others. */
export const cpu: Backend & { readonly kernels: Kernels } = {
  device: deviceOf('cpu'),
  dtypes: new Set(Object.values(dtypes)),
  has: () => true,
  kernels,
  fused,
  allocate,
  zeros,
  upload,
  reinterpret,
  read,
  element,
  readMany: (xs) => Promise.resolve(xs.map((x) => read(x).slice())),
};
