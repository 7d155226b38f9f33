import { kernels } from '../../backends/dispatch.js';
import type { Window } from '../../backends/backend.js';
import { RuntimeError } from '../../errors.js';
import { int64 } from '../../dtype.js';
import { numel } from '../../shape.js';
import { Tensor } from '../../tensor/tensor.js';
import * as kind from '../kind.js';
import { op, type Op } from '../op.js';
import { dense } from '../pointwise.js';
import type { NamedArguments } from '../signatureTypes.js';
import { checkFlat, pooledSizes } from './poolingChecks.js';
import { inBoth, run, runAll, tuple } from './shared.js';

/** Pooling over windows: the maximum, or the mean. */

const ones = (n: number, fill = 1): number[] => new Array<number>(n).fill(fill);
const three = (list: readonly number[], fill: number): number[] => [...ones(3 - list.length, fill), ...list];

export const windowOf = (
  kernel: readonly number[],
  stride: readonly number[],
  padding: readonly number[],
  dilation: readonly number[],
): Window => ({
  kernel: three(kernel, 1),
  stride: three(stride, 1),
  padding: three(padding, 0),
  dilation: three(dilation, 1),
});

/** The tensor [leading…, spatial…] as [planes, D, H, W]. */
export const planes = (t: Tensor, n: number): Tensor => {
  const spatial = t.sizes.slice(t.sizes.length - n);
  return dense(t).view([numel(t.sizes.slice(0, t.sizes.length - n)), ...three(spatial, 1)]);
};

const resultSizes = (input: Tensor, n: number, spatial: readonly number[]): number[] => [
  ...input.sizes.slice(0, input.sizes.length - n),
  ...spatial,
];

/** Puts the value of each window at the place of its greatest element. Max pooling and unpooling share it. */
export const scatterPlanes: Op = op({
  signature: 'max_pool_backward(Tensor grad_output, Tensor indices, int[] size, int n)',
  kind: kind.placement({ indices: ['indices'] }),
  doc: 'Adds elements at positions within the planes of a tensor of `size`.',
  formula: 'out[indices[i]] += grad_output[i]',
  gradient: 'grad_output: g[indices]',
  variants: [],
  forward(grad, indices, size, n) {
    const out = Tensor.zeros(size, grad.dtype, grad.device);
    kernels.scatter(flatPlanes(out, n), 1, flatPlanes(indices, n), flatPlanes(grad, n), 'add');
    return out;
  },
  backward: { grad_output: (g, s) => run(gatherPlanes, g, s.indices, s.n) },
});

/** The elements of each plane at positions within it. */
export const gatherPlanes: Op = op({
  signature: 'max_pool_double_backward(Tensor input, Tensor indices, int n)',
  kind: kind.indexing({ indices: ['indices'] }),
  doc: 'The elements at positions within the planes of a tensor.',
  formula: 'out[i] = input[indices[i]]',
  gradient: 'input: g, added at indices',
  variants: [],
  forward(input, indices, n) {
    const out = Tensor.empty(indices.sizes, input.dtype, input.device);
    kernels.gather(flatPlanes(input, n), 1, flatPlanes(indices, n), flatPlanes(out, n));
    return out;
  },
  backward: { input: (g, s) => run(scatterPlanes, g, s.indices, s.sizesOf('input'), s.n) },
});

/** The tensor [leading…, spatial…] (spatial: the last `n` dims) as [planes, positions]. */
export const flatPlanes = (t: Tensor, n: number): Tensor => {
  const rank = t.sizes.length;
  return dense(t).view([numel(t.sizes.slice(0, rank - n)), numel(t.sizes.slice(rank - n))]);
};

