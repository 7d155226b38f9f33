import { read } from '../../backends/allocation.js';
import { kernels } from '../../backends/dispatch.js';
import { bool, int64, type DType } from '../../dtype.js';
import { IndexError, NotImplementedError_, TypeError_ } from '../../errors.js';
import { wrongPosition } from '../../errors/indices.js';
import { wrongShape } from '../../errors/shapes.js';
import { numel, reducedSizes, wrapDim, wrapDims } from '../../shape.js';
import { contiguous_format } from '../../layout.js';
import { Tensor } from '../../tensor/tensor.js';
import * as kind from '../kind.js';
import { type Op, op } from '../op.js';
import { copyIn, copyLike, dense, scalarTensor } from '../pointwise.js';
import { sharedByAll } from './extreme.js';
import { placed } from './fold.js';
import { quickSelect } from './quickSelect.js';
import type { Row } from './standardSort.js';
import { lateCode } from '../later.js';
import { lacking } from '../lacks.js';

/** Operations that depend on the order of elements. */

/**
 * The type of a signature of these operations. The name and the results do not matter for the types of the arguments.
 */
type Picking = `${string}(Tensor input, ${'' | 'int k, '}int dim=-1, bool keepdim=False, *, Tensor[]? out=None)${string}`;
type Pick = (sorted: Float64Array, order: Float64Array, rest: readonly unknown[], rank: number) => [value: number, index: number];

/** @throws NotImplementedError for bools, for which PyTorch has no kernel */
function refuseBool(kernel: string, { dtype }: Tensor): void {
  if (dtype === bool) throw new NotImplementedError_(`"${kernel}" not implemented for 'Bool'`);
}

/** PyTorch's messages for an `out` of a median that has another dtype. */
const wrongMedian = (result: DType, out: DType, of: string): string =>
  of === 'values'
    ? `Expected tensor for 'values' to have the same type as tensor for argument #2 'self'; but type torch.${out.scalarName}Tensor does not equal torch.${result.scalarName}Tensor (while checking arguments for median)`
    : `Expected tensor for argument #1 'indices' to have scalar type Long; but got torch.${out.scalarName}Tensor instead (while checking arguments for median)`;

/**
 * An op that picks one element of each row. `pick` gets the row and the positions of its elements; the row is sorted if
 * `inOrder` is true.
 */
const picked = (
  name: string,
  signature: Picking,
  doc: string,
  pick: Pick,
  {
    inOrder = true,
    gradFn = '',
    wrongOut = wrongMedian,
  }: { inOrder?: boolean; gradFn?: string; wrongOut?: NonNullable<Op['wrongOut']> } = {},
): Op =>
  op({
    signature,
    lacks: lacking(name === 'mode' || name === 'kthvalue' ? `${name}_cpu` : 'median_out', 'UInt16'),
    kind: kind.order(),
    wrongOut,
    doc,
    formula: `values, indices = ${name}_dim input`,
    gradient: 'input: g at indices',
    ...(gradFn && { gradFn }),
    forward(input, ...args) {
      if (name !== 'mode' && name !== 'kthvalue') refuseBool('median_out', input);
      const [dim, keepdim] = (name === 'kthvalue' ? args.slice(1) : args) as unknown as [number, boolean];
      const d = wrapDim(dim, input.sizes.length);
      if (input.sizes.length > 0 && input.sizes[d] === 0)
        throw wrongShape(`${name}(): Expected reduction dim ${d} to have non-zero size.`, IndexError);
      const rows = input.sizes.length === 0 ? input.reshape([1]) : input.movedim([d], [-1]);
      const n = rows.sizes.at(-1)!;
      if (name === 'kthvalue' && input.sizes.length > 0 && (args[0] as number) >= 1 && (args[0] as number) <= n)
        refuseBool('kthvalue_cpu', input);
      const [sorted, order] = inOrder ? sortRows(dense(rows), false) : [dense(rows), null];
      const s = read(sorted);
      const o = order ? read(order) : Float64Array.from(s, (_, i) => i % n);
      const dims = wrapDims([dim], input.sizes.length);
      const sizes = reducedSizes(input.sizes, dims, keepdim);
      const values = new Float64Array(numel(sizes));
      const indices = new Float64Array(numel(sizes));
      for (let r = 0; r < numel(sizes); r++) {
        const [v, i] = pick(s.subarray(r * n, (r + 1) * n), o.subarray(r * n, (r + 1) * n), args, input.sizes.length);
        values[r] = v;
        indices[r] = i;
      }
      return [Tensor.of(values, sizes, input.dtype, input.device), Tensor.of(indices, sizes, int64, input.device)];
    },
    backward: { input: (g, s) => placed(g, s.sizesOf('input'), s.dim, s.resultAt(1), s.keepdim) },
  });

