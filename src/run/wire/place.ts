/**
 * Where a run is, for the host that may have to end it: eight bytes that both sides can reach at any time. In a process
 * they are a file without a name, which can still be read when the process is gone. In a browser that grants shared
 * memory, they are shared memory.
 */
export const PLACE_BYTES = 8;
/** Here the run writes the index of its last place, plus one: a whole number of four bytes. */
export const PLACE_AT = 0;
/** Here the host writes 1 when the run must end. */
export const END_AT = 4;

/** The descriptors that a host opens for the process of a run: requests, results, the file above, and the file of passes.ts. */
export const IN = 0;
export const OUT = 3;
export const PLACE = 4;
export const PASSES = 5;

/**
 * In a browser: shares the memory. Where no memory can be shared, the worker tells the place, and the host tells the
 * URL of an empty script that can be loaded as long as the run may go on. A worker in a loop receives no messages, but
 * it can load a script.
 */
export type PlaceMessage = { place: SharedArrayBuffer } | { site: number } | { mayGoOn: string };

export const isPlaceMessage = (message: unknown): message is { place: SharedArrayBuffer } | { mayGoOn: string } =>
  typeof message === 'object' && message !== null && ('place' in message || 'mayGoOn' in message);