/** The greatest element of each window, and its position. */
const maxPool = (n: 2 | 3): Op =>
  op({
    signature: `max_pool${n}d_with_indices(Tensor input, int[] kernel_size, int[] stride, int[] padding, int[] dilation, bool ceil_mode) -> (Tensor output, Tensor indices)`,
    keepsChannels: true,
    kind: kind.pooling(),
    doc: 'The greatest element of each window, and where it is in the plane.',
    formula: 'out = max over the window',
    gradient: 'input: g at the greatest',
    keeps: ['input'],
    gradFn: `MaxPool${n}DWithIndicesBackward0`,
    variants: [],
    forward(input, kernel, stride, padding, dilation, ceil) {
      const spatial = pooledSizes('max', input, n, { kernel, stride, padding, dilation, ceil });
      const sizes = resultSizes(input, n, spatial);
      const out = Tensor.empty(sizes, input.dtype, input.device);
      const indices = Tensor.empty(sizes, int64, input.device);
      if (numel(sizes) > 0)
        kernels.maxPool(planes(input, n), windowOf(kernel, stride, padding, dilation), planes(out, n), planes(indices, n));
      return [out, indices];
    },
    backward: { input: (g, s) => run(scatterPlanes, g, s.resultAt(1), s.sizesOf('input'), n) },
  });

const maxPools = { 2: maxPool(2), 3: maxPool(3) };

const avgPool = (n: 2 | 3): [Op, Op] => {
  const settings = 'int[] kernel_size, int[] stride, int[] padding, bool ceil_mode, bool count_include_pad, int divisor';
  const rest = (s: NamedArguments<`(${typeof settings})`>) => [
    s.kernel_size,
    s.stride,
    s.padding,
    s.ceil_mode,
    s.count_include_pad,
    s.divisor,
  ];
  const forward: Op = op({
    signature: `avg_pool${n}d(Tensor input, ${settings})`,
    keepsChannels: true,
    kind: kind.pooling(),
    doc: 'The mean of each window.',
    formula: 'out = Σ over the window / its size',
    gradient: 'input: g / size, added over windows',
    keeps: ['input'],
    gradFn: `AvgPool${n}DBackward0`,
    variants: [],
    forward(input, kernel, stride, padding, ceil, includePad, divisor) {
      const dilation = ones(n);
      const spatial = pooledSizes('avg', input, n, { kernel, stride, padding, dilation, ceil });
      const out = Tensor.empty(resultSizes(input, n, spatial), input.dtype, input.device);
      const window = windowOf(kernel, stride, padding, dilation);
      if (numel(out.sizes) > 0) kernels.avgPool(planes(input, n), window, includePad, divisor, planes(out, n));
      return out;
    },
    backward: { input: (g, s) => run(backward, g, s.sizesOf('input'), ...rest(s)) },
  });
  const backward: Op = op({
    signature: `avg_pool${n}d_backward(Tensor grad_output, int[] size, ${settings})`,
    keepsChannels: true,
    kind: kind.pooling(),
    doc: 'The gradient of avg_pool.',
    formula: 'out = Σ over windows of grad_output / size',
    gradient: 'grad_output: avg_pool(g)',
    variants: [],
    forward(grad, size, kernel, stride, padding, _ceil, includePad, divisor) {
      const out = Tensor.zeros(size, grad.dtype, grad.device);
      const window = windowOf(kernel, stride, padding, ones(n));
      if (numel(grad.sizes) > 0) kernels.avgPoolBackward(planes(grad, n), window, includePad, divisor, planes(out, n));
      return out;
    },
    backward: { grad_output: (g, s) => run(forward, g, ...rest(s)) },
  });
  return [forward, backward];
};

const avgPools = { 2: avgPool(2), 3: avgPool(3) };

type List = number | readonly number[];
const strideOr = (stride: List | null, kernel: number[], n: number): number[] =>
  stride === null || (typeof stride !== 'number' && stride.length === 0) ? kernel : tuple(stride, n);

