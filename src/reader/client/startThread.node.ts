import { Worker } from 'node:worker_threads';
import { t } from '../../protocol/l10n.js';
import { threadPort } from '../threadPort.node.js';
import type { StartThread } from './thread.js';

/** Enough for a text of some megabytes. A text that needs more ends the thread, but not the host. */
const HEAP_MEGABYTES = 2048;

/** @param script dist/reader.cjs */
export const startNodeThread =
  (script: string): StartThread =>
  () => {
    const worker = new Worker(script, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES } });
    // When the host ends, it does not wait for texts that are being read.
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
