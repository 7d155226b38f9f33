import type { Direction } from '../src/graph/layout/types.js';

/** The user's settings in this panel. VS Code stores them, so they survive hiding and reloading. */
export interface Settings {
  direction: Direction;
  measure: string;
  /** True: also shows operations that the loss does not depend on. */
  showAll: boolean;
  /** True: shows shapes on the edges. */
  shapes: boolean;
  minimap: boolean;
  /** True: shows the program's plots over the graph. */
  plots: boolean;
  /** True: shows the graph as a tree beside it. For screen readers, the tree is always there. */
  outline: boolean;
  /** True: shows the numbers of the source as knobs. */
  knobs: boolean;
  /** True: shows the table of memory and time. */
  costs: boolean;
  /** True: shows the training of each parameter. */
  health: boolean;
  /** The loss curve has a logarithmic axis; it is smoothed. */
  logLoss: boolean;
  smoothLoss: boolean;
  inspectorWidth: number;
  /** The ids of open groups, by file. Absent: as many groups as fit are open. */
  open: Record<string, string[]>;
  selected: string | null;
  /** The index of the pass. Null for the last pass. */
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

/** Reads stored settings. They may come from an older version: a value that does not fit gets its default. */
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
