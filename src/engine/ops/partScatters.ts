import { RuntimeError } from '../errors.js';
import { wrongShape } from '../errors/shapes.js';
import { sameSizes, showSizes, wrapDim } from '../shape.js';
import type { Tensor } from '../tensor/tensor.js';
import * as kind from './kind.js';
import { op, type Op } from './op.js';

/** Copies of a tensor in which one part is replaced. */

/** A part of a dim, with bounds as in Python's slices. */
const sliceOf = (t: Tensor, dim: number, start: number | null, end: number | null, step: number): Tensor => {
  const d = wrapDim(dim, t.sizes.length);
  const n = t.sizes[d] ?? 1;
  const within = (at: number) => Math.min(Math.max(at < 0 ? at + n : at, 0), n);
  if (step <= 0) throw new RuntimeError('slice step must be positive');
  const from = within(start ?? 0);
  return t.slice(d, from, Math.max(from, within(end ?? n)), step);
};

/** A copy in which the part that `part` selects is `src`, or 0. @throws RuntimeError when `src` has another size */
function replaced(input: Tensor, src: Tensor | null, part: (t: Tensor) => Tensor, word: string): Tensor {
  const out = input.clone();
  const place = part(out);
  if (src && !sameSizes(src.sizes, place.sizes)) {
    throw wrongShape(
      `expected src to have a size equal to the ${word} of self. src size = ${showSizes(src.sizes)}, ${word} size = ${showSizes(place.sizes)}`,
    );
  }
  if (src) place.copy_(src);
  else place.zero_();
  return out;
}

export const partScatters: Op[] = [
  op({
    signature: 'slice_scatter(Tensor input, Tensor src, int dim=0, int? start=None, int? end=None, int step=1)',
    kind: kind.placement(),
    doc: 'A copy with some positions of a dim replaced.',
    formula: 'out = input;  out[…, start:end:step, …] = src',
    gradient: 'input: g, 0 where it was replaced;  src: g where it stands',
    forward: (input, src, dim, start, end, step) => replaced(input, src, (t) => sliceOf(t, dim, start, end, step), 'slice'),
    backward: {
      input: (g, s) => replaced(g, null, (t) => sliceOf(t, s.dim, s.start, s.end, s.step), 'slice'),
      src: (g, s) => sliceOf(g, s.dim, s.start, s.end, s.step),
    },
  }),
  op({
    signature: 'select_scatter(Tensor input, Tensor src, int dim, int index)',
    kind: kind.placement(),
    doc: 'A copy with one position of a dim replaced.',
    formula: 'out = input;  out[…, index, …] = src',
    gradient: 'input: g, 0 where it was replaced;  src: g where it stands',
    forward: (input, src, dim, index) => replaced(input, src, (t) => t.select(dim, index), 'slice'),
    backward: {
      input: (g, s) => replaced(g, null, (t) => t.select(s.dim, s.index), 'slice'),
      src: (g, s) => g.select(s.dim, s.index),
    },
  }),
  op({
    signature: 'diagonal_scatter(Tensor input, Tensor src, int offset=0, int dim1=0, int dim2=1)',
    kind: kind.placement(),
    doc: 'A copy with a diagonal replaced.',
    formula: 'out = input;  diagonal(out) = src',
    gradient: 'input: g, 0 on the diagonal;  src: the diagonal of g',
    forward: (input, src, offset, dim1, dim2) => replaced(input, src, (t) => t.diagonal(offset, dim1, dim2), 'slice'),
    backward: {
      input: (g, s) => replaced(g, null, (t) => t.diagonal(s.offset, s.dim1, s.dim2), 'slice'),
      src: (g, s) => g.diagonal(s.offset, s.dim1, s.dim2),
    },
  }),
];
