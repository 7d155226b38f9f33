/** The loss after a change, as the gradients of a pass predict it, beside the loss that followed. */
import type { Pass, Scalar, TraceNode } from '../protocol/trace.js';

export interface LossChange {
  /** The loss of the earlier run, and of this one; null where it is no finite number. */
  before: number | null;
  after: number | null;
  /**
   * The gradient's prediction of the difference: for each leaf, the distance that it moved times its gradient. Null
   * where that would not be the whole difference; `why` is the reason.
   */
  predicted: number | null;
  /**
   * `graph`: the pass computes something else, or with other numbers of the program itself; `data`: a leaf moved that
   * requires no gradient; `large`: a leaf has so many elements that they were not kept; `none`: the pass had no
   * `backward()`.
   */
  why?: 'graph' | 'data' | 'large' | 'none';
}

/** Compares the same pass of two runs. */
export function lossChange(before: Pass, after: Pass): LossChange {
  const losses = { before: before.loss, after: after.loss };
  const unknown = (why: LossChange['why']): LossChange => ({ ...losses, predicted: null, ...(why && { why }) });
  if (!before.backward) return unknown('none');
  const now = new Map(after.nodes.map((node) => [node.key, node]));
  let predicted = 0;
  for (const node of before.nodes) {
    const other = now.get(node.key);
    if (!other || other.shape.join() !== node.shape.join()) return unknown('graph');
    if (node.kind === 'op') {
      if (node.attributes !== other.attributes) return unknown('graph');
      continue;
    }
    const moved = product(node, other);
    if (typeof moved !== 'number') return unknown(moved);
    predicted += moved;
  }
  return { ...losses, predicted };
}

/** The distance that a leaf moved, times its gradient. */
function product(node: TraceNode, other: TraceNode): number | 'data' | 'large' {
  const [a, b, gradient] = [node.value.data, other.value.data, node.grad?.data];
  if (!a || !b) return sameSummary(node, other) ? 0 : 'large';
  if (a.every((x, i) => Object.is(x, b[i]))) return 0;
  if (!node.grad) return node.in_graph ? 'data' : 0;
  if (!gradient) return 'large';
  return a.reduce<number>((sum, x, i) => sum + (numberOf(b[i]!) - numberOf(x)) * numberOf(gradient[i]!), 0);
}

const sameSummary = ({ value: a }: TraceNode, { value: b }: TraceNode): boolean =>
  a.mean === b.mean && a.norm === b.norm && a.std === b.std;

const numberOf = (x: Scalar): number => (typeof x === 'number' ? x : NaN);
