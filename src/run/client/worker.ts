import type { Port } from '../../protocol/rpc.js';

/** A started worker, for one run: a process of Node, or a worker of a browser. */
export interface WorkerHandle {
  readonly port: Port;
  /**
   * Reads the texts of passes that the worker did not send, by where they begin. They can be read after the worker is
   * gone. Absent where it sends all texts.
   */
  readonly passes?: { read(at: number): string | null };
  /** Reads a file of dist/shipped. */
  readShipped(name: string): Promise<Uint8Array>;
  /** Asks the run to end at the next place in the source. */
  interrupt(): void;
  /**
   * The last place that the run reported, as the index of a site; -1 when none is known. Also works after the worker is
   * gone.
   */
  place(): number;
  /** Ends the worker at once, whatever it is doing. Resolves when it is gone. */
  terminate(): Promise<void>;
  /** Calls `listener` with a sentence when the worker ends by itself. */
  onFailure(listener: (message: string) => void): void;
}

export type StartWorker = () => Promise<WorkerHandle>;
