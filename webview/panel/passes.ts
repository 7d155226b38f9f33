import type { PanelState } from '../../src/protocol/panelApi.js';
import type { Pass } from '../../src/protocol/trace.js';
import { sourceTextOf } from '../find/sourceText.js';
import type { Settings } from '../settings.js';
import { compare } from '../../src/graph/compare.js';
import type { Drawing } from './drawing.js';
import type { Parts } from './parts.js';
import { PassLoader } from './passLoader.js';
import type { Shown } from './shown.js';

interface PassEvents {
  fetch(positions: number[]): Promise<Pass[]>;
  change(change: Partial<Settings>): void;
  /** Another model is shown now. */
  shown(): void;
  /** The user chose a pass in the panel. The pass is given by its index. */
  chosen(index: number): void;
}

/** Decides which pass is shown, and with which pass it is compared. */
export class Passes {
  private readonly loader: PassLoader;
  /** True until a pass of the run is shown. */
  private isNewRun = false;

  constructor(
    private readonly shown: Shown,
    private readonly parts: Parts,
    private readonly drawing: Drawing,
    private readonly events: PassEvents,
  ) {
    this.loader = new PassLoader((positions) => events.fetch(positions));
  }

  /** Takes a message of the host: another run, or another state of the same run. */
  take(state: PanelState): void {
    const { shown, parts } = this;
    const isNew = state.run !== shown.state.run;
    const isOther = state.model !== shown.state.model;
    if (isOther) shown.turnTo(state);
    const toStore = isOther || state.pinned !== shown.state.pinned;
    shown.state = state;
    if (toStore) shown.store();
    if (isNew || !state.run) {
      shown.base = shown.comparison = null;
      const passes = state.run?.passes ?? [];
      const wanted = passes.findIndex(({ index }) => index === shown.settings.pass);
      shown.position = wanted >= 0 ? wanted : shown.startingPosition();
      this.isNewRun = true;
      shown.sourceText = sourceTextOf(state.sources);
      this.loader.begin(state, shown.position);
    }
    parts.update({ pass: true });
    if (isNew || !state.run) void this.show();
    this.drawing.status();
  }

  /** Shows the pass that the user chose here. The editor's hovers should then tell about it too. */
  choose(position: number): void {
    this.goTo(position);
    const { pass } = this.shown;
    if (pass) this.events.chosen(pass.index);
  }

  goToIndex(index: number): void {
    const position = this.shown.state.run?.passes.findIndex((pass) => pass.index === index) ?? -1;
    if (position >= 0 && position !== this.shown.position) this.goTo(position);
  }

  private goTo(position: number): void {
    const { shown } = this;
    shown.position = position;
    if (!shown.pass) return;
    this.events.change({ pass: position === shown.startingPosition() ? null : shown.pass.index });
    void this.show();
    this.parts.update({ pass: true });
  }

  /** Shows the pass. A new layout is made only when its structure differs from the picture on the screen. */
  async show(): Promise<void> {
    const { shown, parts, drawing } = this;
    const { pass } = shown;
    if (!pass) return drawing.clear();
    if (!this.loader.has(shown.position)) {
      if (!(await this.loader.load(shown.position))) return;
      // The user may have chosen another pass during the loading.
      if (shown.pass?.index !== pass.index) return;
      parts.update({ pass: true });
    }
    const differs = shown.picture.take(shown.state.run!.passes[shown.position]!, this.isNewRun, drawing.options());
    this.isNewRun = false;
    shown.cone = null;
    if (shown.base) shown.comparison = compare(shown.base, shown.graph!);
    if (differs === 'numbers') drawing.numbers();
    else {
      await drawing.layout(null, differs === 'structure');
      if (differs === 'model') {
        parts.views.graph.fit(true);
        this.events.shown();
      } else parts.views.graph.refitIfCut();
    }
    parts.update({ replay: true });
  }

  /** Compares other passes with the current one, or ends the comparison. */
  toggleComparison(): void {
    const { shown } = this;
    const { graph } = shown;
    const begins = shown.base === null && graph !== null;
    shown.base = begins ? graph : null;
    shown.comparison = begins ? compare(graph, graph) : null;
    this.parts.update({ focus: true });
    this.drawing.numbers();
  }
}
