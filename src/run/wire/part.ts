/**
 * In a browser: the code and texts that are loaded later. The host has read them ahead, because a worker cannot wait
 * while a program runs.
 */
export interface PartMessage {
  /** The code of src/run/entry/part.ts. */
  part: string;
  /** The texts of operations, as JSON. */
  said: string;
}

export const isPartMessage = (message: unknown): message is PartMessage =>
  typeof message === 'object' && message !== null && 'part' in message && 'said' in message;
