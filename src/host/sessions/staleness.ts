/**
 * Decides when results are shown as outdated: at once, unless a run that will bring new results is about to begin by
 * itself. Then they wait for that run for a while, so that they do not dim and brighten with every typed word.
 */
export class Staleness {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isShown = false;

  constructor(
    private readonly isStale: () => boolean,
    private readonly changed: () => void,
  ) {}

  get shown(): boolean {
    return this.isShown;
  }

  /** The text changed; a new run is expected within `patience` milliseconds, or not at all when 0. */
  follow(patience: number): void {
    clearTimeout(this.timer);
    if (this.isStale() === this.isShown) return;
    if (this.isShown || patience === 0) this.show();
    else this.timer = setTimeout(() => this.show(), patience);
  }

  /** There are new results. All listeners learn of these anyway. */
  settle(): void {
    clearTimeout(this.timer);
    this.isShown = this.isStale();
  }

  dispose(): void {
    clearTimeout(this.timer);
  }

  private show(): void {
    if (this.isStale() === this.isShown) return;
    this.isShown = !this.isShown;
    this.changed();
  }
}
