import { exports, type Export } from './exports/index.js';
import { jumps, type Jump } from './find/query.js';
import type { MenuSection } from './menu.js';
import type { PassGraph } from './model/graph.js';
import type { Settings } from './settings.js';

/** What the "more" button offers. */
export function menuSections(
  settings: Settings,
  graph: PassGraph | null,
  change: (change: Partial<Settings>) => void,
  jump: (jump: Jump) => void,
  save: (one: Export) => void,
): MenuSection[] {
  const toggle = (id: 'showAll' | 'shapes' | 'minimap' | 'outline', label: string) => ({
    id,
    label,
    checked: settings[id],
    run: () => change({ [id]: !settings[id] }),
  });
  const show: MenuSection = {
    title: 'Show',
    items: [
      toggle('showAll', 'All operations, also outside the loss'),
      toggle('shapes', 'Shapes on the edges'),
      toggle('minimap', 'Minimap'),
      { ...toggle('outline', 'Tree of the graph'), key: 't' },
    ],
  };
  if (!graph) return [show];
  return [
    show,
    { title: 'Go to', items: jumps.map((one) => ({ id: `jump-${one.id}`, label: one.name, run: () => jump(one) })) },
    { title: 'Export', items: exports.map((one) => ({ id: `export-${one.id}`, label: one.name, run: () => save(one) })) },
  ];
}
