// How a work is measured, alike at every peer.

/**
 * The length of one chunk in milliseconds. It is short, so that even a busy machine leaves some chunks undisturbed, and
 * long beside the first runs, which find in the caches what another peer left there: with 8 ms, a work of 4 MB took up
 * to twice as long as by itself.
 */
export const CHUNK_MS = 40;
/** How long a work runs before it is measured. */
export const WARM_MS = 300;
