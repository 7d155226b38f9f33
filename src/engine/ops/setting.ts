import { RuntimeError } from '../errors.js';
import { Tensor } from '../tensor/tensor.js';
import * as kind from './kind.js';
import { op, type Op } from './op.js';

/** `x.set_(y)`: a tensor that shows the memory of another one from now on. */

const refuse = (): never => {
  throw new RuntimeError('derivative for set_ is not implemented');
};

const common = {
  kind: kind.view(),
  gradFn: 'NotImplemented',
  gradient: 'none: PyTorch has no derivative of it',
  variants: ['inplace'],
} as const;

export const setting: Op[] = [
  op({
    ...common,
    signature: 'set(Tensor input, Tensor source, int storage_offset=0, int[]? size=None, int[]? stride=None)',
    doc: 'Makes the tensor show the memory of `source`: all of it, or from an offset on with a size and strides.',
    formula: 'memory of input = memory of source',
    forward(input, source, offset, size, stride) {
      if (input.dtype !== source.dtype)
        throw new RuntimeError(`Could not set tensor of type ${source.dtype.cppName} to a tensor of type ${input.dtype.cppName}`);
      if (!size) return source.alias();
      return source.as_strided(size, stride ?? size.map((_, d) => size.slice(d + 1).reduce((a, b) => a * b, 1)), offset + source.offset);
    },
    backward: { input: refuse, source: refuse },
  }),
  op({
    ...common,
    signature: 'set.empty(Tensor input)',
    doc: 'Makes the tensor one without elements.',
    formula: 'input = []',
    forward: (input) => Tensor.empty([0], input.dtype, input.device),
    backward: { input: refuse },
  }),
];
