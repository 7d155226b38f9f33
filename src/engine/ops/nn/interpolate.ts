import { NotImplementedError_, ValueError } from '../../errors.js';
import { listOf } from '../../memory.js';
import { wrongShape } from '../../errors/shapes.js';
import { showSizes } from '../../shape.js';
import type { Tensor } from '../../tensor/tensor.js';
import { fn } from '../registry.js';
import * as kind from '../kind.js';
import { op, type Op } from '../op.js';
import { applySeparable, type Taps } from './separable.js';
import { run, tuple } from './shared.js';

/** Resizes spatial dims. Every mode is linear in the input and works on one dim after the other. */

type Filter = 'nearest' | 'nearest-exact' | 'linear' | 'cubic' | 'linear-aa' | 'cubic-aa';

/** The step in the input for each step in the output: 1 / scale if the scale is given, else the ratio of the sizes. */
const ratio = (inputs: number, outputs: number, align: boolean, scale: number | null): number => {
  if (align) return outputs > 1 ? (inputs - 1) / (outputs - 1) : 0;
  return scale !== null && scale > 0 ? 1 / scale : inputs / outputs;
};

/** The position of an output element among the inputs. */
const position = (i: number, step: number, align: boolean): number => (align ? step * i : step * (i + 0.5) - 0.5);

/** Keys' cubic convolution, with PyTorch's coefficients. */
function cubicWeights(t: number, a: number): number[] {
  const near = (x: number) => ((a + 2) * x - (a + 3)) * x * x + 1;
  const far = (x: number) => ((a * x - 5 * a) * x + 8 * a) * x - 4 * a;
  return [far(t + 1), near(t), near(1 - t), far(2 - t)];
}

const clip = (i: number, n: number): number => Math.min(Math.max(i, 0), n - 1);

/** The inputs for one output with antialiasing: all within the reach of the filter, which grows with the step. */
function antialiased(i: number, n: number, step: number, reach: number, filter: (x: number) => number): [number, number][] {
  const scale = Math.max(step, 1);
  const support = reach * scale;
  const centre = step * (i + 0.5);
  const from = Math.max(Math.trunc(centre - support + 0.5), 0);
  const to = Math.min(Math.trunc(centre + support + 0.5), n);
  const weights = Array.from({ length: to - from }, (_, k) => filter((k + from - centre + 0.5) / scale));
  const total = weights.reduce((a, b) => a + b, 0);
  return weights.map((w, k) => [from + k, w / total]);
}

const triangle = (x: number): number => Math.max(0, 1 - Math.abs(x));
const cubic = (x: number): number => {
  const t = Math.abs(x);
  if (t >= 2) return 0;
  return cubicWeights(t < 1 ? t : t - 1, -0.5)[t < 1 ? 1 : 0];
};

const tapOf: Record<Filter, (i: number, n: number, step: number, align: boolean, outputs: number) => [number, number][]> = {
  nearest(i, n, step, _align, outputs) {
    if (outputs === n) return [[i, 1]];
    // Computed in single precision like PyTorch: the rounding decides which input is nearest.
    return [[Math.min(Math.floor(Math.fround(i * Math.fround(step))), n - 1), 1]];
  },
  'nearest-exact': (i, n, step) => [[Math.min(Math.floor(Math.fround((i + 0.5) * Math.fround(step))), n - 1), 1]],
  linear(i, n, step, align) {
    const at = Math.max(position(i, step, align), 0);
    const low = Math.min(Math.floor(at), n - 1);
    const part = Math.min(Math.max(at - low, 0), 1);
    return [
      [low, 1 - part],
      [low < n - 1 ? low + 1 : low, part],
    ];
  },
  cubic(i, n, step, align) {
    const at = position(i, step, align);
    const low = Math.floor(at);
    return cubicWeights(at - low, -0.75).map((w, k) => [clip(low - 1 + k, n), w]);
  },
  'linear-aa': (i, n, step) => antialiased(i, n, step, 1, triangle),
  'cubic-aa': (i, n, step) => antialiased(i, n, step, 2, cubic),
};

type Scales = readonly number[] | null;

const tapsFor = (filter: Filter, input: readonly number[], output: readonly number[], align: boolean, scales: Scales): Taps[] =>
  output.map((count, d) => {
    const n = input[d];
    const step = ratio(n, count, align, scales?.[d] ?? null);
    return listOf(count, (i) => tapOf[filter](i, n, step, align, count));
  });

