/**
 * The terms of an entry of the gradient of a node: what each operation that uses the node passed back, entry by entry.
 */
import { column, type Slot, slotsOf } from '../../engine/autograd/slopes.js';
import type { Formula, Op, Way } from '../../engine/ops/op.js';
import type { Tensor } from '../../engine/tensor/tensor.js';
import type { NodeRecord } from '../recording/records.js';
import { Addends, type Place, TOLERANCE } from './addends.js';
import { hasChangedPart, positionsOfPart, wholeAround } from './changedPart.js';
import { entryAt, numelOf, positionOf } from './entries.js';
import { factorsOf, partnersOf } from './factors.js';
import { doubles, elementsOf, type RecordedCall, wholeCall } from './recordedCall.js';

/** The gradient of a result of an operation, and the node at which each of its entries is shown. */
interface Received {
  readonly numbers: Float64Array;
  readonly sizes: readonly number[];
  readonly place: (index: number) => Place;
}

/** Null where a value that is needed is no longer kept. */
export function termsOfGradient(node: NodeRecord, entry: readonly number[], value: number): Addends | null {
  const addends = new Addends();
  const position = positionOf(entry, node.sizes);
  for (const user of usersOf(node)) {
    if (hasChangedPart(user)) passedAround(addends, user, node, position);
    if (user.results && user.results[0] !== user) continue;
    const received = (user.results ?? [user]).map(receivedBy);
    if (received.every((found) => found === null)) continue;
    const call = wholeCall(user);
    if (!call && user.entry) return null;
    for (const slot of call ? slotsOf(call) : [])
      if (call!.nodes.get(slot.tensor) === node) passedBack(addends, received, call!, slot, position);
  }
  // A hook changed the gradient, or a function of the model's own passed a part of it back.
  if (!addends.isEmpty && addends.isOff(value, TOLERANCE)) addends.addUnknown(value - addends.sum);
  return addends;
}

const usersOf = (node: NodeRecord): NodeRecord[] => node.pass.nodes.filter(({ inputs }) => inputs.includes(node));

function receivedBy(result: NodeRecord): Received | null {
  const { grad, sizes } = result;
  if (grad?.isHeld)
    return { numbers: Float64Array.from(grad.elements()), sizes, place: (i) => ({ node: result, entry: entryAt(i, sizes) }) };
  const whole = wholeAround(result);
  return whole ? receivedByPart(whole, sizes) : null;
}

/** The gradient of a part that was changed in place: the part of the whole's gradient at the same positions. */
function receivedByPart(whole: NodeRecord, sizes: readonly number[]): Received {
  const positions = positionsOfPart(whole);
  const all = Float64Array.from(whole.grad!.elements());
  return {
    numbers: Float64Array.from(positions, (position) => all[position] ?? 0),
    sizes,
    place: (i) => ({ node: whole, entry: entryAt(positions[i]!, whole.sizes) }),
  };
}

/** Adds what one argument of one operation passed back. */
function passedBack(addends: Addends, received: readonly (Received | null)[], call: RecordedCall, slot: Slot, position: number): void {
  const { terms } = call.op;
  const ways = terms && 'parts' in terms && terms.back?.[slot.argument];
  if (!ways) return passedOn(addends, received, call, slot, position);
  for (const through of Object.keys(ways) as Way[])
    passedOn(addends, received, { ...call, op: withFormula(call.op, slot.argument, ways[through]) }, slot, position, through);
}

const withFormula = (op: Op, argument: string, formula: Formula): Op => ({
  ...op,
  differentiable: op.differentiable.map((own) => (own.name === argument ? { ...own, formula } : own)),
});

/** Adds all that an argument passed back, or only the part that went one way. */
function passedOn(
  addends: Addends,
  received: readonly (Received | null)[],
  call: RecordedCall,
  slot: Slot,
  position: number,
  through?: Way,
): void {
  const grads = received.map((found) => found && doubles(found.numbers, found.sizes));
  const slopes = (other: RecordedCall): (Tensor | null)[] => column(other, grads, slot, position);
  const found = slopes(call);
  const partners = partnersOf(call, slot.argument);
  received.forEach((result, k) => {
    if (!result || !found[k]) return;
    const factors = factorsOf(call, partners, (other) => slopes(other)[k]!);
    elementsOf(found[k]).forEach((factor, i) => {
      if (factors ? factors.times(i) === 0 && factor === 0 : factor === 0) return;
      const number = result.numbers[i]!;
      const contribution = factor * number;
      addends.add(contribution, () => ({ ...result.place(i), number, factor, contribution, from: factors?.from(i, factor), through }));
    });
  });
}

/**
 * Adds what came back to a tensor that was changed through a view: outside of the view unchanged, inside of it through
 * the operation that changed it.
 */
function passedAround(addends: Addends, whole: NodeRecord, before: NodeRecord, position: number): void {
  if (whole.inputs[0] !== before || !whole.grad?.isHeld) return;
  const [, part] = whole.inputs;
  const at = part!.value?.isHeld ? positionsOfPart(whole).indexOf(position) : -1;
  if (at < 0) {
    const number = whole.grad.elements()[position]!;
    addends.addOne({ node: whole, entry: entryAt(position, whole.sizes), number, factor: 1, contribution: number });
    return;
  }
  const call = wholeCall(part!);
  const self = call && slotsOf(call).find(({ tensor }) => tensor === call.values[0]);
  if (call && self && numelOf(self.tensor.sizes) > at) passedBack(addends, [receivedByPart(whole, part!.sizes)], call, self, at);
}
