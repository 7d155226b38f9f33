import { int32, int64 } from '../../dtype.js';
import { Complex } from '../../complex.js';
import { IndexError, RuntimeError } from '../../errors.js';
import { wrongDtype } from '../../errors/dtypes.js';
import { rowOutOfRange } from '../../errors/indices.js';
import { wrongShape } from '../../errors/shapes.js';
import { numel, wrapDim, sameSizes, showSizes } from '../../shape.js';
import * as kind from '../kind.js';
import { outside } from '../../backends/allocation.js';
import { kernels } from '../../backends/dispatch.js';
import { Tensor } from '../../tensor/tensor.js';
import { type Op, op } from '../op.js';
import { cast, copyOf } from '../pointwise.js';
import { alongDim, fromZero, ranked } from './shared.js';
import { lacking } from '../lacks.js';

/** Operations on slices of a dim, by a vector of indices. */

function checkIndexVector(name: string, index: Tensor): void {
  if (index.sizes.length > 1) throw wrongShape(`${name}(): Index is supposed to be a vector`, IndexError);
  if (index.dtype !== int64 && index.dtype !== int32) throw wrongDtype('positions', `${name}(): Expected dtype int32 or int64 for index`);
}

/** The sizes of the slices that a vector of indices names, and the index of each of their elements. @throws IndexError */
function slicesOf(
  input: Tensor,
  dim: number,
  index: Tensor,
  refusal?: (wrong: number, n: number) => string,
): { sizes: number[]; at: Tensor } {
  const n = input.sizes[dim] ?? 1;
  const wrong = outside(index, 0, n);
  if (wrong !== null) throw rowOutOfRange(wrong, n, refusal?.(wrong, n));
  const sizes = ranked(input).sizes.map((m, d) => (d === dim ? numel(index.sizes) : m));
  return { sizes, at: alongDim(index, sizes, dim) };
}

const beyond = (index: number, dim: number, n: number): string => `index ${index} is out of bounds for dimension ${dim} with size ${n}`;

/** `input`, with `source` written to (or added to) the slices that a vector of indices names. */
function written(input: Tensor, dim: number, index: Tensor, source: Tensor, mode: 'set' | 'add'): Tensor {
  const who = mode === 'set' ? 'index_copy_(): ' : '';
  const { sizes, at } = slicesOf(input, dim, index, (wrong, n) => who + beyond(wrong, dim, n));
  const out = copyOf(input);
  kernels.scatter(ranked(out), dim, at, sameSizes(source.sizes, sizes) ? source : source.reshape(sizes), mode);
  return out;
}

/** @throws IndexError, or RuntimeError, where the slices of `source` cannot replace those of `input` */
function checkCopied(input: Tensor, dim: number, index: Tensor, source: Tensor): void {
  const [to, from] = [input.sizes, source.sizes];
  if (from.length > 0 && to.length > 0 && from.length !== to.length) {
    throw wrongShape(
      `index_copy_(): When source and destination are not scalars, their dimensionality must match. Source dimensionality (${from.length}), destination dimensionality (${to.length})`,
      IndexError,
    );
  }
  if (input.dtype !== source.dtype) {
    throw wrongDtype(
      'same',
      `index_copy_(): self and source expected to have the same dtype, but got (self) ${input.dtype.scalarName} and (source) ${source.dtype.scalarName}`,
    );
  }
  const others = (sizes: readonly number[]) => sizes.filter((_, d) => d !== dim);
  if (!sameSizes(others(from), others(to))) {
    throw wrongShape(
      `index_copy_(): Source/destination tensor must have same slice shapes. Destination slice shape: ${others(to).join(' ')} at dimension ${dim} and source slice shape: ${others(from).join(' ')} at dimension 0.`,
    );
  }
  const [count, slices] = [numel(index.sizes), from[dim] ?? 1];
  if (count !== slices) {
    throw wrongShape(`index_copy_(): Number of indices (${count}) should be equal to source.size(dim) (${slices})`, IndexError);
  }
}

export const indexSelect = op({
  signature: 'index_select(Tensor input, int dim, Tensor index, *, Tensor? out=None)',
  kind: kind.indexing({ indices: ['index'] }),
  doc: 'Slices of a dim, by a vector of indices.',
  formula: 'out[…, k, …] = input[…, index[k], …]',
  gradient: 'input: g, added at index',
  forward(input, dim, index) {
    checkIndexVector('index_select', index);
    const d = wrapDim(dim, input.sizes.length);
    const { sizes, at } = slicesOf(input, d, index);
    const out = Tensor.empty(sizes, input.dtype, input.device);
    kernels.gather(ranked(input), d, at, out);
    return input.sizes.length === 0 ? out.alias([], []) : out;
  },
  backward: { input: (g, s) => g.new_zeros(s.sizesOf('input')).index_add(s.dim, s.index, g) },
});

