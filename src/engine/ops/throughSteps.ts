import { isGradEnabled, withGradMode } from '../autograd/gradMode.js';
import { grad as gradients } from '../tensor/functional.js';
import { unobserved } from '../tensor/observe.js';
import type { Tensor } from '../tensor/tensor.js';

/**
 * The gradient of one input of `steps`, found by running the steps again. It is for an operation that is one step for
 * autograd and many operations to compute, which PyTorch does not show. Its entry has `conjugates`, since the steps
 * themselves handle complex numbers.
 * @param at the index of the input
 * @param grads the gradients of the results of `steps`; null: none
 */
export function throughSteps(
  steps: (...inputs: Tensor[]) => readonly Tensor[],
  inputs: readonly Tensor[],
  at: number,
  grads: readonly (Tensor | null)[],
): Tensor | null {
  const again = isGradEnabled();
  // If the gradient is differentiated again, the inputs are views: it must not also flow through the operations that
  // made an input.
  const given = inputs.map((t, i) => (again && t.requires_grad ? t.view_as(t) : i === at ? t.detach().requires_grad_() : t.detach()));
  const run = () => {
    const reached = steps(...given).flatMap((out, i): [Tensor, Tensor][] => (grads[i] && out.requires_grad ? [[out, grads[i]]] : []));
    if (reached.length === 0) return null;
    const [outs, gs] = [reached.map(([out]) => out), reached.map(([, g]) => g)];
    return gradients(outs, [given[at]], gs, { create_graph: again, allow_unused: true })[0] ?? null;
  };
  return again ? run() : withGradMode(true, () => unobserved(run));
}
