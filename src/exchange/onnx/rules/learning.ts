/** Normalizations and losses. */
import type { Call, Rule, Rules } from '../call.js';
import { NoRule } from '../noRule.js';
import type { Ref } from '../graphWriter.js';
import { size } from '../shapes.js';

const eps = (c: Call): number => c.number('eps', 1e-5);

function layerNorm(c: Call): readonly Ref[] {
  const shape = c.numbers('normalized_shape');
  const axis = c.input.shape.length - shape.length;
  const weight = c.maybe('weight') ?? c.writer.constant(new Array<number>(size(shape)).fill(1), { shape, dtype: c.input.dtype });
  return c.writer.multi('LayerNormalization', [c.input, weight, c.maybe('bias')], c.step.outputs, { axis, epsilon: { float: eps(c) } });
}

/** A parameter for each channel, in a shape that broadcasts with the input. */
const channelwise = (c: Call, ref: Ref, rank: number): Ref =>
  c.reshape(
    ref,
    Array.from({ length: rank }, (_, i) => (i === 1 ? size(ref.shape) : 1)),
  );

const finish = (c: Call, standardized: Ref): Ref => {
  const [weight, bias] = [c.maybe('weight'), c.maybe('bias')];
  const rank = standardized.shape.length;
  const scaled = weight ? c.mul(standardized, channelwise(c, weight, rank)) : standardized;
  return bias ? c.add(scaled, channelwise(c, bias, rank)) : scaled;
};

/** The mean and the inverse deviation over dims. These dims stay, with size 1. */
function moments(c: Call, x: Ref, dims: readonly number[]): { centred: Ref; mean: Ref; rstd: Ref } {
  const mean = c.reduce('ReduceMean', x, dims, true);
  const centred = c.sub(x, mean);
  const variance = c.reduce('ReduceMean', c.mul(centred, centred), dims, true);
  return { centred, mean, rstd: c.each('Reciprocal', [c.each('Sqrt', [c.plus(variance, eps(c))])]) };
}

function batchNorm(c: Call): readonly Ref[] {
  const rank = c.input.shape.length;
  const [, savedMean, savedRstd] = c.step.outputs;
  const shaped = (out: Ref, mean: Ref, rstd: Ref): Ref[] => [
    out,
    ...(savedMean ? [c.reshape(mean, savedMean.shape)] : []),
    ...(savedRstd ? [c.reshape(rstd, savedRstd.shape)] : []),
  ];
  if (c.flag('training')) {
    const dims = c.input.shape.map((_, i) => i).filter((dim) => dim !== 1);
    const { centred, mean, rstd } = moments(c, c.input, dims);
    return shaped(finish(c, c.mul(centred, rstd)), mean, rstd);
  }
  const [mean, variance] = [c.tensor('running_mean'), c.tensor('running_var')];
  const rstd = c.each('Reciprocal', [c.each('Sqrt', [c.plus(variance, eps(c))])]);
  const fill = (value: number) => c.writer.constant(new Array<number>(size(mean.shape)).fill(value), mean);
  const parameters = [c.maybe('weight') ?? fill(1), c.maybe('bias') ?? fill(0), mean, variance];
  if (rank < 2) throw new NoRule('A batch norm of a vector has no ONNX form.');
  return shaped(c.writer.op('BatchNormalization', [c.input, ...parameters], c.out, { epsilon: { float: eps(c) } }), mean, rstd);
}

function groupNorm(c: Call): readonly Ref[] {
  const [N, group] = [c.number('N', 1), c.number('group', 1)];
  const { centred, mean, rstd } = moments(c, c.reshape(c.input, [N, group, size(c.input.shape) / (N * group)]), [2]);
  const out = finish(c, c.reshape(c.mul(centred, rstd), c.input.shape));
  return [out, ...[mean, rstd].slice(0, c.step.outputs.length - 1).map((ref) => c.reshape(ref, [N, group]))];
}

