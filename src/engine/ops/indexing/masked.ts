import type { Complex } from '../../complex.js';
import { bool } from '../../dtype.js';
import { wrongDtype } from '../../errors/dtypes.js';
import { wrongShape } from '../../errors/shapes.js';
import { kernels } from '../../backends/dispatch.js';
import { broadcastSizes, numel } from '../../shape.js';
import { Tensor } from '../../tensor/tensor.js';
import * as kind from '../kind.js';
import { type Op, op } from '../op.js';
import { type Scalar, dense } from '../pointwise.js';
import { nonzeroPositions, padded, placesOf, takeAt } from './shared.js';
import { lacking } from '../lacks.js';

/** Operations on elements by a mask. */

const notBool = (message: string) => wrongDtype('bool', message);

export const maskedFills: Op[] = [
  op({
    signature: 'masked_fill(Tensor input, Tensor mask, Scalar|complex value)',
    lacks: lacking('masked_fill', 'UInt16'),
    kind: kind.selection(),
    doc: 'Overwrites the elements where `mask` holds.',
    formula: 'out = mask ? value : input',
    gradient: 'input: g, 0 where mask',
    writesOverlaps: true,
    variants: ['function', 'method', 'inplace'],
    forward: (input, mask, value) => maskedFill(input, mask, value),
    backward: { input: (g, s) => g.masked_fill(s.mask, 0) },
  }),
  op({
    signature: 'masked_fill.Tensor(Tensor input, Tensor mask, Tensor value)',
    lacks: lacking('masked_fill', 'UInt16'),
    kind: kind.selection(),
    doc: 'Overwrites the elements where `mask` holds.',
    formula: 'out = mask ? value : input',
    gradient: 'input: g, 0 where mask;  value: Σ g where mask',
    gradFn: 'MaskedFillBackward1',
    writesOverlaps: true,
    variants: ['function', 'method', 'inplace'],
    forward(input, mask, value) {
      if (value.sizes.length > 0) {
        throw wrongShape(
          `masked_fill_ only supports a 0-dimensional value tensor, but got tensor with ${value.sizes.length} dimension(s).`,
        );
      }
      return maskedFill(input, mask, value.item());
    },
    backward: { input: (g, s) => g.masked_fill(s.mask, 0), value: (g, s) => g.masked_fill(s.mask.logical_not(), 0).sum() },
  }),
];

function maskedFill(input: Tensor, mask: Tensor, value: Scalar | Complex): Tensor {
  if (mask.dtype !== bool) throw notBool(`masked_fill_ only supports boolean masks, but got mask with dtype ${mask.dtype.cppName}`);
  const out = Tensor.empty(broadcastSizes(mask.sizes, input.sizes), input.dtype, input.device);
  const filler = input.new_full([], value);
  kernels.map('where', [mask, filler, input], out, input.dtype);
  return out;
}

export const masked: Op[] = [
  op({
    signature: 'masked_select(Tensor input, Tensor mask, *, Tensor? out=None)',
    sizedBy:
      'vmap: Attempted to vmap over `mask` in torch.masked_select(self, mask) We cannot support this because for each batch this would return a differently shaped Tensor. Please file an issue at https://github.com/pytorch/pytorch/issues if you need this feature.',
    kind: kind.indexing(),
    doc: 'The elements where `mask` holds, in one dim.',
    formula: 'out = input[mask]',
    gradient: 'input: g where mask',
    keeps: ['input'],
    forward(input, mask) {
      if (mask.dtype !== bool) throw notBool('masked_select: expected BoolTensor for mask');
      const sizes = broadcastSizes(mask.sizes, input.sizes);
      const positions = nonzeroPositions(mask.expand(sizes));
      return takeAt(input.expand(sizes), placesOf(positions, input), [positions.length]);
    },
    backward: {
      input(g, s) {
        const sizes = broadcastSizes(s.sizesOf('input'), s.mask.sizes);
        return g.new_zeros(sizes).masked_scatter(s.mask, g);
      },
    },
  }),
  op({
    signature: 'masked_scatter(Tensor input, Tensor mask, Tensor source)',
    lacks: lacking('masked_scatter', 'UInt16'),
    kind: kind.placement(),
    doc: 'Overwrites the elements where `mask` holds by those of `source`, one after the other.',
    formula: 'out[mask] = source',
    gradient: 'input: g, 0 where mask;  source: g[mask]',
    variants: ['function', 'method', 'inplace'],
    forward(input, mask, source) {
      if (mask.dtype !== bool)
        throw notBool(`masked_scatter_ only supports boolean masks, but got mask with dtype ${mask.dtype.scalarName}`);
      const sizes = broadcastSizes(input.sizes, mask.sizes);
      const positions = nonzeroPositions(mask.expand(sizes));
      const out = Tensor.empty(sizes, input.dtype, input.device);
      kernels.copy(input.expand(sizes), out);
      if (positions.length > numel(source.sizes)) throw wrongShape('Number of elements of source < number of ones in mask');
      const flat = dense(source).alias([numel(source.sizes)], [1]);
      kernels.put(out, placesOf(positions, input), flat.alias([positions.length], [1]), 'set');
      return out;
    },
    backward: {
      input: (g, s) => g.masked_fill(s.mask, 0),
      source(g, s) {
        const chosen = g.masked_select(s.mask);
        const n = numel(s.sizesOf('source'));
        return padded(chosen, [n]).reshape(s.sizesOf('source'));
      },
    },
  }),
];
