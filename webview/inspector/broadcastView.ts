import { t } from '../../src/protocol/l10n.js';
import { h } from '../dom.js';

export interface Stretched {
  name: string;
  shape: number[];
}

/**
 * Shows how shapes were aligned, with one line for each argument, from the last dim backwards. Dims that were stretched
 * from 1 or added in front are marked by colour, and by words for screen readers.
 */
export function broadcastView(inputs: Stretched[], result: number[]): HTMLElement {
  const rank = result.length;
  const line = ({ name, shape }: Stretched) => {
    const missing = rank - shape.length;
    const cells = result.map((to, d) => {
      const from = d < missing ? null : shape[d - missing]!;
      const stretched = from === null || from !== to;
      const text = from === null ? `· → ${to}` : stretched ? `${from} → ${to}` : String(from);
      const title =
        from === null
          ? t('dim {0} was added and stretched to {1}', d, to)
          : stretched
            ? t('dim {0} was stretched from {1} to {2}', d, from, to)
            : t('dim {0} is {1}', d, from);
      return h('td', { class: stretched ? 'stretched' : '', title, 'aria-label': title, text });
    });
    return h('tr', {}, h('th', { scope: 'row', text: name }), ...cells);
  };
  return h(
    'table',
    { class: 'broadcast', 'aria-label': t('Broadcasting'), 'data-testid': 'broadcast' },
    ...inputs.map(line),
    h('tr', { class: 'result' }, h('th', { scope: 'row', text: t('result') }), ...result.map((size) => h('td', { text: String(size) }))),
  );
}
