/** Pooling as modules: the maximum or the average within windows. */
import * as F from '../../generated/functional.js';
import { ValueError } from '../../errors.js';
import type { Tensor } from '../../tensor/tensor.js';
import type { ClassArguments } from '../../generated/classes.js';
import { byName, perDim, type OrByName } from '../arguments.js';
import { Configured, dimsOf, layer, signatureAt } from '../configured.js';
import type { Values } from '../signatureTypes.js';
import type { PerDim } from './conv.js';

/** Pooling by windows: the stride is the size of the window, unless the program sets one. */
abstract class Windowed extends Configured {
  declare readonly stride: PerDim;

  constructor(...args: unknown[]) {
    super(...args);
    const own = this as unknown as { kernel_size: PerDim; stride: PerDim | null };
    own.stride ??= own.kernel_size;
  }
}

const maxPool =
  'int|int[] kernel_size, int|int[]? stride=None, int|int[] padding=0, int|int[] dilation=1, bool return_indices=False, bool ceil_mode=False' as const;
const maxPoolShown = ['kernel_size', 'stride', 'padding', 'dilation', 'ceil_mode'];

type MaxPool = Windowed & Values<`MaxPool(${typeof maxPool})`>;

function greatest(f: typeof F.max_pool2d, input: Tensor, layer: MaxPool): Tensor {
  const { kernel_size, stride, padding, dilation, ceil_mode, return_indices } = layer;
  return f(input, kernel_size, stride, padding, dilation, ceil_mode, return_indices) as Tensor;
}

const maxUnpool = 'int|int[] kernel_size, int|int[]? stride=None, int|int[] padding=0' as const;
const maxUnpoolShown = ['kernel_size', 'stride', 'padding'];

/** Unpooling. Its settings hold a number for each dim, as PyTorch prints them. */
abstract class Unpooling extends Windowed {
  constructor(...args: unknown[]) {
    super(...args);
    const own = this as unknown as Record<string, PerDim>;
    const dims = dimsOf(signatureAt(new.target));
    for (const name of maxUnpoolShown) own[name] = perDim(own[name], dims);
  }
}

type MaxUnpool = Windowed & Values<`MaxUnpool(${typeof maxUnpool})`>;

type OutputSize = OrByName<'output_size', readonly number[]> | null;

function unpooled(f: typeof F.max_unpool2d, input: Tensor, indices: Tensor, size: OutputSize | undefined, layer: MaxUnpool): Tensor {
  const { kernel_size, stride, padding } = layer;
  return f(input, indices, kernel_size, stride, padding, byName<readonly number[]>('output_size', size));
}

/** Puts the values that MaxPool1d found back at their places, with zeros elsewhere: (N, C, L) or (C, L). */
export class MaxUnpool1d extends layer(`MaxUnpool1d(${maxUnpool})`, maxUnpoolShown, Unpooling) {
  override forward(input: Tensor, indices: Tensor, output_size?: OutputSize): Tensor {
    return unpooled(F.max_unpool1d, input, indices, output_size, this);
  }
}

/** Puts the values that MaxPool2d found back at their places, with zeros elsewhere: (N, C, H, W) or (C, H, W). */
export class MaxUnpool2d extends layer(`MaxUnpool2d(${maxUnpool})`, maxUnpoolShown, Unpooling) {
  override forward(input: Tensor, indices: Tensor, output_size?: OutputSize): Tensor {
    return unpooled(F.max_unpool2d, input, indices, output_size, this);
  }
}

/** Puts the values that MaxPool3d found back at their places, with zeros elsewhere: (N, C, D, H, W) or (C, D, H, W). */
export class MaxUnpool3d extends layer(`MaxUnpool3d(${maxUnpool})`, maxUnpoolShown, Unpooling) {
  override forward(input: Tensor, indices: Tensor, output_size?: OutputSize): Tensor {
    return unpooled(F.max_unpool3d, input, indices, output_size, this);
  }
}

