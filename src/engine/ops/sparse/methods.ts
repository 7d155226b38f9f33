import { checkArguments } from '../../nn/arguments.js';
import { read } from '../../backends/allocation.js';
import { bool, int64, type DType } from '../../dtype.js';
import { RuntimeError, TypeError_ } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { numel, showSizes, wrapDim } from '../../shape.js';
import {
  byColumn,
  isBlocked,
  isCompressed,
  Layout,
  type LayoutName,
  layoutNamed,
  sparse_coo,
  sparse_csr,
  strided,
} from '../../sparse/layout.js';
import { grouped, integers, isSparse, SparseTensor } from '../../sparse/sparseTensor.js';
import { requiresGrad } from '../../tensor/state.js';
import { quietly } from '../../quietly.js';
import type { Tensor } from '../../tensor/tensor.js';
import { fromDense, run, sparseLogSoftmax, sparseSoftmax } from './primitives.js';
import { rowsOf, sumOver } from './places.js';
import { notHere } from './refusals.js';
import { pythonType } from '../signature.js';
import { named, refusing, underivable } from '../refusing.js';

/** How the methods of sparse tensors and the functions of `torch.sparse` compute, products apart. */

/** @throws RuntimeError unless `x` has the COO layout */
export function coo(name: string, x: Tensor): SparseTensor {
  if (isSparse(x) && x.kind === sparse_coo) return x;
  if (!isSparse(x) && name.startsWith('_')) throw notHere(name, x);
  throw new RuntimeError(`${name} expected sparse coordinate tensor layout but got ${x.layout.shown}`);
}

/** @throws RuntimeError for a tensor in which places may occur twice */
function once(name: string, x: SparseTensor): SparseTensor {
  if (x.isOnce) return x;
  throw new RuntimeError(`Cannot get ${name} on an uncoalesced tensor, please call .coalesce() first`);
}

export const placesOf = (name: string, x: Tensor, coalesced: boolean): Tensor => {
  const one = coo(name, x);
  return (coalesced ? once(name, one) : one).places;
};

export function valuesOf(x: Tensor): Tensor {
  if (!isSparse(x)) throw new RuntimeError(`values expected sparse tensor layout but got ${x.layout.shown}`);
  return once('values', x).kept;
}

/** Makes a sparse tensor from the elements of a dense one that are not 0; the last dims may stay dense. */
function sparseOf(x: Tensor, dims = x.sizes.length, maker = 'ToSparseBackward1', isByColumn = false): SparseTensor {
  const rest = [...x.sizes.keys()].slice(dims);
  const isKept = quietly(() => (rest.length > 0 ? x.ne(0).flatten(dims).any(-1) : x.ne(0)));
  const places = quietly(() => (isByColumn ? isKept.t().nonzero().flip([1]) : isKept.nonzero()).t());
  const strides = x.sizes.slice(0, dims).map((_, d) => numel(x.sizes.slice(d + 1, dims)));
  const positions = quietly(() => places.mul(places.new_tensor(strides).unsqueeze(1)).sum(0));
  const made = new SparseTensor(named(run(fromDense, x, positions, dims), maker), places, x.sizes, true);
  if (requiresGrad(x)) made.whole = () => x;
  return made;
}

const makerOf = ({ shortName: [first, ...rest] }: Layout): string => `ToSparse${first.toUpperCase()}${rest.join('')}Backward0`;

