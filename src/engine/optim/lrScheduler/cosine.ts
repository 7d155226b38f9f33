/** Schedulers that follow a cosine. */
import { ValueError } from '../../errors.js';
import { readArguments, type Arguments } from '../../nn/arguments.js';
import { LRScheduler, type AnyOptimizer, type SchedulerOptions } from './scheduler.js';

interface CosineSettings {
  /** Epochs from the greatest rate to the least. */
  T_max: number;
  /** The least rate. Default: 0 */
  eta_min: number;
}

/** The rate goes down to `eta_min` in `T_max` epochs along half a cosine (and up again), as `torch.optim.lr_scheduler.CosineAnnealingLR`. */
export class CosineAnnealingLR extends LRScheduler {
  readonly T_max: number;
  readonly eta_min: number;

  constructor(
    optimizer: AnyOptimizer,
    ...args: Arguments<[T_max: number], [eta_min: number, last_epoch: number, verbose: boolean], Partial<CosineSettings> & SchedulerOptions>
  ) {
    const a = readArguments<CosineSettings & SchedulerOptions>(
      'CosineAnnealingLR(any optimizer, int T_max, float eta_min=0, int last_epoch=-1, bool verbose=False)',
      [optimizer, ...args],
    );
    super(optimizer, a);
    this.T_max = a.T_max;
    this.eta_min = a.eta_min;
    this._initial_step();
  }

  override get_lr(): number[] {
    const { T_max, eta_min, last_epoch } = this;
    if (last_epoch === 0) return this.rates;
    if (this._step_count === 1 && last_epoch > 0) return this.ratesAt();
    if ((last_epoch - 1 - T_max) % (2 * T_max) === 0) {
      return this.rates.map((lr, i) => lr + ((this.base_lrs[i] - eta_min) * (1 - Math.cos(Math.PI / T_max))) / 2);
    }
    const change = (1 + Math.cos((Math.PI * last_epoch) / T_max)) / (1 + Math.cos((Math.PI * (last_epoch - 1)) / T_max));
    return this.rates.map((lr) => change * (lr - eta_min) + eta_min);
  }

  protected override ratesAt(): number[] {
    const { T_max, eta_min, last_epoch } = this;
    return this.base_lrs.map((lr) => eta_min + ((lr - eta_min) * (1 + Math.cos((Math.PI * last_epoch) / T_max))) / 2);
  }
}

interface RestartSettings {
  /** Epochs to the first restart. */
  T_0: number;
  /** By what each period is longer than the one before. Default: 1 */
  T_mult: number;
  /** The least rate. Default: 0 */
  eta_min: number;
}

/** Half a cosine down, again and again, as `torch.optim.lr_scheduler.CosineAnnealingWarmRestarts`. */
export class CosineAnnealingWarmRestarts extends LRScheduler {
  readonly T_0: number;
  readonly T_mult: number;
  readonly eta_min: number;
  /** Epochs of the present period. */
  T_i: number;
  /** Epochs since the last restart. */
  T_cur: number;

  constructor(
    optimizer: AnyOptimizer,
    ...args: Arguments<
      [T_0: number],
      [T_mult: number, eta_min: number, last_epoch: number, verbose: boolean],
      Partial<RestartSettings> & SchedulerOptions
    >
  ) {
    const a = readArguments<RestartSettings & SchedulerOptions>(
      'CosineAnnealingWarmRestarts(any optimizer, float T_0, float T_mult=1, float eta_min=0, int last_epoch=-1, bool verbose=False)',
      [optimizer, ...args],
    );
    if (a.T_0 <= 0 || !Number.isInteger(a.T_0)) throw new ValueError(`Expected positive integer T_0, but got ${a.T_0}`);
    if (a.T_mult < 1 || !Number.isInteger(a.T_mult)) throw new ValueError(`Expected integer T_mult >= 1, but got ${a.T_mult}`);
    super(optimizer, a);
    this.T_0 = this.T_i = a.T_0;
    this.T_mult = a.T_mult;
    this.eta_min = a.eta_min;
    this.T_cur = a.last_epoch ?? -1;
    this._initial_step();
  }

  override get_lr(): number[] {
    const share = (1 + Math.cos((Math.PI * this.T_cur) / this.T_i)) / 2;
    return this.base_lrs.map((lr) => this.eta_min + (lr - this.eta_min) * share);
  }

  /** Goes on by one, or to an epoch that need not be whole. @throws ValueError for a negative one */
  override step(epoch?: number | null): void {
    const given = epoch ?? (this.last_epoch < 0 ? 0 : null);
    if (given === null) this.advance();
    else this.moveTo(given);
    this._step_count++;
    this.last_epoch = Math.floor(given ?? this.last_epoch + 1);
    this.set(this.get_lr());
  }

  private advance(): void {
    this.T_cur++;
    if (this.T_cur < this.T_i) return;
    this.T_cur -= this.T_i;
    this.T_i *= this.T_mult;
  }

  private moveTo(epoch: number): void {
    const { T_0, T_mult } = this;
    if (epoch < 0) throw new ValueError(`Expected non-negative epoch, but got ${epoch}`);
    if (epoch < T_0) {
      this.T_i = T_0;
      this.T_cur = epoch;
    } else if (T_mult === 1) this.T_cur = epoch % T_0;
    else {
      const n = Math.trunc(Math.log((epoch / T_0) * (T_mult - 1) + 1) / Math.log(T_mult));
      this.T_cur = epoch - (T_0 * (T_mult ** n - 1)) / (T_mult - 1);
      this.T_i = T_0 * T_mult ** n;
    }
  }
}