const reduced = (c: Call, each: Ref): Ref => {
  const how = c.text('reduction', 'mean');
  return how === 'none' ? each : c.reduce(how === 'sum' ? 'ReduceSum' : 'ReduceMean', each, [], false);
};

/** A loss that is computed for each element. */
const elements =
  (body: (x: Ref, y: Ref, c: Call) => Ref): Rule =>
  (c) =>
    reduced(c, body(c.tensor('input'), c.cast(c.tensor('target'), c.out.dtype), c));

const weighted = (c: Call, each: Ref): Ref => {
  const weight = c.maybe('weight');
  return weight ? c.mul(each, weight) : each;
};

const half = (c: Call, x: Ref, most: number, inner: (d: Ref) => Ref, outer: (d: Ref) => Ref): Ref => {
  const size = c.each('Abs', [x]);
  return c.where(c.compare('Less', size, c.like(most, size)), inner(size), outer(size));
};

/** The logarithm, not below −100, as in PyTorch's loss. */
const logOf = (c: Call, x: Ref): Ref => c.each('Max', [c.log(x), c.like(-100, x)]);

const oneLess = (c: Call, x: Ref): Ref => c.sub(c.like(1, x), x);

function logits(x: Ref, y: Ref, c: Call): Ref {
  const positive = c.maybe('pos_weight');
  const softplus = c.add(c.log(c.plus(c.exp(c.neg(c.each('Abs', [x]))), 1)), c.each('Relu', [c.neg(x)]));
  // Both branches compute (1 − y) · x + (weight of the positive) · softplus(−x).
  const factor = positive ? c.plus(c.mul(c.plus(positive, -1), y), 1) : null;
  return weighted(c, c.add(c.mul(oneLess(c, y), x), factor ? c.mul(factor, softplus) : softplus));
}

const nllLoss: Rule = (c) => {
  const [input, target] = [c.tensor('input'), c.cast(c.tensor('target'), 'int64')];
  const isVector = input.shape.length === 1;
  const [x, y] = isVector ? [c.reshape(input, [1, ...input.shape]), c.reshape(target, [1])] : [input, target];
  const reduction = c.text('reduction', 'mean');
  const shape = isVector && reduction === 'none' ? [1] : c.out.shape;
  const loss = c.writer.op(
    'NegativeLogLikelihoodLoss',
    [x, y, c.maybe('weight')],
    { shape, dtype: x.dtype },
    {
      reduction,
      ignore_index: c.number('ignore_index', -100),
    },
  );
  return c.reshape(loss, c.out.shape);
};

// not operations: keys of a translation table, each with its rule for ONNX
export const learning: Rules = {
  layer_norm: layerNorm,
  batch_norm: batchNorm,
  group_norm: groupNorm,
  mse_loss: elements((x, y, c) => {
    const apart = c.sub(x, y);
    return c.mul(apart, apart);
  }),
  smooth_l1_loss: elements((x, y, c) => {
    const beta = c.number('beta', 1);
    const apart = c.sub(x, y);
    if (beta === 0) return c.each('Abs', [apart]);
    return half(
      c,
      apart,
      beta,
      (d) => c.times(c.mul(d, d), 0.5 / beta),
      (d) => c.plus(d, -beta / 2),
    );
  }),
  huber_loss: elements((x, y, c) => {
    const delta = c.number('delta', 1);
    return half(
      c,
      c.sub(x, y),
      delta,
      (d) => c.times(c.mul(d, d), 0.5),
      (d) => c.times(c.plus(d, -delta / 2), delta),
    );
  }),
  binary_cross_entropy: elements((x, y, c) =>
    weighted(c, c.neg(c.add(c.mul(y, logOf(c, x)), c.mul(oneLess(c, y), logOf(c, oneLess(c, x)))))),
  ),
  binary_cross_entropy_with_logits: elements(logits),
  soft_margin_loss: elements((x, y, c) => c.log(c.plus(c.exp(c.neg(c.mul(x, y))), 1))),
  nll_loss: nllLoss,
  nll_loss2d: nllLoss,
};
