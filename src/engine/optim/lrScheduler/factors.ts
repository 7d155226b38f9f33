/** Schedulers that multiply the rate by a factor that depends on the epoch. */
import { ValueError } from '../../errors.js';
import { ZeroDivisionError } from '../../python/exceptions.js';
import { scheduler, type AnyOptimizer } from './scheduler.js';

/** A function of the epoch for each group. */
type Lambdas = ((epoch: number) => number) | readonly ((epoch: number) => number)[];

function lambdasFor(optimizer: AnyOptimizer, given: Lambdas): ((epoch: number) => number)[] {
  const n = optimizer.param_groups.length;
  if (typeof given === 'function') return new Array<(epoch: number) => number>(n).fill(given);
  if (given.length !== n) throw new ValueError(`Expected ${n} lr_lambdas, but got ${given.length}`);
  return [...given];
}

/** Sets the rate to the first rate times `lr_lambda(epoch)`, as `torch.optim.lr_scheduler.LambdaLR`. */
export class LambdaLR extends scheduler('LambdaLR(Optimizer optimizer, Callable[int]|Callable[int][] lr_lambda, int last_epoch=-1)') {
  declare private lambdas: ((epoch: number) => number)[];

  protected override prepare(): void {
    this.lambdas = lambdasFor(this.optimizer, this.lr_lambda);
  }

  override get_lr(): number[] {
    return this.base_lrs.map((lr, i) => lr * this.lambdas[i](this.last_epoch));
  }
}

/** Multiplies the rate by `lr_lambda(epoch)` at each step, as `torch.optim.lr_scheduler.MultiplicativeLR`. */
export class MultiplicativeLR extends scheduler(
  'MultiplicativeLR(Optimizer optimizer, Callable[int]|Callable[int][] lr_lambda, int last_epoch=-1)',
) {
  declare private lambdas: ((epoch: number) => number)[];

  protected override prepare(): void {
    this.lambdas = lambdasFor(this.optimizer, this.lr_lambda);
  }

  override get_lr(): number[] {
    return this.last_epoch > 0 ? this.rates.map((lr, i) => lr * this.lambdas[i](this.last_epoch)) : this.rates;
  }
}

/** Multiplies the rate by `gamma` every `step_size` epochs, as `torch.optim.lr_scheduler.StepLR`. */
export class StepLR extends scheduler('StepLR(Optimizer optimizer, int step_size, float gamma=0.1, int last_epoch=-1)') {
  override get_lr(): number[] {
    if (this.step_size === 0 && this.last_epoch !== 0) throw new ZeroDivisionError('integer modulo by zero');
    const changes = this.last_epoch !== 0 && this.last_epoch % this.step_size === 0;
    return changes ? this.rates.map((lr) => lr * this.gamma) : this.rates;
  }

  protected override ratesAt(): number[] {
    return this.base_lrs.map((lr) => lr * this.gamma ** Math.floor(this.last_epoch / this.step_size));
  }
}

/** Multiplies the rate by `gamma` at each of the milestones, as `torch.optim.lr_scheduler.MultiStepLR`. */
export class MultiStepLR extends scheduler('MultiStepLR(Optimizer optimizer, int[] milestones, float gamma=0.1, int last_epoch=-1)') {
  override get_lr(): number[] {
    const times = this.milestones.filter((m) => m === this.last_epoch).length;
    return this.rates.map((lr) => lr * this.gamma ** times);
  }

  protected override ratesAt(): number[] {
    const times = this.milestones.filter((m) => m <= this.last_epoch).length;
    return this.base_lrs.map((lr) => lr * this.gamma ** times);
  }
}

/** Multiplies the rate by `factor` for the first `total_iters` epochs, as `torch.optim.lr_scheduler.ConstantLR`. */
export class ConstantLR extends scheduler(
  'ConstantLR(Optimizer optimizer, float factor=0.3333333333333333, int total_iters=5, int last_epoch=-1)',
) {
  protected override prepare(): void {
    if (this.factor > 1 || this.factor < 0) throw new ValueError('Constant multiplicative factor expected to be between 0 and 1.');
  }

  override get_lr(): number[] {
    if (this.last_epoch === 0) return this.rates.map((lr) => lr * this.factor);
    return this.last_epoch === this.total_iters ? this.rates.map((lr) => lr * (1 / this.factor)) : this.rates;
  }

  protected override ratesAt(): number[] {
    return this.base_lrs.map((lr) => lr * (this.last_epoch >= this.total_iters ? 1 : this.factor));
  }
}

/**
 * Multiplies the rate by a factor that changes linearly from `start_factor` to `end_factor`, as
 * `torch.optim.lr_scheduler.LinearLR`.
 */
export class LinearLR extends scheduler(
  'LinearLR(Optimizer optimizer, float start_factor=0.3333333333333333, float end_factor=1.0, int total_iters=5, int last_epoch=-1)',
) {
  protected override prepare(): void {
    const { start_factor, end_factor } = this;
    if (start_factor > 1 || start_factor <= 0) {
      throw new ValueError('Starting multiplicative factor expected to be greater than 0 and less or equal to 1.');
    }
    if (end_factor > 1 || end_factor < 0) throw new ValueError('Ending multiplicative factor expected to be between 0 and 1.');
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

/** Multiplies the rate by `gamma` at each step, as `torch.optim.lr_scheduler.ExponentialLR`. */
export class ExponentialLR extends scheduler('ExponentialLR(Optimizer optimizer, float gamma, int last_epoch=-1)') {
  override get_lr(): number[] {
    return this.last_epoch === 0 ? this.rates : this.rates.map((lr) => lr * this.gamma);
  }

  protected override ratesAt(): number[] {
    return this.base_lrs.map((lr) => lr * this.gamma ** this.last_epoch);
  }
}

/**
 * The rate decreases to 0 in `total_iters` epochs, as a power of the remaining share, as
 * `torch.optim.lr_scheduler.PolynomialLR`.
 */
export class PolynomialLR extends scheduler('PolynomialLR(Optimizer optimizer, int total_iters=5, float power=1.0, int last_epoch=-1)') {
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
