import { ValueError } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { keptStrides } from '../../layout.js';
import { mapping } from '../../mapping.js';
import { numel } from '../../shape.js';
import { observer } from '../../tensor/observe.js';
import type { Tensor } from '../../tensor/tensor.js';
import { scaledTrials } from '../drawing.js';
import * as kind from '../kind.js';
import { op, type Op } from '../op.js';
import { emptyLike } from '../pointwise.js';

/** Dropout. The noise is drawn as in PyTorch, so a seed gives the same zeros. */

function checkProbability(p: number): void {
  if (!(p >= 0 && p <= 1)) throw new ValueError(`dropout probability has to be between 0 and 1, but got ${p}`);
}

/** The noise in one pass, for a program that nobody watches: the same numbers as those of `bernoulli_` and `div_`. */
const noiseFor = (input: Tensor, p: number): Tensor => {
  const scale = input
    .new_ones([])
    .div(1 - p)
    .item();
  return scaledTrials(1 - p, scale, input.alias(input.sizes, keptStrides(input.sizes, input.strides)));
};

/** ATen's `_dropout_impl`. `feature`: drops whole channels; `alpha`: keeps the mean and variance of SELU's outputs. */
function dropped(input: Tensor, p: number, training: boolean, inplace: boolean, feature: boolean, alpha: boolean): Tensor {
  checkProbability(p);
  if (p === 0 || !training || numel(input.sizes) === 0) return input;
  const times = (factor: Tensor) => (inplace ? input.mul_(factor) : input.mul(factor));
  if (p === 1) return times(input.new_zeros([]));
  if (feature && input.sizes.length < 2) throw wrongShape('Feature dropout requires at least 2 dimensions in the input');
  if (!feature && !alpha && observer() === null && mapping() === null && input.dtype.is_floating_point) return times(noiseFor(input, p));
  const noise = feature ? input.new_zeros(input.sizes.map((n, d) => (d < 2 ? n : 1))) : emptyLike(input);
  noise.bernoulli_(1 - p);
  if (!alpha) return times(noise.div_(1 - p));
  const scale = 1.7580993408473766;
  const a = 1 / Math.sqrt((scale * scale * p + 1) * (1 - p));
  const shift = noise
    .add(-1)
    .mul_(scale * a)
    .add_(scale * a * p);
  // Not in place, as in PyTorch: the noise was drawn without a record, so a graph would show the same tensor twice.
  const out = times(noise.mul(a));
  return inplace ? out.add_(shift) : out.add(shift);
}

/** Drops channels of one sample that has no batch dim: PyTorch adds the dim meanwhile. */
function batched(input: Tensor, rank: number, drop: (x: Tensor) => Tensor, inplace: boolean): Tensor {
  if (input.sizes.length === rank) return drop(input);
  const out = drop(input.unsqueeze(0)).squeeze(0);
  return inplace ? input : out;
}

const family = (
  name: string,
  trains: boolean,
  doc: string,
  drop: (input: Tensor, p: number, training: boolean, inplace: boolean) => Tensor,
): Op =>
  op({
    signature: `nn.functional.${name}(Tensor input, float p=0.5, bool training=${trains ? 'True' : 'False'}, bool inplace=False)`,
    kind: kind.random(),
    doc,
    formula: name.includes('alpha')
      ? 'out = a · (input where kept, else −1.7581) + b'
      : 'out = input · kept / (1 − p),  kept ~ Bernoulli(1 − p)',
    gradient: 'input: g · kept / (1 − p)',
    compose: drop,
    drawsNothing: ([, p, training]) => p === 0 || training === false,
  });

export const dropouts: Op[] = [
  family('dropout', true, 'Zeroes elements with probability `p` and scales the others so that the mean stays.', (x, p, training, inplace) =>
    dropped(x, p, training, inplace, false, false),
  ),
  family('alpha_dropout', false, "Dropout that keeps the mean and variance of SELU's outputs.", (x, p, training, inplace) =>
    dropped(x, p, training, inplace, false, true),
  ),
  family('feature_alpha_dropout', false, 'Alpha dropout of whole channels.', (x, p, training, inplace) =>
    dropped(x, p, training, inplace, true, true),
  ),
  family('dropout1d', true, 'Zeroes whole channels of (N, C, L) or (C, L).', (x, p, training, inplace) => {
    checkProbability(p);
    const rank = x.sizes.length;
    if (rank !== 2 && rank !== 3) {
      throw wrongShape(
        `dropout1d: Expected 2D or 3D input, but received a ${rank}D input. Note that dropout1d exists to provide channel-wise dropout on ` +
          'inputs with 1 spatial dimension, a channel dimension, and an optional batch dimension (i.e. 2D or 3D inputs).',
      );
    }
    return batched(x, 3, (y) => dropped(y, p, training, inplace, true, false), inplace);
  }),
  family('dropout2d', true, 'Zeroes whole channels of (N, C, H, W).', (x, p, training, inplace) =>
    dropped(x, p, training, inplace, true, false),
  ),
  family('dropout3d', true, 'Zeroes whole channels of (N, C, D, H, W) or (C, D, H, W).', (x, p, training, inplace) => {
    checkProbability(p);
    return batched(x, 5, (y) => dropped(y, p, training, inplace, true, false), inplace);
  }),
  ...[false, true].flatMap((feature) =>
    [false, true].flatMap((alpha) =>
      op({
        signature: `${feature ? 'feature_' : ''}${alpha ? 'alpha_' : ''}dropout(Tensor input, float p, bool train)`,
        kind: kind.random(),
        doc: `Zeroes ${feature ? 'whole channels' : 'elements'} with probability \`p\` and scales the others so that the mean${alpha ? ' and the variance stay' : ' stays'}.`,
        formula: 'out = input · kept / (1 − p),  kept ~ Bernoulli(1 − p)',
        gradient: 'input: g · kept / (1 − p)',
        variants: ['function'],
        compose: (input, p, train) => dropped(input, p, train, false, feature, alpha),
      }),
    ),
  ),
];
