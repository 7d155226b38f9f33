import type { Port } from '../../protocol/rpc.js';
import type { Realm } from './realm.js';
import type { TimerScope } from './timers.js';

/** What differs between a process of Node and a worker of a browser. */
export interface Platform {
  port: Port;
  realm: Realm;
  timers: TimerScope;
  /** Milliseconds. */
  now(): number;
  /** Bytes of memory that arrays hold, after a collection of garbage when `collect` is set; absent where nobody can tell. */
  arrayBytes?(collect: boolean): number;
  /** Calls `listener` with whatever is thrown, or rejected, with nobody to catch it. */
  onStray(listener: (error: unknown) => void): void;
  /** Writes down where the run is, for whoever has to end it, and says whether it is to go on. */
  look(site: number): 'go on' | 'end' | 'memory';
}
