import type { Port } from '../../protocol/rpc.js';
import type * as Part from '../entry/part.js';
import type { Realm } from './realm.js';
import type { TimerScope } from './timers.js';

/** A graphics card that tensors can be on. */
export interface Card {
  renderer: string;
  /** Whether the CPU does its work. */
  isSoftware: boolean;
  /** Whether it was taken away, with all that it held. */
  isLost: () => boolean;
  /** The most bytes that it held at once. */
  peakBytes(): number;
}

/** What differs between a process of Node and a worker of a browser. */
export interface Platform {
  port: Port;
  realm: Realm;
  timers: TimerScope;
  /** Milliseconds. */
  now(): number;
  /** Makes `webgl` a device; absent where there cannot be one. Called before the model can take anything away. @throws Error with a sentence */
  openCard?(): Promise<Card>;
  /** Writes the text of a pass where the host can read it, and says where it begins; -1 where there is no room. Absent: it is sent. */
  writePass?(text: string): number;
  /** What programs rarely need, loaded when it is asked for first. */
  part(): typeof Part;
  /** What entries of operations say of themselves, where they have numbers for it. */
  said?(): readonly string[];
  /** Bytes of memory that arrays hold, after a collection of garbage when `collect` is set; absent where nobody can tell. */
  arrayBytes?(collect: boolean): number;
  /** Told of each storage that is made, where that is all that `arrayBytes` can know. */
  arrayMade?(owner: object, bytes: number): void;
  /** Calls `listener` with whatever is thrown, or rejected, with nobody to catch it. */
  onStray(listener: (error: unknown) => void): void;
  /** Writes down where the run is, for whoever has to end it, and says whether it is to go on. */
  look(site: number): 'go on' | 'end' | 'memory';
}
