import { kernels } from '../../backends/dispatch.js';
import { bool, int64 } from '../../dtype.js';
import { IndexError, RuntimeError } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { numel, reducedSizes, wrapDims } from '../../shape.js';
import { unexpectedOut } from '../outDtype.js';
import { Tensor } from '../../tensor/tensor.js';
import { refuseUnsigned } from '../unsigned.js';
import * as kind from '../kind.js';
import { type Op, op } from '../op.js';
import { allDims, checkAnyElement, checkNotEmpty, fold, placed, spread } from './fold.js';

/** The greatest and least elements. */

/**
 * The gradient of the extreme of all elements: all elements that equal it share it equally; if it is NaN, all NaN
 * elements do.
 */
export const sharedByAll = (g: Tensor, input: Tensor, result: Tensor): Tensor => {
  const mask = input.eq(result).logical_or(input.isnan().logical_and(result.isnan()));
  return g.div(mask.sum()).expand(input.sizes).masked_fill(mask.logical_not(), 0);
};

/**
 * The gradient of extremes along dims: all elements that equal them share it equally. NaN equals nothing, so its
 * gradient is 0 / 0.
 */
export const shared = (g: Tensor, input: Tensor, result: Tensor, dims: readonly number[] | null, keepdim: boolean): Tensor => {
  const mask = input.eq(spread(result, input.sizes, dims, keepdim));
  const count = mask.sum(wrapDims(dims, input.sizes.length), true).to(g.dtype);
  return spread(g, input.sizes, dims, keepdim).mul(mask).div(count);
};

export const extremes = (name: 'max' | 'min', word: string): Op[] => [
  op({
    signature: `${name}(Tensor input, *, Tensor? out=None)`,
    kind: kind.reduction('extreme'),
    doc: `The ${word} element.`,
    formula: `out = ${name} input`,
    gradient: `input: g at the ${word}, shared by equals`,
    gradFn: name === 'max' ? 'MaxBackward1' : 'MinBackward1',
    forward(input) {
      checkAnyElement(name, input);
      return fold(name, input, allDims(input), false, input.dtype);
    },
    backward: { input: (g, s) => sharedByAll(g, s.input, s.result) },
  }),
  op({
    signature: `${name}.dim(Tensor input, int dim, bool keepdim=False, *, Tensor[]? out=None) -> (Tensor values, Tensor indices)`,
    kind: kind.reduction('extreme'),
    doc: `The ${word} elements along a dim, and where they are.`,
    formula: `values, indices = ${name}_dim input`,
    gradient: 'input: g at indices',
    forward(input, dim, keepdim) {
      const dims = wrapDims([dim], input.sizes.length);
      if (input.dtype.is_complex) throw new RuntimeError(`${name}(): does not support complex input`);
      checkNotEmpty(name, input, dims);
      const indices = Tensor.empty(reducedSizes(input.sizes, dims, keepdim), int64, input.device);
      kernels.argfold(name, input, dims, indices);
      return [fold(name, input, dims, keepdim, input.dtype), indices];
    },
    backward: { input: (g, s) => placed(g, s.sizesOf('input'), s.dim, s.resultAt(1), s.keepdim) },
  }),
  op({
    signature: `${name}.other(Tensor input, Tensor other)`,
    kind: kind.elementwise(),
    doc: `The ${name === 'max' ? 'greater' : 'lesser'} of two elements.`,
    formula: `out = ${name}(input, other)`,
    compose: (input, other) => (name === 'max' ? input.maximum(other) : input.minimum(other)),
  }),
  op({
    signature: `a${name}(Tensor input, int[] dim=[], bool keepdim=False, *, Tensor? out=None)`,
    kind: kind.reduction('extreme'),
    doc: `The ${word} elements over dims.`,
    formula: `out = ${name}_dim input`,
    gradient: `input: g at the ${word}, shared by equals`,
    wrongOut: (result, out) =>
      `Expected the dtype for input and out to match, but got ${result.scalarName} for input's dtype and ${out.scalarName} for out's dtype.`,
    forward(input, dim, keepdim) {
      const dims = wrapDims(dim, input.sizes.length);
      if (dim.length === 0) checkAnyElement(`a${name}`, input);
      const empty = dim.find((d) => input.sizes.at(d) === 0);
      if (empty !== undefined) throw wrongShape(`a${name}(): Expected reduction dim ${empty} to have non-zero size.`, IndexError);
      return fold(name, input, dims, keepdim, input.dtype);
    },
    backward: { input: (g, s) => shared(g, s.input, s.result, s.dim, s.keepdim) },
  }),
  op({
    signature: `arg${name}(Tensor input, int? dim=None, bool keepdim=False, *, Tensor? out=None)`,
    wrongOut: unexpectedOut,
    kind: kind.reduction('extreme'),
    doc: `Where the ${word} element is, along a dim or in the flat tensor.`,
    formula: `out = arg${name} input`,
    forward(input, dim, keepdim) {
      refuseUnsigned(`arg${name}_cpu`, input.dtype);
      if (input.dtype === bool) throw new RuntimeError(`arg${name}(): does not support bool input`);
      if (dim === null) {
        if (numel(input.sizes) === 0) {
          throw new IndexError(`arg${name}(): Expected reduction dim to be specified for input.numel() == 0.`);
        }
        const out = Tensor.empty(keepdim ? input.sizes.map(() => 1) : [], int64, input.device);
        kernels.argfold(name, input, allDims(input), out);
        return out;
      }
      const dims = wrapDims([dim], input.sizes.length);
      checkNotEmpty(`arg${name}`, input, dims);
      const out = Tensor.empty(reducedSizes(input.sizes, dims, keepdim), int64, input.device);
      kernels.argfold(name, input, dims, out);
      return out;
    },
  }),
];
