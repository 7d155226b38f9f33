import { t } from '../src/protocol/l10n.js';
import type { RunMode } from '../src/protocol/trace.js';
import { h } from './dom.js';
import { measures } from './graph/measure.js';
import { icon, type IconName } from './icons.js';
import type { Shown } from './panel/shown.js';
import type { Change, View } from './panel/view.js';
import type { Settings } from './settings.js';
import './controls.css';

export interface ControlEvents {
  run(mode: RunMode): void;
  stop(): void;
  zoom(factor: number): void;
  fit(): void;
  expandAll(): void;
  collapseAll(): void;
  menu(anchor: HTMLElement): void;
  change(change: Partial<Settings>): void;
}

export function iconButton(
  name: IconName,
  label: string,
  onclick: (event: MouseEvent) => void,
  more: Record<string, unknown> = {},
): HTMLElement {
  return h('button', { class: 'icon-button', type: 'button', title: label, 'aria-label': label, onclick, ...more }, icon(name));
}

/** The bar at the top: it runs the model, colours nodes, and moves the view. */
export class Controls implements View {
  readonly elements: { bar: HTMLElement };
  private readonly forward: HTMLElement;
  private readonly backward: HTMLElement;
  private readonly stop: HTMLElement;
  private readonly measure: HTMLElement;
  private readonly direction: HTMLElement;
  private readonly plots: HTMLElement;

  /** @param searchSlot the place for the search box */
  constructor(events: ControlEvents, settings: Settings, searchSlot: HTMLElement) {
    const button = (label: string, name: IconName, appearance: string, id: string, onclick: () => void) =>
      h(
        'vscode-button',
        { appearance, 'data-testid': id, onclick, title: label },
        h('span', { slot: 'start', class: 'button-icon' }, icon(name)),
        h('span', { class: 'button-text', text: label }),
      );
    this.forward = button(t('Run Forward'), 'forward', 'secondary', 'run-forward', () => events.run('forward'));
    this.backward = button(t('Run Backward'), 'backward', 'primary', 'run-backward', () => events.run('backward'));
    this.stop = button(t('Stop'), 'stop', 'secondary', 'stop', () => events.stop());
    this.measure = h(
      'vscode-dropdown',
      {
        'data-testid': 'measure',
        'aria-label': t('Colour nodes by'),
        title: t('Colour nodes by'),
        onchange: () => events.change({ measure: (this.measure as unknown as { value: string }).value }),
      },
      ...measures.map(({ id, name }) => h('vscode-option', { value: id, text: name, selected: id === settings.measure })),
    );
    this.direction = iconButton(
      'turn',
      '',
      () => events.change({ direction: this.direction.dataset['direction'] === 'TB' ? 'LR' : 'TB' }),
      { 'data-testid': 'direction' },
    );
    this.plots = iconButton(
      'plots',
      t('Plots: what the program plotted, at this pass'),
      () => events.change({ plots: this.plots.getAttribute('aria-pressed') !== 'true' }),
      { 'data-testid': 'plots-toggle', 'aria-pressed': 'false', hidden: true },
    );
    const bar = h(
      'div',
      { class: 'toolbar', role: 'toolbar', 'aria-label': t('Graph') },
      h('div', { class: 'group runs' }, this.forward, this.backward, this.stop),
      searchSlot,
      h('div', { class: 'group' }, this.measure),
      h(
        'div',
        { class: 'group tools' },
        this.plots,
        iconButton('expand', t('Expand all modules'), () => events.expandAll(), { 'data-testid': 'expand-all' }),
        iconButton('collapse', t('Collapse all modules'), () => events.collapseAll(), { 'data-testid': 'collapse-all' }),
        this.direction,
        iconButton('zoomOut', t('Zoom out (−)'), () => events.zoom(1 / 1.3), { 'data-testid': 'zoom-out' }),
        iconButton('zoomIn', t('Zoom in (+)'), () => events.zoom(1.3), { 'data-testid': 'zoom-in' }),
        iconButton('fit', t('Fit the graph to the panel (0)'), () => events.fit(), { 'data-testid': 'fit' }),
        iconButton('more', t('More: what is shown, exports'), (event) => events.menu(event.currentTarget as HTMLElement), {
          'data-testid': 'more',
          'aria-haspopup': 'menu',
        }),
      ),
    );
    this.elements = { bar };
    this.reflect(settings);
  }

  update({ state, settings }: Shown, change: Change): void {
    if (change.status) this.setRunning(state.status === 'running', state.status !== 'untrusted');
    if (change.settings) this.reflect(settings);
    if (change.pass) this.plots.hidden = !state.run?.figures?.length;
  }

  dispose(): void {}

  private setRunning(running: boolean, trusted: boolean): void {
    for (const button of [this.forward, this.backward]) {
      button.hidden = running;
      button.toggleAttribute('disabled', !trusted);
    }
    this.stop.hidden = !running;
  }

  private reflect({ direction, measure, plots }: Settings): void {
    this.plots.setAttribute('aria-pressed', String(plots));
    this.direction.dataset['direction'] = direction;
    const label = direction === 'TB' ? t('Direction: top to bottom') : t('Direction: left to right');
    this.direction.title = label;
    this.direction.setAttribute('aria-label', label);
    this.direction.replaceChildren(icon(direction === 'TB' ? 'turn' : 'turnRight'));
    const dropdown = this.measure as unknown as { value: string };
    if (dropdown.value !== measure) dropdown.value = measure;
  }
}
