import { Worker } from 'node:worker_threads';
import type { StartWorker } from '../protocol/runClient.js';

/** Starts the worker script on a thread of its own. */
export const startWorker =
  (script: string): StartWorker =>
  async () => {
    const worker = new Worker(script, { stdout: true, stderr: true });
    await new Promise<void>((resolve, reject) => {
      worker.once('online', resolve);
      worker.once('error', reject);
    });
    let isTerminated = false;
    return {
      port: {
        post: (message) => worker.postMessage(message),
        listen: (receive) => {
          worker.on('message', receive);
          return () => worker.off('message', receive);
        },
      },
      terminate: () => {
        isTerminated = true;
        void worker.terminate();
      },
      onFailure: (listener) => {
        worker.on('error', (error) => listener(`The run was ended: ${error.message}`));
        worker.on('exit', () => {
          if (!isTerminated) listener('The run ended by itself, before it was done.');
        });
      },
    };
  };
