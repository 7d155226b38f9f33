import { h } from '../dom.js';

export interface Stretched {
  name: string;
  shape: number[];
}

/**
 * How shapes were aligned: one line per argument, from the last dim backwards, with the dims that
 * were stretched from 1 or added in front marked by words for screen readers, and colour.
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
          ? `dim ${d} was added and stretched to ${to}`
          : stretched
            ? `dim ${d} was stretched from ${from} to ${to}`
            : `dim ${d} is ${from}`;
      return h('td', { class: stretched ? 'stretched' : '', title, 'aria-label': title, text });
    });
    return h('tr', {}, h('th', { scope: 'row', text: name }), ...cells);
  };
  return h(
    'table',
    { class: 'broadcast', 'aria-label': 'Broadcasting', 'data-testid': 'broadcast' },
    ...inputs.map(line),
    h('tr', { class: 'result' }, h('th', { scope: 'row', text: 'result' }), ...result.map((size) => h('td', { text: String(size) }))),
  );
}
