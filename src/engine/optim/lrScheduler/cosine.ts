/** Schedulers that follow a cosine. */
import { ValueError } from '../../errors.js';
import { scheduler } from './scheduler.js';

/**
 * The rate decreases to `eta_min` in `T_max` epochs along half a cosine (and then increases again), as
 * `torch.optim.lr_scheduler.CosineAnnealingLR`.
 */
export class CosineAnnealingLR extends scheduler(
  'CosineAnnealingLR(Optimizer optimizer, int T_max, float eta_min=0.0, int last_epoch=-1)',
) {
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

/**
 * The rate decreases along half a cosine and restarts, again and again, as
 * `torch.optim.lr_scheduler.CosineAnnealingWarmRestarts`.
 */
export class CosineAnnealingWarmRestarts extends scheduler(
  'CosineAnnealingWarmRestarts(Optimizer optimizer, float T_0, float T_mult=1, float eta_min=0.0, int last_epoch=-1)',
) {
  /** The number of epochs in the present period. */
  declare T_i: number;
  /** The number of epochs since the last restart. */
  declare T_cur: number;

  protected override prepare(): void {
    const { T_0, T_mult } = this;
    if (T_0 <= 0 || !Number.isInteger(T_0)) throw new ValueError(`Expected positive integer T_0, but got ${T_0}`);
    if (T_mult < 1 || !Number.isInteger(T_mult)) throw new ValueError(`Expected integer T_mult >= 1, but got ${T_mult}`);
    this.T_i = T_0;
    this.T_cur = this.last_epoch;
  }

  override get_lr(): number[] {
    const share = (1 + Math.cos((Math.PI * this.T_cur) / this.T_i)) / 2;
    return this.base_lrs.map((lr) => this.eta_min + (lr - this.eta_min) * share);
  }

  /** Goes to the next epoch, or to a given epoch, which may be a fraction. @throws ValueError for a negative epoch */
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
