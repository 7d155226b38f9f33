import type { Direction } from '../src/graph/layout/types.js';

/** What the user has set up in this panel. Stored by VS Code: it survives hiding and reloading. */
export interface Settings {
  direction: Direction;
  measure: string;
  /** Operations that the loss does not depend on, too. */
  showAll: boolean;
  /** Shapes on the edges. */
  shapes: boolean;
  minimap: boolean;
  /** What the program plotted is shown over the graph. */
  plots: boolean;
  /** The tree twin of the graph is shown beside it (it is always there for screen readers). */
  outline: boolean;
  /** The numbers of the source as knobs. */
  knobs: boolean;
  /** What memory and time go into, as a table. */
  costs: boolean;
  /** How training goes for each parameter. */
  health: boolean;
  /** The loss curve: on a logarithmic axis, and smoothed. */
  logLoss: boolean;
  smoothLoss: boolean;
  inspectorWidth: number;
  /** Ids of open groups by file; absent: what fits. */
  open: Record<string, string[]>;
  selected: string | null;
  /** Index of the pass; null for the last. */
  pass: number | null;
}

const defaults: Settings = {
  direction: 'TB',
  measure: 'kind',
  showAll: false,
  shapes: false,
  minimap: true,
  plots: false,
  outline: false,
  knobs: false,
  costs: false,
  health: false,
  logLoss: false,
  smoothLoss: false,
  inspectorWidth: 340,
  open: {},
  selected: null,
  pass: null,
};

/** Stored settings may be of an older version: what does not fit is replaced by its default. */
export function readSettings(stored: unknown): Settings {
  const settings = structuredClone(defaults);
  if (typeof stored !== 'object' || stored === null) return settings;
  const from = stored as Record<string, unknown>;
  for (const name of ['showAll', 'shapes', 'minimap', 'plots', 'outline', 'knobs', 'costs', 'health', 'logLoss', 'smoothLoss'] as const)
    if (typeof from[name] === 'boolean') settings[name] = from[name];
  if (from['direction'] === 'TB' || from['direction'] === 'LR') settings.direction = from['direction'];
  if (typeof from['measure'] === 'string') settings.measure = from['measure'];
  if (typeof from['inspectorWidth'] === 'number') settings.inspectorWidth = from['inspectorWidth'];
  if (typeof from['selected'] === 'string') settings.selected = from['selected'];
  if (typeof from['pass'] === 'number') settings.pass = from['pass'];
  if (typeof from['open'] === 'object' && from['open'] !== null)
    for (const [file, ids] of Object.entries(from['open']))
      if (Array.isArray(ids)) settings.open[file] = ids.filter((id): id is string => typeof id === 'string');
  return settings;
}
