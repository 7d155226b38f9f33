import { t } from '../src/protocol/l10n.js';
import { h } from './dom.js';

/** The middle of the panel: the graph and what floats on it. */
export interface Stage {
  element: HTMLElement;
  graph: HTMLElement;
  crumbs: HTMLElement;
  /** How much of the graph's lower left corner something else stands on. */
  footSize(): { width: number; height: number };
  /** Puts what floats on the graph into its corners. */
  fill(parts: {
    chips: HTMLElement;
    notes: HTMLElement;
    legend: HTMLElement;
    minimap: HTMLElement;
    player: HTMLElement;
    placard: HTMLElement;
    status: HTMLElement;
  }): void;
}

export function makeStage(): Stage {
  const graph = h('div', { class: 'graph', 'aria-hidden': 'true' });
  const crumbs = h('nav', { class: 'breadcrumbs', 'aria-label': t('Breadcrumbs'), 'data-testid': 'breadcrumbs' });
  const label = t('Computation graph. Arrow keys move along the edges. The tree before it shows the same.');
  const element = h('div', { class: 'stage', 'data-testid': 'graph', tabindex: '0', role: 'application', 'aria-label': label }, graph);
  const foot = h('div', { class: 'corner bottom-left' });
  return {
    element,
    footSize() {
      const lines = [...foot.querySelectorAll<HTMLElement>('.legend, .chip')];
      return { width: Math.max(0, ...lines.map((line) => foot.offsetLeft + line.offsetWidth)), height: foot.offsetHeight };
    },
    graph,
    crumbs,
    fill({ chips, notes, legend, minimap, player, placard, status }) {
      foot.append(notes, legend);
      element.append(
        h('div', { class: 'corner top-left' }, crumbs, chips),
        foot,
        h('div', { class: 'corner bottom-right' }, minimap),
        player,
        placard,
        h('div', { class: 'corner top-right' }, status),
      );
    },
  };
}
