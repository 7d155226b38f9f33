/** How long Live waits after a key press: a model that takes no time waits for no pause. */
import type { Run } from '../../protocol/trace.js';

/** More than lies between two keys of somebody who types fast: within a word nothing runs. */
const BETWEEN_KEYS_MS = 100;
/** Who has not typed for so long, and changes a number, looks at what becomes of it: the first key is not waited behind. */
const REST_MS = 1000;
/** What one key changes comes in several events at times. */
const FIRST_KEY_MS = 20;
/** A run that takes longer may well be ended by the next key, and its process with it. */
const QUICK_MS = 500;

/** The keys in one text, as they come. */
export class Typing {
  private began = -Infinity;
  private last = -Infinity;

  /** The pause after a key, in milliseconds: none to speak of after the first one; else as long as the last run took, and at most `most`. */
  pauseAfter(now: number, run: Pick<Run, 'elapsed_ms'> | null, most: number): number {
    if (now - this.last > REST_MS) this.began = now;
    this.last = now;
    const elapsed = run?.elapsed_ms ?? Infinity;
    const isFirst = now - this.began < FIRST_KEY_MS;
    return Math.min(most, isFirst && elapsed < QUICK_MS ? FIRST_KEY_MS : BETWEEN_KEYS_MS + elapsed);
  }
}
