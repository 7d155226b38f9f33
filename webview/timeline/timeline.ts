import { t } from '../../src/protocol/l10n.js';
import { PassGraph } from '../../src/graph/passGraph.js';
import { lossOf } from '../../src/present/names.js';
import type { Losses, Run } from '../../src/protocol/trace.js';
import { h } from '../dom.js';
import { number } from '../../src/present/numbers.js';
import type { Theme } from '../../src/present/theme.js';
import { iconButton } from '../controls.js';
import { icon } from '../icons.js';
import { reducedMotion } from '../dom.js';
import type { Shown } from '../panel/shown.js';
import type { Change, View } from '../panel/view.js';
import { LossCurve, type CurveSettings } from './lossCurve.js';
import './timeline.css';

export interface TimelineEvents {
  /** Chooses a pass by its position in `run.passes`. */
  choose(position: number): void;
  /** Compares every pass with the current one, or ends the comparison. */
  compare(): void;
  /** Steps through the backward pass, or ends the replay. */
  replay(): void;
  change(settings: Partial<CurveSettings>): void;
}

/** The longest time for playing through all passes, in milliseconds. */
const playTime = 8000;

/** The bar at the bottom: the loss of every pass, and the current pass. */
export class Timeline implements View {
  readonly elements: { passes: HTMLElement };
  private readonly element: HTMLElement;
  private readonly compareButton: HTMLElement;
  private readonly replayButton: HTMLElement;
  private readonly slider: HTMLInputElement;
  private readonly label = h('output', { class: 'pass-label', 'data-testid': 'pass-label' });
  private readonly curve: LossCurve;
  private readonly playButton: HTMLElement;
  private run: Run | null = null;
  private isLive = false;
  private position = 0;
  private timer = 0;

  constructor(
    private readonly events: TimelineEvents,
    theme: Theme,
  ) {
    this.slider = h('input', {
      type: 'range',
      class: 'slider',
      min: '0',
      step: '1',
      'aria-label': t('Pass'),
      'data-testid': 'pass-slider',
    });
    this.slider.addEventListener('input', () => this.go(Number(this.slider.value)));
    this.curve = new LossCurve(
      theme,
      (pass) => this.isLive || this.go(this.nearest(pass)),
      (settings) => events.change(settings),
    );
    this.playButton = iconButton('play', t('Play through the passes'), () => this.toggle(), { 'data-testid': 'play-passes' });
    this.compareButton = h('button', {
      class: 'icon-button labelled',
      type: 'button',
      text: t('Compare'),
      title: t('Compare other passes with this one'),
      'aria-pressed': 'false',
      'data-testid': 'compare',
      onclick: () => events.compare(),
    });
    this.replayButton = h('button', {
      class: 'icon-button labelled',
      type: 'button',
      text: t('Step backward'),
      title: t('Step through the backward pass (b)'),
      'data-testid': 'replay',
      onclick: () => events.replay(),
    });
    this.element = h(
      'div',
      { class: 'timeline', role: 'group', 'aria-label': t('Passes'), 'data-testid': 'timeline' },
      this.curve.element,
      h(
        'div',
        { class: 'timeline-bar' },
        h(
          'div',
          { class: 'scrubber' },
          this.playButton,
          iconButton('previous', t('Previous pass ([)'), () => this.step(-1), { 'data-testid': 'previous-pass' }),
          this.slider,
          iconButton('next', t('Next pass (])'), () => this.step(1), { 'data-testid': 'next-pass' }),
        ),
        this.label,
        h('span', { class: 'timeline-side' }, this.compareButton, this.replayButton),
      ),
    );
    this.elements = { passes: this.element };
  }

  update({ state, position, base, settings }: Shown, change: Change): void {
    if (change.settings) this.curve.reflect(settings);
    const hasEnded = this.isLive && state.status !== 'running';
    if (hasEnded) this.isLive = false;
    if (change.pass || hasEnded) this.show(state.run, position, hasEnded);
    if (change.pass || change.focus) this.setComparing(base?.pass.index ?? null);
  }

  /** Shows the losses of a run that is going on: the curve grows. The passes below it still belong to the last run. */
  grow(losses: Losses): void {
    if (losses.losses.length < 2) return;
    this.isLive = true;
    this.element.hidden = false;
    this.curve.mark(null);
    this.curve.show(losses);
  }

  restyle(theme: Theme): void {
    this.curve.restyle(theme);
  }

  dispose(): void {
    window.clearInterval(this.timer);
    this.curve.dispose();
  }

  /** @param isAnew true when the curve shows another run's losses, though the run is the same as before */
  private show(run: Run | null, position: number, isAnew: boolean): void {
    // This comes first, since the curve is as wide as its place.
    this.element.hidden = (!run || run.passes.length === 0) && !this.isLive;
    if (run !== this.run) {
      this.pause();
      this.slider.max = String(Math.max(0, (run?.passes.length ?? 1) - 1));
    }
    if ((run !== this.run || isAnew) && !this.isLive) this.curve.show(run);
    this.run = run;
    this.element.classList.toggle('single', (run?.passes.length ?? 0) < 2);
    this.reflect(position);
  }

  /** `base` is the index of the pass with which others are compared. */
  private setComparing(base: number | null): void {
    this.compareButton.setAttribute('aria-pressed', String(base !== null));
    this.compareButton.textContent = base === null ? t('Compare') : t('vs pass {0}', base + 1);
  }

  step(by: number): void {
    this.go(this.position + by);
  }

  private go(position: number): void {
    const last = (this.run?.passes.length ?? 0) - 1;
    const next = Math.max(0, Math.min(last, position));
    if (last >= 0 && next !== this.position) {
      this.reflect(next);
      this.events.choose(next);
    }
  }

  private reflect(position: number): void {
    this.position = position;
    const pass = this.run?.passes[position];
    if (!this.run || !pass) return;
    this.compareButton.hidden = this.run.passes.length < 2;
    this.replayButton.hidden = pass.backward_order.length === 0;
    this.slider.value = String(position);
    const loss = lossOf(PassGraph.of(pass));
    const losses = loss === null ? '' : t('loss {0}', number(loss));
    const { pass_count: count } = this.run;
    const which = t('Pass {0} of {1}', pass.index + 1, count);
    const kind = pass.backward ? which : count > 1 ? t('{0}, forward only', which) : t('Forward only');
    this.label.replaceChildren(h('span', { text: kind }), h('strong', { text: losses }));
    this.slider.setAttribute('aria-valuetext', [kind, losses].filter(Boolean).join(', '));
    if (!this.isLive) this.curve.mark(pass.index);
  }

  /** The position of the kept pass that is nearest to the index `pass`. */
  private nearest(pass: number): number {
    const passes = this.run?.passes ?? [];
    let best = 0;
    passes.forEach((candidate, i) => {
      if (Math.abs(candidate.index - pass) < Math.abs((passes[best]?.index ?? 0) - pass)) best = i;
    });
    return best;
  }

  private toggle(): void {
    if (this.timer) return this.pause();
    const count = this.run?.passes.length ?? 0;
    if (count < 2) return;
    if (this.position >= count - 1) this.go(0);
    this.playButton.replaceChildren(icon('pause'));
    const every = reducedMotion() ? 600 : Math.max(33, Math.min(600, playTime / count));
    this.timer = window.setInterval(() => {
      if (this.position >= count - 1) this.pause();
      else this.go(this.position + 1);
    }, every);
  }

  private pause(): void {
    window.clearInterval(this.timer);
    this.timer = 0;
    this.playButton.replaceChildren(icon('play'));
  }
}
