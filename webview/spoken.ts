import { t } from '../src/protocol/l10n.js';
import { h } from './dom.js';
import { spokenName } from './outlineRows.js';
import type { Shown } from './panel/shown.js';
import type { Change, View } from './panel/view.js';

/** The text about the selection for screen readers. */
export class Spoken implements View {
  private readonly element = h('div', { class: 'only-spoken', role: 'status', 'aria-live': 'polite' });
  readonly elements = { spoken: this.element };

  update({ graph, selection: { node, group } }: Shown, change: Change): void {
    if (!change.selection && !change.numbers) return;
    this.element.textContent = graph && node !== undefined ? spokenName(graph, node) : group ? t('module {0}', group.name) : '';
  }

  dispose(): void {}
}
