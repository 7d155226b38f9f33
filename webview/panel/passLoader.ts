import type { PanelState } from '../../src/protocol/panelApi.js';
import type { Pass, Run } from '../../src/protocol/trace.js';

/** So many nodes are asked for at once. */
const mostAtOnce = 600;
/** A newer run may follow at once while one types: passes that nobody asked for wait for so long. */
const patience = 400;

/** Brings the passes that the host left out of its message: the one that is wanted at once, the others while nothing else is to be done. */
export class PassLoader {
  private run: Run | null = null;
  private readonly absent = new Set<number>();
  private wanted = 0;
  private timer = 0;

  constructor(private readonly fetch: (positions: number[]) => Promise<Pass[]>) {}

  begin({ run, absent = [] }: PanelState, position: number): void {
    this.run = run;
    this.wanted = position;
    this.absent.clear();
    for (const one of absent) this.absent.add(one);
    this.fetchLater(patience);
  }

  has(position: number): boolean {
    return !this.absent.has(position);
  }

  /** Resolves with whether the pass is there: not when the host no longer has it, or another run came. */
  async load(position: number): Promise<boolean> {
    this.wanted = position;
    if (this.has(position)) return true;
    const { run } = this;
    await this.bring([position]);
    return run === this.run && this.has(position);
  }

  private async bring(positions: number[]): Promise<void> {
    const { run } = this;
    const passes = await this.fetch(positions).catch(() => []);
    if (!run || run !== this.run) return;
    for (const pass of passes) {
      const position = run.passes.findIndex(({ index }) => index === pass.index);
      if (position < 0 || !this.absent.delete(position)) continue;
      run.passes[position] = pass;
    }
  }

  private fetchLater(delay: number): void {
    window.clearTimeout(this.timer);
    if (this.absent.size === 0) return;
    const { run } = this;
    this.timer = window.setTimeout(() => {
      requestIdleCallback(() => {
        if (run !== this.run) return;
        const before = this.absent.size;
        const near = [...this.absent].sort((a, b) => Math.abs(a - this.wanted) - Math.abs(b - this.wanted));
        const nodes = run?.passes.find((pass) => pass.nodes.length > 0)?.nodes.length ?? mostAtOnce;
        void this.bring(near.slice(0, Math.max(1, Math.floor(mostAtOnce / nodes)))).then(() => {
          // A host that sends nothing has nothing more.
          if (run === this.run && this.absent.size < before) this.fetchLater(0);
        });
      });
    }, delay);
  }
}
