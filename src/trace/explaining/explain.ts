import { unobserved } from '../../engine/tensor/observe.js';
import type { Site } from '../../protocol/runnerApi.js';
import type { Explanation } from '../../protocol/explanation.js';
import type { NodeRecord } from '../recording/records.js';
import { shortName } from '../recording/shortName.js';
import { siteRange } from '../writing/passDocument.js';
import { summed } from './addends.js';
import { positionOf } from './entries.js';
import { termsOfGradient } from './ofGradient.js';
import { termsOfValue } from './ofValue.js';
import { numberAt } from './recordedCall.js';

/**
 * Why an entry of the value or the gradient of a node is what it is.
 * @returns null where there is no such entry, where the values behind it are no longer kept, or where it is a complex
 * number
 */
export function explain(
  node: NodeRecord,
  which: 'value' | 'grad',
  entry: readonly number[],
  ids: ReadonlyMap<NodeRecord, string>,
  sites: readonly Site[],
): Explanation | null {
  const snapshot = which === 'value' ? node.value : node.grad;
  if (!snapshot?.isHeld || snapshot.dtype.is_complex || positionOf(entry, snapshot.sizes) < 0) return null;
  const value = numberAt(snapshot, entry);
  const found = unobserved(() =>
    which === 'value' ? termsOfValue(node, entry, value) : { addends: termsOfGradient(node, entry, value), adds: true },
  );
  return {
    op: shortName(node.op),
    source: siteRange(sites[node.site]),
    ...summed(value, found?.addends ?? null, ids),
    ...(found?.adds === false && { depends: true }),
  };
}
