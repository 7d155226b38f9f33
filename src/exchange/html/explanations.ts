/** Why the numbers of a page are what they are: asked for while the process that knows it is there, since a page has none. */
import { entryAt } from '../../graph/entry.js';
import { startingPosition } from '../../graph/run.js';
import type { Explanation, ExplainRequest } from '../../protocol/explanation.js';
import type { Pass, Run } from '../../protocol/trace.js';

/** By `explanationKey`. */
export type Explanations = Readonly<Record<string, Explanation>>;

/** So many numbers are explained, in a page that does not grow by more than this: it is sent by mail. */
const MOST = 2000;
const MOST_CHARACTERS = 1_500_000;
const AT_ONCE = 50;

export const explanationKey = ({ pass, node, which, entry }: ExplainRequest): string => `${pass} ${node} ${which} ${entry.join()}`;

/** Of the pass that the page begins with, then of those before and after it; of small tensors before those of large ones. */
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

/** The numbers that a page shows: of whole tensors. */
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
