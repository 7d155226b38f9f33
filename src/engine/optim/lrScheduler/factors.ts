/** Schedulers that multiply the rate by a factor that depends on the epoch. */
import { ValueError } from '../../errors.js';
import { readArguments, type Arguments } from '../../nn/arguments.js';
import { LRScheduler, type AnyOptimizer, type SchedulerOptions } from './scheduler.js';

type SchedulerArguments<Required extends unknown[], Optional extends unknown[], Options> = Arguments<
  Required,
  [...Optional, last_epoch: number, verbose: boolean],
  Options & SchedulerOptions
>;

const always = 'int last_epoch=-1, bool verbose=False';

/** A function of the epoch for each group. */
type Lambdas = ((epoch: number) => number) | readonly ((epoch: number) => number)[];

function lambdasFor(optimizer: AnyOptimizer, given: Lambdas): ((epoch: number) => number)[] {
  const n = optimizer.param_groups.length;
  if (typeof given === 'function') return new Array<(epoch: number) => number>(n).fill(given);
  if (given.length !== n) throw new ValueError(`Expected ${n} lr_lambdas, but got ${given.length}`);
  return [...given];
}

/** The first rate times `lr_lambda(epoch)`, as `torch.optim.lr_scheduler.LambdaLR`. */
export class LambdaLR extends LRScheduler {
  private readonly lambdas: ((epoch: number) => number)[];

  constructor(optimizer: AnyOptimizer, ...args: SchedulerArguments<[lr_lambda: Lambdas], [], object>) {
    const a = readArguments<{ lr_lambda: Lambdas } & SchedulerOptions>(`LambdaLR(any optimizer, any lr_lambda, ${always})`, [
      optimizer,
      ...args,
    ]);
    super(optimizer, a);
    this.lambdas = lambdasFor(optimizer, a.lr_lambda);
    this._initial_step();
  }

  override get_lr(): number[] {
    return this.base_lrs.map((lr, i) => lr * this.lambdas[i](this.last_epoch));
  }
}

/** The rate times `lr_lambda(epoch)` at each step, as `torch.optim.lr_scheduler.MultiplicativeLR`. */
export class MultiplicativeLR extends LRScheduler {
  private readonly lambdas: ((epoch: number) => number)[];

  constructor(optimizer: AnyOptimizer, ...args: SchedulerArguments<[lr_lambda: Lambdas], [], object>) {
    const a = readArguments<{ lr_lambda: Lambdas } & SchedulerOptions>(`MultiplicativeLR(any optimizer, any lr_lambda, ${always})`, [
      optimizer,
      ...args,
    ]);
    super(optimizer, a);
    this.lambdas = lambdasFor(optimizer, a.lr_lambda);
    this._initial_step();
  }

  override get_lr(): number[] {
    return this.last_epoch > 0 ? this.rates.map((lr, i) => lr * this.lambdas[i](this.last_epoch)) : this.rates;
  }
}

/** The rate times `gamma` every `step_size` epochs, as `torch.optim.lr_scheduler.StepLR`. */
export class StepLR extends LRScheduler {
  readonly step_size: number;
  readonly gamma: number;

  constructor(
    optimizer: AnyOptimizer,
    ...args: SchedulerArguments<[step_size: number], [gamma: number], { step_size?: number; gamma?: number }>
  ) {
    const a = readArguments<{ step_size: number; gamma: number } & SchedulerOptions>(
      `StepLR(any optimizer, int step_size, float gamma=0.1, ${always})`,
      [optimizer, ...args],
    );
    super(optimizer, a);
    this.step_size = a.step_size;
    this.gamma = a.gamma;
    this._initial_step();
  }

  override get_lr(): number[] {
    const changes = this.last_epoch !== 0 && this.last_epoch % this.step_size === 0;
    return changes ? this.rates.map((lr) => lr * this.gamma) : this.rates;
  }

  protected override ratesAt(): number[] {
    return this.base_lrs.map((lr) => lr * this.gamma ** Math.floor(this.last_epoch / this.step_size));
  }
}

/** The rate times `gamma` at each of the milestones, as `torch.optim.lr_scheduler.MultiStepLR`. */
export class MultiStepLR extends LRScheduler {
  readonly milestones: number[];
  readonly gamma: number;

  constructor(
    optimizer: AnyOptimizer,
    ...args: SchedulerArguments<[milestones: readonly number[]], [gamma: number], { milestones?: readonly number[]; gamma?: number }>
  ) {
    const a = readArguments<{ milestones: number[]; gamma: number } & SchedulerOptions>(
      `MultiStepLR(any optimizer, int[] milestones, float gamma=0.1, ${always})`,
      [optimizer, ...args],
    );
    super(optimizer, a);
    this.milestones = a.milestones;
    this.gamma = a.gamma;
    this._initial_step();
  }

  override get_lr(): number[] {
    const times = this.milestones.filter((m) => m === this.last_epoch).length;
    return this.rates.map((lr) => lr * this.gamma ** times);
  }

  protected override ratesAt(): number[] {
    const times = this.milestones.filter((m) => m <= this.last_epoch).length;
    return this.base_lrs.map((lr) => lr * this.gamma ** times);
  }
}

/** The rate times `factor` for the first `total_iters` epochs, as `torch.optim.lr_scheduler.ConstantLR`. */
export class ConstantLR extends LRScheduler {
  readonly factor: number;
  readonly total_iters: number;

