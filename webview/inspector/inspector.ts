import { t } from '../../src/protocol/l10n.js';
import type { Range, Run, TensorData } from '../../src/protocol/trace.js';
import type { ModuleGraph } from '../../src/graph/moduleGraph.js';
import { formulaOfNode } from '../../src/present/call.js';
import { changeText } from '../../src/present/comparison.js';
import { roleName, roleOf, titleOf } from '../../src/present/names.js';
import { bytes, countText, duration } from '../../src/present/quantities.js';
import { shapeText } from '../../src/present/shapes.js';
import type { Theme } from '../../src/present/theme.js';
import { h } from '../dom.js';
import { iconButton } from '../controls.js';
import { nodesIn, outputOf, turnsOf, type Group } from '../../src/graph/groups.js';
import { repeatNote } from '../../src/graph/repeats.js';
import { fileName } from '../../src/present/paths.js';
import { formulaView } from './formulaView.js';
import { madeFrom, neighbourList, usedBy } from './neighbours.js';
import { SharedCut } from './sharedCut.js';
import { splitter } from './splitter.js';
import { paneName, tensorPane } from './tensorPane.js';

export interface InspectorEvents {
  /** What the run ended with, explained. */
  error(): string | null;
  /** What the operations of the run compute. */
  operations(): Run['operations'];
  reveal(range: Range): void;
  select(index: number): void;
  tensor(pass: number, node: string, which: 'value' | 'grad'): Promise<TensorData | null>;
  copy(text: string): void;
  /** The pass that this one is compared with. */
  base(): ModuleGraph | null;
  close(): void;
  width(): number;
  resized(width: number): void;
  cone(index: number, direction: 'up' | 'down'): void;
}

/** The side of the panel: everything about the selected node or module. */
export class Inspector {
  readonly element: HTMLElement;
  private readonly body = h('div', { class: 'inspector-body' });
  private readonly cut = new SharedCut();

  constructor(private readonly events: InspectorEvents) {
    this.element = h(
      'aside',
      { class: 'inspector', 'aria-label': t('Inspector'), 'data-testid': 'inspector' },
      splitter({ label: t('Width of the inspector'), width: () => events.width(), change: (width) => this.resize(width) }),
      this.body,
    );
  }

  private resize(width: number): void {
    this.events.resized(width);
    this.element.style.setProperty('--tl-inspector-width', `${width}px`);
  }

  showNode(graph: ModuleGraph, index: number, theme: Theme): void {
    const node = graph.nodes[index]!;
    if (node.kind === 'failed') return this.showFailed(graph, index);
    const role = roleOf(graph, index);
    const scroll = this.body.scrollTop;
    this.cut.begin(node.shape);
    this.element.style.setProperty('--tl-inspector-width', `${this.events.width()}px`);
    const facts: [string, string][] = [
      [t('shape'), shapeText(node.shape)],
      ['dtype', node.dtype],
      [t('bytes'), bytes(node.bytes)],
    ];
    if (node.label && node.label !== titleOf(node) && role !== 'op') facts.unshift([t('name'), node.label]);
    if (node.module) facts.push([t('module'), node.module]);
    if (node.attributes) facts.push([t('arguments'), node.attributes]);
    if (node.grad_fn) facts.push(['grad_fn', node.grad_fn]);
    if (node.requires_grad && node.kind === 'parameter') facts.push(['requires_grad', 'True']);
    if (node.time_ms !== undefined && node.kind === 'op') facts.push([t('time'), duration(node.time_ms)]);
    const base = this.events.base();
    if (base && base !== graph) facts.push([t('since pass {0}', base.pass.index + 1), changeText(base, node)]);
    const pass = graph.pass.index;
    const pane = (name: 'value' | 'gradient', which: 'value' | 'grad') => {
      const summary = node[which];
      if (!summary)
        return h(
          'section',
          { class: 'tensor-pane gradient', 'data-testid': `pane-${name}` },
          h('header', { class: 'pane-head' }, h('h3', { text: paneName(name) })),
          h('p', { class: 'hint', text: this.whyNoGradient(graph, index) }),
        );
      return tensorPane(
        {
          name,
          shape: node.shape,
          dtype: node.dtype,
          summary,
          load: () => this.events.tensor(pass, node.id, which),
          copy: (text) => this.events.copy(text),
          cut: this.cut,
        },
        theme,
      );
    };
    this.body.replaceChildren(
      this.head(titleOf(node), role === 'op' && node.label ? node.label : roleName(role), role, node.source),
      factList(facts),
      ...formulaView(graph, index, formulaOfNode(graph, index, this.events.operations())),
      h('div', { class: node.value.numel === 1 ? 'panes scalar' : 'panes' }, pane('value', 'value'), pane('gradient', 'grad')),
      ...this.neighbours(graph, index),
    );
    this.body.scrollTop = scroll;
  }