const maxPoolFunction = (n: 1 | 2 | 3): Op[] =>
  inBoth(
    `max_pool${n}d(Tensor input, int[] kernel_size, int[]? stride=None, int[] padding=0, int[] dilation=1, bool ceil_mode=False, bool return_indices=False) -> any`,
    {
      ...(n === 3 && { autocast: 'float32' as const }),
      kind: kind.pooling(),
      doc: `The greatest element of each window over the last ${n === 1 ? 'dim' : `${n} dims`}; with return_indices also where it is.`,
      formula: 'out = max over the window',
      gradient: 'input: g at the greatest',
      compose(input, kernel, stride, padding, dilation, ceil, withIndices) {
        const k = tuple(kernel, n);
        const lists = [k, strideOr(stride, k, n), tuple(padding, n), tuple(dilation, n)] as const;
        if (n === 1) checkFlat('max', input, lists, withIndices, ceil);
        const pooled =
          n === 1 ? flat(input, lists, (x, all) => runAll(maxPools[2], x, ...all, ceil)) : runAll(maxPools[n], input, ...lists, ceil);
        return withIndices ? pooled : pooled[0];
      },
    },
  );

/** Runs a pool over one dim as a pool over two dims; the first of them has size 1. */
function flat(input: Tensor, [k, s, p, d]: readonly number[][], pool: (x: Tensor, lists: number[][]) => Tensor[]): Tensor[] {
  return pool(input.unsqueeze(-2), [
    [1, ...k],
    [1, ...s],
    [0, ...p],
    [1, ...d],
  ]).map((t) => t.squeeze(-2));
}

const avgPoolFunction = (n: 1 | 2 | 3): Op[] =>
  inBoth(
    `avg_pool${n}d(Tensor input, int[] kernel_size, int[]? stride=None, int[] padding=0, bool ceil_mode=False, bool count_include_pad=True${n === 1 ? '' : ', int? divisor_override=None'})`,
    {
      ...(n === 3 && { autocast: 'float32' as const }),
      kind: kind.pooling(),
      doc: `The mean of each window over the last ${n === 1 ? 'dim' : `${n} dims`}.`,
      formula: 'out = Σ over the window / its size',
      gradient: 'input: g / size, added over windows',
      keeps: ['input'],
      compose(input, kernel, stride, padding, ceil, includePad, divisor = null) {
        if (divisor === 0) throw new RuntimeError('divisor must be not zero');
        const k = tuple(kernel, n);
        const lists = [k, strideOr(stride, k, n), tuple(padding, n), ones(n)] as const;
        if (n > 1) return run(avgPools[n as 2 | 3][0], input, ...lists.slice(0, 3), ceil, includePad, divisor ?? 0);
        checkFlat('avg', input, lists, true);
        return flat(input, lists, (x, all) => [run(avgPools[2][0], x, ...all.slice(0, 3), ceil, includePad, 0)])[0];
      },
    },
  );

/** Power-average pooling, built from avg_pool as in PyTorch. */
const lpPool = (n: 1 | 2): Op =>
  op({
    signature: `nn.functional.lp_pool${n}d(Tensor input, float norm_type, int[] kernel_size, int[]? stride=None, bool ceil_mode=False)`,
    kind: kind.pooling(),
    doc: 'The p-norm of each window.',
    formula: 'out = (Σ over the window inputᵖ)^(1/p)',
    gradient: 'input: g · input^(p−1) / out^(p−1), added over windows',
    compose(input, p, kernel, stride, ceil) {
      const k = tuple(kernel, n);
      const s = strideOr(stride, k, n);
      const mean = averages[n - 1].compose!(input.pow(p), k, s, 0, ceil, true) as Tensor;
      return mean
        .sign()
        .mul(mean.abs().relu())
        .mul(numel(k))
        .pow(1 / p);
    },
  });

const averages = ([1, 2, 3] as const).map(avgPoolFunction).map(([f]) => f);

export const pooling: Op[] = [
  scatterPlanes,
  gatherPlanes,
  ...Object.values(maxPools),
  ...Object.values(avgPools).flat(),
  ...([1, 2, 3] as const).flatMap(maxPoolFunction),
  // torch has this function over one dim only.
  ...avgPoolFunction(1),
  ...averages.slice(1),
  ...([1, 2] as const).map(lpPool),
];