/** The maximum within windows of (N, C, L) or (C, L). */
export class MaxPool1d extends layer(`MaxPool1d(${maxPool})`, maxPoolShown, Windowed) {
  override forward(input: Tensor): Tensor {
    return greatest(F.max_pool1d, input, this);
  }
}

/** The maximum within windows of (N, C, H, W) or (C, H, W). */
export class MaxPool2d extends layer(`MaxPool2d(${maxPool})`, maxPoolShown, Windowed) {
  override forward(input: Tensor): Tensor {
    return greatest(F.max_pool2d, input, this);
  }
}

/** The maximum within windows of (N, C, D, H, W) or (C, D, H, W). */
export class MaxPool3d extends layer(`MaxPool3d(${maxPool})`, maxPoolShown, Windowed) {
  override forward(input: Tensor): Tensor {
    return greatest(F.max_pool3d, input, this);
  }
}

const avgPool =
  'int|int[] kernel_size, int|int[]? stride=None, int|int[] padding=0, bool ceil_mode=False, bool count_include_pad=True' as const;
const avgPoolShown = ['kernel_size', 'stride', 'padding'];

/** Averages within windows of (N, C, L) or (C, L). */
export class AvgPool1d extends layer(`AvgPool1d(${avgPool})`, avgPoolShown, Windowed) {
  constructor(...args: ClassArguments['AvgPool1d']) {
    super(...args);
    // PyTorch keeps (and prints) these as tuples.
    const { kernel_size, stride, padding } = this;
    Object.assign(this, { kernel_size: perDim(kernel_size, 1), stride: perDim(stride, 1), padding: perDim(padding, 1) });
  }

  override forward(input: Tensor): Tensor {
    return F.avg_pool1d(input, this.kernel_size, this.stride, this.padding, this.ceil_mode, this.count_include_pad);
  }
}

type AvgPool = Windowed & Values<`AvgPool(${typeof avgPool}, int? divisor_override=None)`>;

function average(f: typeof F.avg_pool2d, input: Tensor, layer: AvgPool): Tensor {
  const { kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override } = layer;
  return f(input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);
}

/** Averages within windows of (N, C, H, W) or (C, H, W). */
export class AvgPool2d extends layer(`AvgPool2d(${avgPool}, int? divisor_override=None)`, avgPoolShown, Windowed) {
  override forward(input: Tensor): Tensor {
    return average(F.avg_pool2d, input, this);
  }
}

/** Averages within windows of (N, C, D, H, W) or (C, D, H, W). */
export class AvgPool3d extends layer(`AvgPool3d(${avgPool}, int? divisor_override=None)`, avgPoolShown, Windowed) {
  override forward(input: Tensor): Tensor {
    return average(F.avg_pool3d, input, this);
  }
}

const lpPool = 'float norm_type, int|int[] kernel_size, int|int[]? stride=None, bool ceil_mode=False' as const;
const lpPoolShown = ['norm_type', 'kernel_size', 'stride', 'ceil_mode'];

/** (Σ xᵖ)^(1/p) within windows of (N, C, L). */
export class LPPool1d extends layer(`LPPool1d(${lpPool})`, lpPoolShown) {
  override forward(input: Tensor): Tensor {
    return F.lp_pool1d(input, this.norm_type, this.kernel_size, this.stride, this.ceil_mode);
  }
}

/** (Σ xᵖ)^(1/p) within windows of (N, C, H, W). */
export class LPPool2d extends layer(`LPPool2d(${lpPool})`, lpPoolShown) {
  override forward(input: Tensor): Tensor {
    return F.lp_pool2d(input, this.norm_type, this.kernel_size, this.stride, this.ceil_mode);
  }
}

/**
 * The output size. A null in it keeps the size of that dim; such a size is made a list, since only a list can hold
 * null.
 */
const sizes = (size: number | readonly (number | null)[] | null, n: number): readonly (number | null)[] | number =>
  size === null ? new Array<null>(n).fill(null) : size;

/** Reduces (N, C, L) to a given length by averages. */
export class AdaptiveAvgPool1d extends layer('AdaptiveAvgPool1d(int|Size? output_size)', ['output_size']) {
  override forward(input: Tensor): Tensor {
    return F.adaptive_avg_pool1d(input, sizes(this.output_size, 1));
  }
}

