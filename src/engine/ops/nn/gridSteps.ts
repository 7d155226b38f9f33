/** The steps of grid_sample and affine_grid, of which autograd sees one operation each. */
import type { Device } from '../../device.js';
import type { DType } from '../../dtype.js';
import { wrongDtype } from '../../errors/dtypes.js';
import { wrongShape } from '../../errors/shapes.js';
import { numel, showSizes } from '../../shape.js';
import type { Tensor } from '../../tensor/tensor.js';
import { fn } from '../registry.js';
import { gridModes, gridPaddings } from './modes.js';

type Padding = (typeof gridPaddings)[number];
const stack = fn('stack') as (tensors: Tensor[], dim: number) => Tensor;
const linspace = fn('linspace') as (start: number, end: number, steps: number, options: { dtype: DType; device: Device }) => Tensor;

/**
 * Coordinates in [−1, 1] as positions: −1 and 1 are the centres of the outer elements, or the outer edges. The last step multiplies
 * and adds at once, which decides on which side of an element a point is.
 */
const toPosition = (x: Tensor, n: number, align: boolean): Tensor =>
  align ? x.add(1).mul((n - 1) / 2) : x.new_full([], -0.5).addcmul(x.add(1), x.new_full([], n / 2));

function reflected(x: Tensor, n: number, align: boolean): Tensor {
  const [low, high] = align ? [0, 2 * (n - 1)] : [-1, 2 * n - 1];
  if (low === high) return x.mul(0);
  const span = (high - low) / 2;
  const from = x.sub(low / 2).abs();
  const flips = from.detach().div(span).floor();
  const extra = from.sub(flips.mul(span));
  return extra.where(flips.remainder(2).eq(0), extra.rsub(span)).add(low / 2);
}

/** The positions, moved by `padding` where they are outside. */
function padded(x: Tensor, n: number, padding: Padding, align: boolean): Tensor {
  if (padding === 'zeros') return x;
  return (padding === 'reflection' ? reflected(x, n, align) : x).clamp(0, n - 1);
}

/** The elements of [N, C, spatial…] at integer positions [N, points] of each dim, or 0 outside: [N, C, points]. */
function elementsAt(input: Tensor, at: readonly Tensor[]): Tensor {
  const [n, c, ...spatial] = input.sizes as [number, number, ...number[]];
  const inside = at.map((p, d) => p.ge(0).logical_and(p.lt(spatial[d]))).reduce((a, b) => a.logical_and(b));
  const index = at
    .map((p, d) => p.clamp(0, spatial[d] - 1))
    .reduce((sum, p, d) => sum.mul(spatial[d]).add(p))
    .long();
  const points = index.sizes[1];
  const found = input.reshape([n, c, numel(spatial)]).gather(2, index.unsqueeze(1).expand([n, c, points]));
  return found.masked_fill(inside.logical_not().unsqueeze(1), 0);
}

/** Linear interpolation between two neighbours in each dim. */
function linear(input: Tensor, position: readonly Tensor[]): Tensor {
  const low = position.map((p) => p.detach().floor());
  const part = position.map((p, d) => p.sub(low[d]));
  let sum: Tensor | null = null;
  for (let corner = 0; corner < 2 ** position.length; corner++) {
    // The neighbours along the last dim follow each other.
    const upper = position.map((_, d) => (corner >> (position.length - 1 - d)) & 1);
    const weight = part.map((t, d) => (upper[d] ? t : t.rsub(1))).reduce((a, b) => a.mul(b));
    const found = elementsAt(
      input,
      low.map((p, d) => p.add(upper[d])),
    );
    const share = weight.unsqueeze(1);
    sum = sum ? sum.addcmul(found, share) : found.mul(share);
  }
  return sum!;
}

/** Keys' cubic weights of the four neighbours. */
function cubicWeights(t: Tensor): Tensor[] {
  const a = -0.75;
  const near = (x: Tensor) =>
    x
      .mul(a + 2)
      .sub(a + 3)
      .mul(x)
      .mul(x)
      .add(1);
  const far = (x: Tensor) =>
    x
      .mul(a)
      .sub(5 * a)
      .mul(x)
      .add(8 * a)
      .mul(x)
      .sub(4 * a);
  return [far(t.add(1)), near(t), near(t.rsub(1)), far(t.rsub(2))];
}

