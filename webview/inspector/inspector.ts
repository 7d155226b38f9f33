import { t } from '../../src/protocol/l10n.js';
import type { Range, TensorData } from '../../src/protocol/trace.js';
import { roleOf, titleOf } from '../graph/card.js';
import { h } from '../dom.js';
import { bytesText, countText, shapeText, short, summaryText } from '../format.js';
import { iconButton } from '../controls.js';
import type { PassGraph } from '../model/graph.js';
import { nodesIn, outputOf, turnsOf, type Group } from '../model/groups.js';
import { repeatNote } from '../model/repeats.js';
import { fileName } from '../statusView.js';
import type { Theme } from '../theme.js';
import { broadcastView } from './broadcastView.js';
import { formulaOf, withNames } from './formulas.js';
import { tensorPane } from './tensorPane.js';

export interface InspectorEvents {
  reveal(range: Range): void;
  select(index: number): void;
  tensor(pass: number, node: string, which: 'value' | 'grad'): Promise<TensorData | null>;
  copy(text: string): void;
  close(): void;
  cone(index: number, direction: 'up' | 'down'): void;
}

/** The side of the panel: everything about the selected node or module. */
export class Inspector {
  readonly element = h('aside', { class: 'inspector', 'aria-label': 'Inspector', 'data-testid': 'inspector' });

  constructor(private readonly events: InspectorEvents) {}

