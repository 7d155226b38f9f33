import type { PanelState } from '../src/protocol/panelApi.js';
import type { Progress } from '../src/protocol/runnerApi.js';
import type { Range, RunMode } from '../src/protocol/trace.js';
import { h } from './dom.js';
import { short } from './format.js';
import { icon } from './icons.js';

export interface StatusEvents {
  run(mode: RunMode): void;
  stop(): void;
  reveal(range: Range): void;
}

/** What the panel says apart from the graph: how to start, how far a run is, what went wrong, what is out of date. */
export class StatusView {
  /** A line above the graph. */
  readonly banner = h('div', { class: 'banners', 'aria-live': 'polite' });
  /** In the middle, where there is no graph. */
  readonly placard = h('div', { class: 'placard', 'data-testid': 'placard' });
  private progressText: HTMLElement | null = null;

  constructor(private readonly events: StatusEvents) {}

  show(state: PanelState, hasGraph: boolean): void {
    this.progressText = null;
    this.banner.replaceChildren(...this.banners(state));
    this.placard.replaceChildren(...(hasGraph ? [] : this.placards(state)));
    this.placard.hidden = this.placard.childElementCount === 0;
  }

  progress({ passes, loss, operations }: Progress): void {
    if (!this.progressText) return;
    const parts = [
      passes > 0 && `pass ${passes.toLocaleString('en')}`,
      `${operations.toLocaleString('en')} operations`,
      loss !== null && `loss ${short(loss)}`,
    ];
    this.progressText.textContent = parts.filter(Boolean).join(' · ');
  }

  private banners(state: PanelState): HTMLElement[] {
    const list: HTMLElement[] = [];
    if (state.status === 'running') {
      this.progressText = h('span', { class: 'progress-text', 'data-testid': 'progress' });
      list.push(
        h(
          'div',
          { class: 'banner running', 'data-testid': 'running' },
          h('vscode-progress-ring', { 'aria-label': 'Running' }),
          h('span', { text: 'Running' }),
          this.progressText,
        ),
      );
    }
    if (state.status === 'untrusted' && state.run)
      list.push(
        h(
          'div',
          { class: 'banner warning', 'data-testid': 'untrusted' },
          h('span', { text: 'This workspace is not trusted: models cannot be run in it.' }),
        ),
      );
    const error = state.run?.error;
    if (error && state.status !== 'running') list.push(this.errorBanner(error.name, error.message, error.source));
    if (state.stale && state.run && state.status !== 'running')
      list.push(
        h(
          'div',
          { class: 'banner stale', 'data-testid': 'stale' },
          h('span', { text: 'The source has changed since this run.' }),
          this.link('Run again', () => this.events.run(state.run!.mode)),
        ),
      );
    if (state.problem)
      list.push(
        h(
          'div',
          { class: 'banner error', role: 'alert', 'data-testid': 'problem' },
          h('span', { class: 'error-message', text: state.problem }),
        ),
      );
    return list;
  }

  private errorBanner(name: string, message: string, source: Range | null): HTMLElement {
    return h(
      'div',
      { class: 'banner error', role: 'alert', 'data-testid': 'error' },
      h('span', { class: 'error-name', text: name }),
      h('span', { class: 'error-message', text: message }),
      source && this.link(`line ${source.line}`, () => this.events.reveal(source)),
    );
  }

  private link(text: string, onclick: () => void): HTMLElement {
    return h('button', { class: 'link', type: 'button', text, onclick });
  }

  private placards(state: PanelState): HTMLElement[] {
    if (state.status === 'untrusted')
      return [
        h('h2', { text: 'This workspace is not trusted' }),
        h('p', {
          'data-testid': 'untrusted',
          text: 'Running a model runs its code. Trust the workspace to run the models in it: use “Manage Workspace Trust” in the command palette.',
        }),
      ];
    if (state.status === 'running')
      return [h('vscode-progress-ring', { 'aria-label': 'Running' }), h('p', { text: 'The graph appears when the run ends.' })];
    if (state.run?.error) return [h('h2', { text: 'The run ended before its first operation' })];
    if (state.run)
      return [h('h2', { text: 'No tensors' }), h('p', { text: 'The model ran and made no tensor, so there is nothing to draw.' })];
    const start = (mode: RunMode, name: string, what: string) =>
      h(
        'button',
        { class: 'start', type: 'button', 'data-testid': `start-${mode}`, onclick: () => this.events.run(mode) },
        icon(mode === 'forward' ? 'forward' : 'backward'),
        h('strong', { text: name }),
        h('span', { text: what }),
      );
    return [
      h('h2', { text: 'See your model compute' }),
      h('p', {
        class: 'placard-file',
        text: state.file ? `${fileName(state.file)} has not been run yet.` : 'Open a model file (*.tl.ts) and run it.',
      }),
      h(
        'div',
        { class: 'starts' },
        start('forward', 'Run Forward', 'The values of every tensor, up to the first backward()'),
        start('backward', 'Run Backward', 'Every pass to its end, with all gradients'),
      ),
    ];
  }
}

export const fileName = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
