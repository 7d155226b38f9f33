import { t } from '../../src/protocol/l10n.js';
import type { Range } from '../../src/protocol/trace.js';
import type { Step } from '../../src/graph/steps.js';
import type { Parts } from './parts.js';
import type { Shown } from './shown.js';

/** The backward pass, step by step, on the graph. */
export class Replay {
  constructor(
    private readonly shown: Shown,
    private readonly parts: Parts,
    private readonly reveal: (range: Range) => void,
  ) {}

  toggle(): void {
    const { player, notices } = this.parts.views;
    const { graph } = this.shown;
    if (player.isOpen) return player.close();
    if (!graph) return;
    if (graph.pass.backward_order.length === 0) return notices.say(t('This pass had no backward(): Run Backward brings one.'));
    player.start(graph);
  }

  /** Shows a step. The gradients of `unknown` nodes are not known yet. */
  show(step: Step | null, unknown: ReadonlySet<number>): void {
    const { graph, picture } = this.shown;
    const { graph: view } = this.parts.views;
    const item = step ? picture.itemIdOf(step.node) : null;
    const into = new Set(step?.into.map((i) => picture.itemIdOf(i)) ?? []);
    view.hideGrads(unknown);
    view.mark('playing', new Set(item === null ? [] : [item]));
    view.markEdges('grad', item === null ? null : (from, to) => to === item && into.has(from));
    if (!step || !graph || item === null) return;
    view.reveal(item, false, into);
    const { source } = graph.nodes[step.node]!;
    if (source) this.reveal(source);
  }
}
