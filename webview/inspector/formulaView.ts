import { t } from '../../src/protocol/l10n.js';
import { h } from '../dom.js';
import type { ModuleGraph } from '../../src/graph/moduleGraph.js';
import { formulaLines } from '../../src/present/call.js';
import { nameOf } from '../../src/present/names.js';
import { broadcastView } from './broadcastView.js';
import './formulaView.css';
import type { Formula } from '../../src/present/formula.js';

/** What the operation computed, what its backward passes on to each input, and how shapes were broadcast. */
export function formulaView(graph: ModuleGraph, index: number, formula: Formula | null): HTMLElement[] {
  const links = graph.ins[index]!;
  const result: HTMLElement[] = [];
  if (formula) {
    const [forward, ...rules] = formulaLines(graph, index, formula);
    result.push(
      h(
        'div',
        { class: 'formula', 'data-testid': 'formula', role: 'group', 'aria-label': t('Formula and gradient') },
        h('div', { class: 'rule forward', text: forward }),
        ...rules.map((text) => h('div', { class: 'rule', text })),
      ),
    );
  }
  const stretched = links.find(({ edge }) => edge.broadcast);
  if (stretched)
    result.push(
      broadcastView(
        // Other arguments are left out: they have the result's shape, or take no part in the broadcast.
        links.flatMap(({ from, edge }) => (edge.broadcast ? [{ name: nameOf(graph.nodes[from]!), shape: graph.nodes[from]!.shape }] : [])),
        stretched.edge.broadcast!,
      ),
    );
  return result;
}
