/** What adds up to an entry of the gradient of a node: what each operation that uses it passed back, entry by entry. */
import { column, type Slot, slotsOf } from '../../engine/autograd/slopes.js';
import type { Tensor } from '../../engine/tensor.js';
import type { NodeRecord } from '../recording/records.js';
import { Addends, TOLERANCE } from './addends.js';
import { entryAt, positionOf } from './entries.js';
import { factorsOf, partnersOf } from './factors.js';
import { doubles, elementsOf, type RecordedCall, wholeCall } from './recordedCall.js';

/** The results of one operation that uses the node, which have gradients. */
type Consumer = readonly NodeRecord[];

/** Null where a value that it needs is no longer kept. */
export function termsOfGradient(node: NodeRecord, entry: readonly number[], value: number): Addends | null {
  const addends = new Addends();
  const position = positionOf(entry, node.sizes);
  for (const consumer of consumersOf(node)) {
    const call = wholeCall(consumer[0]!);
    if (!call) return null;
    for (const slot of slotsOf(call)) if (call.nodes.get(slot.tensor) === node) passedBack(addends, consumer, call, slot, position);
  }
  // A hook changed it, or a function of the model's own passed some of it back.
  if (!addends.isEmpty && addends.isOff(value, TOLERANCE)) addends.addUnknown(value - addends.sum);
  return addends;
}

function consumersOf(node: NodeRecord): Consumer[] {
  const found = new Set<Consumer>();
  for (const user of node.pass.nodes) {
    if (!user.inputs.includes(node)) continue;
    const results = user.results ?? [user];
    if (results[0] === user && results.some(({ grad }) => grad?.isHeld)) found.add(results);
  }
  return [...found];
}

/** What came along one argument of one operation. */
function passedBack(addends: Addends, consumer: Consumer, call: RecordedCall, slot: Slot, position: number): void {
  const grads = consumer.map(({ grad, sizes }) => (grad?.isHeld ? doubles(grad.elements(), sizes) : null));
  const slopes = (other: RecordedCall): (Tensor | null)[] => column(other, grads, slot, position);
  const found = slopes(call);
  const partners = partnersOf(call, slot.argument);
  consumer.forEach((result, k) => {
    if (!grads[k] || !found[k]) return;
    const numbers = elementsOf(grads[k]);
    const factors = factorsOf(call, partners, (other) => slopes(other)[k]!);
    elementsOf(found[k]).forEach((factor, i) => {
      if (factors ? factors.times(i) === 0 && factor === 0 : factor === 0) return;
      const number = numbers[i]!;
      addends.add(factor * number, () => ({
        node: result,
        entry: entryAt(i, result.sizes),
        number,
        factor,
        contribution: factor * number,
        from: factors?.from(i, factor),
      }));
    });
  });
}
