/** Schedulers that combine other schedulers. */
import { ValueError } from '../../errors.js';
import type { ClassArguments } from '../../generated/classes.js';
import { readArguments } from '../../nn/arguments.js';
import { groupsOf, type AnyOptimizer, LRScheduler, type Scheduler } from './scheduler.js';

const ratesOf = (optimizer: AnyOptimizer): number[] => groupsOf(optimizer).map((g) => g.lr);

abstract class Composite extends LRScheduler {
  protected constructor(
    optimizer: AnyOptimizer,
    protected readonly schedulers: readonly Scheduler[],
  ) {
    super(optimizer);
  }

  /** The rates that the combined schedulers have set. */
  override get_lr(): number[] {
    return ratesOf(this.optimizer);
  }

  abstract override step(): void;

  override state_dict(): Record<string, unknown> {
    const { lastLr } = this;
    return { lastLr, schedulers: this.schedulers.map((s) => s.state_dict()) };
  }

  override load_state_dict({ schedulers, ...own }: Record<string, unknown>): void {
    Object.assign(this, own);
    (schedulers as Record<string, unknown>[]).forEach((state, i) => this.schedulers[i].load_state_dict(state));
  }
}

/** Runs one scheduler after another; each starts at its milestone, as `torch.optim.lr_scheduler.SequentialLR`. */
export class SequentialLR extends Composite {
  static override readonly signature = 'SequentialLR(Optimizer optimizer, LRScheduler[] schedulers, int[] milestones, int last_epoch=-1)';

  private readonly milestones: readonly number[];

  constructor(...args: ClassArguments['SequentialLR']) {
    const a = readArguments(SequentialLR.signature, args);
    const { optimizer, schedulers: parts, milestones: points } = a;
    if (parts.length === 0) throw new ValueError('SequentialLR expects at least one scheduler, but got no scheduler.');
    parts.forEach((s, i) => {
      if (s.optimizer !== optimizer) {
        throw new ValueError(
          `Sequential Schedulers expects all schedulers to belong to the same optimizer, but got schedulers at index ${i} to be different than the optimizer passed in.`,
        );
      }
    });
    if (points.length !== parts.length - 1) {
      throw new ValueError(
        `Sequential Schedulers expects number of schedulers provided to be one more than the number of milestone points, but got number of schedulers ${parts.length} and the number of milestones to be equal to ${points.length}`,
      );
    }
    super(optimizer, parts);
    this.milestones = points;
    this.last_epoch = a.last_epoch + 1;
    for (const group of groupsOf(optimizer)) group.lr = group.initial_lr!;
    for (const s of parts) s.last_epoch -= 1;
    parts[0]._initial_step();
    this.lastLr = parts[0].get_last_lr();
  }

  override step(): void {
    this.last_epoch++;
    const index = this.milestones.filter((m) => m <= this.last_epoch).length;
    const scheduler = this.schedulers[index] as LRScheduler;
    if (index > 0 && this.milestones[index - 1] === this.last_epoch) scheduler.step(0);
    else scheduler.step();
    this.lastLr = scheduler.get_last_lr();
  }

  override state_dict(): Record<string, unknown> {
    return { ...super.state_dict(), last_epoch: this.last_epoch };
  }
}

/** Runs several schedulers at each step, as `torch.optim.lr_scheduler.ChainedScheduler`. */
export class ChainedScheduler extends Composite {
  static override readonly signature = 'ChainedScheduler(Scheduler[] schedulers, Optimizer? optimizer=None)';

  constructor(...args: ClassArguments['ChainedScheduler']) {
    const { schedulers, optimizer } = readArguments(ChainedScheduler.signature, args);
    if (schedulers.length < 1) throw new ValueError('ChainedScheduler expects at least one scheduler to be chained, but got no scheduler.');
    const first = { optimizer: optimizer ?? schedulers[0].optimizer };
    schedulers.forEach((s, i) => {
      if (s.optimizer !== first.optimizer) {
        throw new ValueError(
          `ChainedScheduler expects all schedulers to belong to the same optimizer, but got schedulers at index 0 and ${i} to be different`,
        );
      }
    });
    super(first.optimizer, schedulers);
    this.lastLr = ratesOf(first.optimizer);
  }

  override step(): void {
    for (const scheduler of this.schedulers) scheduler.step();
    this.lastLr = ratesOf(this.optimizer);
  }
}
