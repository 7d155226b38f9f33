import type { Port } from '../../protocol/rpc.js';
import type * as Part from '../entry/part.js';
import type { Realm } from './realm.js';
import type { TimerScope } from './timers.js';

/** A graphics card that tensors can be on. */
export interface Card {
  renderer: string;
  /** Whether the CPU emulates the card. */
  isSoftware: boolean;
  /** Whether the card was taken away, with all tensors on it. */
  isLost: () => boolean;
  /** The most bytes that the card held at once. */
  peakBytes(): number;
}

/** What differs between a process of Node and a worker of a browser. */
export interface Platform {
  port: Port;
  realm: Realm;
  timers: TimerScope;
  /** Milliseconds. */
  now(): number;
  /** Makes `webgl` a device; absent where there cannot be a card. To be called before the model can take anything away. @throws Error with a sentence */
  openCard?(): Promise<Card>;
  /**
   * Writes the text of a pass where the host can read it, and returns where it begins; -1 when there is no room. Absent
   * where the text is sent.
   */
  writePass?(text: string): number;
  /** Code that programs rarely need. It is loaded at the first call. */
  part(): typeof Part;
  /** The texts of operations, where the bundle has only numbers for them. */
  said?(): readonly string[];
  /** The bytes that arrays hold, after a garbage collection when `collect` is set; absent where nobody can tell. */
  arrayBytes?(collect: boolean): number;
  /** Called for each storage that is made, where `arrayBytes` knows only what it is told. */
  arrayMade?(owner: object, bytes: number): void;
  /** Calls `listener` with every error that is thrown or rejected and that nobody catches. */
  onStray(listener: (error: unknown) => void): void;
  /** Records where the run is, for the host that may have to end it. Returns whether the run must go on or end. */
  look(site: number): 'go on' | 'end' | 'memory';
}
