/**
 * Finds which entry the factor of a term is. In a product, the factors of one argument are entries of another. That
 * other argument is filled with ones, and then with the numbers of its positions. The slopes of these two calls tell
 * how often each factor counts, and which entry it is.
 */
import { termsOf } from '../../engine/ops/terms.js';
import { Tensor } from '../../engine/tensor/tensor.js';
import type { Place } from './addends.js';
import { entryAt, numelOf } from './entries.js';
import { doubles, elementsOf, type RecordedCall } from './recordedCall.js';

/** The factors of all slopes, by index in the list of slopes. */
export interface Factors {
  /** How often the factor counts: 0 where an entry is not part of the term at all. */
  readonly times: (index: number) => number;
  /** The entry that the factor at `index` is; undefined when it is no single entry. */
  readonly from: (index: number, factor: number) => Place | undefined;
}

/** The arguments whose entries are the factors of `argument`. */
export function partnersOf({ op, values }: RecordedCall, argument: string): readonly string[] {
  const terms = termsOf(op);
  if (typeof terms === 'string' || !('sum' in terms) || !terms.by) return [];
  const names = terms.by.includes(argument) ? terms.sum : terms.sum.includes(argument) ? terms.by : [];
  return names.filter((name) => values[op.parsed.parameters.findIndex((p) => p.name === name)] instanceof Tensor);
}

/**
 * @param slopes the derivatives, as one list of numbers, of a call that differs from this one only in its tensors
 * @param partners the factors are entries of these arguments
 */
export function factorsOf(call: RecordedCall, partners: readonly string[], slopes: (call: RecordedCall) => Tensor | null): Factors | null {
  if (partners.length === 0) return null;
  const places: { tensor: Tensor; first: number }[] = [];
  // Positions do not begin at 1, because a factor that does not depend on the partners looks like 1.
  let total = 2;
  const probe = (fill: (first: number, count: number) => Float64Array): ArrayLike<number> | null => {
    const values = call.values.map((value, i) => {
      if (!partners.includes(call.op.parsed.parameters[i]!.name)) return value;
      const tensor = value as Tensor;
      const place = places.find((p) => p.tensor === tensor)!;
      return doubles(fill(place.first, numelOf(tensor.sizes)), tensor.sizes);
    });
    const found = slopes({ ...call, values });
    return found && elementsOf(found);
  };
  for (const [i, { name }] of call.op.parsed.parameters.entries()) {
    if (!partners.includes(name)) continue;
    const tensor = call.values[i] as Tensor;
    places.push({ tensor, first: total });
    total += numelOf(tensor.sizes);
  }
  const ones = probe((_, count) => new Float64Array(count).fill(1));
  const positions = probe((first, count) => new Float64Array(count).map((_, i) => first + i));
  if (!ones || !positions) return null;
  const entries = places.map(({ tensor, first }) => ({
    first,
    elements: elementsOf(tensor),
    sizes: tensor.sizes,
    node: call.nodes.get(tensor) ?? null,
  }));
  return {
    times: (index) => ones[index]!,
    from(index, factor) {
      const times = ones[index]!;
      const ratio = positions[index]! / times;
      // Where the term is divided by an entry, its factor is one over that entry.
      const number = ratio < 1 ? Math.round(1 / ratio) : ratio;
      const place = entries.findLast(({ first }) => first <= number);
      if (!place?.node || !Number.isInteger(number)) return undefined;
      const element = place.elements[number - place.first];
      // Several entries may add up to a factor, and then also to the number of another position.
      if (element === undefined || !isNear(ratio < 1 ? times / element : times * element, factor)) return undefined;
      return { node: place.node, entry: entryAt(number - place.first, place.sizes) };
    },
  };
}

const isNear = (a: number, b: number): boolean => Object.is(a, b) || Math.abs(a - b) <= 1e-9 * Math.abs(b);
