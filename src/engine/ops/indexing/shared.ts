import { backend } from '../../backends/current.js';
import { bool, int64, uint8 } from '../../dtype.js';
import { wrongDtype } from '../../errors/dtypes.js';
import { contiguousStrides, sameSizes } from '../../shape.js';
import { Tensor } from '../../tensor.js';

/** What reads and writes by position. */

export const takeAt = (x: Tensor, positions: Float64Array, sizes: readonly number[]): Tensor => {
  const out = Tensor.empty(sizes, x.dtype);
  backend().take(x, positions, out);
  return out;
};

/** Zeros behind where the index did not reach. */
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

/** Row-major positions of what is not zero. */
export function nonzeroPositions(x: Tensor): Float64Array {
  const elements = backend().read(x);
  const found: number[] = [];
  for (let i = 0; i < elements.length; i++) if (elements[i] !== 0) found.push(i);
  return Float64Array.from(found);
}

export function nonzeroRows(x: Tensor): Tensor {
  const positions = nonzeroPositions(x);
  const strides = contiguousStrides(x.sizes);
  const out = Tensor.empty([positions.length, x.sizes.length], int64);
  positions.forEach((p, i) => strides.forEach((s, d) => (out.storage.data[i * strides.length + d] = Math.floor(p / s) % x.sizes[d])));
  return out;
}

export function checkMask(mask: Tensor): void {
  if (mask.dtype !== bool && mask.dtype !== uint8) throw wrongDtype('bool', 'masked_select: expected BoolTensor or ByteTensor for mask');
}
