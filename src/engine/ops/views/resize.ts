import { requiresGrad } from '../../autograd/state.js';
import { kernels } from '../../backends/dispatch.js';
import { RuntimeError } from '../../errors.js';
import { checkSizes, contiguousStrides, numel } from '../../shape.js';
import { Tensor } from '../../tensor.js';
import * as kind from '../kind.js';
import { op, type Op } from '../op.js';

/** Other sizes over the same memory, or over more of it: what was there stays, and what is new is 0. */

/** @throws RuntimeError for a tensor that requires grad */
function resized(input: Tensor, size: readonly number[]): Tensor {
  if (requiresGrad(input)) throw new RuntimeError('cannot resize variables that require grad');
  checkSizes(size);
  const { storage, offset, dtype, device } = input;
  const strides = contiguousStrides(size);
  if (offset + numel(size) <= storage.length) return input.alias(size, strides);
  const room = Tensor.zeros([offset + numel(size)], dtype, device);
  kernels.copy(input.alias([storage.length], [1], 0), room.alias([storage.length], [1], 0));
  return room.alias(size, strides, offset);
}

const common = { kind: kind.view(), isForeign: true, writesOverlaps: true } as const;

export const resizes: Op[] = [
  op({
    ...common,
    signature: 'resize(Tensor input, int... size)',
    doc: 'Other sizes over the same memory; where that is too small, over more of it.',
    formula: 'input = its elements, of another size',
    variants: ['inplace'],
    forward: (input, size) => resized(input, size),
  }),
  op({
    ...common,
    signature: 'resize_as(Tensor input, Tensor the_template)',
    doc: 'The sizes of another tensor over the same memory; where that is too small, over more of it.',
    formula: 'input = its elements, of the size of the_template',
    variants: ['inplace', 'inplaceFunction'],
    forward: (input, template) => resized(input, template.sizes),
  }),
];
