import { float32 } from '../../dtype.js';
import { NotImplementedError_, RuntimeError } from '../../errors.js';
import { cName } from '../../errors/dtypes.js';
import type { Tensor } from '../../tensor/tensor.js';
import * as kind from '../kind.js';
import { op } from '../op.js';
import { pointwise } from '../pointwise.js';
import { scatterOp } from './gather.js';
import { padded } from './shared.js';

const modes = { sum: 'add', prod: 'mul', mean: 'add', amax: 'max', amin: 'min' } as const;
type Reduction = keyof typeof modes;

const isReduction = (reduce: string): reduce is Reduction => Object.hasOwn(modes, reduce);

/** The number of values that are combined for each element; with `includes`, the element's own value counts too. */
const countOf = (input: Tensor, dim: number, index: Tensor, src: Tensor, includes: boolean): Tensor => {
  const ones = includes ? input.new_ones(input.sizes) : input.new_zeros(input.sizes);
  return ones.scatter_add(dim, index, src.new_ones(src.sizes)).clamp_min(1);
};

/**
 * The input to start from when its own elements do not count: elements that get values become 0 (for a sum) or 1 (for a
 * product), or one of the values of `src`.
 */
function start(input: Tensor, dim: number, index: Tensor, src: Tensor, reduce: Reduction): Tensor {
  if (reduce === 'amax' || reduce === 'amin') return scatterOp(input, dim, index, src, 'set', 'scatter');
  const neutral = src.new_full([], reduce === 'prod' ? 1 : 0).expand(src.sizes);
  return scatterOp(input, dim, index, neutral, 'set', 'scatter');
}

export const scatterReduce = op({
  signature: 'scatter_reduce(Tensor input, int dim, Tensor index, Tensor src, str reduce, *, bool include_self=True)',
  kind: kind.placement({ indices: ['index'] }),
  doc: 'Puts elements of `src` together along a dim, by an index of the same rank: their sum, product, mean, greatest or least.',
  formula: 'out[…, j, …] = reduce of input[…, j, …] and all src[…, i, …] with index[…, i, …] = j',
  gradient: 'sum: g, at index;  mean: g / count;  prod: g · out / each;  amax, amin: g, in equal parts to those that are the result',
  variants: ['function', 'method', 'inplace'],
  forward(input, dim, index, src, reduce, includes) {
    if (src.dtype !== input.dtype || !isReduction(reduce)) {
      // The errors for sizes and dtypes come before the error for the name.
      scatterOp(input, dim, index, src, 'set', 'scatter');
      throw new RuntimeError(`reduce argument must be either sum, prod, mean, amax or amin, got ${reduce}`);
    }
    if (input.dtype.is_complex && (reduce === 'amax' || reduce === 'amin'))
      throw new NotImplementedError_(`"scatter_gather_tensor_cpu_reduce_${reduce}" not implemented for '${cName(input.dtype)}'`);
    const from = includes ? input : start(input, dim, index, src, reduce);
    const out = scatterOp(from, dim, index, src, modes[reduce], 'scatter');
    if (reduce !== 'mean') return out;
    const count = countOf(input, dim, index, src, includes);
    return pointwise(input.dtype.is_floating_point || input.dtype.is_complex ? 'div' : 'floor_divide', [out, count]);
  },
  backward: {
    input(g, s) {
      const own = ownGradient(g, s);
      return s.include_self ? own : own.scatter(s.dim, s.index, 0);
    },
    src: (g, s) => padded(srcGradient(g, s), s.sizesOf('src')),
  },
});

interface Saved {
  readonly input: Tensor;
  readonly dim: number;
  readonly index: Tensor;
  readonly src: Tensor;
  readonly reduce: string;
  readonly include_self: boolean;
  readonly result: Tensor;
}

/** The elements of `src` that have a counterpart in the index. */
const reached = ({ src, index }: Saved): Tensor => index.sizes.reduce((part, size, d) => part.narrow(d, 0, size), src);

/** g divided by the number of elements that equal the result, and masks of these elements. */
function shared(g: Tensor, s: Saved): { part: Tensor; own: Tensor; others: Tensor } {
  const others = reached(s).eq(s.result.gather(s.dim, s.index)).to(g.dtype);
  const own = s.input.eq(s.result).to(g.dtype);
  return { part: g.div(own.scatter_add(s.dim, s.index, others)), own, others };
}

function ownGradient(g: Tensor, s: Saved): Tensor {
  switch (s.reduce) {
    case 'sum':
      return g;
    case 'mean':
      return g.div(countOf(s.input, s.dim, s.index, s.src, s.include_self));
    case 'prod': {
      const withoutZeros = s.input.masked_fill(s.input.eq(0), 1);
      const product = withoutZeros.scatter_reduce(s.dim, s.index, s.src, 'prod', { include_self: s.include_self });
      return g.mul(product).div(withoutZeros);
    }
    default: {
      const { part, own } = shared(g, s);
      return own.mul(part);
    }
  }
}

function srcGradient(g: Tensor, s: Saved): Tensor {
  const { dim, index } = s;
  switch (s.reduce) {
    case 'sum':
      return g.gather(dim, index);
    case 'mean':
      return g.gather(dim, index).div(countOf(s.input, dim, index, s.src, s.include_self).gather(dim, index));
    case 'prod': {
      const src = reached(s);
      const isZero = src.eq(0);
      const zeros = s.input.new_zeros(s.input.sizes, { dtype: float32 }).scatter_add(dim, index, isZero.to(float32)).gather(dim, index);
      // For a single zero, the slope is the product of the others; dividing the whole product by it would give 0 / 0.
      const isAlone = isZero.logical_and(zeros.eq(1));
      const others = s.input.scatter_reduce(dim, index, src.masked_fill(isAlone, 1), 'prod', { include_self: s.include_self });
      const divided = g.mul(s.result).gather(dim, index).div(src.masked_fill(isZero, 1));
      return g.mul(others).gather(dim, index).where(isAlone, divided);
    }
    default: {
      const { part, others } = shared(g, s);
      return others.mul(part.gather(dim, index));
    }
  }
}
