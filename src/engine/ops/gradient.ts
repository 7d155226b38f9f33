import { getDefaultDType } from '../dtype.js';
import { RuntimeError } from '../errors.js';
import { wrapDims } from '../shape.js';
import { Tensor } from '../tensor/tensor.js';
import * as kind from './kind.js';
import { lateCode } from './later.js';
import { op, type Op } from './op.js';

/** `torch.gradient`: slopes of sampled functions, by finite differences. */

function checkCount(rank: number, given: number, dims: readonly number[] | null): void {
  if (dims === null && given !== rank)
    throw new RuntimeError(
      `torch.gradient expected spacing to be unspecified, a scalar, or a list of length equal to 'self.dim() = ${rank}', since dim argument was not given, but got a list of length ${given}`,
    );
  if (dims !== null && given !== dims.length)
    throw new RuntimeError(
      `torch.gradient expected spacing to be unspecified, a scalar or it's spacing and dim arguments to have the same length, but got a spacing argument of length ${given} and a dim argument of length ${dims.length}.`,
    );
}

export const gradientOps: Op[] = [
  op({
    signature: 'gradient(Tensor input, *, float|float[]|Tensor[]? spacing=1, int[]? dim=None, int edge_order=1) -> Tensor[]',
    kind: kind.scan({ computes: 'difference' }),
    doc: 'The slopes of a function along each dim, by differences of its values at places that are `spacing` apart, or at given ones.',
    formula: 'out[d][i] = (input[i + 1] − input[i − 1]) / (2 · spacing)',
    compose(input, spacing, dim, order) {
      const rank = input.sizes.length;
      if (order !== 1 && order !== 2) throw new RuntimeError('torch.gradient only supports edge_order=1 and edge_order=2.');
      const given: readonly (number | Tensor)[] | number = spacing ?? 1;
      if (Array.isArray(given)) checkCount(rank, given.length, dim);
      const dims = dim === null ? [...input.sizes.keys()] : wrapDims(dim, rank);
      if (dims.some((d) => input.sizes[d] < order + 1))
        throw new RuntimeError('torch.gradient expected each dimension size to be at least edge_order+1');
      // Integers are made floats first, since their differences are divided.
      const x = input.dtype.isContinuous || input.dtype.category === 0 ? input : input.to(getDefaultDType());
      return dims.map((d, i) => {
        const step = Array.isArray(given) ? (given as readonly (number | Tensor)[])[i] : (given as unknown as number);
        if (!(step instanceof Tensor)) return lateCode().evenly(x, step, d, order);
        if (step.sizes.length !== 1)
          throw new RuntimeError(
            `torch.gradient expected each element of spacing to have one dimension, but got an element with ${step.sizes.length} dimensions!`,
          );
        return lateCode().unevenly(x, step, d, order);
      });
    },
  }),
];