/** Sorts along the last dim; returns the elements and their positions. `x` is dense. */
function sortRows(x: Tensor, descending: boolean): [Tensor, Tensor] {
  const values = Tensor.empty(x.sizes, x.dtype, x.device);
  const indices = Tensor.empty(x.sizes, int64, x.device);
  kernels.sort(x, descending, values, indices);
  return [values, indices];
}

export const at = (sorted: Float64Array, order: Float64Array, k: number): [number, number] => [sorted[k], order[k]];

/** The median; it is NaN if there is a NaN. */
function medianOf(sorted: Float64Array, order: Float64Array): [number, number] {
  const n = sorted.length;
  if (Number.isNaN(sorted[n - 1])) return at(sorted, order, sorted.findIndex(Number.isNaN));
  return at(sorted, order, (n - 1) >> 1);
}

/** The most frequent element, and the last place of it in ATen's order. */
function modeOf(given: Float64Array, at: Float64Array): [number, number] {
  const row = { values: given.slice(), places: at.slice() };
  lateCode().standard.sort(row, (a, b) => a < b);
  const { values: sorted, places: order } = row;
  let best = 0;
  let length = 0;
  for (let i = 0, start = 0; i <= sorted.length; i++) {
    if (i < sorted.length && sorted[i] === sorted[start]) continue;
    if (i - start > length) {
      length = i - start;
      best = i - 1;
    }
    start = i;
  }
  return [sorted[best], order[best]];
}

/** The median of the elements that are not NaN; NaN if all of them are. */
function nanmedianOf(sorted: Float64Array, order: Float64Array): [number, number] {
  const first = sorted.findIndex(Number.isNaN);
  return at(sorted, order, Math.max(0, ((first < 0 ? sorted.length : first) - 1) >> 1));
}

