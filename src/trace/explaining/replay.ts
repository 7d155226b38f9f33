/** What a pass would have computed with other values of some of its leaves. It repeats the recorded calls. */
import { withGradMode } from '../../engine/autograd/gradMode.js';
import { unobserved } from '../../engine/tensor/observe.js';
import type { Tensor } from '../../engine/tensor/tensor.js';
import type { NodeRecord } from '../recording/records.js';
import type { Snapshot } from '../recording/snapshot.js';
import { valuesOf } from './recordedCall.js';

/** A node and all nodes that it was computed from. */
export function allBefore(target: NodeRecord): ReadonlySet<NodeRecord> {
  const found = new Set([target]);
  for (const node of found) for (const input of node.inputs) found.add(input);
  return found;
}

/** All nodes that are computed from these leaves on the way to a node, in order. Null where one of them cannot be computed again. */
export function pathTo(target: NodeRecord, from: readonly NodeRecord[]): NodeRecord[] | null {
  const needed = allBefore(target);
  const changed = new Set(from);
  const path = target.pass.nodes.filter((node) => {
    if (!needed.has(node) || !node.inputs.some((input) => changed.has(input))) return false;
    changed.add(node);
    return true;
  });
  return changed.has(target) && path.every(canReplay) ? path : null;
}

/**
 * Whether a node can be computed again. Random draws differ each time, and a value that was changed in place is lost.
 */
const canReplay = ({ entry, op, operation, inputs }: NodeRecord): boolean =>
  entry?.forward !== undefined &&
  !op.endsWith('_') &&
  !operation?.random &&
  inputs.every(({ value }) => value?.isHeld && !value.dtype.is_complex);

/** The value of the last node of a path. @throws the engine's error for values that do not fit */
export function replay(path: readonly NodeRecord[], replaced: ReadonlyMap<NodeRecord, Tensor>): Tensor {
  const values = new Map<Snapshot, Tensor>([...replaced].map(([node, tensor]) => [node.value!, tensor]));
  let last!: Tensor;
  withGradMode(false, () =>
    unobserved(() => {
      for (const node of path) {
        const known = node.value && values.get(node.value);
        if (known) {
          last = known;
          continue;
        }
        const given = valuesOf(node, (value) => values.get(value) ?? value.tensor());
        const found = node.entry!.forward!(...given);
        const results = Array.isArray(found) ? found : [found];
        (node.results ?? [node]).forEach((result, i) => result.value && values.set(result.value, results[i]!));
        last = values.get(node.value!)!;
      }
    }),
  );
  return last;
}
