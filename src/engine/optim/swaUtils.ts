/** `torch.optim.swa_utils`: averages of a model over its training, and the matching learning rate. */
import { TypeError_, ValueError } from '../errors.js';
import type { ClassArguments } from '../generated/classes.js';
import { zeros } from '../generated/torch.js';
import { callable, readArguments } from '../nn/arguments.js';
import { cloneModule } from '../nn/clone.js';
import { Module } from '../nn/module.js';
import { BatchNorm } from '../nn/modules/batchnorm.js';
import { py } from '../nn/pythonText.js';
import { int64 } from '../dtype.js';
import { pythonType } from '../ops/signature.js';
import { quietly } from '../quietly.js';
import type { Tensor } from '../tensor/tensor.js';
import { perGroup, scheduler } from './lrScheduler/scheduler.js';

/** Computes the new average from the average so far, the model's value and the number of averaged values. */
export type AverageFn = (averaged: Tensor, current: Tensor, num_averaged: Tensor) => Tensor;
/** The same for all tensors at once; changes the averages in place. */
export type MultiAverageFn = (averaged: readonly Tensor[], current: readonly Tensor[], num_averaged: Tensor) => void;

declare module '../nn/signatureTypes.js' {
  interface SignatureTypes {
    AverageFn: AverageFn;
    MultiAverageFn: MultiAverageFn;
  }
}

function checkDecay(decay: number): void {
  if (decay < 0 || decay > 1) throw new ValueError(`Invalid decay value ${py(decay)} provided. Please provide a value in [0,1] range.`);
}

/**
 * An exponential average, in which older values count less and less, as `torch.optim.swa_utils.get_ema_avg_fn`. @throws
 * ValueError for a decay outside 0 to 1
 */
export const get_ema_avg_fn = callable('get_ema_avg_fn(float decay=0.999)', ({ decay }): AverageFn => {
  checkDecay(decay);
  return (averaged, current) => quietly(() => averaged.mul(decay).add(current.mul(1 - decay)));
});

/** The equal average of all values so far, as `torch.optim.swa_utils.get_swa_avg_fn`. */
export const get_swa_avg_fn = (): AverageFn => (averaged, current, num_averaged) =>
  quietly(() => averaged.add(current.sub(averaged).div(num_averaged.add(1))));

/** As `get_ema_avg_fn`, for all tensors at once. @throws ValueError for a decay outside 0 to 1 */
export const get_ema_multi_avg_fn = callable('get_ema_multi_avg_fn(float decay=0.999)', ({ decay }): MultiAverageFn => {
  checkDecay(decay);
  return mixed(() => 1 - decay);
});

/** As `get_swa_avg_fn`, for all tensors at once. */
export const get_swa_multi_avg_fn = (): MultiAverageFn => mixed((count) => 1 / (count.item() + 1));

/** A function that mixes a share of each current value into its average. */
const mixed =
  (shareAt: (count: Tensor) => number): MultiAverageFn =>
  (averaged, current, count) =>
    quietly(() => {
      const share = shareAt(count);
      averaged.forEach((t: Tensor, i: number) => {
        if (t.dtype.isContinuous) t.lerp_(current[i], share);
        else t.copy_(t.mul(1 - share).add(current[i].mul(share)));
      });
    });

/**
 * A copy of a model that holds averages of its parameters, as `torch.optim.swa_utils.AveragedModel`: calling it runs
 * the copy. By default all averaged models count equally.
 */
export class AveragedModel extends Module {
  static readonly signature =
    'AveragedModel(Module model, device? device=None, AverageFn? avg_fn=None, MultiAverageFn? multi_avg_fn=None, bool use_buffers=False)';
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a copy of whatever module was given
  readonly module: any;
  declare readonly n_averaged: Tensor;
  readonly avg_fn: AverageFn | null;
  readonly multi_avg_fn: MultiAverageFn | null;
  readonly use_buffers: boolean;