export const order: Op[] = [
  op({
    signature:
      'sort(Tensor input, int dim=-1, bool descending=False, bool stable=False, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)',
    kind: kind.order(),
    doc: 'Sorts along a dim; NaN counts as greatest.',
    formula: 'values, indices = input in order',
    gradient: 'input: g, back at indices',
    gradFnOf: ([, , , stable]) => (stable ? 'SortBackward1' : 'SortBackward0'),
    forward: (input, dim, descending, stable) => sorted(input, dim, descending, stable),
    backward: { input: (g, s) => placed(g, s.sizesOf('input'), s.dim, s.resultAt(1), true) },
  }),
  op({
    signature: 'argsort(Tensor input, int dim=-1, bool descending=False, bool stable=False)',
    kind: kind.order(),
    doc: 'The positions that sort a dim.',
    formula: 'out = the indices of sort',
    compose: (input, dim, descending, stable) => input.sort(dim, descending, stable)[1],
  }),
  op({
    signature: 'msort(Tensor input)',
    kind: kind.order(),
    doc: 'Sorts along the first dim.',
    formula: 'out = input in order',
    compose: (input) => input.sort(0)[0],
  }),
  op({
    signature:
      'topk(Tensor input, int k, int dim=-1, bool largest=True, bool sorted=True, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)',
    lacks: lacking('topk_cpu', 'UInt16'),
    kind: kind.order(),
    doc: 'The `k` greatest (or least) elements along a dim, and where they are.',
    formula: 'values, indices = the k greatest of input',
    gradient: 'input: g at indices',
    forward(input, k, dim, largest, inOrder) {
      if (input.dtype.is_complex) throw new TypeError_('topk does not support complex dtypes on CPU');
      const n = input.sizes.length === 0 ? 1 : input.sizes[wrapDim(dim, input.sizes.length)];
      if (k < 0 || k > n) throw wrongPosition('selected index k out of range');
      if (input.dtype === bool) throw new NotImplementedError_('topk does not support bool dtypes on CPU');
      if (input.sizes.length === 0) return [dense(input).clone(), Tensor.zeros([], int64, input.device)];
      const both = firstOf(dense(input.movedim([dim], [-1])), k, largest, inOrder);
      return both.map((t) => copyIn(contiguous_format, t.movedim([-1], [dim])));
    },
    backward: { input: (g, s) => placed(g, s.sizesOf('input'), s.dim, s.resultAt(1), true) },
  }),
  op({
    signature: 'median(Tensor input)',
    lacks: lacking('median_cpu', 'Bool', 'UInt16'),
    kind: kind.order(),
    doc: 'The median of all elements: the lower one of two.',
    formula: 'out = median of input',
    gradient: 'input: g at the median',
    forward(input) {
      if (numel(input.sizes) === 0) return Tensor.empty([], input.dtype, input.device).fill_(NaN);
      const [values, where] = sortRows(dense(input.reshape([-1])), false);
      return scalarTensor(medianOf(read(values), read(where))[0], input.dtype, input.device);
    },
    backward: { input: (g, s) => sharedByAll(g, s.input, s.result) },
  }),
  picked(
    'median',
    'median.dim(Tensor input, int dim=-1, bool keepdim=False, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)',
    'The medians along a dim: the lower one of two.',
    medianOf,
    { gradFn: 'MedianBackward1' },
  ),
  op({
    signature: 'nanmedian(Tensor input)',
    lacks: lacking('median_cpu', 'Bool', 'UInt16'),
    kind: kind.order(),
    doc: 'The median of the elements that are not NaN.',
    formula: 'out = median of input, NaN left out',
    gradient: 'input: g at the median',
    forward(x) {
      const kept = x.masked_select(x.isnan().logical_not());
      return (kept.numel() === 0 ? x : kept).median();
    },
    backward: { input: (g, s) => sharedByAll(g, s.input, s.result) },
  }),
  picked(
    'nanmedian',
    'nanmedian.dim(Tensor input, int dim=-1, bool keepdim=False, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)',
    'The medians along a dim of what is not NaN.',
    nanmedianOf,
    { gradFn: 'NanmedianBackward1' },
  ),
  picked(
    'mode',
    'mode(Tensor input, int dim=-1, bool keepdim=False, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)',
    'The most frequent values along a dim, the least of equals.',
    modeOf,
    {
      inOrder: false,
      wrongOut: (result, out, of) => `expected scalar type '${result.scalarName}' but got '${out.scalarName}' for ${of} output`,
    },
  ),
  picked(
    'kthvalue',
    'kthvalue(Tensor input, int k, int dim=-1, bool keepdim=False, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)',
    'The k-th least elements along a dim.',
    (values, places, [k, dim], rank) => {
      if ((k as number) < 1 || (k as number) > values.length)
        throw wrongPosition(`kthvalue(): selected number k out of range for dimension ${wrapDim(dim as number, rank)}`);
      return quickSelect(Float64Array.from(values), places, (k as number) - 1);
    },
    {
      inOrder: false,
      wrongOut: (_, __, of) =>
        of === 'values' ? 'output values must be of same type as input' : 'output indices must be of scalar type Long',
    },
  ),
];

