import type { Saved } from '../../autograd/saved.js';
import { outside, read } from '../../backends/allocation.js';
import { kernels } from '../../backends/dispatch.js';
import { int32, int64 } from '../../dtype.js';
import { NotImplementedError_, RuntimeError, ValueError } from '../../errors.js';
import { wrongDtype } from '../../errors/dtypes.js';
import { rowOutOfRange, wrongPosition } from '../../errors/indices.js';
import { wrongShape } from '../../errors/shapes.js';
import { numel, sameSizes } from '../../shape.js';
import { SparseTensor } from '../../sparse/sparseTensor.js';
import { Tensor } from '../../tensor/tensor.js';
import { alongDim } from '../indexing/shared.js';
import { lateCode } from '../later.js';
import * as kind from '../kind.js';
import { op, type Op } from '../op.js';
import { throughSteps } from '../throughSteps.js';
import { bagModes, placeOf } from './modes.js';
import { inBoth, run } from './shared.js';

/** Operations that read rows of a table by their numbers. */

const tensorTypes: Partial<Record<string, string>> = { Float: 'FloatTensor', Double: 'DoubleTensor', Bool: 'BoolTensor' };

function checkIndices(name: string, indices: Tensor): void {
  if (indices.dtype === int64 || indices.dtype === int32) return;
  throw wrongDtype(
    'positions',
    `Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got ${indices.dtype.name === 'uint16' ? 'CPUUInt16Type' : `torch.${tensorTypes[indices.dtype.scalarName] ?? `${indices.dtype.scalarName}Tensor`}`} instead (while checking arguments for ${name})`,
  );
}

/** For every element of `[indices, width]`, the number of its row. @throws IndexError for a row that does not exist */
function rowsOf(indices: Tensor, rows: number, width: number): Tensor {
  const wrong = outside(indices, 0, rows);
  if (wrong !== null) throw rowOutOfRange(wrong, rows);
  return alongDim(indices.reshape([-1]), [numel(indices.sizes), width], 0);
}

const embeddingCore = op({
  signature: 'embedding(Tensor weight, Tensor indices, int padding_idx=-1, bool scale_grad_by_freq=False, bool sparse=False)',
  kind: kind.indexing({ holds: 'weight', indices: ['indices'] }),
  doc: 'Rows of a table by their numbers; the row `padding_idx` gets no gradient.',
  formula: 'out[i] = weight[indices[i]]',
  gradient: 'weight: g, added at indices (divided by their frequency with scale_grad_by_freq)',
  variants: ['function'],
  forward(weight, indices) {
    if (weight.sizes.length !== 2) throw wrongShape("'weight' must be 2-D");
    checkIndices('embedding', indices);
    const [rows, width] = weight.sizes as [number, number];
    const out = Tensor.empty([...indices.sizes, width], weight.dtype, weight.device);
    kernels.gather(weight, 0, rowsOf(indices, rows, width), out.alias([numel(indices.sizes), width], [width, 1]));
    return out;
  },
  backward: {
    weight(g, s) {
      const [rows] = s.sizesOf('weight');
      if (s.sparse) return sparseGradient(g, s.indices, rows, s.padding_idx, s.scale_grad_by_freq);
      return run(embeddingBackward, g, s.indices, rows, s.padding_idx, s.scale_grad_by_freq);
    },
  },
});

/**
 * The gradient as a sparse tensor with a row for each index. @throws RuntimeError as PyTorch, when it should be scaled
 * by frequency
 */
function sparseGradient(g: Tensor, indices: Tensor, rows: number, padding: number, byFrequency: boolean): Tensor {
  if (byFrequency) throw new RuntimeError('embedding_backward: scale_grad_by_freq not supported with sparse gradients');
  const width = g.sizes.at(-1)!;
  const flat = indices.reshape([-1]).to(int64);
  const given = g.reshape([flat.sizes[0], width]);
  const chosen = read(flat);
  const kept = padding < 0 ? null : flat.new_tensor([...chosen.keys()].filter((i) => chosen[i] !== padding));
  const [places, values] = kept ? [flat.index_select(0, kept), given.index_select(0, kept)] : [flat, given];
  return new SparseTensor(values, places.unsqueeze(0), [rows, width], false);
}

/** 1 / the number of times that the row of each index is requested. */
function inverseFrequency(indices: Tensor, like: Tensor): Tensor {
  const chosen = read(indices);
  const counts = new Map<number, number>();
  for (const row of chosen) counts.set(row, (counts.get(row) ?? 0) + 1);
  const parts = chosen.map((row) => 1 / counts.get(row)!);
  return Tensor.of(parts, [...indices.sizes, 1], like.dtype, like.device);
}

