import { t } from '../src/protocol/l10n.js';
import { titleOf } from '../src/present/names.js';
import { h } from './dom.js';
import { ancestors, type Group } from '../src/graph/groups.js';
import type { Shown } from './panel/shown.js';
import type { Change, View } from './panel/view.js';
import './breadcrumbs.css';

export interface BreadcrumbEvents {
  go(group: Group): void;
}

/** The place of the selection: the modules around it. The outermost module comes first. */
export class Breadcrumbs implements View {
  private readonly element = h('nav', { class: 'breadcrumbs', 'aria-label': t('Breadcrumbs'), 'data-testid': 'breadcrumbs' });
  readonly elements = { 'top-left': this.element };

  constructor(private readonly events: BreadcrumbEvents) {}

  update({ graph, selection: { node, group } }: Shown, change: Change): void {
    if (!change.selection && !change.numbers) return;
    const around = graph && node !== undefined ? graph.groupOf[node]! : (group ?? null);
    const last = graph && node !== undefined ? titleOf(graph.nodes[node]!) : null;
    this.element.replaceChildren(...this.crumbs(around, last));
  }

  dispose(): void {}

  private crumbs(group: Group | null, last: string | null): HTMLElement[] {
    if (!group) return [];
    const crumbs = ancestors(group)
      .reverse()
      .map((step) => h('li', {}, h('button', { class: 'crumb', type: 'button', text: nameOf(step), onclick: () => this.events.go(step) })));
    if (last !== null) crumbs.push(h('li', {}, h('span', { class: 'crumb here', 'aria-current': 'true', text: last })));
    return crumbs.length < 2 ? [] : [h('ol', { class: 'crumbs', 'aria-label': t('Modules around the selection') }, ...crumbs)];
  }
}

const nameOf = (group: Group): string => (group.kind === 'root' ? t('model') : group.name);
