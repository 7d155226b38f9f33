import type { ModuleGraph } from '../../src/graph/moduleGraph.js';
import { explanationSentence, type Which } from '../../src/present/explanation.js';
import type { Theme } from '../../src/present/theme.js';
import type { EntryOf, Explanation } from '../../src/protocol/explanation.js';
import type { TensorData } from '../../src/protocol/trace.js';
import { h } from '../dom.js';
import { Choice, type ChosenEntry } from './choice.js';
import { type Explained, explanationView } from './explanationView.js';
import type { Section } from './sections.js';

interface StateEvents {
  explain(pass: number, node: string, which: Which, entry: readonly number[]): Promise<Explanation | null>;
  select(index: number): void;
  tensor(pass: number, node: string, which: Which): Promise<TensorData | null>;
  /** An explanation has appeared or disappeared. */
  changed(): void;
  /** The user closed the explanation. Its button had the focus and is gone. */
  closed(): void;
}

/** A number on the path to the current one, with the key of its node. */
interface Step extends ChosenEntry {
  readonly key: string;
}

/** Which number is explained, its explanation, and the path to it: from term to term, also through other nodes. */
export class ExplanationState {
  readonly choice = new Choice(() => this.chosen());
  /**
   * The text for screen readers. They report changes of existing text, so this element stays while explanations come
   * and go.
   */
  readonly spoken = h('div', { class: 'only-spoken', role: 'status', 'aria-live': 'polite', 'data-testid': 'explanation-spoken' });
  private element: HTMLElement | null = null;
  private shown: { graph: ModuleGraph; index: number } | null = null;
  private asked = '';
  private explained: Explained | null = null;
  private trail: Step[] = [];
  /** The entry to choose as soon as its node is shown. */
  private next: Step | null = null;

  constructor(private readonly events: StateEvents) {}

  /**
   * Shows another node or pass. The entry chosen in the same node stays, and is explained by the numbers of the new
   * pass.
   */
  show(graph: ModuleGraph, index: number): void {
    const before = this.key;
    this.shown = { graph, index };
    const node = graph.nodes[index]!;
    if (this.next?.key === node.key) this.choice.set(this.next);
    else if (before !== node.key) this.forget();
    this.next = null;
    const { current } = this.choice;
    if (current && (!node[current.which] || !isEntryOf(current.entry, node.shape))) this.forget();
    this.ask();
  }

  section(theme: Theme): Section {
    const { explained } = this;
    const sentence = explained ? sentenceOf(explained) : '';
    if (this.spoken.textContent !== sentence) this.spoken.textContent = sentence;
    return { key: [explained, theme], make: () => (explained ? [this.view(explained, theme)] : []) };
  }

  private get key(): string | null {
    return this.shown ? this.shown.graph.nodes[this.shown.index]!.key : null;
  }

  private forget(): void {
    this.choice.set(null);
    this.trail = [];
    this.explained = null;
    this.asked = '';
  }

  /** Called when a number of the shown node was chosen. */
  private chosen(): void {
    this.trail = [];
    if (this.choice.current) this.ask();
    else this.forget();
    this.events.changed();
  }

  private ask(): void {
    const { current } = this.choice;
    if (!current || !this.shown) return;
    const { graph, index } = this.shown;
    const { id } = graph.nodes[index]!;
    const asked = JSON.stringify([graph.pass.index, id, current.which, current.entry]);
    if (asked === this.asked && this.explained?.graph !== undefined && this.explained.graph.pass === graph.pass) return;
    this.asked = asked;
    const take = (found: Explanation | null) => {
      if (this.asked !== asked) return;
      this.explained = { graph, index, chosen: current, found };
      this.events.changed();
    };
    this.events.explain(graph.pass.index, id, current.which, current.entry).then(take, () => take(null));
  }

  private view(explained: Explained, theme: Theme): HTMLElement {
    const { graph, index, chosen } = explained;
    const here = { ...chosen, key: graph.nodes[index]!.key };
    const hadFocus = this.element?.contains(document.activeElement) === true;
    const element = explanationView(
      explained,
      {
        go: (place, which) => this.go(graph, place, which, here),
        ...(this.trail.length > 0 && { back: () => this.back(graph) }),
        close: () => {
          this.choice.choose(null);
          this.events.closed();
        },
        tensor: (node, which) => this.events.tensor(graph.pass.index, node, which),
      },
      theme,
    );
    // A user who goes from term to term by the keyboard continues in the next explanation.
    if (hadFocus) queueMicrotask(() => element.focus({ preventScroll: true }));
    this.element = element;
    return element;
  }

  private go(graph: ModuleGraph, { node: id, entry }: EntryOf, which: Which, from: Step): void {
    const node = id === null ? null : graph.node(id);
    if (!node) return;
    const trail = [...this.trail, from];
    this.goTo(graph, { key: node.key, which, entry });
    this.trail = trail;
    this.events.changed();
  }

  private back(graph: ModuleGraph): void {
    const trail = this.trail.slice(0, -1);
    this.goTo(graph, this.trail.at(-1)!);
    this.trail = trail;
    this.events.changed();
  }

  private goTo(graph: ModuleGraph, step: Step): void {
    const index = graph.byKey.get(step.key);
    if (index === undefined) return;
    this.next = step;
    if (step.key === this.key) this.show(this.shown!.graph, this.shown!.index);
    else this.events.select(index);
  }
}

const isEntryOf = (entry: readonly number[], shape: readonly number[]): boolean =>
  entry.length === shape.length && entry.every((i, d) => i < shape[d]!);

const sentenceOf = ({ graph, index, chosen: { entry, which }, found }: Explained): string =>
  found ? explanationSentence(graph, graph.nodes[index]!, entry, which, found) : '';