  showNode(graph: PassGraph, index: number, theme: Theme): void {
    const node = graph.nodes[index]!;
    const role = roleOf(graph, index);
    const scroll = this.element.scrollTop;
    const facts: [string, string][] = [
      ['shape', shapeText(node.shape)],
      ['dtype', node.dtype],
      ['bytes', bytesText(node.bytes)],
    ];
    if (node.label && node.label !== titleOf(node)) facts.unshift(['name', node.label]);
    if (node.module) facts.push(['module', node.module]);
    if (node.attributes) facts.push(['arguments', node.attributes]);
    if (node.grad_fn) facts.push(['grad_fn', node.grad_fn]);
    facts.push(['requires_grad', String(node.requires_grad)]);
    const pass = graph.pass.index;
    const pane = (name: 'value' | 'gradient', which: 'value' | 'grad') => {
      const summary = node[which];
      if (!summary)
        return h(
          'section',
          { class: 'tensor-pane gradient', 'data-testid': `pane-${name}` },
          h('header', { class: 'pane-head' }, h('h3', { text: name })),
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
        },
        theme,
      );
    };
    this.element.replaceChildren(
      this.head(titleOf(node), role === 'op' && node.label ? node.label : role, role, node.source),
      factList(facts),
      ...this.formula(graph, index),
      h('div', { class: 'panes' }, pane('value', 'value'), pane('gradient', 'grad')),
      ...this.neighbours(graph, index),
    );
    this.element.scrollTop = scroll;
  }

  showGroup(graph: PassGraph, group: Group): void {
    const inside = nodesIn(group);
    const parameters = inside.filter((i) => graph.nodes[i]!.kind === 'parameter');
    const elements = parameters.reduce((sum, i) => sum + graph.nodes[i]!.value.numel, 0);
    const facts: [string, string][] = [
      ['operations', String(inside.filter((i) => graph.nodes[i]!.kind === 'op').length)],
      ['parameters', t('{0} with {1}', parameters.length, countText(elements, t('{0} element'), t('{0} elements')))],
      ['bytes of values', bytesText(inside.reduce((sum, i) => sum + graph.nodes[i]!.bytes, 0))],
    ];
    const output = outputOf(graph, group);
    if (group.path) facts.unshift(['module', group.path]);
    if (group.kind === 'repeat') facts.push(['repeats', `${turnsOf(group)} times: ${repeatNote(group)}`]);
    this.element.replaceChildren(
      this.head(group.name, group.type || group.kind, 'module', graph.nodes[group.first]?.source ?? null),
      factList(facts),
      this.list('Gives', graph, output < 0 ? [] : [output]),
      this.list('Parameters', graph, parameters),
    );
    this.element.scrollTop = 0;
  }

  clear(): void {
    this.element.replaceChildren();
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
      iconButton('close', 'Close the inspector (Escape)', () => this.events.close(), { 'data-testid': 'inspector-close' }),
      source &&
        h('button', {
          class: 'link source',
          type: 'button',
          'data-testid': 'inspector-source',
          text: `${fileName(source.file)}:${source.line}`,
          title: 'Reveal the line that made it',
          onclick: () => this.events.reveal(source),
        }),
    );
  }

  /** Why there is none is what one wants to know when there is none. */
  private whyNoGradient(graph: PassGraph, index: number): string {
    const node = graph.nodes[index]!;
    if (!graph.pass.backward) return 'This pass had no backward(): Run Backward brings the gradients.';
    if (!node.requires_grad) return 'It does not require a gradient.';
    if (!node.in_graph) return 'The loss does not depend on it, so no gradient reached it.';
    return 'No gradient reached it in this pass.';
  }

  private formula(graph: PassGraph, index: number): HTMLElement[] {
    const node = graph.nodes[index]!;
    const formula = node.kind === 'op' ? formulaOf(node.op) : null;
    const links = graph.ins[index]!;
    const result: HTMLElement[] = [];
    if (formula) {
      const inputs = links.map(({ from }) => nameOf(graph, from));
      const names = { inputs, output: node.label ?? 'y' };
      const lines = formula.backward.flatMap((text, i) =>
        text === null || inputs[i] === undefined
          ? []
          : [h('div', { class: 'rule' }, h('span', { class: 'muted', text: `∂${inputs[i]} = ` }), withNames(text, names))],
      );
      result.push(
        h(
          'div',
          { class: 'formula', 'data-testid': 'formula' },
          h('div', { class: 'rule forward', text: withNames(formula.forward, names) }),
          ...lines,
        ),
      );
    }
    if (links.some(({ edge }) => edge.broadcast))
      result.push(
        broadcastView(
          links.map(({ from }) => ({ name: nameOf(graph, from), shape: graph.nodes[from]!.shape })),
          links.find(({ edge }) => edge.broadcast)!.edge.broadcast!,
        ),
      );
    return result;
  }

  private neighbours(graph: PassGraph, index: number): HTMLElement[] {
    const cone = (direction: 'up' | 'down', text: string) =>
      h('button', {
        class: 'link',
        type: 'button',
        text,
        'data-testid': `cone-${direction}`,
        onclick: () => this.events.cone(index, direction),
      });
    return [
      this.list(
        'Made from',
        graph,
        graph.ins[index]!.map(({ from }) => from),
      ),
      this.list(
        'Used by',
        graph,
        graph.outs[index]!.map(({ to }) => to),
      ),
      h('div', { class: 'cones' }, cone('up', 'All it depends on'), cone('down', 'All that depends on it')),
    ];
  }

  private list(title: string, graph: PassGraph, indices: number[]): HTMLElement {
    if (indices.length === 0) return h('div', { hidden: true });
    const items = indices.slice(0, 200).map((i) => {
      const node = graph.nodes[i]!;
      return h(
        'li',
        {},
        h(
          'button',
          { class: 'neighbour', type: 'button', onclick: () => this.events.select(i) },
          h('span', { class: `dot ${roleOf(graph, i)}` }),
          h('span', { class: 'neighbour-name', text: nameOf(graph, i) }),
          h('span', { class: 'mono muted', text: shapeText(node.shape) }),
          h('span', {
            class: 'mono neighbour-value',
            text: node.value.numel === 1 ? summaryText(node.value) : node.grad ? `‖∂‖ ${short(node.grad.norm)}` : '',
          }),
        ),
      );
    });
    return h('section', { class: 'neighbours' }, h('h3', { text: title }), h('ul', {}, ...items));
  }
}

const nameOf = (graph: PassGraph, index: number): string => graph.nodes[index]!.label ?? titleOf(graph.nodes[index]!);

const factList = (facts: [string, string][]): HTMLElement =>
  h(
    'dl',
    { class: 'facts' },
    ...facts.map(([name, value]) => h('div', { class: 'fact' }, h('dt', { text: name }), h('dd', { text: value }))),
  );
