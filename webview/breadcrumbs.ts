import { t } from '../src/protocol/l10n.js';
import { h } from './dom.js';
import type { Group } from '../src/graph/groups.js';
import { ancestors } from '../src/graph/groups.js';

/** Where the selection is: the modules around it, the outermost first. */
export function breadcrumbs(group: Group | null, last: string | null, go: (group: Group) => void): HTMLElement[] {
  if (!group) return [];
  const path = ancestors(group).reverse();
  const crumbs = path.map((step) =>
    h(
      'li',
      {},
      h('button', { class: 'crumb', type: 'button', text: step.kind === 'root' ? t('model') : step.name, onclick: () => go(step) }),
    ),
  );
  if (last !== null) crumbs.push(h('li', {}, h('span', { class: 'crumb here', 'aria-current': 'true', text: last })));
  return crumbs.length < 2 ? [] : [h('ol', { class: 'crumbs', 'aria-label': t('Modules around the selection') }, ...crumbs)];
}
