import { AccumulateGrad } from '../tensor/accumulateGrad.js';
import type { GradFn } from '../tensor/gradFn.js';
import { gradEdge } from '../tensor/state.js';
import type { Tensor } from '../tensor/tensor.js';

/**
 * Leaves that transforms made for their functions and that have done their work. A transform around them does not
 * differentiate by them: they are no tensors of the program.
 */
const spent = new WeakSet<Tensor>();

/** Whether `t` can be differentiated by a leaf outside `own`, such as a parameter that a function uses from outside. */
function dependsOnOthers(t: Tensor, own: ReadonlySet<Tensor>): boolean {
  const seen = new Set<GradFn>();
  const left = [gradEdge(t)?.fn];
  for (let fn = left.pop(); fn !== undefined || left.length > 0; fn = left.pop()) {
    if (!fn || seen.has(fn)) continue;
    seen.add(fn);
    if (fn instanceof AccumulateGrad && !own.has(fn.variable) && !spent.has(fn.variable)) return true;
    for (const edge of fn.edges) left.push(edge?.fn);
  }
  return false;
}

/**
 * The result of a function that differentiates. It keeps its history when the history contains something from outside;
 * otherwise it is detached from the inputs of the differentiation.
 * @param records whether operations were recorded at the call
 */
export const handedOut =
  (own: readonly Tensor[], records: boolean) =>
  (t: Tensor): Tensor => {
    for (const leaf of own) spent.add(leaf);
    return records && dependsOnOthers(t, new Set(own)) ? t : t.detach();
  };
