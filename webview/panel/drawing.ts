import type { PictureOptions } from '../picture.js';
import type { Parts } from './parts.js';
import type { Shown } from './shown.js';

/** A state that lasts no longer than this, in milliseconds, is not shown. */
const passing = 600;

/** Brings what is to be shown onto the screen: a new layout, or other numbers in the same one. */
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

  /** Nothing is left on the screen. */
  clear(): void {
    this.shown.picture.clear();
    this.parts.update({ layout: { keep: null, animate: false }, numbers: true });
  }

  /** Lays out anew. `keep` is a group that stays where it is on the screen. */
  async layout(keep: string | null, animate: boolean): Promise<void> {
    const { picture } = this.shown;
    const scene = await picture.layout(this.options());
    if (!scene || !picture.graph) return;
    this.status();
    this.parts.update({ layout: { keep, animate }, numbers: true });
  }

  /** Numbers, colours and marks in the same picture. While another is laid out, what is on the screen is of another graph. */
  numbers(): void {
    const { graph, scene } = this.shown.picture;
    if (!graph || scene) this.parts.update({ numbers: true });
  }

  /** What is soon over is not worth a change on the screen: a live run comes and goes with every pause in typing. */
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
