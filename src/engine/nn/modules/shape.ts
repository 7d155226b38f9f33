/** Modules that move elements about. */
import * as F from '../../generated/functional.js';
import type { Tensor } from '../../tensor.js';
import type { Arguments } from '../arguments.js';
import { Configured, unwrapSingle } from '../configured.js';
import type { PerDim } from './conv.js';

/** Dims from start_dim to end_dim become one: (N, C, H, W) → (N, C·H·W). */
export class Flatten extends Configured {
  declare readonly start_dim: number;
  declare readonly end_dim: number;

  constructor(...args: Arguments<[], [start_dim: number, end_dim: number], { start_dim?: number; end_dim?: number }>) {
    super('Flatten(int start_dim=1, int end_dim=-1)', args, ['start_dim', 'end_dim']);
  }

  override forward(input: Tensor): Tensor {
    return input.flatten(this.start_dim, this.end_dim);
  }
}

/** One dim becomes several. */
export class Unflatten extends Configured {
  declare readonly dim: number;
  declare readonly unflattened_size: readonly number[];

  constructor(
    ...args: Arguments<[dim: number, unflattened_size: readonly number[]], [], { dim?: number; unflattened_size?: readonly number[] }>
  ) {
    super('Unflatten(int dim, int[] unflattened_size)', args, ['dim', 'unflattened_size']);
  }

  override forward(input: Tensor): Tensor {
    return input.unflatten(this.dim, this.unflattened_size);
  }
}

/** (N, C·r², H, W) → (N, C, H·r, W·r) */
export class PixelShuffle extends Configured {
  declare readonly upscale_factor: number;

  constructor(...args: Arguments<[upscale_factor: number], [], { upscale_factor?: number }>) {
    super('PixelShuffle(int upscale_factor)', args, ['upscale_factor']);
  }

  override forward(input: Tensor): Tensor {
    return F.pixel_shuffle(input, this.upscale_factor);
  }
}

/** (N, C, H·r, W·r) → (N, C·r², H, W) */
export class PixelUnshuffle extends Configured {
  declare readonly downscale_factor: number;

  constructor(...args: Arguments<[downscale_factor: number], [], { downscale_factor?: number }>) {
    super('PixelUnshuffle(int downscale_factor)', args, ['downscale_factor']);
  }

  override forward(input: Tensor): Tensor {
    return F.pixel_unshuffle(input, this.downscale_factor);
  }
}

/** Channels of (N, C, *) are dealt out from their groups in turn. */
export class ChannelShuffle extends Configured {
  declare readonly groups: number;

  constructor(...args: Arguments<[groups: number], [], { groups?: number }>) {
    super('ChannelShuffle(int groups)', args, ['groups']);
  }

  override forward(input: Tensor): Tensor {
    return F.channel_shuffle(input, this.groups);
  }
}

interface WindowOptions {
  /** Default: 1 */
  dilation?: PerDim;
  /** Default: 0 */
  padding?: PerDim;
  /** Default: 1 */
  stride?: PerDim;
}

/** Windows of (N, C, H, W) as columns: (N, C · elements of the window, windows). */
export class Unfold extends Configured {
  declare readonly kernel_size: PerDim;
  declare readonly dilation: PerDim;
  declare readonly padding: PerDim;
  declare readonly stride: PerDim;

  constructor(
    ...args: Arguments<[kernel_size: PerDim], [dilation: PerDim, padding: PerDim, stride: PerDim], { kernel_size?: PerDim } & WindowOptions>
  ) {
    const windows = ['kernel_size', 'dilation', 'padding', 'stride'];
    super('Unfold(int[] kernel_size, int[] dilation=1, int[] padding=0, int[] stride=1)', args, windows);
    unwrapSingle(this, windows);
  }

  override forward(input: Tensor): Tensor {
    return F.unfold(input, this.kernel_size, this.dilation, this.padding, this.stride);
  }
}

/** Windows as columns back to (N, C, H, W): what overlaps is added. */
export class Fold extends Configured {
  declare readonly output_size: PerDim;
  declare readonly kernel_size: PerDim;
  declare readonly dilation: PerDim;
  declare readonly padding: PerDim;
  declare readonly stride: PerDim;

  constructor(
    ...args: Arguments<[output_size: PerDim, kernel_size: PerDim], [dilation: PerDim, padding: PerDim, stride: PerDim], WindowOptions>
  ) {
    const windows = ['output_size', 'kernel_size', 'dilation', 'padding', 'stride'];
    super('Fold(int[] output_size, int[] kernel_size, int[] dilation=1, int[] padding=0, int[] stride=1)', args, windows);
    unwrapSingle(this, windows);
  }

  override forward(input: Tensor): Tensor {
    return F.fold(input, this.output_size, this.kernel_size, this.dilation, this.padding, this.stride);
  }
}
