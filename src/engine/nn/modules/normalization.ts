/** Normalisation by the statistics of each sample. */
import * as F from '../../generated/functional.js';
import type { DType } from '../../dtype.js';
import { wrongShape } from '../../errors/shapes.js';
import { ValueError } from '../../errors.js';
import type { Tensor } from '../../tensor/tensor.js';
import type { ClassArguments } from '../../generated/classes.js';
import { readArguments } from '../arguments.js';
import { layer, settingsText } from '../configured.js';
import { ones_, zeros_ } from '../init.js';
import { Module } from '../module.js';
import { emptyParameter, type Parameter } from '../parameter.js';
import type { OptionalBias, OptionalWeight } from '../optional.js';

const started = (sizes: readonly number[], dtype: DType | null, fill: (t: Tensor) => Tensor): Parameter => {
  const p = emptyParameter(sizes, dtype);
  fill(p);
  return p;
};

export interface LayerNorm extends OptionalWeight, OptionalBias {}
/** Mean 0 and variance 1 over the last dims, then a weight and a bias for each element: (*, normalized_shape). */
export class LayerNorm extends Module {
  static readonly signature =
    'LayerNorm(int[] normalized_shape, float eps=1e-05, bool elementwise_affine=True, bool bias=True, device=None, dtype? dtype=None)';

  readonly normalized_shape: readonly number[];
  readonly eps: number;
  readonly elementwise_affine: boolean;

  constructor(...args: ClassArguments['LayerNorm']) {
    super();
    const a = readArguments(LayerNorm.signature, args);
    this.normalized_shape = a.normalized_shape;
    this.eps = a.eps;
    this.elementwise_affine = a.elementwise_affine;
    this.weight = a.elementwise_affine ? started(a.normalized_shape, a.dtype, ones_) : null;
    this.bias = a.elementwise_affine && a.bias ? started(a.normalized_shape, a.dtype, zeros_) : null;
  }

  reset_parameters(): void {
    if (this.weight) ones_(this.weight);
    if (this.bias) zeros_(this.bias);
  }

  override forward(input: Tensor): Tensor {
    return F.layer_norm(input, this.normalized_shape, this.weight, this.bias, this.eps);
  }

  override extra_repr(): string {
    return settingsText(this, LayerNorm.signature, ['=normalized_shape', 'eps', 'elementwise_affine', 'bias']);
  }
}

export interface GroupNorm extends OptionalWeight, OptionalBias {}
/** Mean 0 and variance 1 over groups of channels, then a weight and a bias for each channel: (N, C, *). */
export class GroupNorm extends Module {
  static readonly signature =
    'GroupNorm(int num_groups, int num_channels, float eps=1e-05, bool affine=True, device=None, dtype? dtype=None, *, bool bias=True)';

  readonly num_groups: number;
  readonly num_channels: number;
  readonly eps: number;
  readonly affine: boolean;

  /** @throws ValueError unless the groups divide the channels */
  constructor(...args: ClassArguments['GroupNorm']) {
    super();
    const a = readArguments(GroupNorm.signature, args);
    if (a.num_channels % a.num_groups !== 0)
      throw new ValueError(`num_channels (${a.num_channels}) must be divisible by num_groups (${a.num_groups})`);
    this.num_groups = a.num_groups;
    this.num_channels = a.num_channels;
    this.eps = a.eps;
    this.affine = a.affine;
    this.weight = a.affine ? started([a.num_channels], a.dtype, ones_) : null;
    this.bias = a.affine && a.bias ? started([a.num_channels], a.dtype, zeros_) : null;
  }

  reset_parameters(): void {
    if (this.weight) ones_(this.weight);
    if (this.bias) zeros_(this.bias);
  }

  override forward(input: Tensor): Tensor {
    return F.group_norm(input, this.num_groups, this.weight, this.bias, this.eps);
  }

  override extra_repr(): string {
    return settingsText(this, GroupNorm.signature, ['=num_groups', '=num_channels', 'eps', 'affine', 'bias']);
  }
}

export interface RMSNorm extends OptionalWeight {}
/** Divides by the root of the mean square over the last dims, then times a weight: (*, normalized_shape). */
export class RMSNorm extends Module {
  static readonly signature =
    'RMSNorm(int[] normalized_shape, float? eps=None, bool elementwise_affine=True, device=None, dtype? dtype=None)';

  readonly normalized_shape: readonly number[];
  readonly eps: number | null;
  readonly elementwise_affine: boolean;

  constructor(...args: ClassArguments['RMSNorm']) {
    super();
    const a = readArguments(RMSNorm.signature, args);
    this.normalized_shape = a.normalized_shape;
    this.eps = a.eps;
    this.elementwise_affine = a.elementwise_affine;
    this.weight = a.elementwise_affine ? started(a.normalized_shape, a.dtype, ones_) : null;
  }

  reset_parameters(): void {
    if (this.weight) ones_(this.weight);
  }

  override forward(input: Tensor): Tensor {
    return F.rms_norm(input, this.normalized_shape, this.weight, this.eps);
  }

  override extra_repr(): string {
    return settingsText(this, RMSNorm.signature, ['=normalized_shape', 'eps', 'elementwise_affine']);
  }
}

/** Divides each channel by a measure of its neighbouring channels. */
export class LocalResponseNorm extends layer('LocalResponseNorm(int size, float alpha=0.0001, float beta=0.75, float k=1.0)', [
  '=size',
  'alpha',
  'beta',
  'k',
]) {
  override forward(input: Tensor): Tensor {
    return F.local_response_norm(input, this.size, this.alpha, this.beta, this.k);
  }
}

/** Divides by sums of squares over neighbouring channels of (N, C, H, W), as old networks of Lua's Torch do. */
export class CrossMapLRN2d extends layer('CrossMapLRN2d(int size, float alpha=0.0001, float beta=0.75, float k=1)', [
  '=size',
  'alpha',
  'beta',
  'k',
]) {
  override forward(input: Tensor): Tensor {
    const { size, alpha, beta, k } = this;
    if (input.sizes.length !== 4)
      throw wrongShape(`CrossMapLRN2d: Expected input to be 4D, got ${input.sizes.length}D instead.`, ValueError);
    const reach = Math.trunc((size - 1) / 2 + 1) - 1;
    const squares = input.square();
    const around = F.pad(squares, [0, 0, 0, 0, reach, reach])
      .unfold(1, 2 * reach + 1, 1)
      .sum([-1]);
    // PyTorch's sum moves along the channels and never leaves the first one behind.
    const beyond = input.new_tensor(Array.from({ length: input.sizes[1] }, (_, c) => Number(c > reach))).reshape([-1, 1, 1]);
    const sums = around.add(squares.narrow(1, 0, 1).mul(beyond));
    return input.mul(
      sums
        .mul(alpha / size)
        .add(k)
        .pow(-beta),
    );
  }
}