const embeddingBackward: Op = op({
  signature: 'embedding_backward(Tensor grad_output, Tensor indices, int num_weights, int padding_idx, bool scale_grad_by_freq)',
  kind: kind.placement({ indices: ['indices'] }),
  doc: 'The gradient of embedding.',
  formula: 'out[indices[i]] += grad_output[i]',
  gradient: 'grad_output: g[indices]',
  variants: [],
  forward(grad, indices, rows, padding, byFrequency) {
    const width = grad.sizes.at(-1)!;
    const out = Tensor.zeros([rows, width], grad.dtype, grad.device);
    const scaled = byFrequency ? grad.mul(inverseFrequency(indices, grad)) : grad;
    kernels.scatter(out, 0, rowsOf(indices, rows, width), scaled.reshape([numel(indices.sizes), width]), 'add');
    if (padding >= 0) out.select(0, padding).zero_();
    return out;
  },
  backward: {
    grad_output(g, s) {
      const rows = run(embeddingCore, g, s.indices);
      const scaled = s.scale_grad_by_freq ? rows.mul(inverseFrequency(s.indices, g)) : rows;
      return s.padding_idx < 0 ? scaled : scaled.masked_fill(s.indices.eq(s.padding_idx).unsqueeze(-1), 0);
    },
  },
});

/** Scales requested rows that are longer than `maxNorm` down to it, in place and without recording. */
function renormalize(weight: Tensor, indices: Tensor, maxNorm: number, p: number): void {
  const rows = [...new Set(read(indices))].sort((a, b) => a - b);
  for (const row of rows) {
    const view = weight.detach().select(0, row);
    const length = view.norm(p).item();
    if (length > maxNorm) view.mul_(maxNorm / (length + 1e-7));
  }
}

function paddingRow(weight: Tensor, padding: number | null): number {
  if (padding === null) return -1;
  const rows = weight.sizes[0];
  if (padding >= rows || padding < -rows) throw new RuntimeError('Padding_idx must be within num_embeddings');
  return padding < 0 ? padding + rows : padding;
}

const embedding = op({
  signature:
    'nn.functional.embedding(Tensor input, Tensor weight, int? padding_idx=None, float? max_norm=None, float norm_type=2.0, bool scale_grad_by_freq=False, bool sparse=False)',
  kind: kind.indexing({ holds: 'weight', indices: ['input'] }),
  doc: embeddingCore.doc,
  formula: embeddingCore.formula,
  gradient: embeddingCore.gradient!,
  compose(input, weight, padding, maxNorm, p, byFrequency, sparse) {
    const row = paddingRow(weight, padding);
    if (maxNorm !== null) renormalize(weight, input, maxNorm, p);
    return run(embeddingCore, weight, input, row, byFrequency, sparse);
  },
});

function checkBags(
  input: Tensor,
  offsets: Tensor | null,
  perSample: Tensor | null,
  mode: string,
  byFrequency: boolean,
  sparse: boolean,
): void {
  if (perSample && !sameSizes(input.sizes, perSample.sizes)) {
    throw wrongShape(
      `embedding_bag: If per_sample_weights (${perSample.shape}) is not None, then it must have the same shape as the input (${input.shape})`,
      ValueError,
    );
  }
  const rank = input.sizes.length;
  if (rank !== 1 && rank !== 2) throw wrongShape(`input has to be 1D or 2D Tensor, but got Tensor of dimension ${rank}`, ValueError);
  if (rank === 2 && offsets) {
    throw wrongShape(
      "if input is 2D, then offsets has to be None, as input is treated is a mini-batch of fixed length sequences. However, found offsets of type <class 'torch.Tensor'>",
      ValueError,
    );
  }
  if (rank === 1 && !offsets) throw new ValueError('offsets has to be a 1D Tensor but got None');
  if (offsets && offsets.sizes.length !== 1) throw wrongShape('offsets has to be a 1D Tensor', ValueError);
  if (placeOf(bagModes, mode) < 0) throw new ValueError('mode has to be one of sum, mean or max');
  if (mode === 'max' && byFrequency) throw new ValueError('max mode does not support scaling the gradient by the frequency');
  if (mode === 'max' && sparse) throw new ValueError('max mode does not support sparse weights');
  if (perSample && mode !== 'sum') {
    throw new NotImplementedError_(
      `embedding_bag: per_sample_weights was not None. per_sample_weights is only supported for mode='sum' (got mode='${mode}'). Please open a feature request on GitHub.`,
    );
  }
}

type Bags =
  Saved<'(Tensor indices, Tensor offsets, bool scale_grad_by_freq, int mode, bool sparse, bool include_last_offset, int padding_idx)'>;
/** The results of bags, from the table (and the weights of the rows). */
const bagged = (s: Pick<Bags, 'indices' | 'offsets' | 'scale_grad_by_freq' | 'mode' | 'sparse' | 'include_last_offset' | 'padding_idx'>) =>
  lateCode().bagged(s, (weight) => run(embeddingCore, weight, s.indices, s.padding_idx, s.scale_grad_by_freq, s.sparse));

