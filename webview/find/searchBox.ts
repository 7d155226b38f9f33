import { t } from '../../src/protocol/l10n.js';
import type { ModuleGraph } from '../../src/graph/moduleGraph.js';
import { roleOf, titleOf } from '../../src/present/names.js';
import { countText } from '../../src/present/quantities.js';
import { shapeText } from '../../src/present/shapes.js';
import { summaryText } from '../../src/present/summaries.js';
import { iconButton } from '../controls.js';
import { h } from '../dom.js';
import type { Shown } from '../panel/shown.js';
import type { Change, View } from '../panel/view.js';
import { jumps, search, type Jump } from './query.js';
import type { SourceText } from './sourceText.js';
import './searchBox.css';

export interface SearchEvents {
  graph(): ModuleGraph | null;
  /** Reads the source text of a range. */
  sourceText: SourceText;
  /** Called with the nodes that match. Null when there is no search. */
  found(nodes: number[] | null): void;
  go(node: number): void;
  jump(jump: Jump): void;
}

const most = 60;
const fieldName = t('Search nodes by name, operation, module, shape or source text');

/** The search field with its list. The list shows the matches, or useful jumps while the field is empty. */
export class SearchBox implements View {
  readonly elements: { search: HTMLElement };
  private readonly element: HTMLElement;
  private readonly field: HTMLElement & { value: string };
  private readonly list = h('div', {
    class: 'search-list',
    role: 'listbox',
    id: 'search-list',
    'aria-label': t('Matches'),
    'data-testid': 'search-list',
  });
  private options: { element: HTMLElement; choose(): void }[] = [];
  private active = -1;

  constructor(private readonly events: SearchEvents) {
    this.field = h('vscode-text-field', {
      placeholder: t('Search nodes ( / )'),
      'aria-label': fieldName,
      'data-testid': 'search',
    }) as HTMLElement & { value: string };
    this.field.addEventListener('input', () => this.refresh(true));
    this.field.addEventListener('focusin', () => this.refresh(false));
    this.field.addEventListener('keydown', (event) => this.key(event));
    this.element = h(
      'div',
      { class: 'search' },
      this.field,
      iconButton('close', t('Clear the search'), () => this.clear(), { class: 'icon-button search-clear', hidden: true }),
      this.list,
    );
    this.elements = { search: this.element };
    this.element.addEventListener('focusout', (event) => {
      if (!this.element.contains(event.relatedTarget as Node | null)) this.close();
    });
    this.list.addEventListener('pointerdown', (event) => event.preventDefault());
    this.close();
    // When a field of the toolkit is inserted, the toolkit names it after its text and overwrites any other name.
    requestAnimationFrame(() => this.field.setAttribute('aria-label', fieldName));
  }

  focus(): void {
    this.field.focus();
  }

  update(_: Shown, change: Change): void {
    if (change.numbers) this.again();
  }

  dispose(): void {}

  /** Repeats the search in another pass. */
  private again(): void {
    const graph = this.events.graph();
    if (graph && this.field.value.trim()) this.events.found(search(graph, this.field.value, this.events.sourceText));
  }

  private clear(): void {
    this.field.value = '';
    this.refresh(true);
    this.close();
  }

  private close(): void {
    this.list.hidden = true;
    this.active = -1;
  }

  private refresh(changed: boolean): void {
    const graph = this.events.graph();
    const query = this.field.value.trim();
    this.element.querySelector<HTMLElement>('.search-clear')!.hidden = query === '';
    const matches = graph && query ? search(graph, query, this.events.sourceText) : null;
    if (changed) this.events.found(matches);
    if (!graph) return this.close();
    const entries = matches
      ? matches.slice(0, most).map((i) => ({ row: nodeRow(graph, i, this.events.sourceText), choose: () => this.events.go(i) }))
      : jumps.map((jump) => ({
          row: h('div', { class: 'search-row', 'data-testid': `jump-${jump.id}` }, h('span', { class: 'grow', text: jump.name })),
          choose: () => this.events.jump(jump),
        }));
    this.options = entries.map(({ row, choose }, i) => {
      row.setAttribute('role', 'option');
      row.id = `search-option-${i}`;
      row.addEventListener('click', () => {
        choose();
        if (!matches) this.close();
      });
      return { element: row, choose };
    });
    const head = matches ? countText(matches.length, t('{0} match'), t('{0} matches')) : t('Go to');
    this.list.replaceChildren(
      h('div', { class: 'menu-title', text: head, 'data-testid': 'search-count' }),
      ...this.options.map(({ element }) => element),
    );
    this.list.hidden = false;
    this.activate(matches && matches.length ? 0 : -1);
  }

  private activate(index: number): void {
    this.active = index;
    this.options.forEach(({ element }, i) => {
      element.setAttribute('aria-selected', String(i === index));
      if (i === index) element.scrollIntoView({ block: 'nearest' });
    });
  }

  private key(event: KeyboardEvent): void {
    event.stopPropagation();
    const count = this.options.length;
    if (event.key === 'Escape') {
      if (this.field.value) this.clear();
      this.close();
      this.field.blur();
    } else if (event.key === 'ArrowDown' && count) this.activate((this.active + 1) % count);
    else if (event.key === 'ArrowUp' && count) this.activate((this.active - 1 + count) % count);
    else if (event.key === 'Enter' && this.options[this.active]) {
      this.options[this.active]!.choose();
      // The next Enter key chooses the next match.
      if (this.field.value.trim() && count > 1) this.activate((this.active + 1) % count);
    } else return;
    event.preventDefault();
  }
}

function nodeRow(graph: ModuleGraph, index: number, sourceText: SourceText): HTMLElement {
  const node = graph.nodes[index]!;
  const role = roleOf(graph, index);
  return h(
    'div',
    { class: 'search-row', title: node.source ? sourceText(node.source) : undefined },
    h('span', { class: `dot ${role}` }),
    h('span', { text: titleOf(node) }),
    node.label && node.label !== titleOf(node) ? h('em', { class: 'muted', text: node.label }) : null,
    h('span', { class: 'grow muted search-module', text: node.module }),
    h('span', { class: 'mono muted', text: node.value.numel === 1 ? summaryText(node.value) : shapeText(node.shape) }),
  );
}
