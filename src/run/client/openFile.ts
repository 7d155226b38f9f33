import { t } from '../../protocol/l10n.js';
import { connect } from '../../protocol/rpc.js';
import type { RunnerApi } from '../../protocol/runnerApi.js';
import { isOf, tensorSchema } from '../../protocol/schema.js';
import { tensorFileSchema } from '../../protocol/tensorFileSchema.js';
import type { OpenRequest, TensorFile } from '../../protocol/tensorFile.js';
import type { TensorData } from '../../protocol/trace.js';
import type { StartWorker } from './worker.js';

declare function setTimeout(callback: () => void, ms: number): unknown;
declare function clearTimeout(timer: unknown): void;

/** A file that a worker of its own has read. */
export interface OpenFile {
  readonly file: TensorFile;
  /** A tensor with all of its elements; null when the worker is gone. @throws Error with a sentence when there are too many */
  tensor(index: number): Promise<TensorData | null>;
  /** Lets the worker go. */
  dispose(): void;
}

/** A file takes far less. */
const LONGEST_MS = 60_000;

/**
 * Reads a file of tensors in a worker, which runs no program. So a file that is made to do harm ends at most this worker.
 * @throws Error with a sentence: for a damaged file, and when it takes too much memory or time
 */
export async function openFile(start: StartWorker, content: Uint8Array, request: OpenRequest, longest = LONGEST_MS): Promise<OpenFile> {
  const worker = await start();
  const { remote, dispose } = connect<RunnerApi>(worker.port);
  const end = (why: string) => {
    dispose(why);
    void worker.terminate();
  };
  worker.onFailure((message) => dispose(message));
  const timer = setTimeout(() => end(t('The file could not be read within {0} seconds.', longest / 1000)), longest);
  try {
    const file = await remote.open(content, request);
    if (!isOf(tensorFileSchema, file)) throw new Error(t('The file could not be read: what was made of it is no list of tensors.'));
    return {
      file,
      async tensor(index) {
        const data = await remote.opened(index);
        return isOf(tensorSchema, data) ? data : null;
      },
      dispose: () => end('closed'),
    };
  } catch (error) {
    end('failed');
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
