import { read } from '../../backends/allocation.js';
import { IndexError } from '../../errors.js';
import { wrongPosition } from '../../errors/indices.js';
import { wrapDim } from '../../shape.js';
import { grouped, integers, type SparseTensor } from '../../sparse/sparseTensor.js';
import { quietly } from '../../quietly.js';
import type { Tensor } from '../../tensor/tensor.js';
import { catOf } from '../joining.js';
import { run, sumDims, sumOfBoth } from './primitives.js';

/** Sparse tensors whose places are moved, removed or combined. */

/** Splits places by dim (`rowsOf`), and joins them again. */
export const rowsOf = (places: Tensor): Tensor[] => quietly(() => [...places.unbind(0)]);
export const stacked = (rows: readonly Tensor[]): Tensor =>
  quietly(() =>
    catOf(
      rows.map((row) => row.unsqueeze(0)),
      0,
    ),
  );

/** The tensor with its dims in another order. */
export function reorder(x: SparseTensor, order: readonly number[]): SparseTensor {
  const sizes = order.map((d) => x.sizes[d]);
  const dense = order.slice(x.placed);
  const kept = dense.length > 0 ? x.kept.permute([0, ...dense.map((d) => d - x.placed + 1)]) : x.kept;
  return x.with(
    kept,
    quietly(() => x.places.index_select(0, integers(x, order.slice(0, x.placed)))),
    sizes,
    false,
  );
}

/** The transpose of a matrix, with the elements in the same order. */
export const turned = (x: SparseTensor, isOnce = false): SparseTensor =>
  x.with(
    x.kept,
    quietly(() => x.places.flip([0])),
    [...x.sizes].reverse(),
    isOnce,
  );

/**
 * The sum of two tensors of one size. As PyTorch does, it reads both from front to back; equal places that meet become
 * one.
 */
export function together(a: SparseTensor, b: SparseTensor, alpha: number): SparseTensor {
  const [left, right] = [a.positions(), b.positions()];
  const isOnce = a.isOnce && b.isOnce;
  if (left.length === right.length && left.every((place, i) => place === right[i]))
    return a.with(a.kept.add(b.kept, { alpha }), a.places, a.sizes, isOnce);
  const into = new Array<number>(left.length + right.length);
  const first: number[] = [];
  for (let i = 0, j = 0; i < left.length || j < right.length;) {
    const [x, y] = [left[i] ?? Infinity, right[j] ?? Infinity];
    first.push(x <= y ? i : left.length + j);
    if (x <= y) into[i++] = first.length - 1;
    if (y <= x) into[left.length + j++] = first.length - 1;
  }
  const kept = run(sumOfBoth, catOf([a.kept, alpha === 1 ? b.kept : b.kept.mul(alpha)], 0), integers(a, into), first.length);
  return a.with(
    kept,
    quietly(() => catOf([a.places, b.places], 1).index_select(1, integers(a, first))),
    a.sizes,
    isOnce,
  );
}

/** The elements with these numbers. */
const among = (x: SparseTensor, chosen: readonly number[]): Tensor => x.kept.index_select(0, integers(x, chosen));

/**
 * The product of two tensors of one size, at the places that both have. PyTorch keeps all places of a factor that is
 * not coalesced.
 */
export function intersect(a: SparseTensor, b: SparseTensor): SparseTensor {
  const isLeft = a.isOnce === b.isOnce ? a.places.sizes[1] <= b.places.sizes[1] : !a.isOnce;
  const isOnce = a.isOnce && b.isOnce;
  const [x, other] = isLeft ? [a, b] : [b, a];
  const once = other.coalesced();
  const at = new Map(once.positions().map((place, i) => [place, i]));
  const found = x.positions().map((place) => at.get(place) ?? -1);
  const met = [...found.keys()].filter((e) => found[e] >= 0);
  const products = among(x, met).mul(
    once.kept.index_select(
      0,
      integers(
        x,
        met.map((e) => found[e]),
      ),
    ),
  );
  if (isOnce) return x.with(products, x.chosen(met), x.sizes, true);
  if (met.length === found.length) return x.with(products);
  return x.with(products.new_zeros([found.length, ...products.sizes.slice(1)]).index_add(0, integers(x, met), products));
}

