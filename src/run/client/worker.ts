import type { Port } from '../../protocol/rpc.js';

/** A started worker, for one run: a process of Node, or a worker of a browser. */
export interface WorkerHandle {
  readonly port: Port;
  /** The texts of passes that it did not send, by where they begin; absent where it sends all. They can be read when it is gone. */
  readonly passes?: { read(at: number): string | null };
  /** Asks the run to end at the next place in the source. */
  interrupt(): void;
  /** The place that the run came to last, as the index of a site; -1 when none is known. Also when it is gone. */
  place(): number;
  /** Ends it at once, whatever it is doing. Resolves when it is gone. */
  terminate(): Promise<void>;
  /** Calls `listener` with a sentence if the worker ends by itself. */
  onFailure(listener: (message: string) => void): void;
}

export type StartWorker = () => Promise<WorkerHandle>;
