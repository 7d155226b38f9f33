import { numel } from '../../engine/shape.js';
import type { TraceNode } from '../../protocol/trace.js';
import type { NodeRecord } from '../recording/records.js';

/** How many units of a rectifier gave 0 for every sample. Empty for other operations, and for tensors without a dim of samples. */
export function silentOf(node: NodeRecord): Pick<TraceNode, 'silent'> {
  const { value, sizes, operation } = node;
  if (!operation?.rectifies || !value?.isHeld || sizes.length < 2) return {};
  const dim = unitDim(node);
  const units = sizes[dim]!;
  const samples = value.numel / units;
  if (!(samples > 1)) return {};
  return { silent: { silent: countSilent(value.elements(), units, numel(sizes.slice(dim + 1))), units, samples } };
}

/**
 * The dim of the units. Channels are dim 1, features are the last dim. In three dims, a convolution or a product before
 * the node decides.
 */
function unitDim({ sizes, inputs }: NodeRecord): number {
  if (sizes.length !== 3) return 1;
  for (let node = inputs[0]; node; node = node.inputs[0]) {
    if (node.operation?.is === 'convolution') return 1;
    if (node.operation?.is === 'product') break;
  }
  return 2;
}

function countSilent(elements: ArrayLike<number>, units: number, inner: number): number {
  const speaks = new Uint8Array(units);
  let silent = units;
  for (let i = 0; i < elements.length && silent > 0; i++) {
    if (elements[i] === 0) continue;
    const unit = Math.floor(i / inner) % units;
    if (speaks[unit] === 1) continue;
    speaks[unit] = 1;
    silent--;
  }
  return silent;
}
