import { t } from '../../src/protocol/l10n.js';
import type { Field, FieldRequest } from '../../src/protocol/field.js';
import type { Explanation } from '../../src/protocol/explanation.js';
import type { Range, Run, TensorData } from '../../src/protocol/trace.js';
import type { ModuleGraph } from '../../src/graph/moduleGraph.js';
import { keptText } from '../../src/present/costs.js';
import { formulaOfNode } from '../../src/present/call.js';
import { changeText } from '../../src/present/comparison.js';
import { roleName, roleOf, titleOf } from '../../src/present/names.js';
import { bytes, countText, duration } from '../../src/present/quantities.js';
import { typeText } from '../../src/present/shapes.js';
import type { Which } from '../../src/present/explanation.js';
import type { FieldKind } from '../../src/present/pictures/kinds.js';
import type { Theme } from '../../src/present/theme.js';
import { h } from '../dom.js';
import { iconButton } from '../controls.js';
import { outputOf, turnsOf, type Group } from '../../src/graph/groups.js';
import { contentsOf } from '../../src/graph/statistics.js';
import { repeatNote } from '../../src/graph/repeats.js';
import { fileName } from '../../src/present/paths.js';
import { choiceIn } from './choice.js';
import { entryMover } from './entryMover.js';
import { ExplanationState } from './explanationState.js';
import { fieldOf, Fields } from './fieldView.js';
import { formulaView } from './formulaView.js';
import { madeFrom, neighbourList, usedBy } from './neighbours.js';
import { Sections, type Section } from './sections.js';
import { SharedCut } from './sharedCut.js';
import { splitter } from './splitter.js';
import { paneName, tensorPane } from './tensorPane.js';
import type { Shown } from '../panel/shown.js';
import type { Change, View } from '../panel/view.js';
import './inspector.css';

export interface InspectorEvents {
  /** The explained error that ended the run. */
  error(): string | null;
  /** The operations of the run, with their formulas. */
  operations(): Run['operations'];
  reveal(range: Range, event: MouseEvent): void;
  select(index: number): void;
  tensor(pass: number, node: string, which: 'value' | 'grad'): Promise<TensorData | null>;
  explain(pass: number, node: string, which: Which, entry: readonly number[]): Promise<Explanation | null>;
  field(request: FieldRequest): Promise<Field | null>;
  copy(text: string): void;
  /** Runs the model with another number in place of an entry of a leaf. */
  moveEntry(pass: number, node: string, index: number, value: number): void;
  endMoves(how: 'keep' | 'drop'): void;
  /** The pass with which the current one is compared. */
  base(): ModuleGraph | null;
  close(): void;
  width(): number;
  resized(width: number): void;
  cone(index: number, direction: 'up' | 'down'): void;
}

/** The side of the panel: everything about the selected node or module. */
export class Inspector implements View {
  private readonly element: HTMLElement;
  readonly elements: { after: HTMLElement };
  private readonly sections = new Sections('inspector-body');
  private readonly cut = new SharedCut();
  /** What the inspector showed last. A new subject is shown from its top. */
  private subject: string | null = null;
  private readonly explanation = new ExplanationState({
    explain: (...asked) => this.events.explain(...asked),
    select: (index) => this.events.select(index),
    tensor: (...asked) => this.events.tensor(...asked),
    changed: () => this.again(),
    closed: () => this.sections.element.focus({ preventScroll: true }),
  });
  private readonly fields = new Fields((request) => this.events.field(request));
  /** Shows the same subject again. */
  private again: () => void = () => undefined;

