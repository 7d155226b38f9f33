import type { ModuleGraph } from '../../src/graph/moduleGraph.js';
import { curveOf, gradientText, healthAt, healthFindings, ratioText, silentText, spanOf } from '../../src/present/health.js';
import { t } from '../../src/protocol/l10n.js';
import type { ParameterHealth, Range } from '../../src/protocol/trace.js';
import { h, svg } from '../dom.js';
import type { Shown } from '../panel/shown.js';
import type { Change, View } from '../panel/view.js';
import { sideView } from '../sideView.js';
import './health.css';

export interface HealthEvents {
  select(index: number): void;
  reveal(range: Range, event: MouseEvent): void;
  close(): void;
}

const [width, height] = [96, 20];

/**
 * The training of each parameter: gradients over the passes, changes by steps, dead units, and advice where something
 * is wrong.
 */
export class Health implements View {
  private readonly findings = h('div', { 'data-testid': 'health-findings' });
  private readonly body = h('tbody');
  private readonly silent = h('p', { class: 'hint' });
  private readonly table: HTMLElement;
  private readonly element: HTMLElement;
  readonly elements: { before: HTMLElement };

  constructor(private readonly events: HealthEvents) {
    const column = (name: string, title: string) => h('th', { scope: 'col', text: name, title });
    const head = h(
      'tr',
      {},
      column(t('parameter'), t('Name of the parameter')),
      column(t('over the passes'), t('Norm of its gradient over the passes, on a logarithmic axis; dashed after clipping')),
      column(t('gradient'), t('Norm of its gradient in this pass → after clipping')),
      column(t('step'), t('What the step changed of it. About 0.1 % is usual.')),
    );
    this.table = h('table', {}, h('thead', {}, head), this.body);
    this.element = sideView('health', t('Gradient health'), () => events.close(), this.findings, this.table, this.silent);
    this.elements = { before: this.element };
  }

  update(shown: Shown, change: Change): void {
    if (change.settings) this.element.hidden = !shown.settings.health;
    if (this.element.hidden || !(change.settings || change.pass || change.layout || change.numbers || change.status)) return;
    this.draw(shown);
  }

  dispose(): void {}

  private draw({ state: { run }, graph, pass }: Shown): void {
    const health = run?.health ?? [];
    this.table.hidden = health.length === 0;
    const found = healthFindings(run?.diagnostics ?? []);
    const said = found.map(({ message, source }) =>
      h('p', { class: 'finding' }, message, ' ', source && this.link(t('line {0}', source.line), source)),
    );
    const calm = health.length === 0 ? t('No backward() has reached a parameter yet.') : t('Nothing is wrong with its gradients.');
    this.findings.replaceChildren(...(said.length > 0 ? said : [h('p', { class: 'hint', text: calm })]));
    this.body.replaceChildren(...health.map((one) => this.row(one, pass?.index ?? 0, graph)));
    this.silent.textContent = (pass && silentText(pass)) ?? '';
  }

  private link(text: string, source: Range): HTMLElement {
    return h('button', { class: 'link', type: 'button', text, onclick: (event: MouseEvent) => this.events.reveal(source, event) });
  }

  private row(one: ParameterHealth, pass: number, graph: ModuleGraph | null): HTMLElement {
    const at = healthAt(one, pass);
    const index = graph?.nodes.findIndex(({ label, source }) => label === one.name && source?.line === one.source?.line) ?? -1;
    const name = h('button', {
      class: 'link mono',
      type: 'button',
      text: one.name,
      title: `${one.name} [${one.shape.join(', ')}]`,
      onclick: () => index >= 0 && this.events.select(index),
    });
    return h(
      'tr',
      {},
      h('td', {}, name),
      h('td', {}, curves(one, pass)),
      h('td', { text: gradientText(at) }),
      h('td', { text: ratioText(at.ratio) }),
    );
  }
}

/**
 * Curves over the passes: the gradient norm, and the norm that the step used if clipping changed it. A mark shows the
 * current pass.
 */
function curves(one: ParameterHealth, pass: number): SVGElement {
  const span = spanOf(one);
  const { passes, grad, used } = one;
  const [first, last] = [passes[0] ?? 0, passes.at(-1) ?? 0];
  const x = (index: number) => (last > first ? 1 + ((index - first) / (last - first)) * (width - 2) : width / 2);
  const line = (values: readonly (number | null)[], name: string) => {
    let path = '';
    let isOpen = false;
    curveOf(values, span).forEach((y, i) => {
      if (y !== null) path += `${isOpen ? 'L' : 'M'}${x(passes[i]!).toFixed(1)} ${(height - 2 - y * (height - 4)).toFixed(1)}`;
      isOpen = y !== null;
    });
    return svg('path', { d: path, class: name });
  };
  const isClipped = used.some((value, i) => value !== null && value !== grad[i]);
  const now = x(Math.min(last, Math.max(first, pass)));
  return svg(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, width, height, 'aria-hidden': 'true' },
    svg('path', { d: `M${now} 0V${height}`, class: 'now' }),
    line(grad, 'before'),
    isClipped && line(used, 'after'),
  );
}
