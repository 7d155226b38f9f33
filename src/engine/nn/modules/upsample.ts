import * as F from '../../generated/functional.js';
import type { Tensor } from '../../tensor/tensor.js';
import { Configured, layer } from '../configured.js';
import { py, pyFloat } from '../pythonText.js';

type PerDim = number | readonly number[];

const sizes = 'int|int[]? size=None, float|float[]? scale_factor=None' as const;
const modes = "'nearest'|'linear'|'bilinear'|'bicubic'|'trilinear'|'nearest-exact'|'area'" as const;

/** The shared base of upsampling layers. */
abstract class Upsampling extends Configured {
  declare readonly size: PerDim | null;
  declare readonly scale_factor: PerDim | null;
  declare readonly mode: string;

  override extra_repr(): string {
    const { scale_factor: scale, size, mode } = this;
    const by =
      scale === null
        ? `size=${py(size)}`
        : `scale_factor=${typeof scale === 'number' ? pyFloat(scale) : `(${scale.map(pyFloat).join(', ')})`}`;
    return `${by}, mode=${py(mode)}`;
  }
}

/** Enlarges the last dims of (N, C, *) by repetition or by interpolation. */
export class Upsample extends layer(
  `Upsample(${sizes}, ${modes} mode='nearest', bool? align_corners=None, bool? recompute_scale_factor=None)`,
  [],
  Upsampling,
) {
  override forward(input: Tensor): Tensor {
    const { size, scale_factor, mode, align_corners, recompute_scale_factor } = this;
    return F.interpolate(input, { size, scale_factor, mode, align_corners, recompute_scale_factor });
  }
}

/** Enlarges the last two dims by repetition. */
export class UpsamplingNearest2d extends layer(`UpsamplingNearest2d(${sizes})`, [], Upsampling) {
  override readonly mode = 'nearest';

  override forward(input: Tensor): Tensor {
    return F.interpolate(input, { size: this.size, scale_factor: this.scale_factor, mode: this.mode });
  }
}

/** Enlarges the last two dims by bilinear interpolation; the corners keep their values. */
export class UpsamplingBilinear2d extends layer(`UpsamplingBilinear2d(${sizes})`, [], Upsampling) {
  override readonly mode = 'bilinear';

  override forward(input: Tensor): Tensor {
    return F.interpolate(input, { size: this.size, scale_factor: this.scale_factor, mode: this.mode, align_corners: true });
  }
}
