/** How long Live waits after a key press. The faster the model, the shorter the pause. */
import type { Run } from '../../protocol/trace.js';

/** The time between two keys of a fast typist is shorter than this, so nothing runs within a word. */
const BETWEEN_KEYS_MS = 100;
/**
 * After a rest of this length, a single changed key is probably a change of a number. The user looks at its result, so
 * Live does not wait.
 */
const REST_MS = 1000;
/** The change of one key sometimes comes in several events within this time. */
const FIRST_KEY_MS = 20;
/** A run that takes longer would often be ended by the next key, together with its process. */
const QUICK_MS = 500;

/** The times of the keys that are typed in one text. */
export class Typing {
  private began = -Infinity;
  private last = -Infinity;

  /**
   * The pause after a key, in milliseconds: nearly none after the first key when the model is quick. Otherwise the
   * pause is longer than the last run took, but at most `most`.
   */
  pauseAfter(now: number, run: Pick<Run, 'elapsed_ms'> | null, most: number): number {
    if (now - this.last > REST_MS) this.began = now;
    this.last = now;
    const elapsed = run?.elapsed_ms ?? Infinity;
    const isFirst = now - this.began < FIRST_KEY_MS;
    return Math.min(most, isFirst && elapsed < QUICK_MS ? FIRST_KEY_MS : BETWEEN_KEYS_MS + elapsed);
  }
}
