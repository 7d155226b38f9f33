/** Normalisation by the statistics of a batch; the layers keep running statistics for evaluation. */
import * as F from '../../generated/functional.js';
import { ones, tensor, zeros } from '../../generated/torch.js';
import { int64 } from '../../dtype.js';
import { ValueError } from '../../errors.js';
import { wrongShape } from '../../errors/shapes.js';
import { quietly } from '../../quietly.js';
import type { Tensor } from '../../tensor/tensor.js';
import { readArguments } from '../arguments.js';
import { settingsText, signatureAt, signed } from '../configured.js';
import { ones_, zeros_ } from '../init.js';
import { Module } from '../module.js';
import { emptyParameter } from '../parameter.js';
import type { OptionalBias, OptionalStatistics, OptionalWeight } from '../optional.js';

/**
 * The part of a signature after the class's name. The classes differ in two defaults: whether they have weights, and
 * whether they keep statistics.
 */
const batchNorm =
  'int num_features, float eps=1e-05, float? momentum=0.1, bool affine=True, bool track_running_stats=True, device=None, dtype? dtype=None, *, bool bias=True' as const;
const instanceNorm =
  'int num_features, float eps=1e-05, float? momentum=0.1, bool affine=False, bool track_running_stats=False, device=None, dtype? dtype=None, *, bool bias=True' as const;

export interface NormWithStatistics extends OptionalWeight, OptionalBias, OptionalStatistics {}
/** The shared base of batch and instance normalisation. */
export abstract class NormWithStatistics extends Module {
  readonly num_features: number;
  readonly eps: number;
  readonly momentum: number | null;
  readonly affine: boolean;
  readonly track_running_stats: boolean;

  constructor(...args: unknown[]) {
    super();
    const a = readArguments(signatureAt<`(${typeof batchNorm})`>(new.target), args);
    this.num_features = a.num_features;
    this.eps = a.eps;
    this.momentum = a.momentum;
    this.affine = a.affine;
    this.track_running_stats = a.track_running_stats;
    this.weight = a.affine ? emptyParameter([a.num_features], a.dtype) : null;
    this.bias = a.affine && a.bias ? emptyParameter([a.num_features], a.dtype) : null;
    const { dtype } = a;
    quietly(() => {
      this.register_buffer('running_mean', a.track_running_stats ? zeros([a.num_features], { dtype }) : null);
      this.register_buffer('running_var', a.track_running_stats ? ones([a.num_features], { dtype }) : null);
      this.register_buffer('num_batches_tracked', a.track_running_stats ? tensor(0, { dtype: int64 }) : null);
    });
    this.reset_parameters();
  }

  reset_running_stats(): void {
    quietly(() => {
      this.running_mean?.zero_();
      this.running_var?.fill_(1);
      this.num_batches_tracked?.zero_();
    });
  }

  reset_parameters(): void {
    this.reset_running_stats();
    if (this.weight) ones_(this.weight);
    if (this.bias) zeros_(this.bias);
  }

  override extra_repr(): string {
    return settingsText(this, signatureAt(this.constructor), ['=num_features', 'eps', 'momentum', 'affine', 'bias', 'track_running_stats']);
  }
}

/** @throws ValueError unless `input` has one of `ranks` dims */
export function checkRank(input: Tensor, ranks: readonly number[]): void {
  const rank = input.sizes.length;
  if (ranks.length > 0 && !ranks.includes(rank))
    throw wrongShape(`expected ${ranks.map((r) => `${r}D`).join(' or ')} input (got ${rank}D input)`, ValueError);
}

/** The base of the layers that normalise over a batch. */
export abstract class BatchNorm extends NormWithStatistics {
  protected abstract readonly ranks: readonly number[];

  override forward(input: Tensor): Tensor {
    checkRank(input, this.ranks);
    let share = this.momentum ?? 0;
    if (this.training && this.track_running_stats) {
      quietly(() => this.num_batches_tracked.add_(1));
      if (this.momentum === null) share = 1 / this.num_batches_tracked.item();
    }
    const ofBatch = this.training || (this.running_mean === null && this.running_var === null);
    const remembered = !this.training || this.track_running_stats;
    return F.batch_norm(
      input,
      remembered ? this.running_mean : null,
      remembered ? this.running_var : null,
      this.weight,
      this.bias,
      ofBatch,
      share,
      this.eps,
    );
  }
}

