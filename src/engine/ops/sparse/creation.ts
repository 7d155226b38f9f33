import { read } from '../../backends/allocation.js';
import { int64, type DType } from '../../dtype.js';
import { RuntimeError } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { byColumn, isBlocked, isCompressed, Layout, layoutNamed, sparse_coo, type LayoutName } from '../../sparse/layout.js';
import { makeSparse, type SparseTensor } from '../../sparse/sparseTensor.js';
import { showSizes } from '../../shape.js';
import { requiresGrad } from '../../tensor/state.js';
import { Tensor } from '../../tensor/tensor.js';
import { finish } from '../factory.js';
import { tensorOf as fromLists, type Nested } from '../fromLists.js';
import * as kind from '../kind.js';
import { op, type Op } from '../op.js';
import { underivable } from '../refusing.js';

/** Functions that make sparse tensors. */

const tensorOf = (data: unknown, dtype: DType | null): Tensor =>
  data instanceof Tensor ? (dtype && data.dtype !== dtype ? data.to(dtype) : data) : fromLists(data as Nested, dtype);

/** @throws RuntimeError for a place outside the tensor */
function checkPlaces(places: Tensor, sizes: readonly number[]): void {
  const [dims, count] = places.sizes;
  const at = read(places);
  for (let d = 0; d < dims; d++) {
    for (let e = 0; e < count; e++) {
      const i = at[d * count + e];
      if (i < 0) throw new RuntimeError(`found negative index ${i} for dim ${d}`);
      if (i >= sizes[d])
        throw new RuntimeError(`size is inconsistent with indices: for dim ${d}, size is ${sizes[d]} but found index ${i}`);
    }
  }
}

/** The smallest size that contains all places. */
function reach(places: Tensor, values: Tensor): number[] {
  const [dims, count] = places.sizes;
  const at = read(places);
  const most = Array.from({ length: dims }, (_, d) => {
    let last = -1;
    for (let e = 0; e < count; e++) last = Math.max(last, at[d * count + e]);
    return last + 1;
  });
  return [...most, ...values.sizes.slice(1)];
}

interface Wanted {
  dtype: DType | null;
  requires_grad: boolean;
}

/** Makes the new tensor; it is a leaf if it requires gradients. */
function made(values: Tensor, places: Tensor, sizes: readonly number[], isOnce: boolean, layout: Layout, wanted: Wanted): SparseTensor {
  const x = makeSparse(wanted.requires_grad ? values.detach() : values, places, sizes, isOnce, layout);
  finish(x.kept, wanted.requires_grad);
  return x;
}

const coo = op({
  signature:
    'sparse_coo_tensor(any indices, any values, int[]? size=None, *, dtype? dtype=None, bool requires_grad=False, bool? check_invariants=None, bool? is_coalesced=None)',
  kind: kind.placement({ indices: ['indices'] }),
  doc: 'A sparse tensor (coordinate list): the elements `values` (count, dense dims …) at the places `indices` (sparse dims, count). Elements of one place add up.',
  formula: 'out[indices[:, i]] += values[i]',
  compose(indices, given, size, dtype, requires_grad, _, is_coalesced) {
    const places = tensorOf(indices, int64);
    const values = tensorOf(given, dtype);
    if (places.sizes.length !== 2) throw wrongShape(`indices must be sparse_dim x nnz, but got: ${showSizes(places.sizes)}`);
    const [dims, count] = places.sizes;
    if (values.sizes.length === 0 || values.sizes[0] !== count)
      throw wrongShape(
        `indices and values must have same nnz, but got nnz from indices: ${count}, nnz from values: ${values.sizes[0] ?? 1}`,
      );
    const dense = values.sizes.length - 1;
    if (size && size.length !== dims + dense)
      throw wrongShape(
        `'len(size) == sparse_dim + dense_dim' is not satisfied: len(size) = ${size.length}, sparse_dim = ${dims}, dense_dim = ${dense}`,
      );
    const sizes = size ?? reach(places, values);
    if (sizes.slice(dims).some((n, d) => n !== values.sizes[d + 1]))
      throw wrongShape(`values has incorrect size, expected ${showSizes([count, ...sizes.slice(dims)])}, got ${showSizes(values.sizes)}`);
    checkPlaces(places, sizes);
    return made(values, places, sizes, is_coalesced ?? count < 2, sparse_coo, { dtype, requires_grad });
  },
});

const cooEmpty = op({
  signature: 'sparse_coo_tensor.size(int[] size, *, dtype? dtype=None, bool requires_grad=False, bool? check_invariants=None)',
  kind: kind.placement(),
  doc: 'A sparse tensor of which no element is kept.',
  formula: 'out = 0',
  compose(size, dtype, requires_grad) {
    const none = Tensor.zeros([size.length, 0], int64, fromLists([], dtype).device);
    return made(fromLists([], dtype), none, size, true, sparse_coo, { dtype, requires_grad });
  },
});

interface Given {
  starts: unknown;
  places: unknown;
  values: unknown;
  size: number[] | null;
  layout: Layout;
  dtype: DType | null;
  requires_grad: boolean;
}