  constructor(
    optimizer: AnyOptimizer,
    ...args: SchedulerArguments<[], [factor: number, total_iters: number], { factor?: number; total_iters?: number }>
  ) {
    const a = readArguments<{ factor: number; total_iters: number } & SchedulerOptions>(
      `ConstantLR(any optimizer, float factor=${1 / 3}, int total_iters=5, ${always})`,
      [optimizer, ...args],
    );
    if (a.factor > 1 || a.factor < 0) throw new ValueError('Constant multiplicative factor expected to be between 0 and 1.');
    super(optimizer, a);
    this.factor = a.factor;
    this.total_iters = a.total_iters;
    this._initial_step();
  }

  override get_lr(): number[] {
    if (this.last_epoch === 0) return this.rates.map((lr) => lr * this.factor);
    return this.last_epoch === this.total_iters ? this.rates.map((lr) => lr * (1 / this.factor)) : this.rates;
  }

  protected override ratesAt(): number[] {
    return this.base_lrs.map((lr) => lr * (this.last_epoch >= this.total_iters ? 1 : this.factor));
  }
}

interface LinearSettings {
  start_factor: number;
  end_factor: number;
  total_iters: number;
}

/** The rate times a factor that goes evenly from `start_factor` to `end_factor`, as `torch.optim.lr_scheduler.LinearLR`. */
export class LinearLR extends LRScheduler {
  readonly start_factor: number;
  readonly end_factor: number;
  readonly total_iters: number;

  constructor(
    optimizer: AnyOptimizer,
    ...args: SchedulerArguments<[], [start_factor: number, end_factor: number, total_iters: number], Partial<LinearSettings>>
  ) {
    const a = readArguments<LinearSettings & SchedulerOptions>(
      `LinearLR(any optimizer, float start_factor=${1 / 3}, float end_factor=1.0, int total_iters=5, ${always})`,
      [optimizer, ...args],
    );
    const { start_factor, end_factor, total_iters } = a;
    if (start_factor > 1 || start_factor < 0) throw new ValueError('Starting multiplicative factor expected to be between 0 and 1.');
    if (end_factor > 1 || end_factor < 0) throw new ValueError('Ending multiplicative factor expected to be between 0 and 1.');
    super(optimizer, a);
    this.start_factor = start_factor;
    this.end_factor = end_factor;
    this.total_iters = total_iters;
    this._initial_step();
  }

  override get_lr(): number[] {
    const { start_factor, end_factor, total_iters, last_epoch } = this;
    if (last_epoch === 0) return this.rates.map((lr) => lr * start_factor);
    if (last_epoch > total_iters) return this.rates;
    const change = end_factor - start_factor;
    return this.rates.map((lr) => lr * (1 + change / (total_iters * start_factor + (last_epoch - 1) * change)));
  }

  protected override ratesAt(): number[] {
    const { start_factor, end_factor, total_iters, last_epoch } = this;
    const factor = start_factor + ((end_factor - start_factor) * Math.min(total_iters, last_epoch)) / total_iters;
    return this.base_lrs.map((lr) => lr * factor);
  }
}

/** The rate times `gamma` at each step, as `torch.optim.lr_scheduler.ExponentialLR`. */
export class ExponentialLR extends LRScheduler {
  readonly gamma: number;

  constructor(optimizer: AnyOptimizer, ...args: SchedulerArguments<[gamma: number], [], { gamma?: number }>) {
    const a = readArguments<{ gamma: number } & SchedulerOptions>(`ExponentialLR(any optimizer, float gamma, ${always})`, [
      optimizer,
      ...args,
    ]);
    super(optimizer, a);
    this.gamma = a.gamma;
    this._initial_step();
  }

  override get_lr(): number[] {
    return this.last_epoch === 0 ? this.rates : this.rates.map((lr) => lr * this.gamma);
  }

  protected override ratesAt(): number[] {
    return this.base_lrs.map((lr) => lr * this.gamma ** this.last_epoch);
  }
}

/** The rate falls to 0 in `total_iters` epochs along a power of what is left, as `torch.optim.lr_scheduler.PolynomialLR`. */
export class PolynomialLR extends LRScheduler {
  readonly total_iters: number;
  readonly power: number;

  constructor(
    optimizer: AnyOptimizer,
    ...args: SchedulerArguments<[], [total_iters: number, power: number], { total_iters?: number; power?: number }>
  ) {
    const a = readArguments<{ total_iters: number; power: number } & SchedulerOptions>(
      `PolynomialLR(any optimizer, int total_iters=5, float power=1.0, ${always})`,
      [optimizer, ...args],
    );
    super(optimizer, a);
    this.total_iters = a.total_iters;
    this.power = a.power;
    this._initial_step();
  }

  override get_lr(): number[] {
    const { last_epoch, total_iters, power } = this;
    if (last_epoch === 0 || last_epoch > total_iters) return this.rates;
    const factor = ((1 - last_epoch / total_iters) / (1 - (last_epoch - 1) / total_iters)) ** power;
    return this.rates.map((lr) => lr * factor);
  }

  protected override ratesAt(): number[] {
    const left = 1 - Math.min(this.total_iters, this.last_epoch) / this.total_iters;
    return this.base_lrs.map((lr) => lr * left ** this.power);
  }
}