function sorted(input: Tensor, dim: number, descending: boolean, stable: boolean): [Tensor, Tensor] {
  const rank = input.sizes.length;
  const d = wrapDim(dim, rank);
  if (rank === 0) return [dense(input).clone(), Tensor.zeros([], int64, input.device)];
  const rows = dense(input.movedim([d], [-1]));
  // The elements of an expanded dim are one element, and stay where they are.
  const isStable = stable || input.strides[d] === 0 || (!descending && isSortedByDigits(input));
  const [values, indices] = isStable ? sortRows(rows, descending) : unstable(rows, descending);
  return [copyLike(input, values.movedim([-1], [d])), copyLike(input, indices.movedim([-1], [d]))];
}

/** Whether ATen sorts by digits, which leaves equal elements in their order: many whole numbers in one dim. */
const isSortedByDigits = ({ sizes, dtype }: Tensor): boolean =>
  sizes.length === 1 && sizes[0] >= MANY && !dtype.isContinuous && dtype !== bool;

/** Rows of at most this length are sorted by insertion, which leaves equal elements in their order. */
const INSERTED = 16;

/** Rows sorted as ATen sorts them, which leaves equal elements in another order unless a row is short. */
function unstable(rows: Tensor, descending: boolean): [Tensor, Tensor] {
  const [values, indices] = sortRows(rows, descending);
  const n = rows.sizes.at(-1)!;
  if (n <= INSERTED) return [values, indices];
  const found = read(values);
  const places = read(indices);
  let given: Float64Array | null = null;
  for (let at = 0; at < found.length; at += n) {
    if (!hasTies(found.subarray(at, at + n))) continue;
    given ??= read(rows);
    const row = rowOf(given, at, n);
    lateCode().standard.sort(row, orderOf(descending));
    found.set(row.values, at);
    places.set(row.places, at);
  }
  if (!given) return [values, indices];
  return [Tensor.of(found, rows.sizes, rows.dtype, rows.device), Tensor.of(places, rows.sizes, int64, rows.device)];
}

/** ATen's order of elements. */
const orderOf = (descending: boolean) => (descending ? lateCode().standard.descending : lateCode().standard.ascending);

/** Whether neighbours of a sorted row are equal, as all NaN are. */
function hasTies(row: Float64Array): boolean {
  for (let i = 1; i < row.length; i++) if (row[i] === row[i - 1] || (row[i] !== row[i] && row[i - 1] !== row[i - 1])) return true;
  return false;
}

/** The `n` elements from a place on, to be sorted. */
const rowOf = (all: Float64Array, at: number, n: number): Row => ({
  values: all.slice(at, at + n),
  places: Float64Array.from({ length: n }, (_, i) => i),
});

/** ATen's grain size. */
const MANY = 2 ** 15;

/** Where at most one element of this many is taken, ATen sorts a part; elsewhere it splits the elements first. */
const FEW = 64;

/** The `k` first elements of rows, as ATen's topk finds them. */
function firstOf(rows: Tensor, k: number, largest: boolean, inOrder: boolean): [Tensor, Tensor] {
  const n = rows.sizes.at(-1)!;
  const sizes = [...rows.sizes.slice(0, -1), k];
  const { standard } = lateCode();
  const before = orderOf(largest);
  const given = read(rows);
  const [values, places] = [new Float64Array(numel(sizes)), new Float64Array(numel(sizes))];
  for (let r = 0; r * n < given.length && k > 0; r++) {
    const row = rowOf(given, r * n, n);
    if (k * FEW <= n) standard.partialSort(row, k, before);
    else {
      standard.nthElement(row, k - 1, before);
      if (inOrder) standard.sort(row, before, k - 1);
    }
    values.set(row.values.subarray(0, k), r * k);
    places.set(row.places.subarray(0, k), r * k);
  }
  return [Tensor.of(values, sizes, rows.dtype, rows.device), Tensor.of(places, sizes, int64, rows.device)];
}
