import { read } from '../../backends/allocation.js';
import { int64, type DType } from '../../dtype.js';
import { RuntimeError } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { byColumn, isBlocked, sparse_coo, type Layout } from '../../sparse/layout.js';
import { makeSparse, type SparseTensor } from '../../sparse/sparseTensor.js';
import { showSizes } from '../../shape.js';
import { requiresGrad } from '../../tensor/state.js';
import { Tensor } from '../../tensor/tensor.js';
import { finish } from '../factory.js';
import { tensorOf as fromLists, type Nested } from '../fromLists.js';
import { underivable } from '../refusing.js';

/** How sparse tensors are made. */

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

interface Listed extends Wanted {
  indices: unknown;
  values: unknown;
  size: number[] | null;
  is_coalesced: boolean | null;
}

/** A sparse tensor of elements at places. */
export function atPlaces({ indices, values: given, size, dtype, requires_grad, is_coalesced }: Listed): SparseTensor {
  const places = tensorOf(indices, int64);
  const values = tensorOf(given, dtype);
  if (places.sizes.length !== 2) throw wrongShape(`indices must be sparse_dim x nnz, but got: ${showSizes(places.sizes)}`);
  const [dims, count] = places.sizes;
  if (values.sizes.length === 0 || values.sizes[0] !== count)
    throw wrongShape(`indices and values must have same nnz, but got nnz from indices: ${count}, nnz from values: ${values.sizes[0] ?? 1}`);
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
}

/** A sparse tensor of which no element is kept. */
export function withoutElements(size: number[], dtype: DType | null, requires_grad: boolean): SparseTensor {
  const none = Tensor.zeros([size.length, 0], int64, fromLists([], dtype).device);
  return made(fromLists([], dtype), none, size, true, sparse_coo, { dtype, requires_grad });
}

/**
 * A tensor of a sparse layout of which no element is kept: `torch.zeros(2, 3, { layout: torch.sparse_csr })`.
 * @param name the function that makes it, for messages
 */
export function nothingIn(layout: Layout, name: string, size: number[], dtype: DType | null, requires_grad: boolean): SparseTensor {
  if (layout === sparse_coo) return withoutElements(size, dtype, requires_grad);
  if (size.length < 2)
    throw wrongShape(`torch.${name}: Only batched sparse compressed (non-block) tensors are supported, but got size ${showSizes(size)}`);
  if (isBlocked(layout))
    throw new RuntimeError(`${name}_sparse_compressed expected sparse compressed (non-block) tensor layout but got ${layout.shown}`);
  const lines = size[byColumn(layout) ? 1 : 0];
  const starts = new Array<number>(lines + 1).fill(0);
  return compressed({ starts, places: [], values: fromLists([], dtype), size, layout, dtype, requires_grad });
}

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
export function compressed({ starts, places, values: given, size, layout, dtype, requires_grad }: Given): SparseTensor {
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
