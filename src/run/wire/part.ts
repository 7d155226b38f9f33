/** In a browser: what is loaded later, which the host has read. A worker waits for nothing while a program runs. */
export interface PartMessage {
  /** The code of src/run/entry/part.ts. */
  part: string;
  /** What entries of operations say of themselves, as JSON. */
  said: string;
}

export const isPartMessage = (message: unknown): message is PartMessage =>
  typeof message === 'object' && message !== null && 'part' in message && 'said' in message;