function cubic(input: Tensor, position: readonly Tensor[], padding: Padding, align: boolean): Tensor {
  const low = position.map((p) => p.detach().floor());
  const [wy, wx] = position.map((p, d) => cubicWeights(p.sub(low[d])));
  const taps = low.map((p, d) => [-1, 0, 1, 2].map((k) => padded(p.add(k), input.sizes[d + 2], padding, align)));
  let sum: Tensor | null = null;
  for (let i = 0; i < 4; i++)
    for (let j = 0; j < 4; j++) {
      const term = elementsAt(input, [taps[0][i].round(), taps[1][j].round()]).mul(wy[i].mul(wx[j]).unsqueeze(1));
      sum = sum ? sum.add(term) : term;
    }
  return sum!;
}

export function checkGrid(input: Tensor, grid: Tensor, mode: string): void {
  const n = input.sizes.length - 2;
  const shown = `input with sizes ${showSizes(input.sizes)} and grid with sizes ${showSizes(grid.sizes)}`;
  if ((n !== 2 && n !== 3) || grid.sizes.length !== n + 2) {
    throw wrongShape(
      n === 2 || n === 3
        ? `grid_sampler(): expected ${n + 2}D input and grid with same number of dimensions, but got ${shown}`
        : `grid_sampler(): expected 4D or 5D input and grid with same number of dimensions, but got ${shown}`,
    );
  }
  if (input.sizes[0] !== grid.sizes[0])
    throw wrongShape(`grid_sampler(): expected grid and input to have same batch size, but got ${shown}`);
  if (grid.sizes.at(-1) !== n) {
    throw wrongShape(`grid_sampler(): expected grid to have size ${n} in last dimension, but got grid with sizes ${showSizes(grid.sizes)}`);
  }
  if (input.sizes.slice(2).includes(0)) {
    throw wrongShape(
      `grid_sampler(): expected input to have non-empty spatial dimensions, but input has sizes ${showSizes(input.sizes)} with dimension ${input.sizes.indexOf(0, 2)} being empty`,
    );
  }
  if (mode === 'bicubic' && n === 3) throw wrongShape('grid_sampler(): bicubic interpolation only supports 4D input');
  if (grid.dtype !== input.dtype) {
    throw wrongDtype(
      'same',
      `grid_sampler(): expected input and grid to have same dtype, but input has ${input.dtype.scalarName} and grid has ${grid.dtype.scalarName}`,
    );
  }
}

/** Says how an image is read between and outside of its elements. */
export interface Sampling {
  interpolation_mode: number;
  padding_mode: number;
  align_corners: boolean;
}

/** The elements at the points, from the image and the grid. */
export const samples =
  ({ interpolation_mode: m, padding_mode: p, align_corners: align }: Sampling) =>
  (input: Tensor, grid: Tensor): Tensor[] => {
    const [mode, how] = [gridModes[m], gridPaddings[p]];
    const spatial = input.sizes.slice(2);
    const n = spatial.length;
    const [batch, ...output] = grid.sizes.slice(0, -1) as [number, ...number[]];
    const points = grid.reshape([batch, numel(output), n]);
    // The grid has x first, then y, then z: the last dim comes first.
    const raw = spatial.map((size, d) => toPosition(points.select(2, n - 1 - d), size, align));
    const position = raw.map((p, d) => padded(p, spatial[d], how, align));
    const shaped = (out: Tensor) => [out.reshape([batch, input.sizes[1], ...output])];
    if (mode === 'bicubic') return shaped(cubic(input, raw, how, align));
    if (mode === 'bilinear') return shaped(linear(input, position));
    const flat = position
      .reduce((a, b) => a.add(b))
      .mul(0)
      .unsqueeze(1);
    return shaped(
      elementsAt(
        input,
        position.map((p) => p.detach().round()),
      ).add(flat),
    );
  };

/** The numbers −1 … 1 in `n` steps: from centre to centre of the outer elements, or between the outer edges. */
function axis(n: number, align: boolean, like: Tensor): Tensor {
  const numbers = linspace(-1, 1, n, { dtype: like.dtype, device: like.device });
  return align ? (n === 1 ? numbers.mul(0) : numbers) : numbers.mul(n - 1).div(n);
}

/** The points that affine maps make. */
export const placed =
  (size: readonly number[], align: boolean) =>
  (theta: Tensor): Tensor[] => {
    const n = size.length - 2;
    const spatial = size.slice(2);
    const axes = spatial.map((m, d) =>
      axis(m, align, theta)
        .reshape(spatial.map((_, e) => (e === d ? m : 1)))
        .expand(spatial),
    );
    const base = stack([...axes.reverse(), theta.new_ones(spatial)], -1).reshape([1, numel(spatial), n + 1]);
    const points = base.expand([size[0], numel(spatial), n + 1]).bmm(theta.transpose(1, 2));
    return [points.reshape([size[0], ...spatial, n])];
  };
