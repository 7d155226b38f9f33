/** The kernels for real numbers: typed arrays and loops. */
import type { Kernels } from '../backend.js';
import { copy, fill, map } from './elementwise.js';
import { gather, put, scatter, take } from './indexing.js';
import { matmul } from './matmul.js';
import { argfold, fold, scan, scanExtreme, softmax } from './reduce.js';
import { avgPool, avgPoolBackward, col2im, im2col, maxPool } from './windows.js';
import { sort } from './sorting.js';

export { read } from './memory.js';

export const kernels: Kernels = {
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
