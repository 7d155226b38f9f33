/** How long Live waits after a key press: a model that takes no time waits for no pause. */
import type { Run } from '../../protocol/trace.js';

/** More than lies between two keys of somebody who types fast: within a word nothing runs. */
const BETWEEN_KEYS_MS = 100;

/** The pause before a run, in milliseconds: as long as the last run took, and at most what the setting says. */
export const pauseBefore = (last: Pick<Run, 'elapsed_ms'> | null, most: number): number =>
  Math.min(most, BETWEEN_KEYS_MS + (last?.elapsed_ms ?? Infinity));
