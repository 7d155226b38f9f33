import { read } from '../backends/allocation.js';
import { int64 } from '../dtype.js';
import { wrongShape } from '../errors/shapes.js';
import { numel, wrapDim } from '../shape.js';
import { Tensor } from '../tensor/tensor.js';
import { dense } from './pointwise.js';

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

/** What `unique` gives: the distinct elements or slices, and what else is asked for. */
export function uniqueOf(input: Tensor, sorted: boolean, withInverse: boolean, withCounts: boolean, dim: number | null): unknown {
  const rows = dim === null ? input.reshape([-1, 1]) : input.movedim([wrapDim(dim, input.sizes.length)], [0]);
  const n = rows.sizes[0];
  if (dim !== null && input.sizes.includes(0) && (n > 0 || input.sizes.filter((size) => size === 0).length > 1))
    throw wrongShape(
      n > 0
        ? "There are 0 sized dimensions, and they aren't selected, so unique cannot be applied"
        : 'Number of zero sized dimensions is more than one, so unique cannot be applied ',
    );
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
