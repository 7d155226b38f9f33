import type { TypedArray } from '../../../dtype.js';
import { numel } from '../../../shape.js';
import type { View } from '../../backend.js';
import { bothParts } from '../../parts.js';
import { dense } from '../plan.js';

/** Changes the sign of every imaginary part. */
function conjugate<T extends TypedArray>(pairs: T): T {
  for (let i = 1; i < pairs.length; i += 2) pairs[i] = -pairs[i];
  return pairs;
}

/** The elements, row major, with both parts side by side. The result may be the memory itself, so do not write to it. */
export function pairsOf(x: View): TypedArray {
  const { data, at } = dense(bothParts(x));
  const pairs = data.subarray(at, at + 2 * numel(x.sizes));
  return x.conjugated ? conjugate(pairs.slice()) : pairs;
}
