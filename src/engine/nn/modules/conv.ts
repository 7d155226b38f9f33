import * as F from '../../generated/functional.js';
import type { DType } from '../../dtype.js';
import { ValueError } from '../../errors.js';
import type { Tensor } from '../../tensor/tensor.js';
import { perDim, readArguments } from '../arguments.js';
import { dimsOf, signatureAt, signed } from '../configured.js';
import { fanInBound, kaiming_uniform_, uniform_ } from '../init.js';
import { Module } from '../module.js';
import { emptyParameter, type Parameter } from '../parameter.js';
import { py } from '../pythonText.js';
import type { OptionalBias } from '../optional.js';

export type PaddingMode = 'zeros' | 'reflect' | 'replicate' | 'circular';
/** One number for all dims, or a number for each dim. */
export type PerDim = number | readonly number[];

/** The text of `padding_mode` in a signature. */
export const paddingMode = "'zeros'|'reflect'|'replicate'|'circular' padding_mode='zeros'" as const;

const conv =
  `int in_channels, int out_channels, int[] kernel_size, int[] stride=1, int[]|'valid'|'same' padding=0, int[] dilation=1, int groups=1, bool bias=True, ${paddingMode}, device=None, dtype? dtype=None` as const;

/** The settings that convolutions and transposed convolutions share. */
export interface ConvSettings {
  in_channels: number;
  out_channels: number;
  kernel_size: number[];
  stride: number[];
  padding: number[] | 'valid' | 'same';
  dilation: number[];
  output_padding: number[];
  groups: number;
  bias: boolean;
  padding_mode: PaddingMode;
  dtype: DType | null;
}

const all = (values: readonly number[], n: number): boolean => values.every((v) => v === n);

/** Checks the settings. @throws ValueError as PyTorch's `_ConvNd` */
function checkSettings({ in_channels, out_channels, groups, padding, stride, padding_mode }: ConvSettings): void {
  if (in_channels % groups !== 0) throw new ValueError('in_channels must be divisible by groups');
  if (out_channels % groups !== 0) throw new ValueError('out_channels must be divisible by groups');
  if (typeof padding === 'string') {
    if (padding !== 'same' && padding !== 'valid') {
      throw new ValueError(`Invalid padding string '${String(padding)}', should be one of {'same', 'valid'}`);
    }
    if (padding === 'same' && !all(stride, 1)) throw new ValueError("padding='same' is not supported for strided convolutions");
  }
  const modes = ['zeros', 'reflect', 'replicate', 'circular'];
  if (!modes.includes(padding_mode)) {
    throw new ValueError(`padding_mode must be one of {${modes.map((m) => `'${m}'`).join(', ')}}, but got padding_mode='${padding_mode}'`);
  }
}

export interface ConvNd extends OptionalBias {}
export abstract class ConvNd extends Module {
  readonly in_channels: number;
  readonly out_channels: number;
  readonly kernel_size: number[];
  readonly stride: number[];
  readonly padding: number[] | 'valid' | 'same';
  readonly dilation: number[];
  readonly output_padding: number[];
  readonly groups: number;
  readonly padding_mode: PaddingMode;
  weight: Parameter;

  constructor(settings: ConvSettings, weightSizes: readonly number[]) {
    super();
    checkSettings(settings);
    this.in_channels = settings.in_channels;
    this.out_channels = settings.out_channels;
    this.kernel_size = settings.kernel_size;
    this.stride = settings.stride;
    this.padding = settings.padding;
    this.dilation = settings.dilation;
    this.output_padding = settings.output_padding;
    this.groups = settings.groups;
    this.padding_mode = settings.padding_mode;
    this.weight = emptyParameter(weightSizes, settings.dtype);
    this.bias = settings.bias ? emptyParameter([settings.out_channels], settings.dtype) : null;
    this.reset_parameters();
  }

  reset_parameters(): void {
    kaiming_uniform_(this.weight, Math.sqrt(5));
    const bound = fanInBound(this.weight);
    if (this.bias && bound > 0) uniform_(this.bias, -bound, bound);
  }

