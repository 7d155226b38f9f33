import { t } from '../src/protocol/l10n.js';
import { h } from './dom.js';
import type { ModuleGraph } from '../src/graph/moduleGraph.js';
import type { Group } from '../src/graph/groups.js';
import { rowName, rowsOf, rowText, type OutlineRow } from './outlineRows.js';
import type { Shown } from './panel/shown.js';
import type { Change, View } from './panel/view.js';
import './outline.css';

export interface OutlineEvents {
  select(id: string): void;
  toggle(group: Group): void;
  activate(id: string): void;
}

/** The number of rows that are inserted at once. The others follow while the browser is idle. */
const atOnce = 200;

/**
 * The graph as a tree, for screen readers and for users who prefer lists. Modules are open as in the picture, and the
 * names of nodes contain shape, value and gradient. The tree follows the selection.
 */
export class Outline implements View {
  private readonly element = h('div', { class: 'outline', role: 'tree', 'aria-label': t('Graph as a tree'), 'data-testid': 'outline' });
  readonly elements = { before: this.element };
  private rows: OutlineRow[] = [];
  /** The elements of the first rows. The other rows are not inserted yet. */
  private placed: HTMLElement[] = [];
  private graph: ModuleGraph | null = null;
  private open: ReadonlySet<string> = new Set();
  private timer = 0;
  /** The selected row, and the row that the Tab key reaches. */
  private chosen: HTMLElement | undefined;
  private reached: HTMLElement | undefined;

  constructor(private readonly events: OutlineEvents) {
    this.element.addEventListener('keydown', (event) => this.key(event));
    this.element.addEventListener('click', (event) => {
      const row = this.rowAt(event.target as Element);
      if (row) this.events.select(row.id);
    });
    this.element.addEventListener('dblclick', (event) => {
      const group = this.rowAt(event.target as Element)?.group;
      if (group) this.events.toggle(group);
    });
  }

  update({ graph, picture, settings }: Shown, change: Change): void {
    if (change.layout) this.show(graph, picture.open, graph && settings.selected, (node) => picture.nameOf(node));
    if (change.numbers) this.refresh(graph);
    if (change.selection || change.numbers) this.select(settings.selected);
    if (change.settings) this.element.classList.toggle('only-spoken', !settings.outline);
  }

  dispose(): void {
    window.clearTimeout(this.timer);
    this.rows = [];
  }

  private show(graph: ModuleGraph | null, open: ReadonlySet<string>, selected: string | null, nameOf: (node: number) => string): void {
    const refocus = this.element.contains(document.activeElement);
    this.graph = graph;
    this.open = open;
    this.rows = graph ? rowsOf(graph, open, nameOf) : [];
    this.placed = [];
    this.element.replaceChildren();
    this.fill(atOnce);
    this.whenIdle(this.rows, () => {
      this.fill(this.placed.length + atOnce);
      return this.placed.length < this.rows.length;
    });
    this.select(selected, refocus);
  }

  /** Sets other numbers in the same rows. Nobody reads them while the pass changes quickly, so they may be late. */
  private refresh(graph: ModuleGraph | null): void {
    this.graph = graph;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      let at = 0;
      this.whenIdle(this.rows, () => {
        const some = this.placed.slice(at, at + atOnce);
        if (this.graph) for (const element of some) name(element, rowName(this.graph, this.rows[at++]!));
        return some.length > 0 && graph === this.graph;
      });
    }, 120);
  }

  select(id: string | null, focus = this.element.contains(document.activeElement)): void {
    const at = id === null ? -1 : this.rows.findIndex((row) => row.id === id);
    this.fill(at + 1);
    const chosen = this.placed[at];
    const reached = chosen ?? this.placed[0];
    if (this.reached) this.reached.tabIndex = -1;
    if (reached) reached.tabIndex = 0;
    this.reached = reached;
    this.chosen?.setAttribute('aria-selected', 'false');
    chosen?.setAttribute('aria-selected', 'true');
    this.chosen = chosen;
    chosen?.scrollIntoView({ block: 'nearest' });
    if (focus) reached?.focus({ preventScroll: true });
  }

  /** Inserts rows until there are `count`. */
  private fill(count: number): void {
    const more = this.rows.slice(this.placed.length, count).map((row) => this.make(row));
    this.placed.push(...more);
    this.element.append(...more);
  }

  /** Repeats `step` while it returns true and the rows are the same. */
  private whenIdle(rows: OutlineRow[], step: () => boolean): void {
    requestIdleCallback(() => {
      if (rows === this.rows && step()) this.whenIdle(rows, step);
    });
  }

  private make(row: OutlineRow): HTMLElement {
    const graph = this.graph!;
    const element = h('div', {
      class: 'outline-row',
      role: 'treeitem',
      tabindex: '-1',
      'aria-selected': 'false',
      'aria-level': String(row.depth),
      'aria-setsize': String(row.siblings),
      'aria-posinset': String(row.place),
      'aria-expanded': row.group ? String(this.open.has(row.group.id)) : undefined,
      text: rowText(graph, row, this.open),
    });
    name(element, rowName(graph, row));
    element.style.paddingLeft = `${row.depth * 14}px`;
    return element;
  }

  private rowAt(target: Element): OutlineRow | undefined {
    return this.rows[this.placed.indexOf(target.closest<HTMLElement>('[role=treeitem]')!)];
  }

  private key(event: KeyboardEvent): void {
    const at = this.placed.indexOf(document.activeElement as HTMLElement);
    const row = this.rows[at];
    if (!row || !this.graph) return;
    const expanded = row.group !== null && this.open.has(row.group.id);
    const to = (index: number) => {
      const next = this.rows[Math.max(0, Math.min(this.rows.length - 1, index))];
      if (next) this.events.select(next.id);
    };
    if (event.key === 'ArrowDown') to(at + 1);
    else if (event.key === 'ArrowUp') to(at - 1);
    else if (event.key === 'Home') to(0);
    else if (event.key === 'End') to(this.rows.length - 1);
    else if (event.key === 'ArrowRight' && row.group) {
      if (expanded) to(at + 1);
      else this.events.toggle(row.group);
    } else if (event.key === 'ArrowLeft') {
      if (expanded && row.group) this.events.toggle(row.group);
      else to(this.rows.findLastIndex(({ depth }, i) => i < at && depth < row.depth));
    } else if (event.key === 'Enter' || event.key === ' ') {
      if (row.group) this.events.toggle(row.group);
      else this.events.activate(row.id);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

function name(row: HTMLElement, text: string): void {
  row.title = text;
  row.setAttribute('aria-label', text);
}
