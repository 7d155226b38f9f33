import * as F from '../../generated/functional.js';
import type { Tensor } from '../../tensor.js';
import { readArguments, type Arguments } from '../arguments.js';
import { Configured, unwrapSingle } from '../configured.js';
import { py, pyFloat } from '../pythonText.js';
import type { PerDim } from './conv.js';

type UpsampleMode = 'nearest' | 'linear' | 'bilinear' | 'bicubic' | 'trilinear' | 'nearest-exact' | 'area';

interface SizeOptions {
  /** The size that comes out. */
  size?: PerDim | null;
  /** Or by how much it grows. */
  scale_factor?: PerDim | null;
}

/** Enlarges the last dims of (N, C, *) by repeating or by interpolation. */
export class Upsample extends Configured {
  declare readonly size: PerDim | null;
  declare readonly scale_factor: PerDim | null;
  declare readonly mode: UpsampleMode;
  declare readonly align_corners: boolean | null;
  declare readonly recompute_scale_factor: boolean | null;

  constructor(
    ...args: Arguments<
      [],
      [size: PerDim | null, scale_factor: PerDim | null, mode: UpsampleMode, align_corners: boolean | null],
      SizeOptions & {
        /** Default: 'nearest' */
        mode?: UpsampleMode;
        /** Whether corners stay where they are. */
        align_corners?: boolean | null;
        recompute_scale_factor?: boolean | null;
      }
    >
  ) {
    super(
      "Upsample(int[]? size=None, float[]? scale_factor=None, str mode='nearest', bool? align_corners=None, bool? recompute_scale_factor=None)",
      args,
    );
    unwrapSingle(this, ['size', 'scale_factor']);
  }

  override forward(input: Tensor): Tensor {
    const { size, scale_factor, mode, align_corners, recompute_scale_factor } = this;
    return F.interpolate(input, { size, scale_factor, mode, align_corners, recompute_scale_factor });
  }

  override extra_repr(): string {
    const { scale_factor: scale, size, mode } = this;
    const by =
      scale === null
        ? `size=${py(size)}`
        : `scale_factor=${typeof scale === 'number' ? pyFloat(scale) : `(${scale.map(pyFloat).join(', ')})`}`;
    return `${by}, mode=${mode}`;
  }
}

type SizeArguments = Arguments<[], [size: PerDim | null, scale_factor: PerDim | null], SizeOptions>;
const sizeArguments = 'int[]? size=None, float[]? scale_factor=None';

/** The last two dims enlarged by repeating. */
export class UpsamplingNearest2d extends Upsample {
  constructor(...args: SizeArguments) {
    super({ ...readArguments<SizeOptions>(`UpsamplingNearest2d(${sizeArguments})`, args), mode: 'nearest' });
  }
}

/** The last two dims enlarged by bilinear interpolation, the corners staying. */
export class UpsamplingBilinear2d extends Upsample {
  constructor(...args: SizeArguments) {
    super({ ...readArguments<SizeOptions>(`UpsamplingBilinear2d(${sizeArguments})`, args), mode: 'bilinear', align_corners: true });
  }
}
