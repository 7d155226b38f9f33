import { iconButton } from '../controls.js';
import { h, reducedMotion } from '../dom.js';
import { shapeText, summaryText } from '../format.js';
import { titleOf } from '../graph/card.js';
import { icon } from '../icons.js';
import { formulaOf, withNames } from '../inspector/formulas.js';
import type { PassGraph } from '../model/graph.js';
import { stepsOf, type Step } from './steps.js';

export interface PlayerEvents {
  /** A step is shown: the node in focus, where its gradient goes, and the nodes whose gradients are not yet known. */
  step(step: Step | null, unknown: ReadonlySet<number>): void;
  closed(): void;
}

/** Plays the backward pass node by node. */
export class Player {
  readonly element = h('section', { class: 'player', 'aria-label': 'Backward, step by step', 'data-testid': 'player', hidden: true });
  private readonly slider = h('input', {
    type: 'range',
    class: 'slider',
    min: '0',
    'aria-label': 'Step of the backward pass',
    'data-testid': 'player-slider',
  });
  private readonly count = h('output', { class: 'player-count', 'data-testid': 'player-count' });
  private readonly story = h('div', { class: 'player-story', 'aria-live': 'polite', 'data-testid': 'player-story' });
  private readonly playButton: HTMLElement;
  private graph: PassGraph | null = null;
  private steps: Step[] = [];
  private at = 0;
  private timer = 0;

  constructor(private readonly events: PlayerEvents) {
    this.playButton = iconButton('play', 'Play (Space)', () => this.togglePlay(), { 'data-testid': 'player-play' });
    this.slider.addEventListener('input', () => {
      this.pause();
      this.go(Number(this.slider.value));
    });
    this.element.append(
      this.story,
      h(
        'div',
        { class: 'player-bar' },
        iconButton('previous', 'Step back (,)', () => this.move(-1), { 'data-testid': 'player-previous' }),
        this.playButton,
        iconButton('next', 'Step (.)', () => this.move(1), { 'data-testid': 'player-next' }),
        this.slider,
        this.count,
        iconButton('close', 'End the replay (Escape)', () => this.close(), { 'data-testid': 'player-close' }),
      ),
    );
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  get step(): number | null {
    return this.isOpen ? this.at : null;
  }

  open(graph: PassGraph): void {
    this.graph = graph;
    this.steps = stepsOf(graph);
    if (this.steps.length === 0) return;
    this.element.hidden = false;
    this.slider.max = String(this.steps.length - 1);
    this.go(Math.min(this.at, this.steps.length - 1));
  }

  start(graph: PassGraph): void {
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

  /** Steps by hand: playing stops. */
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
    this.story.replaceChildren(...this.tell(step, this.graph));
    this.events.step(step, new Set(this.steps.slice(this.at + 1).map(({ node }) => node)));
  }

  private tell(step: Step, graph: PassGraph): HTMLElement[] {
    const node = graph.nodes[step.node]!;
    const name = node.label ?? titleOf(node);
    const nameOf = (i: number) => graph.nodes[i]!.label ?? titleOf(graph.nodes[i]!);
    const line = (label: string, text: string) =>
      h('div', { class: 'story-line' }, h('span', { class: 'story-label', text: label }), h('span', { class: 'story-text', text }));
    const lines = [
      h(
        'div',
        { class: 'story-title' },
        h('strong', { text: titleOf(node) }),
        name === titleOf(node) ? null : h('em', { text: ` ${name}` }),
        h('span', { class: 'mono muted', text: ` ${shapeText(node.shape)}` }),
      ),
    ];
    const arriving =
      step.node === graph.rootNode
        ? 'the walk starts here: '
        : step.paths > 1
          ? `${step.paths} paths meet, their gradients are added: `
          : '';
    lines.push(line(`∂${name}`, `${arriving}${summaryText(node.grad)}`));
    const formula = node.kind === 'op' ? formulaOf(node.op) : null;
    const inputs = graph.ins[step.node]!.map(({ from }) => from);
    const names = { inputs: inputs.map(nameOf), output: name };
    inputs.forEach((from, i) => {
      if (!step.into.includes(from) || inputs.indexOf(from) !== i) return;
      const rule = formula?.backward[i];
      lines.push(line(`→ ∂${nameOf(from)}`, rule ? `= ${withNames(rule, names)}` : shapeText(graph.nodes[from]!.shape)));
    });
    if (step.into.length === 0)
      lines.push(
        line('', node.kind === 'parameter' ? 'kept in .grad: this is what the optimizer reads' : 'nothing before it wants a gradient'),
      );
    return lines;
  }
}
