import { ValueError } from '../../errors.js';
import { readArguments, type Arguments } from '../../nn/arguments.js';
import type { Tensor } from '../../tensor.js';
import { checkOptimizer, groupsOf, plainState, type AnyOptimizer } from './scheduler.js';

interface PlateauSettings {
  /** Whether less or more is better. Default: 'min' */
  mode: 'min' | 'max';
  /** What the rate is multiplied by. Default: 0.1 */
  factor: number;
  /** Epochs without progress that are endured. Default: 10 */
  patience: number;
  /** How much better counts as progress. Default: 0.0001 */
  threshold: number;
  /** Default: 'rel' */
  threshold_mode: 'rel' | 'abs';
  /** Epochs after a change that are not counted. Default: 0 */
  cooldown: number;
  /** The least rate. Default: 0 */
  min_lr: number | readonly number[];
  /** Smaller changes are not made. Default: 1e-8 */
  eps: number;
}

/** Lowers the rate when a metric stops getting better, as `torch.optim.lr_scheduler.ReduceLROnPlateau`. */
export class ReduceLROnPlateau {
  readonly mode: 'min' | 'max';
  readonly factor: number;
  readonly patience: number;
  readonly threshold: number;
  readonly threshold_mode: 'rel' | 'abs';
  readonly cooldown: number;
  readonly min_lrs: number[];
  readonly eps: number;
  best: number;
  num_bad_epochs = 0;
  cooldown_counter = 0;
  last_epoch = 0;
  private lastLr: number[];

  constructor(
    readonly optimizer: AnyOptimizer,
    ...args: Arguments<
      [],
      [
        mode: 'min' | 'max',
        factor: number,
        patience: number,
        threshold: number,
        threshold_mode: 'rel' | 'abs',
        cooldown: number,
        min_lr: number | readonly number[],
        eps: number,
      ],
      Partial<PlateauSettings> & { verbose?: boolean }
    >
  ) {
    const a = readArguments<PlateauSettings>(
      "ReduceLROnPlateau(any optimizer, str mode='min', float factor=0.1, float patience=10, float threshold=0.0001, str threshold_mode='rel', float cooldown=0, float[] min_lr=0, float eps=1e-08, bool verbose=False)",
      [optimizer, ...args],
    );
    if (a.factor >= 1) throw new ValueError('Factor should be < 1.0.');
    checkOptimizer(optimizer);
    if (a.mode !== 'min' && a.mode !== 'max') throw new ValueError(`mode ${String(a.mode)} is unknown!`);
    if (a.threshold_mode !== 'rel' && a.threshold_mode !== 'abs') {
      throw new ValueError(`threshold mode ${String(a.threshold_mode)} is unknown!`);
    }
    const n = optimizer.param_groups.length;
    const least = typeof a.min_lr === 'number' ? [a.min_lr] : a.min_lr;
    if (least.length !== 1 && least.length !== n) throw new ValueError(`expected ${n} min_lrs, got ${least.length}`);
    this.min_lrs = least.length === 1 ? new Array<number>(n).fill(least[0]) : [...least];
    this.mode = a.mode;
    this.factor = a.factor;
    this.patience = a.patience;
    this.threshold = a.threshold;
    this.threshold_mode = a.threshold_mode;
    this.cooldown = a.cooldown;
    this.eps = a.eps;
    this.best = a.mode === 'min' ? Infinity : -Infinity;
    this.lastLr = this.rates();
  }

  private rates(): number[] {
    return groupsOf(this.optimizer).map((g) => g.lr);
  }

  private isBetter(value: number): boolean {
    const { mode, threshold, threshold_mode, best } = this;
    if (mode === 'min') return threshold_mode === 'rel' ? value < best * (1 - threshold) : value < best - threshold;
    return threshold_mode === 'rel' ? value > best * (1 + threshold) : value > best + threshold;
  }

  /** To be called once an epoch with the metric: a number or a tensor of one element. */
  step(metrics: number | Tensor): void {
    const value = Number(metrics);
    this.last_epoch++;
    if (this.isBetter(value)) {
      this.best = value;
      this.num_bad_epochs = 0;
    } else this.num_bad_epochs++;
    if (this.cooldown_counter > 0) {
      this.cooldown_counter--;
      this.num_bad_epochs = 0;
    }
    if (this.num_bad_epochs > this.patience) {
      this.reduce();
      this.cooldown_counter = this.cooldown;
      this.num_bad_epochs = 0;
    }
    this.lastLr = this.rates();
  }

  private reduce(): void {
    groupsOf(this.optimizer).forEach((group, i) => {
      const lr = Math.max(group.lr * this.factor, this.min_lrs[i]);
      if (group.lr - lr > this.eps) group.lr = lr;
    });
  }

  /** The rate of each group, as it was last set. */
  get_last_lr(): number[] {
    return this.lastLr;
  }

  /** What it takes to go on later. */
  state_dict(): Record<string, unknown> {
    return plainState(this);
  }

  load_state_dict(state_dict: Record<string, unknown>): void {
    Object.assign(this, state_dict);
  }
}
