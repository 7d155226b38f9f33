/** Pooling as modules: the greatest or the average within windows. */
import * as F from '../../generated/functional.js';
import type { Tensor } from '../../tensor.js';
import { perDim, type Arguments } from '../arguments.js';
import { Configured, unwrapSingle } from '../configured.js';
import type { PerDim } from './conv.js';

interface MaxPoolOptions {
  /** Steps of the window. Default: kernel_size */
  stride?: PerDim | null;
  /** Added on both sides, as −∞. Default: 0 */
  padding?: PerDim;
  /** Distance of the window's elements. Default: 1 */
  dilation?: PerDim;
  /** Returns also where the greatest were. Default: false */
  return_indices?: boolean;
  /** Whether windows may hang over the edge. Default: false */
  ceil_mode?: boolean;
}

type MaxPoolArguments = Arguments<
  [kernel_size: PerDim],
  [stride: PerDim | null, padding: PerDim, dilation: PerDim, return_indices: boolean, ceil_mode: boolean],
  MaxPoolOptions
>;

abstract class Windowed extends Configured {
  declare readonly kernel_size: PerDim;
  declare readonly stride: PerDim;
  declare readonly padding: PerDim;
  declare readonly ceil_mode: boolean;

  constructor(signature: string, args: readonly unknown[], shown: readonly string[]) {
    super(signature, args, shown);
    (this as { stride: PerDim | null }).stride ??= this.kernel_size;
    unwrapSingle(this, ['kernel_size', 'stride', 'padding', 'dilation']);
  }
}

abstract class MaxPool extends Windowed {
  declare readonly dilation: PerDim;
  declare readonly return_indices: boolean;

  constructor(name: string, args: readonly unknown[]) {
    super(
      `${name}(int[] kernel_size, int[]? stride=None, int[] padding=0, int[] dilation=1, bool return_indices=False, bool ceil_mode=False)`,
      args,
      ['kernel_size', 'stride', 'padding', 'dilation', 'ceil_mode'],
    );
  }

  protected pool(f: typeof F.max_pool2d, input: Tensor): Tensor {
    const { kernel_size, stride, padding, dilation, ceil_mode, return_indices } = this;
    return f(input, kernel_size, stride, padding, dilation, ceil_mode, return_indices) as Tensor;
  }
}

/** The greatest within windows of (N, C, L) or (C, L). */
export class MaxPool1d extends MaxPool {
  constructor(...args: MaxPoolArguments) {
    super('MaxPool1d', args);
  }

  override forward(input: Tensor): Tensor {
    return this.pool(F.max_pool1d, input);
  }
}

/** The greatest within windows of (N, C, H, W) or (C, H, W). */
export class MaxPool2d extends MaxPool {
  constructor(...args: MaxPoolArguments) {
    super('MaxPool2d', args);
  }

  override forward(input: Tensor): Tensor {
    return this.pool(F.max_pool2d, input);
  }
}

/** The greatest within windows of (N, C, D, H, W) or (C, D, H, W). */
export class MaxPool3d extends MaxPool {
  constructor(...args: MaxPoolArguments) {
    super('MaxPool3d', args);
  }

  override forward(input: Tensor): Tensor {
    return this.pool(F.max_pool3d, input);
  }
}

interface AvgPoolOptions {
  /** Steps of the window. Default: kernel_size */
  stride?: PerDim | null;
  /** Zeros added on both sides. Default: 0 */
  padding?: PerDim;
  /** Whether windows may hang over the edge. Default: false */
  ceil_mode?: boolean;
  /** Whether the added zeros count in the average. Default: true */
  count_include_pad?: boolean;
  /** Divides by this instead of the window's size. */
  divisor_override?: number | null;
}

type AvgPoolArguments = Arguments<
  [kernel_size: PerDim],
  [stride: PerDim | null, padding: PerDim, ceil_mode: boolean, count_include_pad: boolean],
  AvgPoolOptions
>;

const avgPool = 'int[] kernel_size, int[]? stride=None, int[] padding=0, bool ceil_mode=False, bool count_include_pad=True';

/** Averages within windows of (N, C, L) or (C, L). */
export class AvgPool1d extends Windowed {
  declare readonly count_include_pad: boolean;

  constructor(
    ...args: Arguments<[kernel_size: PerDim], [stride: PerDim | null, padding: PerDim], Omit<AvgPoolOptions, 'divisor_override'>>
  ) {
    super(`AvgPool1d(${avgPool})`, args, ['kernel_size', 'stride', 'padding']);
    // PyTorch keeps (and prints) these as tuples.
    const { kernel_size, stride, padding } = this;
    Object.assign(this, { kernel_size: perDim(kernel_size, 1), stride: perDim(stride, 1), padding: perDim(padding, 1) });
  }

  override forward(input: Tensor): Tensor {
    return F.avg_pool1d(input, this.kernel_size, this.stride, this.padding, this.ceil_mode, this.count_include_pad);
  }
}

abstract class AvgPool extends Windowed {
  declare readonly count_include_pad: boolean;
  declare readonly divisor_override: number | null;

  constructor(name: string, args: readonly unknown[]) {
    super(`${name}(${avgPool}, int? divisor_override=None)`, args, ['kernel_size', 'stride', 'padding']);
  }

  protected pool(f: typeof F.avg_pool2d, input: Tensor): Tensor {
    const { kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override } = this;
    return f(input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);
  }
}

