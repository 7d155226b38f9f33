import { savedBytes } from '../../src/graph/tape.js';
import type { ModuleGraph } from '../../src/graph/moduleGraph.js';
import { peakText } from '../../src/present/costs.js';
import { nameOf } from '../../src/present/names.js';
import { bytes, duration } from '../../src/present/quantities.js';
import { t } from '../../src/protocol/l10n.js';
import type { TraceNode } from '../../src/protocol/trace.js';
import { iconButton } from '../controls.js';
import { h } from '../dom.js';
import type { Shown } from '../panel/shown.js';
import type { Change, View } from '../panel/view.js';
import './costs.css';

export interface CostEvents {
  select(index: number): void;
  close(): void;
}

interface Column {
  name: string;
  title: string;
  /** What it sorts by; null comes last. */
  of(node: TraceNode): number | string | null;
  text(node: TraceNode): string;
}

const columns = (): readonly Column[] => [
  {
    name: t('line'),
    title: t('Line of the source'),
    of: ({ source }) => source?.line ?? null,
    text: ({ source }) => String(source?.line ?? ''),
  },
  { name: t('node'), title: t('Name or operation'), of: (node) => nameOf(node), text: (node) => nameOf(node) },
  { name: t('value'), title: t('Bytes of the value'), of: ({ bytes }) => bytes, text: ({ bytes: own }) => bytes(own) },
  {
    name: t('kept'),
    title: t('Bytes that autograd keeps for the backward pass'),
    of: savedBytes,
    text: (node) => (savedBytes(node) === null ? '' : bytes(savedBytes(node)!)),
  },
  {
    name: t('forward'),
    title: t('Time of the operation'),
    of: ({ time_ms: ms }) => ms ?? null,
    text: ({ time_ms: ms }) => (ms === undefined ? '' : duration(ms)),
  },
  {
    name: t('backward'),
    title: t('Time of its backward formulas'),
    of: ({ backward_ms: ms }) => ms ?? null,
    text: ({ backward_ms: ms }) => (ms === undefined ? '' : duration(ms)),
  },
];

/** More rows than this are no table that anybody reads: those that cost most by the chosen column. */
const mostRows = 300;

/** What memory and time go into, node by node, sorted by any column. */
export class Costs implements View {
  private readonly columns = columns();
  private readonly peak = h('p', { class: 'hint', 'data-testid': 'costs-peak' });
  private readonly head = h('tr');
  private readonly body = h('tbody');
  private readonly element: HTMLElement;
  readonly elements: { before: HTMLElement };
  private graph: ModuleGraph | null = null;
  private by = 3;
  private isDown = true;

  constructor(private readonly events: CostEvents) {
    this.element = h(
      'aside',
      { class: 'costs', 'aria-label': t('Memory and time'), 'data-testid': 'costs', hidden: true },
      h(
        'header',
        {},
        h('h2', { text: t('Memory and time') }),
        iconButton('close', t('Close'), () => events.close(), { 'data-testid': 'costs-close' }),
      ),
      this.peak,
      h('table', {}, h('thead', {}, this.head), this.body),
    );
    this.elements = { before: this.element };
  }

  update({ graph, settings, selection }: Shown, change: Change): void {
    if (change.settings) this.element.hidden = !settings.costs;
    if (this.element.hidden || !(change.settings || change.layout || change.numbers || change.selection)) return;
    const isOther = graph !== this.graph || change.settings;
    this.graph = graph;
    if (isOther) this.draw();
    for (const row of this.body.querySelectorAll<HTMLElement>('tr'))
      row.setAttribute('aria-selected', String(Number(row.dataset['node']) === selection.node));
  }

  dispose(): void {}

  private draw(): void {
    const { graph, columns, by, isDown } = this;
    const buttons = columns.map(({ name, title }, i) => {
      const button = h('button', {
        class: 'link',
        type: 'button',
        text: name + (i === by ? (isDown ? ' ↓' : ' ↑') : ''),
        title,
        onclick: () => this.sort(i),
      });
      return h('th', { scope: 'col', 'aria-sort': i === by ? (isDown ? 'descending' : 'ascending') : 'none' }, button);
    });
    this.head.replaceChildren(...buttons);
    this.peak.textContent = graph ? peakText(graph.pass) : t('Run the model first.');
    const rows = (graph?.nodes ?? []).map((node, index) => ({ node, index, key: columns[by]!.of(node) }));
    const known = rows.filter(({ key }) => key !== null).sort((a, b) => compare(a.key!, b.key!) * (isDown ? -1 : 1) || a.index - b.index);
    const shown = [...known, ...rows.filter(({ key }) => key === null)].slice(0, mostRows);
    this.body.replaceChildren(
      ...shown.map(({ node, index }) =>
        h(
          'tr',
          { 'data-node': String(index), onclick: () => this.events.select(index) },
          ...columns.map((column, i) =>
            h('td', {}, i === 1 ? h('button', { class: 'link mono', type: 'button', text: column.text(node) }) : column.text(node)),
          ),
        ),
      ),
    );
  }

  private sort(column: number): void {
    this.isDown = column === this.by ? !this.isDown : column > 1;
    this.by = column;
    this.draw();
    this.head.querySelectorAll('button')[column]?.focus();
  }
}

function compare(a: number | string, b: number | string): number {
  return typeof a === 'string' || typeof b === 'string' ? String(a).localeCompare(String(b)) : a - b;
}
