import { int32, int64 } from '../../dtype.js';
import { outside } from '../../backends/allocation.js';
import { kernels } from '../../backends/dispatch.js';
import { RuntimeError } from '../../errors.js';
import { wrongDtype } from '../../errors/dtypes.js';
import { indexOutOfBounds } from '../../errors/indices.js';
import { invalidGradient, wrongShape } from '../../errors/shapes.js';
import { broadcastSizes, numel, sameSizes, showSizes, wrapDim } from '../../shape.js';
import { Tensor } from '../../tensor/tensor.js';
import * as kind from '../kind.js';
import { noDerivative } from '../noDerivative.js';
import type { ScatterMode } from '../../backends/backend.js';
import { type Op, op } from '../op.js';
import { cast, copyOf } from '../pointwise.js';
import { ranked } from './shared.js';
import { unexpectedOut } from '../outDtype.js';

/** Operations on elements along a dim, by an index of the same rank. */

function checkGather(name: string, input: Tensor, dim: number, index: Tensor, other?: Tensor): void {
  if (index.dtype !== int64 && index.dtype !== int32) throw wrongDtype('positions', `${name}(): Expected dtype int32/int64 for index`);
  if (numel(index.sizes) === 0) return;
  const rank = Math.max(1, input.sizes.length);
  if (Math.max(1, index.sizes.length) !== rank) {
    throw wrongShape(`Index tensor must have the same number of dimensions as ${name === 'gather' ? 'input' : 'self'} tensor`);
  }
  if (other && Math.max(1, other.sizes.length) !== rank)
    throw wrongShape('Index tensor must have the same number of dimensions as src tensor');
  const tooBig = (t: Tensor, skip: boolean) => index.sizes.some((n, d) => (!skip || d !== dim) && n > t.sizes[d]);
  if (name === 'gather') {
    index.sizes.forEach((n, d) => {
      if (d !== dim && n > input.sizes[d]) {
        throw wrongShape(
          `Size does not match at dimension ${d} expected index ${showSizes(index.sizes)} to be no larger than self ${showSizes(input.sizes)} apart from dimension ${dim}`,
        );
      }
    });
  } else if (tooBig(input, true) || (other && tooBig(other, false))) {
    throw wrongShape(
      `Expected index ${showSizes(index.sizes)} to be no larger than self ${showSizes(input.sizes)} apart from dimension ${dim}` +
        (other ? ` and to be no larger size than src ${showSizes(other.sizes)}` : ''),
    );
  }
}

export const gather = op({
  signature: 'gather(Tensor input, int dim, Tensor index, *, bool sparse_grad=False, Tensor? out=None)',
  kind: kind.indexing({ indices: ['index'] }),
  doc: 'Elements along a dim, by an index of the same rank.',
  formula: 'out[…, i, …] = input[…, index[…, i, …], …]',
  gradient: 'input: g, added at index',
  wrongOut: unexpectedOut,
  keeps: ['input'],
  forward(input, dim, index) {
    const d = wrapDim(dim, input.sizes.length);
    checkGather('gather', input, d, index);
    checkBounds(index, d, input);
    const out = Tensor.empty(index.sizes, input.dtype, input.device);
    kernels.gather(ranked(input), d, ranked(cast(index, int64)), ranked(out));
    return out;
  },
  backward: { input: (g, s) => g.new_zeros(s.sizesOf('input')).scatter_add(s.dim, s.index, g) },
});

/** @throws RuntimeError for an index out of range */
function checkBounds(index: Tensor, dim: number, input: Tensor): void {
  const n = input.sizes[dim] ?? 1;
  const wrong = outside(index, 0, n);
  if (wrong !== null) throw indexOutOfBounds(wrong, dim, n, RuntimeError);
}

/** The part of `src` that has a counterpart in the index. */
const reached = (src: Tensor, index: Tensor): Tensor => ranked(src).alias(ranked(index).sizes);

const reductions = { add: 'add', multiply: 'mul', sum: 'add', prod: 'mul' } as const;

export const scatterOp = (input: Tensor, dim: number, index: Tensor, src: Tensor, mode: ScatterMode, name: string): Tensor => {
  const d = wrapDim(dim, input.sizes.length);
  if (src.dtype !== input.dtype) throw wrongDtype('same', `scatter(): Expected self.dtype to be equal to src.dtype`);
  checkGather(name, input, d, index, src);
  const out = copyOf(input);
  if (numel(index.sizes) === 0) return out;
  checkBounds(index, d, input);
  kernels.scatter(ranked(out), d, ranked(cast(index, int64)), reached(src, index), mode);
  return out;
};

