import type { Op } from '../op.js';
import { movedims, permute, squeeze, t, transposes, unsqueeze } from './dims.js';
import { expand, expandAs, sumToSize } from './expand.js';
import { flatten, ravel, reshape, reshapeAlias, reshapeAs, unflatten, unsafeViewOp, view, viewAs } from './reshape.js';
import { narrow, select, slice, sliceBackward } from './slice.js';
import { chunk, split, splitBy, splitEqual, unbind } from './split.js';
import { asStrided, asStridedScatter, detach, diagonal, diagonalBackward, diagonalCopy } from './strided.js';
import { viewDtype } from './viewDtype.js';

/** Views: other tensors over the same elements. Their gradients go back to the places of these elements. */
export const views: Op[] = [
  view,
  viewDtype,
  reshape,
  reshapeAlias,
  unsafeViewOp,
  viewAs,
  reshapeAs,
  flatten,
  ravel,
  unflatten,
  permute,
  ...transposes,
  t,
  ...movedims,
  unsqueeze,
  ...squeeze,
  ...expand,
  expandAs,
  sumToSize,
  slice,
  sliceBackward,
  select,
  narrow,
  unbind,
  splitBy,
  splitEqual,
  split,
  chunk,
  diagonal,
  diagonalBackward,
  diagonalCopy,
  asStrided,
  asStridedScatter,
  detach,
];