  /** @throws ValueError for two ways to average at once */
  constructor(...args: ClassArguments['AveragedModel']) {
    super();
    const given = readArguments(AveragedModel.signature, args);
    if (given.avg_fn && given.multi_avg_fn) throw new ValueError('Only one of avg_fn and multi_avg_fn should be provided');
    this.module = cloneModule(given.model);
    this.register_buffer('n_averaged', zeros([], { dtype: int64 }));
    this.avg_fn = given.avg_fn;
    this.multi_avg_fn = given.multi_avg_fn;
    this.use_buffers = given.use_buffers;
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what the module within takes and returns
  override forward(...args: any[]): any {
    return this.module(...args) as unknown;
  }

  /**
   * Adds the present values of `model` to the averages; the first call copies them. Buffers are copied, unless they are
   * averaged too.
   */
  update_parameters(model: Module): void {
    if (!((model as unknown) instanceof Module))
      throw new TypeError_(`update_parameters(): argument 'model' (position 1) must be Module, not ${pythonType(model)}`);
    quietly(() => {
      const own = [...this.module.parameters(), ...(this.use_buffers ? this.module.buffers() : [])].map((t) => t.detach());
      const theirs = [...model.parameters(), ...(this.use_buffers ? model.buffers() : [])].map((t) => t.detach());
      const count = this.n_averaged;
      const { avg_fn: average } = this;
      if (count.item() === 0) own.forEach((t: Tensor, i: number) => t.copy_(theirs[i]));
      else if (average) own.forEach((t: Tensor, i: number) => t.copy_(average(t, theirs[i], count)));
      else (this.multi_avg_fn ?? get_swa_multi_avg_fn())(own, theirs, count);
      if (!this.use_buffers) {
        const buffers = model.buffers();
        this.module.buffers().forEach((t: Tensor, i: number) => t.copy_(buffers[i]));
      }
      count.add_(1);
    });
  }
}

/**
 * Computes the means and variances of a model's batch norms again, from one pass over the data, as
 * `torch.optim.swa_utils.update_bn`: averaged parameters need other statistics than the original ones.
 */
export const update_bn = callable('update_bn(any loader, Module model, device? device=None)', ({ loader, model }): void =>
  quietly(() => {
    if (typeof loader !== 'object' || loader === null || !(Symbol.iterator in loader))
      throw new TypeError_(`'${pythonType(loader)}' object is not iterable`);
    const norms: { momentum: number | null; reset_running_stats(): void }[] = model.modules().filter((one) => one instanceof BatchNorm);
    if (norms.length === 0) return;
    const momenta = norms.map((norm) => norm.momentum);
    const wasTraining = model.training;
    for (const norm of norms) {
      norm.reset_running_stats();
      norm.momentum = null;
    }
    model.train();
    for (const batch of loader as Iterable<unknown>) model(Array.isArray(batch) ? batch[0] : batch);
    norms.forEach((norm, i) => (norm.momentum = momenta[i]));
    model.train(wasTraining);
  }),
);

/**
 * Moves the rate to `swa_lr` over some epochs and keeps it there, as `torch.optim.swa_utils.SWALR`. @throws ValueError
 * for settings out of range
 */
export class SWALR extends scheduler(
  "SWALR(Optimizer optimizer, float|float[] swa_lr, int anneal_epochs=10, 'cos'|'linear' anneal_strategy='cos', int last_epoch=-1)",
) {
  declare private targets: number[];

  protected override prepare(): void {
    this.targets = perGroup('swa_lr', this.optimizer, this.swa_lr);
    this.groups.forEach((group, i) => (group.swa_lr = this.targets[i]));
    if (!/^(cos|linear)$/.test(this.anneal_strategy))
      throw new ValueError(`anneal_strategy must be one of 'cos' or 'linear', instead got ${this.anneal_strategy}`);
    if (this.anneal_epochs < 0) throw new ValueError(`anneal_epochs must be equal or greater than 0, got ${this.anneal_epochs}`);
  }

  /** The part of the way to `swa_lr` at a step, from 0 to 1. */
  private shareAt(step: number): number {
    const t = Math.max(0, Math.min(1, step / Math.max(1, this.anneal_epochs)));
    return this.anneal_strategy === 'linear' ? t : (1 - Math.cos(Math.PI * t)) / 2;
  }

  override get_lr(): number[] {
    const step = this.anneal_epochs === 0 ? Math.max(1, this._step_count - 1) : this._step_count - 1;
    const [before, now] = [this.shareAt(step - 1), this.shareAt(step)];
    return this.rates.map((rate, i) => {
      const first = before === 1 ? this.targets[i] : (rate - before * this.targets[i]) / (1 - before);
      return this.targets[i] * now + first * (1 - now);
    });
  }
}
