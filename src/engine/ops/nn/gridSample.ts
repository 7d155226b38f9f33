import { NotImplementedError_, ValueError } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { lateCode } from '../later.js';
import * as kind from '../kind.js';
import { named } from '../refusing.js';
import { op, type Op } from '../op.js';
import { throughSteps } from '../throughSteps.js';
import { gridModes, gridPaddings, placeOf } from './modes.js';
import { run } from './shared.js';

/** Samples of an image at points, and grids of points from affine maps. */

const sampler = op({
  signature: 'grid_sampler(Tensor input, Tensor grid, int interpolation_mode, int padding_mode, bool align_corners)',
  autocast: 'float32',
  kind: kind.resampling(),
  doc: 'As nn.functional.grid_sample, with numbers for the ways to interpolate (bilinear, nearest, bicubic) and to go on outside (zeros, border, reflection).',
  formula: 'out[n, :, h, w] = input[n] at grid[n, h, w]',
  gradient: 'input: g, added around the points;  grid: g · the slope of the input there',
  variants: ['function'],
  conjugates: true,
  forward(input, grid, mode, padding, align) {
    const { checkGrid, samples } = lateCode();
    checkGrid(input, grid, gridModes[mode] ?? '');
    return samples({ interpolation_mode: mode, padding_mode: padding, align_corners: align })(input, grid)[0];
  },
  backward: {
    input: (g, s) => throughSteps(lateCode().samples(s), [s.input, s.grid], 0, [g]),
    grid: (g, s) => throughSteps(lateCode().samples(s), [s.input, s.grid], 1, [g]),
  },
});

const gridSample = op({
  signature:
    "nn.functional.grid_sample(Tensor input, Tensor grid, str mode='bilinear', str padding_mode='zeros', bool? align_corners=None)",
  kind: kind.resampling(),
  doc: 'Elements of (N, C, H, W) at the points (x, y) in [−1, 1] of a grid (N, H′, W′, 2); or of (N, C, D, H, W) at (x, y, z).',
  formula: sampler.formula,
  gradient: sampler.gradient!,
  compose(input, grid, mode, padding, alignCorners) {
    const [m, p] = [placeOf(gridModes, mode), placeOf(gridPaddings, padding)];
    if (m < 0) {
      throw new ValueError(`nn.functional.grid_sample(): expected mode to be 'bilinear', 'nearest' or 'bicubic', but got: '${mode}'`);
    }
    if (p < 0) {
      throw new ValueError(
        `nn.functional.grid_sample(): expected padding_mode to be 'zeros', 'border', or 'reflection', but got: '${padding}'`,
      );
    }
    const out = run(sampler, input, grid, m, p, alignCorners ?? false);
    return named(out, `GridSampler${input.sizes.length - 2}DBackward0`);
  },
});

const generator = op({
  signature: 'affine_grid_generator(Tensor theta, int[] size, bool align_corners)',
  kind: kind.resampling(),
  doc: 'As nn.functional.affine_grid.',
  formula: 'out[n, h, w] = theta[n] · (x_w, y_h, 1)',
  gradient: 'theta: Σ g · (x, y, 1)',
  gradFn: 'AffineGridGeneratorBackward0',
  variants: ['function'],
  conjugates: true,
  forward: (theta, size, align) => lateCode().placed(size, align)(theta)[0],
  backward: { theta: (g, s) => throughSteps(lateCode().placed(s.size, s.align_corners), [s.theta], 0, [g]) },
});

const affineGrid = op({
  signature: 'nn.functional.affine_grid(Tensor theta, int[] size, bool? align_corners=None)',
  kind: kind.resampling(),
  doc: 'The grid of points that affine maps (N, 2, 3) make of an image of `size` (N, C, H, W); in 3-D, of maps (N, 3, 4).',
  formula: generator.formula,
  gradient: generator.gradient!,
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
    return run(generator, theta, size, alignCorners ?? false);
  },
});

export const gridSampling: Op[] = [sampler, gridSample, generator, affineGrid];