/** Reduces (N, C, H, W) to a given size by averages. */
export class AdaptiveAvgPool2d extends layer('AdaptiveAvgPool2d(int|Size? output_size)', ['output_size']) {
  override forward(input: Tensor): Tensor {
    return F.adaptive_avg_pool2d(input, sizes(this.output_size, 2));
  }
}

/** Reduces (N, C, D, H, W) to a given size by averages. */
export class AdaptiveAvgPool3d extends layer('AdaptiveAvgPool3d(int|Size? output_size)', ['output_size']) {
  override forward(input: Tensor): Tensor {
    return F.adaptive_avg_pool3d(input, sizes(this.output_size, 3));
  }
}

/** Reduces (N, C, L) to a given length by maxima. */
export class AdaptiveMaxPool1d extends layer('AdaptiveMaxPool1d(int|Size? output_size, bool return_indices=False)', ['output_size']) {
  override forward(input: Tensor): Tensor {
    return F.adaptive_max_pool1d(input, sizes(this.output_size, 1), this.return_indices) as Tensor;
  }
}

/** Reduces (N, C, H, W) to a given size by maxima. */
export class AdaptiveMaxPool2d extends layer('AdaptiveMaxPool2d(int|Size? output_size, bool return_indices=False)', ['output_size']) {
  override forward(input: Tensor): Tensor {
    return F.adaptive_max_pool2d(input, sizes(this.output_size, 2), this.return_indices) as Tensor;
  }
}

/** Reduces (N, C, D, H, W) to a given size by maxima. */
export class AdaptiveMaxPool3d extends layer('AdaptiveMaxPool3d(int|Size? output_size, bool return_indices=False)', ['output_size']) {
  override forward(input: Tensor): Tensor {
    return F.adaptive_max_pool3d(input, sizes(this.output_size, 3), this.return_indices) as Tensor;
  }
}

const fractionalShown: string[] = [];
const fractional =
  'int|int[] kernel_size, int|int[]? output_size=None, float|float[]? output_ratio=None, bool return_indices=False, Tensor? _random_samples=None' as const;

type Fractional = Configured & Values<`FractionalMaxPool(${typeof fractional})`>;

/** Fractional pooling: the windows lie at random, so that the result has a size, or a part of the size. */
abstract class ByFraction extends Configured {
  constructor(...args: unknown[]) {
    super(...args);
    const { output_size: size, output_ratio: ratio } = this as unknown as Fractional;
    const name = this.constructor.name;
    if (size === null && ratio === null) throw new ValueError(`${name} requires specifying either an output size, or a pooling ratio`);
    if (size !== null && ratio !== null) throw new ValueError('only one of output_size and output_ratio may be specified');
    const all = ratio === null ? [] : perDim(ratio, dimsOf(signatureAt(new.target)));
    if (all.some((r) => !(r > 0 && r < 1))) throw new ValueError(`output_ratio must be between 0 and 1 (got (${all.join(', ')}))`);
  }
}

function fractionally(f: typeof F.fractional_max_pool2d, input: Tensor, layer: Fractional): Tensor {
  const { kernel_size, output_size, output_ratio, return_indices, _random_samples } = layer;
  return f(input, kernel_size, output_size, output_ratio, return_indices, _random_samples) as Tensor;
}

/** The maximum within windows of (N, C, H, W) that lie at random (Graham 2014). */
export class FractionalMaxPool2d extends layer(`FractionalMaxPool2d(${fractional})`, fractionalShown, ByFraction) {
  override forward(input: Tensor): Tensor {
    return fractionally(F.fractional_max_pool2d, input, this);
  }
}

/** The maximum within windows of (N, C, D, H, W) that lie at random. */
export class FractionalMaxPool3d extends layer(`FractionalMaxPool3d(${fractional})`, fractionalShown, ByFraction) {
  override forward(input: Tensor): Tensor {
    return fractionally(F.fractional_max_pool3d, input, this);
  }
}
