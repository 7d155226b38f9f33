import type { PictureOptions } from '../picture.js';
import type { Parts } from './parts.js';
import type { Shown } from './shown.js';

/** A state that ends before this time, in milliseconds, is not shown. */
const passing = 600;

/** Updates the screen: with a new layout, or with other numbers in the same layout. */
export class Drawing {
  private statusTimer = 0;

  constructor(
    private readonly shown: Shown,
    private readonly parts: Parts,
  ) {}

  options(): PictureOptions {
    const { settings, state, withGrad } = this.shown;
    const { showAll, direction, open } = settings;
    return { showAll, direction, withGrad, stored: open[state.file], zoomFor: (bounds) => this.parts.views.graph.zoomFor(bounds) };
  }

  /** Clears the screen. */
  clear(): void {
    this.shown.picture.clear();
    this.parts.update({ layout: { keep: null, animate: false }, numbers: true });
  }

  /** Makes a new layout. The group `keep` stays where it is on the screen. */
  async layout(keep: string | null, animate: boolean): Promise<void> {
    const { picture } = this.shown;
    const scene = await picture.layout(this.options());
    if (!scene || !picture.graph) return;
    this.status();
    this.parts.update({ layout: { keep, animate }, numbers: true });
  }

  /** Updates numbers, colours and marks in the same picture. During a layout, the screen still shows another graph. */
  numbers(): void {
    const { graph, scene } = this.shown.picture;
    if (!graph || scene) this.parts.update({ numbers: true });
  }

  /** Shows the status, but not one that ends soon: a live run starts and ends with every pause in typing. */
  status(): void {
    const { status, stale, run, problem } = this.shown.state;
    const passes = run !== null && (status === 'running' || (stale && !problem));
    window.clearTimeout(this.statusTimer);
    if (passes) this.statusTimer = window.setTimeout(() => this.showStatus(), passing);
    else this.showStatus();
  }

  private showStatus(): void {
    this.parts.update({ status: true });
  }
}
