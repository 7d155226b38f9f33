import { SLIDER_PLACES, scaleOf, stepped } from '../../src/present/knobs.js';
import { t } from '../../src/protocol/l10n.js';
import type { TraceNode } from '../../src/protocol/trace.js';
import { h } from '../dom.js';
import type { Section } from './sections.js';

export interface EntryEvents {
  move(index: number, value: number): void;
  end(how: 'keep' | 'drop'): void;
}

/** A slider for an entry of a leaf. When it moves, the model runs again with the new number. */
export function entryMover(node: TraceNode, entry: readonly number[], value: number, events: EntryEvents): Section {
  const make = () => {
    const index = node.shape.reduce((place, size, d) => place * size + entry[d]!, 0);
    // The range of the slider depends on the number at the time of the choice.
    const known = { kind: 'data', text: String(value), value } as const;
    const scale = scaleOf(known);
    let now = value;
    const label = t('Move {0}', `${node.label ?? node.op}${entry.length ? `[${entry.join(', ')}]` : ''}`);
    const shown = h('output', { class: 'mono', text: String(value) });
    const to = (next: number) => {
      now = next;
      slider.value = String(scale.toPlace(next));
      slider.setAttribute('aria-valuetext', String(next));
      shown.textContent = String(next);
      events.move(index, next);
    };
    const slider = h('input', {
      type: 'range',
      class: 'slider',
      min: '0',
      max: String(SLIDER_PLACES),
      value: String(scale.toPlace(value)),
      'aria-label': label,
      'data-testid': 'entry-slider',
    });
    slider.addEventListener('input', () => to(scale.toValue(Number(slider.value))));
    slider.addEventListener('keydown', (event) => {
      const end = { Enter: 'keep', Escape: 'drop' } as const;
      if (event.key === 'Enter' || event.key === 'Escape') return events.end(end[event.key]);
      const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
      if (by === undefined) return;
      event.preventDefault();
      to(stepped(known, now, by));
    });
    return [h('div', { class: 'entry-mover' }, h('span', { class: 'mono', text: label }), slider, shown)];
  };
  return { key: [node.key, entry.join()], make };
}
