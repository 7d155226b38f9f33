/**
 * The explanations of a page's numbers. They are collected while the run's process is alive, since a page has no
 * process.
 */
import { entryAt } from '../../graph/entry.js';
import { startingPosition } from '../../graph/run.js';
import type { Explanation, ExplainRequest } from '../../protocol/explanation.js';
import type { Pass, Run } from '../../protocol/trace.js';

/** The key is an `explanationKey`. */
export type Explanations = Readonly<Record<string, Explanation>>;

/** How many numbers are explained, and how much the explanations may add to the page, which people send by mail. */
const MOST = 2000;
const MOST_CHARACTERS = 1_500_000;
const AT_ONCE = 50;

export const explanationKey = ({ pass, node, which, entry }: ExplainRequest): string => `${pass} ${node} ${which} ${entry.join()}`;

/**
 * Asks about the pass that the page begins with, then about the passes near it; in each pass, small tensors come first.
 */
export async function explanationsOf(run: Run, explain: (request: ExplainRequest) => Promise<Explanation | null>): Promise<Explanations> {
  const first = startingPosition(run);
  const near = run.passes.map((pass, i) => ({ pass, far: Math.abs(i - first) })).sort((a, b) => a.far - b.far);
  const asked: ExplainRequest[] = [];
  for (const { pass } of near) {
    if (asked.length >= MOST) break;
    asked.push(...entriesIn(pass, MOST - asked.length));
  }
  const found: Record<string, Explanation> = {};
  let characters = 0;
  for (let i = 0; i < asked.length && characters < MOST_CHARACTERS; i += AT_ONCE) {
    const some = asked.slice(i, i + AT_ONCE);
    for (const [k, one] of (await Promise.all(some.map(explain))).entries()) {
      if (!one) continue;
      found[explanationKey(some[k]!)] = one;
      characters += JSON.stringify(one).length;
    }
  }
  return found;
}

/** The numbers that a page shows in full: those of tensors that were recorded whole. */
function entriesIn({ index, nodes }: Pass, most: number): ExplainRequest[] {
  const tensors = nodes
    .flatMap((node) => (['value', 'grad'] as const).flatMap((which) => (node[which]?.data ? { node, which } : [])))
    .sort((a, b) => a.node.value.numel - b.node.value.numel);
  const asked: ExplainRequest[] = [];
  for (const { node, which } of tensors) {
    const { numel } = node.value;
    if (asked.length + numel > most) break;
    for (let i = 0; i < numel; i++) asked.push({ pass: index, node: node.id, which, entry: entryAt(i, node.shape) });
  }
  return asked;
}
