import type { FileAccess } from '../../engine/files/access.js';
import type { RunnerEvents } from '../../protocol/runnerApi.js';

/**
 * The files beside the model, reached through the host. Knows which requests are pending, so that a run can wait for
 * those that the program does not await.
 */
export class Files implements FileAccess {
  private readonly pending = new Set<Promise<unknown>>();

  constructor(private readonly host: Pick<RunnerEvents, 'readFile' | 'writeFile' | 'readShipped'>) {}

  read(path: string): Promise<Uint8Array> {
    return this.watch(this.host.readFile(path));
  }

  write(path: string, content: Uint8Array): Promise<void> {
    return this.watch(this.host.writeFile(path, content));
  }

  shipped(name: string): Promise<Uint8Array> {
    return this.watch(this.host.readShipped(name));
  }

  /** Waits for all pending requests. Returns whether there were any. */
  async idle(): Promise<boolean> {
    const waiting = [...this.pending];
    await Promise.allSettled(waiting);
    return waiting.length > 0;
  }

  private watch<T>(work: Promise<T>): Promise<T> {
    this.pending.add(work);
    const done = () => void this.pending.delete(work);
    work.then(done, done);
    return work;
  }
}