/** A resizing op and its gradient, for one filter and number of dims. */
function resizer(name: string, gradFn: string, filter: Filter): [Op, Op] {
  const settings = 'int[] size, bool align_corners, float[]? scales';
  const forward: Op = op({
    roundsOnce: 'all',
    signature: `${name}(Tensor input, ${settings})`,
    keepsChannels: true,
    kind: kind.resampling(),
    doc: `Resizes the spatial dims (${filter}).`,
    formula: 'out[i] = Σ_k weight(i, k) · input[k]',
    gradient: 'input[k]: Σ_i weight(i, k) · g[i]',
    gradFn,
    variants: [],
    forward: (input, size, align, scales) => applySeparable(input, tapsFor(filter, input.sizes.slice(2), size, align, scales), false),
    backward: { input: (g, s) => run(backward, g, s.sizesOf('input').slice(2), s.align_corners, s.scales) },
  });
  const backward: Op = op({
    roundsOnce: 'all',
    signature: `${name}_backward(Tensor grad_output, ${settings})`,
    keepsChannels: true,
    kind: kind.resampling(),
    doc: `The gradient of ${name}.`,
    formula: 'out[k] = Σ_i weight(i, k) · grad_output[i]',
    gradient: 'grad_output[i]: Σ_k weight(i, k) · g[k]',
    variants: [],
    forward: (grad, size, align, scales) => applySeparable(grad, tapsFor(filter, size, grad.sizes.slice(2), align, scales), true, size),
    backward: { grad_output: (g, s) => run(forward, g, s.sizesOf('grad_output').slice(2), s.align_corners, s.scales) },
  });
  return [forward, backward];
}

const spatialName = ['', 'linear', 'bilinear', 'trilinear'];

const resizers = new Map<string, [Op, Op]>([
  ...[1, 2, 3].flatMap((n): [string, [Op, Op]][] => [
    [`nearest${n}`, resizer(`upsample_nearest${n}d`, `UpsampleNearest${n}DBackward0`, 'nearest')],
    [`nearest-exact${n}`, resizer(`_upsample_nearest_exact${n}d`, `UpsampleNearestExact${n}DBackward0`, 'nearest-exact')],
    [
      `${spatialName[n]}${n}`,
      resizer(
        `upsample_${spatialName[n]}${n}d`,
        `Upsample${spatialName[n][0].toUpperCase()}${spatialName[n].slice(1)}${n}DBackward0`,
        'linear',
      ),
    ],
  ]),
  ['bicubic2', resizer('upsample_bicubic2d', 'UpsampleBicubic2DBackward0', 'cubic')],
  ['bilinear2aa', resizer('_upsample_bilinear2d_aa', 'UpsampleBilinear2DAaBackward1', 'linear-aa')],
  ['bicubic2aa', resizer('_upsample_bicubic2d_aa', 'UpsampleBicubic2DAaBackward1', 'cubic-aa')],
]);

const area = [1, 2, 3].map((n) => fn(`nn.functional.adaptive_avg_pool${n}d`) as (x: Tensor, size: readonly number[]) => Tensor);

interface Request {
  size: number[] | null;
  scales: number[] | null;
}

const shapeText = (list: readonly number[]): string => `(${list.join(', ')}${list.length === 1 ? ',' : ''})`;

/**
 * The size or the scale of each dim. @throws ValueError unless exactly one of them is given, with a number for each dim
 */
function request(input: Tensor, size: readonly number[] | null, scale: readonly number[] | null): Request {
  const n = input.sizes.length - 2;
  const spatial = showSizes(input.sizes.slice(2));
  if (size && scale) throw new ValueError('only one of size or scale_factor should be defined');
  if (size) {
    if (size.length !== n && size.length !== 1) {
      throw wrongShape(
        `Input and output must have the same number of spatial dimensions, but got input with spatial dimensions of ${spatial} and output size of ${shapeText(size)}. Please provide input tensor in (N, C, d1, d2, ...,dK) format and output size in (o1, o2, ...,oK) format.`,
        ValueError,
      );
    }
    return { size: tuple(size, Math.max(n, 0)), scales: null };
  }
  if (!scale) throw new ValueError('either size or scale_factor should be defined');
  if (scale.length !== n && scale.length !== 1) {
    throw wrongShape(
      `Input and scale_factor must have the same number of spatial dimensions, but got input with spatial dimensions of ${spatial} and scale_factor of shape ${shapeText(scale)}. Please provide input tensor in (N, C, d1, d2, ...,dK) format and scale_factor in (s1, s2, ...,sK) format.`,
      ValueError,
    );
  }
  return { size: null, scales: tuple(scale, Math.max(n, 0)) };
}

