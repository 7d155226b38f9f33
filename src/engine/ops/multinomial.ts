import { numbers, read } from '../backends/allocation.js';
import { int64 } from '../dtype.js';
import { RuntimeError } from '../errors.js';
import { wrongDtype } from '../errors/dtypes.js';
import { wrongShape } from '../errors/shapes.js';
import type { Generator } from '../random/generator.js';
import { Tensor } from '../tensor/tensor.js';
import { dense } from './pointwise.js';

/**
 * Samples by weights. For one draw, or without replacement: the greatest of weight / exponential noise, as PyTorch;
 * else by cumulated weights.
 */
export function multinomial(input: Tensor, count: number, replacement: boolean, g: Generator): Tensor {
  const rank = input.sizes.length;
  if (rank !== 1 && rank !== 2) throw new RuntimeError('prob_dist must be 1 or 2 dim');
  const n = input.sizes.at(-1)!;
  if (count <= 0) throw new RuntimeError('cannot sample n_sample <= 0 samples');
  if (!replacement && count > n) throw wrongShape('cannot sample n_sample > prob_dist.size(-1) samples without replacement');
  if (!input.dtype.is_floating_point) {
    throw wrongDtype('floating', `multinomial only supports floating-point dtypes for input, got: ${input.dtype.scalarName}`);
  }
  if (n > 2 ** 24) throw new RuntimeError('number of categories cannot exceed 2^24');
  const weights = read(dense(input));
  const wrong = weights.find((w) => !(w >= 0 && w < Infinity));
  if (wrong !== undefined) {
    const how = wrong === Infinity ? '= infinity or NaN' : '< 0';
    throw new RuntimeError(
      replacement && count > 1
        ? `invalid multinomial distribution (encountering probability entry ${how})`
        : 'probability tensor contains either `inf`, `nan` or element < 0',
    );
  }
  const rows = rank === 1 ? 1 : input.sizes[0];
  const out = new Float64Array(rows * count);
  const noise = replacement && count > 1 ? null : numbers(input.dtype, weights.length);
  if (noise) for (let i = 0; i < noise.length; i++) noise[i] = -Math.log1p(-g.uniform64());
  for (let r = 0; r < rows; r++) {
    const w = weights.subarray(r * n, (r + 1) * n);
    if (w.every((v) => v === 0)) throw new RuntimeError('invalid multinomial distribution (sum of probabilities <= 0)');
    const chosen = noise
      ? [...w.keys()].sort((i, j) => w[j] / noise[r * n + j] - w[i] / noise[r * n + i]).slice(0, count)
      : byCumulation(w, count, g);
    out.set(chosen, r * count);
  }
  return Tensor.of(out, rank === 1 ? [count] : [rows, count], int64, input.device);
}

function byCumulation(weights: Float64Array, count: number, g: Generator): number[] {
  let sum = 0;
  const cumulated = weights.map((w) => (sum += w));
  return Array.from({ length: count }, () => {
    const u = g.uniform64() * sum;
    const at = cumulated.findIndex((c) => c >= u);
    return at < 0 ? weights.length - 1 : at;
  });
}
