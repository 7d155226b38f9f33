/** The terms of an entry of the value of a node. */
import { parts as partsOf, row, type Slot, slotsOf } from '../../engine/autograd/slopes.js';
import type { LinearTerms, PartTerms } from '../../engine/ops/op.js';
import { spread } from '../../engine/ops/reduction/fold.js';
import { isEach, termsOf } from '../../engine/ops/terms.js';
import { sameSizes } from '../../engine/shape.js';
import { Tensor } from '../../engine/tensor/tensor.js';
import type { NodeRecord } from '../recording/records.js';
import { Addends, type Place, ROUNDING, TOLERANCE } from './addends.js';
import { hasChangedPart, originOf } from './changedPart.js';
import { entryAt, numelOf, positionOf, stretchedFrom } from './entries.js';
import { factorsOf, partnersOf } from './factors.js';
import { callAt, doubles, elementsOf, numberAt, oneAt, type RecordedCall, wholeCall } from './recordedCall.js';

/** The terms, and whether they add up to the value. If not, the value depends on them in another way. */
export interface ValueTerms {
  readonly addends: Addends;
  readonly adds: boolean;
}

/** Null where nothing is known about the computation: for a leaf, or a function of the model's own. */
export function termsOfValue(node: NodeRecord, entry: readonly number[], value: number): ValueTerms | null {
  const { entry: op } = node;
  if (hasChangedPart(node)) return as(originOf(node, entry), value);
  if (!op) return node.operation?.is === 'view' ? sameEntry(node, entry, value) : null;
  const terms = termsOf(op);
  const call = isEach(op) ? callAt(node, entry) : wholeCall(node);
  if (!call) return null;
  const asked: Asked = { node, entry, value, call, output: node.results?.indexOf(node) ?? 0 };
  if (terms === 'each') return { addends: single(asked), adds: true };
  const found = terms === 'dependence' || 'place' in terms ? null : 'parts' in terms ? parts(asked, terms) : linear(asked, terms);
  if (found) return { addends: found, adds: true };
  return isEach(op)
    ? { addends: single(asked), adds: true }
    : (dependence(asked, reachedBy(asked)) ?? (op.kind.holds ? sameEntry(node, entry, value) : dependence(asked, lookedAt(asked))));
}

interface Asked {
  readonly node: NodeRecord;
  readonly entry: readonly number[];
  readonly value: number;
  readonly call: RecordedCall;
  readonly output: number;
}

/** The same entry of the argument, for an operation that passes the argument on unchanged. */
function sameEntry({ inputs, results }: NodeRecord, entry: readonly number[], value: number): ValueTerms | null {
  const input = inputs[results?.findIndex(({ inputs: own }) => own === inputs) ?? 0];
  if (!input || positionOf(entry, input.sizes) < 0) return null;
  return as({ node: input, entry }, value, input.value?.isHeld ? numberAt(input.value, entry) : value);
}

/** The entry of another node, unchanged. */
function as(place: Place, value: number, number = value): ValueTerms {
  const addends = new Addends();
  addends.addOne({ ...place, number, factor: Object.is(number, value) ? 1 : null, contribution: value });
  return { addends, adds: true };
}

/** One term: the whole value comes from the first argument. The second argument is named beside it. */
function single({ call, entry, value }: Asked): Addends {
  const addends = new Addends();
  const [first, second] = [...call.nodes].filter(([, node]) => node);
  if (first) {
    const number = elementsOf(first[0])[0]!;
    addends.addOne({ ...place(first[1], entry), number, factor: null, contribution: value, from: second && place(second[1], entry) });
  }
  return addends;
}

/** The entry that broadcasting expands to the entry of the result. */
const place = (node: NodeRecord | null, entry: readonly number[]): Place => ({ node, entry: node ? stretchedFrom(entry, node.sizes) : [] });

/** The terms as entries times slopes. Null where these do not add up to the value. */
function linear(asked: Asked, { sum, by = [], number }: LinearTerms<string>): Addends | null {
  const { call, value } = asked;
  const all = slotsOf(call);
  const given = all.filter(({ argument }) => sum.includes(argument));
  // In a product whose first factor is a plain number, the other factor is the entry.
  const hasNodes = given.some(({ tensor }) => call.nodes.get(tensor));
  const slots = hasNodes
    ? given
    : all.filter(({ argument }) => [...sum, ...by].includes(argument) && (by.includes(argument) || by.length === 0));
  const addends = isEach(call.op) ? linearAt(asked, slots, hasNodes && !number) : linearOver(asked, slots);
  if (number && addends.isOff(value, ROUNDING)) {
    const contribution = addends.isEmpty ? value : value - addends.sum;
    addends.addOne({ node: null, entry: [], number: contribution, factor: null, contribution });
  }
  return addends.isEmpty || addends.isOff(value, TOLERANCE) ? null : addends;
}

