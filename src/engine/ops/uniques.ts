import { read } from '../backends/allocation.js';
import { int64 } from '../dtype.js';
import { NotImplementedError_ } from '../errors.js';
import { numel, wrapDim } from '../shape.js';
import { Tensor } from '../tensor/tensor.js';
import * as kind from './kind.js';
import { named, refusing } from './refusing.js';
import { op, type Op } from './op.js';
import { dense } from './pointwise.js';

/** The distinct elements of a tensor. */

const vectorOf = (values: ArrayLike<number>, { device }: Tensor): Tensor => Tensor.of(values, [values.length], int64, device);

interface Groups {
  /** The first row of each distinct value, in order. */
  firsts: number[];
  inverse: number[];
  counts: number[];
}

/** Groups rows that are equal; in `order`, equal rows are neighbours. */
function groupRows(order: readonly number[], equal: (i: number, j: number) => boolean): Groups {
  const groups: Groups = { firsts: [], inverse: new Array<number>(order.length), counts: [] };
  order.forEach((row, k) => {
    if (k === 0 || !equal(order[k - 1], row)) {
      groups.firsts.push(row);
      groups.counts.push(0);
    }
    groups.counts[groups.counts.length - 1]++;
    groups.inverse[row] = groups.firsts.length - 1;
  });
  return groups;
}

function uniqueOf(input: Tensor, sorted: boolean, withInverse: boolean, withCounts: boolean, dim: number | null): unknown {
  const rows = dim === null ? input.reshape([-1, 1]) : input.movedim([wrapDim(dim, input.sizes.length)], [0]);
  const n = rows.sizes[0];
  const width = n === 0 ? 1 : numel(rows.sizes) / n;
  const data = read(rows);
  const compare = (i: number, j: number) => {
    for (let k = 0; k < width; k++) {
      const difference = data[i * width + k] - data[j * width + k];
      if (difference !== 0) return difference;
    }
    return 0;
  };
  const order = Array.from({ length: n }, (_, i) => i);
  if (sorted) order.sort((i, j) => compare(i, j) || i - j);
  const { firsts, inverse, counts } = groupRows(order, (i, j) => compare(i, j) === 0);
  const picked =
    dim === null ? dense(input.reshape([-1]).index_select(0, vectorOf(firsts, input))) : input.index_select(dim, vectorOf(firsts, input));
  const results = [
    picked,
    ...(withInverse ? [dim === null ? vectorOf(inverse, input).reshape(input.sizes) : vectorOf(inverse, input)] : []),
    ...(withCounts ? [vectorOf(counts, input)] : []),
  ];
  return results.length === 1 ? results[0] : results;
}

/** The names of the functions that PyTorch records for them. */
const gradFns: Readonly<Record<string, string>> = {
  _unique2: 'Unique2Backward0',
  unique_dim: 'UniqueDimBackward0',
  unique_consecutive: 'UniqueConsecutiveBackward0',
};

/** Marks the distinct elements: PyTorch has no gradient of them. */
function withoutDerivative<Result>(results: Result, aten: string): Result {
  const first = Array.isArray(results) ? (results[0] as unknown) : results;
  if (first instanceof Tensor)
    named(refusing(first, new NotImplementedError_(`the derivative for '${aten}' is not implemented.`)), gradFns[aten]);
  return results;
}

export const uniques: Op[] = [
  op({
    signature: 'unique(Tensor input, bool sorted=True, bool return_inverse=False, bool return_counts=False, int? dim=None) -> any',
    sizedBy: '_unique2',
    gradFn: 'NotImplemented',
    kind: kind.counting(),
    doc: 'The distinct elements (or slices of a dim), in order; with where each went, and how many there were.',
    formula: 'out = distinct elements of input',
    compose: (input, _sorted, inverse, counts, dim) =>
      withoutDerivative(uniqueOf(input, true, inverse, counts, dim), dim === null ? '_unique2' : 'unique_dim'),
  }),
  op({
    signature: 'unique_consecutive(Tensor input, bool return_inverse=False, bool return_counts=False, int? dim=None) -> any',
    sizedBy: 'unique_consecutive',
    gradFn: 'NotImplemented',
    kind: kind.counting(),
    doc: 'The elements without repeats of the one before.',
    formula: 'out = input without consecutive repeats',
    compose: (input, inverse, counts, dim) => withoutDerivative(uniqueOf(input, false, inverse, counts, dim), 'unique_consecutive'),
  }),
];
