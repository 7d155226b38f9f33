import type { Run } from '../../protocol/trace.js';

/** The most losses that are kept: several times as many as the widest screen shows. */
const MOST = 16_384;

/** The loss of each pass; of so many that nobody would see them all, of every second, fourth, eighth ... */
export class Losses {
  count = 0;
  last: number | null = null;
  private kept: (number | null)[] = [];
  private stride = 1;

  constructor(private readonly most = MOST) {}

  add(loss: number | null): void {
    this.last = loss;
    if (this.count++ % this.stride !== 0) return;
    this.kept.push(loss);
    if (this.kept.length <= this.most) return;
    this.kept = this.kept.filter((_, i) => i % 2 === 0);
    this.stride *= 2;
  }

  written(): Pick<Run, 'pass_count' | 'losses' | 'loss_stride'> {
    return { pass_count: this.count, losses: this.kept, ...(this.stride > 1 && { loss_stride: this.stride }) };
  }
}
