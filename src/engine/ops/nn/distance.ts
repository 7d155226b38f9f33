import { RuntimeError } from '../../errors.js';
import { wrongDtype } from '../../errors/dtypes.js';
import { wrongShape } from '../../errors/shapes.js';
import { broadcastSizes, sameSizes, wrapDim } from '../../shape.js';
import type { Tensor } from '../../tensor.js';
import { isGradEnabled } from '../../autograd/gradMode.js';
import * as kind from '../kind.js';
import { op, type Op } from '../op.js';
import { inBoth } from './shared.js';

/** Distances, angles and lengths. */

/** A length of at least `eps`; the floor does not stop the gradient, as in PyTorch. */
function floored(length: Tensor, eps: number): Tensor {
  const plain = length.detach();
  const raised = plain.clamp_min(eps);
  return isGradEnabled() ? length.add(raised.sub(plain)) : raised;
}

const cosineSimilarity: Op[] = inBoth('cosine_similarity(Tensor x1, Tensor x2, int dim=1, float eps=1e-8)', {
  kind: kind.distance(),
  doc: 'The cosine of the angle between vectors along a dim.',
  formula: 'out = x1 · x2 / (max(‖x1‖, eps) · max(‖x2‖, eps))',
  gradient: 'x1: g · (x2 / ‖x2‖ − out · x1 / ‖x1‖) / ‖x1‖;  x2: likewise',
  compose(x1, x2, dim, eps) {
    const sizes = broadcastSizes(x1.sizes, x2.sizes);
    if (!x1.dtype.is_floating_point && !x2.dtype.is_floating_point) {
      throw wrongDtype('floating', `expected common dtype to be floating point, yet common dtype is ${x1.dtype.scalarName}`);
    }
    const [a, b] = [x1, x2].map((x) => (sameSizes(x.sizes, sizes) ? x : x.expand(sizes)));
    const length = (t: Tensor) => floored(t.norm(2, wrapDim(dim, sizes.length), true), eps);
    return a
      .div(length(a))
      .mul(b.div(length(b)))
      .sum([dim]);
  },
});

const pairwiseDistance: Op[] = inBoth('pairwise_distance(Tensor x1, Tensor x2, float p=2.0, float eps=1e-6, bool keepdim=False)', {
  kind: kind.distance({ breaks: [{ how: 'slope', argument: 'x1', at: 0 }] }),
  doc: 'The p-norm of the differences along the last dim.',
  formula: 'out = ‖x1 − x2 + eps‖ₚ',
  gradient: 'x1: g · ∂‖d‖ₚ/∂d;  x2: the negative',
  compose: (x1, x2, p, eps, keepdim) => x1.sub(x2).add(eps).norm(p, -1, keepdim),
});

const normalize = op({
  signature: 'nn.functional.normalize(Tensor input, float p=2.0, int|int[] dim=1, float eps=1e-12, Tensor? out=None)',
  kind: kind.normalization(),
  doc: 'Scales vectors along a dim to a p-norm of 1.',
  formula: 'out = input / max(‖input‖ₚ, eps)',
  gradient: 'input: (g − out · Σ (g · out)) / ‖input‖  (p = 2)',
  compose: (input, p, dim, eps) => input.div(input.norm(p, dim, true).clamp_min(eps).expand_as(input)),
});

/** The p-norm of differences along the last dim; for p = 0, which only counts, with a gradient of zeros. */
const lengthOf = (d: Tensor, p: number): Tensor => (p === 0 ? d.norm(0, -1).add(d.mul(0).sum([-1])) : d.norm(p, -1));

const cdist = op({
  signature: "cdist(Tensor x1, Tensor x2, float p=2.0, str compute_mode='use_mm_for_euclid_dist_if_necessary')",
  kind: kind.distance({ breaks: [{ how: 'slope', argument: 'x1', at: 0 }] }),
  doc: 'The p-norm distance of each row of `x1` from each row of `x2`: (…, P, M) and (…, R, M) give (…, P, R).',
  formula: 'out[i, j] = ‖x1[i] − x2[j]‖ₚ',
  gradient: 'x1[i]: Σ_j g[i, j] · ∂‖d‖ₚ/∂d;  x2[j]: the negative, over i',
  variants: ['function'],
  compose(x1, x2, p) {
    for (const [name, t] of [
      ['X1', x1],
      ['X2', x2],
    ] as const) {
      if (!t.dtype.is_floating_point)
        throw wrongDtype('floating', `cdist only supports floating-point dtypes, ${name} got: ${t.dtype.scalarName}`);
      if (t.sizes.length < 2) {
        throw wrongShape(`cdist only supports at least 2D tensors, ${name} got: ${t.sizes.length}D`);
      }
    }
    if (x1.sizes.at(-1) !== x2.sizes.at(-1)) {
      throw wrongShape(`X1 and X2 must have the same number of columns. X1: ${x1.sizes.at(-1)} X2: ${x2.sizes.at(-1)}`);
    }
    if (p < 0) throw new RuntimeError('cdist only supports non-negative p values');
    return lengthOf(x1.unsqueeze(-2).sub(x2.unsqueeze(-3)), p);
  },
});

const pdist: Op[] = inBoth('pdist(Tensor input, float p=2.0)', {
  kind: kind.distance(),
  doc: 'The p-norm distances of all pairs of rows, the upper triangle of `cdist(input, input)`.',
  formula: 'out = ‖input[i] − input[j]‖ₚ for i < j',
  gradient: 'input[i]: Σ_j g[i, j] · ∂‖d‖ₚ/∂d',
  compose(input, p) {
    if (input.sizes.length !== 2) throw wrongShape(`pdist only supports 2D tensors, got: ${input.sizes.length}D`);
    if (!input.dtype.is_floating_point) throw wrongDtype('floating', 'pdist only supports floating-point dtypes');
    if (p < 0) throw new RuntimeError('pdist only supports non-negative p values');
    const n = input.sizes[0];
    const first: number[] = [];
    const second: number[] = [];
    for (let i = 0; i < n; i++)
      for (let j = i + 1; j < n; j++) {
        first.push(i);
        second.push(j);
      }
    return lengthOf(input.index(first).sub(input.index(second)), p);
  },
});

export const distances: Op[] = [...cosineSimilarity, ...pairwiseDistance, normalize, cdist, ...pdist];
