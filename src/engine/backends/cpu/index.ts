import type { Backend } from '../backend.js';
import { copy, fill, map } from './elementwise.js';
import { put, read, sort, take } from './indexing.js';
import { matmul } from './matmul.js';
import { argfold, fold, scan, softmax } from './reduce.js';
import { avgPool, avgPoolBackward, col2im, im2col, maxPool } from './windows.js';

/** Typed arrays and loops: always there, and the measure of the others. */
export const cpu: Backend = {
  name: 'cpu',
  map,
  copy,
  fill,
  fold,
  argfold,
  scan,
  softmax,
  matmul,
  take,
  put,
  read,
  sort,
  im2col,
  col2im,
  maxPool,
  avgPool,
  avgPoolBackward,
};