/** A matrix in blocks that are not 0 altogether. */
function blocked(x: Tensor, layout: Layout, blocksize: readonly number[]): SparseTensor {
  const [rows, columns] = x.sizes;
  const [high, wide] = blocksize;
  const from = !isSparse(x) ? 'dense_to_sparse' : x.kind === sparse_coo ? 'coo_to_sparse' : 'sparse_compressed_to_sparse';
  const name = layout.shortName;
  if (blocksize.length !== 2)
    throw new RuntimeError(`${from}_${name}: blocksize needs to be a tuple of size 2, but got ${blocksize.length}`);
  if (rows % high || columns % wide)
    throw new RuntimeError(
      `${from}_${name}: tensor sparse size (${rows},${columns}) must be divisible by given blocksize (${high},${wide})`,
    );
  if (isSparse(x) && isBlocked(x.kind)) {
    const own = x.kept.sizes.slice(1);
    const isSame = own.join() === blocksize.join();
    if (isSame && x.kind === layout) return x;
    const what = x.kind === layout ? `to_sparse_${name}` : `${from}_${name}`;
    if (!isSame)
      throw new RuntimeError(
        `${what}: conversion from ${x.kind.shown} to ${layout.shown} with blocksize changed from ${showSizes(own)} to ${showSizes(blocksize)} is not supported`,
      );
  }
  const all = isSparse(x) ? x.dense() : x;
  const one = sparseOf(all.reshape([rows / high, high, columns / wide, wide]).permute(0, 2, 1, 3), 2, makerOf(layout));
  const made = new SparseTensor(one.kept, one.places, x.sizes, true, layout);
  if (isSparse(x) && isCompressed(x.kind))
    refusing(
      made,
      new RuntimeError(
        `sparse_compressed_to_${x.layout.toString().slice(6)}: expected SparseCsr or SparseCsc layout but got ${layout.shown}`,
      ),
    );
  return byColumn(layout) ? named(inOrder(made, layout), makerOf(layout)) : made;
}

/** The same elements, in the order of a layout. */
function inOrder(x: SparseTensor, layout: Layout): SparseTensor {
  const at = x.positions([1, 0]);
  const turned = integers(
    x,
    [...at.keys()].sort((a, b) => at[a] - at[b]),
  );
  const places = quietly(() => x.places.index_select(1, turned));
  return new SparseTensor(x.kept.index_select(0, turned), places, x.sizes, true, layout);
}

/** The tensor in a compressed layout. */
export function compress(x: Tensor, name: LayoutName, blocksize?: readonly number[]): Tensor {
  const layout = layoutNamed(name);
  const short = layout.shortName;
  const rank = x.sizes.length;
  if (isSparse(x) && x.kind === sparse_coo && x.placed !== 2)
    throw new RuntimeError(
      `coo_to_sparse_${short}: conversion from Sparse to ${layout.shown} for input tensors with sparse_dim()!=2 is not supported`,
    );
  if (isSparse(x) && isBlocked(x.kind) && !isBlocked(layout))
    throw new RuntimeError(`sparse_compressed_to_sparse_${short}: expected SparseCsr or SparseCsc layout but got ${x.kind.shown}`);
  if (rank !== 2) {
    if (rank > 2) throw wrongShape(`to_sparse_${short}: batches of compressed matrices are not here, and the tensor has ${rank} dims`);
    if (layout === sparse_csr && rank === 1) x.unsqueeze(1).select(1, 1);
    wrapDim(1, rank);
  }
  if (isSparse(x) && x.dtype.is_complex && requiresGrad(x))
    throw new RuntimeError(`_to_sparse_${short} does not support automatic differentiation for outputs with complex dtype.`);
  if (isSparse(x) && x.kind === layout && !isBlocked(layout)) return x;
  if (isBlocked(layout)) return blocked(x, layout, blocksize ?? []);
  if (isSparse(x)) return x.laidOut(layout);
  const { kept, places, sizes, whole } = sparseOf(x, rank, makerOf(layout), byColumn(layout));
  return Object.assign(new SparseTensor(kept, places, sizes, true, layout), { whole });
}

