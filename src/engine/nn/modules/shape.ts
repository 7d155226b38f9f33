/** Modules that rearrange elements. */
import * as F from '../../generated/functional.js';
import type { Tensor } from '../../tensor/tensor.js';
import { layer } from '../configured.js';

/** Merges the dims from start_dim to end_dim into one: (N, C, H, W) → (N, C·H·W). */
export class Flatten extends layer('Flatten(int start_dim=1, int end_dim=-1)', ['start_dim', 'end_dim']) {
  override forward(input: Tensor): Tensor {
    return input.flatten(this.start_dim, this.end_dim);
  }
}

/** Splits one dim into several. */
export class Unflatten extends layer('Unflatten(int dim, int[] unflattened_size)', ['dim', 'unflattened_size']) {
  override forward(input: Tensor): Tensor {
    return input.unflatten(this.dim, this.unflattened_size);
  }
}

/** (N, C·r², H, W) → (N, C, H·r, W·r) */
export class PixelShuffle extends layer('PixelShuffle(int upscale_factor)', ['upscale_factor']) {
  override forward(input: Tensor): Tensor {
    return F.pixel_shuffle(input, this.upscale_factor);
  }
}

/** (N, C, H·r, W·r) → (N, C·r², H, W) */
export class PixelUnshuffle extends layer('PixelUnshuffle(int downscale_factor)', ['downscale_factor']) {
  override forward(input: Tensor): Tensor {
    return F.pixel_unshuffle(input, this.downscale_factor);
  }
}

/** Interleaves groups of the channels of (N, C, *). */
export class ChannelShuffle extends layer('ChannelShuffle(int groups)', ['groups']) {
  override forward(input: Tensor): Tensor {
    return F.channel_shuffle(input, this.groups);
  }
}

/** Windows of (N, C, H, W) as columns: (N, C · elements of the window, windows). */
export class Unfold extends layer('Unfold(int|int[] kernel_size, int|int[] dilation=1, int|int[] padding=0, int|int[] stride=1)', [
  'kernel_size',
  'dilation',
  'padding',
  'stride',
]) {
  override forward(input: Tensor): Tensor {
    return F.unfold(input, this.kernel_size, this.dilation, this.padding, this.stride);
  }
}

/** Puts windows that are columns back to (N, C, H, W): overlapping elements are added. */
export class Fold extends layer(
  'Fold(int|int[] output_size, int|int[] kernel_size, int|int[] dilation=1, int|int[] padding=0, int|int[] stride=1)',
  ['output_size', 'kernel_size', 'dilation', 'padding', 'stride'],
) {
  override forward(input: Tensor): Tensor {
    return F.fold(input, this.output_size, this.kernel_size, this.dilation, this.padding, this.stride);
  }
}
