import type { PanelState } from '../../src/protocol/panelApi.js';
import type { Pass, Run } from '../../src/protocol/trace.js';

/** The number of nodes for which passes are requested at once. */
const mostAtOnce = 600;
/**
 * The number of nodes for which passes are kept ready around the current pass: all passes of a small model, or the
 * neighbouring passes of a large one. Each pass of a large model is megabytes to read, to write and to send.
 */
const mostAhead = 1200;
/**
 * While the user types, a newer run may follow soon. Passes that nobody asked for wait for this time, in milliseconds.
 */
const patience = 400;

/**
 * Loads the passes that the host left out of its message. The wanted pass comes at once; passes near it come while the
 * browser is idle.
 */
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

  /** Resolves to true when the pass is there. It is not there if the host no longer has it, or if another run came. */
  async load(position: number): Promise<boolean> {
    this.wanted = position;
    this.fetchLater(patience);
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

  /** The absent passes among the `count` passes around the wanted one. The nearest comes first. */
  private near(count: number): number[] {
    const first = Math.max(0, Math.min(this.wanted - Math.floor(count / 2), (this.run?.passes.length ?? 0) - count));
    return [...this.absent]
      .filter((one) => one >= first && one < first + count)
      .sort((a, b) => Math.abs(a - this.wanted) - Math.abs(b - this.wanted));
  }

  private fetchLater(delay: number): void {
    window.clearTimeout(this.timer);
    if (this.absent.size === 0) return;
    const { run } = this;
    this.timer = window.setTimeout(() => {
      requestIdleCallback(() => {
        if (run !== this.run) return;
        const before = this.absent.size;
        const nodes = run?.passes.find((pass) => pass.nodes.length > 0)?.nodes.length ?? mostAtOnce;
        const near = this.near(Math.max(1, Math.floor(mostAhead / nodes)));
        if (near.length === 0) return;
        void this.bring(near.slice(0, Math.max(1, Math.floor(mostAtOnce / nodes)))).then(() => {
          // A host that sends no pass has no more passes.
          if (run === this.run && this.absent.size < before) this.fetchLater(0);
        });
      });
    }, delay);
  }
}
