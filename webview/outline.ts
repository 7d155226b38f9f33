import { t } from '../src/protocol/l10n.js';
import { h } from './dom.js';
import { shapeText, summaryText } from './format.js';
import { roleNames, roleOf, titleOf } from './graph/card.js';
import type { PassGraph } from './model/graph.js';
import { outputOf, turnsOf, type Group } from './model/groups.js';
import { groupItemId } from './model/view.js';

export interface OutlineEvents {
  select(id: string): void;
  toggle(group: Group): void;
  activate(id: string): void;
}

/** So many rows are made of one group; what is beyond them is found by searching. */
const mostRows = 400;

/**
 * The graph as a tree for screen readers and for everyone who likes lists: modules as they are open
 * in the picture, and nodes with shape, value and gradient in their names. It follows the selection.
 */
export class Outline {
  readonly element = h('div', { class: 'outline', role: 'tree', 'aria-label': t('Graph as a tree'), 'data-testid': 'outline' });
  private rows: { id: string; element: HTMLElement; group: Group | null; node: number; depth: number }[] = [];
  private graph: PassGraph | null = null;
  private open: ReadonlySet<string> = new Set();
  private timer = 0;

  constructor(private readonly events: OutlineEvents) {
    this.element.addEventListener('keydown', (event) => this.key(event));
    this.element.addEventListener('click', (event) => {
      const row = this.rows.find(({ element }) => element === (event.target as Element).closest('[role=treeitem]'));
      if (row) this.events.select(row.id);
    });
    this.element.addEventListener('dblclick', (event) => {
      const row = this.rows.find(({ element }) => element === (event.target as Element).closest('[role=treeitem]'));
      if (row?.group) this.events.toggle(row.group);
    });
  }

  show(graph: PassGraph | null, open: ReadonlySet<string>, selected: string | null, nameOf: (node: number) => string): void {
    const refocus = this.element.contains(document.activeElement);
    this.graph = graph;
    this.open = open;
    this.rows = [];
    if (graph) this.list(graph, graph.root, 1, nameOf);
    this.element.replaceChildren(...this.rows.map(({ element }) => element));
    this.select(selected, refocus);
  }

  /** Other numbers on the same rows. They are not read while one scrubs, so they may be late. */
  refresh(graph: PassGraph | null): void {
    this.graph = graph;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      for (const { node, element } of this.rows) if (this.graph?.nodes[node]) name(element, spokenName(this.graph, node));
    }, 120);
  }

  select(id: string | null, focus = this.element.contains(document.activeElement)): void {
    const chosen = this.rows.find((row) => row.id === id) ?? null;
    for (const row of this.rows) {
      row.element.setAttribute('aria-selected', String(row === chosen));
      row.element.tabIndex = row === (chosen ?? this.rows[0]) ? 0 : -1;
    }
    chosen?.element.scrollIntoView({ block: 'nearest' });
    if (focus) (chosen ?? this.rows[0])?.element.focus({ preventScroll: true });
  }

  private list(graph: PassGraph, group: Group, depth: number, nameOf: (node: number) => string): void {
    const at = (child: Group | number) => (typeof child === 'object' ? child.first : child);
    const children = [...group.children].sort((a, b) => at(a) - at(b));
    children.slice(0, mostRows).forEach((child, i) => {
      const row = { 'aria-level': String(depth), 'aria-setsize': String(children.length), 'aria-posinset': String(i + 1) };
      if (typeof child === 'object') {
        const expanded = this.open.has(child.id);
        const output = outputOf(graph, child);
        const name =
          child.kind === 'repeat' ? t('{0}, {1} times', child.name, turnsOf(child)) : [child.name, child.type].filter(Boolean).join(' ');
        const gives = output < 0 ? '' : t(', gives {0}', shapeText(graph.nodes[output]!.shape));
        this.add(groupItemId(child), child, -1, depth, `${expanded ? '▾' : '▸'} ${name}`, t('module {0}', name) + gives, {
          ...row,
          'aria-expanded': String(expanded),
        });
        if (expanded) this.list(graph, child, depth + 1, nameOf);
      } else {
        const node = graph.nodes[child]!;
        this.add(
          nameOf(child),
          null,
          child,
          depth,
          [titleOf(node), node.label === titleOf(node) ? null : node.label, shapeText(node.shape)].filter(Boolean).join('  '),
          spokenName(graph, child),
          row,
        );
      }
    });
  }

  private add(
    id: string,
    group: Group | null,
    node: number,
    depth: number,
    text: string,
    name: string,
    attributes: Record<string, string>,
  ): void {
    const element = h('div', {
      class: 'outline-row',
      role: 'treeitem',
      tabindex: '-1',
      title: name,
      'aria-label': name,
      ...attributes,
      text,
    });
    element.style.paddingLeft = `${depth * 14}px`;
    this.rows.push({ id, element, group, node, depth });
  }

  private key(event: KeyboardEvent): void {
    const at = this.rows.findIndex(({ element }) => element === document.activeElement);
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

/** What a screen reader says of a node. */
export function spokenName(graph: PassGraph, index: number): string {
  const node = graph.nodes[index]!;
  const role = roleOf(graph, index);
  const name = node.label && node.label !== titleOf(node) ? `${titleOf(node)} ${node.label}` : titleOf(node);
  return [
    `${roleNames[role]} ${name}`,
    t('shape {0}', shapeText(node.shape)),
    t('value {0}', summaryText(node.value)),
    t('gradient {0}', summaryText(node.grad)),
    node.source && t('line {0}', node.source.line),
  ]
    .filter(Boolean)
    .join(', ');
}
