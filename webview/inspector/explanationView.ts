import type { ModuleGraph } from '../../src/graph/moduleGraph.js';
import { addsText, entryText, joinText, restText, termParts, valueText, type Which } from '../../src/present/explanation.js';
import type { Theme } from '../../src/present/theme.js';
import type { EntryOf, Explanation, ExplanationTerm } from '../../src/protocol/explanation.js';
import { t } from '../../src/protocol/l10n.js';
import type { TensorData } from '../../src/protocol/trace.js';
import { iconButton } from '../controls.js';
import { h } from '../dom.js';
import type { ChosenEntry } from './choice.js';
import { involvedMap } from './involvedMap.js';
import './explanationView.css';

/** An explanation, with the number that it explains. */
export interface Explained {
  readonly graph: ModuleGraph;
  readonly index: number;
  readonly chosen: ChosenEntry;
  /** Null where the inputs of the number are no longer kept. */
  readonly found: Explanation | null;
}

export interface ExplanationEvents {
  /** Goes to an entry of another node and explains it. */
  go(place: EntryOf, which: Which): void;
  /** Goes back one step of the path. Absent at its start. */
  back?: () => void;
  close(): void;
  tensor(node: string, which: Which): Promise<TensorData | null>;
}

/** The most tensors that are drawn. Terms in further tensors are still in the list. */
const MOST_MAPS = 4;

/** Explains a number: its terms, each with a link to its own number, and the places of the terms. */
export function explanationView({ graph, index, chosen, found }: Explained, events: ExplanationEvents, theme: Theme): HTMLElement {
  const node = graph.nodes[index]!;
  const { which, entry } = chosen;
  const close = iconButton('close', t('Close the explanation'), () => events.close(), { 'data-testid': 'explanation-close' });
  const back =
    events.back && h('button', { class: 'link', type: 'button', text: t('Back'), 'data-testid': 'explanation-back', onclick: events.back });
  const title = found ? valueText(node, entry, which, found) : entryText(node, entry, which);
  const head = h(
    'div',
    { class: 'explanation-head' },
    h('strong', { class: 'mono', text: title, 'data-testid': 'explanation-title' }),
    back,
    close,
  );
  const section = h(
    'section',
    { class: `explanation ${which}`, tabindex: '-1', 'aria-label': t('Why this number'), 'data-testid': 'explanation' },
    head,
  );
  if (!found) {
    const why =
      'standalone' in document.body.dataset
        ? t('This page does not bring the terms of this number: it has those of small tensors.')
        : t('What it was computed from is not kept: run the model again.');
    section.append(h('p', { class: 'hint', text: why }));
    return section;
  }
  const rest = restText(found);
  section.append(
    h(
      'ul',
      { class: 'terms' },
      ...found.terms.map((term) => termItem(graph, term, addsText(found, term.contribution), which, events)),
      rest !== null && restItem(rest, addsText(found, found.rest)),
    ),
    involved(graph, found, which, events, theme),
  );
  return section;
}

function termItem(graph: ModuleGraph, term: ExplanationTerm, adds: string | null, which: Which, events: ExplanationEvents): HTMLElement {
  const { own, factor } = termParts(graph, term, which);
  const from = term.with;
  return h(
    'li',
    { class: 'term' },
    linkTo(graph, term, own, () => events.go(term, which)),
    factor !== null && h('span', { text: joinText(term).trim() }),
    factor !== null && (from ? linkTo(graph, from, factor, () => events.go(from, 'value')) : h('span', { text: factor })),
    adds !== null && h('span', { class: 'term-adds', text: adds }),
  );
}

/** A link to an entry. Only the text for a number of the program, or for a node that the graph does not show. */
const linkTo = (graph: ModuleGraph, { node }: EntryOf, text: string, go: () => void): HTMLElement =>
  node !== null && graph.node(node)
    ? h('button', { class: 'link term-link', type: 'button', title: t('Why this number'), text, onclick: go })
    : h('span', { text });

const restItem = (text: string, adds: string | null): HTMLElement =>
  h('li', { class: 'term' }, h('span', { text }), adds !== null && h('span', { class: 'term-adds', text: adds }));

/** The tensors that contain the terms, with their entries lit up: for a convolution, the window and the filter. */
function involved(graph: ModuleGraph, { terms }: Explanation, which: Which, events: ExplanationEvents, theme: Theme): HTMLElement {
  const places = new Map<string, { id: string; of: Which; entries: number[][] }>();
  const add = ({ node, entry }: EntryOf, of: Which) => {
    if (node === null) return;
    const key = `${of} ${node}`;
    const place = places.get(key) ?? { id: node, of, entries: [] };
    places.set(key, place);
    place.entries.push(entry);
  };
  for (const term of terms) {
    add(term, which);
    if (term.with) add(term.with, 'value');
  }
  const maps = [...places.values()].slice(0, MOST_MAPS).flatMap(({ id, of, entries }) => {
    const node = graph.node(id);
    return node && node.value.numel > 1 ? [involvedMap(node, of, entries, theme, () => events.tensor(id, of))] : [];
  });
  return h('div', { class: 'involved' }, ...maps);
}