export const indexWrites: Op[] = [
  op({
    signature: 'index_add(Tensor input, int dim, Tensor index, Tensor source, *, Scalar alpha=1)',
    lacks: lacking('index_add_', 'UInt16'),
    kind: kind.placement({ indices: ['index'] }),
    doc: 'Adds slices of `source` to those of `input` that a vector of indices names.',
    formula: 'out[…, index[k], …] += alpha · source[…, k, …]',
    gradient: 'input: g;  source: alpha · g[…, index, …]',
    keeps: ['source'],
    variants: ['function', 'method', 'inplace'],
    forward(input, dim, index, source, alpha) {
      checkIndexVector('index_add', index);
      const d = wrapDim(dim, input.sizes.length);
      if (input.dtype !== source.dtype)
        throw wrongDtype(
          'same',
          `index_add_(): self (${input.dtype.scalarName}) and source (${source.dtype.scalarName}) must have the same scalar type`,
        );
      if (source.sizes.length > 0 && d >= source.sizes.length)
        throw wrongShape(`index_add_(): Indexing dim ${d} is out of bounds of the source tensor with dim ${source.sizes.length}`);
      if (source.sizes.length > 0 && source.sizes[d] !== numel(index.sizes)) {
        throw wrongShape(
          `index_add_(): Number of indices (${numel(index.sizes)}) should be equal to source.size(dim): (${source.sizes[d]}), for dim: ${d}`,
        );
      }
      const others = (sizes: readonly number[]) => sizes.filter((_, e) => e !== d);
      if (source.sizes.length > 0 && !sameSizes(others(source.sizes), others(input.sizes))) {
        throw wrongShape(
          `source tensor shape must match self tensor shape, excluding the specified dimension. Got self.shape = ${showSizes(input.sizes)} source.shape = ${showSizes(source.sizes)}`,
        );
      }
      const factor = input.dtype.isContinuous ? alpha : Math.trunc(Number(alpha));
      return written(input, d, index, Number(factor) === 1 ? source : source.mul(factor), 'add');
    },
    backward: { input: (g) => g, source: (g, s) => g.index_select(s.dim, s.index).reshape(s.sizesOf('source')).mul(s.alpha) },
  }),
  op({
    signature: 'index_copy(Tensor input, int dim, Tensor index, Tensor source)',
    autocast: 'promote',
    kind: kind.placement({ indices: ['index'] }),
    doc: 'Overwrites slices of `input` by those of `source`.',
    formula: 'out[…, index[k], …] = source[…, k, …]',
    gradient: 'input: g, 0 at index;  source: g[…, index, …]',
    keeps: ['source'],
    variants: ['function', 'method', 'inplace'],
    forward(input, dim, index, source) {
      const d = wrapDim(dim, input.sizes.length);
      checkCopied(input, d, index, source);
      return written(input, d, index, source, 'set');
    },
    backward: { input: (g, s) => g.index_fill(s.dim, s.index, 0), source: (g, s) => g.index_select(s.dim, s.index) },
  }),
  op({
    signature: 'index_fill.Tensor(Tensor input, int dim, Tensor index, Tensor value)',
    lacks: lacking('index_fill_cpu', 'UInt16'),
    kind: kind.placement({ indices: ['index'] }),
    doc: 'Overwrites slices of `input` with the value of a tensor without dims.',
    formula: 'out[…, index[k], …] = value',
    gradient: 'input: g, 0 at index;  value: Σ g[…, index, …]',
    gradFn: 'IndexFillBackward1',
    writesOverlaps: true,
    variants: ['function', 'method', 'inplace'],
    forward(input, dim, index, value) {
      if (value.sizes.length > 0) {
        throw wrongShape(`index_fill_ only supports a 0-dimensional value tensor, but got tensor with ${value.sizes.length} dimension(s).`);
      }
      const d = wrapDim(dim, input.sizes.length);
      const { sizes, at } = slicesOf(input, d, index);
      const out = copyOf(input);
      kernels.scatter(ranked(out), d, at, cast(value, input.dtype).expand(sizes), 'set');
      return out;
    },
    backward: {
      input: (g, s) => g.index_fill(s.dim, s.index, 0),
      value: (g, s) => g.index_select(s.dim, s.index.unique()).sum(),
    },
  }),
  op({
    signature: 'index_fill(Tensor input, int dim, Tensor index, Scalar|complex value)',
    lacks: lacking('index_fill_cpu', 'UInt16'),
    kind: kind.placement({ indices: ['index'] }),
    doc: 'Overwrites slices of `input` with one value.',
    formula: 'out[…, index[k], …] = value',
    gradient: 'input: g, 0 at index',
    writesOverlaps: true,
    variants: ['function', 'method', 'inplace'],
    forward(input, dim, index, value) {
      if (value instanceof Complex && !input.dtype.is_complex)
        throw new RuntimeError('index_fill_(): Converting complex Scalar to non-complex type is not supported');
      const d = wrapDim(dim, input.sizes.length);
      const n = input.sizes[d] ?? 1;
      const wrong = outside(index, -n, n);
      if (wrong !== null) throw rowOutOfRange(wrong, n, beyond(wrong, d, n));
      const { sizes, at } = slicesOf(input, d, fromZero(index, n));
      const out = copyOf(input);
      kernels.scatter(ranked(out), d, at, input.new_full([], value).expand(sizes), 'set');
      return out;
    },
    backward: { input: (g, s) => g.index_fill(s.dim, s.index, 0) },
  }),
];
