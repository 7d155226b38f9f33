import { Controls, type ControlEvents } from '../controls.js';
import { Player, type PlayerEvents } from '../backward/player.js';
import { h } from '../dom.js';
import { SearchBox, type SearchEvents } from '../find/searchBox.js';
import { Finding } from '../finding.js';
import { GraphView, type GraphEvents } from '../graph/graphView.js';
import { Legend } from '../graph/legend.js';
import { Minimap } from '../graph/minimap.js';
import { Inspector, type InspectorEvents } from '../inspector/inspector.js';
import { Notices, type NoticeEvents } from '../notices.js';
import { Outline, type OutlineEvents } from '../outline.js';
import { makeStage } from '../stage.js';
import { StatusView, type StatusEvents } from '../statusView.js';
import { Timeline, type TimelineEvents } from '../timeline/timeline.js';
import type { Shown } from './shown.js';

export interface PartEvents {
  controls: ControlEvents;
  status: StatusEvents;
  graph: Omit<GraphEvents, 'moved' | 'covered'>;
  outline: OutlineEvents;
  inspector: InspectorEvents;
  search: SearchEvents;
  notices: NoticeEvents;
  timeline: TimelineEvents;
  player: PlayerEvents;
}

/** Everything visible in the panel, and where it stands. */
export class Parts {
  readonly controls: Controls;
  readonly status: StatusView;
  readonly view: GraphView;
  readonly minimap: Minimap;
  readonly outline: Outline;
  readonly inspector: Inspector;
  readonly search: SearchBox;
  readonly finding: Finding;
  readonly notices: Notices;
  readonly timeline: Timeline;
  readonly player: Player;
  readonly legend = new Legend();
  readonly stage = makeStage();
  /** What screen readers say of the selection. */
  readonly spoken = h('div', { class: 'only-spoken', role: 'status', 'aria-live': 'polite' });

  constructor(root: HTMLElement, { settings, theme, picture }: Shown, events: PartEvents) {
    this.controls = new Controls(events.controls, settings);
    this.status = new StatusView(events.status);
    this.outline = new Outline(events.outline);
    this.inspector = new Inspector(events.inspector);
    this.search = new SearchBox(events.search);
    this.notices = new Notices(events.notices);
    this.timeline = new Timeline(events.timeline, theme);
    this.player = new Player(events.player);
    this.controls.searchSlot.append(this.search.element);
    this.inspector.element.hidden = true;
    const work = h('div', { class: 'work' }, this.outline.element, this.stage.element, this.inspector.element);
    root.append(h('div', { class: 'panel' }, this.controls.element, this.status.banner, work, this.timeline.element, this.spoken));
    this.view = new GraphView(this.stage.graph, theme, {
      ...events.graph,
      moved: () => this.minimap.draw(),
      covered: () => this.stage.footSize(),
    });
    this.minimap = new Minimap(this.view, theme);
    this.finding = new Finding(picture, this.view);
    this.stage.fill({
      chips: this.notices.chips,
      notes: this.notices.notes,
      legend: this.legend.element,
      minimap: this.minimap.element,
      player: this.player.element,
      placard: this.status.placard,
      status: this.status.corner,
    });
    let withInspector = false;
    new ResizeObserver(() => {
      // What one clicks on must not move away from under the pointer because the inspector opens.
      if (withInspector === !this.inspector.element.hidden) this.view.refit();
      else this.view.cy.resize();
      withInspector = !this.inspector.element.hidden;
      this.minimap.draw();
    }).observe(this.stage.element);
  }
}