/** For an operation that computes each entry from one entry of each tensor. `keepsZero`: a single entry is a term even if its slope is 0. */
function linearAt({ call, entry }: Asked, slots: readonly Slot[], keepsZero: boolean): Addends {
  const one = doubles([1], []);
  const slopes = row(call, 0, one, slots).map((slope) => (slope ? elementsOf(slope)[0]! : 0));
  const isChosen = (i: number) => slopes[i] !== 0 || (slots.length === 1 && keepsZero);
  const addends = new Addends();
  slots.forEach((slot, i) => {
    if (!isChosen(i)) return;
    const node = call.nodes.get(slot.tensor) ?? null;
    const [number, factor] = [elementsOf(slot.tensor)[0]!, slopes[i]!];
    const contribution = factor === 0 ? 0 : factor * number;
    const factors = factorsOf(call, partnersOf(call, slot.argument), (other) => row(other, 0, one, [slot])[0]!);
    const from = factors?.from(0, factor)?.node;
    addends.addOne({ ...place(node, entry), number, factor, contribution, from: from ? place(from, entry) : undefined });
  });
  return addends;
}

function linearOver({ node, entry, call, output }: Asked, slots: readonly Slot[]): Addends {
  const picked = oneAt(positionOf(entry, node.sizes), node.sizes);
  const slopes = row(call, output, picked, slots);
  const addends = new Addends();
  slots.forEach((slot, k) => {
    const found = slopes[k];
    if (!found) return;
    const slope = elementsOf(found);
    const numbers = elementsOf(slot.tensor);
    const factors = factorsOf(call, partnersOf(call, slot.argument), (other) => row(other, output, picked, [slot])[0]!);
    const from = call.nodes.get(slot.tensor) ?? null;
    for (let i = 0; i < slope.length; i++) {
      const factor = slope[i]!;
      if (factors ? factors.times(i) === 0 && factor === 0 : factor === 0) continue;
      const number = numbers[i]!;
      addends.add(factor * number, () => ({
        node: from,
        entry: from ? entryAt(i, from.sizes) : [],
        number,
        factor,
        contribution: factor * number,
        from: factors?.from(i, factor),
      }));
    }
  });
  return addends;
}

/** The contribution of each input entry, by the formulas of the operation's own entry. */
function parts({ node, entry, call, output }: Asked, { parts: formulas }: PartTerms): Addends {
  const slots = slotsNamed(call, formulas);
  const picked = oneAt(positionOf(entry, node.sizes), node.sizes);
  const slopes = row(call, output, picked, slots);
  const added = partsOf(call, picked, formulas, slots).map(elementsOf);
  const target = targetOf(call);
  const addends = new Addends();
  slots.forEach(({ tensor }, k) => {
    const numbers = elementsOf(tensor);
    const slope = slopes[k] && elementsOf(slopes[k]);
    const from = call.nodes.get(tensor) ?? null;
    const hasTarget = target && target.sizes.length === tensor.sizes.length && numelOf(target.sizes) === numelOf(tensor.sizes);
    added[k]!.forEach((contribution, i) => {
      if (contribution === 0 && !slope?.[i]) return;
      addends.add(contribution, () => {
        const at = entryAt(i, tensor.sizes);
        const other = hasTarget ? { node: target, entry: at } : undefined;
        return { node: from, entry: at, number: numbers[i]!, factor: null, contribution, from: other };
      });
    });
  });
  return addends;
}

/**
 * The slots with these names, also those that no gradient reaches, such as the statistics that a normalization is
 * given.
 */
const slotsNamed = (call: RecordedCall, names: Readonly<Record<string, unknown>>): readonly Slot[] => [
  ...slotsOf(call).filter(({ argument }) => names[argument]),
  ...call.op.constants.flatMap(({ index }): Slot[] => {
    const [{ name: argument }, tensor] = [call.op.parsed.parameters[index]!, call.values[index]];
    return names[argument] && tensor instanceof Tensor ? [{ argument, element: -1, tensor }] : [];
  }),
];

