import * as kind from '../kind.js';
import { lateCode } from '../later.js';
import { op, type Op } from '../op.js';

/** Pooling by windows whose places are drawn: Graham's fractional max pooling. */

const fractional = (n: 2 | 3): Op =>
  op({
    signature: `nn.functional.fractional_max_pool${n}d(Tensor input, int[] kernel_size, int[]? output_size=None, float[]? output_ratio=None, bool return_indices=False, Tensor? _random_samples=None) -> any`,
    kind: kind.pooling(),
    doc: 'The maximum within windows that lie at random, so that the result has a size or a part of the size.',
    formula: 'out[…, i] = max of window i',
    gradient: 'input: g at the greatest elements',
    compose: (input, kernel, size, ratio, withIndices, given) =>
      lateCode().fractionalPooling(n, input, kernel, size, ratio, withIndices, given),
  });

export const fractionalPooling: Op[] = [fractional(2), fractional(3)];
