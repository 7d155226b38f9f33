import type { NamedLoss } from '../../protocol/runnerApi.js';
import type { Losses as Curve, Run } from '../../protocol/trace.js';
import { LossLines } from './lossLines.js';

/** The most losses that are kept: several times the width of the widest screen. */
const MOST = 16_384;

/** The loss of each pass. When there are too many losses to show, only every second, fourth, eighth ... is kept. */
export class Losses {
  count = 0;
  last: number | null = null;
  private kept: (number | null)[] = [];
  private stride = 1;

  private readonly lines: LossLines;

  constructor(private readonly most = MOST) {
    this.lines = new LossLines(most);
  }

  /** @param named the named losses of the pass */
  add(loss: number | null, named: readonly NamedLoss[] = []): void {
    for (const [name, pass, one] of named) this.lines.add(name, pass, one);
    this.last = loss;
    if (this.count++ % this.stride !== 0) return;
    this.kept.push(loss);
    if (this.kept.length <= this.most) return;
    this.kept = this.kept.filter((_, i) => i % 2 === 0);
    this.stride *= 2;
  }

  written(): Pick<Run, 'pass_count'> & Curve {
    return { pass_count: this.count, losses: this.kept, ...(this.stride > 1 && { loss_stride: this.stride }), ...this.lines.written() };
  }
}
