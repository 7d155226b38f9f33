import { outside } from '../../backends/allocation.js';
import { kernels } from '../../backends/dispatch.js';
import { int64 } from '../../dtype.js';
import { IndexError, RuntimeError } from '../../errors.js';
import { wrongDtype } from '../../errors/dtypes.js';
import { wrongPosition } from '../../errors/indices.js';
import { numel } from '../../shape.js';
import type { Tensor } from '../../tensor/tensor.js';
import * as kind from '../kind.js';
import { type Op, op } from '../op.js';
import { copyOf, zerosLike } from '../pointwise.js';
import { fromZero, nonzeroRows, takeAt } from './shared.js';
import { lacking } from '../lacks.js';

/** Operations that find the positions of elements, or use positions in the flat tensor. */

export const found: Op[] = [
  op({
    signature: 'nonzero(Tensor input, *, bool as_tuple=False) -> any',
    sizedBy: 'nonzero',
    kind: kind.order(),
    doc: 'The indices of elements that are not zero: a row each, or a tensor for each dim.',
    formula: 'out = where input ≠ 0',
    compose(input, asTuple) {
      const rows = nonzeroRows(asTuple && input.sizes.length === 0 ? input.reshape([1]) : input);
      return asTuple ? rows.unbind(1) : rows;
    },
  }),
  op({
    signature: 'argwhere(Tensor input)',
    kind: kind.order(),
    doc: 'The indices of elements that are not zero, a row each.',
    formula: 'out = where input ≠ 0',
    forward: (input) => nonzeroRows(input),
  }),
  op({
    signature: 'where.indices(Tensor condition) -> Tensor[]',
    kind: kind.order(),
    doc: 'The indices where `condition` holds, a tensor for each dim.',
    formula: 'out = where condition',
    compose: (condition) => nonzeroRows(condition.sizes.length === 0 ? condition.reshape([1]) : condition).unbind(1),
  }),
  op({
    signature: 'take(Tensor input, Tensor index)',
    lacks: lacking('take_cpu', 'UInt16'),
    kind: kind.indexing({ indices: ['index'] }),
    doc: 'Elements of the flat tensor.',
    formula: 'out = flat(input)[index]',
    gradient: 'input: g, added at index',
    keeps: ['input'],
    forward(input, index) {
      if (index.dtype !== int64)
        throw wrongDtype('positions', `take(): Expected a long tensor for index, but got ${index.dtype.scalarName}`);
      return takeAt(input, flatPositions(input, index), index.sizes);
    },
    backward: { input: (g, s) => zerosLike(g).new_zeros(s.sizesOf('input')).put(s.index, g, true) },
  }),
  op({
    signature: 'put(Tensor input, Tensor index, Tensor source, bool accumulate=False)',
    lacks: lacking('take_put_cpu', 'UInt16'),
    kind: kind.placement({ indices: ['index'] }),
    doc: 'Overwrites (or adds to) elements of the flat tensor.',
    formula: 'flat(out)[index] = source',
    gradient: 'input: g, 0 at index (g when accumulating);  source: g at index',
    keeps: ['source'],
    variants: ['function', 'method', 'inplace'],
    forward(input, index, source, accumulate) {
      if (input.dtype !== source.dtype) {
        throw new RuntimeError(
          `put_(): self and source expected to have the same dtype, but got self.dtype = ${input.dtype.scalarName} and source.dtype = ${source.dtype.scalarName}`,
        );
      }
      const out = copyOf(input);
      kernels.put(out, flatPositions(input, index), source, accumulate ? 'add' : 'set');
      return out;
    },
    backward: {
      input: (g, s) => (s.accumulate ? g : g.put(s.index, g.new_zeros(s.index.sizes))),
      source: (g, s) => g.take(s.index).reshape(s.sizesOf('source')),
    },
  }),
];

function flatPositions(input: Tensor, index: Tensor): Tensor {
  const n = numel(input.sizes);
  const wrong = outside(index, -n, n);
  if (wrong !== null) throw wrongPosition(`out of range: tried to access index ${wrong} on a tensor of ${n} elements.`, IndexError);
  return fromZero(index, n);
}
