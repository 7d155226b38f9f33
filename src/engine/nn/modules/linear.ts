import * as F from '../../generated/functional.js';
import type { ClassArguments } from '../../generated/classes.js';
import { quietly } from '../../quietly.js';
import type { Tensor } from '../../tensor/tensor.js';
import { readArguments } from '../arguments.js';
import { settingsText } from '../configured.js';
import { fanInBound, kaiming_uniform_, uniform_ } from '../init.js';
import { Module } from '../module.js';
import { emptyParameter, type Parameter } from '../parameter.js';
import type { OptionalBias } from '../optional.js';

/** Returns its input, as `torch.nn.Identity`. The constructor takes any arguments and ignores them. */
export class Identity extends Module {
  static readonly signature = 'Identity(any... args)';

  constructor(..._ignored: unknown[]) {
    super();
  }

  override forward(input: Tensor): Tensor {
    return input;
  }
}

export interface Linear extends OptionalBias {}
/**
 * y = x Wᵀ + b, as `torch.nn.Linear`: (*, in_features) → (*, out_features). W and b start uniform in ±1/√in_features.
 */
export class Linear extends Module {
  static readonly signature = 'Linear(int in_features, int out_features, bool bias=True, device=None, dtype? dtype=None)';
  readonly in_features: number;
  readonly out_features: number;
  /** (out_features, in_features) */
  weight: Parameter;

  constructor(...args: ClassArguments['Linear']) {
    super();
    const a = readArguments(Linear.signature, args);
    this.in_features = a.in_features;
    this.out_features = a.out_features;
    this.weight = emptyParameter([a.out_features, a.in_features], a.dtype);
    this.bias = a.bias ? emptyParameter([a.out_features], a.dtype) : null;
    this.reset_parameters();
  }

  reset_parameters(): void {
    kaiming_uniform_(this.weight, Math.sqrt(5));
    const bound = fanInBound(this.weight);
    if (this.bias) uniform_(this.bias, -bound, bound);
  }

  override forward(input: Tensor): Tensor {
    return F.linear(input, this.weight, this.bias);
  }

  override extra_repr(): string {
    return settingsText(this, Linear.signature, ['in_features', 'out_features', 'bias']);
  }
}

export interface Bilinear extends OptionalBias {}
/**
 * y = x₁ᵀ A x₂ + b for each output, as `torch.nn.Bilinear`:
 * (*, in1_features), (*, in2_features) → (*, out_features).
 */
export class Bilinear extends Module {
  static readonly signature =
    'Bilinear(int in1_features, int in2_features, int out_features, bool bias=True, device=None, dtype? dtype=None)';
  readonly in1_features: number;
  readonly in2_features: number;
  readonly out_features: number;
  /** (out_features, in1_features, in2_features) */
  weight: Parameter;

  constructor(...args: ClassArguments['Bilinear']) {
    super();
    const a = readArguments(Bilinear.signature, args);
    this.in1_features = a.in1_features;
    this.in2_features = a.in2_features;
    this.out_features = a.out_features;
    this.weight = emptyParameter([a.out_features, a.in1_features, a.in2_features], a.dtype);
    this.bias = a.bias ? emptyParameter([a.out_features], a.dtype) : null;
    this.reset_parameters();
  }

  reset_parameters(): void {
    const bound = 1 / Math.sqrt(this.weight.sizes[1]);
    quietly(() => {
      uniform_(this.weight, -bound, bound);
      if (this.bias) uniform_(this.bias, -bound, bound);
    });
  }

  override forward(input1: Tensor, input2: Tensor): Tensor {
    return F.bilinear(input1, input2, this.weight, this.bias);
  }

  override extra_repr(): string {
    return settingsText(this, Bilinear.signature, ['in1_features', 'in2_features', 'out_features', 'bias']);
  }
}
