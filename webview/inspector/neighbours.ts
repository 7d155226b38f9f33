import { t } from '../../src/protocol/l10n.js';
import type { Summary } from '../../src/protocol/trace.js';
import { flowAlong } from '../../src/graph/flows.js';
import type { ModuleGraph } from '../../src/graph/moduleGraph.js';
import { nameOf, roleOf } from '../../src/present/names.js';
import { shapeText } from '../../src/present/shapes.js';
import { flowText, summaryText } from '../../src/present/summaries.js';
import { h } from '../dom.js';
import './neighbours.css';

interface Neighbour {
  index: number;
  /** The gradient along the edge. Absent where the list shows no gradients. */
  flow?: Summary | null;
}

/** The most nodes in a list. */
const most = 200;

/** The nodes from which a node was made, each with the gradient that the node passed on to it. */
export function madeFrom(graph: ModuleGraph, index: number, select: (index: number) => void): HTMLElement {
  const links = graph.ins[index]!.map((link) => ({ index: link.from, flow: flowAlong(graph, link) }));
  return neighbourList(t('Made from'), graph, links, select, t('gradient passed on'));
}

/**
 * The nodes that use a node, each with the gradient that the node received from it. Their sum is the node's own
 * gradient.
 */
export function usedBy(graph: ModuleGraph, index: number, select: (index: number) => void): HTMLElement {
  const links = graph.outs[index]!.map((link) => ({ index: link.to, flow: flowAlong(graph, link) }));
  const list = neighbourList(t('Used by'), graph, links, select, t('gradient received'));
  const { grad } = graph.nodes[index]!;
  if (grad && links.filter(({ flow }) => flow).length > 1)
    list.append(
      h(
        'div',
        { class: 'neighbour-sum', 'data-testid': 'gradient-sum' },
        h('span', { text: t('added up: ∂{0}', nameOf(graph.nodes[index]!)) }),
        h('span', { class: 'mono', text: flowText(grad) }),
      ),
    );
  return list;
}

export function neighbourList(
  title: string,
  graph: ModuleGraph,
  neighbours: Neighbour[],
  select: (index: number) => void,
  what = '',
): HTMLElement {
  if (neighbours.length === 0) return h('div', { hidden: true });
  const hasFlows = neighbours.some(({ flow }) => flow);
  const items = neighbours.slice(0, most).map(({ index, flow }) => {
    const node = graph.nodes[index]!;
    const flowed = flow ? flowText(flow) : '';
    return h(
      'li',
      {},
      h(
        'button',
        { class: 'neighbour', type: 'button', onclick: () => select(index) },
        h('span', { class: `dot ${roleOf(graph, index)}` }),
        h('span', { class: 'neighbour-name', text: nameOf(graph.nodes[index]!) }),
        h('span', { class: 'mono muted neighbour-shape', text: shapeText(node.shape) }),
        node.value.numel === 1 && h('span', { class: 'mono neighbour-value', text: summaryText(node.value) }),
        flowed && h('span', { class: 'mono neighbour-flow', title: what, 'aria-label': `${what} ${flowed}`, text: `∂ ${flowed}` }),
      ),
    );
  });
  const rest = neighbours.length - items.length;
  return h(
    'section',
    { class: 'neighbours', 'aria-label': title },
    h('h3', {}, title, hasFlows && h('span', { class: 'neighbour-what', text: what })),
    h('ul', {}, ...items),
    rest > 0 && h('p', { class: 'hint', text: t('and {0} more', rest) }),
  );
}
