import { look, outside } from '../../backends/allocation.js';
import { kernels } from '../../backends/dispatch.js';
import { bool, int64 } from '../../dtype.js';
import { contiguousStrides, sameSizes } from '../../shape.js';
import { Tensor } from '../../tensor/tensor.js';
import { cast, pointwise } from '../pointwise.js';
import { refuseUnsigned } from '../unsigned.js';

/** Shared functions that read and write by position. */

/** Positions in a tensor as a vector of indices, in the dtype that kernels take. */
export const placesOf = (places: ArrayLike<number>, { device }: Tensor): Tensor => Tensor.of(places, [places.length], int64, device);

/** The elements of `x` at positions in row-major order. */
export const takeAt = (x: Tensor, positions: Tensor, sizes: readonly number[]): Tensor => {
  const out = Tensor.empty(sizes, x.dtype, x.device);
  kernels.take(x, positions, out);
  return out;
};

/** The tensor; a tensor without dims is returned with one dim of size 1. */
export const ranked = (t: Tensor): Tensor => (t.sizes.length === 0 ? t.alias([1], [1]) : t);

/** The indices, counted from the front; negative ones count from the end of a dim of size `n`. */
export const fromZero = (index: Tensor, n: number): Tensor =>
  outside(index, 0, n) === null ? cast(index, int64) : pointwise('remainder', [index, n], { dtype: int64 });

/** A vector of indices along `dim`, as an index for every element of a tensor of `sizes`. */
export function alongDim(index: Tensor, sizes: readonly number[], dim: number): Tensor {
  const vector = ranked(cast(index, int64));
  return vector.alias(
    sizes,
    sizes.map((_, d) => (d === dim ? vector.strides[0] : 0)),
  );
}

/** `g`, padded with zeros where the index did not reach. */
export function padded(g: Tensor, sizes: readonly number[]): Tensor {
  if (sameSizes(g.sizes, sizes)) return g;
  return sizes.reduce<Tensor>(
    (t, n, d) =>
      t.sizes[d] === n
        ? t
        : t.slice_backward(
            t.sizes.map((m, i) => (i === d ? n : m)),
            d,
            0,
            t.sizes[d],
            1,
          ),
    g,
  );
}

/** The row-major positions of elements that are not zero. */
export function nonzeroPositions(x: Tensor): number[] {
  refuseUnsigned('nonzero_count_cpu', x.dtype);
  const found: number[] = [];
  // A complex number counts when either part is not zero.
  look(x.dtype.is_complex ? cast(x, bool) : x).forEach((v, i) => v !== 0 && found.push(i));
  return found;
}

export function nonzeroRows(x: Tensor): Tensor {
  const positions = nonzeroPositions(x);
  const rank = x.sizes.length;
  const strides = contiguousStrides(x.sizes);
  const rows = new Float64Array(positions.length * rank);
  positions.forEach((p, i) => strides.forEach((s, d) => (rows[i * rank + d] = Math.floor(p / s) % x.sizes[d])));
  return Tensor.of(rows, [positions.length, rank], int64, x.device);
}