  /** There is no value to show, but why there is none, and what was given. */
  private showFailed(graph: ModuleGraph, index: number): void {
    const node = graph.nodes[index]!;
    this.body.replaceChildren(
      this.head(node.op, roleName('failed'), 'failed', node.source),
      h('p', { class: 'failure', 'data-testid': 'failure', text: this.events.error() ?? t('This operation failed.') }),
      ...(node.module ? [factList([[t('module'), node.module]])] : []),
      ...formulaView(graph, index, formulaOfNode(graph, index, this.events.operations())),
      madeFrom(graph, index, (other) => this.events.select(other)),
    );
    this.body.scrollTop = 0;
  }

  showGroup(graph: ModuleGraph, group: Group): void {
    const inside = nodesIn(group);
    const parameters = inside.filter((i) => graph.nodes[i]!.kind === 'parameter');
    const elements = parameters.reduce((sum, i) => sum + graph.nodes[i]!.value.numel, 0);
    const facts: [string, string][] = [
      [t('operations'), String(inside.filter((i) => graph.nodes[i]!.kind === 'op').length)],
      [t('parameters'), t('{0} with {1}', parameters.length, countText(elements, t('{0} element'), t('{0} elements')))],
      [t('bytes of values'), bytes(inside.reduce((sum, i) => sum + graph.nodes[i]!.bytes, 0))],
    ];
    const output = outputOf(graph, group);
    const select = (index: number) => this.events.select(index);
    if (group.path) facts.unshift([t('module'), group.path]);
    if (group.kind === 'repeat') facts.push([t('repeats'), t('{0} times: {1}', turnsOf(group), repeatNote(group))]);
    this.body.replaceChildren(
      this.head(group.name, group.type || group.kind, 'module', graph.nodes[group.first]?.source ?? null),
      factList(facts),
      neighbourList(t('Gives'), graph, output < 0 ? [] : [{ index: output }], select),
      neighbourList(
        t('Parameters'),
        graph,
        parameters.map((index) => ({ index })),
        select,
      ),
    );
    this.body.scrollTop = 0;
  }

  clear(): void {
    this.body.replaceChildren();
  }

  private head(title: string, aside: string, role: string, source: Range | null): HTMLElement {
    return h(
      'header',
      { class: 'inspector-head' },
      h(
        'div',
        { class: 'inspector-title' },
        h('h2', { text: title, 'data-testid': 'inspector-title' }),
        h('span', { class: `badge ${role}`, text: aside }),
      ),
      iconButton('close', t('Close the inspector (Escape)'), () => this.events.close(), { 'data-testid': 'inspector-close' }),
      source &&
        h('button', {
          class: 'link source',
          type: 'button',
          'data-testid': 'inspector-source',
          text: `${fileName(source.file)}:${source.line}`,
          title: t('Reveal the line that made it'),
          onclick: () => this.events.reveal(source),
        }),
    );
  }

  /** Why there is none is what one wants to know when there is none. */
  private whyNoGradient(graph: ModuleGraph, index: number): string {
    const node = graph.nodes[index]!;
    if (!graph.pass.backward) return t('This pass had no backward(): Run Backward brings the gradients.');
    if (!node.requires_grad) return t('It does not require a gradient.');
    if (!node.in_graph) return t('The loss does not depend on it, so no gradient reached it.');
    return t('No gradient reached it in this pass.');
  }

  private neighbours(graph: ModuleGraph, index: number): HTMLElement[] {
    const cone = (direction: 'up' | 'down', text: string) =>
      h('button', {
        class: 'link',
        type: 'button',
        text,
        'data-testid': `cone-${direction}`,
        onclick: () => this.events.cone(index, direction),
      });
    const select = (other: number) => this.events.select(other);
    return [
      madeFrom(graph, index, select),
      usedBy(graph, index, select),
      h('div', { class: 'cones' }, cone('up', t('All it depends on')), cone('down', t('All that depends on it'))),
    ];
  }
}

const factList = (facts: [string, string][]): HTMLElement =>
  h(
    'dl',
    { class: 'facts' },
    ...facts.map(([name, value]) => h('div', { class: 'fact' }, h('dt', { text: name }), h('dd', { text: value }))),
  );
