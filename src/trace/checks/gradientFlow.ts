/** Gradients that vanish or explode from one layer to the next, or from one step to the next. */
import { t } from '../../protocol/l10n.js';
import { cone } from '../../graph/passGraph.js';
import type { Pass, Run, TraceNode } from '../../protocol/trace.js';
import { short } from './breakage.js';
import { type Check, nameOf, placeOf } from './check.js';
import { OperationGraph } from './operationGraph.js';

/** The fewest layers of a network that is deep enough for gradients to get lost. */
const FEWEST_LAYERS = 3;
/** The smallest healthy ratio between the layer with the smallest gradient and the one with the largest. */
const VANISHED = 1e-6;
/**
 * The same ratio where many activations are known to be the cause: those that remove three quarters of the gradient or
 * more, as sigmoids do.
 */
const VANISHED_IN_FLAT = 1e-5;
const FLAT = 0.25;
const MANY_FLAT = 5;
/** A step with a gradient so much larger than the weights destroys the weights, whatever the usual learning rate. */
const EXPLODED = 1e5;
/** A gradient that is so much larger than in the first pass shows that training diverges. */
const GROWN = 1e4;

export const vanishingGradient: Check = {
  code: 'vanishing-gradient',
  find({ run }) {
    const pass = lastBackward(run);
    const layers = weightsOf(pass);
    const largest = Math.max(...layers.map(normOf));
    const [smallest] = [...layers].sort((a, b) => normOf(a) - normOf(b));
    if (!pass || !smallest || layers.length < FEWEST_LAYERS || largest === 0) return [];
    const graph = OperationGraph.in(run, pass);
    const least = largest * (countFlat(graph) >= MANY_FLAT ? VANISHED_IN_FLAT : VANISHED);
    if (normOf(smallest) >= least) return [];
    // Where the layers before this one have their gradient, none got lost on the way to them: this one is a small side
    // branch, such as a gate.
    if (layersBefore(graph, smallest, layers).some((layer) => normOf(layer) >= least)) return [];
    // A layer that is multiplied by a weight of 0 has no gradient before the first step. That is intended.
    if (normOf(smallest) === 0 && layers.some(({ value }) => value.norm === 0)) return [];
    const message = t(
      'The gradient of {0} has vanished: its norm is {1}, that of the largest {2}. Layers like this one do not learn. Look at the activations after it, at the scale of its weights, or add normalisation or skip connections.',
      nameOf(smallest),
      short(normOf(smallest)),
      short(largest),
    );
    return [{ severity: 'warning', message, source: smallest.source }];
  },
};

export const explodingGradient: Check = {
  code: 'exploding-gradient',
  find({ run }) {
    const weights = weightsOf(lastBackward(run));
    const [first, last] = [run.losses.at(0), run.losses.findLast((loss) => loss !== null)];
    // Data that is not scaled has large gradients. With a small learning rate, training may still work.
    if (run.pass_count > 2 && first != null && last != null && last < first / 2) return [];
    const exploded = weights.find((node) => node.shape.length >= 2 && normOf(node) > EXPLODED * Math.max(1, node.value.norm ?? 0));
    if (exploded) {
      const message = t(
        'The gradient of {0} explodes: its norm is {1}, that of the weights {2}. Lower the learning rate, scale the inputs or the weights down, or clip the gradient.',
        nameOf(exploded),
        short(normOf(exploded)),
        short(exploded.value.norm),
      );
      return [{ severity: 'warning', message, source: exploded.source }];
    }
    const before = new Map(weightsOf(run.passes.find(({ backward }) => backward)).map((node) => [identity(node), normOf(node)]));
    const grown = weights.find((node) => normOf(node) > GROWN * Math.max(1, before.get(identity(node)) ?? Infinity));
    if (!grown) return [];
    const message = t(
      'The gradient of {0} explodes: its norm grew from {1} to {2}, as each step goes further astray than the one before. Lower the learning rate, or clip the gradient.',
      nameOf(grown),
      short(before.get(identity(grown))!),
      short(normOf(grown)),
    );
    return [{ severity: 'warning', message, source: grown.source }];
  },
};

/** Where weights, perhaps transposed before, come together with something else. */
const meetings = (graph: OperationGraph, weights: TraceNode): TraceNode[] =>
  graph.users(weights).flatMap((user) => (graph.inputs(user).length > 1 ? [user] : meetings(graph, user)));

/** The layers whose results go into what a layer computes. */
function layersBefore(graph: OperationGraph, layer: TraceNode, layers: readonly TraceNode[]): TraceNode[] {
  const before = new Set(meetings(graph, layer).flatMap(({ id }) => [...cone(graph, graph.byId.get(id)!, 'up')]));
  return layers.filter((other) => other !== layer && before.has(graph.byId.get(other.id)!));
}

const countFlat = (graph: OperationGraph): number =>
  graph.pass.nodes.filter((node) => node.in_graph && (graph.kindOf(node)?.steepest ?? 1) <= FLAT).length;

const lastBackward = ({ passes }: Run): Pass | undefined => passes.findLast(({ backward }) => backward);

const identity = ({ label, source }: TraceNode): string => `${placeOf(source)} ${label}`;

/** Weights with a finite gradient: matrices, kernels, and parameters that were made by hand. */
const weightsOf = (pass: Pass | undefined): TraceNode[] =>
  (pass?.nodes ?? []).filter(
    ({ kind, op, shape, grad, in_graph }) =>
      kind === 'parameter' && in_graph && (shape.length >= 2 || op !== 'Parameter') && grad !== null && grad.nan + grad.inf === 0,
  );

const normOf = ({ grad }: TraceNode): number => grad?.norm ?? 0;
