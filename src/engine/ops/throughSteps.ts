import { isGradEnabled, withGradMode } from '../autograd/gradMode.js';
import { grad as gradients } from '../tensor/functional.js';
import { unobserved } from '../tensor/observe.js';
import type { Tensor } from '../tensor/tensor.js';

/**
 * The gradient of one input of what `steps` compute, by doing them once more: for an operation that is one step to autograd and many
 * operations to compute, none of which PyTorch shows. The entry says `conjugates`, since the steps do what they have to.
 * @param at which of the inputs
 * @param grads of the results of `steps`; null: none
 */
export function throughSteps(
  steps: (...inputs: Tensor[]) => readonly Tensor[],
  inputs: readonly Tensor[],
  at: number,
  grads: readonly (Tensor | null)[],
): Tensor | null {
  const again = isGradEnabled();
  // Views where it is derived again, so that what an input was made of does not count as another way to it.
  const given = inputs.map((t, i) => (again && t.requires_grad ? t.view_as(t) : i === at ? t.detach().requires_grad_() : t.detach()));
  const run = () => {
    const reached = steps(...given).flatMap((out, i): [Tensor, Tensor][] => (grads[i] && out.requires_grad ? [[out, grads[i]]] : []));
    if (reached.length === 0) return null;
    const [outs, gs] = [reached.map(([out]) => out), reached.map(([, g]) => g)];
    return gradients(outs, [given[at]], gs, { create_graph: again, allow_unused: true })[0] ?? null;
  };
  return again ? run() : withGradMode(true, () => unobserved(run));
}
