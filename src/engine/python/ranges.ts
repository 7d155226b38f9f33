/** Python's `range`: the list of its numbers. */
import { ValueError } from '../errors.js';
import { listOf } from '../memory.js';

/** As Python's `range`, as a list. */
export function range(start: number, stop?: number, step = 1): number[] {
  const [from, to] = stop === undefined ? [0, start] : [start, stop];
  if (step === 0) throw new ValueError('range() arg 3 must not be zero');
  return listOf(Math.max(0, Math.ceil((to - from) / step)), (i) => from + i * step);
}

/** A range that a program keeps and shows: it knows of what it was made. */
export class Range extends Array<number> {
  declare start: number;
  declare stop: number;
  declare step: number;

  /** What is made of its numbers is a list. */
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  /** As Python's `range(…)`. */
  static of_(...given: [start: number, stop?: number, step?: number]): Range {
    const [first, stop, step = 1] = given;
    const made = Range.from(range(...given)) as Range;
    const facts = stop === undefined ? { start: 0, stop: first, step } : { start: first, stop, step };
    for (const [name, value] of Object.entries(facts)) Object.defineProperty(made, name, { value });
    return made;
  }

  /** As `x[start:stop:step]` of it, by the places from which and to which its numbers are taken. */
  part(from: number, to: number, step: number): Range {
    const at = (place: number): number => this.start + place * this.step;
    return Range.of_(at(from), at(to), step * this.step);
  }

  __repr__(): string {
    return `range(${this.start}, ${this.stop}${this.step === 1 ? '' : `, ${this.step}`})`;
  }
}

/** As Python's `range`, where the program shows it. */
export const range_of = (...given: [start: number, stop?: number, step?: number]): number[] => Range.of_(...given);
