import { t } from '../src/protocol/l10n.js';
import { exports, type Export } from './exports/index.js';
import { jumps, type Jump } from './find/query.js';
import type { MenuSection } from './menu.js';
import type { ModuleGraph } from '../src/graph/moduleGraph.js';
import type { Settings } from './settings.js';

/** The sections of the "more" menu. */
export function menuSections(
  settings: Settings,
  graph: ModuleGraph | null,
  change: (change: Partial<Settings>) => void,
  jump: (jump: Jump) => void,
  save: (one: Export) => void,
): MenuSection[] {
  const toggle = (id: 'showAll' | 'shapes' | 'minimap' | 'outline' | 'knobs' | 'costs' | 'health', label: string) => ({
    id,
    label,
    checked: settings[id],
    run: () => change({ [id]: !settings[id] }),
  });
  const show: MenuSection = {
    title: t('Show'),
    items: [
      toggle('showAll', t('All operations, also outside the loss')),
      toggle('shapes', t('Shapes on the edges')),
      toggle('minimap', t('Minimap')),
      // An exported page cannot run the model again.
      ...('standalone' in document.body.dataset ? [] : [{ ...toggle('knobs', t('Knobs: move numbers of the source')), key: 'k' }]),
      toggle('costs', t('Memory and time of each node')),
      toggle('health', t('Gradient health')),
      { ...toggle('outline', t('Tree of the graph')), key: 't' },
    ],
  };
  if (!graph) return [show];
  return [
    show,
    { title: t('Go to'), items: jumps.map((one) => ({ id: `jump-${one.id}`, label: one.name, run: () => jump(one) })) },
    { title: t('Export'), items: exports.map((one) => ({ id: `export-${one.id}`, label: one.name, run: () => save(one) })) },
  ];
}