/** Makes a matrix with compressed rows (or columns), of elements or of blocks. */
function compressed({ starts, places, values: given, size, layout, dtype, requires_grad }: Given): SparseTensor {
  const isColumns = byColumn(layout);
  const [begin, place, axis] = isColumns ? ['ccol_indices', 'row_indices', 'rows'] : ['crow_indices', 'col_indices', 'cols'];
  const [from, at] = [tensorOf(starts, int64), tensorOf(places, int64)];
  const values = tensorOf(given, dtype);
  const [high, wide] = isBlocked(layout) ? values.sizes.slice(1) : [1, 1];
  const ends = read(from);
  const along = read(at);
  const lines = ends.length - 1;
  const count = along.length;
  const most = count === 0 ? 0 : Math.max(...along) + 1;
  const sizes = size ?? (isColumns ? [most * high, lines * wide] : [lines * high, most * wide]);
  const check = (holds: boolean, what: string): void => {
    if (!holds) throw new RuntimeError(`\`${what}\` is not satisfied.`);
  };
  const grid = [sizes[0] / high, sizes[1] / wide];
  const [n, other] = isColumns ? [grid[1], grid[0]] : grid;
  check(
    lines === n,
    `${begin}.shape[-1] must be equal to the number of ${isColumns ? 'columns' : 'rows'} + 1 (${n + 1}), but got ${ends.length}`,
  );
  check(values.sizes[0] === count, `${place}.shape[-1] == values.shape[0]`);
  check(ends[0] === 0, `${begin}[..., 0] == 0`);
  check(ends[lines] === count, `${begin}[..., -1] == nnz`);
  check(
    along.every((i) => i >= 0 && i < other),
    `0 <= ${place} < n${axis}`,
  );
  const line = new Float64Array(count);
  for (let i = 0; i < lines; i++) {
    check(ends[i + 1] >= ends[i], `0 <= ${begin}[..., 1:] - ${begin}[..., :-1] <= n${axis}`);
    line.fill(i, ends[i], ends[i + 1]);
  }
  const both = Tensor.of(isColumns ? [...along, ...line] : [...line, ...along], [2, count], int64, values.device);
  if (size !== null || !requiresGrad(values)) return made(values, both, sizes, true, layout, { dtype, requires_grad });
  // PyTorch has a gradient only where the size is given.
  const matrix = made(values, both, sizes, true, layout, { dtype, requires_grad: false });
  underivable(matrix.kept, 'sparse_compressed_tensor');
  return matrix;
}

const compressedOf = (name: LayoutName, starts: string, places: string): Op => {
  const layout = layoutNamed(name);
  const isColumns = byColumn(layout);
  const elements = isBlocked(layout) ? 'blocks' : 'elements';
  return op({
    signature: `${`${name}_tensor` as 'sparse_csr_tensor'}(any ${starts as 'crow_indices'}, any ${places as 'col_indices'}, any values, int[]? size=None, *, dtype? dtype=None, bool requires_grad=False, bool? check_invariants=None)`,
    kind: kind.placement({ indices: [starts as 'crow_indices', places as 'col_indices'] }),
    doc: `A sparse matrix whose ${isColumns ? 'columns' : 'rows'} are compressed: ${isColumns ? 'column' : 'row'} i has the ${elements} from ${starts}[i] to ${starts}[i + 1], at the ${isColumns ? 'rows' : 'columns'} that ${places} says${isBlocked(layout) ? `, counted in ${elements}` : ''}.`,
    formula: isColumns ? 'out[row_indices[j], i] = values[j]' : 'out[i, col_indices[j]] = values[j]',
    compose: (begins, others, values, size, dtype, requires_grad) =>
      compressed({ starts: begins, places: others, values, size, layout, dtype, requires_grad }),
  });
};

const anyCompressed = op({
  signature:
    'sparse_compressed_tensor(any compressed_indices, any plain_indices, any values, int[]? size=None, *, dtype? dtype=None, any layout=None, bool requires_grad=False, bool? check_invariants=None)',
  kind: kind.placement({ indices: ['compressed_indices', 'plain_indices'] }),
  doc: 'A sparse matrix whose rows or columns are compressed, as `layout` says.',
  formula: 'out[i, plain_indices[j]] = values[j]',
  compose(starts, places, values, size, dtype, layout, requires_grad) {
    if (!(layout instanceof Layout) || !isCompressed(layout))
      throw new RuntimeError('sparse_compressed_tensor_unsafe expected layout to be one of sparse compressed layouts');
    return compressed({ starts, places, values, size, layout, dtype, requires_grad });
  },
});

export const sparseCreation: Op[] = [
  coo,
  cooEmpty,
  compressedOf('sparse_csr', 'crow_indices', 'col_indices'),
  compressedOf('sparse_csc', 'ccol_indices', 'row_indices'),
  compressedOf('sparse_bsr', 'crow_indices', 'col_indices'),
  compressedOf('sparse_bsc', 'ccol_indices', 'row_indices'),
  anyCompressed,
];
