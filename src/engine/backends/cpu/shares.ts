/** Means over shares of planes, in float32 with PyTorch's roundings: each output reads its share of the input. */
import { shareEnd, shareStart } from '../../kernels/shares.js';
import { isContiguous, numel } from '../../shape.js';
import type { View } from '../backend.js';
import { dataOf } from './buffer.js';

const round = Math.fround;

/** Calls `body` for each output: its place, and the first and last rows and columns of its share. */
function each(
  x: View,
  out: View,
  body: (at: number, plane: number, [top, bottom, left, right]: [number, number, number, number], width: number) => void,
): boolean {
  if (![x, out].every((v) => isContiguous(v.sizes, v.strides))) return false;
  const [[height, width], [rows, columns]] = [x.sizes.slice(-2), out.sizes.slice(-2)] as [[number, number], [number, number]];
  const planes = numel(out.sizes) / (rows * columns || 1);
  for (let p = 0, at = out.offset; p < planes; p++)
    for (let r = 0; r < rows; r++)
      for (let c = 0; c < columns; c++, at++) {
        const share = [shareStart(r, height, rows), shareEnd(r, height, rows), shareStart(c, width, columns), shareEnd(c, width, columns)];
        body(at, x.offset + p * height * width, share as [number, number, number, number], width);
      }
  return true;
}

/** @see FusedKernels.meanShares */
export function meanShares(x: View, out: View): boolean {
  const [data, target] = [dataOf(x.storage), dataOf(out.storage)];
  return each(x, out, (at, plane, [top, bottom, left, right], width) => {
    let sum = 0;
    for (let i = top; i < bottom; i++) for (let j = left; j < right; j++) sum = round(sum + data[plane + i * width + j]);
    target[at] = round(sum / (bottom - top)) / (right - left);
  });
}

/** @see FusedKernels.meanSharesBack */
export function meanSharesBack(g: View, out: View): boolean {
  const [data, target] = [dataOf(g.storage), dataOf(out.storage)];
  if (isContiguous(out.sizes, out.strides)) target.fill(0, out.offset, out.offset + numel(out.sizes));
  return each(out, g, (at, plane, [top, bottom, left, right], width) => {
    const part = round(round(data[at] / (bottom - top)) / (right - left));
    for (let i = top; i < bottom; i++) for (let j = left; j < right; j++) target[plane + i * width + j] += part;
  });
}
