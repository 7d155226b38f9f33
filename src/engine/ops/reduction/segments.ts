import * as kind from '../kind.js';
import { lateCode } from '../later.js';
import { op, type Op } from '../op.js';

/** `torch.segment_reduce`: sums, means, … of stretches of rows. */

export const segmentReduce: Op = op({
  signature:
    'segment_reduce(Tensor data, str reduce, *, Tensor? lengths=None, Tensor? indices=None, Tensor? offsets=None, int axis=0, bool unsafe=False, Scalar? initial=None)',
  kind: kind.reduction<'data'>(),
  doc: 'Sums, means, products, maxima or minima of segments of rows, whose lengths (or places) are given.',
  formula: 'out[s] = reduce of the rows of segment s',
  gradient: 'data: g[segment], by its part in the result',
  compose: (data, reduce, lengths, _indices, offsets, _axis, unsafe, initial) =>
    lateCode().segmentsOf(data, { reduce, lengths, offsets, unsafe, initial }),
});
