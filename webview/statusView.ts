import { t } from '../src/protocol/l10n.js';
import type { PanelState } from '../src/protocol/panelApi.js';
import type { Progress } from '../src/protocol/runnerApi.js';
import { errorDiagnostic } from '../src/protocol/runError.js';
import type { Range, RunError, RunMode } from '../src/protocol/trace.js';
import { fileName } from '../src/present/paths.js';
import { h } from './dom.js';
import { number } from '../src/present/numbers.js';
import { icon } from './icons.js';
import type { Shown } from './panel/shown.js';
import type { Change, View } from './panel/view.js';
import './statusView.css';

export interface StatusEvents {
  run(mode: RunMode): void;
  stop(): void;
  reveal(range: Range, event: MouseEvent): void;
}

/** The panel's messages beside the graph: how to start, the progress of a run, errors, and what is out of date. */
export class StatusView implements View {
  /** A line above the graph for the most important error. */
  private readonly banner = h('div', { class: 'banners', 'aria-live': 'polite' });
  /** Messages that disappear by themselves. They are in a corner, so that the graph does not move. */
  private readonly corner = h('div', { class: 'status-corner', 'aria-live': 'polite' });
  /** Messages in the middle, where there is no graph. */
  private readonly placard = h('div', { class: 'placard', 'data-testid': 'placard' });
  readonly elements = { banner: this.banner, 'top-right': this.corner, over: this.placard };
  private readonly progressText = h('span', { class: 'progress-text', 'data-testid': 'progress' });
  private shown = '';

  constructor(private readonly events: StatusEvents) {}

  update({ state, graph }: Shown, change: Change): void {
    if (change.status) this.show(state, (graph?.nodes.length ?? 0) > 0);
  }

  dispose(): void {}

  private show(state: PanelState, hasGraph: boolean): void {
    const { status, run, stale, problem, file } = state;
    // A live run goes through these states at every pause in typing. An equal message stays unchanged.
    const now = JSON.stringify([
      status,
      stale,
      problem,
      file,
      run?.mode,
      run?.error,
      run && adviceOf(run),
      run?.partial,
      run === null,
      hasGraph,
    ]);
    if (now === this.shown) return;
    this.shown = now;
    document.body.classList.toggle('out-of-date', run !== null && (stale || problem !== undefined));
    const banner = this.bannerOf(state);
    this.banner.replaceChildren(...(banner ? [banner] : []));
    const corner = this.cornerOf(state);
    this.corner.replaceChildren(...(corner ? [corner] : []));
    this.placard.replaceChildren(...(hasGraph ? [] : this.placards(state)));
    this.placard.hidden = this.placard.childElementCount === 0;
  }

  progress({ passes, loss, operations }: Progress): void {
    const parts = [
      passes > 0 && t('pass {0}', passes.toLocaleString('en')),
      t('{0} operations', operations.toLocaleString('en')),
      loss !== null && t('loss {0}', number(loss)),
    ];
    this.progressText.textContent = parts.filter(Boolean).join(' · ');
  }

  private bannerOf({ problem, run, status }: PanelState): HTMLElement | null {
    if (problem)
      return h(
        'div',
        { class: 'banner error', role: 'alert', 'data-testid': 'problem' },
        h('span', { class: 'error-message', text: problem }),
      );
    if (run?.error) return this.errorBanner(run.error, adviceOf(run));
    if (status === 'untrusted' && run)
      return h(
        'div',
        { class: 'banner warning', 'data-testid': 'untrusted' },
        h('span', { text: t('This workspace is not trusted: models cannot be run in it.') }),
      );
    return null;
  }

  private errorBanner({ name, message, source }: RunError, advice: string): HTMLElement {
    return h(
      'div',
      { class: 'banner error', role: 'alert', 'data-testid': 'error' },
      h('span', { class: 'error-name', text: name }),
      h(
        'span',
        { class: 'error-message' },
        h('span', { text: message }),
        advice && h('span', { class: 'error-advice', text: advice, 'data-testid': 'error-advice' }),
      ),
      source && this.link(t('line {0}', source.line), (event) => this.events.reveal(source, event)),
    );
  }

  private cornerOf({ status, run, stale, problem }: PanelState): HTMLElement | null {
    if (status === 'running') {
      this.progressText.textContent = '';
      return h('div', { class: 'chip running', 'data-testid': 'running' }, busy(), h('span', { text: t('Running') }), this.progressText);
    }
    // If the changed source could not run, the error is shown. A message about the change is not needed.
    if (!run || problem) return null;
    if (!stale) return run.partial ? partialChip() : null;
    return h(
      'div',
      { class: 'chip stale', 'data-testid': 'stale' },
      h('span', { text: t('The source has changed since this run.') }),
      this.link(t('Run again'), () => this.events.run(run.mode)),
    );
  }

  private link(text: string, onclick: (event: MouseEvent) => void): HTMLElement {
    return h('button', { class: 'link', type: 'button', text, onclick });
  }

  private placards(state: PanelState): HTMLElement[] {
    if (state.status === 'untrusted')
      return [
        h('h2', { text: t('This workspace is not trusted') }),
        h('p', {
          'data-testid': 'untrusted',
          text: t(
            'Running a model runs its code. Trust the workspace to run the models in it: use “Manage Workspace Trust” in the command palette.',
          ),
        }),
      ];
    if (state.status === 'running') return [busy(), h('p', { text: t('The graph appears when the run ends.') })];
    if (state.run?.error) return [h('h2', { text: t('The run ended before its first operation') })];
    if (state.run)
      return [h('h2', { text: t('No tensors') }), h('p', { text: t('The model ran and made no tensor, so there is nothing to draw.') })];
    const start = (mode: RunMode, name: string, what: string) =>
      h(
        'button',
        { class: 'start', type: 'button', 'data-testid': `start-${mode}`, onclick: () => this.events.run(mode) },
        icon(mode === 'forward' ? 'forward' : 'backward'),
        h('strong', { text: name }),
        h('span', { text: what }),
      );
    return [
      h('h2', { text: t('See your model compute') }),
      h('p', {
        class: 'placard-file',
        text: state.file ? t('{0} has not been run yet.', fileName(state.file)) : t('Open a model file (*.tl.ts) and run it.'),
      }),
      h(
        'div',
        { class: 'starts' },
        start('forward', t('Run Forward'), t('The values of every tensor, up to the first backward()')),
        start('backward', t('Run Backward'), t('Every pass to its end, with all gradients')),
      ),
    ];
  }
}

const partialChip = (): HTMLElement =>
  h('div', { class: 'chip', 'data-testid': 'partial' }, h('span', { text: t('Partial: the run was ended before the model was done.') }));

/** A smooth animation would be painted in every frame, also while the user types. This one moves twice a second. */
const busy = (): HTMLElement => h('span', { class: 'busy', role: 'progressbar', 'aria-label': t('Running') });

/** What explains the error that ended a run; empty where nothing does. */
const adviceOf = (run: NonNullable<PanelState['run']>): string => errorDiagnostic(run)?.told.advice ?? '';