  constructor(private readonly events: InspectorEvents) {
    this.element = h(
      'aside',
      { class: 'inspector', 'aria-label': t('Inspector'), 'data-testid': 'inspector', hidden: true },
      splitter({ label: t('Width of the inspector'), width: () => events.width(), change: (width) => this.resize(width) }),
      this.sections.element,
      this.explanation.spoken,
    );
    this.elements = { after: this.element };
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  update({ graph, selection: { node, group }, theme }: Shown, change: Change): void {
    if (!change.selection && !change.numbers) return;
    this.element.hidden = node === undefined && group === undefined;
    if (graph && node !== undefined) this.showNode(graph, node, theme);
    else if (graph && group) this.showGroup(graph, group);
    else this.sections.show([]);
  }

  dispose(): void {}

  private resize(width: number): void {
    this.events.resized(width);
    this.element.style.setProperty('--tl-inspector-width', `${width}px`);
  }

  private showNode(graph: ModuleGraph, index: number, theme: Theme): void {
    const node = graph.nodes[index]!;
    if (node.kind === 'failed') return this.showFailed(graph, index);
    const role = roleOf(graph, index);
    this.begin(node.key);
    this.again = () => this.showNode(graph, index, theme);
    this.explanation.show(graph, index);
    this.element.style.setProperty('--tl-inspector-width', `${this.events.width()}px`);
    const panes: Section = {
      key: [graph, node, theme],
      make: () => {
        this.cut.begin(node.shape);
        this.explanation.choice.begin();
        return [
          h(
            'div',
            { class: node.value.numel === 1 ? 'panes scalar' : 'panes' },
            this.pane(graph, index, 'value', theme),
            this.pane(graph, index, 'gradient', theme),
          ),
        ];
      },
    };
    this.sections.show([
      this.head(
        titleOf(node),
        role === 'op' && node.label ? node.label : roleName(role),
        role,
        node.source,
        typeText(node.dtype, node.shape),
      ),
      panes,
      this.explanation.section(theme),
      ...this.mover(graph, index),
      this.formula(graph, index),
      factList(this.factsOf(graph, index)),
      ...this.neighbours(graph, index),
    ]);
  }

  /** A slider for the chosen entry of a leaf, or for its only entry. */
  private mover(graph: ModuleGraph, index: number): Section[] {
    const node = graph.nodes[index]!;
    const entry = node.value.numel === 1 ? node.shape.map(() => 0) : this.explanation.choice.in('value');
    const place = entry && node.shape.reduce((sum, size, d) => sum * size + entry[d]!, 0);
    const value = place === null ? undefined : node.value.data?.[place];
    if (node.kind === 'op' || !entry || typeof value !== 'number' || 'standalone' in document.body.dataset) return [];
    const move = (at: number, to: number) => this.events.moveEntry(graph.pass.index, node.id, at, to);
    return [entryMover(node, entry, value, { move, end: (how) => this.events.endMoves(how) })];
  }

  private factsOf(graph: ModuleGraph, index: number): Facts {
    const node = graph.nodes[index]!;
    const role = roleOf(graph, index);
    const facts: Facts = [[t('bytes'), bytes(node.bytes)]];
    if (node.label && node.label !== titleOf(node) && role !== 'op') facts.unshift([t('name'), node.label]);
    if (node.module) facts.push([t('module'), node.module]);
    if (node.attributes) facts.push([t('arguments'), node.attributes]);
    if (node.grad_fn) facts.push(['grad_fn', node.grad_fn]);
    if (node.requires_grad && node.kind === 'parameter') facts.push(['requires_grad', 'True']);
    if (node.time_ms !== undefined && node.kind === 'op') facts.push([t('time'), duration(node.time_ms)]);
    if (node.backward_ms !== undefined) facts.push([t('time of backward'), duration(node.backward_ms)]);
    const kept = keptText(graph.pass, node);
    if (kept !== null) facts.push([t('kept for backward'), kept]);
    const base = this.events.base();
    if (base && base !== graph) facts.push([t('since pass {0}', base.pass.index + 1), changeText(base, node)]);
    return facts;
  }

  private pane(graph: ModuleGraph, index: number, name: 'value' | 'gradient', theme: Theme): HTMLElement {
    const node = graph.nodes[index]!;
    const which = name === 'value' ? 'value' : 'grad';
    const summary = node[which];
    if (!summary)
      return h(
        'section',
        { class: 'tensor-pane gradient', 'data-testid': `pane-${name}` },
        h('header', { class: 'pane-head' }, h('h3', { text: paneName(name) })),
        h('p', { class: 'hint', text: whyNoGradient(graph, index) }),
      );
    const load = () => this.events.tensor(graph.pass.index, node.id, which);
    const copy = (text: string) => this.events.copy(text);
    const choice = choiceIn(this.explanation.choice, which);
    const offered = name === 'value' ? fieldOf(graph, index) : null;
    const facts = { op: node.op, module: node.module_types.at(-1) ?? '', isParameter: node.kind === 'parameter', field: offered };
    const field = (kind: FieldKind) => this.fields.view(kind, graph, index, theme);
    return tensorPane({ name, shape: node.shape, dtype: node.dtype, summary, load, copy, cut: this.cut, choice, facts, field }, theme);
  }

  /** Shows a failed operation: instead of a value, the reason of the failure and the inputs. */
  private showFailed(graph: ModuleGraph, index: number): void {
    const node = graph.nodes[index]!;
    const text = this.events.error() ?? t('This operation failed.');
    this.begin(node.key);
    this.sections.show([
      this.head(node.op, roleName('failed'), 'failed', node.source),
      { key: [text], make: () => [h('p', { class: 'failure', 'data-testid': 'failure', text })] },
      factList(node.module ? [[t('module'), node.module]] : []),
      this.formula(graph, index),
      { key: [graph, index], make: () => [madeFrom(graph, index, (other) => this.events.select(other))] },
    ]);
  }

  private showGroup(graph: ModuleGraph, group: Group): void {
    const { nodes, operations, parameters } = contentsOf(graph, group);
    const elements = parameters.reduce((sum, i) => sum + graph.nodes[i]!.value.numel, 0);
    const facts: Facts = [
      [t('operations'), String(operations)],
      [t('parameters'), t('{0} with {1}', parameters.length, countText(elements, t('{0} element'), t('{0} elements')))],
      [t('bytes of values'), bytes(nodes.reduce((sum, i) => sum + graph.nodes[i]!.bytes, 0))],
    ];
    const output = outputOf(graph, group);
    const select = (index: number) => this.events.select(index);
    if (group.path) facts.unshift([t('module'), group.path]);
    if (group.kind === 'repeat') facts.push([t('repeats'), t('{0} times: {1}', turnsOf(group), repeatNote(group))]);
    const list = (title: string, indices: number[]): Section => ({
      key: [graph, group, title],
      make: () => [
        neighbourList(
          title,
          graph,
          indices.map((index) => ({ index })),
          select,
        ),
      ],
    });
    this.begin(group.id);
    this.sections.show([
      this.head(group.name, group.type || group.kind, 'module', graph.nodes[group.first]?.source ?? null),
      factList(facts),
      list(t('Gives'), output < 0 ? [] : [output]),
      list(t('Parameters'), parameters),
    ]);
  }

  private begin(subject: string): void {
    if (subject !== this.subject) this.sections.toTop();
    this.subject = subject;
  }

  private formula(graph: ModuleGraph, index: number): Section {
    const formula = formulaOfNode(graph, index, this.events.operations());
    // The formula stays the same from pass to pass.
    return { key: [graph.root, index, JSON.stringify(formula)], make: () => formulaView(graph, index, formula) };
  }

  private head(title: string, aside: string, role: string, source: Range | null, type = ''): Section {
    const make = () =>
      h(
        'header',
        { class: 'inspector-head' },
        h(
          'div',
          { class: 'inspector-title' },
          h('h2', { text: title, 'data-testid': 'inspector-title' }),
          h('span', { class: `badge ${role}`, text: aside }),
        ),
        iconButton('close', t('Close the inspector (Escape)'), () => this.events.close(), { 'data-testid': 'inspector-close' }),
        h(
          'div',
          { class: 'inspector-origin' },
          h('span', { class: 'mono', text: type }),
          source &&
            h('button', {
              class: 'link source',
              type: 'button',
              'data-testid': 'inspector-source',
              text: `${fileName(source.file)}:${source.line}`,
              title: t('Reveal the line that made it'),
              onclick: (event: MouseEvent) => this.events.reveal(source, event),
            }),
        ),
      );
    return { key: [title, aside, role, type, JSON.stringify(source)], make: () => [make()] };
  }

  private neighbours(graph: ModuleGraph, index: number): Section[] {
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
      { key: [graph, index], make: () => [madeFrom(graph, index, select), usedBy(graph, index, select)] },
      {
        key: [index],
        make: () => [h('div', { class: 'cones' }, cone('up', t('All it depends on')), cone('down', t('All that depends on it')))],
      },
    ];
  }
}

type Facts = [name: string, value: string][];

const factList = (facts: Facts): Section => ({
  key: [JSON.stringify(facts)],
  make: () => [
    h(
      'dl',
      { class: 'facts' },
      ...facts.map(([name, value]) => h('div', { class: 'fact' }, h('dt', { text: name }), h('dd', { text: value }))),
    ),
  ],
});

/** Without a gradient, the inspector shows why there is none. */
function whyNoGradient(graph: ModuleGraph, index: number): string {
  const node = graph.nodes[index]!;
  if (!graph.pass.backward) return t('This pass had no backward(): Run Backward brings the gradients.');
  if (!node.requires_grad) return t('It does not require a gradient.');
  if (!node.in_graph) return t('The loss does not depend on it, so no gradient reached it.');
  return t('No gradient reached it in this pass.');
}
