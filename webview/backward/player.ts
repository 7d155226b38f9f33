import { t } from '../../src/protocol/l10n.js';
import type { Run } from '../../src/protocol/trace.js';
import { iconButton } from '../controls.js';
import { h, reducedMotion } from '../dom.js';
import { icon } from '../icons.js';
import type { ModuleGraph } from '../../src/graph/moduleGraph.js';
import { formulaOfNode } from '../../src/present/call.js';
import { story } from './story.js';
import { stepsOf, type Step } from '../../src/graph/steps.js';
import type { Shown } from '../panel/shown.js';
import type { Change, View } from '../panel/view.js';
import './player.css';

export interface PlayerEvents {
  /** The operations of the run, with their formulas. */
  operations(): Run['operations'];
  /**
   * A step is shown: the node in focus, the nodes that get its gradient, and the nodes whose gradients are not known
   * yet.
   */
  step(step: Step | null, unknown: ReadonlySet<number>): void;
  closed(): void;
}

/** Plays the backward pass node by node. */
export class Player implements View {
  private readonly element = h('section', {
    class: 'player',
    'aria-label': t('Backward, step by step'),
    'data-testid': 'player',
    hidden: true,
  });
  readonly elements = { passes: this.element };
  private readonly slider = h('input', {
    type: 'range',
    class: 'slider',
    min: '0',
    'aria-label': t('Step of the backward pass'),
    'data-testid': 'player-slider',
  });
  private readonly count = h('output', { class: 'player-count', 'data-testid': 'player-count' });
  private readonly story = h('div', { class: 'player-story', tabindex: '0', 'aria-live': 'polite', 'data-testid': 'player-story' });
  private readonly playButton: HTMLElement;
  private graph: ModuleGraph | null = null;
  private steps: Step[] = [];
  private at = 0;
  private timer = 0;
  private run: Run | null = null;

  constructor(private readonly events: PlayerEvents) {
    this.playButton = iconButton('play', t('Play (Space)'), () => this.togglePlay(), { 'data-testid': 'player-play' });
    this.slider.addEventListener('input', () => {
      this.pause();
      this.go(Number(this.slider.value));
    });
    this.element.append(
      this.story,
      h(
        'div',
        { class: 'player-bar' },
        iconButton('previous', t('Step back (,)'), () => this.move(-1), { 'data-testid': 'player-previous' }),
        this.playButton,
        iconButton('next', t('Step (.)'), () => this.move(1), { 'data-testid': 'player-next' }),
        this.slider,
        this.count,
        iconButton('close', t('End the replay (Escape)'), () => this.close(), { 'data-testid': 'player-close' }),
      ),
    );
  }

  /** A replay ends when another run comes. It continues in another pass of the same run. */
  update({ state, graph }: Shown, change: Change): void {
    if (change.pass && state.run !== this.run) {
      this.run = state.run;
      this.close();
    }
    if (change.replay && this.isOpen && graph) this.open(graph);
  }

  dispose(): void {
    window.clearInterval(this.timer);
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  get step(): number | null {
    return this.isOpen ? this.at : null;
  }

  private open(graph: ModuleGraph): void {
    this.graph = graph;
    this.steps = stepsOf(graph);
    if (this.steps.length === 0) return;
    this.element.hidden = false;
    this.slider.max = String(this.steps.length - 1);
    this.go(Math.min(this.at, this.steps.length - 1));
  }

  start(graph: ModuleGraph): void {
    this.at = 0;
    this.open(graph);
  }

  close(): void {
    if (!this.isOpen) return;
    this.pause();
    this.element.hidden = true;
    this.events.step(null, new Set());
    this.events.closed();
  }

  /** Moves by a number of steps. This stops the playing. */
  move(by: number): void {
    this.pause();
    this.go(this.at + by);
  }

  togglePlay(): void {
    if (this.timer) return this.pause();
    if (this.at >= this.steps.length - 1) this.go(0);
    this.playButton.replaceChildren(icon('pause'));
    const every = reducedMotion() ? 1500 : Math.max(250, Math.min(1100, 20_000 / this.steps.length));
    this.timer = window.setInterval(() => {
      if (this.at >= this.steps.length - 1) this.pause();
      else this.go(this.at + 1);
    }, every);
  }

  private pause(): void {
    window.clearInterval(this.timer);
    this.timer = 0;
    this.playButton.replaceChildren(icon('play'));
  }

  private go(to: number): void {
    this.at = Math.max(0, Math.min(this.steps.length - 1, to));
    const step = this.steps[this.at];
    if (!step || !this.graph) return;
    this.slider.value = String(this.at);
    this.count.textContent = `${this.at + 1} / ${this.steps.length}`;
    this.story.replaceChildren(...story(this.graph, step, formulaOfNode(this.graph, step.node, this.events.operations())));
    this.events.step(step, new Set(this.steps.slice(this.at + 1).map(({ node }) => node)));
  }
}
