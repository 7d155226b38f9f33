import { t } from '../src/protocol/l10n.js';
import { h } from './dom.js';
import type { Comparison } from '../src/graph/compare.js';
import { comparisonText } from '../src/present/comparison.js';
import { countText } from '../src/present/quantities.js';
import type { Shown } from './panel/shown.js';
import type { Change, View } from './panel/view.js';
import './notices.css';

export interface NoticeEvents {
  endCone(): void;
  endComparison(): void;
  showAll(): void;
}

const sayFor = 5000;

/** Short lines over the graph: what is left out, what is compared, and what has failed. */
export class Notices implements View {
  private readonly chips = h('div', { class: 'chips', 'data-testid': 'chips' });
  private readonly notes = h('div', { class: 'notes' });
  readonly elements = { 'top-left': this.chips, 'bottom-left': this.notes };
  private readonly lasting = h('div', { class: 'chips' });
  private readonly said = h('span', { class: 'chip said', role: 'status', 'data-testid': 'said', hidden: true });
  private timer = 0;

  constructor(private readonly events: NoticeEvents) {
    this.chips.append(this.lasting, this.said);
  }

  update({ graph, cone, comparison }: Shown, change: Change): void {
    if (!change.layout && !change.numbers && !change.focus) return;
    this.show(cone && { size: cone.size, of: graph?.nodes.length ?? 0 }, comparison, graph?.hidden ?? 0);
  }

  dispose(): void {
    window.clearTimeout(this.timer);
  }

  private show(cone: { size: number; of: number } | null, comparison: Comparison | null, hidden: number): void {
    this.lasting.replaceChildren(
      ...(cone ? [chip('cone', t('{0} of {1} nodes', cone.size, cone.of), t('Show all'), () => this.events.endCone())] : []),
      ...(comparison ? [chip('comparison', comparisonText(comparison), t('End'), () => this.events.endComparison())] : []),
    );
    const text = countText(hidden, t('{0} operation outside the loss'), t('{0} operations outside the loss'));
    this.notes.replaceChildren(...(hidden > 0 ? [chip('hidden', text, t('Show'), () => this.events.showAll())] : []));
  }

  /** Shows a sentence for a short time. A new sentence replaces the last one. */
  say(text: string): void {
    window.clearTimeout(this.timer);
    this.said.textContent = text;
    this.said.hidden = false;
    this.timer = window.setTimeout(() => (this.said.hidden = true), sayFor);
  }
}

const chip = (id: string, text: string, action: string, onclick: () => void): HTMLElement =>
  h(
    'span',
    { class: 'chip', 'data-testid': `chip-${id}` },
    h('span', { text }),
    h('button', { class: 'link', type: 'button', text: action, onclick }),
  );
