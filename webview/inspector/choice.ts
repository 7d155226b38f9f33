import type { Which } from '../../src/present/explanation.js';

export interface ChosenEntry {
  readonly which: Which;
  readonly entry: readonly number[];
}

/**
 * The entry of the node that is explained. Pictures and numbers mark this entry, and each of them can choose another.
 */
export class Choice {
  private chosen: ChosenEntry | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly changed: () => void) {}

  get current(): ChosenEntry | null {
    return this.chosen;
  }

  /** The chosen entry in one of the node's two tensors. */
  in(which: Which): readonly number[] | null {
    return this.chosen?.which === which ? this.chosen.entry : null;
  }

  choose(chosen: ChosenEntry | null): void {
    this.set(chosen);
    this.changed();
  }

  /** Sets the entry without calling `changed`. */
  set(chosen: ChosenEntry | null): void {
    this.chosen = chosen;
    for (const listener of this.listeners) listener();
  }

  /** Called before pictures and numbers are made anew. The old listeners are gone. */
  begin(): void {
    this.listeners.clear();
  }

  listen(listener: () => void): void {
    this.listeners.add(listener);
  }
}

/** The choice in one of the node's two tensors, for its picture and its numbers. */
export interface EntryChoice {
  readonly chosen: readonly number[] | null;
  choose(entry: readonly number[]): void;
  listen(listener: () => void): void;
}

export const choiceIn = (choice: Choice, which: Which): EntryChoice => ({
  get chosen() {
    return choice.in(which);
  },
  choose: (entry) => choice.choose({ which, entry }),
  listen: (listener) => choice.listen(listener),
});

export const isSameEntry = (a: readonly number[] | null, b: readonly number[]): boolean =>
  a !== null && a.length === b.length && a.every((index, d) => index === b[d]);
