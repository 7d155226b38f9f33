import { AccumulateGrad } from '../tensor/accumulateGrad.js';
import type { GradFn } from '../tensor/gradFn.js';
import { gradEdge } from '../tensor/state.js';
import type { Tensor } from '../tensor/tensor.js';

/** Whether `t` can be differentiated by a leaf that is none of `own`, such as a parameter that a function has from outside. */
function dependsOnOthers(t: Tensor, own: ReadonlySet<Tensor>): boolean {
  const seen = new Set<GradFn>();
  const left = [gradEdge(t)?.fn];
  for (let fn = left.pop(); fn !== undefined || left.length > 0; fn = left.pop()) {
    if (!fn || seen.has(fn)) continue;
    seen.add(fn);
    if (fn instanceof AccumulateGrad && !own.has(fn.variable)) return true;
    for (const edge of fn.edges) left.push(edge?.fn);
  }
  return false;
}

/**
 * What a function that differentiates hands out: with its history where something from outside is in that, else cut off from the
 * inputs that it differentiated by.
 * @param records whether operations were recorded where it was called
 */
export const handedOut =
  (own: readonly Tensor[], records: boolean) =>
  (t: Tensor): Tensor =>
    records && dependsOnOthers(t, new Set(own)) ? t : t.detach();
