/**
 * When to show that results are out of date: at once, unless a run that will bring new ones is about to begin by itself.
 * Then what is shown waits for it a while, so that it does not dim and brighten with every word that is typed.
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

  /** There are new results, which everybody is told of anyway. */
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
