import type { Theme } from '../../src/present/theme.js';
import { GraphView } from '../graph/graphView.js';
import { Frame } from './frame.js';
import type { Shown } from './shown.js';
import type { Change, View } from './view.js';
import { views, type ViewEvents, type Views } from './views.js';

/** All visible parts of the panel: the frame, and the views in it. */
export class Parts {
  readonly frame: Frame;
  readonly views: Views;
  private readonly all: readonly View[];
  private readonly resized: ResizeObserver;

  constructor(
    root: HTMLElement,
    private readonly shown: Shown,
    events: ViewEvents,
  ) {
    const frame = (this.frame = new Frame(root));
    const graph = new GraphView(frame.graph, shown.theme, {
      ...events.graph,
      moved: () => this.views?.minimap.draw(),
      covered: () => frame.footSize(),
    });
    const context = { shown, frame, events, graph };
    const made = Object.entries(views).map(([name, make]) => [name, make(context)] as const);
    this.views = Object.fromEntries(made) as unknown as Views;
    this.all = made.map(([, view]) => view);
    for (const view of this.all) frame.place(view);
    this.resized = this.followSize();
  }

  /** Tells every view what has changed. */
  update(change: Change): void {
    for (const view of this.all) view.update(this.shown, change);
  }

  restyle(theme: Theme): void {
    for (const view of this.all) view.restyle?.(theme, this.shown);
  }

  dispose(): void {
    this.resized.disconnect();
    for (const view of this.all) view.dispose();
  }

  private followSize(): ResizeObserver {
    const { graph, inspector, minimap } = this.views;
    let withInspector = false;
    const observer = new ResizeObserver(() => {
      // When the inspector opens, the clicked item must not move away from under the pointer.
      if (withInspector === inspector.isOpen) graph.refit();
      else graph.cy.resize();
      withInspector = inspector.isOpen;
      minimap.draw();
    });
    observer.observe(this.frame.stage);
    return observer;
  }
}
