/**
 * Where a run is, for whoever has to end it: eight bytes that both can reach at any time. In a process they are a file
 * that has no name any more, and that can be read when the process is gone; in a browser that grants it, shared memory.
 */
export const PLACE_BYTES = 8;
/** Here the run writes the index of the place that it came to last, plus one: a whole number of four bytes. */
export const PLACE_AT = 0;
/** Here the host writes 1 when the run is to end. */
export const END_AT = 4;

/** The descriptors that a host opens for the process of a run: requests, what was made, the file above, and that of passes.ts. */
export const IN = 0;
export const OUT = 3;
export const PLACE = 4;
export const PASSES = 5;

/**
 * In a browser: shares the memory; or, where none can be shared, tells the place, and in turn which script, of no
 * statements, can be loaded as long as the run may go on: a worker in a loop hears no messages, but it can load.
 */
export type PlaceMessage = { place: SharedArrayBuffer } | { site: number } | { mayGoOn: string };

export const isPlaceMessage = (message: unknown): message is { place: SharedArrayBuffer } | { mayGoOn: string } =>
  typeof message === 'object' && message !== null && ('place' in message || 'mayGoOn' in message);