/** Normalises each channel of (N, C) or (N, C, L) to mean 0 and variance 1 over the batch. */
export class BatchNorm1d extends signed(`BatchNorm1d(${batchNorm})`, BatchNorm) {
  protected get ranks(): readonly number[] {
    return [2, 3];
  }
}

/** Normalises each channel of (N, C, H, W) to mean 0 and variance 1 over the batch. */
export class BatchNorm2d extends signed(`BatchNorm2d(${batchNorm})`, BatchNorm) {
  protected get ranks(): readonly number[] {
    return [4];
  }
}

/** Normalises each channel of (N, C, D, H, W) to mean 0 and variance 1 over the batch. */
export class BatchNorm3d extends signed(`BatchNorm3d(${batchNorm})`, BatchNorm) {
  protected get ranks(): readonly number[] {
    return [5];
  }
}

/**
 * Batch norm that adds up its statistics over processes. Here there is one process: it is batch norm of inputs with any
 * number of dims.
 */
export class SyncBatchNorm extends signed(
  'SyncBatchNorm(int num_features, float eps=1e-05, float? momentum=0.1, bool affine=True, bool track_running_stats=True, any process_group=None, device=None, dtype? dtype=None, *, bool bias=True)',
  BatchNorm,
) {
  protected get ranks(): readonly number[] {
    return [];
  }

  override forward(input: Tensor): Tensor {
    if (input.sizes.length < 2) throw wrongShape(`expected at least 2D input (got ${input.sizes.length}D input)`, ValueError);
    return super.forward(input);
  }

  /** Replaces the batch norms within a module by this layer, with their parameters and statistics. */
  static convert_sync_batchnorm(module: Module, process_group: unknown = null): Module {
    if (module instanceof BatchNorm && !(module instanceof SyncBatchNorm)) {
      const { num_features, eps, momentum, affine, track_running_stats, training } = module;
      const made = new SyncBatchNorm(num_features, eps, momentum, affine, track_running_stats, process_group);
      const { weight, bias, running_mean, running_var, num_batches_tracked } = module;
      return Object.assign(made, { weight, bias, running_mean, running_var, num_batches_tracked, training });
    }
    for (const [name, child] of module.named_children()) {
      const made = SyncBatchNorm.convert_sync_batchnorm(child, process_group);
      if (made !== child) module.add_module(name, made);
    }
    return module;
  }
}

abstract class InstanceNorm extends NormWithStatistics {
  /** The number of dims of an input without a batch, and with one. */
  protected abstract readonly ranks: readonly [number, number];

  override forward(input: Tensor): Tensor {
    checkRank(input, this.ranks);
    const isSingle = input.sizes.length === this.ranks[0];
    const out = F.instance_norm(
      isSingle ? input.unsqueeze(0) : input,
      this.running_mean,
      this.running_var,
      this.weight,
      this.bias,
      this.training || !this.track_running_stats,
      this.momentum ?? 0,
      this.eps,
    );
    return isSingle ? out.squeeze(0) : out;
  }
}

/** Normalises each channel of each sample of (N, C, L) or (C, L) to mean 0 and variance 1. */
export class InstanceNorm1d extends signed(`InstanceNorm1d(${instanceNorm})`, InstanceNorm) {
  protected get ranks(): readonly [number, number] {
    return [2, 3];
  }
}

/** Normalises each channel of each sample of (N, C, H, W) or (C, H, W) to mean 0 and variance 1. */
export class InstanceNorm2d extends signed(`InstanceNorm2d(${instanceNorm})`, InstanceNorm) {
  protected get ranks(): readonly [number, number] {
    return [3, 4];
  }
}

/** Normalises each channel of each sample of (N, C, D, H, W) or (C, D, H, W) to mean 0 and variance 1. */
export class InstanceNorm3d extends signed(`InstanceNorm3d(${instanceNorm})`, InstanceNorm) {
  protected get ranks(): readonly [number, number] {
    return [4, 5];
  }
}