  override extra_repr(): string {
    const parts = [
      `${this.in_channels}, ${this.out_channels}, kernel_size=${py(this.kernel_size)}, stride=${py(this.stride)}`,
      typeof this.padding === 'string' ? `padding=${this.padding}` : all(this.padding, 0) ? '' : `padding=${py(this.padding)}`,
      all(this.dilation, 1) ? '' : `dilation=${py(this.dilation)}`,
      all(this.output_padding, 0) ? '' : `output_padding=${py(this.output_padding)}`,
      this.groups === 1 ? '' : `groups=${this.groups}`,
      this.bias ? '' : 'bias=False',
      this.padding_mode === 'zeros' ? '' : `padding_mode=${this.padding_mode}`,
    ];
    return parts.filter((p) => p !== '').join(', ');
  }
}

function convSettings(signature: `(${typeof conv})`, args: readonly unknown[]): ConvSettings {
  const n = dimsOf(signature);
  const a = readArguments(signature, args);
  return {
    ...a,
    kernel_size: perDim(a.kernel_size, n),
    stride: perDim(a.stride, n),
    padding: typeof a.padding === 'string' ? a.padding : perDim(a.padding, n),
    dilation: perDim(a.dilation, n),
    output_padding: perDim(0, n),
  };
}

const weightSizes = (s: ConvSettings): number[] => [s.out_channels, Math.floor(s.in_channels / s.groups), ...s.kernel_size];

abstract class Conv extends ConvNd {
  constructor(...args: unknown[]) {
    const settings = convSettings(signatureAt(new.target), args);
    super(settings, weightSizes(settings));
  }

  /** The padding on both sides of each dim, in the order of F.pad: the last dim first. */
  private sides(): number[] {
    const { padding, kernel_size, dilation } = this;
    const each = kernel_size.map((k, i) => {
      if (typeof padding !== 'string') return [padding[i], padding[i]];
      const total = padding === 'same' ? dilation[i] * (k - 1) : 0;
      return [Math.floor(total / 2), total - Math.floor(total / 2)];
    });
    return each.reverse().flat();
  }

  /**
   * The input, and the padding that the convolution adds itself. Padding other than zeros is added to the input first.
   */
  protected padded(input: Tensor): [input: Tensor, padding: number[] | string] {
    if (this.padding_mode === 'zeros') return [input, this.padding];
    return [F.pad(input, this.sides(), this.padding_mode), perDim(0, this.kernel_size.length)];
  }
}

/** Convolution over one dim, as `torch.nn.Conv1d`: (N, C, L) → (N, out_channels, L′). */
export class Conv1d extends signed(`Conv1d(${conv})`, Conv) {
  override forward(input: Tensor): Tensor {
    const [x, padding] = this.padded(input);
    return F.conv1d(x, this.weight, this.bias, this.stride, padding, this.dilation, this.groups);
  }
}

/**
 * Convolution over two dims, as `torch.nn.Conv2d`: (N, C, H, W) → (N, out_channels, H′, W′) with
 * H′ = ⌊(H + 2·padding − dilation·(kernel_size − 1) − 1) / stride⌋ + 1.
 */
export class Conv2d extends signed(`Conv2d(${conv})`, Conv) {
  override forward(input: Tensor): Tensor {
    const [x, padding] = this.padded(input);
    return F.conv2d(x, this.weight, this.bias, this.stride, padding, this.dilation, this.groups);
  }
}

/** Convolution over three dims, as `torch.nn.Conv3d`: (N, C, D, H, W) → (N, out_channels, D′, H′, W′). */
export class Conv3d extends signed(`Conv3d(${conv})`, Conv) {
  override forward(input: Tensor): Tensor {
    const [x, padding] = this.padded(input);
    return F.conv3d(x, this.weight, this.bias, this.stride, padding, this.dilation, this.groups);
  }
}