export function toSparse(x: Tensor, dims: number | null, layout: Layout | null, blocksize: readonly number[] | null): Tensor {
  if (layout && !((layout as unknown) instanceof Layout))
    throw new TypeError_(`to_sparse(): argument 'layout' must be torch.layout, not ${pythonType(layout)}`);
  if (layout === strided) return isSparse(x) ? x.to_dense() : x;
  if (layout && layout !== sparse_coo) return compress(x, `sparse_${layout.shortName}` as LayoutName, blocksize ?? undefined);
  if (isSparse(x)) {
    if (dims !== null && dims !== x.placed) {
      const what = isCompressed(x.kind) ? 'sparse_compressed_to_sparse' : 'to_sparse';
      const wanted = isCompressed(x.kind) ? '!=2' : '!=self.sparse_dim()';
      throw new RuntimeError(`${what}: conversion from ${x.kind.shown} to Sparse with sparse_dim argument ${wanted} is not supported`);
    }
    return x.laidOut(sparse_coo);
  }
  const rank = x.sizes.length;
  if (dims !== null && (dims < 0 || dims > rank))
    throw new RuntimeError(`dense_to_sparse: sparse_dim argument must be in [0,${rank}] range, but ${dims} is given`);
  if (dims === 0 && rank > 0) throw new RuntimeError('dense_to_sparse: sparse_dim argument must be in >0 when self.dim()>0');
  return sparseOf(x, dims ?? rank, dims === null ? undefined : 'ToSparseBackward0');
}

export function toDenseOf(x: Tensor, dtype: DType | null): Tensor {
  if (!isSparse(x)) return dtype ? x.to(dtype) : x;
  if (dtype) throw new RuntimeError('dtype argument is not supported by sparse_to_dense');
  return x.dense();
}

/** @throws RuntimeError unless `x` is a matrix with compressed rows (or columns) */
export function lined(name: string, x: Tensor, byRow: boolean): SparseTensor {
  if (isSparse(x) && isCompressed(x.kind) && byColumn(x.kind) !== byRow) return x;
  const wanted = byRow ? 'row' : 'column';
  throw new RuntimeError(`${name} expected sparse ${wanted} compressed tensor layout but got ${x.layout.shown}`);
}

export function masked(x: Tensor, mask: Tensor): Tensor {
  if (x === mask) return x;
  if (isSparse(x) && isSparse(mask) && isCompressed(x.kind) && mask.kind === sparse_coo)
    throw new RuntimeError('sparse_mask_sparse_compressed expects mask to have sparse compressed layout, got Sparse');
  const places = isSparse(mask) && isCompressed(mask.kind) ? mask : coo('sparse_mask', mask);
  if (x.sizes.join() !== places.sizes.join())
    throw wrongShape(
      `sparse_mask(): operands have incompatible sizes; self has size ${showSizes(x.sizes)} but mask has size ${showSizes(places.sizes)}`,
    );
  if (isBlocked(places.kind)) {
    const [, high, wide] = places.kept.sizes;
    const all = (isSparse(x) ? x.dense() : x).reshape([places.grid[0], high, places.grid[1], wide]).permute(0, 2, 1, 3);
    return places.with(all.index(...rowsOf(places.places)));
  }
  if (!isSparse(x)) return places.with(x.index(...rowsOf(places.places)), places.places, places.sizes, places.isOnce);
  // Of two sparse tensors with places that occur twice, each place of the mask gets its share.
  return places.with(x.dense().index(...rowsOf(places.places)), places.places, places.sizes, places.isOnce);
}

/** Log-softmax or softmax along a dim, over the stored elements. */
export function softmaxOf(x: Tensor, dim: number, isLog: boolean): Tensor {
  if (isSparse(x) && isCompressed(x.kind)) throw notHere(isLog ? '_sparse_log_softmax' : '_sparse_softmax', x);
  const one = coo(isLog ? 'log_softmax' : 'softmax', x).coalesced();
  const d = wrapDim(dim, one.sizes.length);
  if (d >= one.placed) {
    const along = d - one.placed + 1;
    return one.with(isLog ? one.kept.log_softmax(along) : one.kept.softmax(along));
  }
  const { into, first } = grouped(one.positions([...Array(one.placed).keys()].filter((k) => k !== d)));
  return one.with(run(isLog ? sparseLogSoftmax : sparseSoftmax, one.kept, integers(one, into), first.length));
}

