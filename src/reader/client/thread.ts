import type { Port } from '../../protocol/rpc.js';

/** A started thread in which texts are read. */
export interface Thread {
  readonly port: Port;
  /** Calls `listener` with a message if the thread ends by itself. */
  onFailure(listener: (message: string) => void): void;
  terminate(): void;
}

export type StartThread = () => Promise<Thread>;
