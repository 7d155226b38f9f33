import { NotImplementedError_, ValueError } from '../../errors.js';
import { wrongDtype } from '../../errors/dtypes.js';
import { wrongShape } from '../../errors/shapes.js';
import { numel, showSizes } from '../../shape.js';
import type { Tensor } from '../../tensor/tensor.js';
import { fn } from '../registry.js';
import * as kind from '../kind.js';
import { named } from '../refusing.js';
import { op, type Op } from '../op.js';

/** Samples of an image at points, and grids of points from affine maps. */

type Padding = 'zeros' | 'border' | 'reflection';
const stack = fn('stack') as (tensors: Tensor[], dim: number) => Tensor;

/** Coordinates in [−1, 1] as positions: −1 and 1 are the centres of the outer elements, or the outer edges. */
const toPosition = (x: Tensor, n: number, align: boolean): Tensor => (align ? x.add(1).mul((n - 1) / 2) : x.add(1).mul(n).sub(1).div(2));

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
    const upper = position.map((_, d) => (corner >> d) & 1);
    const weight = part.map((t, d) => (upper[d] ? t : t.rsub(1))).reduce((a, b) => a.mul(b));
    const term = elementsAt(
      input,
      low.map((p, d) => p.add(upper[d])),
    ).mul(weight.unsqueeze(1));
    sum = sum ? sum.add(term) : term;
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

function checkGrid(input: Tensor, grid: Tensor, mode: string): void {
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

const gridSample = op({
  signature:
    "nn.functional.grid_sample(Tensor input, Tensor grid, str mode='bilinear', str padding_mode='zeros', bool? align_corners=None)",
  autocast: 'float32',
  kind: kind.resampling(),
  doc: 'Elements of (N, C, H, W) at the points (x, y) in [−1, 1] of a grid (N, H′, W′, 2); or of (N, C, D, H, W) at (x, y, z).',
  formula: 'out[n, :, h, w] = input[n] at grid[n, h, w]',
  gradient: 'input: g, added around the points;  grid: g · the slope of the input there',
  compose(input, grid, mode, padding, alignCorners) {
    if (!['bilinear', 'nearest', 'bicubic'].includes(mode)) {
      throw new ValueError(`nn.functional.grid_sample(): expected mode to be 'bilinear', 'nearest' or 'bicubic', but got: '${mode}'`);
    }
    if (!['zeros', 'border', 'reflection'].includes(padding)) {
      throw new ValueError(
        `nn.functional.grid_sample(): expected padding_mode to be 'zeros', 'border', or 'reflection', but got: '${padding}'`,
      );
    }
    checkGrid(input, grid, mode);
    const align = alignCorners ?? false;
    const how = padding as Padding;
    const spatial = input.sizes.slice(2);
    const n = spatial.length;
    const [batch, ...output] = grid.sizes.slice(0, -1) as [number, ...number[]];
    const points = grid.reshape([batch, numel(output), n]);
    // The grid has x first, then y, then z: the last dim comes first.
    const raw = spatial.map((size, d) => toPosition(points.select(2, n - 1 - d), size, align));
    const position = raw.map((p, d) => padded(p, spatial[d], how, align));
    let out: Tensor;
    if (mode === 'bicubic') out = cubic(input, raw, how, align);
    else if (mode === 'bilinear') out = linear(input, position);
    else {
      const flat = position
        .reduce((a, b) => a.add(b))
        .mul(0)
        .unsqueeze(1);
      out = elementsAt(
        input,
        position.map((p) => p.detach().round()),
      ).add(flat);
    }
    return named(out.reshape([batch, input.sizes[1], ...output]), `GridSampler${n}DBackward0`);
  },
});

/** The numbers −1 … 1 in `n` steps: from centre to centre of the outer elements, or between the outer edges. */
function axis(n: number, align: boolean, like: Tensor): Tensor {
  const at = (i: number) => (align ? (n === 1 ? 0 : -1 + (2 * i) / (n - 1)) : (2 * i + 1) / n - 1);
  return like.new_tensor(Array.from({ length: n }, (_, i) => at(i)));
}

const affineGrid = op({
  signature: 'nn.functional.affine_grid(Tensor theta, int[] size, bool? align_corners=None)',
  kind: kind.resampling(),
  doc: 'The grid of points that affine maps (N, 2, 3) make of an image of `size` (N, C, H, W); in 3-D, of maps (N, 3, 4).',
  formula: 'out[n, h, w] = theta[n] · (x_w, y_h, 1)',
  gradient: 'theta: Σ g · (x, y, 1)',
  compose(theta, size, alignCorners) {
    if (!theta.dtype.is_floating_point) throw new ValueError(`Expected theta to have floating point type, but got ${theta.dtype}`);
    const shown = `(${size.join(', ')})`;
    const n = size.length - 2;
    if (n !== 2 && n !== 3) {
      throw wrongShape(
        `affine_grid only supports 4D and 5D sizes, for 2D and 3D affine transforms, respectively. Got size ${shown}.`,
        NotImplementedError_,
      );
    }
    if (theta.sizes.length !== 3 || theta.sizes[1] !== n || theta.sizes[2] !== n + 1) {
      throw wrongShape(
        `Expected a batch of ${n}D affine matrices of shape Nx${n}x${n + 1} for size ${shown}. Got ${theta.shape}.`,
        ValueError,
      );
    }
    if (size.some((v) => v <= 0)) throw wrongShape(`Expected non-zero, positive output size. Got ${shown}`, ValueError);
    const spatial = size.slice(2);
    const axes = spatial.map((m, d) =>
      axis(m, alignCorners ?? false, theta)
        .reshape(spatial.map((_, e) => (e === d ? m : 1)))
        .expand(spatial),
    );
    const base = stack([...axes.reverse(), theta.new_ones(spatial)], -1).reshape([1, numel(spatial), n + 1]);
    const points = base.expand([size[0], numel(spatial), n + 1]).bmm(theta.transpose(1, 2));
    return named(points.reshape([size[0], ...spatial, n]), 'AffineGridGeneratorBackward0');
  },
});

export const gridSampling: Op[] = [gridSample, affineGrid];