const axes = ['D', 'H', 'W'];
const axisText = (list: readonly number[]): string =>
  list.length === 1 ? `(W: ${list[0]})` : `(${list.map((v, d) => `${axes[3 - list.length + d]}: ${v}`).join(', ')})`;

function checkSizes(input: Tensor, size: readonly number[]): void {
  const { sizes } = input;
  const spatial = sizes.slice(2);
  if (spatial.some((v) => v <= 0) || size.some((v) => v <= 0)) {
    throw wrongShape(
      `Input and output sizes should be greater than 0, but got input ${axisText(spatial)}${size.length === 1 ? ' and' : ''} output ${axisText(size)}`,
    );
  }
  if (sizes[1] === 0) {
    throw wrongShape(`Non-empty ${sizes.length}D data tensor expected but got a tensor with sizes ${showSizes(sizes)}`);
  }
}

const needs: Record<string, number> = { linear: 3, bilinear: 4, trilinear: 5 };

function unsupported(rank: number, mode: string): NotImplementedError_ {
  if (mode in needs && rank >= 3 && rank <= 5) {
    return wrongShape(`Got ${rank}D input, but ${mode} mode needs ${needs[mode]}D input`, NotImplementedError_);
  }
  return wrongShape(
    `Input Error: Only 3D, 4D and 5D input Tensors supported (got ${rank}D) for the modes: nearest | linear | bilinear | bicubic | trilinear | lanczos | area | nearest-exact (got ${mode})`,
    NotImplementedError_,
  );
}

function interpolated(
  input: Tensor,
  size: readonly number[] | null,
  scale: readonly number[] | null,
  mode: string,
  align: boolean | null,
  recompute: boolean | null,
  antialias: boolean,
): Tensor {
  if (['nearest', 'area', 'nearest-exact'].includes(mode) && align !== null) {
    throw new ValueError('align_corners option can only be set with the interpolating modes: linear | bilinear | bicubic | trilinear');
  }
  const rank = input.sizes.length;
  const wanted = request(input, size, scale);
  if (recompute && size) throw new ValueError('recompute_scale_factor is not meaningful with an explicit size.');
  const output = wanted.size ?? wanted.scales!.map((s, d) => Math.floor(input.sizes[d + 2] * s));
  const scales = recompute || mode === 'area' ? null : wanted.scales;
  if (antialias && !(['bilinear', 'bicubic'].includes(mode) && rank === 4)) {
    throw new ValueError('Anti-alias option is only supported for bilinear and bicubic modes');
  }
  if (mode === 'area' && rank >= 3 && rank <= 5) return area[rank - 3](input, output);
  const resize = resizers.get(`${mode}${rank - 2}${antialias ? 'aa' : ''}`);
  if (!resize) throw unsupported(rank, mode);
  checkSizes(input, output);
  return run(resize[0], input, output, align ?? false, scales);
}

const formula = 'out[i] = Σ_k weight(i, k) · input[k]';

const interpolate = op({
  signature:
    "nn.functional.interpolate(Tensor input, int[]? size=None, float[]? scale_factor=None, str mode='nearest', bool? align_corners=None, bool? recompute_scale_factor=None, bool antialias=False)",
  kind: kind.resampling(),
  doc: "Resizes the spatial dims of (N, C, …) to `size` or by `scale_factor`; mode 'nearest', 'nearest-exact', 'linear', 'bilinear', 'trilinear', 'bicubic' or 'area'.",
  formula,
  gradient: 'input[k]: Σ_i weight(i, k) · g[i]',
  compose: interpolated,
});

const upsample = op({
  signature:
    "nn.functional.upsample(Tensor input, int[]? size=None, float[]? scale_factor=None, str mode='nearest', bool? align_corners=None)",
  kind: kind.resampling(),
  doc: 'The older name of interpolate.',
  formula,
  compose: (input, size, scale, mode, align) => interpolated(input, size, scale, mode, align, null, false),
});

const olderNames = [
  ['nearest', null],
  ['bilinear', true],
] as const;

export const interpolation: Op[] = [
  ...[...resizers.values()].flat(),
  interpolate,
  upsample,
  ...olderNames.map(([mode, align]) =>
    op({
      signature: `nn.functional.upsample_${mode}(Tensor input, int[]? size=None, float[]? scale_factor=None)`,
      kind: kind.resampling(),
      doc: `interpolate with mode '${mode}'${align ? ' and align_corners' : ''}.`,
      formula,
      compose: (input, size, scale) => interpolated(input, size, scale, mode, align, null, false),
    }),
  ),
];
