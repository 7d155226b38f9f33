import type { Role } from '../../src/present/names.js';
import type { PictureOptions } from '../picture.js';
import type { Parts } from './parts.js';
import type { Selection } from './selection.js';
import type { Shown } from './shown.js';

/** A state that lasts no longer than this, in milliseconds, is not shown. */
const passing = 600;

/** Brings what is to be shown onto the screen: a new layout, or other numbers in the same one. */
export class Drawing {
  private statusTimer = 0;

  constructor(
    private readonly shown: Shown,
    private readonly parts: Parts,
    private readonly selection: Selection,
  ) {}

  options(): PictureOptions {
    const { settings, state, withGrad } = this.shown;
    const { showAll, direction, open } = settings;
    return { showAll, direction, withGrad, stored: open[state.file], zoomFor: (bounds) => this.parts.view.zoomFor(bounds) };
  }

  /** Nothing is left on the screen. */
  clear(): void {
    const { picture, theme } = this.shown;
    const { view, minimap, outline } = this.parts;
    picture.clear();
    view.clear();
    minimap.show(null, theme);
    outline.show(null, picture.open, null, () => '');
    this.numbers();
  }

  /** Lays out anew. `keep` is a group that stays where it is on the screen. */
  async layout(keep: string | null, animate: boolean): Promise<void> {
    const { picture, theme, settings } = this.shown;
    const { view, minimap, outline } = this.parts;
    const scene = await picture.layout(this.options());
    if (!scene || !picture.graph) return;
    view.show(picture.graph, scene, this.shown.measure, keep, animate);
    minimap.show(scene, theme);
    outline.show(picture.graph, picture.open, settings.selected, (node) => picture.nameOf(node));
    this.status();
    this.numbers();
  }

  /** Numbers, colours and marks in the same picture. */
  numbers(): void {
    const { picture, measure, theme, comparison, withGrad } = this.shown;
    const { view, legend, search, finding, outline } = this.parts;
    const { graph, scene } = picture;
    if (graph && !scene) return;
    const scale = graph && scene ? view.update(graph, measure, withGrad) : null;
    const roles = new Set<Role>(scene && graph ? scene.cards.map(({ role }) => role) : []);
    legend.show(theme, roles, scale, measure.id === 'kind' ? null : measure.name);
    view.mark('changed', new Set(comparison?.came.map(({ key }) => key) ?? []));
    search.again();
    finding.show();
    outline.refresh(graph);
    this.selection.show();
    this.notices();
  }

  notices(): void {
    const { graph, comparison } = this.shown;
    const { finding, notices } = this.parts;
    const focused = finding.cone && { size: finding.cone.size, of: graph?.nodes.length ?? 0 };
    notices.show(focused, comparison, graph?.hidden ?? 0);
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
    const { state, graph } = this.shown;
    this.parts.status.show(state, (graph?.nodes.length ?? 0) > 0);
    this.parts.controls.setRunning(state.status === 'running', state.status !== 'untrusted');
  }
}
