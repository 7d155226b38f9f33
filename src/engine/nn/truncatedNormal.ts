/** Normal numbers from within [a, b]: what `nn.init.trunc_normal_` fills with. */
import { erf } from '../backends/scalar.js';
import { empty_like, where } from '../generated/torch.js';
import type { Generator } from '../random/generator.js';
import type { Tensor } from '../tensor/tensor.js';

const cumulatedNormal = (x: number): number => (1 + erf(x / Math.SQRT2)) / 2;

interface TruncatedNormal {
  tensor: Tensor;
  mean: number;
  std: number;
  a: number;
  b: number;
  generator: Generator | null;
}
/** Draws normal numbers, and draws numbers outside of [a, b] again. This is fast when few numbers fall outside. */
function normalWithin({ tensor, mean, std, a, b, generator }: TruncatedNormal): Tensor {
  const [low, high] = [a, b].map((bound) => tensor.new_full([], bound).item());
  let drawn = tensor.normal_(mean, std, { generator });
  for (;;) {
    const isOutside = drawn.lt(low).logical_or(drawn.gt(high));
    if (!isOutside.any().item()) return tensor.copy_(drawn);
    drawn = where(isOutside, empty_like(drawn).normal_(mean, std, { generator }), drawn);
  }
}

/**
 * Draws uniform numbers from [a, b], and keeps each with probability density(number) / (greatest density in [a, b]).
 */
function evenlyThenKept({ tensor, mean, std, a: first, b: last, generator }: TruncatedNormal): Tensor {
  const likeliest = Math.max(first, Math.min(mean, last));
  // Limits [a, b] to 40 standard deviations: numbers farther away are never kept, and in an endless range nearly all
  // draws would be such numbers.
  let [a, b] = [Math.max(first, likeliest - 40 * std), Math.min(last, likeliest + 40 * std)];
  // Far from the mean, the density falls so steeply from the bound that is nearest to it that only numbers beside that are kept.
  const near = (40 * std) / Math.max(1, Math.abs(likeliest - mean) / std);
  const isFar = b - a > 1000 * near;
  if (isFar) [a, b] = [Math.max(a, likeliest - near), Math.min(b, likeliest + near)];
  const peak = -0.5 * ((likeliest - mean) / std) ** 2;
  const isRefused = (drawn: Tensor): Tensor => {
    // The difference of the two squares, which has no digits left where both are large.
    const far = () =>
      drawn
        .sub(likeliest)
        .mul_(drawn.add(likeliest - 2 * mean))
        .mul_(-0.5 / std ** 2);
    const density = isFar ? far() : drawn.sub(mean).div_(std).pow_(2).mul_(-0.5).sub_(peak);
    return empty_like(tensor).uniform_(0, 1, { generator }).log_().gt(density);
  };
  let result = tensor.uniform_(a, b, { generator });
  let pending = isRefused(result);
  while (pending.any().item()) {
    const drawn = empty_like(tensor).uniform_(a, b, { generator });
    result = where(pending, drawn, result);
    pending = where(pending, isRefused(drawn), pending);
  }
  return tensor.copy_(result);
}

/** Fills a tensor. */
export function truncatedNormal(values: TruncatedNormal): Tensor {
  // A negative standard deviation spreads numbers as much as the positive one.
  const given = { ...values, std: Math.abs(values.std) };
  const { mean, std, a, b } = given;
  const inside = cumulatedNormal((b - mean) / std) - cumulatedNormal((a - mean) / std);
  return inside > 0.3 ? normalWithin(given) : evenlyThenKept(given);
}
