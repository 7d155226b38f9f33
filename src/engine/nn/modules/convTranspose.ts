import * as F from '../../generated/functional.js';
import { ValueError } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { showSizes } from '../../shape.js';
import type { Tensor } from '../../tensor/tensor.js';
import { byName, perDim, readArguments, type OrByName } from '../arguments.js';
import { dimsOf, signatureAt, signed } from '../configured.js';
import { ConvNd, paddingMode, type ConvSettings } from './conv.js';

const convTranspose =
  `int in_channels, int out_channels, int[] kernel_size, int[] stride=1, int[] padding=0, int[] output_padding=0, int groups=1, bool bias=True, int[] dilation=1, ${paddingMode}, device=None, dtype? dtype=None` as const;

function settingsOf(signature: `(${typeof convTranspose})`, args: readonly unknown[]): ConvSettings {
  const n = dimsOf(signature);
  const a = readArguments(signature, args);
  if (a.padding_mode !== 'zeros') throw new ValueError(`Only "zeros" padding mode is supported for ConvTranspose${n}d`);
  return {
    ...a,
    kernel_size: perDim(a.kernel_size, n),
    stride: perDim(a.stride, n),
    padding: perDim(a.padding, n),
    dilation: perDim(a.dilation, n),
    output_padding: perDim(a.output_padding, n),
  };
}

abstract class ConvTranspose extends ConvNd {
  declare readonly padding: number[];

  constructor(...args: unknown[]) {
    const s = settingsOf(signatureAt(new.target), args);
    super(s, [s.in_channels, Math.floor(s.out_channels / s.groups), ...s.kernel_size]);
  }

  /** The extra padding on one side with which the output gets `size`. @throws ValueError when that is impossible */
  protected outputPadding(input: Tensor, size?: readonly number[] | null): number[] {
    if (!size) return this.output_padding;
    const { stride, padding, kernel_size, dilation } = this;
    const n = kernel_size.length;
    const spatial = input.sizes.slice(-n);
    const wanted = size.length === input.sizes.length ? size.slice(-n) : size;
    if (wanted.length !== n) {
      throw wrongShape(
        `ConvTranspose${n}D: for ${input.sizes.length}D input, output_size must have ${n} or ${input.sizes.length} elements (got ${size.length})`,
        ValueError,
      );
    }
    const least = spatial.map((s, i) => (s - 1) * stride[i] - 2 * padding[i] + dilation[i] * (kernel_size[i] - 1) + 1);
    const most = least.map((s, i) => s + stride[i] - 1);
    if (wanted.some((s, i) => s < least[i] || s > most[i])) {
      throw wrongShape(
        `requested an output size of ${showSizes(wanted)}, but valid sizes range from ${showSizes(least)} to ${showSizes(most)} (for an input of torch.Size(${showSizes(spatial)}))`,
        ValueError,
      );
    }
    return wanted.map((s, i) => s - least[i]);
  }
}

type OutputSize = OrByName<'output_size', readonly number[]> | null;

/** Transposed convolution over one dim, as `torch.nn.ConvTranspose1d`: (N, C, L) → (N, out_channels, L′). */
export class ConvTranspose1d extends signed(`ConvTranspose1d(${convTranspose})`, ConvTranspose) {
  override forward(input: Tensor, output_size?: OutputSize): Tensor {
    const added = this.outputPadding(input, byName<readonly number[]>('output_size', output_size));
    return F.conv_transpose1d(input, this.weight, this.bias, this.stride, this.padding, added, this.groups, this.dilation);
  }
}

/**
 * Transposed convolution over two dims, as `torch.nn.ConvTranspose2d`: (N, C, H, W) → (N, out_channels, H′, W′)
 * with H′ = (H − 1)·stride − 2·padding + dilation·(kernel_size − 1) + output_padding + 1.
 */
export class ConvTranspose2d extends signed(`ConvTranspose2d(${convTranspose})`, ConvTranspose) {
  override forward(input: Tensor, output_size?: OutputSize): Tensor {
    const added = this.outputPadding(input, byName<readonly number[]>('output_size', output_size));
    return F.conv_transpose2d(input, this.weight, this.bias, this.stride, this.padding, added, this.groups, this.dilation);
  }
}

/** Transposed convolution over three dims, as `torch.nn.ConvTranspose3d`. */
export class ConvTranspose3d extends signed(`ConvTranspose3d(${convTranspose})`, ConvTranspose) {
  override forward(input: Tensor, output_size?: OutputSize): Tensor {
    const added = this.outputPadding(input, byName<readonly number[]>('output_size', output_size));
    return F.conv_transpose3d(input, this.weight, this.bias, this.stride, this.padding, added, this.groups, this.dilation);
  }
}
