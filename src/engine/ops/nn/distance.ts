import { RuntimeError } from '../../errors.js';
import { wrongDtype } from '../../errors/dtypes.js';
import { wrongShape } from '../../errors/shapes.js';
import { broadcastSizes, sameSizes, wrapDim } from '../../shape.js';
import type { Tensor } from '../../tensor/tensor.js';
import { isGradEnabled } from '../../autograd/gradMode.js';
import * as kind from '../kind.js';
import { op, type Op } from '../op.js';
import { listOf } from '../../memory.js';
import { placesOf } from '../indexing/shared.js';
import { inBoth } from './shared.js';
import { halfNames, lacking } from '../lacks.js';

/** Operations for distances, angles and lengths. */

/** A length, at least `eps`. The gradient passes below this limit too, as in PyTorch. */
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
  compose: (x1, x2, p, eps, keepdim) => x1.sub(x2).add(eps)._norm(p, [-1], keepdim),
});

const normalize = op({
  signature: 'nn.functional.normalize(Tensor input, float p=2.0, int|int[] dim=1, float eps=1e-12, Tensor? out=None)',
  kind: kind.normalization(),
  doc: 'Scales vectors along a dim to a p-norm of 1.',
  formula: 'out = input / max(‖input‖ₚ, eps)',
  gradient: 'input: (g − out · Σ (g · out)) / ‖input‖  (p = 2)',
  compose: (input, p, dim, eps) => input.div(input.norm(p, dim, true).clamp_min(eps).expand_as(input)),
});

/**
 * The gradient of `lengths`, the p-norms of differences along the last dim. Equal points get none; with p = ∞, each
 * element that is the greatest gets all of it.
 */
function throughLengths(grad: Tensor, d: Tensor, lengths: Tensor, p: number): Tensor {
  if (p === 0) return d.mul(0);
  const [g, length] = [grad.unsqueeze(-1), lengths.unsqueeze(-1)];
  if (p === 1) return d.sign().mul(g);
  if (p === Infinity) return d.sign().mul(g).masked_fill(d.abs().ne(length), 0);
  const none = length.eq(0);
  if (p === 2) return d.mul(g.div(length).masked_fill(none, 0));
  const part = p < 2 ? d.sign().mul(d.abs().pow(p - 1)) : d.mul(d.abs().pow(p - 2));
  const flat = p < 1 ? none.logical_or(d.eq(0)) : none;
  return part
    .mul(g)
    .div(length.pow(p - 1))
    .masked_fill(flat, 0);
}

/** The differences of every row of one tensor to every row of the other. */
const differences = (x1: Tensor, x2: Tensor): Tensor => x1.unsqueeze(-2).sub(x2.unsqueeze(-3));

const cdist = op({
  lacks: lacking('cdist', ...halfNames),
  signature: "cdist(Tensor x1, Tensor x2, float p=2.0, str compute_mode='use_mm_for_euclid_dist_if_necessary')",
  autocast: 'float32',
  kind: kind.distance({ breaks: [{ how: 'slope', argument: 'x1', at: 0 }] }),
  doc: 'The p-norm distance of each row of `x1` from each row of `x2`: (…, P, M) and (…, R, M) give (…, P, R).',
  formula: 'out[i, j] = ‖x1[i] − x2[j]‖ₚ',
  gradient: 'x1[i]: Σ_j g[i, j] · ∂‖d‖ₚ/∂d;  x2[j]: the negative, over i',
  variants: ['function'],
  forward(x1, x2, p) {
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
    return differences(x1, x2).norm(p, -1);
  },
  backward: {
    x1: (g, s) => throughLengths(g, differences(s.x1, s.x2), s.result, s.p).sum([-2]),
    x2: (g, s) => throughLengths(g, differences(s.x1, s.x2), s.result, s.p).sum([-3]).neg(),
  },
});

/** The row numbers of all pairs of rows: the first rows, then the second rows. */
function pairs(input: Tensor): [Tensor, Tensor] {
  const n = input.sizes[0];
  const rows = listOf(n, (i) => i);
  const first = rows.flatMap((i) => new Array<number>(n - 1 - i).fill(i));
  const second = rows.flatMap((i) => rows.slice(i + 1));
  return [placesOf(first, input), placesOf(second, input)];
}

function pairDifferences(input: Tensor): Tensor {
  const [first, second] = pairs(input);
  return input.index_select(0, first).sub(input.index_select(0, second));
}

const pdist: Op[] = inBoth('pdist(Tensor input, float p=2.0)', {
  kind: kind.distance(),
  doc: 'The p-norm distances of all pairs of rows, the upper triangle of `cdist(input, input)`.',
  formula: 'out = ‖input[i] − input[j]‖ₚ for i < j',
  gradient: 'input[i]: Σ_j g[i, j] · ∂‖d‖ₚ/∂d',
  forward(input, p) {
    if (input.sizes.length !== 2) throw wrongShape(`pdist only supports 2D tensors, got: ${input.sizes.length}D`);
    if (!input.dtype.is_floating_point) throw wrongDtype('floating', 'pdist only supports floating-point dtypes');
    if (p < 0) throw new RuntimeError('pdist only supports non-negative p values');
    return pairDifferences(input).norm(p, -1);
  },
  backward: {
    input(g, s) {
      const [first, second] = pairs(s.input);
      const each = throughLengths(g, pairDifferences(s.input), s.result, s.p);
      return each.new_zeros(s.sizesOf('input')).index_add(0, first, each).index_add(0, second, each.neg());
    },
  },
});

export const distances: Op[] = [...cosineSimilarity, ...pairwiseDistance, normalize, cdist, ...pdist];
