import { entryAt } from '../../src/graph/entry.js';
import { cone } from '../../src/graph/passGraph.js';
import type { ModuleGraph } from '../../src/graph/moduleGraph.js';
import { nameOf } from '../../src/present/names.js';
import type { FieldKind } from '../../src/present/pictures/kinds.js';
import type { Theme } from '../../src/present/theme.js';
import type { Field, FieldRequest, LeafEntry } from '../../src/protocol/field.js';
import { t } from '../../src/protocol/l10n.js';
import { h } from '../dom.js';
import { fieldPicture, type FieldNames } from './fieldPicture.js';

/** The most entries in a list. Nobody chooses from more. */
const MOST_ENTRIES = 200;

/** The field that can be computed for a node. Null in an exported page, which has no process for that. */
export function fieldOf(graph: ModuleGraph, index: number): FieldKind | null {
  if ('standalone' in document.body.dataset) return null;
  const { kind, shape, in_graph } = graph.nodes[index]!;
  if (kind === 'parameter') return in_graph && graph.pass.loss !== null && graph.pass.backward ? 'landscape' : null;
  if (kind !== 'op' || shape.length === 0 || shape.length > 2) return null;
  return [...cone(graph, index, 'up')].some((i) => i !== index && isTable(graph, i, shape[0]!)) ? 'plane' : null;
}

/** True for a table whose rows have two features. */
function isTable(graph: ModuleGraph, index: number, rows: number): boolean {
  const { kind, shape, dtype } = graph.nodes[index]!;
  return kind !== 'parameter' && shape.length === 2 && shape[1] === 2 && shape[0] === rows && rows > 1 && dtype.startsWith('float');
}

/**
 * Pictures that must be computed. While one is computed again, such as while a number moves, the node's last picture
 * stays.
 */
export class Fields {
  private readonly last = new Map<string, Field>();
  /** The two entries around which the loss was computed, each by its node's key and its place. */
  private chosen: { key: string; index: number }[] = [];

  constructor(private readonly ask: (request: FieldRequest) => Promise<Field | null>) {}

  view(kind: FieldKind, graph: ModuleGraph, index: number, theme: Theme): HTMLElement {
    return kind === 'plane' ? this.plane(graph, index, theme) : this.landscape(graph, index, theme);
  }

  private plane(graph: ModuleGraph, index: number, theme: Theme): HTMLElement {
    const { id, key, label, op } = graph.nodes[index]!;
    const slot = h('div', { class: 'field', 'data-testid': 'field' });
    const names: FieldNames = { value: label ?? op, x: t('feature 0'), y: t('feature 1'), isLoss: false };
    this.draw(slot, key, { kind: 'boundary', pass: graph.pass.index, node: id }, names, theme);
    return slot;
  }

  private landscape(graph: ModuleGraph, index: number, theme: Theme): HTMLElement {
    const entries = entriesOf(graph, index);
    const own = entries.findIndex(({ node }) => node === index);
    const at = this.chosen.map(({ key, index: place }) =>
      entries.findIndex(({ node, place: other }) => graph.nodes[node]!.key === key && other === place),
    );
    // The chosen entries stay if one of them belongs to this node.
    const isOld = at.length === 2 && at.every((i) => i >= 0) && at.some((i) => entries[i]!.node === index);
    const [first, second] = isOld ? at : [own, own + 1 < entries.length ? own + 1 : own - 1];
    const slot = h('div', { class: 'field', 'data-testid': 'field' });
    const choices = [t('To the right'), t('Upwards')].map((label) =>
      h(
        'select',
        { class: 'select', 'aria-label': label, onchange: () => show() },
        ...entries.map(({ name }, i) => h('option', { value: String(i), text: name })),
      ),
    );
    choices.forEach((select, i) => (select.value = String(Math.max(0, (i === 0 ? first : second)!))));
    const show = () => {
      const two = choices.map(({ value }) => entries[Number(value)]!) as [EntryChoice, EntryChoice];
      this.chosen = two.map(({ node, place }) => ({ key: graph.nodes[node]!.key, index: place }));
      const asked = two.map(({ node, place }): LeafEntry => ({ node: graph.nodes[node]!.id, index: place })) as [LeafEntry, LeafEntry];
      const names: FieldNames = { value: t('loss'), x: two[0].name, y: two[1].name, isLoss: true };
      const key = JSON.stringify(this.chosen);
      this.draw(slot, key, { kind: 'landscape', pass: graph.pass.index, entries: asked }, names, theme);
    };
    show();
    const [across, up] = choices;
    return h(
      'div',
      { class: 'dim-pickers' },
      h('label', { class: 'picker' }, h('span', { text: t('To the right') }), across),
      h('label', { class: 'picker' }, h('span', { text: t('Upwards') }), up),
      slot,
    );
  }

  private draw(slot: HTMLElement, key: string, request: FieldRequest, names: FieldNames, theme: Theme): void {
    const note = (text: string) => slot.replaceChildren(h('p', { class: 'hint', text }));
    const old = this.last.get(key);
    if (old) slot.replaceChildren(...fieldPicture(old, names, theme));
    else note(t('Computing …'));
    const asked = {};
    latest.set(slot, asked);
    this.ask(request).then(
      (field) => {
        if (latest.get(slot) !== asked) return;
        if (field) {
          this.last.set(key, field);
          slot.replaceChildren(...fieldPicture(field, names, theme));
        } else if (!old) note(t('It cannot be computed again for other numbers.'));
      },
      (error: unknown) => note(error instanceof Error ? error.message : String(error)),
    );
  }
}

/** The latest request of each slot. A late answer to an earlier request is not drawn. */
const latest = new WeakMap<HTMLElement, object>();

interface EntryChoice {
  node: number;
  place: number;
  name: string;
}

/**
 * The entries of the parameters that the loss depends on. If there are too many, the list includes those of the given
 * node.
 */
function entriesOf(graph: ModuleGraph, index: number): EntryChoice[] {
  const all = graph.nodes.flatMap((node, i) => {
    if (node.kind !== 'parameter' || !node.in_graph) return [];
    return Array.from({ length: Math.min(node.value.numel, MOST_ENTRIES) }, (_, place) => ({
      node: i,
      place,
      name: `${nameOf(node)}${node.shape.length > 0 ? `[${entryAt(place, node.shape).join(', ')}]` : ''}`,
    }));
  });
  const own = all.findIndex(({ node }) => node === index);
  return all.slice(Math.max(0, Math.min(own, all.length - MOST_ENTRIES)), own + MOST_ENTRIES);
}