/** The node that a loss compares its input with. */
function targetOf({ op, values, nodes }: RecordedCall): NodeRecord | null {
  const at = op.parsed.parameters.findIndex(({ name }) => name === op.kind.target);
  return nodes.get(values[at] as Tensor) ?? null;
}

/**
 * The entries that the value depends on: those that affect it. One of them gets the whole value as its
 * contribution: the one at the same place, else the one with the most effect. Null where the entries are not known.
 */
function dependence({ node, entry, value, call }: Asked, reached: readonly Reached[]): ValueTerms | null {
  const position = positionOf(entry, node.sizes);
  let most = { k: -1, i: -1, size: -1 };
  reached.forEach(({ tensor, slopes }, k) => {
    const isAlike = k === 0 && sameSizes(tensor.sizes, node.sizes);
    const numbers = elementsOf(tensor);
    slopes.forEach((slope, i) => {
      const size = isAlike && i === position ? Infinity : Math.abs(slope * numbers[i]!);
      if (slope !== 0 && size > most.size) most = { k, i, size };
    });
  });
  if (most.k < 0) return null;
  const addends = new Addends();
  reached.forEach(({ tensor, slopes }, k) => {
    const from = call.nodes.get(tensor) ?? null;
    const numbers = elementsOf(tensor);
    slopes.forEach((slope, i) => {
      if (slope === 0) return;
      const contribution = k === most.k && i === most.i ? value : 0;
      addends.add(contribution, () => ({ node: from, entry: entryAt(i, tensor.sizes), number: numbers[i]!, factor: null, contribution }));
    });
  });
  return { addends, adds: false };
}

/** A tensor, with the effect of each of its entries on the explained entry. */
interface Reached {
  readonly tensor: Tensor;
  readonly slopes: Float64Array;
}

/**
 * The tensors that the entry depends on, by their slopes. For a reduction without slopes: the entries that it reduces.
 */
function reachedBy({ node, entry, call, output }: Asked): Reached[] {
  const picked = oneAt(positionOf(entry, node.sizes), node.sizes);
  const slots = slotsOf(call);
  if (slots.length > 0) {
    const slopes = row(call, output, picked, slots);
    return slots.flatMap(({ tensor }, k) => (slopes[k] ? [{ tensor, slopes: elementsOf(slopes[k]) }] : []));
  }
  const { op, values } = call;
  const [input] = values;
  if (op.kind.is !== 'reduction' || !(input instanceof Tensor)) return [];
  const given = (name: string): unknown => values[op.parsed.parameters.findIndex((p) => p.name === name)];
  const dim = given('dim') as number | number[] | null | undefined;
  const dims = dim === null || dim === undefined ? [...input.sizes.keys()] : [dim].flat();
  return [{ tensor: input, slopes: elementsOf(spread(picked, input.sizes, dims, given('keepdim') === true)) }];
}

/**
 * The tensors that the entry depends on where slopes tell nothing, because the operation counts, finds places, or has
 * no derivative. The entry then depends on all entries that were given. With a batch of matrices, it depends on the
 * matrix at the same place; where a place is searched for each entry of a tensor, on that entry of it.
 */
function lookedAt({ node, entry, call: { op, values } }: Asked): Reached[] {
  const terms = termsOf(op);
  const place = typeof terms === 'object' && 'place' in terms ? op.parsed.parameters.findIndex(({ name }) => name === terms.place) : -1;
  const given = values.flat().filter((value) => value instanceof Tensor);
  return given.map((tensor) => {
    const { sizes } = tensor;
    const slopes = new Float64Array(numelOf(sizes)).fill(1);
    if (tensor === values[place] && sameSizes(sizes, node.sizes)) slopes.fill(0)[positionOf(entry, sizes)] = 1;
    if (op.kind.is === 'decomposition') {
      const batch = sizes.slice(0, -2);
      const [matrix, at] = [numelOf(sizes.slice(-2)), positionOf(entry.slice(0, batch.length), batch)];
      if (at >= 0 && sameSizes(batch, node.sizes.slice(0, batch.length))) slopes.fill(0).fill(1, at * matrix, (at + 1) * matrix);
    }
    return { tensor, slopes };
  });
}
