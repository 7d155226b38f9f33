/** Parameters that got a gradient in no backward of the run, though a pass computed with them or an optimizer holds them. */
import type { Tensor } from '../../engine/tensor/tensor.js';
import { t } from '../../protocol/l10n.js';
import type { TraceNode } from '../../protocol/trace.js';
import { behindViews, type Check, type Finished, nameOf } from './check.js';
import { byMaker, madeBy, type Named } from './makers.js';
import { OperationGraph } from './operationGraph.js';

interface Unreached extends Named {
  why: Reason;
}

interface Reason {
  says(names: string): string;
  /** Where the path to the loss ends. */
  at: TraceNode | null;
}

export const unreachedParameters: Check = {
  code: 'no-gradient',
  find(finished) {
    const told = new Set<Tensor>();
    return byMaker([...used(finished, told), ...unused(finished, told)]).map(({ names, source, first: { why } }) => ({
      severity: 'warning',
      message: why.says(names),
      source,
      related: why.at?.source ? [{ message: t('{0} is here.', nameOf(why.at)), source: why.at.source }] : [],
    }));
  },
};

/**
 * Whether a leaf got no gradient but should have got one. With an optimizer, only its parameters count: others are
 * frozen, or follow another network.
 */
const isWanted = ({ training: { steps } }: Finished, leaf: Tensor): boolean =>
  !steps.isReached(leaf) && leaf.requires_grad && (steps.optimized.size > 0 ? steps.optimized.has(leaf) : !steps.isChanged(leaf));

/** Whether the program has put another parameter in the place of this one: then it computes the values itself, such as averages. */
const isReplaced = ({ training: { steps } }: Finished, leaf: Tensor, label: string | null): boolean => {
  const held = [...steps.modules].flatMap((module) => [...module.named_parameters()]);
  return !held.some(([, other]) => other === leaf) && held.some(([name]) => name === label);
};

function used(finished: Finished, told: Set<Tensor>): Unreached[] {
  return finished.run.passes.flatMap((pass) => {
    if (!pass.backward) return [];
    const graph = OperationGraph.in(finished.run, pass);
    const leaves = finished.leavesOf(pass);
    return pass.nodes.flatMap((node) => {
      const leaf = leaves.get(node.id);
      if (node.kind !== 'parameter' || !leaf || told.has(leaf) || !isWanted(finished, leaf) || graph.users(node).length === 0) return [];
      told.add(leaf);
      if (isReplaced(finished, leaf, node.label)) return [];
      const why = whyNot(graph, node);
      return why ? [{ name: node.label ?? node.op, source: node.source ?? graph.users(node)[0]?.source ?? null, why }] : [];
    });
  });
}

/**
 * Parameters that an optimizer holds, or a module whose other parameters have gradients, but that are on no path to the
 * loss.
 */
function unused(finished: Finished, told: Set<Tensor>): Unreached[] {
  const { steps } = finished.training;
  if (!finished.run.passes.some(({ backward }) => backward)) return [];
  const found: Unreached[] = [];
  const look = (leaf: Tensor, name: string | null, says: Reason['says']) => {
    if (told.has(leaf) || !isWanted(finished, leaf)) return;
    told.add(leaf);
    found.push({ ...madeBy(finished, leaf, name), why: { says, at: null } });
  };
  for (const module of steps.modules) {
    const parameters = [...module.named_parameters()];
    if (!parameters.some(([, leaf]) => steps.isReached(leaf))) continue;
    for (const [name, leaf] of parameters)
      look(leaf, name, (names) => t('No gradient reaches {0}: held by {1}, which does not compute with it.', names, module._get_name()));
  }
  for (const leaf of steps.optimized)
    look(leaf, null, (names) =>
      t('No gradient reaches {0}: held by an optimizer, but used by nothing that backward() was called on.', names),
    );
  return found;
}

/** Follows the uses of a parameter to the first operation that autograd does not record. Null where the path is cut on purpose. */
function whyNot(graph: OperationGraph, parameter: TraceNode): Reason | null {
  const seen = new Set<TraceNode>([parameter]);
  let isOnPurpose = false;
  for (const node of seen) {
    for (const user of graph.users(node)) {
      if (user.requires_grad) seen.add(user);
      else if (!entersLayer(graph, user)) isOnPurpose = true;
      else {
        const says = graph.kindOf(user)?.cuts
          ? (names: string) => t('No gradient reaches {0}: what is computed from it is detached.', names)
          : (names: string) =>
              t(
                'No gradient reaches {0}: {1} is computed without autograd (under no_grad, or by an operation that has no gradient).',
                names,
                nameOf(user),
              );
        return { says, at: user };
      }
    }
  }
  if (isOnPurpose) return null;
  const at = [...seen].at(-1) ?? null;
  return {
    says: (names) =>
      t(
        'No gradient reaches {0}: what is computed from it is not used in what backward() was called on. Values taken out of a tensor (data, item(), tolist(), a new tensor of them) take no gradient along.',
        names,
      ),
    at,
  };
}

/**
 * Whether a cut-off value goes into a layer. Then that layer is trained without the layers before it. A cut-off value
 * that is only compared with, or goes nowhere, is cut off on purpose: a target, a teacher, a measure.
 */
function entersLayer(graph: OperationGraph, cut: TraceNode): boolean {
  const seen = new Set([cut]);
  for (const node of seen) {
    for (const user of graph.users(node)) {
      if (!user.requires_grad) seen.add(user);
      else if (graph.inputs(user).some((input) => input !== node && behindViews(graph, input).kind === 'parameter')) return true;
    }
  }
  return false;
}
