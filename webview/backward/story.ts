import { t } from '../../src/protocol/l10n.js';
import { h } from '../dom.js';
import { flowAlong, flowsInto } from '../../src/graph/flows.js';
import type { ModuleGraph } from '../../src/graph/moduleGraph.js';
import { nameOf, titleOf } from '../../src/present/names.js';
import { shapeText } from '../../src/present/shapes.js';
import { flowText } from '../../src/present/summaries.js';
import { ruleAlong } from '../../src/present/call.js';
import type { Formula } from '../../src/present/formula.js';
import type { Step } from '../../src/graph/steps.js';

/**
 * A step in words and numbers: the gradient that arrives, its source, and what the operation passes on to each input.
 */
export function story(graph: ModuleGraph, step: Step, formula: Formula | null): HTMLElement[] {
  const node = graph.nodes[step.node]!;
  const title = titleOf(node);
  const name = nameOf(graph.nodes[step.node]!);
  return [
    h(
      'div',
      { class: 'story-title' },
      h('strong', { text: title }),
      name === title ? null : h('em', { text: ` ${name}` }),
      h('span', { class: 'mono muted', text: ` ${shapeText(node.shape)}` }),
      formula && h('span', { class: 'mono story-formula', text: formula.forward }),
    ),
    h('div', { class: 'story-lines' }, ...arriving(graph, step), ...passedOn(graph, step, formula)),
  ];
}

function arriving(graph: ModuleGraph, { node }: Step): HTMLElement[] {
  const { grad } = graph.nodes[node]!;
  const total = line('in', `∂${nameOf(graph.nodes[node]!)}`, '', grad ? flowText(grad) : '');
  const flows = flowsInto(graph, node);
  if (flows.length === 0) return [withNote(total, node === graph.rootNode ? t('the walk starts here') : '')];
  if (flows.length === 1) return [withNote(total, t('from {0}', nameOf(graph.nodes[flows[0]!.to]!)))];
  return [
    ...flows.map((link, i) =>
      line('part', i === 0 ? '' : '+', t('from {0}', nameOf(graph.nodes[link.to]!)), flowText(flowAlong(graph, link)!)),
    ),
    withNote(total, t('{0} paths meet here: their gradients are added', flows.length)),
  ];
}

function passedOn(graph: ModuleGraph, { node }: Step, formula: Formula | null): HTMLElement[] {
  const links = graph.ins[node]!.filter((link) => flowAlong(graph, link) !== null);
  if (links.length === 0) {
    const isKept = graph.nodes[node]!.kind === 'parameter';
    return [
      h('div', {
        class: 'story-note',
        text: isKept ? t('kept in .grad: this is what the optimizer reads') : t('nothing before it wants a gradient'),
      }),
    ];
  }
  return links.map((link) => {
    const rule = (formula && ruleAlong(graph, link, formula)) ?? formula?.gradient ?? '';
    const name = nameOf(graph.nodes[link.from]!);
    const others = graph.outs[link.from]!.filter((other) => flowAlong(graph, other) !== null).length - 1;
    const row = line('out', `→ ∂${name}`, rule && `= ${rule}`, `${flowText(flowAlong(graph, link)!)}`);
    if (others > 0)
      row
        .querySelector('.story-rule')
        ?.append(h('span', { class: 'story-note', text: others === 1 ? t('one of 2 paths') : t('one of {0} paths', others + 1) }));
    return row;
  });
}

function line(kind: 'in' | 'part' | 'out', label: string, rule: string, value: string): HTMLElement {
  return h(
    'div',
    { class: `story-line ${kind}` },
    h('span', { class: 'story-label', text: label }),
    h('span', { class: 'story-rule', text: rule }),
    h('span', { class: 'story-value mono', text: value }),
  );
}

const withNote = (row: HTMLElement, note: string): HTMLElement => {
  row.querySelector('.story-rule')?.append(h('span', { class: 'story-note', text: note }));
  return row;
};
