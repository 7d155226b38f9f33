/** Normalisation by the statistics of each sample. */
import * as F from '../../generated/functional.js';
import type { DType } from '../../dtype.js';
import { ValueError } from '../../errors.js';
import type { Tensor } from '../../tensor.js';
import { readArguments, spelled, type Arguments } from '../arguments.js';
import { Configured } from '../configured.js';
import { ones_, zeros_ } from '../init.js';
import { Module } from '../module.js';
import { emptyParameter, type Parameter } from '../parameter.js';
import { py } from '../pythonText.js';

const started = (sizes: readonly number[], dtype: DType | null, fill: (t: Tensor) => Tensor): Parameter => {
  const p = emptyParameter(sizes, dtype);
  fill(p);
  return p;
};

const layerNorm = 'LayerNorm(int[] normalized_shape, float eps=1e-05, bool elementwise_affine=True, any device=None, dtype? dtype=None)';

interface LayerNormOptions {
  /** Added to the variance. Default: 1e-5 */
  eps?: number;
  /** Whether it is followed by a weight and a bias that are learned. Default: true */
  elementwise_affine?: boolean;
  dtype?: DType | null;
}

/** Mean 0 and variance 1 over the last dims, then a weight and a bias for each element: (*, normalized_shape). */
export class LayerNorm extends Module {
  readonly normalized_shape: readonly number[];
  readonly eps: number;
  readonly elementwise_affine: boolean;
  weight: Parameter | null;
  bias: Parameter | null;

  constructor(
    ...args: Arguments<[normalized_shape: number | readonly number[]], [eps: number, elementwise_affine: boolean], LayerNormOptions>
  ) {
    super();
    const a = readArguments<{ normalized_shape: number[]; eps: number; elementwise_affine: boolean; dtype: DType | null }>(layerNorm, args);
    this.normalized_shape = a.normalized_shape;
    this.eps = a.eps;
    this.elementwise_affine = a.elementwise_affine;
    this.weight = a.elementwise_affine ? started(a.normalized_shape, a.dtype, ones_) : null;
    this.bias = a.elementwise_affine ? started(a.normalized_shape, a.dtype, zeros_) : null;
  }

  reset_parameters(): void {
    if (this.weight) ones_(this.weight);
    if (this.bias) zeros_(this.bias);
  }

  override forward(input: Tensor): Tensor {
    return F.layer_norm(input, this.normalized_shape, this.weight, this.bias, this.eps);
  }

  override extra_repr(): string {
    return `${py(this.normalized_shape)}, eps=${spelled(layerNorm, 'eps', this.eps)}, elementwise_affine=${py(this.elementwise_affine)}`;
  }
}

const groupNorm = 'GroupNorm(int num_groups, int num_channels, float eps=1e-05, bool affine=True, any device=None, dtype? dtype=None)';

/** Mean 0 and variance 1 over groups of channels, then a weight and a bias for each channel: (N, C, *). */
export class GroupNorm extends Module {
  readonly num_groups: number;
  readonly num_channels: number;
  readonly eps: number;
  readonly affine: boolean;
  weight: Parameter | null;
  bias: Parameter | null;

  /** @throws ValueError unless the groups divide the channels */
  constructor(
    ...args: Arguments<
      [num_groups: number, num_channels: number],
      [eps: number, affine: boolean],
      { eps?: number; affine?: boolean; dtype?: DType | null }
    >
  ) {
    super();
    const a = readArguments<{ num_groups: number; num_channels: number; eps: number; affine: boolean; dtype: DType | null }>(
      groupNorm,
      args,
    );
    if (a.num_channels % a.num_groups !== 0) throw new ValueError('num_channels must be divisible by num_groups');
    this.num_groups = a.num_groups;
    this.num_channels = a.num_channels;
    this.eps = a.eps;
    this.affine = a.affine;
    this.weight = a.affine ? started([a.num_channels], a.dtype, ones_) : null;
    this.bias = a.affine ? started([a.num_channels], a.dtype, zeros_) : null;
  }

  reset_parameters(): void {
    if (this.weight) ones_(this.weight);
    if (this.bias) zeros_(this.bias);
  }

  override forward(input: Tensor): Tensor {
    return F.group_norm(input, this.num_groups, this.weight, this.bias, this.eps);
  }

  override extra_repr(): string {
    return `${this.num_groups}, ${this.num_channels}, eps=${spelled(groupNorm, 'eps', this.eps)}, affine=${py(this.affine)}`;
  }
}

const rmsNorm = 'RMSNorm(int[] normalized_shape, float? eps=None, bool elementwise_affine=True, any device=None, dtype? dtype=None)';

/** Divides by the root of the mean square over the last dims, then times a weight: (*, normalized_shape). */
export class RMSNorm extends Module {
  readonly normalized_shape: readonly number[];
  readonly eps: number | null;
  readonly elementwise_affine: boolean;
  weight: Parameter | null;

  constructor(
    ...args: Arguments<
      [normalized_shape: number | readonly number[]],
      [eps: number | null, elementwise_affine: boolean],
      Omit<LayerNormOptions, 'eps'> & { eps?: number | null }
    >
  ) {
    super();
    const a = readArguments<{ normalized_shape: number[]; eps: number | null; elementwise_affine: boolean; dtype: DType | null }>(
      rmsNorm,
      args,
    );
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
    return `${py(this.normalized_shape)}, eps=${spelled(rmsNorm, 'eps', this.eps)}, elementwise_affine=${py(this.elementwise_affine)}`;
  }
}

const localResponse = 'LocalResponseNorm(int size, float alpha=0.0001, float beta=0.75, float k=1.0)';

/** Divides each channel by what its neighbours amount to. */
export class LocalResponseNorm extends Configured {
  declare readonly size: number;
  declare readonly alpha: number;
  declare readonly beta: number;
  declare readonly k: number;

  constructor(...args: Arguments<[size: number], [alpha: number, beta: number, k: number], { alpha?: number; beta?: number; k?: number }>) {
    super(localResponse, args, ['alpha', 'beta', 'k']);
  }

  override forward(input: Tensor): Tensor {
    return F.local_response_norm(input, this.size, this.alpha, this.beta, this.k);
  }

  override extra_repr(): string {
    return `${this.size}, ${super.extra_repr()}`;
  }
}
