import { reinterpret } from '../../backends/allocation.js';
import type { DType } from '../../dtype.js';
import { RuntimeError } from '../../errors.js';
import { Tensor } from '../../tensor/tensor.js';
import * as kind from '../kind.js';
import { op } from '../op.js';

/** The same bytes as elements of another dtype. */

/** The layout of elements of another size in the same memory. @throws RuntimeError where they do not fit */
function relaid(x: Tensor, dtype: DType): Pick<Tensor, 'sizes' | 'strides' | 'offset'> {
  const [from, to] = [x.dtype.itemsize, dtype.itemsize];
  if (from === to) return x;
  const last = x.sizes.length - 1;
  const check = (holds: boolean, problem: string, got?: number): void => {
    if (holds) return;
    const end = got === undefined ? '' : `, but got ${got}`;
    throw new RuntimeError(`self.${problem} to view ${x.dtype.scalarName} as ${dtype.scalarName} (different element sizes)${end}`);
  };
  check(last >= 0, 'dim() cannot be 0');
  const withLast = (list: readonly number[], value: number, scale: (n: number) => number) => [...list.slice(0, last).map(scale), value];
  if (from > to) {
    const ratio = from / to;
    check(x.strides[last] === 1, 'stride(-1) must be 1', x.strides[last]);
    return {
      sizes: withLast(x.sizes, x.sizes[last] * ratio, (n) => n),
      strides: withLast(x.strides, 1, (n) => n * ratio),
      offset: x.offset * ratio,
    };
  }
  const ratio = to / from;
  check(x.sizes[last] % ratio === 0, `size(-1) must be divisible by ${ratio}`, x.sizes[last]);
  check(x.offset % ratio === 0, `storage_offset() must be divisible by ${ratio}`, x.offset);
  check(x.strides[last] === 1, 'stride(-1) must be 1', x.strides[last]);
  x.strides.slice(0, last).forEach((s, d) => check(s % ratio === 0, `stride(${d}) must be divisible by ${ratio}`, s));
  return {
    sizes: withLast(x.sizes, x.sizes[last] / ratio, (n) => n),
    strides: withLast(x.strides, 1, (n) => n / ratio),
    offset: x.offset / ratio,
  };
}

export const viewDtype = op({
  shown: 'view_dtype',
  signature: 'view.dtype(Tensor input, dtype dtype)',
  kind: kind.view({ cuts: true, untied: true }),
  doc: 'The same bytes as elements of another dtype; no gradient passes.',
  formula: 'out = the bytes of input, read as dtype',
  variants: ['method'],
  forward(input, dtype) {
    const { sizes, strides, offset } = relaid(input, dtype);
    const storage = dtype === input.dtype ? input.storage : reinterpret(input.storage, dtype);
    return new Tensor(storage, sizes, strides, offset, dtype, input.version);
  },
});
