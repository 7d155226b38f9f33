import { ValueError } from '../../errors.js';
import type { ClassArguments } from '../../generated/classes.js';
import { readArguments } from '../../nn/arguments.js';
import { Tensor } from '../../tensor/tensor.js';
import { checkOptimizer, groupsOf, plainState, type AnyOptimizer } from './scheduler.js';

/** Lowers the rate when a metric stops improving, as `torch.optim.lr_scheduler.ReduceLROnPlateau`. */
export class ReduceLROnPlateau {
  static readonly signature =
    "ReduceLROnPlateau(Optimizer optimizer, 'min'|'max' mode='min', float factor=0.1, float patience=10, float threshold=0.0001, 'rel'|'abs' threshold_mode='rel', float cooldown=0, float[] min_lr=0, float eps=1e-08)";

  readonly optimizer: AnyOptimizer;
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

  constructor(...args: ClassArguments['ReduceLROnPlateau']) {
    const a = readArguments(ReduceLROnPlateau.signature, args);
    const { optimizer } = a;
    if (a.factor >= 1) throw new ValueError('Factor should be < 1.0.');
    checkOptimizer(optimizer);
    if (a.mode !== 'min' && a.mode !== 'max') throw new ValueError(`mode ${String(a.mode)} is unknown!`);
    if (a.threshold_mode !== 'rel' && a.threshold_mode !== 'abs') {
      throw new ValueError(`threshold mode ${String(a.threshold_mode)} is unknown!`);
    }
    const n = optimizer.param_groups.length;
    const least = a.min_lr;
    if (least.length !== 1 && least.length !== n) throw new ValueError(`expected ${n} min_lrs, got ${least.length}`);
    this.min_lrs = least.length === 1 ? new Array<number>(n).fill(least[0]) : [...least];
    this.optimizer = optimizer;
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

  /** Call it once an epoch with the metric: a number or a tensor of one element. */
  step(metrics: number | Tensor): void {
    const value = Number(metrics instanceof Tensor ? metrics.item() : metrics);
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

  /** The rate of each group, as the scheduler set it last. */
  get_last_lr(): number[] {
    return this.lastLr;
  }

  /** The state from which the scheduler can continue later. */
  state_dict(): Record<string, unknown> {
    return plainState(this);
  }

  load_state_dict(state_dict: Record<string, unknown>): void {
    Object.assign(this, state_dict);
  }
}
