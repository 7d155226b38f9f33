import { Worker } from 'node:worker_threads';
import { t } from '../../protocol/l10n.js';
import type { Port } from '../../protocol/rpc.js';
import type { StartWorker } from './runClient.js';

/**
 * Starts the worker of dist/worker.cjs on a thread of its own.
 * @param isBackground whether others on this machine, an editor above all, go first
 */
export const startNodeWorker =
  (script: string, isBackground: boolean): StartWorker =>
  async () => {
    const worker = new Worker(script, { stdout: true, stderr: true, workerData: { isBackground } });
    await new Promise<void>((resolve, reject) => {
      worker.once('online', resolve);
      worker.once('error', reject);
    });
    let ended = false;
    return {
      port: portOf(worker),
      terminate: () => {
        ended = true;
        void worker.terminate();
      },
      onFailure: (listener) => {
        worker.on('error', (error: NodeJS.ErrnoException) => listener(sentence(error)));
        worker.on('exit', () => {
          if (!ended) listener(t('The run ended by itself, before it was done.'));
        });
      },
    };
  };

function portOf(worker: Worker): Port {
  return {
    post: (message) => worker.postMessage(message),
    listen: (receive) => {
      worker.on('message', receive);
      return () => worker.off('message', receive);
    },
  };
}

const sentence = (error: NodeJS.ErrnoException): string =>
  error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? t('The run was ended: it used more memory than JavaScript gives it.') : error.message;