/** The slice at one position of a dim: sparse, or dense when no dim with places remains. */
export function selectAt(x: SparseTensor, dim: number, index: number): Tensor {
  const rank = x.sizes.length;
  const d = wrapDim(dim, rank);
  const i = index < 0 ? index + x.sizes[d] : index;
  if (i < 0 || i >= x.sizes[d])
    throw wrongPosition(`select(): index ${index} out of range for tensor of size [${x.sizes.join(', ')}] at dimension ${d}`, IndexError);
  const sizes = x.sizes.filter((_, k) => k !== d);
  if (d >= x.placed) return x.with(x.kept.select(d - x.placed + 1, i), x.places, sizes, x.isOnce);
  const at = read(x.places.select(0, d));
  const chosen = [...at.keys()].filter((e) => at[e] === i);
  const kept = among(x, chosen);
  if (x.placed === 1) return kept.sum(0).to(x.dtype);
  const others = [...Array(x.placed).keys()].filter((k) => k !== d);
  const places = quietly(() => x.chosen(chosen).index_select(0, integers(x, others)));
  return x.with(kept, places, sizes, x.isOnce);
}

/** The positions of a dim in another order; some may occur twice. */
export function selectRows(x: SparseTensor, dim: number, wanted: ArrayLike<number>): SparseTensor {
  const d = wrapDim(dim, x.sizes.length);
  const sizes = x.sizes.map((n, k) => (k === d ? wanted.length : n));
  if (d >= x.placed) return x.with(x.kept.index_select(d - x.placed + 1, integers(x, wanted)), x.places, sizes, x.isOnce);
  const at = read(x.places.select(0, d));
  const [chosen, to]: [number[], number[]] = [[], []];
  for (let k = 0; k < wanted.length; k++) {
    const row = wanted[k] < 0 ? wanted[k] + x.sizes[d] : wanted[k];
    if (row < 0 || row >= x.sizes[d])
      throw wrongPosition(
        `index_select(): index contains ${wanted[k]} that is out of range for tensor of size [${x.sizes.join(', ')}] at dimension ${d}`,
        IndexError,
      );
    for (let e = 0; e < at.length; e++) {
      if (at[e] !== row) continue;
      chosen.push(e);
      to.push(k);
    }
  }
  const rows = rowsOf(x.chosen(chosen)).map((row, k) => (k === d ? integers(x, to) : row));
  const moved = x.with(among(x, chosen), stacked(rows), sizes, false);
  return x.isOnce ? moved.coalesced() : moved;
}

/** The sum over some dims; sparse unless no dim with places remains. */
export function sumOver(x: SparseTensor, dim: readonly number[], keepdim: boolean): Tensor {
  const summed = new Set(dim.map((d) => wrapDim(d, x.sizes.length)));
  const dense = [...summed].filter((d) => d >= x.placed).map((d) => d - x.placed + 1);
  const kept = dense.length > 0 ? x.kept.sum(dense, keepdim) : x.kept;
  const left = [...Array(x.placed).keys()].filter((d) => !summed.has(d));
  const sizes = keepdim ? x.sizes.map((n, d) => (summed.has(d) ? 1 : n)) : x.sizes.filter((_, d) => !summed.has(d));
  if (left.length === x.placed) return x.with(kept, x.places, sizes, x.isOnce);
  if (left.length === 0 && !keepdim) return kept.sum(0);
  const { into, first } = grouped(x.positions(left));
  const rows = rowsOf(x.chosen(first)).flatMap((row, d) => (!summed.has(d) ? [row] : keepdim ? [quietly(() => row.mul(0))] : []));
  const sums = run(sumDims, kept, integers(x, into), first.length);
  return x.with(sums, stacked(rows), sizes, true);
}
