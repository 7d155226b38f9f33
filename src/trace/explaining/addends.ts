/** Gathers the terms of a sum and tells them in the end: the largest ones, and the rest as one. */
import type { Way } from '../../engine/ops/op.js';
import type { EntryOf, Explanation, ExplanationTerm } from '../../protocol/explanation.js';
import { scalarOf } from '../../protocol/scalars.js';
import type { NodeRecord } from '../recording/records.js';

/** The most terms that are listed. */
const MOST = 50;

/** How far a sum may be from the value, relative to what is summed, and still explain it. The rounding of float16 is smaller. */
export const TOLERANCE = 2 ** -9;
/** How much precision a computation in single precision may lose. */
export const ROUNDING = 2 ** -20;

export interface Place {
  readonly node: NodeRecord | null;
  readonly entry: readonly number[];
}

export interface Addend extends Place {
  readonly number: number;
  readonly factor: number | null;
  readonly contribution: number;
  readonly from?: Place | undefined;
  /** The way, when an entry contributes in several ways. */
  readonly through?: Way | undefined;
}

/** The terms of a sum. Most of them are only counted: a sum over a large tensor has millions. */
export class Addends {
  sum = 0;
  /** The sum of the absolute values of the terms. */
  size = 0;
  /** The sum of the terms that are not listed. */
  private unlisted = 0;
  private count = 0;
  private listed: Addend[] = [];
  private least = -1;

  /** Adds a term. `make` is called only when the term may be listed. */
  add(contribution: number, make: () => Addend): void {
    const size = sizeOf(contribution);
    this.sum += contribution;
    this.size += size;
    this.count++;
    if (this.listed.length === 2 * MOST) this.thin();
    if (size <= this.least) this.unlisted += contribution;
    else this.listed.push(make());
  }

  addOne(addend: Addend): void {
    this.add(addend.contribution, () => addend);
  }

  /** Adds a part of the sum whose terms are not known. */
  addUnknown(contribution: number): void {
    this.sum += contribution;
    this.unlisted += contribution;
    this.count++;
  }

  /** Whether the sum differs from the value. */
  isOff(value: number, tolerance: number): boolean {
    const { sum, size } = this;
    if (this.isEmpty) return true;
    return !(Object.is(sum, value) || sum === value || Math.abs(sum - value) <= tolerance * size || size - size !== 0);
  }

  get isEmpty(): boolean {
    return this.count === 0;
  }

  /**
   * The terms in the order in which they were added (only the largest, when there are many), with the sum and the
   * number of the others.
   */
  chosen(): { terms: readonly Addend[]; rest: number; others: number } {
    if (this.listed.length > MOST) this.thin();
    return { terms: this.listed, rest: this.unlisted, others: this.count - this.listed.length };
  }

  private thin(): void {
    const order = this.listed.map((_, i) => i).sort((a, b) => this.sizeAt(b) - this.sizeAt(a) || a - b);
    this.least = this.sizeAt(order[MOST - 1]!);
    for (const i of order.slice(MOST)) this.unlisted += this.listed[i]!.contribution;
    this.listed = order.slice(0, MOST).map((i) => this.listed[i]!);
  }

  private sizeAt(i: number): number {
    return sizeOf(this.listed[i]!.contribution);
  }
}

/** The size of a term. NaN and infinity count as infinite, because they decide the sum. */
const sizeOf = (x: number): number => (x - x === 0 ? Math.abs(x) : Infinity);

type Ids = ReadonlyMap<NodeRecord, string>;

const placed = ({ node, entry }: Place, ids: Ids): EntryOf => ({ node: (node && ids.get(node)) ?? null, entry: [...entry] });

const written = (addend: Addend, ids: Ids): ExplanationTerm => ({
  ...placed(addend, ids),
  number: scalarOf(addend.number),
  factor: addend.factor === null ? null : scalarOf(addend.factor),
  contribution: scalarOf(addend.contribution),
  ...(addend.from && { with: placed(addend.from, ids) }),
  ...(addend.through && addend.through !== 'itself' && { through: addend.through }),
});

/** @param addends null when the terms are not known */
export function summed(
  value: number,
  addends: Addends | null,
  ids: Ids,
): Pick<Explanation, 'value' | 'sum' | 'terms' | 'rest' | 'rest_count'> {
  if (!addends || addends.isEmpty) return { value: scalarOf(value), sum: scalarOf(value), terms: [], rest: scalarOf(value), rest_count: 0 };
  const { terms, rest, others } = addends.chosen();
  return {
    value: scalarOf(value),
    sum: scalarOf(addends.sum),
    terms: terms.map((term) => written(term, ids)),
    rest: scalarOf(rest),
    rest_count: others,
  };
}