export function sparseSum(input: Tensor, dim: readonly number[] | null, dtype: DType | null): Tensor {
  const x = dtype ? input.to(dtype) : input;
  if (!isSparse(x)) return dim ? x.sum(dim) : x.sum();
  if (!dim) return coo('coalesce', x).coalesced().kept.sum();
  if (isCompressed(x.kind)) throw notHere('_indices', x);
  if (x.dtype.is_complex && requiresGrad(x))
    throw new RuntimeError('_sparse_sum does not support automatic differentiation for outputs with complex dtype.');
  return sumOver(x.coalesced(), dim, false);
}

export function spdiags(diagonals: Tensor, offsets: Tensor, shape: readonly number[], layout: Layout | null): Tensor {
  const [rows, columns] = shape;
  const wide = diagonals.sizes.at(-1)!;
  const lines = diagonals.reshape([-1, wide]);
  const [at, row, column]: [number[], number[], number[]] = [[], [], []];
  read(offsets.reshape([-1])).forEach((offset, i) => {
    for (let j = Math.max(0, offset); j < Math.min(wide, columns) && j - offset < rows; j++) {
      at.push(i * wide + j);
      row.push(j - offset);
      column.push(j);
    }
  });
  const ints = (values: readonly number[], sizes: readonly number[]) =>
    diagonals.new_tensor(values, { dtype: offsets.dtype }).reshape(sizes);
  const kept = lines.reshape([-1]).index_select(0, ints(at, [at.length]));
  const made = new SparseTensor(kept, ints([...row, ...column], [2, at.length]), shape, false);
  underivable(made, '_spdiags');
  return layout ? toSparse(made, null, layout, null) : made;
}

/** The size of a sparse tensor, changed in place. @throws RuntimeError where elements could not keep their places */
export function resized(name: string, input: Tensor, size: readonly number[], sparse: number, dense: number): Tensor {
  if (!isSparse(input) || input.kind !== sparse_coo) throw notHere(name, input);
  checkArguments(`${name}(int[] size, int sparse_dim, int dense_dim)`, [size, sparse, dense]);
  if (sparse + dense !== size.length)
    throw wrongShape(
      `'len(size) == sparse_dim + dense_dim' is not satisfied: len(size) = ${size.length}, sparse_dim = ${sparse}, dense_dim = ${dense}`,
    );
  const count = name === 'sparse_resize_' ? input.places.sizes[1] : 0;
  if (count > 0) checkGrowth(input, size, sparse, dense);
  const places = count > 0 ? input.places : quietly(() => input.places.new_zeros([sparse, 0]));
  const emptied =
    count > 0
      ? input.kept
      : input.kept
          .reshape([-1])
          .narrow(0, 0, 0)
          .reshape([0, ...size.slice(sparse)]);
  return input.become(new SparseTensor(emptied, places, size, count > 0 ? input.isOnce : name !== 'sparse_resize_' || input.isOnce));
}

function checkGrowth(x: SparseTensor, size: readonly number[], sparse: number, dense: number): void {
  const empty = 'on a non-empty sparse tensor is not supported.';
  const own = x.sizes.length - x.placed;
  if (sparse !== x.placed) throw new RuntimeError(`changing the number of sparse dimensions (from ${x.placed} to ${sparse}) ${empty}`);
  if (dense !== own) throw new RuntimeError(`changing the number of dense dimensions (from ${own} to ${dense}) ${empty}`);
  const shrinks = (from: number, to: number) => size.slice(from, to).some((n, d) => n < x.sizes[from + d]);
  const change = (from: number, to?: number) => `${showSizes(x.sizes.slice(from, to))} to ${showSizes(size.slice(from, to))}`;
  if (shrinks(0, sparse)) throw new RuntimeError(`shrinking the size of sparse dimensions (from ${change(0, sparse)}) ${empty}`);
  if (shrinks(sparse, size.length)) throw new RuntimeError(`shrinking the size of dense dimensions (from ${change(sparse)}) ${empty}`);
}

/** A sum of booleans counts them. */
export const countable = (x: SparseTensor): SparseTensor => (x.dtype === bool ? x.with(x.kept.to(int64)) : x);
