import { Worker } from 'node:worker_threads';
import { t } from '../../protocol/l10n.js';
import { threadPort } from '../threadPort.node.js';
import type { StartThread } from './thread.js';

/** A text of some megabytes takes so much; what takes more ends the thread, and not the host with it. */
const HEAP_MEGABYTES = 2048;

/** @param script dist/reader.cjs */
export const startNodeThread =
  (script: string): StartThread =>
  () => {
    const worker = new Worker(script, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES } });
    // A host that ends does not wait for texts to be read.
    worker.unref();
    return Promise.resolve({
      port: threadPort(worker),
      onFailure: (listener) => {
        worker.on('error', (error) => listener(t('The text could not be read: {0}', error.message)));
        worker.on('exit', () => listener(t('The text could not be read: {0}', t('what reads it has ended.'))));
      },
      terminate: () => void worker.terminate(),
    });
  };
