/** Gradients that vanish or explode from one layer to the next. */
import type { Run, TraceNode } from '../../protocol/trace.js';
import { type Check, nameOf } from './check.js';

/** So many layers make a depth in which gradients can get lost. */
const FEWEST_LAYERS = 3;
/** Between the layer with the smallest and the one with the largest gradient. */
const VANISHED = 1e-6;
/** A step of such a gradient leaves nothing of the weights, whatever the usual learning rate. */
const EXPLODED = 1e4;

export const vanishingGradient: Check = {
  code: 'vanishing-gradient',
  find(run: Run) {
    const layers = weightsOf(run);
    const largest = Math.max(...layers.map(normOf));
    const [smallest] = [...layers].sort((a, b) => normOf(a) - normOf(b));
    if (!smallest || layers.length < FEWEST_LAYERS || largest === 0 || normOf(smallest) >= largest * VANISHED) return [];
    const message =
      `The gradient of ${nameOf(smallest)} has vanished: its norm is ${short(normOf(smallest))}, that of the largest ${short(largest)}. ` +
      'Layers like this one do not learn. Look at the activations after it, at the scale of its weights, or add normalisation or skip connections.';
    return [{ severity: 'warning', message, source: smallest.source }];
  },
};

export const explodingGradient: Check = {
  code: 'exploding-gradient',
  find(run: Run) {
    const exploded = weightsOf(run).find((node) => normOf(node) > EXPLODED * Math.max(1, node.value.norm ?? 0));
    if (!exploded) return [];
    const message =
      `The gradient of ${nameOf(exploded)} explodes: its norm is ${short(normOf(exploded))}, that of the weights ${short(exploded.value.norm ?? 0)}. ` +
      'Lower the learning rate, scale the inputs or the weights down, or clip the gradient.';
    return [{ severity: 'warning', message, source: exploded.source }];
  },
};

/** Matrices and kernels of modules in the last pass that has gradients. */
function weightsOf(run: Run): TraceNode[] {
  const pass = run.passes.findLast(({ backward }) => backward);
  return (pass?.nodes ?? []).filter(
    ({ kind, shape, grad }) => kind === 'parameter' && shape.length >= 2 && grad !== null && grad.nan + grad.inf === 0,
  );
}

const normOf = ({ grad }: TraceNode): number => grad?.norm ?? 0;

const short = (value: number): string => String(Number(value.toPrecision(3)));