/** Averages within windows of (N, C, H, W) or (C, H, W). */
export class AvgPool2d extends AvgPool {
  constructor(...args: AvgPoolArguments) {
    super('AvgPool2d', args);
  }

  override forward(input: Tensor): Tensor {
    return this.pool(F.avg_pool2d, input);
  }
}

/** Averages within windows of (N, C, D, H, W) or (C, D, H, W). */
export class AvgPool3d extends AvgPool {
  constructor(...args: AvgPoolArguments) {
    super('AvgPool3d', args);
  }

  override forward(input: Tensor): Tensor {
    return this.pool(F.avg_pool3d, input);
  }
}

interface LPPoolOptions {
  stride?: PerDim | null;
  ceil_mode?: boolean;
}
type LPPoolArguments = Arguments<[norm_type: number, kernel_size: PerDim], [stride: PerDim | null, ceil_mode: boolean], LPPoolOptions>;

abstract class LPPool extends Configured {
  declare readonly norm_type: number;
  declare readonly kernel_size: PerDim;
  declare readonly stride: PerDim | null;
  declare readonly ceil_mode: boolean;

  constructor(name: string, args: readonly unknown[]) {
    super(`${name}(float norm_type, int[] kernel_size, int[]? stride=None, bool ceil_mode=False)`, args, [
      'norm_type',
      'kernel_size',
      'stride',
      'ceil_mode',
    ]);
    unwrapSingle(this, ['kernel_size', 'stride']);
  }
}

/** (Σ xᵖ)^(1/p) within windows of (N, C, L). */
export class LPPool1d extends LPPool {
  constructor(...args: LPPoolArguments) {
    super('LPPool1d', args);
  }

  override forward(input: Tensor): Tensor {
    return F.lp_pool1d(input, this.norm_type, this.kernel_size, this.stride, this.ceil_mode);
  }
}

/** (Σ xᵖ)^(1/p) within windows of (N, C, H, W). */
export class LPPool2d extends LPPool {
  constructor(...args: LPPoolArguments) {
    super('LPPool2d', args);
  }

  override forward(input: Tensor): Tensor {
    return F.lp_pool2d(input, this.norm_type, this.kernel_size, this.stride, this.ceil_mode);
  }
}

/** One number for every dim, or one for each, null to keep the size of the input. */
export type OutputSize = number | null | readonly (number | null)[];

abstract class Adaptive extends Configured {
  declare readonly output_size: OutputSize;
  declare readonly return_indices: boolean;

  constructor(signature: string, args: readonly unknown[]) {
    super(signature, args, ['output_size']);
    unwrapSingle(this, ['output_size']);
  }

  /** As a list, when only that can hold null. */
  protected sizes(n: number): readonly (number | null)[] | number {
    return this.output_size === null ? new Array<null>(n).fill(null) : this.output_size;
  }
}

type AdaptiveAvgArguments = Arguments<[output_size: OutputSize], [], { output_size?: OutputSize }>;

/** Averages of (N, C, L) to a given length. */
export class AdaptiveAvgPool1d extends Adaptive {
  constructor(...args: AdaptiveAvgArguments) {
    super('AdaptiveAvgPool1d(int[]|any[]? output_size)', args);
  }

  override forward(input: Tensor): Tensor {
    return F.adaptive_avg_pool1d(input, this.sizes(1));
  }
}

/** Averages of (N, C, H, W) to a given size. */
export class AdaptiveAvgPool2d extends Adaptive {
  constructor(...args: AdaptiveAvgArguments) {
    super('AdaptiveAvgPool2d(int[]|any[]? output_size)', args);
  }

  override forward(input: Tensor): Tensor {
    return F.adaptive_avg_pool2d(input, this.sizes(2));
  }
}

/** Averages of (N, C, D, H, W) to a given size. */
export class AdaptiveAvgPool3d extends Adaptive {
  constructor(...args: AdaptiveAvgArguments) {
    super('AdaptiveAvgPool3d(int[]|any[]? output_size)', args);
  }

  override forward(input: Tensor): Tensor {
    return F.adaptive_avg_pool3d(input, this.sizes(3));
  }
}

type AdaptiveMaxArguments = Arguments<[output_size: OutputSize], [return_indices: boolean], { return_indices?: boolean }>;

/** The greatest of (N, C, L) to a given length. */
export class AdaptiveMaxPool1d extends Adaptive {
  constructor(...args: AdaptiveMaxArguments) {
    super('AdaptiveMaxPool1d(int[]|any[]? output_size, bool return_indices=False)', args);
  }

  override forward(input: Tensor): Tensor {
    return F.adaptive_max_pool1d(input, this.sizes(1), this.return_indices) as Tensor;
  }
}

/** The greatest of (N, C, H, W) to a given size. */
export class AdaptiveMaxPool2d extends Adaptive {
  constructor(...args: AdaptiveMaxArguments) {
    super('AdaptiveMaxPool2d(int[]|any[]? output_size, bool return_indices=False)', args);
  }

  override forward(input: Tensor): Tensor {
    return F.adaptive_max_pool2d(input, this.sizes(2), this.return_indices) as Tensor;
  }
}

/** The greatest of (N, C, D, H, W) to a given size. */
export class AdaptiveMaxPool3d extends Adaptive {
  constructor(...args: AdaptiveMaxArguments) {
    super('AdaptiveMaxPool3d(int[]|any[]? output_size, bool return_indices=False)', args);
  }

  override forward(input: Tensor): Tensor {
    return F.adaptive_max_pool3d(input, this.sizes(3), this.return_indices) as Tensor;
  }
}