const embeddingBagCore = op({
  signature:
    '_embedding_bag(Tensor weight, Tensor indices, Tensor offsets, bool scale_grad_by_freq, int mode, bool sparse, Tensor? per_sample_weights, bool include_last_offset, int padding_idx)',
  kind: kind.pooling({ indices: ['indices', 'offsets'] }),
  shown: 'embedding_bag',
  doc: 'Sums, means or maxima of bags of rows of a table; a bag starts at each of `offsets`.',
  formula: 'out[b] = Σ_{i in bag b} weight[indices[i]]',
  gradient: 'weight: g[b] at the rows of bag b (divided by their count for the mean);  per_sample_weights: Σ g[b] · the row',
  gradFn: 'EmbeddingBagBackward0',
  variants: [],
  conjugates: true,
  forward: (weight, indices, offsets, byFrequency, mode, sparse, perSample, includeLast, padding) =>
    bagged({
      indices,
      offsets,
      mode,
      scale_grad_by_freq: byFrequency,
      sparse,
      include_last_offset: includeLast,
      padding_idx: padding,
    })(weight, perSample ?? undefined)[0],
  backward: {
    weight(g, s) {
      // Only for the maxima it matters what is in the table.
      const table = bagModes[s.mode] === 'max' ? s.weight : Tensor.zeros(s.sizesOf('weight'), g.dtype, g.device);
      return throughSteps(bagged(s), s.per_sample_weights ? [table, s.per_sample_weights] : [table], 0, [g]);
    },
    per_sample_weights: (g, s) => throughSteps(bagged(s), [s.weight, s.per_sample_weights!], 1, [g]),
  },
});

const embeddingBag = op({
  signature:
    "nn.functional.embedding_bag(Tensor input, Tensor weight, Tensor? offsets=None, float? max_norm=None, float norm_type=2, bool scale_grad_by_freq=False, str mode='mean', bool sparse=False, Tensor? per_sample_weights=None, bool include_last_offset=False, int? padding_idx=None)",
  kind: kind.pooling({ indices: ['input', 'offsets'] }),
  doc: 'Sums, means or maxima of bags of rows of a table; a bag starts at each of `offsets`, or is a row of a 2-D input.',
  formula: 'out[b] = Σ_{i in bag b} weight[input[i]]',
  gradient: 'weight: g[b] at the rows of bag b (divided by their count for the mean)',
  compose(input, weight, offsets, maxNorm, p, byFrequency, mode, sparse, perSample, includeLast, padding) {
    // PyTorch still accepts the argument order from before version 0.3.
    if (weight.dtype === int64 && input.dtype.is_floating_point) [weight, input] = [input, weight];
    checkBags(input, offsets, perSample, mode, byFrequency, sparse);
    if (maxNorm !== null) renormalize(weight, input, maxNorm, p);
    const rows = weight.sizes[0];
    const skip = padding === null ? -1 : padding < 0 ? padding + rows : padding;
    const flat = input.reshape([numel(input.sizes)]);
    const starts = offsets ?? input.new_tensor(Array.from({ length: input.sizes[0] }, (_, b) => b * input.sizes[1]));
    const samples = perSample?.reshape([flat.sizes[0]]) ?? null;
    const which = placeOf(bagModes, mode);
    return run(embeddingBagCore, weight, flat, starts, byFrequency, which, sparse, samples, offsets !== null && includeLast, skip);
  },
});

const oneHot: Op[] = inBoth('one_hot(Tensor input, int num_classes=-1)', {
  kind: kind.placement({ indices: ['input'] }),
  doc: 'Of each class a vector of zeros with a one in its place.',
  formula: 'out[i, input[i]] = 1',
  compose(input, classes) {
    if (input.dtype !== int64) throw wrongDtype('positions', 'one_hot is only applicable to index tensor of type LongTensor.');
    const values = read(input);
    if (values.length === 0 && classes <= 0) throw new RuntimeError('Can not infer total number of classes from empty tensor.');
    const greatest = values.reduce((a, b) => Math.max(a, b), -1);
    if (values.some((v) => v < 0)) throw wrongPosition('Class values must be non-negative.');
    if (classes !== -1 && classes < 1 && greatest < 0) throw new RuntimeError('num_classes should be positive');
    if (classes !== -1 && classes <= greatest) throw wrongPosition('Class values must be smaller than num_classes.');
    const count = classes === -1 ? greatest + 1 : classes;
    return input.new_zeros([...input.sizes, count]).scatter_(-1, input.unsqueeze(-1), 1);
  },
});

export const embeddings: Op[] = [embeddingCore, embeddingBackward, embedding, embeddingBagCore, embeddingBag, ...oneHot];