/**
 * The gradient of `src`. @throws RuntimeError where `src` is larger than the index: PyTorch has no gradient for that
 */
function gatheredGrad(name: string, g: Tensor, s: { dim: number; index: Tensor; sizesOf(name: 'src'): readonly number[] }): Tensor {
  const grad = g.gather(s.dim, s.index);
  const sizes = s.sizesOf('src');
  if (!sameSizes(grad.sizes, sizes)) throw invalidGradient(name, 1, grad.sizes, sizes);
  return grad;
}

export const scatters: Op[] = [
  op({
    signature: 'scatter.src(Tensor input, int dim, Tensor index, Tensor src)',
    kind: kind.placement({ indices: ['index'] }),
    doc: 'Writes elements of `src` along a dim, by an index of the same rank.',
    formula: 'out[…, index[…, i, …], …] = src[…, i, …]',
    gradient: 'input: g, 0 at index;  src: g at index',
    variants: ['function', 'method', 'inplace'],
    gradFn: 'ScatterBackward0',
    forward: (input, dim, index, src) => scatterOp(input, dim, index, src, 'set', 'scatter'),
    backward: {
      input: (g, s) => g.scatter(s.dim, s.index, 0),
      src: (g, s) => gatheredGrad('ScatterBackward0', g, s),
    },
  }),
  op({
    signature: 'scatter.value(Tensor input, int dim, Tensor index, Scalar value)',
    kind: kind.placement({ indices: ['index'] }),
    doc: 'Writes one value along a dim, by an index of the same rank.',
    formula: 'out[…, index[…, i, …], …] = value',
    gradient: 'input: g, 0 at index',
    variants: ['function', 'method', 'inplace'],
    gradFn: 'ScatterBackward1',
    forward: (input, dim, index, value) => {
      const d = wrapDim(dim, input.sizes.length);
      checkGather('scatter', input, d, index);
      return scatterOp(input, dim, index, input.new_full([], value).expand(index.sizes), 'set', 'scatter');
    },
    backward: { input: (g, s) => g.scatter(s.dim, s.index, 0) },
  }),
  op({
    signature: 'scatter.reduce(Tensor input, int dim, Tensor index, Tensor|Scalar src, *, str reduce)',
    kind: kind.placement({ indices: ['index'] }),
    doc: 'Adds or multiplies elements of `src` along a dim, by an index of the same rank.',
    formula: 'out[…, index[…, i, …], …] ∘= src[…, i, …]',
    variants: ['function', 'method', 'inplace'],
    forward(input, dim, index, src, reduce) {
      if (reduce !== 'add' && reduce !== 'multiply') throw new RuntimeError('reduce argument must be either add or multiply.');
      const source = src instanceof Tensor ? src : input.new_full([], src).expand(index.sizes);
      return scatterOp(input, dim, index, source, reductions[reduce], 'scatter');
    },
    ...noDerivative('scatter', 'input', 'src'),
  }),
  op({
    signature: 'scatter_add(Tensor input, int dim, Tensor index, Tensor src)',
    kind: kind.placement({ indices: ['index'] }),
    doc: 'Adds elements of `src` along a dim, by an index of the same rank.',
    formula: 'out[…, index[…, i, …], …] += src[…, i, …]',
    gradient: 'input: g;  src: g at index',
    variants: ['function', 'method', 'inplace'],
    forward: (input, dim, index, src) => scatterOp(input, dim, index, src, 'add', 'scatter_add'),
    backward: { input: (g) => g, src: (g, s) => gatheredGrad('ScatterAddBackward0', g, s) },
  }),
  op({
    signature: 'take_along_dim(Tensor input, Tensor indices, int? dim=None)',
    kind: kind.indexing({ indices: ['indices'] }),
    doc: 'Elements along a dim by indices that broadcast with the rest.',
    formula: 'out[…, i, …] = input[…, indices[…, i, …], …]',
    compose(input, indices, dim) {
      if (dim === null) return input.reshape([-1]).gather(0, indices.reshape([-1]));
      const d = wrapDim(dim, input.sizes.length);
      const common = broadcastSizes(
        input.sizes.filter((_, i) => i !== d),
        indices.sizes.filter((_, i) => i !== d),
      );
      // Indices of one dim may exceed its size: they wrap around.
      const within = input.sizes[d] > 0 ? indices.remainder(input.sizes[d]) : indices;
      const withDim = (n: number) => [...common.slice(0, d), n, ...common.slice(d)];
      return input.expand(withDim(input.sizes[d])).gather(d, within.expand(withDim(indices.sizes[d])));
    },
  }),
];
