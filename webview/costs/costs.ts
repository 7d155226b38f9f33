import { costsOf, nodesByLine, type Costs as Sums } from '../../src/graph/tape.js';
import type { ModuleGraph } from '../../src/graph/moduleGraph.js';
import { peakText } from '../../src/present/costs.js';
import { nameOf } from '../../src/present/names.js';
import { bytes, duration } from '../../src/present/quantities.js';
import { t } from '../../src/protocol/l10n.js';
import { h } from '../dom.js';
import type { Shown } from '../panel/shown.js';
import type { Change, View } from '../panel/view.js';
import { sideView } from '../sideView.js';
import './costs.css';

export interface CostEvents {
  select(index: number): void;
  close(): void;
}

/** A node, or all nodes of a line. */
interface Row {
  /** The place of the row's first node in the graph. */
  index: number;
  costs: Sums;
}

interface Column {
  name: string;
  title: string;
  /** The value by which the column sorts. Null comes last. */
  of(costs: Sums): number | string | null;
  text(costs: Sums): string;
}

const MOST_NAMED = 3;

function namesOf({ nodes }: Sums): string {
  const names = nodes.slice(0, MOST_NAMED).map(nameOf).join(', ');
  return nodes.length > MOST_NAMED ? `${names}, …` : names;
}

const columns = (): readonly Column[] => [
  {
    name: t('line'),
    title: t('Line of the source'),
    of: ({ nodes: [node] }) => node?.source?.line ?? null,
    text: ({ nodes: [node] }) => String(node?.source?.line ?? ''),
  },
  { name: t('node'), title: t('Name or operation'), of: namesOf, text: namesOf },
  { name: t('value'), title: t('Bytes of the value'), of: ({ bytes }) => bytes, text: ({ bytes: own }) => bytes(own) },
  {
    name: t('kept'),
    title: t('Bytes that autograd keeps for the backward pass'),
    of: ({ kept }) => kept,
    text: ({ kept }) => (kept === null ? '' : bytes(kept)),
  },
  {
    name: t('forward'),
    title: t('Time of the operation'),
    of: ({ forwardMs }) => forwardMs,
    text: ({ forwardMs }) => (forwardMs === null ? '' : duration(forwardMs)),
  },
  {
    name: t('backward'),
    title: t('Time of its backward formulas'),
    of: ({ backwardMs }) => backwardMs,
    text: ({ backwardMs }) => (backwardMs === null ? '' : duration(backwardMs)),
  },
];

/** The most rows of the table, since nobody reads more. The rows with the highest costs in the chosen column stay. */
const mostRows = 300;

/** The table of memory and time for each node or each line, sorted by any column. */
export class Costs implements View {
  private readonly columns = columns();
  private readonly peak = h('p', { class: 'hint', 'data-testid': 'costs-peak' });
  private readonly byLine = h('input', { type: 'checkbox', 'data-testid': 'costs-by-line', onchange: () => this.draw() });
  private readonly head = h('tr');
  private readonly body = h('tbody');
  private readonly element: HTMLElement;
  readonly elements: { before: HTMLElement };
  private graph: ModuleGraph | null = null;
  private by = 3;
  private isDown = true;

  constructor(private readonly events: CostEvents) {
    this.element = sideView(
      'costs',
      t('Memory and time'),
      () => events.close(),
      this.peak,
      h('label', { class: 'picker' }, this.byLine, h('span', { text: t('Sums of each line') })),
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
    const rows = this.rows().map((row) => ({ ...row, key: columns[by]!.of(row.costs) }));
    const known = rows.filter(({ key }) => key !== null).sort((a, b) => compare(a.key!, b.key!) * (isDown ? -1 : 1) || a.index - b.index);
    const shown = [...known, ...rows.filter(({ key }) => key === null)].slice(0, mostRows);
    this.body.replaceChildren(
      ...shown.map(({ costs, index }) =>
        h(
          'tr',
          { 'data-node': String(index), onclick: () => this.events.select(index) },
          ...columns.map((column, i) =>
            h('td', {}, i === 1 ? h('button', { class: 'link mono', type: 'button', text: column.text(costs) }) : column.text(costs)),
          ),
        ),
      ),
    );
  }

  private rows(): Row[] {
    const nodes = this.graph?.nodes ?? [];
    const groups = this.byLine.checked ? nodesByLine(nodes) : nodes.map((node) => [node]);
    const places = new Map(nodes.map((node, i) => [node, i]));
    return groups.map((group) => ({ index: places.get(group[0]!)!, costs: costsOf(group) }));
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
