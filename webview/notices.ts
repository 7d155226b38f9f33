import { h } from './dom.js';
import { countText } from './format.js';
import { comparisonText, type Comparison } from './timeline/compare.js';

export interface NoticeEvents {
  endCone(): void;
  endComparison(): void;
  showAll(): void;
}

const sayFor = 4000;

/** Short lines over the graph: what is left out, what is compared, what could not be done. */
export class Notices {
  readonly chips = h('div', { class: 'chips', 'data-testid': 'chips' });
  readonly notes = h('div', { class: 'notes' });

  constructor(private readonly events: NoticeEvents) {}

  show(cone: { size: number; of: number } | null, comparison: Comparison | null, hidden: number): void {
    this.chips.replaceChildren(
      ...(cone ? [chip('cone', `${cone.size} of ${cone.of} nodes`, 'Show all', () => this.events.endCone())] : []),
      ...(comparison ? [chip('comparison', comparisonText(comparison), 'End', () => this.events.endComparison())] : []),
    );
    const note = () => chip('hidden', `${countText(hidden, 'operation')} outside the loss`, 'Show', () => this.events.showAll());
    this.notes.replaceChildren(...(hidden > 0 ? [note()] : []));
  }

  /** A sentence that goes away by itself. */
  say(text: string): void {
    const said = h('span', { class: 'chip said', role: 'status', 'data-testid': 'said', text });
    this.chips.append(said);
    setTimeout(() => said.remove(), sayFor);
  }
}

const chip = (id: string, text: string, action: string, onclick: () => void): HTMLElement =>
  h(
    'span',
    { class: 'chip', 'data-testid': `chip-${id}` },
    h('span', { text }),
    h('button', { class: 'link', type: 'button', text: action, onclick }),
  );
