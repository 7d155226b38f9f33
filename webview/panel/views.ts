import { Player, type PlayerEvents } from '../backward/player.js';
import { Breadcrumbs, type BreadcrumbEvents } from '../breadcrumbs.js';
import { Controls, type ControlEvents } from '../controls.js';
import { SearchBox, type SearchEvents } from '../find/searchBox.js';
import { Finding } from '../finding.js';
import { Costs, type CostEvents } from '../costs/costs.js';
import { Health, type HealthEvents } from '../health/health.js';
import type { GraphView } from '../graph/graphView.js';
import { type GraphEvents } from '../graph/graphView.js';
import { Legend } from '../graph/legend.js';
import { Minimap } from '../graph/minimap.js';
import { Inspector, type InspectorEvents } from '../inspector/inspector.js';
import { Knobs, type KnobEvents } from '../knobs/knobs.js';
import { Notices, type NoticeEvents } from '../notices.js';
import { Plots, type PlotEvents } from '../plots/plots.js';
import { Outline, type OutlineEvents } from '../outline.js';
import { Spoken } from '../spoken.js';
import { StatusView, type StatusEvents } from '../statusView.js';
import { Timeline, type TimelineEvents } from '../timeline/timeline.js';
import type { Frame } from './frame.js';
import type { Shown } from './shown.js';
import type { View } from './view.js';

/** The events by which the views report the user's actions. */
export interface ViewEvents {
  controls: ControlEvents;
  status: StatusEvents;
  graph: Omit<GraphEvents, 'moved' | 'covered'>;
  breadcrumbs: BreadcrumbEvents;
  outline: OutlineEvents;
  inspector: InspectorEvents;
  knobs: KnobEvents;
  costs: CostEvents;
  health: HealthEvents;
  search: SearchEvents;
  notices: NoticeEvents;
  timeline: TimelineEvents;
  player: PlayerEvents;
  plots: PlotEvents;
}

interface Context {
  shown: Shown;
  frame: Frame;
  events: ViewEvents;
  /** The graph view, in which other views mark nodes. */
  graph: GraphView;
}

/**
 * Every view of the panel. Views in the same place are shown and updated in this order. The graph comes first, since
 * other views mark nodes in it.
 */
export const views = {
  graph: ({ graph }: Context) => graph,
  controls: ({ events, shown, frame }: Context) => new Controls(events.controls, shown.settings, frame.searchSlot),
  search: ({ events }: Context) => new SearchBox(events.search),
  breadcrumbs: ({ events }: Context) => new Breadcrumbs(events.breadcrumbs),
  notices: ({ events }: Context) => new Notices(events.notices),
  legend: () => new Legend(),
  minimap: ({ graph, shown }: Context) => new Minimap(graph, shown.theme),
  finding: ({ shown, graph }: Context) => new Finding(shown, graph),
  player: ({ events }: Context) => new Player(events.player),
  status: ({ events }: Context) => new StatusView(events.status),
  plots: ({ events }: Context) => new Plots(events.plots),
  knobs: ({ events }: Context) => new Knobs(events.knobs),
  costs: ({ events }: Context) => new Costs(events.costs),
  health: ({ events }: Context) => new Health(events.health),
  outline: ({ events }: Context) => new Outline(events.outline),
  inspector: ({ events }: Context) => new Inspector(events.inspector),
  timeline: ({ events, shown }: Context) => new Timeline(events.timeline, shown.theme),
  spoken: () => new Spoken(),
} satisfies Record<string, (context: Context) => View>;

/** The views of a panel, by name. */
export type Views = { readonly [Name in keyof typeof views]: ReturnType<(typeof views)[Name]> };
